package rehearsal

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"zichtlijn/domain"
)

// A story is acts as text, a step a line (REHEARSAL.md 4). It is read as a whole before
// anything is done: whether a person or group exists is found out when it is played.

// Step is one step of a story.
type Step struct {
	Line int // from 1
	Verb string
	// Words are what stands behind the verb. Text is the last of them for verbs that
	// say something.
	Words []Word
	Text  string
	Date  domain.Date // of "date"
}

// Word is a word of a story, without its quotes. Noun is "person" or "group" where the
// story says which of the two is meant.
type Word struct {
	Text   string
	Noun   string
	Quoted bool
}

// Expected is what a line lacks or has too much of. It is a stable code.
type Expected string

// What can be expected.
const (
	AVerb         Expected = "verb"
	APerson       Expected = "person"
	AGroup        Expected = "group"
	ATarget       Expected = "target" // a person or group
	AText         Expected = "text"
	ADate         Expected = "date"
	AConversation Expected = "conversation"
	AName         Expected = "name"
	AState        Expected = "state"
	AView         Expected = "view"
	ACommand      Expected = "command"
	RefusedOnly   Expected = "refused"
	ALineEnd      Expected = "end"
	AQuote        Expected = "quote" // a text that is never closed, or a wrong escape
	UTF8          Expected = "utf-8"
)

// Misread says which line of a story is not understood, and what was expected there.
type Misread struct {
	Line     int
	Expected Expected
}

// Error is for developers.
func (m Misread) Error() string {
	return fmt.Sprintf("rehearsal: line %d: expected %s", m.Line, m.Expected)
}

// grammar is what stands behind each verb. A last part with "…" may stand any number of
// times, or not at all.
var grammar = map[string][]Expected{
	"as": {APerson}, "date": {ADate}, "send": {ATarget, AText}, "answer": {AConversation, AText}, "read": {AConversation},
	"report": {ATarget, AText}, "post": {AName, AText}, "assign": {AGroup, AName, APerson + "…"}, "progress": {AConversation, AState},
	"do": {ACommand, ACommand + "…"}, "show": {ACommand, ACommand + "…"}, "look": {APerson, AView},
	"say": {AText}, "pause": {}, "expect": {RefusedOnly},
}

// Looks are the views that a story can look at.
func Looks() []string { return []string{"tiles", "inbox", "reports", "news", "programmes"} }

// ReadStory reads a story. The error is a Misread.
func ReadStory(text string) ([]Step, error) {
	var out []Step
	n := 0
	for line := range strings.SplitSeq(domain.LineEnds(strings.TrimPrefix(text, "\ufeff")), "\n") {
		n++
		if !utf8.ValidString(line) {
			return nil, Misread{n, UTF8}
		}
		words, ok := split(line)
		if !ok {
			return nil, Misread{n, AQuote}
		}
		if len(words) == 0 {
			continue
		}
		s, missing := read(words)
		if missing != "" {
			return nil, Misread{n, missing}
		}
		s.Line = n
		out = append(out, s)
	}
	return out, nil
}

// split returns the words of a line; ok is false where a quoted one is not well formed.
func split(line string) (out []Word, ok bool) {
	for rest := strings.TrimLeft(line, " \t"); rest != "" && rest[0] != '#'; rest = strings.TrimLeft(rest, " \t") {
		var w Word
		for _, noun := range []string{"person", "group"} {
			ofCommand := len(out) > 0 && (out[0].Text == "do" || out[0].Text == "show") // its words are its own
			if after, found := strings.CutPrefix(rest, noun+":"); found && !ofCommand {
				w.Noun, rest = noun, after
				break
			}
		}
		end := strings.IndexAny(rest, " \t")
		if w.Quoted = strings.HasPrefix(rest, `"`); w.Quoted {
			end = closing(rest)
			if end < 0 || json.Unmarshal([]byte(rest[:end]), &w.Text) != nil {
				return nil, false
			}
		} else {
			if end < 0 {
				end = len(rest)
			}
			w.Text = rest[:end]
		}
		rest = rest[end:]
		if w.Quoted && rest != "" && !strings.HasPrefix(rest, " ") && !strings.HasPrefix(rest, "\t") {
			return nil, false
		}
		out = append(out, w)
	}
	return out, true
}

// closing returns the place behind the quote that closes the text at the beginning of s;
// -1 where there is none.
func closing(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return -1
}

// read makes a step of words. missing is empty where they follow the grammar.
func read(words []Word) (s Step, missing Expected) {
	s = Step{Verb: words[0].Text, Words: words[1:]}
	parts, known := grammar[s.Verb]
	if !known || words[0].Quoted {
		return s, AVerb
	}
	rest := s.Words
	for _, part := range parts {
		one, several := strings.CutSuffix(string(part), "…")
		if several {
			if slices.ContainsFunc(rest, func(w Word) bool { return !s.take(w, Expected(one)) }) {
				return s, Expected(one)
			}
			return s, ""
		}
		if len(rest) == 0 || !s.take(rest[0], Expected(one)) {
			return s, Expected(one)
		}
		rest = rest[1:]
	}
	if len(rest) > 0 {
		return s, ALineEnd
	}
	return s, ""
}

// take reports whether a word is what is expected.
func (s *Step) take(w Word, e Expected) bool {
	switch e {
	case AText:
		s.Text = w.Text
		return w.Quoted && domain.JudgeText(domain.Ref{}, "text", domain.Prose, MostText, domain.LineEnds(w.Text)) == nil
	case ADate:
		var err error
		s.Date, err = domain.ParseDate(w.Text)
		return err == nil
	case AState:
		_, ok := ParseState(w.Text)
		return ok
	case AView:
		return slices.Contains(Looks(), w.Text)
	case RefusedOnly:
		return w.Text == "refused"
	case APerson:
		return w.Text != "" && w.Noun != "group"
	case AGroup:
		return w.Text != "" && w.Noun != "person"
	}
	return w.Text != ""
}

var nameInText = regexp.MustCompile(`\{[A-Za-z0-9][A-Za-z0-9._-]*\}`)

// Fill puts names into a text, where {P15} stands for the person of that id. An id that
// name does not know stays as it is.
func Fill(text string, name func(domain.PersonID) (string, bool)) string {
	return nameInText.ReplaceAllStringFunc(text, func(in string) string {
		if said, ok := name(domain.PersonID(strings.Trim(in, "{}"))); ok {
			return said
		}
		return in
	})
}
