package why

import (
	"reflect"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// rowKind says how a line of the list is drawn.
type rowKind uint8

const (
	blank    rowKind = iota
	heading          // what would change it, what would end it
	note             // a remark under a heading
	sentence         // the edit
	detail           // what it turns
)

// row is one line of the list.
type row struct {
	kind rowKind
	text string
	item int // which edit; -1 for none
}

// edits is the list of the edits that turn the answer, laid out in lines.
type edits struct {
	items      []sight.Remedy
	rows       []row
	cursorRows []int // per edit the row on which the cursor stands for it
	list       widget.List
	moved      bool // the person chose an edit: edits found later do not move the cursor
	height     int
	width      int
	voice      tell.Voice
}

// layOut makes the rows anew from what a search has found so far.
func (e edits) layOut(s scene.Scene, x search, a sight.Answer) edits {
	was, had := e.chosen()
	e.width, e.voice = textWidth(s), s.Words.Voice()
	e.items, e.rows = nil, nil
	if !a.Sees() || !a.MayMessage() {
		e = e.section(s, x.remedies, false, "why.turns", "why.turns-none", x.triedProposals())
	}
	if a.Sees() || a.MayMessage() {
		e = e.section(s, x.ends, true, "why.ends", "why.ends-none", x.done())
	}
	e = e.setRows(e.height)
	switch {
	case !e.moved:
		e.list = e.list.Home()
	case had:
		e.list = e.list.Select(e.rowOf(was))
	}
	return e
}

func (e edits) isFor(s scene.Scene) bool {
	return e.width == textWidth(s) && e.voice == s.Words.Voice()
}

// section adds a heading with its edits, or that there are none.
func (e edits) section(s scene.Scene, list []sight.Remedy, ends bool, head, none words.Key, all bool) edits {
	if len(e.rows) > 0 {
		e.add(row{kind: blank, item: -1})
	}
	e.add(row{kind: heading, text: s.Words.Say(head), item: -1})
	switch {
	case len(list) > 0:
		e.addWrapped(s.Theme.Measure, note, s.Words.Say("why.no-advice"))
	case all:
		e.addWrapped(s.Theme.Measure, note, s.Words.Say(none))
	}
	for _, r := range list {
		for _, line := range widget.Wrap(s.Theme.Measure, s.Words.Proposal(s.World, r.Command), e.width-2) {
			e.add(row{kind: sentence, text: line, item: len(e.items)})
		}
		about := s.Words.Say("why.detail", s.Words.Effect(r, ends), s.Words.SideEffect(s.World, r))
		for _, line := range widget.Wrap(s.Theme.Measure, about, e.width-4) {
			e.add(row{kind: detail, text: line, item: len(e.items)})
		}
		e.items = append(e.items, r)
	}
	return e
}

func (e *edits) add(r row) { e.rows = append(e.rows, r) }

func (e *edits) addWrapped(m theme.Measure, kind rowKind, text string) {
	for _, line := range widget.Wrap(m, text, e.width) {
		e.add(row{kind: kind, text: line, item: -1})
	}
}

// setRows fits the list to h lines. The cursor stands on the last row of an edit, or
// as far down as leaves the first in view: so the cursor brings the whole edit into
// view.
func (e edits) setRows(h int) edits {
	e.height = h
	e.cursorRows = make([]int, len(e.items))
	first := 0
	for i, r := range e.rows {
		if r.item < 0 {
			continue
		}
		if i == 0 || e.rows[i-1].item != r.item {
			first = i
		}
		if i < first+max(h, 1) {
			e.cursorRows[r.item] = i
		}
	}
	rows, cursorRows := e.rows, e.cursorRows
	e.list = e.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool {
		return rows[i].item >= 0 && cursorRows[rows[i].item] == i
	}}, h)
	return e
}

// resize fits the list to h lines and keeps the cursor on its edit.
func (e edits) resize(h int) edits {
	if h != e.height {
		was, had := e.chosen()
		if e = e.setRows(h); had {
			e.list = e.list.Select(e.rowOf(was))
		}
	}
	if !e.moved {
		e.list = e.list.Home()
	}
	return e
}

// rowOf is the row on which the cursor stands for an edit; the first where there is
// no such edit.
func (e edits) rowOf(r sight.Remedy) int {
	for i, one := range e.items {
		if reflect.DeepEqual(one.Command, r.Command) {
			return e.cursorRows[i]
		}
	}
	return 0
}

// chosen returns the edit under the cursor.
func (e edits) chosen() (sight.Remedy, bool) {
	at := e.list.Cursor()
	if at < 0 || at >= len(e.rows) || e.rows[at].item < 0 {
		return sight.Remedy{}, false
	}
	return e.items[e.rows[at].item], true
}

func (e edits) key(key string) edits {
	if list, ok := e.list.Key(key); ok {
		e.list, e.moved = list, true
	}
	return e
}

// click chooses the edit on line y of the window.
func (e edits) click(y int) edits {
	from, to := e.list.Window()
	if y < 0 || from+y >= to || e.rows[from+y].item < 0 {
		return e
	}
	e.list, e.moved = e.list.Select(e.cursorRows[e.rows[from+y].item]), true
	return e
}

// editsPerStep is how many edits are tried between two keys. A step ends early with
// an edit that turns the answer: counting whom else it turns takes longest.
const editsPerStep = 8

// pair is the two people of a question.
type pair struct{ viewer, other domain.PersonID }

// search tries the edits that could turn the answer, a few at a time.
type search struct {
	proposals, endings []domain.Command
	tried              int
	remedies, ends     []sight.Remedy
	// evaluator keeps the look-ups of one try for the next. It is bound to one World
	// and day, as the search is.
	evaluator *sight.Evaluator
}

func newSearch(s scene.Scene, p pair) search {
	return search{
		proposals: sight.Proposals(s.World, p.viewer, p.other, s.On),
		endings:   sight.EndingProposals(s.World, p.viewer, p.other, s.On),
		evaluator: sight.NewEvaluator(s.World, s.On),
	}
}

func (x search) total() int { return len(x.proposals) + len(x.endings) }

func (x search) done() bool { return x.tried == x.total() }

// triedProposals reports whether every edit that could give sight was tried.
func (x search) triedProposals() bool { return x.tried >= len(x.proposals) }

// step tries the next few edits.
func (x search) step(p pair) search {
	for range editsPerStep {
		if x.done() {
			return x
		}
		if x.next(p) {
			return x
		}
	}
	return x
}

// next tries one edit, and reports whether it turns the answer.
func (x *search) next(p pair) bool {
	at := x.tried
	x.tried++
	if at < len(x.proposals) {
		r, ok := x.evaluator.Try(p.viewer, p.other, x.proposals[at])
		if ok {
			x.remedies = sight.InsertRanked(x.remedies, r)
		}
		return ok
	}
	r, ok := x.evaluator.TryEnding(p.viewer, p.other, x.endings[at-len(x.proposals)])
	if ok {
		x.ends = sight.InsertRanked(x.ends, r)
	}
	return ok
}
