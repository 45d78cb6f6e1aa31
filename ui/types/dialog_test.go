package types

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

func on(t *testing.T, s scene.Scene, id domain.RelationTypeID, key string) scene.Dialog {
	t.Helper()
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: string(id)}})
	_, wish := keys(s, c, key)
	return opened(t, wish)
}

func TestPrimaryTicksAndLocksUniqueAndClearsUnwanted(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d, _ := typed(s, on(t, s, "T7", "e"), "down", "down", "space")
	golden.RequireEqual(t, pictured(t, s, d))
	d, _ = typed(s, d, "down", "space")
	wants(t, pictured(t, s, d), "Vast op ja: een primair type is altijd uniek.")
	_, wish := typed(s, d, "enter")
	edit, ok := wish.(scene.Edit)
	want := domain.RelationType{ID: "T7", Name: "Niet inplannen", Primary: true, Exclusive: true}
	if !ok || edit.Command != (domain.EditRelationType{Type: want}) {
		t.Errorf("wished %+v", wish)
	}
}

func TestATypeForFamilyCannotBePrimaryUnwantedLegalOrBOPZ(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d, _ := typed(s, on(t, s, "T2", "e"), "down", "space") // an employee type becomes one for guardians
	_, wish := typed(s, d, "enter")
	got := wish.(scene.Edit).Command.(domain.EditRelationType).Type
	if got.Kind != domain.GuardianKind || got.Primary || got.Negative || got.Legal || got.VBMResponsible {
		t.Errorf("wished %+v", got)
	}
	d, _ = typed(s, d, "down", "space")
	wants(t, pictured(t, s, d), "Kan alleen bij een type voor medewerkers.")
	if d.(sheet).form.On("primary") {
		t.Error("a locked flag was ticked")
	}
}

func TestAnUnwantedTypeIsNeverADirectRelation(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d, _ := typed(s, addType(s), "Ver weg", "up", "space", "up", "up", "up", "space", "down", "down", "down", "space")
	form := d.(sheet).form
	if form.Focused() != "network" || form.On("network") || !form.On("negative") {
		t.Errorf("at %s: directe relatie %v, ongewenst %v", form.Focused(), form.On("network"), form.On("negative"))
	}
	wants(t, pictured(t, s, d), "een ongewenst type is nooit een directe relatie")
}

func TestEveryFormThatCanBeFilledInIsLetInByTheDomain(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	for ticks := range 1 << len(flags) {
		for kind := range 2 { // employee and guardian; external is as guardian
			all := []string{"Nieuw type", "down"}
			for range kind {
				all = append(all, "space")
			}
			for i := range flags {
				all = append(all, "down")
				if ticks&(1<<i) != 0 {
					all = append(all, "space")
				}
			}
			_, wish := typed(s, addType(s), append(all, "enter")...)
			edit, ok := wish.(scene.Edit)
			if !ok {
				t.Fatalf("%v is not wished", all)
			}
			if _, err := edit.Command.Plan(s.World); err != nil {
				t.Fatalf("%v: %v", all, err)
			}
		}
	}
}

func TestTakingADirectRelationAwaySaysWhoNoLongerSeesWhom(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d, _ := typed(s, on(t, s, "T10", "e"), "up", "space")
	wants(t, pictured(t, s, d), "Op 02-03-2026 vervallen 6 zichtlijnen", "Petra Bakker: Sem Bakker en Dennis Bakker", "niet ongezien")
}

func TestSwitchingATypeOffNamesWhomItTouchesAndTakesAReason(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d := on(t, s, "T10", "o")
	golden.RequireEqual(t, pictured(t, s, d))
	_, wish := typed(s, d, "op verzoek", "enter")
	edit := wish.(scene.Edit)
	if got := edit.Command.(domain.EditRelationType).Type; !got.SwitchedOff || edit.Reason != "op verzoek" {
		t.Errorf("wished %+v", edit)
	}
	_, wish = typed(s, on(t, s, "T8", "o"), "enter")
	if got := wish.(scene.Edit).Command.(domain.EditRelationType).Type; got.SwitchedOff {
		t.Error("a type that is off is not switched on")
	}
}

