package groups

import (
	"regexp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	undecided = -2
	nobody    = -1
)

// pastedLine is a line of a list and whom it means.
type pastedLine struct {
	raw    string            // as it was pasted
	text   string            // to show
	found  []domain.PersonID // who can be added; of several one has to be chosen
	chosen int               // index in found, nobody or undecided
	sure   bool
	why    words.Key // why nobody can be added for it
}

// unknownLine is why a line is of nobody: nobody has such a name or number.
const unknownLine words.Key = "add-members.unknown"

// unknown are the lines of a list that mean nobody, as they were pasted.
func (c sorting) unknown() []string {
	var out []string
	for _, l := range c.lines {
		if l.isUnknown() {
			out = append(out, l.raw)
		}
	}
	return out
}

func (l pastedLine) isUnknown() bool { return len(l.found) == 0 && l.why == unknownLine }

// sorting is the step that shows a list: lines to choose a person for, lines
// without one, and lines that were found.
type sorting struct {
	lines  []pastedLine
	rows   []sortRow
	list   widget.List
	unread int // lines beyond the limit
	refuse string
}

// sortRow is one row of the step: a heading, a line or a candidate of a line.
type sortRow struct {
	words     string // of a heading
	line      int    // index in lines; -1 on a heading
	candidate int    // index in found, or nobody
	pick      bool   // the row is a candidate
	sub       bool   // the row is the pasted text above its candidates
}

func newSorting(s scene.Scene, a admission, list string) sorting {
	f := newFinder(s)
	var out sorting
	seen := map[domain.PersonID]bool{}
	for line := range strings.SplitSeq(list, "\n") {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if len(out.lines) == linesLimit {
			out.unread++
			continue
		}
		out.lines = append(out.lines, readLine(s, a, f, seen, line))
	}
	out.rows = out.arrange(s.Words)
	out.list = out.list.Set(out.listRows(), 10)
	return out
}

// readLine finds out whom a line means, and whether that person can be added. seen
// are the people of the sure lines before it.
func readLine(s scene.Scene, a admission, f finder, seen map[domain.PersonID]bool, line string) pastedLine {
	out := pastedLine{raw: line, text: words.Clean(strings.ReplaceAll(line, "\t", " ")), chosen: nobody}
	ids, sure := f.find(line)
	out.why = unknownLine
	for _, id := range ids {
		p, _ := s.World.Person(id)
		if why := a.obstacle(p); why != "" {
			out.why = why
			continue
		}
		if sure && seen[id] {
			out.why = "add-members.twice"
			continue
		}
		out.found = append(out.found, id)
	}
	switch {
	case len(out.found) == 0:
	case sure:
		out.chosen, out.sure = 0, true
		seen[out.found[0]] = true
	default:
		out.chosen = undecided
	}
	return out
}

// arrange orders the rows: lines that need an answer first, found ones last.
func (c sorting) arrange(w tell.Words) []sortRow {
	var choose, not, found []sortRow
	several := 0
	for i, l := range c.lines {
		switch {
		case l.sure:
			found = append(found, sortRow{line: i})
		case len(l.found) == 0:
			not = append(not, sortRow{line: i})
		default:
			several++
			choose = append(choose, sortRow{line: i, sub: true})
			for n := range l.found {
				choose = append(choose, sortRow{line: i, candidate: n, pick: true})
			}
			choose = append(choose, sortRow{line: i, candidate: nobody, pick: true})
		}
	}
	var out []sortRow
	add := func(n int, key words.Key, rows []sortRow) {
		if n > 0 {
			out = append(append(out, sortRow{words: w.Say(key, n), line: -1}), rows...)
		}
	}
	add(several, "add-members.several", choose)
	add(len(not), "add-members.not-possible", not)
	add(len(found), "add-members.found", found)
	if c.unread > 0 {
		out = append(out, sortRow{words: w.Say("add-members.unread", linesLimit, c.unread), line: -1})
	}
	return out
}

func (c sorting) listRows() widget.Rows {
	return widget.Rows{N: len(c.rows), Selectable: func(i int) bool { return c.rows[i].line >= 0 && !c.rows[i].sub }}
}

// people are the found and chosen people, in the order of the list.
func (c sorting) people() []domain.PersonID {
	var out []domain.PersonID
	for _, l := range c.lines {
		if l.chosen >= 0 {
			out = append(out, l.found[l.chosen])
		}
	}
	return out
}

