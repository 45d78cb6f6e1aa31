package domain_test

import (
	"slices"
	"strings"
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
		{"Groep van ’t Hof", "groep van 't hof", true},
		{"O´Hara", "OʼHara", true},
		{"Anne‐Fleur", "Anne‑Fleur", true},
		{"Anne-Fleur", "Anne Fleur", false},
		{"Ĳsbrand", "IJsbrand", true},
		{"Ｇｒｏｅｐ", "Groep", true},
		{"Groep\u00a0\u2003A", "Groep A", true},
		{"Gro\u00adep\u200b", "Groep", true},
		{"\u3164Groep\u2800", "Groep", true},
	} {
		if got := domain.SameName(c.a) == domain.SameName(c.b); got != c.same {
			t.Errorf("%q and %q: same %v", c.a, c.b, got)
		}
	}
}

// The scripts are limited because x/text does not fold Cherokee the same way twice.
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

func TestALookUpFindsNamesWithoutTheirAccents(t *testing.T) {
	for in, want := range map[string]string{
		"Nguyễn": "nguyen", "Yıldız": "yildiz", "  Saskia  van\u00a0den BERG-Özdemir ": "saskia van den berg-ozdemir",
		"Łukasz Ørsted": "lukasz orsted", "Groß": "gross", "van ’t Hof": "van 't hof", "Zoë": "zoe", "O`Neil": "o'neil",
		"Ĳsbrand Ĳzerman": "ijsbrand ijzerman", "Ｍｉａ\u3000Ｔａｎ": "mia tan", "Άννα": "αννα", "Ёлка": "елка",
		"\u2800\u3164 \u200b": "",
	} {
		if got := domain.LookUp(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
	if domain.LookUp("कि") == domain.LookUp("कु") {
		t.Error("without their vowel signs two Hindi names are one")
	}
}

func TestALookUpFindsWhateverIsTheSameName(t *testing.T) {
	names := rapid.StringOf(rapid.RuneFrom([]rune(" \t-’'´`‐ßİıŉǰĲ\u200b\u3164\u2800"), unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Mn))
	rapid.Check(t, func(t *rapid.T) {
		name := names.Draw(t, "name")
		if once := domain.LookUp(name); domain.LookUp(domain.SameName(name)) != once || domain.LookUp(once) != once {
			t.Fatalf("%q is looked up as %q", name, once)
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

func TestANameBetraysWhateverItsCaseAndAccents(t *testing.T) {
	own := domain.NewWordFinder([]string{"Eetstoornis", "suïcide", "ots", "éch te  moeite", "  "})
	for name, want := range map[string]string{
		"Groep EETSTOORNISSEN":     "Eetstoornis",
		"Suicidepreventie":         "suïcide",
		"Ouders (OTS), dinsdag":    "ots",
		"ots":                      "ots",
		"Robots en techniek":       "",
		"Kots":                     "",
		"Na de echte moeite":       "",
		"Met echte\tmoeite begaan": "",
		"Met ech te moeite":        "éch te  moeite",
		"":                         "",
	} {
		got, found := own.Find(name)
		if got != want || found != (want != "") {
			t.Errorf("%q betrays %q, %v; want %q", name, got, found, want)
		}
	}
}

func TestTheBuiltInListServesWhereThereIsNoOwnOne(t *testing.T) {
	i := domain.Institution{}
	for name, betrays := range map[string]bool{
		"Traumagroep Lotus": true, "Autismegroep": true, "Verslavingszorg Noord": true, "Groep LVB": true, "LVB-groep": true, "Lvbgroep Noord": true, "Diabetesgroep": true, "Nahuis": false, "Ouders van jeugddetentie": true,
		"Woongroep Steiger A": false, "Dagbehandeling Steiger": false, "Bewoners Vlierhof": false, "Oudercafé": false,
		"Vaardigheidstraining dinsdag": false, "Vrouwengroep": false, "Vertrouwenspersonen": false, "Fysiotherapie": false,
	} {
		if word, found := domain.NewWordFinder(i.RevealingWords()).Find(name); found != betrays {
			t.Errorf("%s: %v by %q", name, found, word)
		}
	}
	i.Words = []string{}
	if word, found := domain.NewWordFinder(i.RevealingWords()).Find("Traumagroep"); found {
		t.Errorf("an emptied list still finds %q", word)
	}
	all := domain.BuiltInWords()
	for _, word := range all {
		if word != strings.ToLower(word) || strings.TrimSpace(word) != word || word == "" {
			t.Errorf("%q is not written as the list is", word)
		}
	}
	if !slices.IsSortedFunc(all, func(a, b string) int { return strings.Compare(plain(a), plain(b)) }) {
		t.Errorf("the list is not in order: %v", all)
	}
	all[0] = "changed"
	if domain.BuiltInWords()[0] == "changed" {
		t.Error("the built-in list can be written to")
	}
}

func plain(s string) string { return strings.ReplaceAll(s, "ï", "i") }

func TestTheListOfRevealingWordsIsSetAndTakenBack(t *testing.T) {
	w, _ := do(t, kade(), domain.SetWords{Words: []string{"kookles"}})
	if got := w.Institution().RevealingWords(); !slices.Equal(got, []string{"kookles"}) || w.Institution().Name != "Zorg aan de Kade" {
		t.Errorf("the list is %v", got)
	}
	refuse(t, w, []attempt{
		{"the same again", domain.SetWords{Words: []string{"kookles"}}, domain.Refusal{Code: domain.NothingToDo}},
		{"a word twice", domain.SetWords{Words: []string{"a", "a"}}, domain.Refusal{Code: domain.ValueRepeated, Field: "revealingWords"}},
		{"a control", domain.SetWords{Words: []string{"a\x1b"}}, domain.Refusal{Code: domain.ValueCharacter, Field: "revealingWords"}},
		{"too long", domain.SetWords{Words: []string{strings.Repeat("a", 121)}}, domain.Refusal{Code: domain.ValueTooLong, Field: "revealingWords"}},
	})
	w, _ = do(t, w, domain.SetWords{Words: []string{}})
	if got := w.Institution().RevealingWords(); len(got) != 0 {
		t.Errorf("an emptied list is %v", got)
	}
	w, _ = do(t, w, domain.SetWords{})
	if got := w.Institution().RevealingWords(); !slices.Equal(got, domain.BuiltInWords()) {
		t.Errorf("back to the built-in list, it is %v", got)
	}
}
