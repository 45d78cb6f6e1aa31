package domain_test

import (
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"zichtlijn/domain"
)

func TestNamesCountAsOneAfterFoldingAndTrimming(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Oudercafé", "oudercafe\u0301", true}, // composed and decomposed
		{"Oudercafé", " OUDERCAFÉ\t", true},
		{"Straße", "STRASSE", true},
		{"ΣΊΣΥΦΟΣ", "σίσυφος", true},
		{"Oudercafé", "Oudercafe", false}, // an accent is part of a name
		{"Zoë", "Zoe", false},
		{"Groep 1", "Groep 2", false},
		{"Groep A", "GroepA", false},
	} {
		if got := domain.SameName(c.a) == domain.SameName(c.b); got != c.same {
			t.Errorf("%q and %q: same %v", c.a, c.b, got)
		}
	}
}

// The scripts are named because x/text folds Cherokee to and fro; no Dutch
// register writes it.
func TestTheFormInWhichNamesAreComparedIsStable(t *testing.T) {
	names := rapid.StringOf(rapid.RuneFrom([]rune(" \t-’'ßİıŉǰ"),
		unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Han, unicode.Mn))
	rapid.Check(t, func(t *rapid.T) {
		once := domain.SameName(names.Draw(t, "name"))
		if twice := domain.SameName(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func TestAPersonIsShownByTheirScreenNameElseByTheirName(t *testing.T) {
	for _, c := range []struct {
		person domain.Person
		full   string
		shown  string
	}{
		{domain.Person{GivenName: "Jan", FamilyNamePrefix: "van den", FamilyName: "Berg"}, "Jan van den Berg", "Jan van den Berg"},
		{domain.Person{GivenName: "Suryani", FamilyName: domain.NoFamilyName}, "Suryani", "Suryani"},
		{domain.Person{GivenName: "Petra", FamilyName: "Vos", DisplayName: "mama van Sem"}, "Petra Vos", "mama van Sem"},
	} {
		if c.person.FullName() != c.full || c.person.Shown() != c.shown {
			t.Errorf("%q, shown as %q; want %q, %q", c.person.FullName(), c.person.Shown(), c.full, c.shown)
		}
	}
}

func TestAPersonCountsUntilTheDayBeforeTheyAreInactive(t *testing.T) {
	rob := domain.Person{InactiveFrom: day("2026-03-02")}
	if !rob.ActiveOn(day("2026-03-01")) || rob.ActiveOn(day("2026-03-02")) {
		t.Error("inactive from the 2nd means: the 1st is the last day")
	}
	if !(domain.Person{}).ActiveOn(domain.FirstDate) || (domain.Person{InactiveFrom: domain.FirstDate}).ActiveOn(domain.FirstDate) {
		t.Error("always active and never active are mixed up")
	}
}
