package access

import (
	"reflect"
	"strings"
	"testing"

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
	role, ok := scenetest.After(t, s.World, edit.Command).AccessRole(id)
	if !ok {
		t.Fatalf("%s is not there", id)
	}
	return role
}

func TestTheAccessRolesAsTheyAreDrawn(t *testing.T) {
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		s := scenetest.At(scenetest.AccessRoles(t), l.Language, l.W, l.H)
		s.ShowEnded = l.W == 120
		return s, New()
	},
		scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "j"}, scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "j"},
		scenetest.Look{Language: words.English, W: 120, H: 40, Keys: "G k k"}, scenetest.Look{Language: words.Dutch, W: 40, H: 10, Keys: "j j right"})
}

func TestANewAccessRoleIsFilledIn(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
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
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
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
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
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
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	opened := 0
	for y := range 40 {
		d, _ := onRole(t, s, "A3", "e").Update(s, scene.Clicked{X: 20, Y: y})
		if _, open := d.(dialog.Form).Fields.OpenLookup(); open {
			opened++
		}
		d, _ = onRole(t, s, "A2", "e").Update(s, scene.Clicked{X: 20, Y: y})
		if _, open := d.(dialog.Form).Fields.OpenLookup(); open {
			t.Error("the list opens for a role that reaches by location")
		}
	}
	if opened != 1 {
		t.Errorf("%d lines of the form open the list", opened)
	}
}

func TestWhatAnotherScopeLeavesWithoutEffectGoesWithTheScopeOnly(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
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
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, onRole(t, s, "A2", "e"), "tab", "right", "right")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "De ene lopende toewijzing telt dan niet meer mee")
}

func TestARefusedTaskStandsAtItsField(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, onRole(t, s, "A5", "e"), "tab", "tab", "enter", "dossier inzien", "ctrl+s")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	if form := d.(dialog.Form).Fields; form.Focused() != tasksField || !strings.Contains(form.Value(tasksField), "\ndossier inzien") {
		t.Errorf("at %s with %q", form.Focused(), form.Value(tasksField))
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "twee keer")
}

func TestARoleIsSwitchedOffWithAReason(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
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
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d := onRole(t, s, "A2", "d")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "is 3 keer toegewezen", "Fatima El Amrani")
	_, wish := scenetest.Typed(s, d, "o")
	if several, ok := wish.(scene.Several); !ok || several[0] != (scene.Close{}) || several[1].(scene.Open).Dialog == nil {
		t.Errorf("wished %#v", wish)
	}
	_, wish = scenetest.Typed(s, onRole(t, s, "A5", "d"), "enter")
	if edit, ok := wish.(scene.Edit); !ok || edit.Command != (domain.RemoveAccessRole{ID: "A5"}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 14}, {80, 24}, {200, 60}} {
		s := scenetest.At(scenetest.AccessRoles(t), words.English, size[0], size[1])
		given, _ := s.World.Assignment(domain.AssignmentKey{Role: "A4", Person: "P12"})
		scenetest.Fits(t, s,
			addRole(s), onRole(t, s, "A4", "e"), onRole(t, s, "A4", "o"), onRole(t, s, "A2", "d"), onRole(t, s, "A5", "d"), onRole(t, s, "A4", "a"),
			editAssignment(s, given), endAssignment(s, given), removeAssignment(s, given))
	}
}

func TestNoSizeAndNoNameBreaksALine(t *testing.T) {
	name := scenetest.LongName()
	full := scenetest.After(t, scenetest.AccessRoles(t), domain.AddAccessRole{Role: domain.AccessRole{
		Name: name, Tasks: []string{name}, Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{name}},
	}})
	scenetest.Unbroken(t, New, domain.World{}, full)
}
