package types

import (
	"reflect"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// onRole is what a key opens with the cursor on an access role.
func onRole(t *testing.T, s scene.Scene, id domain.AccessRoleID, key string) scene.Dialog {
	t.Helper()
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AccessRoleNoun, Key: string(id)}})
	_, wish := scenetest.Keys(s, c, key)
	return scenetest.Opened(t, wish)
}

// onAssignment stands on the line of an assignment of Begeleider.
func onAssignment(t *testing.T, s scene.Scene, who string) scene.Screen {
	t.Helper()
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AccessRoleNoun, Key: "A2"}})
	c, _ = scenetest.Keys(s, c, "right")
	for range 30 {
		if _, wish := scenetest.Keys(s, c, "D"); wish != nil {
			_, wish = scenetest.Typed(s, scenetest.Opened(t, wish), "enter")
			if string(wish.(scene.Edit).Command.(domain.RemoveAssignments).Keys[0].Person) == who {
				return c
			}
		}
		c, _ = scenetest.Keys(s, c, "down")
	}
	t.Fatalf("no line tells of %s", who)
	return nil
}

// stored is the access role that a wished edit leaves.
func stored(t *testing.T, s scene.Scene, wish scene.Wish, id domain.AccessRoleID) domain.AccessRole {
	t.Helper()
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("wished %#v", wish)
	}
	role, ok := plan(t, s.World, edit.Command).AccessRole(id)
	if !ok {
		t.Fatalf("%s is not there", id)
	}
	return role
}

func TestTheAccessRolesAsTheyAreDrawn(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		s := scenetest.At(offices(t), l.Language, l.W, l.H)
		s.ShowEnded = l.W == 120
		return s, New()
	},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "tab j"}, scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "tab j"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "tab G k k"}, scenetest.Look{Language: words.Dutch, W: 40, H: 10, Keys: "tab j j right"})
}

func TestTheTitleAlwaysSaysWhichListItIsAndTabTurns(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {80, 24}, {120, 40}} {
		s := scenetest.At(offices(t), words.Dutch, size[0], size[1])
		c := New()
		for _, want := range []string{"Relatietypen (6)", "Toegangsrollen (Ons Autorisatie)", "Relatietypen (6)"} {
			scenetest.Says(t, scenetest.Screen(t, s, c), want)
			details, _ := scenetest.Keys(s, c, "right")
			scenetest.Says(t, scenetest.Screen(t, s, details), want[:len("Relatietype")])
			c, _ = scenetest.Keys(s, c, "tab")
		}
		c, _ = c.Update(s, tea.MouseClickMsg{X: 5, Y: s.Body.Y, Button: tea.MouseLeft})
		scenetest.Says(t, scenetest.Screen(t, s, c), "Relatietypen (6)")
	}
}

func TestEachListKeepsItsOwnFilter(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	c, _ := scenetest.Keys(s, New(), "/", "o", "u", "d", "enter", "tab", "/", "m", "e", "d", "i", "c")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Toegangsrollen (Ons Autorisatie): 1 van 5", "Noodtoegang")
	c, _ = scenetest.Keys(s, c, "enter", "tab")
	scenetest.Says(t, scenetest.Screen(t, s, c), "Relatietypen (2 van 6)")
}

func TestAnAccessRoleOnAnUnwantedTypeIsLoudOnEitherList(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	for at, row := range map[domain.Ref]string{
		{Noun: domain.AccessRoleNoun, Key: "A4"}: "! Noodtoegang", {Noun: domain.RelationTypeNoun, Key: "T7"}: "! Niet inplannen",
	} {
		c, _ := New().Update(s, scene.Arrived{At: at})
		scenetest.Says(t, scenetest.Screen(t, s, c), "! SIGNAAL:", "krijgt daardoor juist toegang", row)
	}
	off, _ := s.World.AccessRole("A4")
	off.SwitchedOff = true
	s = scenetest.At(plan(t, s.World, domain.EditAccessRole{Role: off}), words.Dutch, 120, 40)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: "T7"}})
	if text := scenetest.Screen(t, s, c); strings.Contains(text, "SIGNAAL") {
		t.Errorf("a role that is off still gives the signal:\n%s", text)
	}
}

func TestMakingATypeUnwantedThatGivesAccessIsLoudBeforeItIsSaved(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T1", "e"), "down", "down", "space", "down", "down", "down", "space") // no longer primary, but unwanted
	scenetest.Says(t, scenetest.Dialog(t, s, d), "SIGNAAL: de toegangsrol Persoonlijk begeleider")
}

func TestATypeSaysWhichAccessRolesItFeeds(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	for id, want := range map[string]string{
		"T1": "Persoonlijk begeleider (via relatie, 1 taak)", "T7": "Noodtoegang (handmatig, 1 taak)", "T3": "Geen toegangsrol noemt dit type.",
	} {
		c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: id}})
		scenetest.Says(t, scenetest.Screen(t, s, c), want)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, on(t, s, "T1", "o")), "Toegangsrol die dit type noemt: Persoonlijk begeleider")
}

