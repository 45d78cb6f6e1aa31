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
	acceptance *domain.AcceptedSignal // nil: the signal is open
	oneWay     *signal.OneWay
	text       string // of its records: a filter looks in it, and in the title of the code
}

// key identifies an item among all.
func (r item) key() string {
	if r.oneWay != nil {
		return string(r.oneWay.Viewer)
	}
	return r.signal.Key()
}

// ref is the record where the cause can be mended.
func (r item) ref() domain.Ref {
	if r.oneWay != nil {
		return domain.Ref{Noun: domain.PersonNoun, Key: string(r.oneWay.Viewer)}
	}
	return r.signal.Refs[0]
}

// listing is the selected part of the findings. It is a value: Read returns the
// next one.
type listing struct {
	selection selection
	itemsOf   selection // items were made from it
	found     *scene.Signals
	items     []item
	keys      []string                 // of each item
	namesakes map[domain.PersonID]bool // people who share their name
	heads     []head
	count     int // of the items that the filter left
}

// selection says which items are listed.
type selection struct {
	all    bool // accepted ones too
	mirror bool // the mirror list in place of the signals
}

// head is the heading of a code, with the number of items below it.
type head struct {
	code  signal.Code
	count int
}

// Read lists the selection, with a heading above each code.
func (k listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if k.found != s.Signals || k.itemsOf != k.selection {
		if k.found != s.Signals {
			k.namesakes = namesakes(s.Signals)
		}
		k.found, k.itemsOf = s.Signals, k.selection
		k.items = items(s.Signals, k.selection)
		k.keys = make([]string, len(k.items))
		for i, r := range k.items {
			k.keys[i] = r.key()
		}
	}
	wanted := strings.Fields(query)
	rest := wanted // without what the title of the code says
	k.heads, k.count = nil, 0
	rows := make([]shelf.Row, 0, len(k.items))
	for i, r := range k.items {
		if r.signal != nil && (i == 0 || k.items[i-1].signal.Code != r.signal.Code) {
			rest = unsaid(wanted, s.Words.SignalTitle(r.signal.Code))
		}
		if !shelf.Holds(r.text, rest) {
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

// unsaid returns the words of a folded query that a title does not hold.
func unsaid(query []string, title string) []string {
	var out []string
	title = domain.LookUp(title)
	for _, word := range query {
		if !strings.Contains(title, word) {
			out = append(out, word)
		}
	}
	return out
}

// Wider goes back from the mirror list to the signals.
func (k listing) Wider() (shelf.Source, bool) {
	was := k.selection.mirror
	k.selection.mirror = false
	return k, was
}

// item returns the item with a key.
func (k listing) item(key string) (item, bool) {
	i := slices.Index(k.keys, key)
	if i < 0 {
		return item{}, false
	}
	return k.items[i], true
}

// items are the selected findings, in the order of the list.
func items(f *scene.Signals, sel selection) []item {
	if f == nil {
		return nil
	}
	var out []item
	if sel.mirror {
		for i := range f.Mirror {
			out = append(out, item{oneWay: &f.Mirror[i], text: f.Texts.Mirror[i]})
		}
		return out
	}
	for i := range f.Open {
		out = append(out, item{signal: &f.Open[i], text: f.Texts.Open[i]})
	}
	if !sel.all || len(f.Accepted) == 0 {
		return out
	}
	for i := range f.Accepted {
		one := &f.Accepted[i]
		out = append(out, item{signal: &one.Signal, acceptance: &one.Acceptance, text: f.Texts.Accepted[i]})
	}
	places := map[signal.Code]int{}
	for i, c := range signal.Codes() {
		places[c] = i
	}
	// Accepted ones under the open ones of their code.
	slices.SortStableFunc(out, func(a, b item) int { return places[a.signal.Code] - places[b.signal.Code] })
	return out
}

// namesakes are the people whom a signal found to share their name.
func namesakes(f *scene.Signals) map[domain.PersonID]bool {
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

// sentence is the text of an item in the list.
func (k listing) sentence(s scene.Scene, r item) string {
	if r.oneWay != nil {
		return s.Words.Say("mirror.row", len(r.oneWay.Others), k.name(s, r.oneWay.Viewer))
	}
	return s.Words.Signal(func(id domain.PersonID) string { return k.name(s, id) }, s.World, s.On, *r.signal)
}

// name names a person, and tells them from a namesake.
func (k listing) name(s scene.Scene, id domain.PersonID) string {
	p, ok := s.World.Person(id)
	if !ok || !k.namesakes[id] {
		return s.Words.Person(s.World, id)
	}
	return s.Words.Say("signals.apart", words.Clean(p.Shown()), s.Words.Apart(p))
}

// acceptedSign stands before an accepted signal, and the word at its right.
const acceptedSign = "✓"

// Draw draws the sentence of an item, or the heading of a code.
func (k listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t := s.Theme
	if r.Key == "" {
		h := k.heads[r.Place]
		text := s.Words.Say("signals.heading", s.Words.SignalTitle(h.code), h.count)
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: text, Style: t.Heading, W: w})
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
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, focused),
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

// Labels count the listed items, and name the item of the details.
func (k listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Labels{
		Title: s.Words.Say("screen.signals"), TabAbout: s.Words.Say("signals.tab-detail"), About: s.Words.Say("signals.detail"),
		Note: k.nothing(s, at, w),
	}
	if f := k.found; f != nil {
		switch {
		case k.selection.mirror:
			out.Title = s.Words.Say("mirror.title", len(f.Mirror))
		case k.selection.all:
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
		out.About = k.name(s, one.oneWay.Viewer)
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
	case k.selection.mirror:
		said = s.Empty("", s.Words.Say("mirror.none"))
	case len(f.Accepted) > 0:
		said = s.Empty("", s.Words.Say("signals.none-open", s.Words.Date(s.On), len(f.Accepted)))
	default:
		said = s.Empty("", s.Words.Say("signals.none", s.Words.Date(s.On)))
	}
	lines := dialog.Lines(s.Theme.Measure, s.Theme.Faint, w-2, said)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines
}
