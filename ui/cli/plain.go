package cli

import "strings"

// spoken makes a line that is read aloud: every sign is a word, or nothing where a word
// beside it says the same.
func (r *run) spoken(line string) string {
	return strings.NewReplacer(
		"[x] ", r.words.Say("plain.done")+" ", "[ ] ", r.words.Say("plain.open")+" ", "✗ ", "", "★", r.words.Say("plain.star"),
		" · ", ", ", " → ", " "+r.words.Say("plain.to")+" ", "✓ ", "", "○ ", "", "◐ ", "", "◉ ", "", "≤", r.words.Say("plain.most"),
	).Replace(line)
}
