package steps

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// written is a demonstration with a journal: commands, newest first, after the
// import that made it.
func written(t testing.TB, commands ...domain.Command) (domain.World, []domain.Entry) {
	t.Helper()
	w := scenetest.Demonstration(t)
	entries := []domain.Entry{{Seq: 1, At: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC), Kind: domain.Import, Verb: domain.VerbImport, Changes: domain.Inverse(nil)}}
	for i, c := range commands {
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatalf("%s: %v", c.Verb(), err)
		}
		if w, err = w.With(changes...); err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 3, 2, 8, i, 0, 0, time.UTC)
		entries = append([]domain.Entry{{Seq: domain.Seq(i + 2), At: at, By: domain.By{Name: "wil"}, Verb: c.Verb(), Changes: changes}}, entries...)
	}
	return w, entries
}

func stage(w domain.World, entries []domain.Entry, l words.Language, width, height int) scene.Scene {
	s := scenetest.At(w, l, width, height)
	s.Head = domain.Seq(len(entries))
	return s
}

// read answers every ReadJournal that a wish holds, as the root does.
func read(t testing.TB, s scene.Scene, v scene.Screen, wish scene.Wish, all []domain.Entry) scene.Screen {
	t.Helper()
	for range 100 {
		asked, ok := wish.(scene.ReadJournal)
		if !ok {
			return v
		}
		var page scene.Page
		for _, e := range all {
			if (asked.Before == 0 || e.Seq < asked.Before) && len(page.Entries) < asked.Count {
				page.Entries = append(page.Entries, e)
			}
		}
		v, wish = v.Update(s, page)
	}
	t.Fatal("it reads on for ever")
	return v
}

func check() domain.Command {
	return domain.DoneCheck{Reason: "logboek nr. 1 t/m 1", By: "wil", On: domaintest.Today() - 40}
}

func raise(g domain.GroupID, v domain.Visibility) domain.Command {
	return domain.SetVisibility{ID: g, Visibility: v}
}

func tick(h domain.HandStep, g domain.GroupID) domain.Command {
	return domain.TickStep{Step: h, Group: g, Reason: "met Anouk en het team", By: "wil", On: domaintest.Today()}
}

// goTo arrives at the steps of a group.
func goTo(s scene.Scene, g domain.GroupID) scene.Screen {
	v, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: string(g)}})
	return v
}

func TestTheListSaysHowFarEveryGroupIs(t *testing.T) {
	w, all := written(t, tick(domain.LookStep, "G1"), tick(domain.ModeStep, "G1"), tick(domain.NewsStep, "G1"), tick(domain.ProgrammesStep, "G1"), tick(domain.HandoverStep, "G1"))
	s := stage(w, all, words.Dutch, 120, 40)
	view := scenetest.Screen(t, s, New())
	for _, want := range []string{"Instelling                         2 van 5 ·", "nog nooit gedaan", "Oudercafé                          1 van 8 ·", "Woongroep Steiger A                8 van 8 ✓"} {
		if !strings.Contains(view, want) {
			t.Errorf("it does not say %q:\n%s", want, view)
		}
	}
}

