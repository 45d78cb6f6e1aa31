package shelf

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Source is what a shelf lists. It is a value: no method changes it, and what Read
// returns takes its place, so that a source keeps what was expensive to find.
type Source interface {
	// Read brings the source up to the scene. It returns the rows that have every
	// word of the query (folded), in order, and the key of the row that the cursor
	// goes to: at, where it is now, unless there is a reason to move it. It is called
	// when the scene, the query or the source is another than before. All methods
	// below are called of what Read returned.
	Read(s scene.Scene, query, at string) (Source, []Row, string)
	// Draw draws a row, w cells wide.
	Draw(s scene.Scene, r Row, w int, state widget.RowState, focused bool) string
	// Details are the lines about a record, w cells wide. They are made again when
	// Read is called, and when the cursor or the width is another.
	Details(s scene.Scene, key string, w int) []Line
	// Labels are the words around both; the list is w cells wide.
	Labels(s scene.Scene, at At, w int) Labels
	// Acts are what keys do here. The first that has a key answers it.
	Acts(s scene.Scene, at At) []scene.Action
}

// Headed is a Source with a line of column heads above its rows.
type Headed interface {
	Head(s scene.Scene, w int) string
}

// Barred is a Source with a line above the list in which something can be chosen
// by a click; it returns the source with the choice made.
type Barred interface {
	Bar(s scene.Scene, w int) (string, []widget.Hit)
	Choose(key string) Source
}

// Filtered is a Source with filters beside the query. Wider takes one off; false
// where there is none.
type Filtered interface {
	Wider() (Source, bool)
}

// Seeker is a Source that does not list every record at all times. Seek turns to
// where the record of an id is listed, and returns the key of its row.
type Seeker interface {
	Seek(s scene.Scene, id string) (Source, string)
}

// Owner is a Source in whose details records of other nouns stand. It returns the
// record of its own in whose details r stands; r itself where it knows of none.
type Owner interface {
	Owner(s scene.Scene, r domain.Ref) domain.Ref
}

// Listener is a Source that takes messages of its own and may wish something that
// no key asked for, such as a page of the journal. It gets every message, after
// the shelf. A nil Source is one that did not change.
type Listener interface {
	Receive(s scene.Scene, msg tea.Msg, at At) (Source, scene.Wish)
}

// Divided is a Source that shares the body in its own way between list and
// details. An empty side shows one of the two at a time.
type Divided interface {
	Divide(body scene.Box) (list, side scene.Box)
}

// Pinned is a Source with lines above or below the details that do not scroll.
type Pinned interface {
	// Pins is how many of h lines are pinned above the details, and how many below.
	Pins(h int) (above, below int)
	// Pin draws them, w cells wide.
	Pin(s scene.Scene, at At, w int) (above, below []string)
}

// Row is one line of the list.
type Row struct {
	Key   string // what the Source knows the record by; empty: a heading
	Place int    // where the Source keeps it
}

// Line is one line of the details.
type Line struct {
	Cells []widget.Cell
	To    domain.Ref // the record it is about; zero: of no other
	Tag   string     // what else the Source knows it by
	Still bool       // the cursor passes it over: a heading, a gap
}

func (l Line) same(as Line) bool { return !l.Still && l.To == as.To && l.Tag == as.Tag }

// At is where somebody is.
type At struct {
	Key     string // the record under the cursor; empty: none
	Inside  bool   // the details have the keys, not the list
	Line    Line   // under the cursor of the details
	Last    int    // the row below the last in view
	Alone   bool   // there is room for one of the two panes only
	Finding bool   // the filter is in view
}

// To is the record that the line under the cursor is about, while the details have
// the keys; zero is none.
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
	Beside   string   // at the right of their edge
	TabAbout string   // instead of Right where the details are not in view
	TabList  string   // instead of Beside where the list is not in view
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
