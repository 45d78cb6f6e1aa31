package groups

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// rowKind says how a row of the preview is drawn.
type rowKind uint8

const (
	blankRow   rowKind = iota
	tileRow            // Personentegel, Berichtentegel
	groupRow           // a group in a tile, or a section of it
	personRow          // somebody who is seen
	abilityRow         // something that may be done with a group
	emptyRow           // a tile without anything in it
)

// sightRow is one line of a tile.
type sightRow struct {
	kind    rowKind
	text    string
	person  domain.PersonID // of a personRow
	as      domain.Role
	message bool
	sight   []sight.Ground
	mail    []sight.Ground
}

// selectable reports whether the cursor may stand on the row: it has grounds.
func (r sightRow) selectable() bool { return len(r.sight)+len(r.mail) > 0 }

// tiler writes the two tiles of one person as rows.
type tiler struct {
	s     scene.Scene
	world domain.World
	lane  lane
	out   []sightRow
}

// sightRows are the tiles as that person sees them: nothing in them tells of
// what they do not see (C4).
func sightRows(s scene.Scene, world domain.World, l lane, p sight.Personentegel, b sight.Berichtentegel) []sightRow {
	t := tiler{s: s, world: world, lane: l}
	t.personentegel(p)
	t.add(sightRow{kind: blankRow})
	t.berichtentegel(b)
	return t.out
}

func (t *tiler) add(r sightRow) { t.out = append(t.out, r) }

func (t *tiler) head(kind rowKind, key lang.Key, args ...any) {
	t.add(sightRow{kind: kind, text: t.s.Words.Say(key, args...)})
}

func (t *tiler) personentegel(p sight.Personentegel) {
	t.head(tileRow, lang.TilePersons)
	if len(p.Groups) == 0 && len(p.Network) == 0 {
		t.head(emptyRow, lang.TileEmpty)
	}
	for _, g := range p.Groups {
		t.group(g, g.Stake.Personentegel)
		t.persons(g.Rows, false)
	}
	if len(p.Network) > 0 {
		t.head(groupRow, lang.TileNetwork)
		t.persons(p.Network, false)
	}
}

func (t *tiler) berichtentegel(b sight.Berichtentegel) {
	t.head(tileRow, lang.TileMessages)
	if len(b.Groups) == 0 && len(b.Addressees) == 0 {
		t.head(emptyRow, lang.TileEmpty)
	}
	for _, g := range b.Groups {
		t.group(g, g.Stake.Berichtentegel)
		t.abilities(g)
		t.persons(g.Rows, false)
	}
	if n := len(b.Addressees); n > 0 {
		t.head(groupRow, lang.TileAddressees, n)
		t.persons(b.Addressees, true)
	}
}

// group is the group's name, with the ground on which it stands in the tile.
func (t *tiler) group(g sight.GroupRows, c sight.Clause) {
	row := sightRow{kind: groupRow, text: t.s.Words.Group(t.world, g.Group)}
	if c.Holds() {
		row.sight = []sight.Ground{{Clause: c, Group: g.Group}}
	}
	t.add(row)
}

// abilities are what may be done with the group as a whole (D1, D3, D4).
func (t *tiler) abilities(g sight.GroupRows) {
	for _, a := range []struct {
		clause sight.Clause
		words  func() string
	}{
		{g.Stake.GroupMessage, func() string { return t.s.Words.Say(lang.TileGroupMessage, t.counselors(g.Group)) }},
		{g.Stake.GroupReport, func() string { return t.s.Words.Say(lang.TileGroupReport) }},
		{g.Stake.Programme, func() string { return t.s.Words.Say(lang.TileProgramme) }},
	} {
		if a.clause.Holds() {
			t.add(sightRow{kind: abilityRow, text: a.words(), mail: []sight.Ground{{Clause: a.clause, Group: g.Group}}})
		}
	}
}

// counselors counts whom a group message reaches.
func (t *tiler) counselors(id domain.GroupID) int {
	n := 0
	for _, m := range t.world.MembersOn(id, t.s.On) {
		if m.As.IsCounselor() {
			n++
		}
	}
	return n
}

// persons adds a row each, by name. In the list of addressees everybody may be
// messaged, so that no word says it again.
func (t *tiler) persons(rows []sight.Row, addressees bool) {
	list := make([]sight.Row, 0, len(rows))
	for _, r := range rows {
		if p, _ := t.world.Person(r.Person); t.lane.matches(p.Shown()) {
			list = append(list, r)
		}
	}
	lang.SortBy(list, func(r sight.Row) string {
		p, _ := t.world.Person(r.Person)
		return t.s.Roster.NameKey(p)
	})
	for _, r := range list {
		t.add(sightRow{
			kind: personRow, person: r.Person, text: t.s.Words.Person(t.world, r.Person), as: r.As,
			message: len(r.Messages) > 0 && !addressees, sight: r.Sight, mail: r.Messages,
		})
	}
}