func TestATypeInUseIsNotRemovedButSwitchedOff(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d := on(t, s, "T10", "d")
	wants(t, pictured(t, s, d), "kan niet worden verwijderd: het wordt 2 keer gebruikt", "Petra Bakker, Ouder of voogd van Sem Bakker")
	_, wish := typed(s, d, "o")
	several, ok := wish.(scene.Several)
	if !ok || several[0] != (scene.Close{}) || !several[1].(scene.Open).Edits {
		t.Errorf("wished %#v", wish)
	}
	_, wish = typed(s, on(t, s, "T8", "d"), "enter")
	if edit, ok := wish.(scene.Edit); !ok || edit.Command != (domain.RemoveRelationType{ID: "T8"}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestARefusalStandsAtItsFieldAndNothingTypedIsLost(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	d, wish := typed(s, addType(s), "regiebehandelaar", "enter")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	text := pictured(t, s, d)
	wants(t, text, "De naam ‘regiebehandelaar’ is al in gebruik")
	if d.(sheet).form.Value("name") != "regiebehandelaar" || d.(sheet).form.Focused() != "name" {
		t.Error("what was typed is lost")
	}
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.PrimaryAndNegative, Subject: domain.Ref{Noun: domain.RelationNoun, Key: "R02"}, Field: "person"}})
	wants(t, pictured(t, s, d), "niet op één dag primair en ongewenst")
}

func TestEscAsksOnlyWhenSomethingWasTyped(t *testing.T) {
	s := at(house(t), lang.Dutch, 80, 24)
	if _, wish := typed(s, addType(s), "esc"); wish != (scene.Close{}) {
		t.Errorf("an untouched form wished %#v", wish)
	}
	d, wish := typed(s, addType(s), "a", "esc")
	if wish != nil {
		t.Errorf("wished %#v before asking", wish)
	}
	wants(t, pictured(t, s, d), "Weggooien wat u typte?")
	if back, wish := typed(s, d, "esc", "b"); wish != nil || back.(sheet).form.Value("name") != "ab" {
		t.Error("esc does not go back to typing")
	}
	if _, wish = typed(s, d, "enter"); wish != (scene.Close{}) {
		t.Errorf("enter wished %#v", wish)
	}
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 14}, {80, 24}, {200, 60}} {
		s := at(house(t), lang.English, size[0], size[1])
		for _, d := range []scene.Dialog{addType(s), on(t, s, "T10", "e"), on(t, s, "T10", "o"), on(t, s, "T10", "d"), on(t, s, "T8", "d")} {
			pictured(t, s, d)
			d, _ = typed(s, d, "tab", "tab", "pgdown", "pgdown", "x", "esc")
			pictured(t, s, d)
			for y := range size[1] {
				clicked, _ := d.Update(s, scene.Clicked{X: 12, Y: y})
				pictured(t, s, clicked)
			}
		}
	}
}

func TestANameFarFromTheTopOfASmallWindowComesIntoView(t *testing.T) {
	s := at(house(t), lang.Dutch, 40, 10)
	d := on(t, s, "T10", "o")
	for range 20 {
		if strings.Contains(pictured(t, s, d), "Dennis Bakker:") {
			return
		}
		d, _ = typed(s, d, "pgdown")
	}
	t.Error("the names are out of reach")
}

func TestATypeOfVeryManyRelationsIsNotWorkedOutWhileOneWaits(t *testing.T) {
	w := house(t)
	for range mostRelations {
		id := domain.PersonID(w.Next(domain.PersonNoun))
		w = plan(t, w, domain.AddPerson{Person: domain.Person{ID: id, Role: domain.Guardian, GivenName: "Een", FamilyName: "Van velen"}})
		w = plan(t, w, domain.AddRelation{Relation: domain.Relation{Client: "P14", Person: id, Type: "T10", Period: domain.Period{From: today}}})
	}
	s := at(w, lang.Dutch, 80, 24)
	wants(t, pictured(t, s, on(t, s, "T10", "o")), "Er zijn 202 relaties van dit type: te veel")
}
