package signals

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// stage is a scene in which the signals were found.
func stage(w domain.World, l words.Language, width, height int) scene.Scene {
	s := scenetest.At(w, l, width, height)
	s.Signals, s.By = scene.FindSignals(w, s.On), "Ricardo"
	return s
}

// accepted is the demonstration with one signal accepted.
func accepted(t *testing.T) domain.World {
	t.Helper()
	return scenetest.After(t, scenetest.Demonstration(t), domain.AcceptSignal{Signal: domain.AcceptedSignal{
		Code: "group.few-counselors", Objects: []string{"G4"}, Reason: "vacature loopt", By: "Wil", On: domaintest.Today(),
	}})
}

// under is the signal under the cursor, as accepting it names it.
func under(t *testing.T, s scene.Scene, c scene.Screen) string {
	t.Helper()
	_, wish := scenetest.Keys(s, c, "a")
	if wish == nil {
		return ""
	}
	d, wish := scenetest.Typed(s, scenetest.Opened(t, wish), "x", "enter")
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("accepting wishes %#v\n%s", wish, scenetest.Dialog(t, s, d))
	}
	at := edit.Command.(domain.AcceptSignal).Signal
	return strings.Join(append([]string{at.Code}, at.Objects...), "/")
}

// onto walks down to the row of that key.
func onto(t *testing.T, s scene.Scene, c scene.Screen, key string) scene.Screen {
	t.Helper()
	c, _ = scenetest.Keys(s, c, "home")
	for range 200 {
		if under(t, s, c) == key {
			return c
		}
		c, _ = scenetest.Keys(s, c, "down")
	}
	t.Fatalf("no row %s", key)
	return nil
}

func TestHowSignalsLook(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		return stage(accepted(t), l.Language, l.W, l.H), New()
	},
		scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "down"}, scenetest.Look{Language: words.Dutch, W: 80, H: 24},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "down tab", Name: "nl-80x24-detail"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "A", Name: "en-120x40-accepted"},
		scenetest.Look{Language: words.Dutch, W: 200, H: 60, Keys: "m down", Name: "nl-200x60-mirror"},
		scenetest.Look{Language: words.Dutch, W: 40, H: 10, Keys: "/ n o"})
}

func TestHowTheDialogsOfSignalsLook(t *testing.T) {
	for _, l := range words.Languages() {
		t.Run(l.String(), func(t *testing.T) {
			s := stage(scenetest.Demonstration(t), l, 80, 24)
			_, wish := scenetest.Keys(s, New(), "a")
			asked := scenetest.Opened(t, wish)
			_, wish = scenetest.Keys(s, New(), "b")
			golden.RequireEqual(t, scenetest.Dialog(t, s, asked)+"\n\n"+scenetest.Dialog(t, s, scenetest.Opened(t, wish))+"\n")
		})
	}
}

func TestWhereNothingNeedsAttentionTheScreenSaysSo(t *testing.T) {
	s := stage(domain.World{}, words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Screen(t, s, New()), "Niets vraagt aandacht op 02-03-2026.")
	c, wish := scenetest.Keys(s, New(), "a", "d", "enter", "m")
	if wish != nil {
		t.Errorf("wish %#v", wish)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "Niemand ziet iemand die niet terugziet.")
	s.Signals = nil
	scenetest.Says(t, scenetest.Screen(t, s, New()), "bezig met kijken…")
}

func TestEverySignalGoesToTheScreenOnWhichItIsMended(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	for key, want := range map[string]scene.Go{
		"group.few-counselors/G4":       {Screen: scene.GroupsScreen, At: domain.Ref{Noun: domain.GroupNoun, Key: "G4"}},
		"member.external-no-end/G5/P38": {Screen: scene.GroupsScreen, At: domain.Ref{Noun: domain.GroupNoun, Key: "G5"}},
		"type.off-in-use/T8":            {Screen: scene.TypesScreen, At: domain.Ref{Noun: domain.RelationTypeNoun, Key: "T8"}},
		"person.unseen/P13":             {Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: "P13"}},
		"relation.ends-soon/R07":        {Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: "P16"}},
	} {
		if _, wish := scenetest.Keys(s, onto(t, s, New(), key), "enter"); wish != scene.Wish(want) {
			t.Errorf("%s wishes %#v", key, wish)
		}
	}
	if at := goTo(domain.Ref{Noun: domain.AccessRoleNoun, Key: "A1"}); at != scene.Wish(scene.Go{Screen: scene.TypesScreen, At: domain.Ref{Noun: domain.AccessRoleNoun, Key: "A1"}}) {
		t.Errorf("an access role wishes %#v", at)
	}
}