func TestATypeOfWhichClientsHaveSeveralIsNotMadeUniqueAndAllAreNamed(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T10", "e"), "down", "down", "down", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "1 cliënt heeft er meer tegelijk", "Sem Bakker: Petra Bakker (sinds 01-09-2025) en Dennis Bakker")
	d, wish := scenetest.Typed(s, d, "enter")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	if form := d.(dialog.Form).Fields; form.Focused() != "exclusive" || !form.On("exclusive") {
		t.Error("the refusal is not at the flag it is about, or takes the tick away")
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Het type kan niet uniek worden")
}

func TestANewAccessRoleIsFilledIn(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	_, wish := scenetest.Typed(s, addRole(s), "Waarneming", "tab", "tab", "dossier inzien", "enter", "", "enter", "rapporteren", "tab",
		"right", "right", "tab", "Steiger", "ctrl+s")
	want := domain.AccessRole{
		ID: "A6", Name: "Waarneming", Tasks: []string{"dossier inzien", "rapporteren"},
		Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{"Steiger"}},
	}
	if got := stored(t, s, wish, "A6"); !got.Equal(want) {
		t.Errorf("wished %+v", got)
	}
}

func TestAnAccessRoleByRelationReachesAsFarAsTheRelation(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, addRole(s), "Zorgplan", "tab", "space", "tab", "zorgplan bewerken", "tab", "tab", "tab", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Niet inplannen", "! ongewenst: geeft juist toegang", "Oud-begeleider", "staat uit")
	if text := scenetest.Dialog(t, s, d); strings.Contains(text, "Ouder of voogd") {
		t.Error("a type for family is offered")
	}
	d, _ = scenetest.Typed(s, d, "regie", "down", "space", "enter")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "enter")
	got := stored(t, s, wish, "A6")
	if got.Kind != domain.RelationAccess || !reflect.DeepEqual(got.Scope, domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"T3"}}) {
		t.Errorf("wished %+v", got)
	}
}

func TestTypesAreTakenOutOfAnAccessRoleAndTheOthersKeepTheirOrder(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, onRole(t, s, "A3", "e"), "up", "space")
	d, _ = scenetest.Typed(s, d, "space", "enter") // the mark of the first goes: EVV, for the list is by name
	d, wish := scenetest.Typed(s, d, "enter")
	if got := stored(t, s, wish, "A3"); !reflect.DeepEqual(got.Scope.RelationTypes, []domain.RelationTypeID{"T1"}) {
		t.Errorf("left %v", got.Scope.RelationTypes)
	}
	d, _ = scenetest.Typed(s, d, "space", "space", "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "zonder relatietype")
}

func TestAClickOnTheRelationTypesOpensTheList(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	opened := 0
	for y := range 40 {
		d, _ := onRole(t, s, "A3", "e").Update(s, scene.Clicked{X: 20, Y: y})
		if _, open := d.(dialog.Form).Fields.Looking(); open {
			opened++
		}
		d, _ = onRole(t, s, "A2", "e").Update(s, scene.Clicked{X: 20, Y: y})
		if _, open := d.(dialog.Form).Fields.Looking(); open {
			t.Error("the list opens for a role that reaches by location")
		}
	}
	if opened != 1 {
		t.Errorf("%d lines of the form open the list", opened)
	}
}

func TestWhatAnotherScopeLeavesWithoutEffectGoesWithTheScopeOnly(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	_, wish := scenetest.Typed(s, onRole(t, s, "A2", "e"), "en", "enter")
	if got := stored(t, s, wish, "A2"); got.Name != "Begeleideren" || len(got.Scope.Locations) != 2 {
		t.Errorf("another name left %+v", got)
	}
	_, wish = scenetest.Typed(s, onRole(t, s, "A2", "e"), "tab", "tab", "tab", "left", "ctrl+s")
	if got := stored(t, s, wish, "A2"); got.Scope.Kind != domain.AllClients || got.Scope.Locations != nil {
		t.Errorf("another scope left %+v", got.Scope)
	}
}

func TestARoleThatIsNoLongerByHandSaysThatItsAssignmentsStopCounting(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, onRole(t, s, "A2", "e"), "tab", "right", "right")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "De ene lopende toewijzing telt dan niet meer mee")
}

func TestARefusedTaskStandsAtItsField(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, onRole(t, s, "A5", "e"), "tab", "tab", "enter", "dossier inzien", "ctrl+s")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	if form := d.(dialog.Form).Fields; form.Focused() != tasksField || !strings.Contains(form.Value(tasksField), "\ndossier inzien") {
		t.Errorf("at %s with %q", form.Focused(), form.Value(tasksField))
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "twee keer")
}

func TestARoleIsSwitchedOffWithAReason(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 80, 24)
	d := onRole(t, s, "A2", "o")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "1 toewijzing loopt op 02-03-2026", "Geeft: dossier inzien en rapportage schrijven")
	_, wish := scenetest.Typed(s, d, "vervallen", "enter")
	if got := stored(t, s, wish, "A2"); !got.SwitchedOff || wish.(scene.Edit).Reason != "vervallen" {
		t.Errorf("wished %+v", wish)
	}
	_, wish = scenetest.Typed(s, onRole(t, s, "A5", "o"), "enter")
	if got := stored(t, s, wish, "A5"); got.SwitchedOff {
		t.Error("a role that is off is not switched on")
	}
}

func TestARoleThatWasAssignedIsNotRemovedButSwitchedOff(t *testing.T) {
	s := scenetest.At(offices(t), words.Dutch, 80, 24)
	d := onRole(t, s, "A2", "d")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "is 3 keer toegewezen", "Fatima El Amrani")
	_, wish := scenetest.Typed(s, d, "o")
	if several, ok := wish.(scene.Several); !ok || several[0] != (scene.Close{}) || !several[1].(scene.Open).Edits {
		t.Errorf("wished %#v", wish)
	}
	_, wish = scenetest.Typed(s, onRole(t, s, "A5", "d"), "enter")
	if edit, ok := wish.(scene.Edit); !ok || edit.Command != (domain.RemoveAccessRole{ID: "A5"}) {
		t.Errorf("wished %#v", wish)
	}
}
