package rehearsal_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
)

func TestAStoryIsReadAStepALine(t *testing.T) {
	got, err := rehearsal.ReadStory("\ufeff# begin\r\n\r\nas \"Noor Haddad\" # wie\r\ndate 2026-03-02\nsend group:G5 \"Een \\\"tekst\\\" # geen commentaar\"\n  expect refused")
	if err != nil {
		t.Fatal(err)
	}
	want := []rehearsal.Step{
		{Line: 3, Verb: "as", Words: []rehearsal.Word{{Text: "Noor Haddad", Quoted: true}}},
		{Line: 4, Verb: "date", Words: []rehearsal.Word{{Text: "2026-03-02"}}, Date: domain.NewDate(2026, 3, 2)},
		{Line: 5, Verb: "send", Text: `Een "tekst" # geen commentaar`,
			Words: []rehearsal.Word{{Text: "G5", Noun: "group"}, {Text: `Een "tekst" # geen commentaar`, Quoted: true}}},
		{Line: 6, Verb: "expect", Words: []rehearsal.Word{{Text: "refused"}}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
}

func TestALineThatIsNotUnderstoodIsNamedWithWhatWasExpected(t *testing.T) {
	for line, want := range map[string]rehearsal.Expected{
		"stuur P15 \"x\"":         rehearsal.AVerb,
		"\"as\" P15":              rehearsal.AVerb,
		"as":                      rehearsal.APerson,
		"as group:G1":             rehearsal.APerson,
		"assign person:G1 x":      rehearsal.AGroup,
		"assign G1 x group:P15":   rehearsal.APerson,
		"say \"\"":                rehearsal.AText,
		"say \"a\\u0007\"":        rehearsal.AText,
		"as P15 P16":              rehearsal.ALineEnd,
		"date morgen":             rehearsal.ADate,
		"date 2026-02-30":         rehearsal.ADate,
		"send P15":                rehearsal.AText,
		"send P15 hoi":            rehearsal.AText,
		"send":                    rehearsal.ATarget,
		"answer \"x\"":            rehearsal.AText,
		"read":                    rehearsal.AConversation,
		"post \"Nieuws\"":         rehearsal.AText,
		"assign G1":               rehearsal.AName,
		"progress last bijna":     rehearsal.AState,
		"look P15 alles":          rehearsal.AView,
		"expect":                  rehearsal.RefusedOnly,
		"expect done":             rehearsal.RefusedOnly,
		"do":                      rehearsal.ACommand,
		"pause even":              rehearsal.ALineEnd,
		"say \"open":              rehearsal.AQuote,
		"say \"a\"b":              rehearsal.AQuote,
		"say \"\\q\"":             rehearsal.AQuote,
		"say \"\xff\"":            rehearsal.UTF8,
		"send person:P15 \"x\" y": rehearsal.ALineEnd,
	} {
		_, err := rehearsal.ReadStory("pause\n" + line)
		var misread rehearsal.Misread
		if !errors.As(err, &misread) || misread.Line != 2 || misread.Expected != want {
			t.Errorf("%q: %v, want %s on line 2", line, err, want)
		}
	}
}

func TestAMegabyteOnOneLineIsRefused(t *testing.T) {
	if _, err := rehearsal.ReadStory("say \"" + strings.Repeat("x", 1<<20) + "\""); err == nil {
		t.Error("a megabyte is said")
	}
	if _, err := rehearsal.ReadStory(strings.Repeat("x ", 1<<19)); err == nil {
		t.Error("a megabyte of nothing is a story")
	}
}

func FuzzReadStory(f *testing.F) {
	f.Add("as P15\nsend P16 \"x\"\nexpect refused")
	f.Add("say \"\\u0041\"\n#")
	f.Fuzz(func(t *testing.T, text string) {
		steps, err := rehearsal.ReadStory(text)
		if misread := (rehearsal.Misread{}); err != nil && !errors.As(err, &misread) {
			t.Error(err)
		}
		for _, s := range steps {
			if s.Line < 1 || s.Verb == "" {
				t.Errorf("%+v", s)
			}
		}
	})
}

func TestNamesAreFilledIntoATextAndUnknownIDsStay(t *testing.T) {
	got := rehearsal.Fill("Dag {P15}, en {P99} {niet dit}", func(id domain.PersonID) (string, bool) { return "Noor", id == "P15" })
	if want := "Dag Noor, en {P99} {niet dit}"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
