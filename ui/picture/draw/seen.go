package draw

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/words"
)

// block is a group, or the network, with the people whom somebody sees in it.
type block struct {
	name    string
	network bool
	rows    []seenRow
	step    float64 // from one of them to the next below
}

type seenRow struct {
	person domain.PersonID
	name   string
	as     domain.Role
}

const (
	mostRows = 12 // people of a block; the rest is counted
	mostSaid = 60 // names in one sentence of a description; the rest is counted
)

// Seen is the picture of what one person sees: they in the middle, and around them the
// groups and the network of their tiles. It knows nothing but those tiles (C4): for a user
// of a hidden group it is byte for byte the picture of a world without that group.
func Seen(s Subject, person domain.PersonID) picture.Drawing {
	name, blocks := s.person(person), spaced(s.blocks(person))
	people := map[domain.PersonID]bool{}
	for _, b := range blocks {
		for _, r := range b.rows {
			people[r.person] = true
		}
	}
	l := newLayer(s.Words.Say("picture.seen.title", name), wide)
	l.head(l.Title, s.Words.Say("picture.seen.people", len(people), s.day()))
	l.Desc = s.seenDesc(name, len(people), blocks)
	l.around(s, person, name, blocks)
	shown := map[domain.Role]bool{}
	if known, _ := sight.Roles(s.World, person, s.On); len(known) > 0 {
		shown[known[0]] = true
	}
	for _, b := range blocks {
		for _, r := range b.rows {
			shown[r.as] = true
		}
	}
	l.legend(s.roleSamples(shown)...)
	return l.Drawing
}

// blocks are the groups of both tiles, by name, and last the network.
func (s Subject) blocks(person domain.PersonID) []block {
	p, b := sight.Tiles(s.World, person, s.On)
	byGroup := map[domain.GroupID][]sight.Row{}
	var ids []domain.GroupID
	for _, g := range slices.Concat(p.Groups, b.Groups) {
		if _, ok := byGroup[g.Group]; !ok {
			ids = append(ids, g.Group)
		}
		byGroup[g.Group] = append(byGroup[g.Group], g.Rows...)
	}
	slices.Sort(ids)
	var out []block
	for _, id := range ids {
		out = append(out, block{name: s.group(id), rows: s.rows(byGroup[id])})
	}
	words.SortBy(out, func(b block) string { return words.SortKey(b.name) })
	if len(p.Network) > 0 {
		out = append(out, block{name: s.Words.Say("picture.network"), network: true, rows: s.rows(p.Network)})
	}
	return out
}

// rows are people, each once: counselors, then users, by name.
func (s Subject) rows(all []sight.Row) []seenRow {
	var out []seenRow
	known := map[domain.PersonID]bool{}
	for _, r := range all {
		if !known[r.Person] {
			known[r.Person] = true
			out = append(out, seenRow{r.Person, s.person(r.Person), r.As})
		}
	}
	slices.SortFunc(out, func(a, b seenRow) int { return strings.Compare(string(a.person), string(b.person)) })
	words.SortBy(out, func(r seenRow) string {
		if r.as.IsCounselor() {
			return "\x00" + words.SortKey(r.name)
		}
		return "\x01" + words.SortKey(r.name)
	})
	return out
}

func (s Subject) seenDesc(name string, people int, blocks []block) []string {
	if len(blocks) == 0 {
		return []string{s.Words.Say("picture.seen.nothing", name, s.Words.FullDate(s.On))}
	}
	said := []string{s.Words.Say("picture.seen.desc", people, name, s.Words.FullDate(s.On))}
	for _, b := range blocks {
		var names []string
		for _, r := range b.rows {
			names = append(names, s.Words.Say("picture.as", r.name, s.Words.RoleWord(r.as)))
		}
		switch {
		case b.network:
			said = append(said, s.Words.Say("picture.seen.in-network", s.Words.Some(names, mostSaid)))
		case len(names) == 0:
			said = append(said, s.Words.Say("picture.seen.in-group-nobody", b.name))
		default:
			said = append(said, s.Words.Say("picture.seen.in-group", b.name, s.Words.Some(names, mostSaid)))
		}
	}
	return said
}

