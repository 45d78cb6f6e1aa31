package why

import (
	"reflect"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
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
	items    []sight.Remedy
	rows     []row
	stands   []int // on which line of each edit the cursor stands
	list     widget.List
	moved    bool // somebody chose one: what is found after that does not take the cursor along
	height   int
	width    int
	language words.Language
}

// of lays out what a search has found so far.
func (e edits) of(s scene.Scene, x search, a sight.Answer) edits {
	was, had := e.chosen()
	e.width, e.language = textWidth(s), s.Words.Language()
	e.items, e.rows = nil, nil
	if !a.Sees() || !a.MayMessage() {
		e = e.section(s, x.remedies, false, "why.turns", "why.turns-none", x.sought())
	}
	if a.Sees() || a.MayMessage() {
		e = e.section(s, x.ends, true, "why.ends", "why.ends-none", x.done())
	}
	e = e.standing(e.height)
	switch {
	case !e.moved:
		e.list = e.list.Home()
	case had:
		e.list = e.list.Select(e.rowOf(was))
	}
	return e
}

func (e edits) fits(s scene.Scene) bool {
	return e.width == textWidth(s) && e.language == s.Words.Language()
}

// section adds a heading with its edits, or that there are none.
func (e edits) section(s scene.Scene, list []sight.Remedy, ends bool, head, none words.Key, all bool) edits {
	if len(e.rows) > 0 {
		e.add(row{kind: blank, item: -1})
	}
	e.add(row{kind: heading, text: s.Words.Say(head), item: -1})
	switch {
	case len(list) > 0:
		e.wrapped(note, s.Words.Say("why.no-advice"))
	case all:
		e.wrapped(note, s.Words.Say(none))
	}
	for _, r := range list {
		for _, line := range widget.Wrap(s.Words.Proposal(s.World, r.Command), e.width-2) {
			e.add(row{kind: sentence, text: line, item: len(e.items)})
		}
		about := s.Words.Say("why.detail", s.Words.Effect(r, ends), s.Words.SideEffect(s.World, r))
		for _, line := range widget.Wrap(about, e.width-4) {
			e.add(row{kind: detail, text: line, item: len(e.items)})
		}
		e.items = append(e.items, r)
	}
	return e
}

func (e *edits) add(r row) { e.rows = append(e.rows, r) }

func (e *edits) wrapped(kind rowKind, text string) {
	for _, line := range widget.Wrap(text, e.width) {
		e.add(row{kind: kind, text: line, item: -1})
	}
}

// standing puts the cursor of each edit on its last line or, where the window is
// lower than that, as far down as leaves its first in view: so walking brings the
// whole of it into view.
func (e edits) standing(h int) edits {
	e.height = h
	e.stands = make([]int, len(e.items))
	first := 0
	for i, r := range e.rows {
		if r.item < 0 {
			continue
		}
		if i == 0 || e.rows[i-1].item != r.item {
			first = i
		}
		if i < first+max(h, 1) {
			e.stands[r.item] = i
		}
	}
	rows, stands := e.rows, e.stands
	e.list = e.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool {
		return rows[i].item >= 0 && stands[rows[i].item] == i
	}}, h)
	return e
}

// within gives the list h lines.
func (e edits) within(h int) edits {
	if h != e.height {
		was, had := e.chosen()
		if e = e.standing(h); had {
			e.list = e.list.Select(e.rowOf(was))
		}
	}
	if !e.moved {
		e.list = e.list.Home()
	}
	return e
}

// rowOf finds where the cursor stands for an edit.
func (e edits) rowOf(r sight.Remedy) int {
	for i, one := range e.items {
		if reflect.DeepEqual(one.Command, r.Command) {
			return e.stands[i]
		}
	}
	return 0
}

// chosen is the edit under the cursor.
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
	e.list, e.moved = e.list.Select(e.stands[e.rows[from+y].item]), true
	return e
}
