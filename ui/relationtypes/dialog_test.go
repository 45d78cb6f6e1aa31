package relationtypes

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func on(t *testing.T, s scene.Scene, id domain.RelationTypeID, key string) scene.Dialog {
	t.Helper()
	c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: string(id)}})
	_, wish := scenetest.Keys(s, c, key)
	return scenetest.Opened(t, wish)
}

func TestPrimaryTicksAndLocksUniqueAndClearsUnwanted(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T7", "e"), "down", "down", "space")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	d, _ = scenetest.Typed(s, d, "down", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Vast op ja: een primair type is altijd uniek.")
	_, wish := scenetest.Typed(s, d, "enter")
	edit, ok := wish.(scene.Edit)
	want := domain.RelationType{ID: "T7", Name: "Niet inplannen", Primary: true, Exclusive: true}
	if !ok || edit.Command != (domain.EditRelationType{Type: want}) {
		t.Errorf("wished %+v", wish)
	}
}

func TestATypeForFamilyCannotBePrimaryUnwantedLegalOrBOPZ(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T2", "e"), "down", "space") // an employee type becomes one for guardians
	_, wish := scenetest.Typed(s, d, "enter")
	got := wish.(scene.Edit).Command.(domain.EditRelationType).Type
	if got.Kind != domain.GuardianKind || got.Primary || got.Negative || got.Legal || got.VBMResponsible {
		t.Errorf("wished %+v", got)
	}
	d, _ = scenetest.Typed(s, d, "down", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Kan alleen bij een type voor medewerkers.")
	if d.(dialog.Form).Fields.On("primary") {
		t.Error("a locked flag was ticked")
	}
}

func TestAnUnwantedTypeIsNeverADirectRelation(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, addType(s), "Ver weg", "up", "space", "up", "up", "up", "space", "down", "down", "down", "space")
	form := d.(dialog.Form).Fields
	if form.Focused() != "network" || form.On("network") || !form.On("negative") {
		t.Errorf("at %s: directe relatie %v, ongewenst %v", form.Focused(), form.On("network"), form.On("negative"))
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "een ongewenst type is nooit een directe relatie")
}

func TestEveryFormThatCanBeFilledInIsLetInByTheDomain(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
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
			_, wish := scenetest.Typed(s, addType(s), append(all, "enter")...)
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
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T10", "e"), "up", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Op 02-03-2026 vervallen 6 zichtlijnen", "Petra Bakker: Sem Bakker en Dennis Bakker", "niet ongezien")
}

func TestSwitchingATypeOffNamesWhomItTouchesAndTakesAReason(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d := on(t, s, "T10", "o")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "op verzoek", "enter")
	edit := wish.(scene.Edit)
	if got := edit.Command.(domain.EditRelationType).Type; !got.SwitchedOff || edit.Reason != "op verzoek" {
		t.Errorf("wished %+v", edit)
	}
	_, wish = scenetest.Typed(s, on(t, s, "T8", "o"), "enter")
	if got := wish.(scene.Edit).Command.(domain.EditRelationType).Type; got.SwitchedOff {
		t.Error("a type that is off is not switched on")
	}
}

func TestATypeInUseIsNotRemovedButSwitchedOff(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d := on(t, s, "T10", "d")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "kan niet worden verwijderd: het wordt 2 keer gebruikt", "Petra Bakker, Ouder of voogd van Sem Bakker")
	_, wish := scenetest.Typed(s, d, "o")
	several, ok := wish.(scene.Several)
	if !ok || several[0] != (scene.Close{}) || several[1].(scene.Open).Dialog == nil {
		t.Errorf("wished %#v", wish)
	}
	_, wish = scenetest.Typed(s, on(t, s, "T8", "d"), "enter")
	if edit, ok := wish.(scene.Edit); !ok || edit.Command != (domain.RemoveRelationType{ID: "T8"}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestARefusalStandsAtItsFieldAndNothingTypedIsLost(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, addType(s), "regiebehandelaar", "enter")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	text := scenetest.Dialog(t, s, d)
	scenetest.Says(t, text, "De naam ‘regiebehandelaar’ is al in gebruik")
	if d.(dialog.Form).Fields.Value("name") != "regiebehandelaar" || d.(dialog.Form).Fields.Focused() != "name" {
		t.Error("what was typed is lost")
	}
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.PrimaryAndNegative, Subject: domain.Ref{Noun: domain.RelationNoun, Key: "R02"}, Field: "person"}})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "niet op één dag primair en ongewenst")
}

