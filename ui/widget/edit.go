package widget

import (
	"strings"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
)

// edit lets the text field of Bubbles answer a key or a paste in one line with the cursor at byte at, and gives the
// line and the cursor that come of it. The cursor stays between whole characters: the field counts runes, a person
// counts a letter with its accents as one.
//
// The field is made for one message and let go. Kept, every copy of it would write into the same runes (6 µs buys a
// value), and whatever command it wishes for must not run.
func edit(line string, at int, msg tea.Msg) (string, int) {
	m := lineEditor()
	m.SetValue(line)
	m.SetCursor(utf8.RuneCountInString(line[:at]))
	for range strokes(m.KeyMap, line, at, msg) {
		m, _ = m.Update(msg)
	}
	edited := m.Value()
	to := len(string([]rune(edited)[:m.Position()]))
	from, end := around(edited, to)
	switch {
	case from == to:
		return edited, to
	case edited == line && to < at:
		return edited, from
	default:
		return edited, end
	}
}

func lineEditor() textinput.Model {
	m := textinput.New()
	m.SetVirtualCursor(false)
	m.KeyMap = lineKeys()
	m.Focus()
	return m
}

// lineKeys are the keys that edit a line; up, down, enter, tab and ctrl+k belong to whoever holds the field.
func lineKeys() textinput.KeyMap {
	keys := textinput.DefaultKeyMap()
	keys.DeleteCharacterBackward.SetKeys("backspace", "shift+backspace", "ctrl+h")
	keys.DeleteAfterCursor.Unbind()
	keys.DeleteWordForward.Unbind() // textinput 2.2.1 panics on it right before the last rune
	keys.Paste.Unbind()             // it runs a program to read the clipboard; the terminal's own paste needs none
	keys.AcceptSuggestion.Unbind()
	keys.NextSuggestion.Unbind()
	keys.PrevSuggestion.Unbind()
	return keys
}

// strokes is how often a key must be struck on runes to do its work on one character.
func strokes(keys textinput.KeyMap, line string, at int, msg tea.Msg) int {
	press, ok := msg.(tea.KeyPressMsg)
	switch {
	case !ok:
		return 1
	case at > 0 && key.Matches(press, keys.DeleteCharacterBackward):
		from, _ := around(line, at-1)
		return utf8.RuneCountInString(line[from:at])
	case key.Matches(press, keys.DeleteCharacterForward):
		_, to := around(line, at)
		return utf8.RuneCountInString(line[at:to])
	}
	return 1
}

// bounded takes at most room runes from s as text: control and invisible characters are dropped, breaks become
// spaces unless they are kept, and \r\n counts as one. Reading stops at the limit: a megabyte that was pasted costs
// what fits. more tells that something was left over, blank space aside.
func bounded(s string, room int, keepBreaks bool) (text string, more bool) {
	var b strings.Builder
	b.Grow(max(min(room, len(s)), 0))
	budget := max(room, 0) * 16 // what is dropped must not cost without end either
	before, i := rune(0), 0
	for i < len(s) && room > 0 && i < budget {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		follows := r == '\n' && before == '\r'
		before = r
		switch {
		case ' ' <= r && r <= '~': // most of what is pasted takes this path
		case follows, r == utf8.RuneError:
			continue
		case keepBreaks && (r == '\n' || r == '\r'):
			r = '\n'
		case breaks(r):
			r = ' '
		case unseen(r):
			continue
		}
		b.WriteRune(r)
		room--
	}
	return b.String(), strings.TrimSpace(s[i:]) != ""
}

// held brings a value to what a line can hold: breaks and tabs become spaces, control characters go.
func held(lines ...string) []string {
	m := lineEditor()
	out := make([]string, len(lines))
	for i, line := range lines {
		m.SetValue(line)
		out[i] = m.Value()
	}
	return out
}