func TestAcceptingTakesAReasonAndSaysWhoDidIt(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 80, 24)
	_, wish := scenetest.Keys(s, onto(t, s, New(), "person.several-modes/P28/G1/G4"), "a")
	d, wish := scenetest.Typed(s, scenetest.Opened(t, wish), "zo bedoeld", "enter")
	want := scene.Edit{Command: domain.AcceptSignal{Signal: domain.AcceptedSignal{
		Code: "person.several-modes", Objects: []string{"P28", "G1", "G4"}, Reason: "zo bedoeld", By: "Ricardo", On: s.Today,
	}}, Reason: "zo bedoeld"}
	if !reflect.DeepEqual(wish, scene.Wish(want)) {
		t.Errorf("wish %#v", wish)
	}
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueMissing, Field: "reason"}})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Petra Bakker zit in", "reden")
	if _, wish = scenetest.Typed(s, d, "esc"); wish != nil {
		t.Errorf("esc throws away what was typed: %#v", wish)
	}
}

func TestAcceptedSignalsComeIntoViewAndCanBeReopened(t *testing.T) {
	s := stage(accepted(t), words.Dutch, 120, 40)
	if text := scenetest.Screen(t, s, New()); strings.Contains(text, "Oudercafé heeft") {
		t.Error("an accepted signal asks for attention")
	}
	c, _ := scenetest.Keys(s, New(), "A")
	c = onto(t, s, c, "group.few-counselors/G4")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Signalen (20) · ook 1 geaccepteerd", "✓ Oudercafé heeft", "Geaccepteerd door Wil op 02-03-2026", "reden: vacature loopt")
	_, wish := scenetest.Keys(s, c, "d")
	if want := (scene.Edit{Command: domain.ReopenSignal{Code: "group.few-counselors", Objects: []string{"G4"}}}); !reflect.DeepEqual(wish, scene.Wish(want)) {
		t.Errorf("wish %#v", wish)
	}
	if _, wish = scenetest.Keys(s, onto(t, s, c, "person.unseen/P13"), "d"); wish != nil {
		t.Errorf("what was never accepted is reopened: %#v", wish)
	}
	_, wish = scenetest.Keys(s, onto(t, s, New(), "member.external-no-end/G1/P37"), "A")
	if wish != nil {
		t.Errorf("A wishes %#v", wish)
	}
}

func TestAnAcceptanceIsGivenAnotherReason(t *testing.T) {
	s := stage(accepted(t), words.Dutch, 80, 24)
	c, _ := scenetest.Keys(s, New(), "A")
	_, wish := scenetest.Keys(s, onto(t, s, c, "group.few-counselors/G4"), "a")
	d := scenetest.Opened(t, wish)
	if _, wish = scenetest.Typed(s, d, "enter"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with the same reason enter wishes %#v", wish)
	}
	if _, wish = scenetest.Typed(s, d, "!", "enter"); wish.(scene.Edit).Reason != "vacature loopt!" {
		t.Errorf("wish %#v", wish)
	}
}

func TestTheCursorStaysOnItsSignalWhenOthersComeAndGo(t *testing.T) {
	before := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	c := onto(t, before, New(), "person.unseen/P41")
	now := stage(accepted(t), words.Dutch, 120, 40)
	c, _ = c.Update(now, scene.Refresh{})
	if got := under(t, now, c); got != "person.unseen/P41" {
		t.Errorf("the cursor went to %s", got)
	}
	c, _ = scenetest.Keys(now, c, "A")
	if got := under(t, now, c); got != "person.unseen/P41" {
		t.Errorf("with accepted ones the cursor went to %s", got)
	}
}

func TestAFilterFindsSignalsByNameTitleAndId(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	for query, want := range map[string]int{"ingrid": 3, "naamgenoten": 1, "p24": 1, "jan de vries": 2, "zzz": 0, "": 21} {
		c, wish := scenetest.Keys(s, New(), append([]string{"/"}, strings.Split(query, "")...)...)
		scenetest.Says(t, scenetest.Screen(t, s, c), fmt.Sprintf(" %d van 21 ", want))
		if wish != nil || !c.(scene.Typist).Typing() {
			t.Errorf("%q: keys are no text, and wish %#v", query, wish)
		}
	}
	c, _ := scenetest.Keys(s, New(), "/", "a", "b", "d")
	scenetest.Says(t, scenetest.Screen(t, s, c), "/ abd")
	c, _ = scenetest.Keys(s, c, "enter", "esc")
	if text := scenetest.Screen(t, s, c); strings.Contains(text, "abd") || strings.Contains(text, "van 21") {
		t.Errorf("esc does not take the filter off:\n%s", text)
	}
}

