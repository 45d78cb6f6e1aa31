package people

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// tall is a scene of a world in which every view of somebody fits.
func tall(w domain.World) scene.Scene { return scenetest.At(w, words.Dutch, 160, 150) }

// read is what the details say of somebody in their second section.
func read(t *testing.T, s scene.Scene, id domain.PersonID) string {
	t.Helper()
	c, _ := scenetest.Keys(s, onto(s, New(), id), "m")
	return details(t, s, c)
}

// details is the pane of details, without its frame.
func details(t *testing.T, s scene.Scene, c scene.Screen) string {
	t.Helper()
	var out []string
	for line := range strings.SplitSeq(scenetest.Screen(t, s, c), "\n") {
		if i := strings.LastIndex(line, "││"); i >= 0 {
			line = line[i+len("││"):]
		}
		out = append(out, strings.Trim(line, "│┃"))
	}
	return strings.Join(out, "\n")
}

// part is what stands under one head.
func part(t *testing.T, text, head string) string {
	t.Helper()
	_, text, ok := strings.Cut(text, head)
	if !ok {
		t.Fatalf("there is no %q", head)
	}
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if len(out) > 0 && strings.TrimSpace(line) == "" {
			break
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestTheCareOfOneClientAsItIsDrawn(t *testing.T) {
	w := scenetest.Demonstration(t)
	for _, one := range []struct {
		id       domain.PersonID
		language words.Language
		w, h     int
	}{{"P23", words.Dutch, 120, 40}, {"P23", words.Dutch, 80, 24}, {"P25", words.Dutch, 200, 60}, {"P17", words.English, 120, 40}, {"P09", words.Dutch, 120, 40}, {"P23", words.Dutch, 40, 10}} {
		t.Run(fmt.Sprintf("%s-%s-%dx%d", one.id, one.language, one.w, one.h), func(t *testing.T) {
			s := scenetest.At(w, one.language, one.w, one.h)
			c, _ := scenetest.Keys(s, onto(s, New(), one.id), "m", "right")
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Screen(t, s, c)))
		})
	}
}

func TestHenksInvolvedEmployeesLeaveOutFemkeWhoseTypeIsOff(t *testing.T) { // V2, E7
	text := read(t, tall(scenetest.Demonstration(t)), "P23")
	involved := part(t, text, "Betrokken medewerkers")
	scenetest.Says(t, involved, "★ Tomasz Kowalczyk", "Emre Yıldız")
	if strings.Contains(involved, "Femke") || strings.Contains(part(t, text, "Dossier-app"), "Femke") {
		t.Errorf("Femke is listed:\n%s", text)
	}
	scenetest.Says(t, part(t, text, "Verloop"), "Femke Dijkstra", "het relatietype is uitgeschakeld")
	scenetest.Says(t, part(t, text, "Medisch overzicht"), "★ Tomasz Kowalczyk", "primair")
	scenetest.Says(t, part(t, text, "Juridisch"), "Emre Yıldız", "BOPZ (Wzd/Wvggz)", "niemand")
}

// TestLottesPersonalCounselorIsToBeAnother is the sixth chapter of the demonstration.
func TestLottesPersonalCounselorIsToBeAnother(t *testing.T) { // E8, V7, V8
	w := scenetest.After(t, scenetest.Demonstration(t), domain.AddRelation{Relation: domain.Relation{
		Client: "P17", Person: "P05", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 3, 16)}}})
	s := tall(w)
	now := read(t, s, "P17")
	scenetest.Says(t, part(t, now, "Ontbreekt"), "! Loopt binnenkort af: Bao Nguyễn", "laatste dag 15-03-2026, daarna Fatima El Amrani")
	scenetest.Says(t, part(t, now, "Medisch overzicht"), "★ Bao Nguyễn")
	scenetest.Says(t, part(t, now, "Verloop"), "Fatima El Amrani", "gepland, volgt Bao Nguyễn op")
	s.On = domain.NewDate(2026, 3, 16)
	then := read(t, s, "P17")
	scenetest.Says(t, then, "Op ma 16 maart 2026")
	scenetest.Says(t, part(t, then, "Medisch overzicht"), "★ Fatima El Amrani")
	scenetest.Says(t, part(t, then, "Verloop"), "Bao Nguyễn", "vervangen door Fatima El Amrani vanaf 16-03-2026")
}

