// Package why is the dialog that says why one person sees another or not, which
// single edits would turn that, and who else sees that person.
//
// It promises that no key waits for the search: a few edits are tried between
// keys, and esc leaves at once. It refuses to judge visibility: it asks sight.
package why

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
)

// Dialog answers one question, or lists who sees the other of the two.
type Dialog struct {
	pair
	world        domain.World // the world and the day of the answer
	on           domain.Date
	answer       sight.Answer
	text         dialog.Page // the reasons
	scroll       dialog.Scroll
	search       search
	breaches     sight.Breaches
	edits        edits
	waiting      bool // for scene.Again
	viewers      viewers
	showsViewers bool // instead of the answer about the pair
	refusal      string
}

var _ scene.Dialog = Dialog{}

// New answers why viewer sees other, or why not. The root has to send the first
// scene.Again; the dialog wishes the next ones.
func New(s scene.Scene, viewer, other domain.PersonID) scene.Dialog {
	return Dialog{waiting: true}.ask(s, pair{viewer, other})
}

// ask starts over with the question about p.
func (d Dialog) ask(s scene.Scene, p pair) Dialog {
	d = Dialog{
		pair: p, world: s.World, on: s.On, waiting: d.waiting, showsViewers: d.showsViewers, viewers: d.viewers,
		answer: sight.Why(s.Seen(), p.viewer, p.other, s.On), search: newSearch(s, p),
		breaches: sight.NewBreaches(s.Seen(), s.On),
	}
	if d.showsViewers {
		d.viewers = newViewers(s, p.other)
	}
	d.text = dialog.NewPage(s, textWidth(s), d.reasons)
	return d.showFound(s)
}

// showFound lays out what the search has found so far.
func (d Dialog) showFound(s scene.Scene) Dialog {
	d.edits = d.edits.layOut(s, d.search, d.answer)
	return d.resize(s)
}

// resize gives the lists their height, and wraps anew where width or language has
// changed.
func (d Dialog) resize(s scene.Scene) Dialog {
	d.text = d.text.Resize(s, textWidth(s))
	if !d.edits.isFor(s) {
		d.edits = d.edits.layOut(s, d.search, d.answer)
	}
	l := d.arrange(s)
	d.edits = d.edits.resize(l.list.H)
	d.viewers = d.viewers.resize(l.list.H)
	return d
}

func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d = d.ask(s, d.pair)
	}
	d = d.resize(s)
	switch msg := msg.(type) {
	case scene.Again:
		d.waiting = false
		if !d.search.done() {
			d.search = d.search.step(d.pair)
			d = d.showFound(s)
		}
	case scene.Refused:
		// The dialog was closed meanwhile, and an Again on its way was dropped.
		d.refusal, d.waiting = s.Words.Refusal(s.World, msg.Refusal), false
	case scene.Clicked:
		return d.click(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg.String())
	}
	return d.searchOn()
}

// searchOn wishes Again while there is more to try.
func (d Dialog) searchOn() (Dialog, scene.Wish) {
	if d.waiting || d.search.done() {
		return d, nil
	}
	d.waiting = true
	return d, scene.Again{}
}

func (d Dialog) key(s scene.Scene, key string) (scene.Dialog, scene.Wish) {
	d.refusal = ""
	switch key {
	case "esc":
		return d, scene.Close{}
	case "tab":
		d.showsViewers = !d.showsViewers
		if d.showsViewers {
			d.viewers = newViewers(s, d.other)
		}
		d.scroll = dialog.Scroll{}
		return d.resize(s).searchOn()
	case "s":
		if !d.showsViewers {
			return d.ask(s, pair{d.other, d.viewer}).searchOn()
		}
	case "pgdown":
		return d.scrollPages(s, 1).searchOn()
	case "pgup":
		return d.scrollPages(s, -1).searchOn()
	case "enter":
		return d.enter(s)
	default:
		return d.moveCursor(s, key).searchOn()
	}
	return d.searchOn()
}

// enter wishes the edit under the cursor, or asks about the viewer under it.
func (d Dialog) enter(s scene.Scene) (scene.Dialog, scene.Wish) {
	if d.showsViewers {
		if viewer, ok := d.viewers.viewer(); ok {
			d.showsViewers = false
			return d.ask(s, pair{viewer, d.other}).searchOn()
		}
		return d.searchOn()
	}
	if r, ok := d.edits.chosen(); ok {
		return d, scene.Edit{Command: r.Command}
	}
	return d.searchOn()
}

func (d Dialog) moveCursor(s scene.Scene, key string) Dialog {
	if d.showsViewers {
		var moved bool
		if d.viewers, moved = d.viewers.key(s, key); moved {
			d.scroll = dialog.Scroll{}
		}
		return d
	}
	d.edits = d.edits.key(key)
	return d
}

// scrollPages scrolls the reasons by windows less one line.
func (d Dialog) scrollPages(s scene.Scene, by int) Dialog {
	h := d.arrange(s).text.H
	d.scroll = d.scroll.By(by*max(h-1, 1), len(d.lines(s)), h)
	return d
}