func TestAFilterFindsWhatItsTitleAndItsNamesHoldTogether(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	both, _ := scenetest.Keys(s, New(), append([]string{"/"}, strings.Split("vries naamgen", "")...)...)
	scenetest.Says(t, scenetest.Screen(t, s, both), " 1 van 21 ")
	english := stage(s.World, words.English, 120, 40)
	both, _ = both.Update(english, scene.Refresh{})
	scenetest.Says(t, scenetest.Screen(t, english, both), " 0 of 21 ")
}

func TestTheFirstKeyOfAFilterFoldsNoSignals(t *testing.T) {
	size := domaintest.Size{Persons: 400, Groups: 40, Memberships: 1500, Relations: 800}
	s := stage(domaintest.Institution(3, size), words.Dutch, 120, 40)
	unfiltered, _, _ := listing{}.Read(s, "", "")
	items := len(unfiltered.(listing).items)
	made := testing.AllocsPerRun(1, func() { unfiltered.Read(s, "a", "") })
	if items < 500 || made > float64(items)/2 {
		t.Errorf("the first key makes %v values for %d signals", made, items)
	}
}

func TestNamesakesAreToldApartWhereverTheyStand(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 200, 60)
	c := onto(t, s, New(), "relation.ends-soon/R41")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Jan de Vries (Steiger) (200007), Niet inplannen van Jayden Pinas", "Daarna: nog niemand.")
	c = onto(t, s, New(), "relation.ends-soon/R07")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Daarna: Fatima El Amrani, vanaf 16-03-2026.")
}

func TestADetailSaysWhatItsSentenceCannot(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t),
		domain.EditGroup{Group: domain.Group{ID: "G5", Name: "Traumagroep dinsdag", Visibility: domain.GroupVisible}},
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P31", Role: domain.Counselor}}},
	)
	s := stage(w, words.Dutch, 80, 24)
	for key, want := range map[string]string{
		"group.revealing-name/G5": "In de naam staat ‘trauma’",
		"sight.one-way/P31":       "Ziet zonder door hen gezien te worden (3): Noor Haddad, Milan Novák en Aminata Diallo.",
		"type.off-in-use/T8":      "Er loopt nog 1 relatie: Femke Dijkstra van Henk van 't Hof.",
	} {
		c, _ := scenetest.Keys(s, onto(t, s, New(), key), "tab")
		scenetest.Says(t, scenetest.Screen(t, s, c), want)
	}
}

func TestTheMirrorListShowsEverybodyWhoSeesWithoutBeingSeen(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "m")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Spiegellijst (5)", "Saskia van den Berg-Özdemir ziet 6 personen die niet terugzien", "- Petra Bakker")
	if _, wish := scenetest.Keys(s, c, "enter"); wish != scene.Wish(scene.Go{Screen: scene.PeopleScreen, At: domain.Ref{Noun: domain.PersonNoun, Key: "P03"}}) {
		t.Errorf("wish %#v", wish)
	}
	if _, wish := scenetest.Keys(s, c, "a"); wish != nil {
		t.Errorf("a line of the mirror list is accepted: %#v", wish)
	}
	c, _ = scenetest.Keys(s, c, "/", "b", "a", "o")
	scenetest.Says(t, scenetest.Screen(t, s, c), "1 van 5", "Bao Nguyễn ziet 1 persoon die niet terugziet")
	c, _ = scenetest.Keys(s, c, "esc", "esc")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Signalen (21)")
}

