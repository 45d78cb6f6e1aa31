package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// place is a part of a tile. No group: the network.
type place struct {
	mail  bool // in the Berichtentegel
	group domain.GroupID
}

// spot is a place where somebody stands.
type spot struct {
	place
	person domain.PersonID
}

// ability is what a viewer may do with a group as a whole.
type ability struct {
	group domain.GroupID
	key   words.Key
}

// tileFacts is what the two tiles of a view show, by kind and in their order.
type tileFacts struct {
	sees, mails []domain.PersonID
	groups      []domain.GroupID
	can         []ability
	spots       []spot
}

// facts reads the tiles that a view prints: what is said of a difference is of what stands
// there.
func (v view) facts() tileFacts {
	var out tileFacts
	see := func(at spot) {
		out.sees, out.spots = append(out.sees, at.person), append(out.spots, at)
	}
	for _, g := range v.personentegel.Groups {
		out.groups = append(out.groups, g.Group)
		for _, p := range g.Rows {
			see(spot{place{false, g.Group}, p.Person})
		}
	}
	for _, p := range v.personentegel.Network {
		see(spot{place{}, p.Person})
	}
	for _, g := range v.berichtentegel.Groups {
		out.groups = append(out.groups, g.Group)
		if g.Access.GroupMessage.Holds() {
			out.can = append(out.can, ability{g.Group, "cli.show.group-message"})
		}
		if g.Access.GroupReport.Holds() {
			out.can = append(out.can, ability{g.Group, "cli.show.group-report"})
		}
		for _, p := range g.Rows {
			see(spot{place{true, g.Group}, p.Person})
		}
	}
	for _, p := range v.berichtentegel.Addressees {
		out.mails = append(out.mails, p.Person)
	}
	return out
}

// fresh returns what is in a and not in b, each once.
func fresh[T comparable](a, b []T) []T {
	was := map[T]bool{}
	for _, one := range b {
		was[one] = true
	}
	var out []T
	for _, one := range a {
		if !was[one] {
			out = append(out, one)
			was[one] = true
		}
	}
	return out
}

// hearDifferences says of each setting whom it adds and takes away against how the group
// is now, and not what the tiles show whole: by ear that would bury it. views are in the
// order of the settings.
func (r *run) hearDifferences(g domain.Group, viewer domain.Person, views []view) {
	now, w := views[g.Visibility].facts(), views[0].world
	who := r.personName(w, viewer.ID)
	part := r.words.Say("plain.compare.outside", who)
	for _, m := range w.MembersOn(g.ID, views[0].on) {
		if m.Person == viewer.ID {
			part = r.words.Say("plain.compare.as", who, r.words.Role(m.As))
		}
	}
	r.say("plain.compare.now", r.groupName(w, g.ID), r.words.Visibility(g.Visibility), part)
	for i, mode := range domain.Visibilities() {
		if mode == g.Visibility {
			continue
		}
		lines := r.heardDifference(views[i], now, views[i].facts())
		if len(lines) == 0 {
			r.say("setting-turns.same", r.words.Visibility(mode), who)
			continue
		}
		r.say("setting-turns.in", r.words.Visibility(mode), who)
		for _, line := range lines {
			r.print("  " + line)
		}
	}
	r.say("plain.compare.tiles", viewer.ID)
}

// heardDifference says what then has and now has not, and the other way round; nothing: they
// show the same.
func (r *run) heardDifference(v view, now, then tileFacts) []string {
	var out []string
	people := func(key words.Key, ids []domain.PersonID) {
		if len(ids) > 0 {
			out = append(out, r.words.Say(key, len(ids), r.words.List(list(ids, r.namer(v.world)))))
		}
	}
	groups := func(key words.Key, ids []domain.GroupID) {
		if len(ids) > 0 {
			out = append(out, r.words.Say(key, len(ids), r.words.List(list(ids, r.groupNamer(v.world)))))
		}
	}
	abilities := func(key words.Key, all []ability) {
		for _, one := range all {
			out = append(out, r.words.Say(key, r.words.Say(one.key), r.groupName(v.world, one.group)))
		}
	}
	people("setting-turns.more-sees", fresh(then.sees, now.sees))
	people("setting-turns.less-sees", fresh(now.sees, then.sees))
	people("setting-turns.more-mails", fresh(then.mails, now.mails))
	people("setting-turns.less-mails", fresh(now.mails, then.mails))
	groups("setting-turns.more-groups", fresh(then.groups, now.groups))
	groups("setting-turns.less-groups", fresh(now.groups, then.groups))
	abilities("plain.compare.can", fresh(then.can, now.can))
	abilities("plain.compare.cannot", fresh(now.can, then.can))
	places := func(key words.Key, all []crowd) {
		for _, p := range all {
			out = append(out, r.words.Say(key, len(p.people), r.words.List(list(p.people, r.namer(v.world))), r.placeWords(v, p.place)))
		}
	}
	places("plain.compare.placed", elsewhere(then, now))
	places("plain.compare.moved", elsewhere(now, then))
	return out
}

// crowd is who stand in a place.
type crowd struct {
	place
	people []domain.PersonID
}

// elsewhere returns where a has people whom b has too, but not there.
func elsewhere(a, b tileFacts) []crowd {
	gone := fresh(a.sees, b.sees)
	slices.Sort(gone)
	var out []crowd
	for _, at := range fresh(a.spots, b.spots) {
		if _, in := slices.BinarySearch(gone, at.person); in {
			continue
		}
		i := slices.IndexFunc(out, func(c crowd) bool { return c.place == at.place })
		if i < 0 {
			i, out = len(out), append(out, crowd{place: at.place})
		}
		out[i].people = append(out[i].people, at.person)
	}
	return out
}

func (r *run) placeWords(v view, p place) string {
	tile := words.Key("cli.show.personentegel")
	if p.mail {
		tile = "cli.show.berichtentegel"
	}
	if p.group == "" {
		return r.words.Say("plain.compare.in-network", r.words.Say(tile))
	}
	return r.words.Say("plain.compare.in-group", r.words.Say(tile), r.groupName(v.world, p.group))
}