func TestAFormThatOnlyOpenedClosesWithoutAsking(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 80, 24)
	if _, wish := scenetest.Typed(s, addType(s), "esc"); wish != (scene.Close{}) {
		t.Errorf("an untouched form wished %#v", wish)
	}
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 14}, {80, 24}, {200, 60}} {
		s := scenetest.At(scenetest.AccessRoles(t), words.English, size[0], size[1])
		scenetest.Fits(t, s,
			addType(s), on(t, s, "T10", "e"), on(t, s, "T10", "o"), on(t, s, "T10", "d"), on(t, s, "T8", "d"), on(t, s, "T7", "e"))
	}
}

func TestANameFarFromTheTopOfASmallWindowComesIntoView(t *testing.T) {
	s := scenetest.At(scenetest.RelationTypes(t), words.Dutch, 40, 10)
	d := on(t, s, "T10", "o")
	for range 20 {
		if strings.Contains(scenetest.Dialog(t, s, d), "Dennis Bakker:") {
			return
		}
		d, _ = scenetest.Typed(s, d, "pgdown")
	}
	t.Error("the names are out of reach")
}

func TestATypeOfVeryManyRelationsIsNotWorkedOutWhileOneWaits(t *testing.T) {
	w := scenetest.RelationTypes(t)
	for range mostRelations {
		id := domain.PersonID(w.Next(domain.PersonNoun))
		w = plan(t, w, domain.AddPerson{Person: domain.Person{ID: id, Role: domain.Guardian, GivenName: "Een", FamilyName: "Van velen"}})
		w = plan(t, w, domain.AddRelation{Relation: domain.Relation{Client: "P14", Person: id, Type: "T10", Period: domain.Period{From: domaintest.Today()}}})
	}
	s := scenetest.At(w, words.Dutch, 80, 24)
	scenetest.Says(t, scenetest.Dialog(t, s, on(t, s, "T10", "o")), "Er zijn 202 relaties van dit type: te veel")
}

func TestMakingATypeUnwantedThatGivesAccessIsLoudBeforeItIsSaved(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T1", "e"), "down", "down", "space", "down", "down", "down", "space") // no longer primary, but unwanted
	scenetest.Says(t, scenetest.Dialog(t, s, d), "SIGNAAL: de toegangsrol Persoonlijk begeleider")
}

func TestATypeSaysWhichAccessRolesItFeeds(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 120, 40)
	for id, want := range map[string]string{
		"T1": "Persoonlijk begeleider (via relatie, 1 taak)", "T7": "Noodtoegang (handmatig, 1 taak)", "T3": "Geen toegangsrol noemt dit type.",
	} {
		c, _ := New().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.RelationTypeNoun, Key: id}})
		scenetest.Says(t, scenetest.Screen(t, s, c), want)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, on(t, s, "T1", "o")), "Toegangsrol die dit type noemt: Persoonlijk begeleider")
}

func TestATypeOfWhichClientsHaveSeveralIsNotMadeUniqueAndAllAreNamed(t *testing.T) {
	s := scenetest.At(scenetest.AccessRoles(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "T10", "e"), "down", "down", "down", "space")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "1 cliënt heeft er meer tegelijk", "Sem Bakker: Petra Bakker (vanaf 01-09-2025) en Dennis Bakker")
	d, wish := scenetest.Typed(s, d, "enter")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	if form := d.(dialog.Form).Fields; form.Focused() != "exclusive" || !form.On("exclusive") {
		t.Error("the refusal is not at the flag it is about, or takes the tick away")
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Het type kan niet uniek worden")
}