// update answers a key or click. It returns Submit only when nothing is undecided.
func (c sorting) update(s scene.Scene, at widget.Box, msg tea.Msg) (sorting, widget.Event) {
	at = c.listBox(s, at)
	c.list = c.list.Set(c.listRows(), at.H)
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			c.list = c.list.Scroll(msg.Wheel)
		} else if i, ok := c.list.At(msg.Y - at.Y); ok {
			c.list = c.list.Select(i)
			return c.choose(), widget.Changed
		}
	case tea.KeyPressMsg:
		c.refuse = ""
		switch msg.String() {
		case "esc":
			return c, widget.Cancel
		case "space":
			return c.choose(), widget.Changed
		case "enter":
			return c.submit(s)
		}
		c.list, _ = c.list.Key(msg.String())
	}
	return c, widget.None
}

// choose takes the candidate under the cursor; on a found line it leaves the person
// out, or takes them again.
func (c sorting) choose() sorting {
	i := c.list.Cursor()
	if i < 0 {
		return c
	}
	row := c.rows[i]
	lines := slices.Clone(c.lines)
	l := &lines[row.line]
	switch {
	case row.pick:
		l.chosen = row.candidate
	case l.sure && l.chosen >= 0:
		l.chosen = nobody
	case l.sure:
		l.chosen = 0
	}
	c.lines = lines
	return c
}

// decided goes to the first line for which somebody has to be chosen, and says so; open
// is false where there is none.
func (c sorting) decided(s scene.Scene) (next sorting, open bool) {
	for i, row := range c.rows {
		if row.pick && c.lines[row.line].chosen == undecided {
			c.list = c.list.Select(i)
			c.refuse = s.Words.Say("add-members.choose-first", c.lines[row.line].text)
			return c, true
		}
	}
	return c, false
}

func (c sorting) submit(s scene.Scene) (sorting, widget.Event) {
	if next, open := c.decided(s); open {
		return next, widget.None
	}
	if len(c.people()) == 0 {
		c.refuse = s.Words.Say("add-members.nobody-to-add")
		return c, widget.None
	}
	return c, widget.Submit
}

func (c sorting) warning(s scene.Scene, w int) []string {
	if c.refuse == "" {
		return nil
	}
	return dialog.Remarks{dialog.WrongTone.Remark(c.refuse)}.Lines(s.Theme, w)
}

// listBox is the place of the list, below the warning.
func (c sorting) listBox(s scene.Scene, at widget.Box) widget.Box {
	return at.Rows(min(len(c.warning(s, at.W)), at.H/2), widget.Share(1))[1]
}

func (c sorting) view(s scene.Scene, n dialog.Namer, at widget.Box) (string, *tea.Cursor) {
	in := c.listBox(s, at)
	list := c.list.Set(c.listRows(), in.H)
	drawn := dialog.ListView(s.Theme, list, in.W, in.H, func(i int, state widget.RowState, w int) string {
		return c.draw(s, n, w, c.rows[i], state)
	})
	from, _ := list.Window()
	cursor := tea.NewCursor(0, in.Y-at.Y+list.Cursor()-from)
	if list.Cursor() < 0 {
		cursor = nil
	}
	return widget.Stack(widget.Fit(s.Theme.Measure, c.warning(s, at.W), at.W, at.H-in.H), drawn), cursor
}

func (c sorting) draw(s scene.Scene, n dialog.Namer, w int, row sortRow, state widget.RowState) string {
	t := s.Theme
	base := widget.RowStyle(t, state, true)
	if row.line < 0 {
		return widget.Line(t.Measure, w, base, widget.Cell{Text: row.words, Style: t.Heading, W: widget.Share(1)})
	}
	l := c.lines[row.line]
	pointer := "  "
	if state.Selected {
		pointer = "▸ "
	}
	two := func(mark, left, right string) string {
		return widget.Line(t.Measure, w, base,
			widget.Cell{Text: pointer + mark + left, Style: t.Text, W: widget.Share(3)}, widget.Cell{W: 1},
			widget.Cell{Text: right, Style: t.Faint, W: widget.Share(2)})
	}
	switch {
	case row.sub:
		return widget.Line(t.Measure, w, base, widget.Cell{Text: "  ‘" + l.text + "’", Style: t.Accent, W: widget.Share(1)})
	case row.pick:
		mark := "  ( ) "
		if l.chosen == row.candidate {
			mark = "  (•) "
		}
		if row.candidate == nobody {
			return two(mark, s.Words.Say("add-members.none-of-them"), "")
		}
		p, _ := s.World.Person(l.found[row.candidate])
		return two(mark, words.Clean(p.Shown()), n.Detail(p))
	case l.sure:
		mark := "[✓] "
		if l.chosen < 0 {
			mark = "[ ] "
		}
		p, _ := s.World.Person(l.found[0])
		return two(mark, words.Clean(p.Shown()), n.Detail(p))
	}
	return two("", "‘"+l.text+"’", s.Words.Say(l.why))
}

