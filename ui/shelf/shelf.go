package shelf

import (
	"slices"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Shelf is the screen. Made by New.
type Shelf struct {
	noun   domain.Noun
	source Source
	read   reading
	known  bool // the rows are those of read
	rows   []Row
	list   widget.List
	at     string // the record under the cursor
	query  widget.Input
	typing bool // keys go into the query
	inside bool // the details have the keys

	lines  []Line
	about  subject // of the lines
	detail widget.List
}

var (
	_ scene.Screen = Shelf{}
	_ scene.Typist = Shelf{}
)

// reading is everything that rows and details depend on, beside the source.
type reading struct {
	world          domain.World
	on, today      domain.Date
	ended, asItWas bool
	language       words.Language
	theme          theme.Kind
	signals        *signal.Findings
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

// New returns a shelf without a filter. It goes to a record of the noun that is
// asked for or was just made by hand; with InstitutionNoun there are none.
func New(noun domain.Noun, from Source) Shelf {
	const longerThanAnyTwoNames = 240
	return Shelf{noun: noun, source: from, query: widget.NewInput(longerThanAnyTwoNames)}
}

// Typing reports whether keys are text now, so that no letter is taken for a key
// that works everywhere.
func (c Shelf) Typing() bool { return c.typing }

// With returns the shelf on another source. The cursor stays on its record where
// that is listed still, and goes to the top where it is not.
func (c Shelf) With(from Source) Shelf {
	c.source, c.known, c.detail = from, false, widget.List{}
	return c
}

// Keep returns the shelf on the same source that has found out more.
func (c Shelf) Keep(from Source) Shelf {
	c.source = from
	return c
}

// Focus gives the keys to the details, or to the list.
func (c Shelf) Focus(inside bool) Shelf {
	c.inside, c.typing = inside, false
	return c
}

// Show puts the cursor of the list on a record, and takes off filters that hide it.
func (c Shelf) Show(s scene.Scene, id string) Shelf {
	c.inside, c.detail = false, widget.List{}
	return c.reveal(s, id)
}

// reveal puts the cursor on a record and takes off filters that hide it.
func (c Shelf) reveal(s scene.Scene, id string) Shelf {
	if seeker, ok := c.source.(Seeker); ok {
		c.source, id = seeker.Seek(s, id)
	}
	c.at = id
	c = c.reread(s)
	if place(c.rows, id) >= 0 {
		return c
	}
	for f, ok := c.source.(Filtered); ok; f, ok = c.source.(Filtered) {
		wider, was := f.Wider()
		if !was {
			break
		}
		c.source = wider
	}
	c.at, c.query, c.typing = id, c.query.SetValue(""), false
	return c.reread(s)
}

func readingOf(s scene.Scene, query string) reading {
	return reading{s.World, s.On, s.Today, s.ShowEnded, s.AsItWas, s.Words.Language(), s.Theme.Kind,
		s.Signals, s.Chronicle, s.Head, s.Zone, query}
}

// settled brings the shelf up to the scene: which rows there are, where the
// cursors are, how high the windows are.
func (c Shelf) settled(s scene.Scene) Shelf {
	if now := readingOf(s, c.query.Value()); !c.known || c.read != now {
		fresh := ""
		if c.known && c.read.world != s.World {
			fresh = newcomer(c.noun, c.read.world, s.World)
		}
		if fresh != "" {
			c = c.reveal(s, fresh) // what was just made is never hidden
		} else {
			c = c.reread(s)
		}
	}
	c.list = c.list.Set(rowsOf(c.rows), c.arrange(s).rows.H)
	if at := c.under(); at != c.at {
		c.at, c.detail, c.lines, c.about = at, widget.List{}, nil, subject{}
	}
	return c.detailed(s)
}

// reread reads the source and keeps the cursor on its record.
func (c Shelf) reread(s scene.Scene) Shelf {
	at, other := "", !c.known
	c.source, c.rows, at = c.source.Read(s, words.Fold(c.query.Value()), c.at)
	c.read, c.known, c.about = readingOf(s, c.query.Value()), true, subject{}
	c.list = c.list.Set(rowsOf(c.rows), c.arrange(s).rows.H)
	if c.under() == at {
		return c
	}
	switch i := place(c.rows, at); {
	case i >= 0:
		c.list = c.list.Select(i)
	case other: // than before: what is listed has nothing to do with where the cursor was
		c.list = c.list.Home()
	}
	return c
}

// detailed makes the details where they are of something else. Where they are not
// in view they stay as they are.
func (c Shelf) detailed(s scene.Scene) Shelf {
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
		c.detail = stay(c.detail.Set(linesOf(c.lines), a.about.H), stood, was, c.lines)
	}
	c.detail = c.detail.Set(linesOf(c.lines), a.about.H)
	return c
}

// stay keeps the cursor on the line that it stood on: the same record, else the
// last before it that is still there.
func stay(list widget.List, stood int, was, now []Line) widget.List {
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

func rowsOf(rows []Row) widget.Rows {
	return widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].Key != "" }}
}

func linesOf(lines []Line) widget.Rows {
	return widget.Rows{N: len(lines), Selectable: func(i int) bool { return !lines[i].Still }}
}

func place(rows []Row, key string) int {
	return slices.IndexFunc(rows, func(r Row) bool { return r.Key != "" && r.Key == key })
}

// newcomer is the record that was just added by hand: it got the next free id.
func newcomer(noun domain.Noun, before, after domain.World) string {
	if after.Count(noun) != before.Count(noun)+1 {
		return ""
	}
	id := before.Next(noun)
	if !after.Has(domain.Ref{Noun: noun, Key: id}) {
		return ""
	}
	return id
}

// under is the record under the cursor of the list; empty where there is none.
func (c Shelf) under() string {
	if i := c.list.Cursor(); i >= 0 {
		return c.rows[i].Key
	}
	return ""
}

// where is where somebody is, in a shelf that is settled.
func (c Shelf) where(s scene.Scene) At {
	_, last := c.list.Window()
	a := c.arrange(s)
	at := At{Key: c.at, Inside: c.inside, Last: last, Alone: a.list.Empty() || a.side.Empty(), Finding: a.query.H > 0}
	if i := c.detail.Cursor(); i >= 0 && i < len(c.lines) {
		at.Line = c.lines[i]
	}
	return at
}

// Actions implements scene.Screen.
func (c Shelf) Actions(s scene.Scene) []scene.Action {
	c = c.settled(s)
	return c.source.Acts(s, c.where(s))
}
