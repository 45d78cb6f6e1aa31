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

func TestSeveralPeopleAreAssignedAsOneEdit(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d := onRole(t, s, "A2", "a")
	text := scenetest.Dialog(t, s, d)
	scenetest.Says(t, text, "Begeleider toewijzen: wie?", "Bao Nguyễn", "Ria Post", "1 medewerker heeft deze toegangsrol op 02-03-2026 al")
	for _, not := range []string{"Fatima", "Sem Bakker", "Petra"} { // who has it, a client, a parent
		if strings.Contains(text, not) {
			t.Errorf("%s is offered", not)
		}
	}
	d, _ = scenetest.Typed(s, d, "nguyen", "down", "space", "backspace", "backspace", "backspace", "backspace", "backspace", "backspace", "post", "down", "space", "enter")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "down", "30-6-2026", "down", "vakantie", "enter")
	period := domain.Period{From: s.On, Through: domain.NewDate(2026, 6, 30)}
	want := domain.Assign{Assignments: []domain.Assignment{{Role: "A2", Person: "P12", Period: period}, {Role: "A2", Person: "P01", Period: period}}}
	edit, ok := wish.(scene.Edit)
	if !ok || !reflect.DeepEqual(edit.Command, want) || edit.Reason != "vakantie" {
		t.Fatalf("wished %+v", wish)
	}
	scenetest.After(t, s.World, edit.Command)
}

func TestAssigningWhoHasTheRoleOnLaterDaysIsRefusedAtTheFirstDay(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, onRole(t, s, "A2", "a"), "kowal", "enter", "enter") // his begins in April
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Heeft deze rol in deze dagen al: Tomasz Kowalczyk")
	if d.(assignDialog).terms.Fields.Focused() != dialog.FromField {
		t.Error("the refusal is not at the first day")
	}
}

func TestEscGoesBackToTheListWithTheMarksAndAsksBeforeTheyAreLost(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, onRole(t, s, "A2", "a"), "space", "space", "enter", "esc")
	if _, _, marked := d.(assignDialog).pick.Picker.Count(); wish != nil || marked != 2 {
		t.Errorf("wished %#v with %d marked", wish, marked)
	}
	d, wish = scenetest.Typed(s, d, "esc")
	if wish != nil {
		t.Errorf("the marks are lost without asking: %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Weggooien wat u typte?")
	if _, wish = scenetest.Typed(s, d, "enter"); wish != (scene.Close{}) {
		t.Errorf("wished %#v", wish)
	}
	if _, wish = scenetest.Typed(s, onRole(t, s, "A2", "a"), "esc"); wish != (scene.Close{}) {
		t.Errorf("an untouched dialog wished %#v", wish)
	}
}

func TestOnlyARoleByHandIsAssigned(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AccessRoleNoun, Key: "A3"}})
	for _, a := range scene.Shown(c.Actions(s)) {
		if a.Key == "a" {
			t.Error("assigning is offered")
		}
	}
	_, wish := scenetest.Keys(s, c, "a")
	if said, ok := wish.(scene.Say); !ok || !strings.Contains(said.Words, "via relatie") {
		t.Errorf("wished %#v", wish)
	}
}

func TestAssignmentsThatEndedAreShownOnlyWhenAskedFor(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.AccessRoleNoun, Key: "A2"}})
	text := scenetest.Screen(t, s, c)
	scenetest.Says(t, text, "Toegewezen: 1 lopend op 02-03-2026, 3 in totaal", "Fatima El Amrani", "2 beëindigde of komende")
	if strings.Contains(text, "Bao") {
		t.Error("an assignment that ended is shown")
	}
	s.ShowEnded = true
	scenetest.Says(t, scenetest.Screen(t, s, c), "beëindigd, 01-01-2025 t/m 31-08-2025", "nog niet: vanaf 01-04-2026")
}

func TestAnAssignmentIsEditedEndedAndRemovedInTheDetails(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	key := domain.AssignmentKey{Role: "A2", Person: "P05", From: domain.NewDate(2025, 9, 1)}
	c := onAssignment(t, s, "P05")
	for press, want := range map[string]struct {
		typed   []string
		command domain.Command
	}{
		"e": {[]string{"down", "31-12-2026", "enter"}, domain.EditAssignment{Key: key, Assignment: domain.Assignment{
			Role: "A2", Person: "P05", Period: domain.Period{From: key.From, Through: domain.NewDate(2026, 12, 31)}}}},
		"d": {[]string{"enter"}, domain.EndAssignments{Keys: []domain.AssignmentKey{key}, Through: s.On}},
		"D": {[]string{"enter"}, domain.RemoveAssignments{Keys: []domain.AssignmentKey{key}}},
	} {
		_, wish := scenetest.Keys(s, c, press)
		d := scenetest.Opened(t, wish)
		scenetest.Says(t, scenetest.Dialog(t, s, d), "Fatima El Amrani heeft de toegangsrol Begeleider: vanaf 01-09-2025.")
		_, wish = scenetest.Typed(s, d, want.typed...)
		edit, ok := wish.(scene.Edit)
		if !ok || !reflect.DeepEqual(edit.Command, want.command) {
			t.Errorf("%s wished %+v", press, wish)
			continue
		}
		scenetest.After(t, s.World, edit.Command)
	}
	if _, wish := scenetest.Typed(s, editAssignment(s, domain.Assignment{Role: "A4", Person: "P12"}), "enter"); wish != (scene.Close{}) {
		t.Errorf("with nothing changed, enter wished %#v", wish)
	}
}

func TestTheHintsFollowTheCursorIntoTheAssignments(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	for _, one := range []struct {
		c    scene.Screen
		want words.Key
	}{{onAssignment(t, s, "P05"), "access.end"}, {New(), "types.remove"}} {
		found := false
		for _, a := range one.c.Actions(s) {
			found = found || a.Key == "d" && a.Name == one.want
		}
		if !found {
			t.Errorf("d is not called %s", one.want)
		}
	}
}
