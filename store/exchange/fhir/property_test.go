package fhir_test

import (
	"fmt"
	"io"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
)

// drawn writes an institution as it counts on a day around Today.
func drawn(t *rapid.T) (w domain.World, on domain.Date, got read, left []exchange.Left) {
	w = domaintest.Small(t)
	on = domaintest.Today() + domain.Date(rapid.IntRange(-40, 40).Draw(t, "on"))
	o := fhir.Options{Demonstration: rapid.Bool().Draw(t, "demonstration"), Narrative: func(g domain.Group) string { return g.Name }}
	text, left := written(t, w, on, o)
	if again, _ := written(t, w, on, o); again != text {
		t.Fatal("the same World gave other bytes")
	}
	return w, on, parsed(t, text), left
}

// places are what a reference may refer to, by where it stands.
var places = map[string][]string{
	"PractitionerRole.practitioner":       {"Practitioner"},
	"RelatedPerson.patient":               {"Patient"},
	"Group.member.entity":                 {"Patient"},
	"CareTeam.subject":                    {"Patient", "Group"},
	"CareTeam.participant.member":         {"Practitioner", "RelatedPerson"},
	"Flag.subject":                        {"Patient"},
	"Flag.extension.valueReference":       {"Practitioner"},
	"PractitionerRole.location.(display)": nil,
}

var uuid5 = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

func TestEveryReferenceResolvesAndNothingIsEmpty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, _, got, _ := drawn(t)
		kinds := map[string]string{}
		for _, e := range got.Entry {
			if kinds[e.FullURL] != "" || !uuid5.MatchString(e.FullURL) {
				t.Fatalf("%s is there twice, or is no UUID", e.FullURL)
			}
			kinds[e.FullURL] = e.Resource.kind()
		}
		for _, e := range got.Entry {
			walk(t, e.Resource.kind(), map[string]any(e.Resource), func(at string, ref element) {
				url, known := ref["reference"].(string)
				if !known {
					at += ".(display)"
				}
				allowed, place := places[at]
				if !place || known && !slices.Contains(allowed, kinds[url]) {
					t.Fatalf("%s refers to %v, a %s", at, ref, kinds[url])
				}
			})
		}
	})
}

// walk fails at whatever is empty, and shows every reference with its place.
func walk(t *rapid.T, at string, value any, refer func(at string, ref element)) {
	switch v := value.(type) {
	case nil:
		t.Fatalf("%s is null", at)
	case string:
		if v == "" {
			t.Fatalf("%s is empty", at)
		}
	case []any:
		if len(v) == 0 {
			t.Fatalf("%s is an empty list", at)
		}
		for _, one := range v {
			walk(t, at, one, refer)
		}
	case map[string]any:
		if len(v) == 0 {
			t.Fatalf("%s is an empty object", at)
		}
		_, refers := v["reference"]
		_, displays := v["display"]
		if refers || displays {
			refer(at, v)
		}
		for key, one := range v {
			walk(t, at+"."+key, one, refer)
		}
	}
}

// claim is what a Bundle says of one day: who is what to whom.
type claim struct{ what, who, of string }

// claims returns what the Bundle says of a day.
func claims(got read, on domain.Date) map[claim]bool {
	ids := map[string]string{}
	for _, e := range got.Entry {
		if known := e.Resource.all("identifier"); len(known) > 0 {
			ids[e.FullURL] = known[0].text("value")
		}
	}
	out := map[claim]bool{}
	say := func(holder element, what string, who, of element) {
		p := holder.one("period")
		if p.text("start") <= on.String() && (p.text("end") == "" || on.String() <= p.text("end")) {
			out[claim{what, ids[who.text("reference")], ids[of.text("reference")]}] = true
		}
	}
	for _, e := range got.Entry {
		self, r := element{"reference": e.FullURL}, e.Resource
		switch r.kind() {
		case "RelatedPerson":
			say(r, "related", self, r.one("patient"))
		case "Flag":
			say(r, "unwanted", r.all("extension")[0].one("valueReference"), r.one("subject"))
		case "Group":
			for _, m := range r.all("member") {
				say(m, "CLIENT", m.one("entity"), self)
			}
		case "CareTeam":
			for _, p := range r.all("participant") {
				what := "employee"
				if codings := p.all("role")[0].all("coding"); len(codings) > 1 {
					what = codings[1].text("code") // our own role in a group
				}
				say(p, what, p.one("member"), r.one("subject"))
			}
		}
	}
	return out
}