func TestWhoIsNotToBePlannedIsMarked(t *testing.T) { // V5
	scenetest.Says(t, part(t, read(t, tall(scenetest.Demonstration(t)), "P25"), "Niet inplannen"), "! Tomasz Kowalczyk", "vanaf 01-12-2025")
}

func TestAccessNamesTasksRoleAndRuleAndThatSomeScreensLookElsewhere(t *testing.T) { // V6, A1–A4
	s := tall(scenetest.Demonstration(t))
	access := part(t, read(t, s, "P23"), "Toegang")
	scenetest.Says(t, access, "Tomasz Kowalczyk", "zorgplan bewerken en doelen aftekenen · regel A1 · toegangsrol Persoonlijk begeleider", "regel A4", "Let op: sommige schermen van Ons")
	may := read(t, s, "P09")
	scenetest.Says(t, part(t, may, "Toegangsrollen"), "Persoonlijk begeleider", "zorgplan bewerken en doelen aftekenen · bij 2 cliënten", "regel A1, door de relatie zelf",
		"dossier inzien en rapportage schrijven · bij 14 cliënten · locaties Steiger en Vlierhof · regel A2, toegewezen", "Let op: sommige schermen van Ons")
	scenetest.Says(t, part(t, may, "Bij wie (14)"), "★ Henk van 't Hof", "Basisinkijk, Begeleider en Persoonlijk begeleider")
	s = tall(scenetest.After(t, s.World, domain.DeactivatePerson{ID: "P13", From: s.On}))
	scenetest.Says(t, read(t, s, "P13"), "is niet meer actief vanaf 02-03-2026", "Geen enkele toegangsrol")
}

func TestAccessByBeingUnwantedIsSaidLoudlyOnBothSides(t *testing.T) {
	w := scenetest.Demonstration(t)
	role, _ := w.AccessRole("A3")
	role.Scope.RelationTypes = append(slices.Clone(role.Scope.RelationTypes), "T7")
	s := tall(scenetest.After(t, w, domain.EditAccessRole{Role: role}))
	scenetest.Says(t, read(t, s, "P25"), "! SIGNAAL: Tomasz Kowalczyk krijgt toegang door ongewenst te zijn", "SIGNAAL: heeft dit door ongewenst te zijn.")
	scenetest.Says(t, read(t, s, "P09"), "! SIGNAAL: toegang tot Kees Mulder door daar ongewenst te zijn", "! Kees Mulder")
	if strings.Contains(read(t, tall(w), "P25"), "SIGNAAL") {
		t.Error("there is a signal where no role names a negative type")
	}
}

func TestTheDayIsWalkedByDayWeekAndMonth(t *testing.T) {
	s := tall(scenetest.Demonstration(t))
	s.On = domain.NewDate(2026, 1, 31)
	for key, want := range map[string]domain.Date{
		"<": domain.NewDate(2026, 1, 30), ">": domain.NewDate(2026, 2, 1), "(": domain.NewDate(2026, 1, 24), ")": domain.NewDate(2026, 2, 7),
		"{": domain.NewDate(2025, 12, 31), "}": domain.NewDate(2026, 2, 28),
	} {
		for _, keys := range [][]string{{key}, {"m", key}, {"m", "tab", key}} {
			c, wish := scenetest.Keys(s, onto(s, New(), "P23"), keys...)
			if wish != (scene.SetDate{On: want}) {
				t.Errorf("%q wishes %#v", keys, wish)
			}
			if !slices.ContainsFunc(c.Actions(s), func(a scene.Action) bool { return a.Key == key && !a.Edits }) {
				t.Errorf("%s is no action", key)
			}
		}
	}
	s.On = domain.LastDate
	if _, wish := scenetest.Keys(s, onto(s, New(), "P23"), "}"); wish != nil {
		t.Errorf("past the last day it wishes %#v", wish)
	}
}

