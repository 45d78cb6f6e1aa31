package cli

import (
	"regexp"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// aloud makes lines that are read aloud: every sign is a word, or nothing where a word beside
// it says the same. The code of a rule is left out: by ear it is that of a group. So is the
// code of a kind, such as that of a signal, but where it is what one types next.
//
// The id of a person, a group or a record stands in brackets behind its name, never before
// it: behind whom or what a sentence is about, and behind others where two have that name.
type aloud struct {
	codes []replaced
	signs *strings.Replacer
}

// replaced is what is heard in place of a pattern.
type replaced struct {
	of   *regexp.Regexp
	with string
}

func newAloud(w tell.Words) *aloud {
	plus, codes := w.RoleWord(domain.CounselorPlus), `[A-Z][0-9]+(?:(?:, | `+w.Say("plain.and")+` )[A-Z][0-9]+)*`
	rule := `\b` + w.Say("plain.rule") + ` ` + codes
	return &aloud{
		[]replaced{
			{regexp.MustCompile(` \(` + rule + `\)`), ""},
			{regexp.MustCompile(`(^ *|\(|; |, )` + rule + `(?: · |, |; |: )`), "$1"},
			{regexp.MustCompile(`(?: · |, |; )` + rule), ""},
			{regexp.MustCompile(`\b(` + w.Say("plain.reading-word") + `) ` + codes + `\b`), "$1"},
			{regexp.MustCompile(`\b` + codes + ` ‘`), "‘"}, // the question of a reading
		},
		strings.NewReplacer(
			w.Say("tag.read"), w.Say("plain.reading"), plus, strings.TrimSuffix(plus, "+")+" plus", "[x] ", "", "[ ] ", w.Say("plain.open")+" ", "✗ ", "",
			"★", w.Say("plain.star"), " · ", ", ", " → ", " "+w.Say("plain.to")+" ", "✓ ", "", "○ ", "", "◐ ", "", "◉ ", "", "≤", w.Say("plain.most"),
		),
	}
}

// line returns a line as it is heard; without aloud it stays as it is.
func (a *aloud) line(text string) string {
	if a == nil {
		return text
	}
	for _, one := range a.codes {
		text = one.of.ReplaceAllString(text, one.with)
	}
	return a.signs.Replace(text)
}

// hearsTrial reports whether it is heard before all else that nothing is changed.
func (r *run) hearsTrial() bool { return r.given.dryRun && r.aloud != nil && !r.wantsJSON() }

// hearAsked says before what an edit would do that it was refused for want of a reason.
func (r *run) hearAsked() {
	if r.aloud != nil && !r.wantsJSON() {
		r.say("plain.asked")
	}
}

// sentence says a key, or what is heard in its place.
func (r *run) sentence(key words.Key, args ...any) string {
	if heard := "heard." + key; r.aloud != nil && r.words.Has(heard) {
		key = heard
	}
	return r.words.Say(key, args...)
}

// withID says what has an id: as the key says it, which is for who reads; heard, the id
// comes last.
func (r *run) withID(key words.Key, id, said string) string {
	if r.aloud != nil {
		key, id, said = "cli.named", said, id
	}
	return r.words.Say(key, id, said)
}

// withBreaks adds to a line which agreements it breaks: heard, as a sentence.
func (r *run) withBreaks(line string, ids []domain.AgreementID) string {
	if r.aloud == nil || len(ids) == 0 {
		return r.words.WithBreaks(line, ids)
	}
	sentence, ended := strings.CutSuffix(line, ".")
	said := r.words.Say("plain.breaks", len(ids), sentence, r.words.List(list(ids, func(id domain.AgreementID) string { return words.Clean(string(id)) })))
	if ended {
		said += "."
	}
	return said
}