func (d Dialog) click(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key.String())
	}
	inList := l.list.Contains(at.X, at.Y)
	_, y := l.list.Local(at.X, at.Y)
	switch {
	case at.Wheel != 0 && !inList:
		d.scroll = d.scroll.By(at.Wheel, len(d.lines(s)), l.text.H)
	case at.Wheel != 0 && d.showsViewers:
		d.viewers = d.viewers.scroll(s, at.Wheel)
	case at.Wheel != 0:
		d.edits.list, d.edits.moved = d.edits.list.Scroll(at.Wheel), true
	case inList && d.showsViewers:
		d.viewers = d.viewers.click(s, y)
	case inList:
		d.edits = d.edits.click(y)
	}
	return d.searchOn()
}

func (d Dialog) reasons(s scene.Scene, w int) []string {
	return reasons(s, d.answer, w)
}

// mostReasons bounds how many sentences stand under one heading: nobody reads
// dozens of grounds that say the same of another relation.
const mostReasons = 12

func reasons(s scene.Scene, a sight.Answer, w int) []string {
	var out []string
	for _, r := range s.Words.Reasons(s.World, a) {
		out = append(out, dialog.Lines(s.Theme.Measure, s.Theme.Heading, w, r.Head)...)
		shown := r.Lines[:min(len(r.Lines), mostReasons)]
		if more := len(r.Lines) - len(shown); more > 0 {
			shown = append(shown[:len(shown):len(shown)], tell.Sentence{Says: s.Words.Say("why.more", more)})
		}
		for _, sentence := range shown {
			for i, line := range dialog.Sentence(s.Theme, w-2, sentence) {
				mark := "  "
				if i == 0 {
					mark = "· "
				}
				out = append(out, mark+line)
			}
		}
	}
	return out
}

const (
	dialogWidth = 96
	edge        = 6 // columns that the frame takes from the line of the title
)

// textWidth is the width of reasons and edits. The two columns beside them are for
// the scroll bar.
func textWidth(s scene.Scene) int { return max(dialog.BodyWidth(s, dialogWidth)-2, 1) }

// layout is where the parts stand in the picture.
type layout struct {
	dialog.Sheet
	text, gap, list widget.Box
}

// arrange gives each of the two parts half of the body, or what the other leaves.
func (d Dialog) arrange(s scene.Scene) layout {
	var l layout
	l.Sheet = dialog.NewSheet(s, d.title(s), d.hints(s), dialog.BodyWidth(s, dialogWidth), s.Size.H)
	text, rows := len(d.lines(s)), len(d.edits.rows)
	if d.showsViewers {
		rows = len(d.viewers.lines)
	}
	h := l.Body.H
	gap := 0
	if h > 12 && rows > 0 {
		gap = 1
	}
	if !d.search.done() && !d.showsViewers {
		rows = max(rows, h/2) // so that edits found later do not move the reasons
	}
	if d.showsViewers {
		list := min(rows, max((h-gap)/2, h-gap-text))
		parts := l.Body.Rows(list, gap, widget.Share(1))
		l.list, l.gap, l.text = parts[0], parts[1], parts[2]
	} else {
		above := min(text, max((h-gap)/2, h-gap-rows))
		parts := l.Body.Rows(above, gap, widget.Share(1))
		l.text, l.gap, l.list = parts[0], parts[1], parts[2]
	}
	if text > l.text.H {
		l.Sheet = l.WithHint(widget.Hint{Key: "pgdown", Text: s.Words.Say("hint.read-on")})
	}
	return l
}

// question is the question of the dialog as a sentence.
func (d Dialog) question(s scene.Scene) string {
	if d.showsViewers {
		return s.Words.Say("why.viewers", s.Words.Person(s.World, d.other))
	}
	viewer, other := s.Words.Person(s.World, d.viewer), s.Words.Person(s.World, d.other)
	if viewer == other { // namesakes
		v, _ := s.World.Person(d.viewer)
		o, _ := s.World.Person(d.other)
		viewer, other = s.Words.Say("why.line", viewer, s.Words.Apart(v)), s.Words.Say("why.line", other, s.Words.Apart(o))
	}
	return s.Words.Question(d.answer, viewer, other)
}

// title is the question where it fits, else a short word: then the question stands
// above the reasons.
func (d Dialog) title(s scene.Scene) string {
	if q := d.question(s); s.Theme.Measure.Width(q) <= dialog.BodyWidth(s, dialogWidth)+4-edge {
		return q
	}
	return s.Words.Say("why.short")
}