func TestTheWordsAreEditedOneALineAndTakenBack(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 100, 40)
	_, wish := scenetest.Keys(s, New(), "b")
	d := scenetest.Opened(t, wish)
	scenetest.Says(t, scenetest.Dialog(t, s, d), "ingebouwde lijst", "zelfbeschadiging", "Zo verklapt geen zichtbare groep iets.")
	if _, wish = scenetest.Typed(s, d, "ctrl+s"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed it wishes %#v", wish)
	}
	own, _ := scenetest.Typed(s, d, "tab")
	own, _ = own.Update(s, tea.PasteMsg{Content: "\n Training \ncafé\n\ncafé"})
	scenetest.Says(t, scenetest.Dialog(t, s, own), "eigen lijst", "Zo verklappen 2 zichtbare groepen iets: Oudercafé en Vaardigheidstraining dinsdag.")
	_, wish = scenetest.Typed(s, own, "ctrl+s")
	line := wish.(scene.Edit).Command.(domain.SetWords).Words
	if n := len(domain.BuiltInWords()); len(line) != n+2 || line[n] != "Training" || line[n+1] != "café" {
		t.Errorf("the words are %q", line)
	}

	s = stage(scenetest.After(t, s.World, domain.SetWords{Words: []string{"café"}}), words.Dutch, 100, 40)
	back, _ := scenetest.Typed(s, editWords(s), "right")
	scenetest.Says(t, scenetest.Dialog(t, s, back), "ingebouwde lijst", "zelfbeschadiging")
	if _, wish = scenetest.Typed(s, back, "ctrl+s"); !reflect.DeepEqual(wish, scene.Wish(scene.Edit{Command: domain.SetWords{}})) {
		t.Errorf("back to the built-in list wishes %#v", wish)
	}
	none, _ := scenetest.Typed(s, editWords(s), "tab", "backspace", "backspace", "backspace", "backspace")
	scenetest.Says(t, scenetest.Dialog(t, s, none), "Zonder woorden verklapt geen enkele naam iets.")
	if _, wish = scenetest.Typed(s, none, "ctrl+s"); !reflect.DeepEqual(wish, scene.Wish(scene.Edit{Command: domain.SetWords{Words: []string{}}})) {
		t.Errorf("an emptied list wishes %#v", wish)
	}
}

func TestASecondClickGoesThere(t *testing.T) {
	s := stage(scenetest.Demonstration(t), words.Dutch, 120, 40)
	click := tea.MouseClickMsg{X: 10, Y: s.Body.Y + 1 + 3, Button: tea.MouseLeft}
	c, wish := New().Update(s, click)
	if wish != nil || under(t, s, c) != "member.external-no-end/G1/P37" {
		t.Errorf("the first click wishes %#v, on %s", wish, under(t, s, c))
	}
	if _, wish = c.Update(s, click); wish != scene.Wish(scene.Go{Screen: scene.GroupsScreen, At: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}}) {
		t.Errorf("the second click wishes %#v", wish)
	}
	c, _ = c.Update(s, tea.MouseClickMsg{X: 100, Y: 10, Button: tea.MouseLeft})
	if _, cursor := c.View(s); cursor == nil || cursor.X < 60 {
		t.Errorf("a click on the detail leaves the cursor at %v", cursor)
	}
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 100, Y: 10, Button: tea.MouseWheelDown})
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 10, Y: 10, Button: tea.MouseWheelDown})
	scenetest.Screen(t, s, c)
}

func TestNoSizeAndNoNameBreaksALineOfSignals(t *testing.T) {
	long := strings.Repeat("Wéé\u202e漢字 e\u0301 ", 9)
	full := scenetest.After(t, accepted(t),
		domain.AddPerson{Person: domain.Person{ID: "P90", Role: domain.Guardian, GivenName: long, FamilyName: long, Number: "99"}},
		domain.AddGroup{Group: domain.Group{ID: "G90", Name: "trauma " + long, Visibility: domain.MembersVisible}},
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G90", Person: "P90", Role: domain.Counselor}, {Group: "G90", Person: "P37"}}})
	worlds := []scene.Scene{stage(domain.World{}, words.Dutch, 1, 1), stage(full, words.Dutch, 1, 1)}
	rapid.Check(t, func(r *rapid.T) {
		found := rapid.SampledFrom(worlds).Draw(r, "world")
		w, h := rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h")
		s := scenetest.At(found.World, rapid.SampledFrom(words.Languages()).Draw(r, "language"), w, h)
		s.Signals = found.Signals
		c := New()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "G", "g", "tab", "/", "esc", "a", "é", "A", "m", "b", "d", "enter", "pgdown"}), 0, 12).Draw(r, "keys") {
			var wish scene.Wish
			c, wish = c.Update(s, scenetest.Press(k))
			if open, ok := wish.(scene.Open); ok {
				scenetest.Dialog(t, s, open.Dialog)
			}
		}
		scenetest.Screen(t, s, c)
	})
}

// BenchmarkKey presses a key and draws, among the thousands of the large institution.
func BenchmarkKey(b *testing.B) {
	s := stage(domaintest.Large(), words.Dutch, 120, 40)
	for _, keys := range [][]string{{"down", "up"}, {"m", "m"}, {"A", "A"}} {
		b.Run(fmt.Sprint(keys), func(b *testing.B) {
			c := New()
			for b.Loop() {
				for _, k := range keys {
					c, _ = c.Update(s, scenetest.Press(k))
					c.View(s)
				}
			}
		})
	}
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			c, _ := scenetest.Keys(s, New(), "/", "n")
			c.View(s)
		}
	})
}
