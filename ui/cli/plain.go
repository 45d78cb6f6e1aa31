package cli

import (
	"regexp"
	"strings"

	"zichtlijn/domain"
)

// spoken makes a line that is read aloud: every sign is a word, or nothing where a word
// beside it says the same. The code of a rule is left out: by ear it is that of a group.
func (r *run) spoken(line string) string {
	line = regexp.MustCompile(r.words.Say("plain.rule")).ReplaceAllString(line, "")
	plus := r.words.RoleWord(domain.CounselorPlus)
	return strings.NewReplacer(
		r.words.Say("tag.read"), r.words.Say("plain.reading"), plus, strings.TrimSuffix(plus, "+")+" plus", "[x] ", "", "[ ] ", r.words.Say("plain.open")+" ", "✗ ", "", "★", r.words.Say("plain.star"),
		" · ", ", ", " → ", " "+r.words.Say("plain.to")+" ", "✓ ", "", "○ ", "", "◐ ", "", "◉ ", "", "≤", r.words.Say("plain.most"),
	).Replace(line)
}