func (b block) lines() int {
	n := len(b.rows)
	if n > mostRows {
		return mostRows + 1
	}
	return max(n, 1)
}

func (b block) height() float64 { return float64(b.lines())*b.step + 48 }

// spaced gives all blocks the same room for a person: less where there are many.
func spaced(all []block) []block {
	step := 2 * picture.LetterH
	for _, b := range all {
		if b.lines() > mostRows/2 {
			step = line
		}
	}
	for i := range all {
		all[i].step = step
	}
	return all
}

const blockW = 280.0

// around puts the person in the middle and the blocks on both sides.
func (l *layer) around(s Subject, person domain.PersonID, name string, blocks []block) {
	top := l.H + margin
	var column [2][]int // of blocks; the right one first, because a single one stands there
	var high [2]float64
	for i, b := range blocks {
		side := 1
		if high[0] < high[1] {
			side = 0
		}
		column[side] = append(column[side], i)
		high[side] += b.height() + margin
	}
	tall := max(high[0], high[1], 120)
	middle := picture.Spot{X: l.W / 2, Y: top + tall/2}
	if len(column[0]) == 0 {
		middle.X = l.W * 0.3
	}
	var lines, rest []picture.Mark
	for side, list := range column {
		left, edge := margin, margin+blockW
		if side == 1 {
			left, edge = l.W-margin-blockW, l.W-margin-blockW
		}
		y := top + (tall-high[side]+margin)/2
		for _, i := range list {
			b := blocks[i]
			style := picture.Solid
			if b.network {
				style = picture.Dotted
			}
			lines = append(lines, picture.Line{From: middle, To: picture.Spot{X: edge, Y: y + b.height()/2}, Style: style, Arrow: true, Weight: 2})
			rest = append(rest, b.marks(s, left, y)...)
			y += b.height() + margin
		}
	}
	l.add(lines...)
	l.add(rest...)
	one := picture.Point{At: middle, Strong: true}
	if known, _ := sight.Roles(s.World, person, s.On); len(known) > 0 {
		one.Form, one.Letter = s.role(known[0]).Form, s.role(known[0]).Letter
	}
	l.add(picture.Text{At: picture.Spot{X: middle.X, Y: middle.Y + 38}, Text: name, Anchor: picture.Middle, Room: 180, Bold: true, Plate: true}, one)
	if len(blocks) == 0 {
		l.add(picture.Text{At: picture.Spot{X: middle.X + 150, Y: middle.Y}, Text: s.Words.Say("picture.seen.none"), Room: 350})
	}
	l.H = top + tall
}

// marks draw a block with its corner above on the left at a spot.
func (b block) marks(s Subject, x, y float64) []picture.Mark {
	style := picture.Solid
	if b.network {
		style = picture.Dotted
	}
	out := []picture.Mark{
		picture.Ring{At: picture.Spot{X: x + blockW/2, Y: y + b.height()/2}, RX: blockW / 2, RY: b.height() / 2, Corners: true, Style: style, Weight: 2},
		picture.Text{At: picture.Spot{X: x + blockW/2, Y: y + 20}, Text: b.name, Anchor: picture.Middle, Room: blockW - 40, Bold: true},
	}
	y += 35 + b.step/2
	for i, r := range b.rows[:min(len(b.rows), mostRows)] {
		p := s.role(r.as)
		p.At, p.Label, p.Room = picture.Spot{X: x + 30, Y: y + float64(i)*b.step}, r.name, blockW-65
		out = append(out, p)
	}
	last := picture.Spot{X: x + 50, Y: y + float64(b.lines()-1)*b.step}
	switch {
	case len(b.rows) == 0:
		out = append(out, picture.Text{At: last, Text: s.Words.Say("picture.seen.nobody"), Room: blockW - 65})
	case len(b.rows) > mostRows:
		out = append(out, picture.Text{At: last, Text: s.Words.Say("picture.more", len(b.rows)-mostRows), Room: blockW - 65})
	}
	return out
}
