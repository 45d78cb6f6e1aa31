package timeline_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/timeline"
	"zichtlijn/ui/words"
)

// history is the demonstration with a journal: the set-up was read in on 2
// February, Woongroep Steiger A was opened on 16 February, and Dennis comes to the
// Oudercafé on 16 March until the end of the month.
func history(t testing.TB) (domain.World, *domain.Chronicle) {
	t.Helper()
	before := scenetest.Demonstration(t)
	c := domain.Chronicle{}.Note(domain.Entry{Seq: 1, Changes: domain.Creation(before)}, domain.NewDate(2026, 2, 2))
	open := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	join := domain.AddMembers{Memberships: []domain.Membership{{
		Group: "G4", Person: "P29", Period: domain.Period{From: domain.NewDate(2026, 3, 16), Through: domain.NewDate(2026, 3, 31)},
	}}}
	changes, err := open.Plan(before)
	if err != nil {
		t.Fatal(err)
	}
	c = c.Note(domain.Entry{Seq: 2, Changes: changes}, domain.NewDate(2026, 2, 16))
	return scenetest.After(t, before, open, join), &c
}

// past is a scene of history.
func past(t testing.TB, l words.Language, w, h int) scene.Scene {
	t.Helper()
	world, chronicle := history(t)
	s := scenetest.At(world, l, w, h)
	s.Chronicle = chronicle
	return s
}

func TestTheTimelineLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		l    words.Language
		w, h int
	}{{words.Dutch, 40, 10}, {words.Dutch, 80, 24}, {words.Dutch, 120, 40}, {words.English, 80, 24}} {
		t.Run(fmt.Sprintf("%v-%dx%d", c.l, c.w, c.h), func(t *testing.T) {
			s := past(t, c.l, c.w, c.h)
			noor, _ := scenetest.Typed(s, timeline.New(s, "P15", "P14"), "up")
			petra := timeline.New(s, "P28", "P29")
			golden.RequireEqual(t, scenetest.Dialog(t, s, noor)+"\n"+scenetest.Dialog(t, s, petra)+"\n")
		})
	}
}

func TestTheSpanOfTheReferenceDateIsMarkedAndTheCursorStandsOnIt(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	view := scenetest.Dialog(t, s, timeline.New(s, "P15", "P14"))
	scenetest.Says(t, view, "● vanaf 16-02-2026 ziet en mag een bericht sturen ◂ peildatum", "vanaf 16-02-2026: Noor Haddad ziet Sem Bakker en mag",
		"Op ma 2 maart 2026: ziet en mag een bericht sturen (vanaf 16-02-2026)", "Groep Woongroep Steiger A: iedereen in de groep ziet iedereen · regel G4")
	if strings.Contains(view, "anders dan nu") {
		t.Errorf("a span of today rests on the journal:\n%s", view)
	}
}

func TestWhatRestsOnTheJournalAndWhatIsAssumedIsSaid(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, timeline.New(s, "P15", "P14"), "up")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "t/m 15-02-2026: Noor Haddad ziet Sem Bakker niet", "was toen anders dan nu, volgens het logboek",
		"Het logboek begint op 02-02-2026")
	s.Chronicle = nil
	scenetest.Says(t, scenetest.Dialog(t, s, timeline.New(s, "P15", "P14")), "Het logboek wordt gelezen")
	d, _ = timeline.New(s, "P15", "P14").Update(s, scene.Chronicled{Failure: "Kapot."})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "onder de instellingen van nu", "Kapot.")
}

func TestTheSpansAreMadeAnewOnceTheJournalIsRead(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	read := s
	s.Chronicle = nil
	d, _ := timeline.New(s, "P15", "P14").Update(read, scene.Chronicled{})
	scenetest.Says(t, scenetest.Dialog(t, read, d), "t/m 15-02-2026 ziet niet", "vanaf 16-02-2026 ziet en mag")
}

func TestGroundsThatChangeWithinASpanAreToldWithTheirDays(t *testing.T) {
	s := past(t, words.Dutch, 80, 40)
	scenetest.Says(t, scenetest.Dialog(t, s, timeline.New(s, "P28", "P29")),
		"t/m 15-02-2026 door:", "16-02-2026 t/m 15-03-2026 door:", "16-03-2026 t/m 31-03-2026 door:", "vanaf 01-04-2026 door:", "Groep Oudercafé: ")
}

