package widget

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"zichtlijn/ui/theme"
)

// Item is a row of a picker.
type Item struct {
	Key    string // unique; Picked returns it
	Label  string
	Detail string // at the right, fainter
	Search string // the text for the filter, folded by the caller; empty: the folded label
	Off    string // why it cannot be picked now; shown instead of Detail
}

// Picker is a line to type in, above the items that it finds. Made by NewPicker.
//
// Names have spaces, and space also marks: in a picker for several, space marks while nothing is typed, and after an
// arrow or a page key until the next letter. ctrl+space always marks.
type Picker struct {
	Empty string // the sentence for when nothing is found

	input    Input
	list     List
	items    []Item
	search   []string
	hits     []int
	marked   map[string]bool // copied before it is written to
	several  bool
	browsing bool
	fold     func(string) string
	filter   Filter
}

// NewPicker returns a picker of items. several lets a person mark more than one. fold makes the query comparable with
// the search texts (nil: lower case); a nil filter is Words.
func NewPicker(items []Item, several bool, fold func(string) string, filter Filter) Picker {
	if fold == nil {
		fold = strings.ToLower
	}
	if filter == nil {
		filter = Words
	}
	p := Picker{
		several: several, fold: fold, filter: filter,
		items: slices.Clone(items), search: make([]string, len(items)),
	}
	for i, it := range items {
		p.search[i] = it.Search
		if it.Search == "" {
			p.search[i] = fold(it.Label)
		}
	}
	return p.runFilter()
}

// Offer adds items to those that are offered, under what was typed. The cursor goes to the best hit, unless somebody has
// moved it.
func (p Picker) Offer(more []Item) Picker {
	at := p.list.Cursor()
	added := NewPicker(more, p.several, p.fold, p.filter)
	p.items, p.search = slices.Concat(p.items, added.items), slices.Concat(p.search, added.search)
	browsing, was := p.browsing && at >= 0, 0
	if browsing {
		was = p.hits[at]
	}
	p = p.runFilter()
	if i := slices.Index(p.hits, was); browsing && i >= 0 {
		p.list = p.list.Select(i)
	}
	return p
}

// SetPlaceholder sets the text of the empty line.
func (p Picker) SetPlaceholder(words string) Picker {
	p.input.Placeholder = words
	return p
}

// Resize sets the height in lines that the picker is drawn at, for the page keys.
func (p Picker) Resize(h int) Picker {
	p.list = p.list.Set(p.rows(), h-1)
	return p
}

// Query is what was typed.
func (p Picker) Query() string { return p.input.Value() }

// Count returns how many items are found, offered and marked.
func (p Picker) Count() (found, offered, marked int) {
	return len(p.hits), len(p.items), len(p.Marked())
}

// Marked returns the keys of the marked items, in the order of the items.
func (p Picker) Marked() []string {
	var out []string
	for _, it := range p.items {
		if p.marked[it.Key] && it.Off == "" {
			out = append(out, it.Key)
		}
	}
	return out
}

// Mark marks the items with those keys.
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

// Picked returns the marked keys or, without marks, the key under the cursor; none when nothing is found.
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

// runFilter runs the filter and goes to the best hit.
func (p Picker) runFilter() Picker {
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
		return p.edit(msg)
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
		return p.toggleMark()
	case "space":
		if p.several && (p.browsing || p.input.Value() == "") {
			return p.toggleMark()
		}
	}
	return p.edit(msg)
}

func (p Picker) edit(msg tea.Msg) (Picker, Event) {
	input, changed := p.input.Update(msg)
	p.input = input
	if !changed {
		return p, None
	}
	p.browsing = false
	return p.runFilter(), Changed
}

// toggleMark toggles the mark of the item under the cursor and moves down, so that holding space marks a run.
func (p Picker) toggleMark() (Picker, Event) {
	it, ok := p.Current()
	if !p.several || !ok {
		return p, None
	}
	marked := !p.marked[it.Key]
	p = p.Mark(it.Key)
	p.marked[it.Key] = marked // Mark copied the map
	p.list, p.browsing = p.list.Move(1), true
	return p, Changed
}

// Scroll answers the wheel.
func (p Picker) Scroll(delta int) Picker {
	p.list = p.list.Scroll(delta)
	return p
}

// View draws the picker in exactly w by h cells: the line to type in with the count at its right, and the items under
// it. The cursor is as seen from the picker's corner; nil when the line has no room.
func (p Picker) View(t theme.Theme, w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return Fit(t.Measure, nil, w, h), nil
	}
	count := p.count()
	field := w - t.Measure.Width(count) - 1
	if field < 8 {
		count, field = "", w
	}
	line, x := p.input.View(t.Measure, field, t.Input, t.Faint)
	if count != "" {
		line = splice(line, " ", Paint(t.Faint, count))
	}
	list := p.list.Set(p.rows(), h-1)
	lines := append([]string{line}, list.Lines(func(i int, s RowState) string { return p.draw(t, w, i, s) })...)
	if len(p.hits) == 0 && p.Empty != "" {
		for _, words := range Wrap(t.Measure, p.Empty, w) {
			lines = append(lines, Paint(t.Faint, words))
		}
	}
	return Fit(t.Measure, lines, w, h), tea.NewCursor(x, 0)
}

// count is "12/340": found of all; the number of marks, if any, stands before it.
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
	side := min(t.Measure.Width(plain(t.Measure, detail)), w/2)
	gap := min(side, 1)
	return Line(t.Measure, w, RowStyle(t, state, true),
		Cell{Text: pointer, Style: label, W: 2}, Cell{Text: mark, Style: t.Marked, W: markWidth},
		Cell{Text: it.Label, Style: label, W: Share(1)}, Cell{W: gap}, Cell{Text: detail, Style: t.Faint, W: side})
}

// Click answers a click at a cell of the picker as View drew it. In a picker for several it toggles the mark of the
// item; else the first click goes to the item and a second one submits it.
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
		p, event := p.toggleMark()
		p.list = there
		return p, event
	}
	if again {
		return p, Submit
	}
	return p, None
}

// Filter returns the indexes of the texts that match a query, best first. The caller folds query and texts alike (case,
// accents), and never asks with an empty query.
type Filter func(query string, texts []string) []int

// Words finds the texts that contain every word of the query, in any order. Texts that begin with the first of them come
// first, then texts in which a word begins with it; otherwise their order stays.
func Words(query string, texts []string) []int {
	words := strings.Fields(query)
	if len(words) == 0 {
		return all(len(texts))
	}
	var ranks [3][]int
	for i, t := range texts {
		if !containsAll(t, words) {
			continue
		}
		rank := 2
		if strings.HasPrefix(t, words[0]) {
			rank = 0
		} else if strings.Contains(t, " "+words[0]) {
			rank = 1
		}
		ranks[rank] = append(ranks[rank], i)
	}
	return slices.Concat(ranks[:]...)
}

func containsAll(t string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(t, w) {
			return false
		}
	}
	return true
}

// Fuzzy finds the texts that have the letters of the query in order, however far apart; close together is better. It is
// for a palette of commands: among many thousands of names Words costs a fraction and guesses less.
func Fuzzy(query string, texts []string) []int {
	query = strings.Join(strings.Fields(query), "")
	if query == "" {
		return all(len(texts))
	}
	matches := fuzzy.FindNoSort(query, texts)
	order := all(len(matches)) // indexes are sorted, because a Match is large to move
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(matches[b].Score-matches[a].Score, a-b) })
	for i, at := range order {
		order[i] = matches[at].Index
	}
	return order
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