// lines are the part that is only read: a long question, a refusal and the reasons.
func (d Dialog) lines(s scene.Scene) []string {
	w := textWidth(s)
	var out []string
	if q := d.question(s); d.title(s) != q {
		out = dialog.Lines(s.Theme.Measure, s.Theme.Marked, w, q)
	}
	for _, broken := range d.broken(s) {
		out = append(out, dialog.Lines(s.Theme.Measure, s.Theme.Error, w, broken)...)
	}
	if d.refusal != "" {
		out = append(out, dialog.Lines(s.Theme.Measure, s.Theme.Error, w, d.refusal)...)
	}
	if d.showsViewers {
		return append(out, d.viewers.text.Lines(s, w)...)
	}
	return append(out, d.text.Lines(s, w)...)
}

// broken says which agreements the sightline breaks that is asked about, or that of the
// viewer under the cursor.
func (d Dialog) broken(s scene.Scene) []string {
	p := d.pair
	if d.showsViewers {
		p.viewer, _ = d.viewers.viewer()
	}
	return s.Words.Broken(s.World, d.breaches.Pair(p.viewer, p.other))
}

func (d Dialog) hints(s scene.Scene) []widget.Hint {
	var out []widget.Hint
	_, edit := d.edits.chosen()
	_, viewer := d.viewers.viewer()
	switch {
	case d.showsViewers && viewer:
		out = append(out, widget.Hint{Key: "enter", Text: s.Words.Say("why.ask-hint")})
	case !d.showsViewers && edit:
		out = append(out, dialog.SaveHint(s, "why.do-hint"))
	}
	out = append(out, widget.Hint{Key: "esc", Text: s.Words.Say("hint.close")})
	if d.showsViewers {
		return append(out, widget.Hint{Key: "tab", Text: s.Words.Say("why.back-hint")})
	}
	return append(out, widget.Hint{Key: "tab", Text: s.Words.Say("why.round-hint")}, widget.Hint{Key: "s", Text: s.Words.Say("why.swap-hint")})
}

func (d Dialog) View(s scene.Scene) (string, *tea.Cursor) {
	d = d.resize(s)
	l := d.arrange(s)
	text := d.scroll.View(s.Theme, d.lines(s), l.text.W, l.text.H)
	gap := widget.Fit(s.Theme.Measure, nil, l.gap.W, l.gap.H)
	if d.showsViewers {
		body := widget.Stack(d.viewers.rows(s, d.breaches, l.list), gap, text)
		return l.View(s.Theme, body, d.cursor(l, d.viewers.list, d.viewers.list.Cursor()))
	}
	body := widget.Stack(text, gap, d.drawEdits(s, l.list))
	at := d.edits.list.Cursor()
	for at > 0 && d.edits.rows[at-1].item == d.edits.rows[at].item {
		at-- // the real cursor stands where the edit begins
	}
	return l.View(s.Theme, body, d.cursor(l, d.edits.list, at))
}

// cursor is the place of the real cursor within the body; nil while the list is
// empty.
func (d Dialog) cursor(l layout, list widget.List, at int) *tea.Cursor {
	if at < 0 || l.list.H <= 0 {
		return nil
	}
	from, _ := list.Window()
	return tea.NewCursor(0, l.list.Y-l.Body.Y+max(at-from, 0))
}

func (d Dialog) drawEdits(s scene.Scene, box widget.Box) string {
	chosen := -1
	if at := d.edits.list.Cursor(); at >= 0 {
		chosen = d.edits.rows[at].item
	}
	return dialog.ListView(s.Theme, d.edits.list, box.W, box.H, func(i int, _ widget.RowState, w int) string {
		r := d.edits.rows[i]
		first := i == 0 || d.edits.rows[i-1].item != r.item
		return d.drawRow(s, r, w, r.item >= 0 && r.item == chosen, first)
	})
}

func (d Dialog) drawRow(s scene.Scene, r row, w int, selected, first bool) string {
	base := widget.RowStyle(s.Theme, widget.RowState{Selected: selected}, true)
	pointer := "  "
	if selected && first {
		pointer = "▸ "
	}
	switch r.kind {
	case heading:
		return widget.Line(s.Theme.Measure, w, s.Theme.Text, widget.Cell{Text: r.text, Style: s.Theme.Heading, W: widget.Share(1)},
			widget.Cell{Text: d.progress(s), Style: s.Theme.Faint, W: min(s.Theme.Measure.Width(d.progress(s)), w/2), Right: true})
	case note:
		return widget.Line(s.Theme.Measure, w, s.Theme.Text, widget.Cell{Text: r.text, Style: s.Theme.Faint, W: w})
	case sentence:
		return widget.Line(s.Theme.Measure, w, base, widget.Cell{Text: pointer + r.text, Style: s.Theme.Text, W: w})
	case detail:
		return widget.Line(s.Theme.Measure, w, base, widget.Cell{Text: "    " + r.text, Style: s.Theme.Faint, W: w})
	}
	return widget.Line(s.Theme.Measure, w, s.Theme.Text)
}

// progress says how far the search is; nothing once it is done.
func (d Dialog) progress(s scene.Scene) string {
	if d.search.done() {
		return ""
	}
	return s.Words.Say("why.progress", d.search.tried, d.search.total())
}
