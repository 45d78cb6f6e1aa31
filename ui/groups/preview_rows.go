package groups

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
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

// tileID says in which of the two tiles a row stands.
type tileID uint8

const (
	personsTile tileID = iota
	messagesTile
)

// section says in which part of a tile a row stands.
type section uint8

const (
	groupSection section = iota
	networkSection
	addresseesSection
)

// spot is where a row stands, whatever is said there: it finds the same row in
// the tiles of another world.
type spot struct {
	kind    rowKind
	tile    tileID
	section section
	group   domain.GroupID  // of a groupSection
	person  domain.PersonID // of a personRow
	deed    sight.Rule      // of an abilityRow
}

// sightRow is one line of a tile.
type sightRow struct {
	spot
	text    string
	order   string // of a person among the others of the section
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
	at    spot // the tile and the section that is being written
	out   []sightRow
}

// sightRows are the tiles as that person sees them: nothing in them tells of
// what they do not see (C4).
func sightRows(s scene.Scene, world domain.World, l lane, p sight.Personentegel, b sight.Berichtentegel) []sightRow {
	t := tiler{s: s, world: world, lane: l}
	t.personentegel(p)
	t.at = spot{tile: messagesTile}
	t.add(sightRow{spot: spot{kind: blankRow}})
	t.berichtentegel(b)
	return t.out
}

// add writes a row where the tiler is.
func (t *tiler) add(r sightRow) {
	r.tile, r.section, r.group = t.at.tile, t.at.section, t.at.group
	t.out = append(t.out, r)
}

func (t *tiler) enter(in section, g domain.GroupID) { t.at.section, t.at.group = in, g }

func (t *tiler) head(kind rowKind, key words.Key, args ...any) {
	t.add(sightRow{spot: spot{kind: kind}, text: t.s.Words.Say(key, args...)})
}

func (t *tiler) personentegel(p sight.Personentegel) {
	t.head(tileRow, "tile.persons")
	if len(p.Groups) == 0 && len(p.Network) == 0 {
		t.head(emptyRow, "tile.empty")
	}
	for _, g := range p.Groups {
		t.group(g, g.Access.Personentegel)
		t.persons(g.Rows, false)
	}
	if len(p.Network) > 0 {
		t.enter(networkSection, "")
		t.head(groupRow, "tile.network")
		t.persons(p.Network, false)
	}
}

func (t *tiler) berichtentegel(b sight.Berichtentegel) {
	t.head(tileRow, "tile.messages")
	if len(b.Groups) == 0 && len(b.Addressees) == 0 {
		t.head(emptyRow, "tile.empty")
	}
	for _, g := range b.Groups {
		t.group(g, g.Access.Berichtentegel)
		t.abilities(g)
		t.persons(g.Rows, false)
	}
	if n := len(b.Addressees); n > 0 {
		t.enter(addresseesSection, "")
		t.head(groupRow, "tile.addressees", n)
		t.persons(b.Addressees, true)
	}
}

// group is the group's name, with the ground on which it stands in the tile.
func (t *tiler) group(g sight.GroupRows, c sight.Clause) {
	t.enter(groupSection, g.Group)
	row := sightRow{spot: spot{kind: groupRow}, text: t.s.Words.Group(t.world, g.Group)}
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
		{g.Access.GroupMessage, func() string { return t.s.Words.Say("tile.group-message", t.counselors(g.Group)) }},
		{g.Access.GroupReport, func() string { return t.s.Words.Say("tile.group-report") }},
		{g.Access.Programme, func() string { return t.s.Words.Say("tile.programme") }},
	} {
		if a.clause.Holds() {
			t.add(sightRow{spot: spot{kind: abilityRow, deed: a.clause.Rule}, text: a.words(), mail: []sight.Ground{{Clause: a.clause, Group: g.Group}}})
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
	list := make([]sightRow, 0, len(rows))
	for _, r := range rows {
		p, _ := t.world.Person(r.Person)
		if !t.lane.matches(p.Shown()) {
			continue
		}
		list = append(list, sightRow{
			spot: spot{kind: personRow, person: r.Person}, text: t.s.Words.Person(t.world, r.Person), as: r.As,
			order:   t.s.Roster.NameKey(p),
			message: len(r.Messages) > 0 && !addressees, sight: r.Sight, mail: r.Messages,
		})
	}
	words.SortBy(list, func(r sightRow) string { return r.order })
	for _, r := range list {
		t.add(r)
	}
}
