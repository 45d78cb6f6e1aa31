package cli

import (
	"regexp"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
)

// aloud makes lines that are read aloud: every sign is a word, or nothing where a word beside
// it says the same. The code of a rule is left out: by ear it is that of a group.
type aloud struct {
	rule  *regexp.Regexp
	signs *strings.Replacer
}

func newAloud(w tell.Words) *aloud {
	plus := w.RoleWord(domain.CounselorPlus)
	return &aloud{regexp.MustCompile(w.Say("plain.rule")), strings.NewReplacer(
		w.Say("tag.read"), w.Say("plain.reading"), plus, strings.TrimSuffix(plus, "+")+" plus", "[x] ", "", "[ ] ", w.Say("plain.open")+" ", "✗ ", "",
		"★", w.Say("plain.star"), " · ", ", ", " → ", " "+w.Say("plain.to")+" ", "✓ ", "", "○ ", "", "◐ ", "", "◉ ", "", "≤", w.Say("plain.most"),
	)}
}

// line returns a line as it is heard; without aloud it stays as it is.
func (a *aloud) line(text string) string {
	if a == nil {
		return text
	}
	return a.signs.Replace(a.rule.ReplaceAllString(text, ""))
}