// finder finds people by a line of somebody's list: a number or id, a name either
// way round, or columns with both. Make one per list.
type finder struct {
	exact map[string][]domain.PersonID
	names []nameText
}

// nameText is the text in which the words of a line are searched, where no whole
// line matches.
type nameText struct {
	id   domain.PersonID
	text string
}

const (
	mostCandidates = 8
	leastLetters   = 2 // one letter would find everybody
)

func newFinder(s scene.Scene) finder {
	f := finder{exact: map[string][]domain.PersonID{}}
	for _, p := range s.Roster.People() {
		family := p.FamilyName
		if family == domain.NoFamilyName {
			family = ""
		}
		full := comparableName(p.GivenName + " " + p.FamilyNamePrefix + " " + family)
		for _, way := range []string{
			comparableName(p.Number), comparableName(string(p.ID)), comparableName(p.Shown()), full,
			comparableName(p.FamilyNamePrefix + " " + family + " " + p.GivenName),
			comparableName(family + " " + p.GivenName + " " + p.FamilyNamePrefix),
			comparableName(family + " " + p.FamilyNamePrefix + " " + p.GivenName),
		} {
			if way != "" && !slices.Contains(f.exact[way], p.ID) {
				f.exact[way] = append(f.exact[way], p.ID)
			}
		}
		f.names = append(f.names, nameText{p.ID, comparableName(p.Shown()) + " " + full})
	}
	return f
}

// comparableName is a name in the form for comparing: folded, and without the comma of
// "Bakker, Sem".
func comparableName(s string) string { return domain.LookUp(strings.ReplaceAll(s, ",", " ")) }

var bullet = regexp.MustCompile(`^(?:[-*•·–]|\d{1,3}[.)])\s+`)

// find returns whom a line may mean. It is sure when the whole line is the name or
// number of exactly one person; a part of a name is not enough.
func (f finder) find(line string) (found []domain.PersonID, sure bool) {
	line = bullet.ReplaceAllString(strings.TrimSpace(line), "")
	if found := f.exact[comparableName(strings.NewReplacer("\t", " ", ";", " ").Replace(line))]; len(found) > 0 {
		return found, len(found) == 1
	}
	cells := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ';' })
	if len(cells) > 1 {
		if found, sure = f.findColumns(cells); len(found) > 0 {
			return found, sure
		}
	}
	return f.findPart(comparableName(line)), false
}

// findColumns is find for a line of several cells: number and name must mean the
// same person.
func (f finder) findColumns(cells []string) (found []domain.PersonID, sure bool) {
	agree := true
	for _, c := range cells {
		ids := f.exact[comparableName(strings.Trim(strings.TrimSpace(c), `"`))]
		if len(ids) == 0 {
			continue
		}
		if found == nil {
			found = ids
			continue
		}
		both := slices.DeleteFunc(slices.Clone(found), func(id domain.PersonID) bool { return !slices.Contains(ids, id) })
		if len(both) > 0 {
			found = both
			continue
		}
		agree = false
		found = append(slices.Clone(found), ids...)
	}
	return found, agree && len(found) == 1
}

// findPart returns the people with every word of the line in their name; none when
// they are too many to choose from.
func (f finder) findPart(line string) []domain.PersonID {
	words := strings.Fields(line)
	if len([]rune(line)) < leastLetters {
		return nil
	}
	var out []domain.PersonID
	for _, l := range f.names {
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(l.text, w) }) {
			continue
		}
		if out = append(out, l.id); len(out) > mostCandidates {
			return nil
		}
	}
	return out
}
