package widget

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// text is what Input and Area edit: a value and a place in it, always between two whole characters as a person sees
// them (a letter with its accents is one).
type text struct {
	value string
	at    int // in bytes
	limit int // in runes
}

// cluster is the length in bytes and the width in cells of the character s begins with.
func cluster(s string) (n, width int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(c), 1), ansi.StringWidth(plain(c))
}

// insert puts s in at the cursor, as far as the limit allows. Reading stops at the limit: a megabyte that was pasted
// costs what fits.
func (t text) insert(s string, keepBreaks bool) text {
	room := t.limit - utf8.RuneCountInString(t.value)
	s = bounded(s, room, keepBreaks)
	t.value = t.value[:t.at] + s + t.value[t.at:]
	return t.place(t.at + len(s))
}

// bounded takes at most room runes from s as text: control and invisible characters are dropped, breaks become
// spaces unless they are kept, and \r\n counts as one.
func bounded(s string, room int, keepBreaks bool) string {
	var b strings.Builder
	budget := max(room, 0) * 16 // what is dropped must not cost without end either
	before := rune(0)
	for i := 0; i < len(s) && room > 0 && i < budget; {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		follows := r == '\n' && before == '\r'
		before = r
		switch {
		case follows, r == utf8.RuneError && n == 1:
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
	return b.String()
}

// place puts the cursor at byte i, or after the character i is in the middle of.
func (t text) place(i int) text {
	i = max(min(i, len(t.value)), 0)
	t.at = t.lineStart(i)
	for t.at < i {
		n, _ := cluster(t.value[t.at:])
		t.at += n
	}
	return t
}

// lineStart is where the line of byte i begins; no character reaches across a break.
func (t text) lineStart(i int) int { return strings.LastIndexByte(t.value[:i], '\n') + 1 }

func (t text) lineEnd(i int) int {
	if n := strings.IndexByte(t.value[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(t.value)
}

// before is where the character left of byte i begins.
func (t text) before(i int) int {
	start := t.lineStart(i)
	if start == i {
		return max(i-1, 0)
	}
	for {
		n, _ := cluster(t.value[start:])
		if start+n >= i {
			return start
		}
		start += n
	}
}

func (t text) after(i int) int {
	if i >= len(t.value) {
		return len(t.value)
	}
	n, _ := cluster(t.value[i:])
	return i + n
}

func (t text) wordBefore(i int) int {
	rest := strings.TrimRight(t.value[:i], " \n")
	return strings.LastIndexAny(rest, " \n") + 1
}

func (t text) wordAfter(i int) int {
	rest := strings.TrimLeft(t.value[i:], " \n")
	start := len(t.value) - len(rest)
	if n := strings.IndexAny(rest, " \n"); n >= 0 {
		return start + n
	}
	return len(t.value)
}

func (t text) remove(from, to int) text {
	t.value = t.value[:from] + t.value[to:]
	return t.place(from)
}

// key edits by the keys a single and a multi-line field share; false means the key is none of them. up, down, enter
// and tab belong to whoever holds the field.
func (t text) key(key string) (text, bool) {
	switch key {
	case "left", "ctrl+b":
		t.at = t.before(t.at)
	case "right", "ctrl+f":
		t.at = t.after(t.at)
	case "ctrl+left", "alt+left", "alt+b":
		t.at = t.wordBefore(t.at)
	case "ctrl+right", "alt+right", "alt+f":
		t.at = t.wordAfter(t.at)
	case "home", "ctrl+a":
		t.at = t.lineStart(t.at)
	case "end", "ctrl+e":
		t.at = t.lineEnd(t.at)
	case "backspace", "shift+backspace", "ctrl+h":
		t = t.remove(t.before(t.at), t.at)
	case "delete", "ctrl+d":
		t = t.remove(t.at, t.after(t.at))
	case "ctrl+w", "alt+backspace", "ctrl+backspace":
		t = t.remove(t.wordBefore(t.at), t.at)
	case "ctrl+u":
		t = t.remove(t.lineStart(t.at), t.at)
	default:
		return t, false
	}
	return t, true
}
