package signals

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// item is a signal, or a line of the mirror list.
type item struct {
	signal     *signal.Signal
	acceptance *domain.AcceptedSignal // nil: it asks for attention
	oneWay     *signal.OneWay
}

// key names an item among all.
func (r item) key() string {
	if r.oneWay != nil {
		return string(r.oneWay.Viewer)
	}
	return r.signal.Key()
}

// ref is the record at which it can be mended.
func (r item) ref() domain.Ref {
	if r.oneWay != nil {
		return domain.Ref{Noun: domain.PersonNoun, Key: string(r.oneWay.Viewer)}
	}
	return r.signal.Refs[0]
}

// listing is what was found, as it is asked for. It is a value: Read returns the
// next one.
type listing struct {
	asked asked
	of    asked // what items are of
	found *signal.Findings
	world domain.World
	items []item
	keys  []string                 // of each item
	texts []string                 // of each item, as a filter reads it; nil: not asked for yet
	alike map[domain.PersonID]bool // who has a namesake
	heads []head
	count int // of the items that the filter left
}

// asked is which items are to be listed.
type asked struct {
	all      bool // accepted ones too
	mirror   bool // the mirror list in place of the signals
	language words.Language
}

// head is the heading of a code, with how many stand under it.
type head struct {
	code  signal.Code
	count int
}

// Read lists what is asked for, with a heading above each code.
func (k listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	k.asked.language = s.Words.Language()
	if k.found != s.Signals || k.world != s.World || k.of != k.asked {
		if k.found != s.Signals {
			k.alike = alike(s.Signals)
		}
		k.found, k.world, k.of, k.texts = s.Signals, s.World, k.asked, nil
		k.items = items(s.Signals, k.asked)
		k.keys = make([]string, len(k.items))
		for i, r := range k.items {
			k.keys[i] = r.key()
		}
	}
	line := strings.Fields(query)
	if len(line) > 0 && k.texts == nil {
		k.texts = make([]string, len(k.items))
		for i, r := range k.items {
			k.texts[i] = words.Fold(searched(s, r))
		}
	}
	k.heads, k.count = nil, 0
	rows := make([]shelf.Row, 0, len(k.items))
	for i, r := range k.items {
		if len(line) > 0 && !shelf.Holds(k.texts[i], line) {
			continue
		}
		if n := len(k.heads); r.signal != nil && (n == 0 || k.heads[n-1].code != r.signal.Code) {
			rows = append(rows, shelf.Row{Place: n})
			k.heads = append(k.heads, head{code: r.signal.Code})
		}
		if n := len(k.heads); n > 0 {
			k.heads[n-1].count++
		}
		rows = append(rows, shelf.Row{Key: k.keys[i], Place: i})
		k.count++
	}
	return k, rows, at
}

// Wider takes the mirror list off.
func (k listing) Wider() (shelf.Source, bool) {
	was := k.asked.mirror
	k.asked.mirror = false
	return k, was
}

// item is the one that a row knows by its key.
func (k listing) item(key string) (item, bool) {
	i := slices.Index(k.keys, key)
	if i < 0 {
		return item{}, false
	}
	return k.items[i], true
}

// items are what is asked for, in order.
func items(f *signal.Findings, a asked) []item {
	if f == nil {
		return nil
	}
	var out []item
	if a.mirror {
		for i := range f.Mirror {
			out = append(out, item{oneWay: &f.Mirror[i]})
		}
		return out
	}
	for i := range f.Open {
		out = append(out, item{signal: &f.Open[i]})
	}
	if !a.all || len(f.Accepted) == 0 {
		return out
	}
	for i := range f.Accepted {
		one := &f.Accepted[i]
		out = append(out, item{signal: &one.Signal, acceptance: &one.Acceptance})
	}
	places := map[signal.Code]int{}
	for i, c := range signal.Codes() {
		places[c] = i
	}
	// Accepted ones under the open ones of their code.
	slices.SortStableFunc(out, func(a, b item) int { return places[a.signal.Code] - places[b.signal.Code] })
	return out
}

// alike are those who have a namesake.
func alike(f *signal.Findings) map[domain.PersonID]bool {
	out := map[domain.PersonID]bool{}
	add := func(one signal.Signal) {
		if one.Code == signal.Namesakes {
			for _, o := range one.Objects {
				out[domain.PersonID(o)] = true
			}
		}
	}
	if f != nil {
		for _, one := range f.Open {
			add(one)
		}
		for _, one := range f.Accepted {
			add(one.Signal)
		}
	}
	return out
}

