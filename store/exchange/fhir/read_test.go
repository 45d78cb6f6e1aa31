package fhir_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
)

func written(t interface{ Fatal(...any) }, w domain.World, on domain.Date, o fhir.Options) (string, []exchange.Left) {
	var b strings.Builder
	left, err := fhir.Write(&b, w, on, o)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), left
}

func day(s string) domain.Date {
	d, err := domain.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// read is a Bundle as another system reads it.
type read struct {
	Type  string
	Meta  element
	Entry []struct {
		FullURL  string
		Resource element
	}
}

type element map[string]any

func (e element) kind() string { return e["resourceType"].(string) }

// all returns the elements of a list; none if there is no such list.
func (e element) all(key string) []element {
	list, _ := e[key].([]any)
	out := make([]element, len(list))
	for i, one := range list {
		out[i] = one.(map[string]any)
	}
	return out
}

func (e element) one(key string) element {
	m, _ := e[key].(map[string]any)
	return m
}

func (e element) text(key string) string {
	s, _ := e[key].(string)
	return s
}

// codes returns the codes of a concept, each without the path of its system.
func (e element) codes() string {
	var out []string
	for _, c := range e.all("coding") {
		out = append(out, c.text("code"))
	}
	if t := e.text("text"); t != "" {
		out = append(out, "«"+t+"»")
	}
	return strings.Join(out, " ")
}

func (e element) period() string {
	p := e.one("period")
	if p == nil {
		return ""
	}
	return " " + p.text("start") + ".." + p.text("end")
}

func parsed(t interface{ Fatal(...any) }, text string) read {
	var out read
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// sentences tells each resource in a line, with our ids for the references.
func (r read) sentences() []string {
	names := map[string]string{}
	for _, e := range r.Entry {
		names[e.FullURL] = e.Resource.kind() + " "
		if ids := e.Resource.all("identifier"); len(ids) > 0 {
			names[e.FullURL] += ids[0].text("value")
		}
	}
	for _, e := range r.Entry {
		if of := e.Resource.one("patient"); of != nil {
			names[e.FullURL] += " of " + strings.TrimPrefix(names[of.text("reference")], "Patient ")
		}
	}
	var out []string
	for _, e := range r.Entry {
		out = append(out, sentence(e.Resource, func(ref element) string { return names[ref.text("reference")] }))
	}
	return out
}

func sentence(e element, named func(element) string) string {
	line := e.kind()
	for _, i := range e.all("identifier") {
		line += " " + i.text("value")
	}
	for _, c := range e.one("meta").all("tag") {
		line += " " + c.text("code")
	}
	if s := e.text("status"); s != "" {
		line += " " + s
	}
	for _, key := range []string{"patient", "practitioner", "subject"} {
		if ref := e.one(key); ref != nil {
			line += fmt.Sprintf(" %s=%s", key, named(ref))
		}
	}
	for _, key := range []string{"relationship", "category", "code"} {
		for _, c := range e.all(key) {
			line += " " + c.codes()
		}
	}
	if c := e.one("code"); c != nil {
		line += " " + c.codes()
	}
	for _, x := range e.all("extension") {
		line += " " + x.text("valueCode")
		if ref := x.one("valueReference"); ref != nil {
			line += named(ref)
		}
	}
	line += e.period()
	for _, m := range e.all("member") {
		line += " | " + named(m.one("entity")) + m.period()
	}
	for _, p := range e.all("participant") {
		line += " | " + named(p.one("member"))
		for _, c := range p.all("role") {
			line += ", " + c.codes()
		}
		line += p.period()
	}
	return line
}

// says compares what is written of a World on 2 March 2026 with one line a resource, and
// what is left with one line each after those.
func says(t *testing.T, w domain.World, want string) {
	t.Helper()
	text, left := written(t, w, day("2026-03-02"), fhir.Options{})
	lines := parsed(t, text).sentences()
	for _, l := range left {
		lines = append(lines, strings.TrimSpace(fmt.Sprintln("left:", l.Ref.Noun, l.Ref.Key, l.Field, l.Code)))
	}
	var wanted []string
	for line := range strings.Lines(want) {
		if line = strings.TrimSpace(line); line != "" {
			wanted = append(wanted, line)
		}
	}
	if got := strings.Join(lines, "\n"); got != strings.Join(wanted, "\n") {
		t.Errorf("wrote\n%s", got)
	}
}