func TestWhatIsOpenIsNamedAndEnterGoesThere(t *testing.T) {
	w, all := written(t)
	s := stage(w, all, words.Dutch, 120, 40)
	group := func(id string) domain.Ref { return domain.Ref{Noun: domain.GroupNoun, Key: id} }
	for _, c := range []struct {
		name string
		at   domain.GroupID
		keys []string
		want scene.ScreenID
		ref  domain.Ref
		tip  string
	}{
		{"the first step of the institution", "", []string{"tab", "enter"}, scene.PeopleScreen, domain.Ref{}, "n voegt een persoon toe"},
		{"the types", "", []string{"tab", "down", "enter"}, scene.TypesScreen, domain.Ref{}, "s toont de gebruikelijke relatietypen"},
		{"who lacks a relation", "", []string{"tab", "down", "down", "enter"}, scene.GroupsScreen, domain.Ref{Noun: domain.PersonNoun, Key: "P41"}, "r voegt een relatie toe"},
		{"the same by name", "", []string{"tab", "down", "down", "down", "enter"}, scene.GroupsScreen, domain.Ref{Noun: domain.PersonNoun, Key: "P41"}, "r voegt een relatie toe"},
		{"a group visible too early", "G4", []string{"enter", "enter"}, scene.GroupsScreen, group("G4"), "z wijzigt de zichtbaarheid"},
		{"few counselors", "G4", []string{"enter", "down", "enter"}, scene.GroupsScreen, group("G4"), "a voegt leden toe"},
		{"to look as each role", "G1", []string{"enter", "down", "down", "down", "enter"}, scene.GroupsScreen, group("G1"), "[ en ] kijken"},
		{"to decide", "G1", []string{"enter", "down", "down", "down", "down", "enter"}, scene.GroupsScreen, group("G1"), "Druk op z"},
	} {
		v := goTo(s, c.at)
		v, wish := scenetest.Keys(s, v, c.keys...)
		several, ok := wish.(scene.Several)
		if !ok || several[0] != scene.Wish(scene.Go{Screen: c.want, At: c.ref}) || !strings.HasPrefix(several[1].(scene.Say).Words, c.tip) {
			t.Errorf("%s wishes %#v\n%s", c.name, wish, scenetest.Screen(t, s, v))
		}
	}
	v, _ := scenetest.Keys(s, goTo(s, ""), "tab", "end", "up", "enter")
	if view := scenetest.Screen(t, s, v); !strings.Contains(view, "Woongroep Steiger A · 3 van 8") {
		t.Errorf("a group that is open is not gone to:\n%s", view)
	}
	_, wish := scenetest.Keys(s, goTo(s, "G1"), "enter", "end", "enter")
	if several, ok := wish.(scene.Several); !ok || several[0] != scene.Wish(scene.Press{Key: "E"}) || !strings.HasPrefix(several[1].(scene.Say).Words, "E exporteert") {
		t.Errorf("to hand over wishes %#v", wish)
	}
}

func TestTheStepsBeginAtTheFirstThatIsOpen(t *testing.T) {
	s := stage(domain.World{}, nil, words.Dutch, 80, 24)
	begin := scene.Arrived{At: domain.Ref{Noun: domain.InstitutionNoun, Key: domain.Institution{}.Key()}}
	goes := func(v scene.Screen, want scene.ScreenID) {
		t.Helper()
		_, wish := scenetest.Keys(s, v, "enter")
		if several, ok := wish.(scene.Several); !ok || several[0] != scene.Wish(scene.Go{Screen: want}) {
			t.Errorf("enter wishes %#v\n%s", wish, scenetest.Screen(t, s, v))
		}
	}
	v, _ := New().Update(s, begin)
	goes(v, scene.PeopleScreen)
	s.World = scenetest.After(t, s.World,
		domain.AddPerson{Person: domain.Person{GivenName: "An", FamilyName: "Bos", Role: domain.Client}},
		domain.AddPerson{Person: domain.Person{GivenName: "Bo", FamilyName: "Bos", Role: domain.Counselor}})
	back, _ := v.Update(s, scene.Arrived{})
	goes(back, scene.TypesScreen)
	down, _ := scenetest.Keys(s, back, "down") // relations, of people who have none: there are no types
	goes(down, scene.TypesScreen)
	stays, _ := down.Update(s, scene.Arrived{})
	if scenetest.Screen(t, s, stays) != scenetest.Screen(t, s, down) {
		t.Errorf("the cursor leaves a step that is open:\n%s\n%s", scenetest.Screen(t, s, down), scenetest.Screen(t, s, stays))
	}
}

func TestWhoeverIsNoLongerActiveIsGoneToInPersonen(t *testing.T) {
	w, all := written(t, domain.DeactivatePerson{ID: "P37", From: domaintest.Today()})
	s := stage(w, all, words.Dutch, 120, 40)
	v, wish := scenetest.Keys(s, goTo(s, "G1"), "enter", "down", "down", "enter")
	if wish != scene.Wish(scene.Go{Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: "P37"}}) {
		t.Errorf("it wishes %#v\n%s", wish, scenetest.Screen(t, s, v))
	}
}

