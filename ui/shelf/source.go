package shelf

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Source is what a shelf lists. It is a value: no method changes it. The shelf goes on
// with the source that Read returns, so a source can keep what was expensive to find.
type Source interface {
	// Read returns the source as the scene has it, the rows that have every word of
	// the query (folded) in order, and the key of the row that the cursor goes to: at,
	// where it is now, unless there is a reason to move it. It is called when the
	// scene, the query or the source has changed. All methods below are called on the
	// source that it returned.
	Read(s scene.Scene, query, at string) (Source, []Row, string)
	// Draw draws a row, w cells wide.
	Draw(s scene.Scene, r Row, w int, state widget.RowState, focused bool) string
	// Details returns the lines about a record, w cells wide. It is called again after
	// Read, and when the cursor or the width has changed.
	Details(s scene.Scene, key string, w int) []Line
	// Labels returns the words around list and details; the list is w cells wide.
	Labels(s scene.Scene, at At, w int) Labels
	// Acts returns what keys do here. The first that has a key answers it.
	Acts(s scene.Scene, at At) []scene.Action
}

// Headed is a Source with a line of column heads above its rows.
type Headed interface {
	Head(s scene.Scene, w int) string
}

// Legended is a Source with lines below its rows that say what their signs mean. They are
// left out where the rows need the room.
type Legended interface {
	Legend(s scene.Scene, w int) []string
}

// Barred is a Source with a line above the list in which a click chooses something.
type Barred interface {
	Bar(s scene.Scene, w int) (string, []widget.Hit)
	// Choose returns the source with the choice of that Hit's key made.
	Choose(key string) Source
}

// Filtered is a Source with filters beside the query. Wider returns it without one of
// them; false if it has none.
type Filtered interface {
	Wider() (Source, bool)
}

// Copied is a Source whose rows can be copied as cells, the name first; nil for a row that
// is no record.
type Copied interface {
	Heads(s scene.Scene) []string
	Cells(s scene.Scene, r Row) []string
}

// Seeker is a Source that does not list every record of its noun at all times, or that
// shows records of other nouns in its details. Seek returns the source that lists r
// and the key of the row that shows it; empty for none.
type Seeker interface {
	Seek(s scene.Scene, r domain.Ref) (Source, string)
}

// Listener is a Source that takes messages of its own and may wish something that
// no key asked for, such as a page of the journal. It gets every message, after
// the shelf. It returns a nil Source if it did not change.
type Listener interface {
	Receive(s scene.Scene, msg tea.Msg, at At) (Source, scene.Wish)
}

// Divided is a Source that divides the body in its own way between list and details.
// With an empty side the screen shows one of the two at a time.
type Divided interface {
	Divide(body scene.Box) (list, side scene.Box)
}

// Pinned is a Source with lines above or below the details that do not scroll.
type Pinned interface {
	// Pins returns how many of h lines are pinned above the details, and how many below.
	Pins(h int) (above, below int)
	// Pin draws them, w cells wide.
	Pin(s scene.Scene, at At, w int) (above, below []string)
}

// Row is one line of the list.
type Row struct {
	Key   string // identifies the record to the Source; empty: a heading
	Place int    // index in the Source
}

// Line is one line of the details.
type Line struct {
	Cells []widget.Cell
	To    domain.Ref // the record it is about; zero: none but the one shown
	Tag   string     // identifies the line to the Source where To does not
	Still bool       // the cursor passes over it: a heading, a gap
}

func (l Line) same(as Line) bool { return !l.Still && l.To == as.To && l.Tag == as.Tag }

// At is where the cursors are.
type At struct {
	Key     string // of the row under the cursor; empty: none
	Inside  bool   // the details have the keys, not the list
	Line    Line   // under the cursor of the details
	Last    int    // index of the row after the last one in view
	Alone   bool   // there is room for only one of the two panes
	Finding bool   // the filter is in view
}

// To returns the record that the line under the cursor is about, if the details have
// the keys; else zero.
func (at At) To() domain.Ref {
	if !at.Inside {
		return domain.Ref{}
	}
	return at.Line.To
}

// Labels are the words around the list and the details.
type Labels struct {
	Title    string   // of the list
	Right    string   // at the right of its edge
	Foot     string   // at the foot, before the position
	Find     string   // in the empty filter
	Note     []string // drawn lines below the rows, or in their place
	About    string   // the title of the details
	Beside   string   // at the right of the edge of the details
	TabAbout string   // instead of Right if the details are not in view
	TabList  string   // instead of Beside if the list is not in view
}

// Find is the action that gives the keys to the filter.
func Find(name words.Key) scene.Action {
	return scene.Turns("/", name, func(c Shelf) Shelf {
		c.typing, c.inside = true, false
		return c
	})
}

// Holds reports whether a folded text has every word of a folded query.
func Holds(text string, query []string) bool {
	return !slices.ContainsFunc(query, func(w string) bool { return !strings.Contains(text, w) })
}

// Counted are the labels of a list that counts its records.
type Counted struct {
	Name              string    // of the list
	All, Some         words.Key // the title: 1 how many, 2 Name, 3 of how many
	None, Widen       words.Key // why the list is empty: there are none, or the filter hides them
	TabAbout, TabList words.Key
	Step              steps.Step // that fills the list; empty: none
}

// Labels returns labels that say how many of the total were found, for a list w cells
// wide.
func (k Counted) Labels(s scene.Scene, w, found, total int) Labels {
	out := Labels{
		Title:    s.Words.Say(k.Some, found, k.Name, total),
		TabAbout: s.Words.Say(k.TabAbout), TabList: s.Words.Say(k.TabList),
	}
	if found == total {
		out.Title = s.Words.Say(k.All, total, k.Name)
	}
	switch {
	case total == 0:
		out.Note = dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, s.Empty(k.Step, s.Words.Say(k.None)))
	case found == 0:
		out.Note = dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, s.Words.Say("list.no-match")+" "+s.Words.Say(k.Widen))
	}
	return out
}

// Memo remembers the value that was worked out for a key, for a Source that lists more
// than one Read may work out. All copies of the Source share it, so make a new one in
// Read whenever its values would differ. Only the goroutine of the screen may use it.
type Memo[K comparable, V any] struct{ known map[K]V }

// NewMemo returns an empty Memo.
func NewMemo[K comparable, V any]() Memo[K, V] { return Memo[K, V]{map[K]V{}} }

// Of returns work(key), which it works out once.
func (m Memo[K, V]) Of(key K, work func(K) V) V {
	v, ok := m.known[key]
	if !ok {
		v = work(key)
		m.known[key] = v
	}
	return v
}
