package agreements

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// promised is the demonstration with a promise of every kind, one of them about
// a namesake, and with an external who comes to Lotus on 16 March.
func promised(t testing.TB) domain.World {
	t.Helper()
	add := func(a domain.Agreement) domain.Command { return domain.AddAgreement{Agreement: a} }
	return scenetest.After(t, scenetest.Demonstration(t),
		add(domain.Agreement{Kind: domain.Sees, Viewer: "P15", Other: "P12", Note: "Noor houdt haar begeleider"}),
		add(domain.Agreement{Kind: domain.Sees, Viewer: "P15", Other: "P18"}),
		add(domain.Agreement{Kind: domain.NeverMessages, Viewer: "P28", Other: "P31"}),
		add(domain.Agreement{Kind: domain.GroupAtMost, Group: "G4", MostVisible: domain.GroupVisible}),
		add(domain.Agreement{Kind: domain.NoRoleInGroup, Group: "G5", Role: domain.Guardian}),
		domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39", Period: domain.Period{From: domaintest.Today() + 14}}}},
	)
}

func onto(s scene.Scene, id string) scene.Screen {
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AgreementNoun, Key: id}})
	return c
}

// aboutOf is the pane of details of one agreement, alone in a narrow window, so
// that no sentence is cut by the list beside it.
func aboutOf(t testing.TB, s scene.Scene, id string) string {
	t.Helper()
	alone := scenetest.At(s.World, s.Words.Language(), 59, 50)
	alone.On = s.On
	c, _ := scenetest.Keys(alone, onto(alone, id), "tab")
	return scenetest.Screen(t, alone, c)
}

func TestTheScreenAsItIsDrawn(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		return scenetest.At(promised(t), l.Language, l.W, l.H), New()
	},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24}, scenetest.Look{Language: words.Dutch, W: 120, H: 40},
		scenetest.Look{Language: words.Dutch, W: 200, H: 60, Keys: "down down down down down"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "down down down down tab"},
		scenetest.Look{Language: words.Dutch, W: 40, H: 10}, scenetest.Look{Language: words.Dutch, W: 50, H: 20, Keys: "down down tab"})
}

func TestWithoutAgreementsTheScreenTeachesWhatOneIs(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	said := scenetest.Screen(t, s, New())
	golden.RequireEqual(t, scenetest.Trimmed(said))
	s.Locked = true
	if strings.Contains(scenetest.Flat(scenetest.Screen(t, s, New())), "n maakt") {
		t.Error("while editing is locked it names a key that does nothing")
	}
	if _, wish := scenetest.Keys(s, New(), "enter", "e", "d", "w"); wish != nil {
		t.Errorf("without agreements it wishes %#v", wish)
	}
}

// F1 of the demonstration is broken from the start: hiding the group is no help,
// and the screen must say so.
func TestABrokenAgreementSaysByWhichRoute(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Screen(t, s, New()), "Geschonden (1)", "✗ Dennis Bakker ziet Petra Bakker nooit", "Houdt stand (2)",
		"✗ geschonden op ma 2 maart 2026")
	scenetest.Says(t, aboutOf(t, s, "F1"), "✗ geschonden op ma 2 maart 2026", "Dennis Bakker ziet Petra Bakker via het netwerk van Sem Bakker",
		"Dennis Bakker is Ouder of voogd van Sem Bakker, en Petra Bakker is Ouder of voogd van Sem Bakker regel N3 (vermeld op een andere pagina van de leverancier)",
		"Een groep verbergen helpt hier niet")
}

func TestBrokenAgreementsStandFirstAndThenWhatWillBe(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	var got []string
	c := New()
	for range 8 {
		got = append(got, string(under(t, s, c)))
		c, _ = scenetest.Keys(s, c, "down")
	}
	if want := "F1 F5 F7 F6 F8 F3 F4 F2"; strings.Join(got, " ") != want {
		t.Errorf("listed %q, want %q", strings.Join(got, " "), want)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "Geschonden (5)", "Wordt geschonden (1)", "Houdt stand (2)")
}

// under is the agreement under the cursor, as the dialog that takes it back names it.
func under(t testing.TB, s scene.Scene, c scene.Screen) domain.AgreementID {
	t.Helper()
	_, wish := scenetest.Keys(s, c, "d")
	_, wish = scenetest.Typed(s, scenetest.Opened(t, wish), "enter")
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("taking back wishes %#v", wish)
	}
	return edit.Command.(domain.RemoveAgreement).ID
}

func TestWhatWillBreakSaysWhenAndByWhat(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Screen(t, s, onto(s, "F3")), "Wordt geschonden (1)", "16-03-2026")
	scenetest.Says(t, aboutOf(t, s, "F3"), "◔ houdt stand t/m zo 15 maart 2026; wordt geschonden op ma 16 maart 2026", "Waardoor, op ma 16 maart 2026", "Piet Sowirono · vanaf 16-03-2026")
	s.On += 14
	scenetest.Says(t, scenetest.Screen(t, s, onto(s, "F3")), "Geschonden (6)", "✗ geschonden op ma 16 maart 2026")
}

func TestEachKindSaysWhatIsTheCaseInstead(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	for id, want := range map[string]string{
		"F5": "Op deze dag is er geen groep, directe relatie of netwerk waardoor Noor Haddad hem of haar ziet.",
		"F6": "Petra Bakker kan een bericht sturen aan Wendy Pinas in groep Oudercafé",
		"F7": "nu: ◉ Gebruikers kunnen elkaar zien hoogstens: ◐ Gebruikers kunnen groep zien",
		"F8": "In de groep als ouder/voogd: Rania Haddad Hatice Demir",
	} {
		scenetest.Says(t, aboutOf(t, s, id), want)
	}
}