func TestSpaceTicksAStepThatLeavesNoTraceAndOpensItAgain(t *testing.T) {
	w, all := written(t)
	s := stage(w, all, words.Dutch, 80, 24)
	v, wish := scenetest.Keys(s, goTo(s, "G4"), "enter", "down", "down", "down", "down", "space")
	d := scenetest.Opened(t, wish)
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Afvinken: Kijken als elke rol", "Oudercafé", "U hebt gekeken als: ouder/voogd en behandelaar.")
	_, wish = scenetest.Typed(s, d, "met Anouk", "enter")
	edit, ok := wish.(scene.Edit)
	if !ok || edit.Reason != "met Anouk" || edit.Command != domain.Command(domain.TickStep{Step: domain.LookStep, Group: "G4", Reason: "met Anouk", On: s.On, Of: s.On}) {
		t.Fatalf("it wishes %#v", wish)
	}

	s.World = scenetest.After(t, w, edit.Command)
	v, _ = v.Update(s, scene.Refresh{})
	scenetest.Says(t, scenetest.Screen(t, s, v), "afgevinkt op 02-03-2026: met Anouk")
	_, wish = scenetest.Keys(s, v, "space")
	if edit, ok := wish.(scene.Edit); !ok || edit.Command != domain.Command(domain.UntickStep{Step: domain.LookStep, Group: "G4"}) {
		t.Errorf("once more it wishes %#v", wish)
	}
}

func TestAStepThatTicksItselfIsNotTicked(t *testing.T) {
	w, all := written(t)
	s := stage(w, all, words.Dutch, 80, 24)
	for _, v := range []scene.Screen{goTo(s, "G4"), goTo(s, "G2")} {
		_, wish := scenetest.Keys(s, v, "enter", "down", "space")
		if say, ok := wish.(scene.Say); !ok || !strings.Contains(say.Words, "vinkt zichzelf af") {
			t.Errorf("it wishes %#v", wish)
		}
	}
	w = scenetest.After(t, w, domain.AddGroup{Group: domain.Group{Name: "Moestuin"}})
	s = stage(w, all, words.Dutch, 80, 24)
	v := goTo(s, "G7")
	_, wish := scenetest.Keys(s, v, "enter", "down", "down", "down", "space")
	if say, ok := wish.(scene.Say); !ok || !strings.Contains(say.Words, "voeg eerst leden toe") {
		t.Errorf("with nobody to look as it wishes %#v\n%s", wish, scenetest.Screen(t, s, v))
	}
}

func TestADecisionSaysWhatWasDecided(t *testing.T) {
	w, all := written(t, tick(domain.ModeStep, "G4"), raise("G4", domain.Hidden))
	s := stage(w, all, words.Dutch, 120, 40)
	v, _ := scenetest.Keys(s, goTo(s, "G4"), "enter")
	scenetest.Says(t, scenetest.Screen(t, s, v), "besloten was ‘elkaar zichtbaar’; nu is het ‘onzichtbaar’", "eerder afgevinkt op 02-03-2026 door wil: met Anouk en het team")
	_, wish := scenetest.Keys(s, v, "end", "up", "up", "up", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, scenetest.Opened(t, wish)), "Besloten is: Groep is onzichtbaar.")
}

