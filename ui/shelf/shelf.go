// Package shelf is a list that can be filtered, beside the details of the record
// under its cursor: what most screens are made of.
//
// It promises that the cursor stays on its record through edits and filters, that
// a frame costs what it shows, and that every such screen answers the same keys
// and the same mouse alike. It refuses to know what is listed: a Source says that.
//
// A Shelf and its Source are values. Update works out whatever takes time, and View
// draws it. Where the scene has changed without a message, View works it out for
// itself and keeps nothing.
package shelf

import (
	"slices"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Shelf is the screen. Made by New.
type Shelf struct {
	noun   domain.Noun
	source Source
	inputs inputs
	known  bool // the rows are those of inputs
	rows   []Row
	list   widget.List
	at     string // key of the record under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the details have the keys

	lines  []Line
	about  subject // what lines are about
	detail widget.List
}

var (
	_ scene.Screen = Shelf{}
	_ scene.Typist = Shelf{}
)

// inputs is everything that rows and details depend on, beside the source.
type inputs struct {
	world          domain.World
	on, today      domain.Date
	ended, asItWas bool
	voice          tell.Voice
	theme          theme.Kind
	signals        *scene.Signals
	chronicle      *domain.Chronicle
	head           domain.Seq
	zone           *time.Location
	query          string
}

// subject says what the details are about, and how wide they are.
type subject struct {
	key string
	w   int
}

// New returns a shelf without a filter. Its cursor goes to a record of the noun when
// somebody asks for it or has just added it; InstitutionNoun stands for no noun.
func New(noun domain.Noun, from Source) Shelf {
	const longerThanAnyTwoNames = 240
	return Shelf{noun: noun, source: from, query: widget.NewInput(longerThanAnyTwoNames)}
}

// Typing reports whether keys are text now, so that no letter is taken for a key
// that works everywhere.
func (c Shelf) Typing() bool { return c.typing }

// With returns the shelf with another source. The cursor stays on its record if that
// is still listed, and else goes to the top.
func (c Shelf) With(from Source) Shelf {
	c.source, c.known, c.detail = from, false, widget.List{}
	return c
}

// Focus gives the keys to the details, or to the list.
func (c Shelf) Focus(inside bool) Shelf {
	c.inside, c.typing = inside, false
	return c
}

// Now returns the source as the scene has it, and where the cursors are.
func (c Shelf) Now(s scene.Scene) (Source, At) {
	c = c.current(s)
	return c.source, c.position(s)
}

// Stand puts the cursor of the details on the first line that fits, if there is one.
func (c Shelf) Stand(s scene.Scene, fits func(Line) bool) Shelf {
	c = c.current(s)
	if i := slices.IndexFunc(c.lines, fits); i >= 0 {
		c.detail = c.detail.Select(i)
	}
	return c
}

// Show puts the cursor of the list on the record with this id, and removes filters
// that hide it.
func (c Shelf) Show(s scene.Scene, id string) Shelf {
	c.inside, c.detail = false, widget.List{}
	return c.reveal(s, domain.Ref{Noun: c.noun, Key: id})
}

// reveal puts the cursor on the row that shows r, and removes filters that hide it.
func (c Shelf) reveal(s scene.Scene, r domain.Ref) Shelf {
	from, key := c.seek(s, r)
	c.source, c.at = from, key
	c = c.reread(s)
	if indexOf(c.rows, key) >= 0 {
		return c
	}
	for f, ok := c.source.(Filtered); ok; f, ok = c.source.(Filtered) {
		wider, was := f.Wider()
		if !was {
			break
		}
		c.source = wider
	}
	c.at, c.query, c.typing = key, c.query.SetValue(""), false
	return c.reread(s)
}

// seek returns the key of the row that shows r, empty for none, and the source that
// lists it.
func (c Shelf) seek(s scene.Scene, r domain.Ref) (Source, string) {
	if seeker, ok := c.source.(Seeker); ok {
		return seeker.Seek(s, r)
	}
	if r.Noun != c.noun {
		return c.source, ""
	}
	return c.source, r.Key
}

func inputsOf(s scene.Scene, query string) inputs {
	return inputs{s.World, s.On, s.Today, s.ShowEnded, s.AsItWas, s.Words.Voice(), s.Theme.Kind,
		s.Signals, s.Chronicle, s.Head, s.Zone, query}
}

// current returns the shelf as the scene has it now: its rows, its cursors and the
// heights of its windows.
func (c Shelf) current(s scene.Scene) Shelf {
	if now := inputsOf(s, c.query.Value()); !c.known || c.inputs != now {
		fresh := ""
		if c.known && c.inputs.world != s.World {
			fresh = justAdded(c.noun, c.inputs.world, s.World)
		}
		if fresh != "" {
			c = c.reveal(s, domain.Ref{Noun: c.noun, Key: fresh}) // no filter hides what was just added
		} else {
			c = c.reread(s)
		}
	}
	c.list = c.list.Set(selectableRows(c.rows), c.arrange(s).rows.H)
	if at := c.selected(); at != c.at {
		c.at, c.detail, c.lines, c.about = at, widget.List{}, nil, subject{}
	}
	return c.withDetails(s)
}

// reread reads the source and keeps the cursor on its record.
func (c Shelf) reread(s scene.Scene) Shelf {
	at, otherSource := "", !c.known
	c.source, c.rows, at = c.source.Read(s, domain.LookUp(c.query.Value()), c.at)
	c.inputs, c.known, c.about = inputsOf(s, c.query.Value()), true, subject{}
	c.list = c.list.Set(selectableRows(c.rows), c.arrange(s).rows.H)
	if c.selected() == at {
		return c
	}
	switch i := indexOf(c.rows, at); {
	case i >= 0:
		c.list = c.list.Select(i)
	case otherSource: // its rows have nothing to do with where the cursor was
		c.list = c.list.Home()
	}
	return c
}

// withDetails makes the details again if the record or the width has changed, unless
// they are out of view.
func (c Shelf) withDetails(s scene.Scene) Shelf {
	a := c.arrange(s)
	if a.about.W <= 0 {
		return c
	}
	if now := (subject{c.at, a.about.W}); c.about != now {
		was := c.lines
		c.lines, c.about = nil, now
		if c.at != "" {
			c.lines = c.source.Details(s, c.at, a.about.W)
		}
		stood := c.detail.Cursor()
		c.detail = keepCursor(c.detail.Set(selectableLines(c.lines), a.about.H), stood, was, c.lines)
	}
	c.detail = c.detail.Set(selectableLines(c.lines), a.about.H)
	return c
}

// keepCursor puts the cursor on the line that it was on, else on the last one before
// it that is still there.
func keepCursor(list widget.List, stood int, was, now []Line) widget.List {
	if stood < 0 || stood >= len(was) || stood < len(now) && now[stood].same(was[stood]) {
		return list
	}
	for i := stood; i >= 0 && was[i].To.Key+was[i].Tag != ""; i-- {
		if j := slices.IndexFunc(now, was[i].same); j >= 0 {
			return list.Select(j)
		}
	}
	return list
}

func selectableRows(rows []Row) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].Key != "" }}
}

