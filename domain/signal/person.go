package signal

import (
	"slices"

	"zichtlijn/domain"
)

// personSignals finds people in groups in several roles, and users in groups of
// different modes: they see in one what the other hides.
func (f *finder) personSignals() []Signal {
	var out []Signal
	for _, p := range f.people {
		if !p.ActiveOn(f.on) {
			continue
		}
		if groups := p.otherRoles(); len(groups) > 0 {
			out = append(out, newListSignal(SeveralRoles, p.ID, groups))
		}
		if groups, several := p.modes(); several {
			out = append(out, newListSignal(SeveralModes, p.ID, groups))
		}
	}
	return out
}

// otherRoles returns the groups in which p has another role than the default one.
func (p person) otherRoles() []domain.GroupID {
	var out []domain.GroupID
	for _, s := range p.memberships {
		if s.as != p.Role {
			out = append(out, s.Group)
		}
	}
	return out
}

// modes returns the groups in which p is a user, and whether their modes differ.
func (p person) modes() (groups []domain.GroupID, several bool) {
	var first domain.Visibility
	for _, s := range p.memberships {
		if !s.as.IsUser() {
			continue
		}
		if len(groups) == 0 {
			first = s.in.Visibility
		}
		several = several || s.in.Visibility != first
		groups = append(groups, s.Group)
	}
	return groups, several
}

// birthdays finds the clients who soon reach an age that changes who consents.
func (f *finder) birthdays() []Signal {
	const months = 12
	var out []Signal
	for _, p := range f.people {
		if p.Role != domain.Client || p.BirthDate == 0 || !p.ActiveOn(f.on) {
			continue
		}
		for _, age := range []struct {
			years int
			code  Code
		}{{12, Turns12}, {16, Turns16}, {18, Turns18}} {
			if day := p.BirthDate.AddMonths(age.years * months); f.near(day) {
				out = append(out, newSignal(age.code, string(p.ID)).withDate(day))
			}
		}
	}
	return out
}

// namesakes finds active people with the same schermnaam or the same full name: where
// two schermnamen differ, the care record still shows one name.
func (f *finder) namesakes() []Signal {
	names := make([][]string, len(f.people))
	byName := make(map[string][]domain.PersonID, len(f.people))
	for i, p := range f.people {
		if !p.ActiveOn(f.on) {
			continue
		}
		names[i] = namesOf(p.Person)
		for _, name := range names[i] {
			byName[name] = append(byName[name], p.ID)
		}
	}
	var out []Signal
	for i, p := range f.people {
		for _, name := range names[i] {
			// Once per name: at the first of them.
			if ids := byName[name]; len(ids) > 1 && ids[0] == p.ID && !covered(name, names[i], byName) {
				out = append(out, newListSignal(Namesakes, ids[0], ids[1:]))
			}
		}
	}
	return out
}

// namesOf returns the folded names by which p can be mistaken for somebody else.
func namesOf(p domain.Person) []string {
	shown, full := p.Shown(), p.FullName()
	if shown == full || full == "" {
		return []string{domain.SameName(shown)}
	}
	return slices.Compact([]string{domain.SameName(shown), domain.SameName(full)})
}

// covered reports whether everybody with a name also shares another of the names:
// then one of the two lists is enough.
func covered(name string, names []string, byName map[string][]domain.PersonID) bool {
	some := byName[name]
	return slices.ContainsFunc(names, func(other string) bool {
		all := byName[other]
		if other == name || len(all) == len(some) && other > name {
			return false
		}
		return !slices.ContainsFunc(some, func(id domain.PersonID) bool {
			_, found := slices.BinarySearch(all, id)
			return !found
		})
	})
}
