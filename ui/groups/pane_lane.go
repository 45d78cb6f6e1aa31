package groups

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// lane is what every pane of the screen has: a list and a filter.
type lane struct {
	list   widget.List
	filter widget.Input
	typing bool
}

const filterLimit = 80

func newLane() lane { return lane{filter: widget.NewInput(filterLimit)} }

// query is what the filter looks for, without case and accents.
func (l lane) query() string { return words.Fold(l.filter.Value()) }

// matches reports whether a text holds every word of the filter.
func (l lane) matches(text string) bool {
	q := l.query()
	if q == "" {
		return true
	}
	folded := words.Fold(text)
	for _, word := range strings.Fields(q) {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

func (l lane) clear() lane {
	l.filter = l.filter.SetValue("")
	l.typing = false
	return l
}

// typed takes a key or a paste while the filter is being typed. enter keeps the
// filter and gives the keys back to the list; esc clears it.
func (l lane) typed(msg tea.Msg) lane {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		switch key.String() {
		case "esc":
			return l.clear()
		case "enter", "tab":
			l.typing = false
			return l
		case "up", "down", "pgup", "pgdown":
			l.list, _ = l.list.Key(key.String())
			return l
		}
	}
	l.filter, _ = l.filter.Update(msg)
	return l
}

// title puts the filter before a pane's title while there is one: a list that
// shows only a part must never pass for the whole.
func (l lane) title(w tell.Words, title string) string {
	if !l.filtered() {
		return title
	}
	return l.filterText(w) + " · " + title
}

func (l lane) filtered() bool { return l.filter.Value() != "" || l.typing }

func (l lane) filterText(w tell.Words) string {
	return w.Say("list.filter", words.Clean(l.filter.Value()))
}