func TestTheCareAlwaysSaysForWhichDay(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	c, _ := scenetest.Keys(s, onto(s, New(), "P23"), "m", "tab", "G")
	text := details(t, s, c)
	scenetest.Says(t, text, "Op ma 2 maart 2026", "Femke Dijkstra")
	if strings.Contains(text, "Medisch overzicht") {
		t.Errorf("it did not scroll:\n%s", text)
	}
}

func TestOnlyWhoHasASecondSectionTurnsToIt(t *testing.T) {
	s := tall(scenetest.Demonstration(t))
	for id, want := range map[domain.PersonID]words.Key{"P23": "views.care", "P09": "views.may", "P01": "views.may", "P28": "", "P37": ""} {
		c := onto(s, New(), id)
		var got words.Key
		for _, a := range c.Actions(s) {
			if a.Key == "m" {
				got = a.Name
			}
		}
		if got != want {
			t.Errorf("m of %s leads to %q", id, got)
		}
		c, _ = scenetest.Keys(s, c, "m")
		if turned := strings.Contains(details(t, s, c), "Op ma 2 maart 2026"); turned != (want != "") {
			t.Errorf("m of %s turned to the second section: %v", id, turned)
		}
	}
	c, _ := scenetest.Keys(s, onto(s, New(), "P23"), "m")
	scenetest.Says(t, details(t, s, onto(s, c, "P28")), "Relaties met cliënten") // facts, where there is nothing else
}

func TestInANarrowWindowTheCareComesIntoView(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 50, 20)
	c, _ := scenetest.Keys(s, onto(s, New(), "P23"), "m")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Henk van 't Hof · zorg", "Op ma 2 maart 2026")
}

func TestEnterInTheCareGoesToWhomTheLineIsAbout(t *testing.T) {
	s := tall(scenetest.Demonstration(t))
	c, _ := scenetest.Keys(s, onto(s, New(), "P23"), "m", "tab", "j", "enter")
	if got := under(s, c); got != "P09" {
		t.Errorf("the primary employee leads to %s", got)
	}
}

func TestTheCareIsWorkedOutOncePerPersonAndDay(t *testing.T) {
	s := tall(scenetest.Demonstration(t))
	c, _ := scenetest.Keys(s, onto(s, New(), "P23"), "m")
	next := s
	next.On++
	drawn := func(s scene.Scene) float64 { return testing.AllocsPerRun(3, func() { c.View(s) }) }
	if same, other := drawn(s), drawn(next); same >= other {
		t.Errorf("worked out again for the same day: %v allocations, and %v for another", same, other)
	}
	scenetest.Says(t, details(t, next, c), "Op di 3 maart 2026")
	s.World = scenetest.After(t, s.World, domain.DeactivatePerson{ID: "P09", From: domaintest.Today()})
	scenetest.Says(t, part(t, details(t, s, c), "Ontbreekt"), "Niemand is primair.")
}

func TestNoSizeBreaksALineOfTheCare(t *testing.T) {
	long := strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9)
	demo := scenetest.Demonstration(t)
	role, _ := demo.AccessRole("A3")
	role.Name, role.Tasks, role.Scope.RelationTypes = long, []string{long, "x"}, []domain.RelationTypeID{"T1", "T7"}
	kees, _ := demo.Person("P25")
	kees.GivenName, kees.FamilyName, kees.DisplayName, kees.Location = long, long, "", long
	hostile := scenetest.After(t, demo, domain.EditAccessRole{Role: role}, domain.EditPerson{Person: kees})
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(rapid.SampledFrom([]domain.World{demo, hostile, {}}).Draw(r, "world"),
			rapid.SampledFrom(words.Languages()).Draw(r, "language"), rapid.IntRange(1, 220).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		c := onto(s, New(), rapid.SampledFrom([]domain.PersonID{"P25", "P23", "P09", "P01", "P28"}).Draw(r, "who"))
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"m", "tab", "j", "k", "G", "g", "pgdown", "enter", "f", ">", "}", "V"}), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, scenetest.Press(k))
			switch wish := wish.(type) {
			case scene.SetDate:
				s.On = wish.On
			case scene.Open:
				scenetest.Dialog(t, s, wish.Dialog)
			}
			scenetest.Screen(t, s, c)
		}
	})
}
