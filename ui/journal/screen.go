package journal

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const (
	pageSize = 200
	nearEnd  = 30 // rows before the last one from which the next page is asked for
	wheel    = 3
)

// Screen is the list of entries with the one under the cursor told beside or
// below it.
type Screen struct {
	loaded  loaded
	list    widget.List
	detail  detail
	reading bool // the detail has the keys, not the list

	asked   bool       // anything was asked for at all
	head    domain.Seq // up to which entry it was
	waiting bool       // a page was asked for and is not here yet
	failed  bool       // the last page could not be read

	filter widget.Input
	typing bool // the filter has the keys
}

var (
	_ scene.Screen = Screen{}
	_ scene.Typist = Screen{}
)

// New returns the screen with nothing loaded yet.
func New() scene.Screen { return Screen{filter: widget.NewInput(0)} }

// Typing implements scene.Typist.
func (v Screen) Typing() bool { return v.typing }

// Actions implements scene.Screen.
func (Screen) Actions(scene.Scene) []scene.Action {
	return []scene.Action{
		{Key: "enter", Also: []string{"tab"}, Name: "journal.read", Bar: true},
		{Key: "/", Name: "journal.filter", Bar: true},
	}
}

// Update implements scene.Screen.
func (v Screen) Update(s scene.Scene, msg tea.Msg) (scene.Screen, scene.Wish) {
	if next, changed := v.loaded.resaid(s); changed {
		v.loaded = next.filtered(v.filter.Value())
	}
	v.list = v.list.Set(v.rows(), v.arrange(s).rows.H)
	switch msg := msg.(type) {
	case scene.Arrived:
		v.asked = false
	case scene.Page:
		v = v.took(s, msg)
	case tea.KeyPressMsg:
		v = v.key(s, msg)
	case tea.PasteMsg:
		if v.typing {
			v = v.typed(s, msg)
		}
	case tea.MouseClickMsg:
		v = v.click(s, msg)
	case tea.MouseWheelMsg:
		v = v.wheeled(s, msg)
	}
	v.list = v.list.Set(v.rows(), v.arrange(s).rows.H)
	v.detail = v.detail.of(s, v)
	return v.wish(s)
}

// wish asks for the newest entries where the journal has grown, or for older
// ones where the cursor comes near the last that is loaded.
func (v Screen) wish(s scene.Scene) (scene.Screen, scene.Wish) {
	if !v.asked || s.Head != v.head {
		v.asked, v.head, v.failed = true, s.Head, false
		v.waiting = s.Head > 0
		if !v.waiting {
			v.loaded, v.detail = loaded{}, detail{}
			return v, nil
		}
		return v, scene.ReadJournal{Count: pageSize}
	}
	_, to := v.list.Window()
	if v.waiting || v.failed || len(v.loaded.entries) == 0 || v.loaded.whole() || to < len(v.loaded.found)-nearEnd {
		return v, nil
	}
	v.waiting = true
	return v, scene.ReadJournal{Before: v.loaded.oldest(), Count: pageSize}
}

// took takes up a page; the cursor stays on its entry, or on the newest.
func (v Screen) took(s scene.Scene, p scene.Page) Screen {
	v.waiting, v.failed = false, p.Err != nil
	var stay domain.Seq // on the newest where the cursor is there, or nowhere
	if at, ok := v.current(); ok && v.list.Cursor() > 0 {
		stay = v.loaded.entries[at].Seq
	}
	v.loaded = v.loaded.with(s, p.Entries).filtered(v.filter.Value())
	v.list = v.list.Set(v.rows(), v.arrange(s).rows.H)
	v.list = v.list.Select(v.loaded.row(stay))
	return v
}

func (v Screen) rows() widget.Rows { return widget.Rows{N: len(v.loaded.found)} }

// current is the entry under the cursor.
func (v Screen) current() (at int, ok bool) {
	if i := v.list.Cursor(); i >= 0 && i < len(v.loaded.found) {
		return v.loaded.found[i], true
	}
	return 0, false
}

func (v Screen) key(s scene.Scene, msg tea.KeyPressMsg) Screen {
	key := msg.String()
	switch {
	case v.typing:
		return v.filterKey(s, msg)
	case v.reading:
		return v.readingKey(s, key)
	}
	switch key {
	case "/":
		v.typing = true
	case "esc":
		v.filter = v.filter.SetValue("")
		v = v.refiltered(s)
	case "enter", "tab", "shift+tab", "right", "l":
		_, v.reading = v.current()
	default:
		v.list, _ = v.list.Key(key)
	}
	return v
}

func (v Screen) filterKey(s scene.Scene, msg tea.KeyPressMsg) Screen {
	switch msg.String() {
	case "esc":
		v.typing = false
		v.filter = v.filter.SetValue("")
		return v.refiltered(s)
	case "enter", "tab":
		v.typing = false
		return v
	case "up", "down", "pgup", "pgdown":
		v.list, _ = v.list.Key(msg.String())
		return v
	}
	return v.typed(s, msg)
}

func (v Screen) typed(s scene.Scene, msg tea.Msg) Screen {
	var changed bool
	if v.filter, changed = v.filter.Update(msg); changed {
		v = v.refiltered(s)
	}
	return v
}

// refiltered keeps the cursor on its entry where the filter leaves it.
func (v Screen) refiltered(s scene.Scene) Screen {
	at, some := v.current()
	v.loaded = v.loaded.filtered(v.filter.Value())
	v.list = v.list.Set(v.rows(), v.arrange(s).rows.H)
	if some {
		v.list = v.list.Select(v.loaded.row(v.loaded.entries[at].Seq))
	}
	return v
}

func (v Screen) readingKey(s scene.Scene, key string) Screen {
	h := v.arrange(s).text.H
	switch key {
	case "esc", "tab", "shift+tab", "left", "h", "enter":
		v.reading = false
	case "up", "k":
		v.detail = v.detail.scrolled(-1, h)
	case "down", "j":
		v.detail = v.detail.scrolled(1, h)
	case "pgup":
		v.detail = v.detail.scrolled(1-h, h)
	case "pgdown", "space":
		v.detail = v.detail.scrolled(h-1, h)
	case "home", "g":
		v.detail = v.detail.scrolled(-len(v.detail.lines), h)
	case "end", "G":
		v.detail = v.detail.scrolled(len(v.detail.lines), h)
	}
	return v
}

func (v Screen) click(s scene.Scene, msg tea.MouseClickMsg) Screen {
	boxes := v.arrange(s)
	switch {
	case msg.Button != tea.MouseLeft:
	case boxes.rows.Contains(msg.X, msg.Y):
		_, y := boxes.rows.Local(msg.X, msg.Y)
		if i, ok := v.list.At(y); ok {
			v.list, v.reading = v.list.Select(i), false
		}
	case boxes.filter.Contains(msg.X, msg.Y):
		v.typing, v.reading = true, false
	case boxes.detail.Contains(msg.X, msg.Y):
		_, v.reading = v.current()
		v.typing = false
	case boxes.list.Contains(msg.X, msg.Y):
		v.reading = false
	}
	return v
}

func (v Screen) wheeled(s scene.Scene, msg tea.MouseWheelMsg) Screen {
	by := 0
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -wheel
	case tea.MouseWheelDown:
		by = wheel
	}
	boxes := v.arrange(s)
	if boxes.detail.Contains(msg.X, msg.Y) {
		v.detail = v.detail.scrolled(by, boxes.text.H)
		return v
	}
	v.list = v.list.Scroll(by)
	return v
}

// number writes the number of an entry: never grouped, for it is a name.
func number(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }
