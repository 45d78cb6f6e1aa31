package tell

import (
	"os"
	"strings"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/words"
)

func TestEveryCodeOfASignalIsSaidInEveryLanguage(t *testing.T) {
	for _, l := range words.Languages() {
		for _, c := range signal.Codes() {
			for _, what := range []string{"title", "says", "means", "do", "rule"} {
				if !In(l).Has(words.Key("signal." + string(c) + "." + what)) {
					t.Errorf("%v has no %s for %s", l, what, c)
				}
			}
		}
		text, err := os.ReadFile("../words/" + l.String() + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		var sections map[string]any
		if err := toml.Unmarshal(text, &sections); err != nil {
			t.Fatal(err)
		}
		for key := range sections["signal"].(map[string]any) {
			if _, known := signal.Parse(key[:strings.LastIndex(key, ".")]); !known {
				t.Errorf("%v speaks of a signal that is none: %s", l, key)
			}
		}
	}
}

func TestASignalNamesWhatItIsAbout(t *testing.T) {
	since := domain.Period{From: 1}
	left := domain.Person{ID: "P4", Role: domain.External, GivenName: "Ina", FamilyName: "Haven", InactiveFrom: 5}
	w := domain.NewWorld(domain.Records{
		Persons: []domain.Person{
			{ID: "P1", Role: domain.Counselor, GivenName: "Jan", FamilyName: "Haven", Number: "2001"},
			{ID: "P2", Role: domain.Client, GivenName: "Lot", FamilyName: "Haven"},
			{ID: "P3", Role: domain.Guardian, GivenName: "Mo\x1b", FamilyName: "Haven"}, left,
		},
		Groups:        []domain.Group{{ID: "G1", Name: "Traumagroep\u202e", Visibility: domain.GroupVisible}},
		Memberships:   []domain.Membership{{Group: "G1", Person: "P1"}, {Group: "G1", Person: "P2"}, {Group: "G1", Person: "P3", Role: domain.Counselor}},
		RelationTypes: []domain.RelationType{{ID: "T1", Name: "EVV"}, {ID: "T2", Name: "Contact", Kind: domain.ExternalKind}},
		Relations: []domain.Relation{
			{ID: "R1", Client: "P2", Person: "P1", Type: "T1", Period: domain.Period{From: 1, Through: 12}},
			{ID: "R2", Client: "P2", Person: "P4", Type: "T2", Period: since},
		},
		AccessRoles: []domain.AccessRole{{ID: "A1", Name: "Nacht"}},
	})
	id := func(p domain.PersonID) string { return In(words.Dutch).Person(w, p) + " #" + string(p) }
	for _, c := range []struct {
		code    signal.Code
		objects []string
		want    string
	}{
		{signal.ParentAsCounselor, []string{"G1", "P3", "P2"}, "Mo<U+001B> Haven #P3 is behandelaar in Traumagroep<U+202E>, en ouder/voogd of extern van Lot Haven #P2"},
		{signal.RevealingName, []string{"G1"}, "Traumagroep<U+202E> is zichtbaar, en de naam verklapt iets: trauma"},
		{signal.OneWaySight, []string{"P3"}, "Mo<U+001B> Haven #P3 ziet mensen die niet terugzien; eigen rol: GUARDIAN"},
		{signal.FewCounselors, []string{"G1"}, "Traumagroep<U+202E> heeft maar één behandelaar: Jan Haven #P1 en Mo<U+001B> Haven #P3"},
		{signal.RelationInactive, []string{"P4", "R2"}, "Ina Haven #P4 is niet meer actief; er loopt nog: Contact: Lot Haven #P2"},
		{signal.RelationEndsSoon, []string{"R1"}, "Jan Haven #P1, EVV van Lot Haven #P2: t/m 10-01-0001"},
		{signal.AssignmentEndsSoon, []string{"A1", "P1"}, "Jan Haven #P1 heeft Nacht t/m 10-01-0001"},
		{signal.SeveralRoles, []string{"P3", "G1"}, "Mo<U+001B> Haven #P3 is GUARDIAN, en COUNSELOR in Traumagroep<U+202E>"},
		{signal.SeveralModes, []string{"P2", "G1"}, "Lot Haven #P2 zit in Traumagroep<U+202E> (groep zichtbaar)"},
		{signal.Namesakes, []string{"P1", "P2"}, "Dezelfde naam: Jan Haven #P1 en Lot Haven #P2"},
		{signal.OnNegativeType, []string{"A1", "T1", "T2"}, "Nacht geeft toegang door EVV en Contact"},
		{signal.Unseen, []string{"P9"}, "Niemand ziet P9 #P9"},
	} {
		s := signal.Signal{Code: c.code, Objects: c.objects, Date: 10}
		if got := In(words.Dutch).Signal(id, w, 10, s); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.code, got, c.want)
		}
	}
}

func TestAnAcceptanceNamesItsSignalAndAnythingElseItsCode(t *testing.T) {
	w := domain.NewWorld(domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Oudercafé"}}})
	words := In(words.Dutch)
	for _, c := range []struct {
		of   domain.AcceptedSignal
		want string
	}{
		{domain.AcceptedSignal{Code: "group.few-counselors", Objects: []string{"G1"}}, "Groep met één behandelaar: groep ‘Oudercafé’"},
		{domain.AcceptedSignal{Code: "group.few-counselors", Objects: []string{"G9"}}, "Groep met één behandelaar: groep G9"},
		{domain.AcceptedSignal{Code: "step.people", Objects: []string{"G1"}}, "step.people"},
	} {
		if got := words.acceptedName(w, c.of); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
