package journal

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Details say who made an entry, when, why, and each change.
func (l listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	at, ok := l.loaded.index(key)
	if !ok {
		return nil
	}
	e, b := l.loaded.entries[at], shelf.Sheet{Scene: s, W: w}
	b.Text(b.Theme.Heading, 0, l.loaded.summaries[at])
	b.Gap()
	b.Text(b.Theme.Text, 0, b.Words.Moment(e.At, b.Zone))
	b.Item(b.Theme.Text, "", 2, byLine(b.Words, e.By))
	if e.By.Reason == "" {
		b.Text(b.Theme.Faint, 0, b.Words.Say("journal.no-reason"))
	}
	for i, line := range words.CleanLines(e.By.Reason) {
		if line != "" && i == 0 {
			line = b.Words.Say("journal.reason", line)
		}
		b.Item(b.Theme.Text, "", 2, line)
	}
	switch e.Kind {
	case domain.Undo:
		b.Text(b.Theme.Text, 0, b.Words.Say("journal.undoes", number(e.Of)))
	case domain.Redo:
		b.Text(b.Theme.Text, 0, b.Words.Say("journal.redoes", number(e.Of)))
	}
	b.Section(b.Words.Say("journal.changes"))
	for _, line := range b.Words.Details(b.World, e) {
		b.Item(b.Theme.Text, "- ", 2, line)
	}
	return b.Lines
}

// byLine says who made the edit, and on whose behalf.
func byLine(w tell.Words, by domain.By) string {
	name := words.Clean(strings.TrimSpace(by.Name))
	if name == "" {
		name = w.Say("journal.unknown")
	}
	if by.Behalf == "" {
		return w.Say("journal.by", name)
	}
	return w.Say("journal.by-for", name, words.Clean(by.Behalf))
}
