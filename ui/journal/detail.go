package journal

import (
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// detail is one entry told in full, wrapped once: an import has hundreds of lines.
type detail struct {
	made  subject
	lines []string
	from  int // first line in view
}

// subject says of which entry, and for which eyes, a detail was made.
type subject struct {
	entry    domain.Seq
	world    domain.World
	language words.Language
	kind     theme.Kind
	width    int
}

// of returns the detail of the entry under the cursor: d itself where it is that.
func (d detail) of(s scene.Scene, v Screen) detail {
	at, ok := v.current()
	if !ok {
		return detail{}
	}
	e := v.loaded.entries[at]
	want := subject{e.Seq, s.World, s.Words.Language(), s.Theme.Kind, v.arrange(s).text.W}
	if d.made == want {
		return d
	}
	next := detail{made: want, lines: told(s, e, v.loaded.said[at], want.width)}
	if d.made.entry == e.Seq {
		next.from = d.from
	}
	return next
}

// scrolled moves the window of h lines.
func (d detail) scrolled(by, h int) detail {
	d.from = max(min(d.from+by, len(d.lines)-h), 0)
	return d
}

// told says everything of an entry: who, when, why, and each change.
func told(s scene.Scene, e domain.Entry, summary string, w int) []string {
	t, say := s.Theme, s.Words
	var out []string
	put := func(style lipgloss.Style, first, rest, text string) {
		for i, line := range widget.Wrap(text, w-len(first)) {
			indent := first
			if i > 0 {
				indent = rest
			}
			out = append(out, indent+widget.Paint(style, line))
		}
	}
	put(t.Heading, "", "", summary)
	out = append(out, "")
	put(t.Text, "", "", say.Moment(e.At, s.Zone))
	put(t.Text, "", "  ", who(say, e.By))
	if e.By.Reason == "" {
		put(t.Faint, "", "", say.Say("journal.no-reason"))
	}
	for i, line := range words.CleanLines(e.By.Reason) {
		if line != "" && i == 0 {
			line = say.Say("journal.reason", line)
		}
		put(t.Text, "", "  ", line)
	}
	switch e.Kind {
	case domain.Undo:
		put(t.Text, "", "", say.Say("journal.undoes", number(e.Of)))
	case domain.Redo:
		put(t.Text, "", "", say.Say("journal.redoes", number(e.Of)))
	}
	out = append(out, "")
	put(t.Heading, "", "", say.Say("journal.changes"))
	for _, line := range say.Details(s.World, e) {
		put(t.Text, "- ", "  ", line)
	}
	return out
}

// who says who was at the keyboard, and for whom.
func who(w tell.Words, by domain.By) string {
	name := words.Clean(strings.TrimSpace(by.Name))
	if name == "" {
		name = w.Say("journal.unknown")
	}
	if by.Behalf == "" {
		return w.Say("journal.by", name)
	}
	return w.Say("journal.by-for", name, words.Clean(by.Behalf))
}