func TestThePeriodicCheckReadsTheJournalBackToTheLastOne(t *testing.T) {
	var commands []domain.Command
	for range 150 {
		commands = append(commands, raise("G5", domain.Hidden), raise("G5", domain.GroupVisible))
	}
	commands = append([]domain.Command{check()}, commands...)
	w, all := written(t, append(commands, raise("G1", domain.MembersVisible))...)
	s := stage(w, all, words.Dutch, 120, 40)
	v, wish := scenetest.Keys(s, New(), "p")
	if wish != scene.Wish(scene.ReadJournal{Count: pageSize}) {
		t.Fatalf("it wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Screen(t, s, v), "Laatste controle: 21-01-2026 (5 weken geleden)", "Nagelopen: logboek nr. 1 t/m 1", "bezig met lezen…")
	v = read(t, s, v, wish, all)
	scenetest.Says(t, scenetest.Screen(t, s, v), "Wie ziet wie:", "Sem Bakker ziet nu Noor Haddad en mag berichten sturen")
	v, _ = scenetest.Keys(s, v, "end")
	scenetest.Says(t, scenetest.Screen(t, s, v), "en nog 101")

	_, wish = scenetest.Keys(s, v, "enter")
	_, wish = scenetest.Typed(s, scenetest.Opened(t, wish), "enter")
	edit, ok := wish.(scene.Edit)
	if !ok || edit.Command != domain.Command(domain.DoneCheck{Reason: "logboek nr. 3 t/m 303", On: s.On}) {
		t.Fatalf("checked, it wishes %#v", wish)
	}
	changes, err := edit.Command.Plan(w)
	if err != nil {
		t.Fatal(err)
	}
	all = append([]domain.Entry{{Seq: s.Head + 1, Verb: edit.Command.Verb(), Changes: changes}}, all...)
	s = stage(scenetest.After(t, w, edit.Command), all, words.Dutch, 120, 40)
	v, wish = v.Update(s, scene.Refresh{})
	v = read(t, s, v, wish, all)
	scenetest.Says(t, scenetest.Screen(t, s, v), "Laatste controle: 02-03-2026 (vandaag)", "Wie ziet wie: op 02-03-2026 hetzelfde als met de inrichting van", "Sinds toen is er niets gewijzigd.")
}

func TestACheckThatWasNeverDoneSaysSo(t *testing.T) {
	w, all := written(t, raise("G5", domain.Hidden))
	s := stage(w, all, words.Dutch, 120, 40)
	v, wish := scenetest.Keys(s, New(), "p")
	v = read(t, s, v, wish, all)
	view := scenetest.Screen(t, s, v)
	scenetest.Says(t, view, "Er is nog nooit een periodieke controle gedaan.", "De nieuwste 2 wijzigingen", "Zichtbaarheid van Vaardigheidstraining dinsdag")
	if strings.Contains(view, "Wie ziet wie:") {
		t.Errorf("it compares with nothing:\n%s", view)
	}
	_, wish = scenetest.Keys(s, v, "space")
	scenetest.Says(t, scenetest.Dialog(t, s, scenetest.Opened(t, wish)), "de inrichting als geheel, t/m nr. 2")
}

func TestAJournalThatCannotBeReadIsSaid(t *testing.T) {
	w, all := written(t, check())
	s := stage(w, all, words.Dutch, 80, 24)
	v, _ := scenetest.Keys(s, New(), "p")
	v, _ = v.Update(s, scene.Page{Err: errors.New("checksum")})
	scenetest.Says(t, scenetest.Screen(t, s, v), "kon niet worden gelezen")
	if _, wish := scenetest.Keys(s, v, "enter"); wish != nil {
		t.Errorf("what could not be read can be checked: %#v", wish)
	}
}

func TestAPageOfAnotherScreenIsNotTaken(t *testing.T) {
	w, all := written(t, check(), raise("G5", domain.Hidden))
	s := stage(w, all, words.Dutch, 80, 24)
	v, wish := scenetest.Keys(s, New(), "p")
	v, _ = v.Update(s, scene.Page{Entries: all[1:]})
	scenetest.Says(t, scenetest.Screen(t, s, v), "bezig met lezen…")
	v, _ = scenetest.Keys(s, read(t, s, v, wish, all), "end")
	scenetest.Says(t, scenetest.Screen(t, s, v), "1 wijziging sinds toen")
}

func TestTooMuchToCompareIsSaidAndNotWaitedFor(t *testing.T) {
	var commands []domain.Command
	commands = append(commands, check())
	for range mostChanges/2 + 1 {
		commands = append(commands, raise("G5", domain.Hidden), raise("G5", domain.GroupVisible))
	}
	w, all := written(t, commands...)
	s := stage(w, all, words.Dutch, 120, 40)
	v, wish := scenetest.Keys(s, New(), "p")
	v = read(t, s, v, wish, all)
	scenetest.Says(t, scenetest.Screen(t, s, v), "te veel gewijzigd om hier te vergelijken (2.002 records)")
}

func TestAnEmptyInstitutionIsTaughtItsSteps(t *testing.T) {
	s := stage(domain.World{}, nil, words.Dutch, 80, 24)
	v, _ := New().Update(s, scene.Arrived{})
	view := scenetest.Screen(t, s, v)
	scenetest.Says(t, view, "er is nog geen cliënt", "er is nog geen behandelaar", "Voer eerst de mensen in", "Nog geen groepen.")
	v, wish := scenetest.Keys(s, v, "p")
	if wish != nil {
		t.Errorf("an empty journal is asked for: %#v", wish)
	}
	scenetest.Screen(t, s, v)
}

func TestAFilterFindsAGroup(t *testing.T) {
	w, all := written(t)
	s := stage(w, all, words.Dutch, 120, 40)
	v, _ := scenetest.Keys(s, New(), "/", "o", "u", "d")
	view := scenetest.Screen(t, s, v)
	if !v.(Screen).Typing() || strings.Contains(view, "Lotus") || !strings.Contains(view, "Oudercafé · 1 van 8") {
		t.Errorf("found is:\n%s", view)
	}
	v, _ = scenetest.Keys(s, v, "z", "z")
	scenetest.Says(t, scenetest.Screen(t, s, v), "Niets gevonden.")
	v, _ = scenetest.Keys(s, v, "esc")
	if v.(Screen).Typing() || !strings.Contains(scenetest.Screen(t, s, v), "Lotus") {
		t.Error("esc does not clear the filter")
	}
}

func TestAClickChoosesAndASecondOneGoes(t *testing.T) {
	w, all := written(t)
	s := stage(w, all, words.Dutch, 120, 40)
	v, _ := New().Update(s, tea.MouseClickMsg{X: 5, Y: s.Body.Y + 6, Button: tea.MouseLeft})
	if !strings.Contains(scenetest.Screen(t, s, v), "Oudercafé · 1 van 8") {
		t.Errorf("a click on the list chooses:\n%s", scenetest.Screen(t, s, v))
	}
	at := tea.MouseClickMsg{X: 60, Y: s.Body.Y + 1, Button: tea.MouseLeft}
	v, _ = v.Update(s, at)
	if _, wish := v.Update(s, at); wish == nil {
		t.Error("a second click on a step does not go")
	}
	v, _ = v.Update(s, tea.MouseWheelMsg{X: 60, Y: 10, Button: tea.MouseWheelDown})
	v, _ = v.Update(s, tea.MouseWheelMsg{X: 5, Y: 10, Button: tea.MouseWheelDown})
	scenetest.Screen(t, s, v)
}

func TestTheStepsFillTheirBoxAtEverySize(t *testing.T) {
	w, all := written(t, check(), tick(domain.ModeStep, "G4"), raise("G4", domain.Hidden), domain.AddGroup{Group: domain.Group{Name: strings.Repeat("長い", 40)}})
	empty, none := domain.World{}, []domain.Entry(nil)
	for _, size := range [][2]int{{40, 10}, {41, 13}, {60, 17}, {63, 18}, {64, 19}, {99, 21}, {100, 24}, {120, 40}, {200, 60}} {
		for _, l := range words.Languages() {
			for i, entries := range [][]domain.Entry{all, none} {
				s := stage([]domain.World{w, empty}[i], entries, l, size[0], size[1])
				var v scene.Screen = New()
				var wish scene.Wish
				for _, k := range []string{"down", "p", "end", "pgup", "tab", "down", "end", "enter", "end", "esc", "/", "x", "enter", "esc", "home", "tab", "pgdown"} {
					v, wish = v.Update(s, scenetest.Press(k))
					v = read(t, s, v, wish, entries)
					scenetest.Screen(t, s, v)
				}
			}
		}
	}
}

func TestTheDialogsFitInEveryWindow(t *testing.T) {
	w, _ := written(t)
	for _, size := range [][2]int{{40, 10}, {80, 24}, {200, 60}} {
		s := stage(w, nil, words.Dutch, size[0], size[1])
		for _, h := range domain.HandSteps() {
			scenetest.Dialog(t, s, newTick(s, h, "G1"))
		}
		scenetest.Dialog(t, s, newTick(s, domain.HandoverStep, ""))
		scenetest.Dialog(t, s, newCheck(s, strings.Repeat("nagelopen ", 40)))
	}
}

func TestHowTheStepsLook(t *testing.T) {
	w, all := written(t, check(), tick(domain.LookStep, "G4"), tick(domain.ModeStep, "G4"), raise("G4", domain.Hidden))
	for name, keys := range map[string]string{"institution": "", "group": "/ o u d enter enter down down", "periodic": "p"} {
		var looks []scenetest.Look
		for _, l := range []scenetest.Look{{Language: words.Dutch, W: 80, H: 24}, {Language: words.Dutch, W: 120, H: 40}, {Language: words.English, W: 80, H: 24}, {Language: words.English, W: 200, H: 60}} {
			l.Name = fmt.Sprintf("%s-%v-%dx%d", name, l.Language, l.W, l.H)
			looks = append(looks, l)
		}
		scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
			s := stage(w, all, l.Language, l.W, l.H)
			v, wish := scenetest.Keys(s, New(), strings.Fields(keys)...)
			return s, read(t, s, v, wish, all)
		}, looks...)
	}
}

// BenchmarkAKeyInALargeInstitution is one key in the list of a thousand groups: update
// and view at 120×40. It is to stay under 5 ms.
func BenchmarkAKeyInALargeInstitution(b *testing.B) {
	s := stage(domaintest.Large(), nil, words.Dutch, 120, 40)
	var v scene.Screen = New()
	v.View(s)
	for b.Loop() {
		v, _ = v.Update(s, scenetest.Press("down"))
		v.View(s)
	}
}
