package widget

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme"
)

// Item is one thing a picker offers.
type Item struct {
	Key    string // what Picked gives; unique
	Label  string
	Detail string // at the right, fainter
	Search string // what the filter reads, folded by the caller; empty: the folded label
	Off    string // why it cannot be picked now; shown instead of Detail
}

// Picker is a line to type in above the items it finds. Made by NewPicker.
//
// Names have spaces, and space also marks: in a picker for several, space marks while nothing is typed and while one
// is moving in the list (after an arrow or a page key), and is a letter again from the next letter typed.
// ctrl+space always marks.
type Picker struct {
	Empty string // the sentence shown when nothing is found

	input    Input
	list     List
	items    []Item
	search   []string
	hits     []int
	marked   map[string]bool // never written to: a mark makes another
	several  bool
	browsing bool
	fold     func(string) string
	filter   Filter
}

// NewPicker makes a picker; fold brings the query to the form the search texts are in (nil: lower case) and filter
// finds (nil: Words). several lets a person mark more than one.
func NewPicker(items []Item, several bool, fold func(string) string, filter Filter) Picker {
	if fold == nil {
		fold = strings.ToLower
	}
	if filter == nil {
		filter = Words
	}
	p := Picker{several: several, fold: fold, filter: filter}
	return p.SetItems(items)
}

// SetItems offers other items; the query stays, and so do the marks on keys that are still offered.
func (p Picker) SetItems(items []Item) Picker {
	p.items = slices.Clone(items)
	p.search = make([]string, len(items))
	for i, it := range items {
		p.search[i] = it.Search
		if it.Search == "" {
			p.search[i] = p.fold(it.Label)
		}
	}
	return p.find()
}

// SetQuery types for the person.
func (p Picker) SetQuery(query string) Picker {
	p.input = p.input.SetValue(query)
	return p.find()
}

// SetPlaceholder sets what the empty line shows.
func (p Picker) SetPlaceholder(words string) Picker {
	p.input.Placeholder = words
	return p
}

// Resize tells the height the picker is drawn at, so that a page is a page. See View for what is in it.
func (p Picker) Resize(h int) Picker {
	p.list = p.list.Set(p.rows(), h-1)
	return p
}

// Query is what was typed.
func (p Picker) Query() string { return p.input.Value() }

// Count gives how many items are found, offered and marked.
func (p Picker) Count() (found, offered, marked int) {
	return len(p.hits), len(p.items), len(p.Marked())
}

// Marked gives the keys of the marked items in the order they are offered.
func (p Picker) Marked() []string {
	var out []string
	for _, it := range p.items {
		if p.marked[it.Key] && it.Off == "" {
			out = append(out, it.Key)
		}
	}
	return out
}

// Mark marks the items of those keys.
func (p Picker) Mark(keys ...string) Picker {
	p.marked = maps.Clone(p.marked)
	if p.marked == nil {
		p.marked = map[string]bool{}
	}
	for _, key := range keys {
		p.marked[key] = true
	}
	return p
}

// Picked gives the marked keys or, with no mark, the key under the cursor; nothing when nothing is found.
func (p Picker) Picked() []string {
	if marked := p.Marked(); len(marked) > 0 {
		return marked
	}
	if it, ok := p.Current(); ok {
		return []string{it.Key}
	}
	return nil
}

// Current is the item under the cursor, marked or not.
func (p Picker) Current() (Item, bool) {
	i := p.list.Cursor()
	if i < 0 || i >= len(p.hits) {
		return Item{}, false
	}
	return p.items[p.hits[i]], true
}

// find runs the filter and goes to the best hit.
func (p Picker) find() Picker {
	if query := p.fold(p.input.Value()); strings.TrimSpace(query) != "" {
		p.hits = p.filter(query, p.search)
	} else {
		p.hits = all(len(p.items))
	}
	p.list = p.list.Set(p.rows(), p.list.height).Home()
	return p
}

func (p Picker) rows() Rows {
	return Rows{N: len(p.hits), Selectable: func(i int) bool { return p.items[p.hits[i]].Off == "" }}
}

