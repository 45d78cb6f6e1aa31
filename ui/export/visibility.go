package export

import (
	"iter"
	"slices"
	"strconv"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

const (
	// mostSightlines is how many lines the sheet of who sees whom can have.
	mostSightlines = 50_000
	// mostWays is how many groups and networks a line names; the rest is counted.
	mostWays = 5
)

// visibility is the sheet of who sees whom on the reference date, which is not read back.
// Above most lines it counts them per person instead: a list that breaks off would say of
// whoever is not on it that nobody sees them.
func visibility(c Content, most int) spreadsheet.Sheet {
	count := countSightlines(c.World, c.On)
	rows, heads := c.sightlines(), []words.Key{
		"cli.column.viewer", "cli.column.viewer-name", "cli.export.viewer-role", "cli.column.other", "cli.column.other-name", "cli.export.other-role",
		"cli.export.sees-on", "cli.column.messages", "cli.export.because",
	}
	if count.all > most {
		rows, heads = c.counted(count), append(heads[:3], "cli.export.sees-count", "cli.export.seen-count")
	}
	out := spreadsheet.Sheet{Name: c.Words.Say("cli.export.visibility")}
	for _, key := range heads {
		out.Columns = append(out.Columns, spreadsheet.Column{Head: c.Words.Say(key, c.Words.Date(c.On)), Width: 20})
	}
	out.Rows = func(yield func([]spreadsheet.Cell) bool) {
		var row []spreadsheet.Cell
		for texts := range rows {
			row = row[:0]
			for _, text := range texts {
				row = append(row, spreadsheet.Cell{Text: text})
			}
			if !yield(row) {
				return
			}
		}
	}
	return out
}

// sightlines are all, by viewer and other.
func (c Content) sightlines() iter.Seq[[]string] {
	by := func(id domain.PersonID) string { return c.Words.Person(c.World, id) }
	ways := tell.Ways{Words: c.Words, By: by, Before: c.World, After: c.World}
	return func(yield func([]string) bool) {
		for line := range sight.Matrix(c.World, c.On) {
			viewer := c.named(line.Viewer)
			for _, l := range line.Persons {
				because := c.Words.Some(ways.Routes(together(l)), mostWays)
				row := append(append(viewer[:3:3], c.named(l.Other)...), c.Words.YesNo(l.Sees()), c.Words.YesNo(l.MayMessage()), because)
				if !yield(row) {
					return
				}
			}
		}
	}
}

// together are the grounds of both facts, each once.
func together(l sight.Sightline) []sight.Ground {
	out := slices.Clone(l.Sight)
	for _, g := range l.Messages {
		if !slices.Contains(l.Sight, g) {
			out = append(out, g)
		}
	}
	return out
}

// named is somebody's id, name and role.
func (c Content) named(id domain.PersonID) []string {
	p, _ := c.World.Person(id)
	return []string{words.Clean(string(id)), c.Words.Person(c.World, id), c.Words.RoleWord(p.Role)}
}

// seeing is how many people everybody sees, and by how many they are seen.
type seeing struct {
	people     []domain.PersonID
	sees, seen []int
	all        int
}

func countSightlines(w domain.World, on domain.Date) seeing {
	people, lists := sight.NewEvaluator(w, on).Everybody()
	out := seeing{people: people, sees: make([]int, len(people)), seen: make([]int, len(people))}
	for viewer, list := range lists {
		out.sees[viewer], out.all = len(list), out.all+len(list)
		for _, n := range list {
			out.seen[n]++
		}
	}
	return out
}

// counted says how many lines there are in all and where they are to be had, and counts
// them per person.
func (c Content) counted(s seeing) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		if !yield([]string{c.Words.Say("cli.export.counted", s.all)}) {
			return
		}
		for i, id := range s.people {
			if !yield(append(c.named(id), strconv.Itoa(s.sees[i]), strconv.Itoa(s.seen[i]))) {
				return
			}
		}
	}
}
