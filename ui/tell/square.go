package tell

import (
	"iter"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// CellSelf is the cell of a member with themselves.
const CellSelf = "–"

// Cell returns a sign and a letter for a cell, so that no colour is needed. The sign
// says by which route the viewer sees the other, the letter whether they only see or
// also message. A small letter is a route outside the group.
func (w Words) Cell(c sight.Cell) string {
	sign := [...]string{"·", "□", "■"}[c.Sight]
	switch {
	case c.Messages == sight.Here:
		return sign + w.Say("matrix.letter.messages")
	case c.Messages == sight.Elsewhere:
		return sign + strings.ToLower(w.Say("matrix.letter.messages"))
	case c.Sight == sight.Here:
		return sign + w.Say("matrix.letter.sees")
	case c.Sight == sight.Elsewhere:
		return sign + strings.ToLower(w.Say("matrix.letter.sees"))
	}
	return sign + " "
}

// CellWord is Cell in a word or two, where there is room. A route outside the group stands
// between brackets.
func (w Words) CellWord(c sight.Cell) string {
	word := func(key words.Key, by sight.Route) string {
		if by == sight.Elsewhere && (c.Sight == sight.Here || c.Messages == sight.Here) {
			return "(" + w.Say(key) + ")"
		}
		return w.Say(key)
	}
	var said []string
	if c.Sight != sight.NoRoute {
		said = append(said, word("matrix.word.sees", c.Sight))
	}
	if c.Messages != sight.NoRoute {
		said = append(said, word("matrix.word.messages", c.Messages))
	}
	both := strings.Join(said, "+")
	switch {
	case both == "":
		return w.Say("matrix.word.not")
	case c.Sight != sight.Here && c.Messages != sight.Here:
		return "(" + both + ")"
	}
	return both
}

// CellLegend explains the signs and letters of Cell in a few words each.
func (w Words) CellLegend() []string {
	return []string{w.Say("matrix.legend.here"), w.Say("matrix.legend.elsewhere"), w.Say("matrix.legend.not"),
		w.Say("matrix.legend.messages"), w.Say("matrix.legend.sees"), w.Say("matrix.legend.small")}
}

// cellWords is Cell for a spreadsheet, whose filters do not tell small letters from
// capitals.
func (w Words) cellWords(c sight.Cell) string {
	said := w.Say("matrix.table.not")
	switch f := c.Fact(); {
	case f.Sees && f.Messages:
		said = w.Say("matrix.table.both")
	case f.Sees:
		said = w.Say("matrix.table.sees")
	case f.Messages:
		said = w.Say("matrix.table.messages")
	}
	if max(c.Sight, c.Messages) == sight.Elsewhere {
		return w.Say("matrix.table.elsewhere", said)
	}
	return said
}

// SortMembers sorts members as lists show them: counselors, then users, each by
// the key of their name.
func SortMembers(world domain.World, members []domain.Member, key func(domain.Person) string) {
	words.SortBy(members, func(m domain.Member) string {
		p, _ := world.Person(m.Person)
		if m.As.IsCounselor() {
			return "\x00" + key(p)
		}
		return "\x01" + key(p)
	})
}

// MemberNames returns the schermnaam of each, cleaned; of namesakes with what tells them
// apart (DOMAIN.md 4).
func (w Words) MemberNames(world domain.World, members []domain.Member) []string {
	names, many := make([]string, len(members)), make(map[string]int, len(members))
	for i, m := range members {
		names[i] = w.Person(world, m.Person)
		many[strings.ToLower(names[i])]++
	}
	for i, m := range members {
		if many[strings.ToLower(names[i])] > 1 {
			p, _ := world.Person(m.Person)
			names[i] += " (" + w.Apart(p) + ")"
		}
	}
	return names
}

// SquareTable returns a square for a spreadsheet: a line per viewer, a column per person,
// and about on the last line. It may be iterated on any goroutine, and more than once.
func (w Words) SquareTable(world domain.World, q sight.Square, about string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		members := q.Members()
		begin := func(first ...string) []string { return append(make([]string, 0, len(first)+len(members)), first...) }
		row := begin(w.Say("cli.column.viewer"), w.Say("cli.column.viewer-name"), w.Say("matrix.table.role"))
		for _, m := range members {
			row = append(row, w.Say("cli.named", w.Person(world, m.Person), string(m.Person)))
		}
		if !yield(row) {
			return
		}
		breaches := q.Breaches()
		for i, m := range members {
			row = begin(string(m.Person), w.Person(world, m.Person), w.WithBreaks(w.RoleShort(m.As), breaches.Member(m.Group, m.As)))
			for j, c := range q.Line(i) {
				if i == j {
					row = append(row, CellSelf)
				} else {
					broken := breaches.Fact(sight.Pair{Viewer: m.Person, Other: members[j].Person}, c.Fact())
					row = append(row, w.WithBreaks(w.cellWords(c), broken))
				}
			}
			if !yield(row) {
				return
			}
		}
		row = begin("", about, "")
		yield(row[:cap(row)]) // as wide as the others, so that every reader takes it
	}
}