func selectableLines(lines []Line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].Still }}
}

func indexOf(rows []Row, key string) int {
	return slices.IndexFunc(rows, func(r Row) bool { return r.Key != "" && r.Key == key })
}

// justAdded returns the id of the record that was just added by hand, which is the
// next free id; empty if there is none.
func justAdded(noun domain.Noun, before, after domain.World) string {
	if after.Count(noun) != before.Count(noun)+1 {
		return ""
	}
	id := before.Next(noun)
	if !after.Has(domain.Ref{Noun: noun, Key: id}) {
		return ""
	}
	return id
}

// selected returns the key of the row under the cursor of the list; empty for none.
func (c Shelf) selected() string {
	if i := c.list.Cursor(); i >= 0 {
		return c.rows[i].Key
	}
	return ""
}

// position returns where the cursors are. The shelf must be current.
func (c Shelf) position(s scene.Scene) At {
	_, last := c.list.Window()
	a := c.arrange(s)
	at := At{Key: c.at, Inside: c.inside, Last: last, Alone: a.list.Empty() || a.side.Empty(), Finding: a.query.H > 0}
	if i := c.detail.Cursor(); i >= 0 && i < len(c.lines) {
		at.Line = c.lines[i]
	}
	return at
}

// Actions returns what the source's keys do where the cursor is.
func (c Shelf) Actions(s scene.Scene) []scene.Action {
	return c.current(s).acts(s)
}

// acts are the actions of the source, and those that copy its rows. The shelf must be
// current.
func (c Shelf) acts(s scene.Scene) []scene.Action {
	out := c.source.Acts(s, c.position(s))
	from, ok := c.source.(Copied)
	i := c.list.Cursor()
	if !ok || i < 0 {
		return out
	}
	all := func() [][]string {
		var rows [][]string
		for _, r := range c.rows {
			if cells := from.Cells(s, r); cells != nil {
				rows = append(rows, cells)
			}
		}
		return rows
	}
	return append(out, scene.Copies(c.noun, from.Heads(s), from.Cells(s, c.rows[i]), all)...)
}