// truth returns what the World says of a day in the same words.
func truth(w domain.World, on domain.Date) map[claim]bool {
	out := map[claim]bool{}
	for r := range w.Relations() {
		t, counts := w.InEffect(r, on)
		what := "employee"
		switch {
		case !counts:
			continue
		case t.Kind != domain.EmployeeKind:
			what = "related"
		case t.Negative:
			what = "unwanted"
		}
		out[claim{what, string(r.Person), string(r.Client)}] = true
	}
	for g := range w.Groups() {
		for _, m := range w.MembersOn(g.ID, on) {
			out[claim{m.As.String(), string(m.Person), string(m.Group)}] = true
		}
	}
	return out
}

// TestABundleSaysOfEveryDayWhatTheWorldSays is why nobody gets access by the Bundle whom
// the institution does not give it, and nobody loses it unsaid.
func TestABundleSaysOfEveryDayWhatTheWorldSays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, on, got, left := drawn(t)
		for _, ahead := range []domain.Date{0, 1, domain.Date(rapid.IntRange(0, 90).Draw(t, "ahead")), 400, 4000} {
			said, holds := claims(got, on+ahead), truth(w, on+ahead)
			for c := range said {
				if !holds[c] {
					t.Fatalf("%s days on it says %v", fmt.Sprint(ahead), c)
				}
			}
			for c := range holds {
				if !said[c] && !explained(w, left, c) {
					t.Fatalf("%s days on it does not say %v", fmt.Sprint(ahead), c)
				}
			}
		}
	})
}

// explained reports whether what is left holds the reason why c is not said.
func explained(w domain.World, left []exchange.Left, c claim) bool {
	return slices.ContainsFunc(left, func(l exchange.Left) bool {
		switch one, _ := w.Record(l.Ref); one := one.(type) {
		case domain.Relation:
			return l.Code == fhir.AfterGap && c == claim{"related", string(one.Person), string(one.Client)}
		case domain.Membership:
			return l.Code == fhir.NoClient && c.who == string(one.Person) && c.of == string(one.Group)
		}
		return false
	})
}

func TestEveryRecordIsCarriedOrLeftOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, _, _, left := drawn(t)
		seen := map[exchange.Left]bool{}
		whole := map[domain.Ref]bool{}
		for _, l := range left {
			if seen[l] || !w.Has(l.Ref) || !slices.Contains(fhir.Codes(), l.Code) {
				t.Fatalf("%v is left twice, or is nothing, or for no reason", l)
			}
			seen[l] = true
			if l.Field != "" || l.Code == fhir.OwnDays {
				continue
			}
			if whole[l.Ref] {
				t.Fatalf("%v is left for two reasons", l.Ref)
			}
			whole[l.Ref] = true
		}
		for _, n := range []domain.Noun{domain.RelationTypeNoun, domain.AccessRoleNoun, domain.AssignmentNoun, domain.ShiftNoun, domain.AgreementNoun, domain.AcceptedSignalNoun} {
			of := 0
			for r := range whole {
				if r.Noun == n {
					of++
				}
			}
			if of != w.Count(n) {
				t.Fatalf("%d of the %d of %s are left", of, w.Count(n), n)
			}
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	w := domaintest.Large()
	for b.Loop() {
		if _, err := fhir.Write(io.Discard, w, domaintest.Today(), fhir.Options{Narrative: func(g domain.Group) string { return g.Name }}); err != nil {
			b.Fatal(err)
		}
	}
}
