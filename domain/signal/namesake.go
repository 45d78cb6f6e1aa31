package signal

import (
	"slices"

	"zichtlijn/domain"
)

// namesakes finds active people of one name: those who are shown under the same
// name, and those whose own names are the same, for where a screen name tells two
// apart the care record does not.
func (h *house) namesakes() []Signal {
	names := make([][]string, len(h.people))
	byName := make(map[string][]domain.PersonID, len(h.people))
	for i, p := range h.people {
		if !p.ActiveOn(h.on) {
			continue
		}
		names[i] = namesOf(p.Person)
		for _, name := range names[i] {
			byName[name] = append(byName[name], p.ID)
		}
	}
	var out []Signal
	for i, p := range h.people {
		for _, name := range names[i] {
			// Told once, at the first of them.
			if ids := byName[name]; len(ids) > 1 && ids[0] == p.ID && !told(name, names[i], byName) {
				out = append(out, about(Namesakes, ids[0], ids[1:]))
			}
		}
	}
	return out
}

// namesOf returns the names by which somebody can be taken for somebody else.
func namesOf(p domain.Person) []string {
	shown, full := p.Shown(), p.FullName()
	if shown == full || full == "" {
		return []string{domain.SameName(shown)}
	}
	return slices.Compact([]string{domain.SameName(shown), domain.SameName(full)})
}

// told reports whether everybody of a name shares another of the names too: then
// one of the two lists is enough.
func told(name string, names []string, byName map[string][]domain.PersonID) bool {
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