func TestNamesakesAreToldApart(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	one, _ := s.World.Person("P28")
	one.Number, one.BirthDate = "", domain.NewDate(1980, 5, 4)
	twin := domain.Person{Role: domain.Guardian, GivenName: one.GivenName, FamilyName: one.FamilyName, Number: "77"}
	s = scenetest.At(scenetest.After(t, s.World, domain.EditPerson{Person: one}, domain.AddPerson{Person: twin}), words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Screen(t, s, New()), "Dennis Bakker ziet Petra Bakker (*1980) nooit")
}

func TestEnterGoesToWhereItCanBeMended(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	for id, want := range map[string]scene.Go{
		"F1": {Screen: scene.GroupsScreen, At: personRef("P14")}, // the client whose network it is
		"F2": {Screen: scene.GroupsScreen, At: groupRef("G6")},
		"F5": {Screen: scene.GroupsScreen, At: personRef("P15")},
		"F6": {Screen: scene.GroupsScreen, At: groupRef("G4")},
	} {
		if _, wish := scenetest.Keys(s, onto(s, id), "enter"); wish != scene.Wish(want) {
			t.Errorf("%s: enter wishes %#v", id, wish)
		}
	}
	c, _ := scenetest.Keys(s, onto(s, "F1"), "tab", "down", "down", "down", "down")
	if _, wish := scenetest.Keys(s, c, "enter"); wish != scene.Wish(scene.Go{Screen: scene.GroupsScreen, At: personRef("P14")}) {
		t.Errorf("on the route enter wishes %#v", wish)
	}
}

func TestWhyIsAskedOfAPairOnly(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	if _, wish := scenetest.Keys(s, onto(s, "F1"), "w"); wish != scene.Wish(scene.Why{Viewer: "P29", Other: "P28"}) {
		t.Errorf("w wishes %#v", wish)
	}
	if _, wish := scenetest.Keys(s, onto(s, "F2"), "w"); wish != nil {
		t.Errorf("of a group w wishes %#v", wish)
	}
}

func TestAFilterFindsPromisesByWhatTheySayWithoutAccents(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	for query, want := range map[string]string{
		"nguyen": "Afspraken (1 van 8)", "LOTUS": "Afspraken (2 van 8)", "contactverbod": "Afspraken (1 van 8)",
		"noor altijd": "Afspraken (2 van 8)", "zzz": "Afspraken (0 van 8)",
	} {
		c, wish := scenetest.Keys(s, New(), append([]string{"/"}, strings.Split(query, "")...)...)
		if wish != nil || !c.(scene.Typist).Typing() {
			t.Errorf("%q wishes %#v", query, wish)
		}
		scenetest.Says(t, scenetest.Screen(t, s, c), "/ "+query, want)
		if c, _ = scenetest.Keys(s, c, "esc"); c.(scene.Typist).Typing() {
			t.Errorf("esc leaves %q", query)
		}
		scenetest.Says(t, scenetest.Screen(t, s, c), "Afspraken (8)")
	}
}

func TestTheCursorStaysOnItsPromiseAndGoesToANewOne(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	c := onto(s, "F6")
	next := scenetest.At(scenetest.After(t, s.World, domain.SetVisibility{ID: "G4", Visibility: domain.Hidden}), words.Dutch, 120, 40)
	if got := under(t, next, c); got != "F6" {
		t.Errorf("when it came to hold, the cursor went to %s", got)
	}
	c, _ = scenetest.Keys(s, onto(s, "F6"), "/", "l", "o", "t", "u", "s", "enter")
	next = scenetest.At(scenetest.After(t, s.World, domain.AddAgreement{Agreement: domain.Agreement{Viewer: "P39", Other: "P15"}}), words.Dutch, 120, 40)
	if got := under(t, next, c); got != "F9" {
		t.Errorf("the cursor is on %s, not on the promise just made", got)
	}
}

func TestASecondClickGoesToWhereItCanBeMended(t *testing.T) {
	s := scenetest.At(promised(t), words.Dutch, 120, 40)
	click := tea.MouseClickMsg{X: 5, Y: s.Body.Y + 1 + 3, Button: tea.MouseLeft}
	c, wish := New().Update(s, click)
	if got := under(t, s, c); got != "F7" || wish != nil {
		t.Errorf("clicked on %s, wished %#v", got, wish)
	}
	if _, wish = c.Update(s, click); wish != scene.Wish(scene.Go{Screen: scene.GroupsScreen, At: groupRef("G4")}) {
		t.Errorf("the second click wishes %#v", wish)
	}
	c, _ = c.Update(s, tea.MouseClickMsg{X: 80, Y: s.Body.Y + 3, Button: tea.MouseLeft})
	if _, cursor := c.View(s); cursor == nil || cursor.X < s.Body.W/2 {
		t.Errorf("a click on the details leaves the cursor at %v", cursor)
	}
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	long := scenetest.LongName()
	p := domain.Person{ID: "P29", Role: domain.Guardian, GivenName: long, FamilyName: long, Number: "9999999999999999"}
	full := promised(t)
	f1, _ := full.Agreement("F1")
	f1.Note = long + "\n\n" + long
	full = scenetest.After(t, full, domain.EditPerson{Person: p}, domain.EditAgreement{Agreement: f1})
	scenetest.Unbroken(t, New, domain.World{}, full)
}
