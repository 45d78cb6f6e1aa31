package exchange

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/spreadsheet"
)

// synonyms are the words for a value that people write, folded; those of other languages
// and codes among them.
type synonyms map[string][]string

var roleWords = synonyms{
	"CLIENT":         {"client", "bewoner", "bewoonster", "jeugdige", "patient", "clienten"},
	"GUARDIAN":       {"guardian", "ouder", "voogd", "ouder/voogd", "ouder of voogd", "wettelijk vertegenwoordiger", "vader", "moeder", "parent", "parent/guardian", "parent or guardian"},
	"EXTERNAL":       {"external", "extern", "externe", "netwerk", "mantelzorger"},
	"COUNSELOR":      {"counselor", "behandelaar", "hulpverlener", "begeleider", "medewerker"},
	"COUNSELOR_PLUS": {"counselor_plus", "behandelaar+", "behandelaar plus", "counselor+", "counselor plus", "behandelaar_plus"},
	"ADMINISTRATOR":  {"administrator", "beheerder", "admin"},
}

var visibilityWords = synonyms{
	"hidden":          {"hidden", "onzichtbaar", "1", "groep is onzichtbaar"},
	"group-visible":   {"group-visible", "group_visible", "groep_zichtbaar", "groep zichtbaar", "2", "gebruikers kunnen groep zien", "gebruikers kunnen de groep zien"},
	"members-visible": {"members-visible", "members_visible", "elkaar_zichtbaar", "elkaar zichtbaar", "3", "gebruikers kunnen elkaar zien"},
}

var kindWords = synonyms{
	"employee": {"employee", "medewerker", "behandelaar"},
	"guardian": {"guardian", "ouder/voogd", "ouder", "voogd", "ouder of voogd"},
	"external": {"external", "extern", "externe"},
}

var yesNoWords = synonyms{
	"true":  {"ja", "j", "waar", "true", "1", "x", "yes", "y"},
	"false": {"nee", "n", "onwaar", "false", "0", "no"},
}

// code returns the value that a word stands for, else the nearest there is.
func (s synonyms) code(word string) (code, near string, ok bool) {
	word = domain.LookUp(word)
	var all []string
	codes := make([]string, 0, len(s))
	for c := range s {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	for _, c := range codes {
		if slices.Contains(s[c], word) {
			return c, "", true
		}
		all = append(all, s[c]...)
	}
	if close, found := nearest(word, all); found {
		near, _, _ = s.code(close)
	}
	return "", near, false
}

// cellText returns the text of a cell as it is kept: without the apostrophe that protects it,
// composed, trimmed, and with plain spaces. spaced reports that some were others.
func cellText(c spreadsheet.Cell) (text string, spaced bool) {
	text = norm.NFC.String(spreadsheet.Bare(c.Text))
	if c.IsDate {
		text = dayOfSerial(c.Serial).String()
	}
	plain := strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && r != ' ' && unicode.Is(unicode.Zs, r) {
			return ' '
		}
		return r
	}, text)
	return strings.TrimSpace(plain), plain != text
}

func dayOfSerial(serial int32) domain.Date { return domain.DateOf(spreadsheet.Day(serial)) }

// value makes the value of a cell, as it would stand in the exchange form. What is no
// such value is refused at the cell; ok is false then.
func (r *reader) value(n *node, c spreadsheet.Cell, shape cellShape) (ok bool) {
	switch shape {
	case dayCell:
		return r.day(n, c)
	case yesNoCell:
		code, _, known := yesNoWords.code(n.text)
		if !known {
			r.refuse(n, WrongYesNo)
			return false
		}
		n.kind, n.text = boolean, code
	case roleCell:
		return r.choice(n, roleWords, WrongRole, choices(domain.Roles()))
	case visibilityCell:
		return r.choice(n, visibilityWords, WrongVisibility, choices(domain.Visibilities()))
	case kindCell:
		return r.choice(n, kindWords, WrongChoice, choices(domain.Kinds()))
	case textCell:
	}
	return true
}

// choice makes one of several codes of a cell.
func (r *reader) choice(n *node, words synonyms, wrong Code, all []string) bool {
	code, near, ok := words.code(n.text)
	if !ok {
		r.refuse(n, wrong, append([]string{near}, all...)...)
		return false
	}
	n.text = code
	return true
}

func choices[E interface{ String() string }](all []E) []string {
	out := make([]string, len(all))
	for i, e := range all {
		out[i] = e.String()
	}
	return out
}

// day makes a day of a cell: a date of a workbook, or what somebody typed.
func (r *reader) day(n *node, c spreadsheet.Cell) bool {
	if c.Serial > 0 {
		n.text = dayOfSerial(c.Serial).String()
		return true
	}
	typed, _, _ := strings.Cut(n.text, "T00:00") // of another program, with a time
	d, err := domain.ReadTypedDate(typed).Day()
	switch {
	case errors.Is(err, domain.ErrShortYear):
		r.refuse(n, ShortYear)
		return false
	case err != nil:
		r.refuse(n, WrongDate, "typed")
		return false
	}
	n.text = d.String()
	return true
}