// Update answers a key or a paste. Submit comes only when something is picked.
func (p Picker) Update(msg tea.Msg) (Picker, Event) {
	key, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return p.typed(msg)
	}
	switch name := key.String(); name {
	case "esc":
		return p, Cancel
	case "enter":
		if len(p.Picked()) == 0 {
			return p, None
		}
		return p, Submit
	case "up", "down", "pgup", "pgdown":
		p.list, _ = p.list.Key(name)
		p.browsing = true
		return p, None
	case "ctrl+space":
		return p.mark()
	case "space":
		if p.several && (p.browsing || p.input.Value() == "") {
			return p.mark()
		}
	}
	return p.typed(msg)
}

func (p Picker) typed(msg tea.Msg) (Picker, Event) {
	input, changed := p.input.Update(msg)
	p.input = input
	if !changed {
		return p, None
	}
	p.browsing = false
	return p.find(), Changed
}

// mark turns the mark of the item under the cursor and goes one down, so that marking a run is holding space.
func (p Picker) mark() (Picker, Event) {
	it, ok := p.Current()
	if !p.several || !ok {
		return p, None
	}
	marked := !p.marked[it.Key]
	p = p.Mark(it.Key)
	p.marked[it.Key] = marked // its own map, since Mark
	p.list, p.browsing = p.list.Move(1), true
	return p, Changed
}

// Scroll answers the wheel.
func (p Picker) Scroll(delta int) Picker {
	p.list = p.list.Scroll(delta)
	return p
}

// View draws the picker in exactly w by h cells: the line to type in with the count at its right, and the items under
// it. The cursor is as seen from the picker's corner; nil when there is no room for the line.
func (p Picker) View(t theme.Theme, w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit(nil, w, h), nil
	}
	count := p.count()
	field := w - ansi.StringWidth(count) - 1
	if field < 8 {
		count, field = "", w
	}
	line, x := p.input.View(field, t.Input, t.Faint)
	if count != "" {
		line = splice(line, " ", Paint(t.Faint, count))
	}
	list := p.list.Set(p.rows(), h-1)
	lines := append([]string{line}, list.Lines(func(i int, s RowState) string { return p.draw(t, w, i, s) })...)
	if len(p.hits) == 0 && p.Empty != "" {
		for _, words := range Wrap(p.Empty, w) {
			lines = append(lines, Paint(t.Faint, words))
		}
	}
	return Fit(lines, w, h), tea.NewCursor(x, 0)
}

// count is "12/340", with the number of marks before it where there are any.
func (p Picker) count() string {
	found, offered, marked := p.Count()
	out := strconv.Itoa(found) + "/" + strconv.Itoa(offered)
	if marked > 0 {
		out = "✓" + strconv.Itoa(marked) + " " + out
	}
	return out
}

func (p Picker) draw(t theme.Theme, w, i int, state RowState) string {
	it := p.items[p.hits[i]]
	pointer, mark, markWidth := "", "", 0
	if state.Selected {
		pointer = "▸"
	}
	if p.several {
		markWidth = 2
	}
	if p.marked[it.Key] {
		mark = "✓"
	}
	label, detail := t.Text, it.Detail
	if it.Off != "" {
		label, detail = t.Faint, it.Off
	} else if p.marked[it.Key] {
		label = t.Marked
	}
	side := min(ansi.StringWidth(plain(detail)), w/2)
	gap := min(side, 1)
	return Line(w, RowStyle(t, state, true),
		Cell{Text: pointer, Style: label, W: 2}, Cell{Text: mark, Style: t.Marked, W: markWidth},
		Cell{Text: it.Label, Style: label, W: Share(1)}, Cell{W: gap}, Cell{Text: detail, Style: t.Faint, W: side})
}

// Click answers a click at a cell of the picker as View drew it: the first on an item goes there (and marks, in a
// picker for several), a second on the same item submits.
func (p Picker) Click(x, y, w, h int) (Picker, Event) {
	if x < 0 || x >= w || y <= 0 || y >= h {
		return p, None
	}
	p = p.Resize(h)
	i, ok := p.list.At(y - 1)
	if !ok {
		return p, None
	}
	again := i == p.list.Cursor() && p.browsing
	p.list, p.browsing = p.list.Select(i), true
	if p.several {
		there := p.list
		p, event := p.mark()
		p.list = there
		return p, event
	}
	if again {
		return p, Submit
	}
	return p, None
}