func TestEnterGoesToTheFirstDayOfTheSpanAsItWas(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	d := timeline.New(s, "P15", "P14")
	_, wish := scenetest.Typed(s, d, "enter")
	wants(t, wish, scene.Close{}, scene.SetDate{On: domain.NewDate(2026, 2, 16)})
	_, wish = scenetest.Typed(s, d, "up", "enter") // from always on: its last day
	wants(t, wish, scene.Close{}, scene.SetAsItWas{AsItWas: true}, scene.SetDate{On: domain.NewDate(2026, 2, 15)})
	s.AsItWas = true
	_, wish = scenetest.Typed(s, d, "up", "enter")
	wants(t, wish, scene.Close{}, scene.SetDate{On: domain.NewDate(2026, 2, 15)})
	_, wish = scenetest.Typed(s, timeline.New(s, "P15", "P39"), "enter")
	if say, ok := wish.(scene.Say); !ok || say.Words != "Dit geldt op elke dag." {
		t.Errorf("with one span only it wishes %#v", wish)
	}
}

func wants(t *testing.T, wish scene.Wish, all ...scene.Wish) {
	t.Helper()
	several, ok := wish.(scene.Several)
	if !ok || fmt.Sprint(several) != fmt.Sprint(scene.Several(all)) {
		t.Errorf("wished %#v, not %#v", wish, all)
	}
}

func TestTabTurnsTheQuestionRound(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, timeline.New(s, "P28", "P11"), "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "ziet van Petra Bakker (")
	d, _ = scenetest.Typed(s, d, "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Wat Petra Bakker (P28) ziet van")
}

func TestAClickChoosesASpanAndPressesAHint(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	d := timeline.New(s, "P15", "P14")
	lines := strings.Split(scenetest.Dialog(t, s, d), "\n")
	find := func(text string) (x, y int) {
		for y, line := range lines {
			if before, _, ok := strings.Cut(line, text); ok {
				return len([]rune(before)), y
			}
		}
		t.Fatalf("no %q", text)
		return 0, 0
	}
	x, y := find("t/m 15-02-2026")
	next, _ := d.Update(s, scene.Clicked{X: x, Y: y})
	scenetest.Says(t, scenetest.Dialog(t, s, next), "t/m 15-02-2026: Noor Haddad ziet")
	x, y = find("sluiten")
	if _, wish := d.Update(s, scene.Clicked{X: x, Y: y}); wish != scene.Wish(scene.Close{}) {
		t.Errorf("a click on the hint wishes %#v", wish)
	}
}

func TestTheOtherIsAskedForByNameAndNeverTheViewer(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	_, wish := scenetest.Typed(s, timeline.Ask(s, "P15"), "nguyen", "enter")
	wants(t, wish, scene.Close{}, scene.Timeline{Viewer: "P15", Other: "P12"})
	if _, wish = scenetest.Typed(s, timeline.Ask(s, "P15"), "100015", "enter"); wish != nil {
		t.Errorf("the viewer was offered: %#v", wish)
	}
}

func TestTheTimelineFitsInEveryWindowWhateverNamesSay(t *testing.T) {
	world, chronicle := history(t)
	r := world.Records()
	r.Persons[14].DisplayName = "Noor \x1b[31m\u202erood " + strings.Repeat("Haddad-van der Wijngaarden ", 8)
	r.Groups[0].Name = strings.Repeat("日本語グループ", 12)
	hostile := domain.NewWorld(r)
	rapid.Check(t, func(r *rapid.T) {
		w, h := rapid.IntRange(40, 200).Draw(r, "w"), rapid.IntRange(10, 60).Draw(r, "h")
		s := scenetest.At(rapid.SampledFrom([]domain.World{world, hostile}).Draw(r, "world"), rapid.SampledFrom(words.Languages()).Draw(r, "language"), w, h)
		s.Chronicle = chronicle
		who := func(name string) domain.PersonID {
			return rapid.SampledFrom([]domain.PersonID{"P15", "P14", "P28", "P29", "P41", "P05"}).Draw(r, name)
		}
		var d scene.Dialog = timeline.New(s, who("viewer"), who("other"))
		for range rapid.IntRange(0, 6).Draw(r, "keys") {
			d, _ = scenetest.Typed(s, d, rapid.SampledFrom([]string{"up", "down", "pgdown", "pgup", "tab", "home", "end", "x"}).Draw(r, "key"))
			view := scenetest.Dialog(t, s, d)
			if strings.ContainsAny(view, "\x1b\u202e") {
				r.Fatalf("a name reaches the terminal:\n%s", view)
			}
		}
	})
}

func BenchmarkTheTimelineInALargeInstitution(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	s.Chronicle = &domain.Chronicle{}
	for b.Loop() {
		timeline.New(s, "P1", "P2").View(s)
	}
}

func TestASpanThatBreaksAnAgreementSaysSo(t *testing.T) {
	s := past(t, words.Dutch, 80, 24)
	view := scenetest.Dialog(t, s, timeline.New(s, "P29", "P28"))
	scenetest.Says(t, view, "✗ schendt F1", "✗ schendt F1: Dennis Bakker ziet Petra Bakker nooit")
	if view = scenetest.Dialog(t, s, timeline.New(s, "P28", "P29")); strings.Contains(view, "✗") {
		t.Errorf("Petra breaks nothing\n%s", view)
	}
}
