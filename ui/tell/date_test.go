package tell

import (
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

func TestDatesAreReadAsPeopleHereWriteThem(t *testing.T) {
	want := domain.NewDate(2026, 3, 2)
	for _, in := range []string{"2-3-2026", "02-03-2026", "2/3/2026", "2.3.2026", "2 3 2026", "2026-03-02", "2 maart 2026", "2 mrt 2026", " 2  Mar 2026 ", "2 march 2026"} {
		if got, ok := (Words{}).ParseDate(in); !ok || got != want {
			t.Errorf("%q is read as %v, %v", in, got, ok)
		}
	}
	for _, in := range []string{"", "3/21/2026", "31-4-2026", "2-3-26", "29-2-2025", "2 m 2026", "morgen", "0-1-2026", "2-0-2026"} {
		if got, ok := (Words{}).ParseDate(in); ok {
			t.Errorf("%q is read as %v", in, got)
		}
	}
}

func TestATextThatIsNoDaySaysWhatIsWrongWithIt(t *testing.T) {
	for _, c := range []struct{ typed, dutch, english string }{
		{"morgen", "‘morgen’ is geen datum; schrijf dag, maand, jaar: 16-03-2026.", "‘morgen’ is no date; write day, month, year: 16-03-2026."},
		{"2-3-26", "‘2-3-26’ is geen volledige datum; schrijf het jaar met vier cijfers.", "‘2-3-26’ is no full date; write the year with four digits."},
		{"3/21/2026", "‘3/21/2026’ bestaat niet: een jaar heeft twaalf maanden; kijk de maand na.", "‘3/21/2026’ does not exist: a year has twelve months; check the month."},
		{"29 feb 2025", "‘29 feb 2025’ bestaat niet: februari 2025 heeft 28 dagen; kijk de dag na.", "‘29 feb 2025’ does not exist: February 2025 has 28 days; check the day."},
		{"2026-04-31", "‘2026-04-31’ bestaat niet: april 2026 heeft 30 dagen; kijk de dag na.", "‘2026-04-31’ does not exist: April 2026 has 30 days; check the day."},
		{"1-1-10000", "‘1-1-10000’ kan niet: dagen lopen van 01-01-0001 t/m 31-12-9999; kijk het jaar na.", "‘1-1-10000’ cannot be: days run from 1 Jan 0001 through 31 Dec 9999; check the year."},
		{"31-12-0000", "‘31-12-0000’ kan niet: dagen lopen van 01-01-0001 t/m 31-12-9999; kijk het jaar na.", "‘31-12-0000’ cannot be: days run from 1 Jan 0001 through 31 Dec 9999; check the year."},
		{"31-12-9999", "", ""},
	} {
		if nl, en := In(words.Dutch).NoDate(c.typed), In(words.English).NoDate(c.typed); nl != c.dutch || en != c.english {
			t.Errorf("%q:\n%s\n%s", c.typed, nl, en)
		}
	}
	if got, want := In(words.Dutch).NoISODate("16-03-2026"), "‘16-03-2026’ is geen datum; schrijf jaar, maand, dag: 2026-03-16."; got != want {
		t.Error(got)
	}
}

func TestADateIsWrittenSoThatItReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := domain.Date(rapid.IntRange(int(domain.NewDate(1000, 1, 1)), int(domain.LastDate)).Draw(t, "day"))
		for _, l := range words.Languages() {
			w := In(l)
			if got, ok := w.ParseDate(w.Date(d)); !ok || got != d {
				t.Fatalf("%v: %v is written %q and read %v", l, d, w.Date(d), got)
			}
		}
	})
}

func TestPeriodsAndLongDatesReadAsSentences(t *testing.T) {
	from, through := domain.NewDate(2025, 9, 1), domain.NewDate(2026, 3, 15)
	for _, c := range []struct{ got, want string }{
		{In(words.Dutch).LongDate(domain.NewDate(2026, 3, 2)), "ma 2 maart 2026"},
		{In(words.English).LongDate(domain.NewDate(2026, 3, 2)), "Mon 2 March 2026"},
		{In(words.Dutch).Period(domain.Period{From: from}), "vanaf 01-09-2025"},
		{In(words.Dutch).Period(domain.Period{Through: through}), "t/m 15-03-2026"},
		{In(words.English).Period(domain.Period{From: from, Through: through}), "1 Sep 2025 through 15 Mar 2026"},
		{In(words.Dutch).Period(domain.Period{}), ""},
		{In(words.Dutch).List([]string{"A", "B", "C"}), "A, B en C"},
		{In(words.English).Some([]string{"A", "B", "C", "D"}, 2), "A, B and 2 more"},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestDutchNamesSortWithoutTheirPrefix(t *testing.T) {
	people := []domain.Person{
		{GivenName: "Zoë", FamilyNamePrefix: "de", FamilyName: "Groot"},
		{GivenName: "Selam", FamilyName: domain.NoFamilyName},
		{GivenName: "Saskia", FamilyNamePrefix: "van den", FamilyName: "Berg-Özdemir"},
		{GivenName: "Emre", FamilyName: "Yıldız"},
		{GivenName: "Henk", FamilyNamePrefix: "van 't", FamilyName: "Hof"},
		{GivenName: "anna", FamilyName: "groot"},
	}
	words.SortBy(people, NameKey)
	var got []string
	for _, p := range people {
		got = append(got, p.GivenName)
	}
	want := []string{"Saskia", "anna", "Zoë", "Henk", "Selam", "Emre"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("order %q, want %q", got, want)
		}
	}
}