// searched is what a filter looks in: what a row is, and the names and ids that
// it is about. Saying the sentences of thousands would be felt at the first key.
func searched(s scene.Scene, r item) string {
	if r.oneWay != nil {
		return s.Words.Person(s.World, r.oneWay.Viewer) + " " + string(r.oneWay.Viewer)
	}
	parts := []string{s.Words.SignalTitle(r.signal.Code)}
	for _, at := range r.signal.Refs {
		parts = append(parts, at.Key)
		switch record, _ := s.World.Record(at); record := record.(type) {
		case domain.Person:
			parts = append(parts, record.Shown(), record.Number)
		case domain.Group:
			parts = append(parts, record.Name)
		case domain.RelationType:
			parts = append(parts, record.Name)
		case domain.AccessRole:
			parts = append(parts, record.Name)
		case domain.Relation:
			parts = append(parts, s.Words.RelationType(s.World, record.Type))
		}
	}
	return strings.Join(parts, " ")
}

// sentence says what a row is about.
func (k listing) sentence(s scene.Scene, r item) string {
	if r.oneWay != nil {
		return s.Words.Say("mirror.row", len(r.oneWay.Others), k.who(s, r.oneWay.Viewer))
	}
	return s.Words.Signal(func(id domain.PersonID) string { return k.who(s, id) }, s.World, s.On, *r.signal)
}

// who names somebody, and tells them from a namesake.
func (k listing) who(s scene.Scene, id domain.PersonID) string {
	p, ok := s.World.Person(id)
	if !ok || !k.alike[id] {
		return s.Words.Person(s.World, id)
	}
	return s.Words.Say("signals.apart", words.Clean(p.Shown()), s.Words.Apart(p))
}

// The sign before an accepted signal; the word stands at the right of it.
const acceptedSign = "✓"

// Draw draws the sentence of an item, or the heading of a code.
func (k listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	if r.Key == "" {
		h := k.heads[r.Place]
		text := s.Words.Say("signals.heading", s.Words.SignalTitle(h.code), h.count)
		return widget.Line(w, t.Text, widget.Cell{Text: text, Style: t.Heading, W: w})
	}
	one := k.items[r.Place]
	pointer, style := "", t.Text
	if state.Selected {
		pointer = "▸"
	}
	sign, right := widget.Cell{W: 0}, widget.Cell{W: 0}
	if one.acceptance != nil {
		style = t.Faint
		sign = widget.Cell{Text: acceptedSign, Style: t.Success, W: 2}
		if word := s.Words.Say("signals.accepted"); w >= 50 {
			right = widget.Cell{Text: word, Style: t.Faint, W: len(word) + 1, Right: true}
		}
	}
	return widget.Line(w, widget.RowStyle(t, state, focused),
		widget.Cell{Text: pointer, Style: t.Text, W: 2}, sign,
		widget.Cell{Text: k.sentence(s, one), Style: style, W: widget.Share(1)}, right)
}

// Divide shows one pane at a time below 100 columns: a row is a whole sentence.
func (listing) Divide(body scene.Box) (list, side scene.Box) {
	const sentence = 100
	if body.W < sentence {
		return body, scene.Box{}
	}
	parts := body.Columns(widget.Share(4), widget.Share(3))
	return parts[0], parts[1]
}

// Labels say how many there are, and what the details are about.
func (k listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Labels{
		Title: s.Words.Say("screen.signals"), TabAbout: s.Words.Say("signals.tab-detail"), About: s.Words.Say("signals.detail"),
		Note: k.nothing(s, at, w),
	}
	if f := k.found; f != nil {
		switch {
		case k.asked.mirror:
			out.Title = s.Words.Say("mirror.title", len(f.Mirror))
		case k.asked.all:
			out.Title = s.Words.Say("signals.with-accepted", len(f.Open), len(f.Accepted))
		default:
			out.Title = s.Words.Say("signals.count", len(f.Open))
		}
	}
	if at.Finding {
		out.Right = s.Words.Say("signals.found", k.count, len(k.items))
		out.TabAbout = out.Right
	}
	if one, ok := k.item(at.Key); ok && one.oneWay != nil {
		out.About = k.who(s, one.oneWay.Viewer)
	} else if ok {
		out.About = s.Words.SignalTitle(one.signal.Code)
	}
	return out
}

// nothing says why the list is empty.
func (k listing) nothing(s scene.Scene, at shelf.At, w int) []string {
	said := ""
	switch f := k.found; {
	case k.count > 0:
		return nil
	case f == nil:
		said = s.Words.Say("signals.looking")
	case len(k.items) > 0:
		said = s.Words.Say("list.no-match")
	case k.asked.mirror:
		said = s.Words.Say("mirror.none")
	case len(f.Accepted) > 0:
		said = s.Words.Say("signals.none-open", s.Words.Date(s.On), len(f.Accepted))
	default:
		said = s.Words.Say("signals.none", s.Words.Date(s.On))
	}
	lines := dialog.Lines(s.Theme.Faint, w-2, said)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
