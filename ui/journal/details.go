package journal

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Details say everything of an entry: who, when, why, and each change.
func (l listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	at, ok := l.loaded.at(key)
	if !ok {
		return nil
	}
	e, b := l.loaded.entries[at], shelf.Sheet{Scene: s, W: w}
	b.Text(b.Theme.Heading, 0, l.loaded.said[at])
	b.Gap()
	b.Text(b.Theme.Text, 0, b.Words.Moment(e.At, b.Zone))
	b.Item(b.Theme.Text, "", 2, who(b.Words, e.By))
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
