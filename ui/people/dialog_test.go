package people

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

func on(t *testing.T, s scene.Scene, id domain.PersonID, key string) scene.Dialog {
	t.Helper()
	_, wish := scenetest.Keys(s, onto(s, New(), id), key)
	return scenetest.Opened(t, wish)
}

func edited(t *testing.T, wish scene.Wish) scene.Edit {
	t.Helper()
	edit, ok := wish.(scene.Edit)
	if !ok {
		t.Fatalf("wished %#v", wish)
	}
	return edit
}

// addWithAllFields opens the form of a new person with every field, at the first.
func addWithAllFields(s scene.Scene, role domain.Role) scene.Dialog {
	d, _ := scenetest.Typed(s, addPerson(s, role), "ctrl+o", "up")
	return d
}

func TestANewPersonIsAddedAsTyped(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, addWithAllFields(s, domain.NoRole), "right", "tab", " Mies ", "tab", "M.", "tab", "van der", "tab", "Mol", "tab",
		"tab", "100099", "tab", "mies", "tab", "mies@voorbeeld.nl", "tab", "2-3-2010", "tab", "Steiger", "tab", "jeugd", "tab", "opmerking", "enter")
	want := domain.Person{Role: domain.Client, GivenName: "Mies", Initials: "M.", FamilyNamePrefix: "van der", FamilyName: "Mol",
		Number: "100099", UserName: "mies", Email: "mies@voorbeeld.nl", BirthDate: domain.NewDate(2010, 3, 2),
		Location: "Steiger", Function: "jeugd", Note: "opmerking"}
	if got := edited(t, wish).Command; got != (domain.AddPerson{Person: want}) {
		t.Errorf("wished %+v", got)
	}
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
}

func TestAPersonNeedsARoleAndANameAndIsToldSo(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, addWithAllFields(s, domain.NoRole), "enter")
	if wish != nil {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Vul rol in.", "Vul voornaam in.", "Vul achternaam in.")
}

func TestARoleThatTheListIsNarrowedToIsPrefilled(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	_, wish := scenetest.Keys(s, New(), "f", "f", "n")
	scenetest.Says(t, scenetest.Dialog(t, s, scenetest.Opened(t, wish)), "ouder/voogd · GUARDIAN")
}

func TestANamesakeAndASameNumberArePointedOutWhileTypingAndHoldNothingBack(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, addWithAllFields(s, domain.Counselor), "tab", "jan", "tab", "tab", "de", "tab", "vries")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Er zijn er al 2 met deze naam: Jan de Vries (Vlierhof) (200006, behandelaar)")
	d, _ = scenetest.Typed(s, d, "tab", "tab", "200012")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Nummer 200012 is al van Bao Nguyễn", "Er zijn er al 2 met deze naam")
	if _, wish := scenetest.Typed(s, d, "enter"); wish == nil {
		t.Error("a remark holds the edit back")
	}
	d, _ = scenetest.Typed(s, on(t, s, "P12", "e"), "down", "right")
	if text := scenetest.Dialog(t, s, d); strings.Contains(text, "deze naam") {
		t.Errorf("somebody is their own namesake:\n%s", text)
	}
}

func TestTheShownNameFollowsTheNameUntilItIsAnother(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, on(t, s, "P03", "e"), "down", "down", "down", "down", "x")
	if got := d.(dialog.Form).Fields.Value("displayName"); got != "Saskia van den Berg-Özdemirx" {
		t.Errorf("a schermnaam that was the full name became %q", got)
	}
	d, _ = scenetest.Typed(s, on(t, s, "P06", "e"), "down", "x")
	if got := d.(dialog.Form).Fields.Value("displayName"); got != "Jan de Vries (Vlierhof)" {
		t.Errorf("a schermnaam of its own became %q", got)
	}
	d, _ = scenetest.Typed(s, addWithAllFields(s, domain.Client), "down", "Mies", "down", "down", "down", "-", "down")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Leeg wordt het: Mies")
}

func TestABirthDateThatIsNoneOrStillToComeIsExplained(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	for value, want := range map[string]string{"31-4-2010": "bestaat niet: april 2010 heeft 30 dagen", "1-1-2030": "ligt in de toekomst"} {
		d, _ := scenetest.Typed(s, addWithAllFields(s, domain.Client), "up", "up", "up", "up", value, "down")
		scenetest.Says(t, scenetest.Dialog(t, s, d), want)
	}
}

func TestSavingWithoutAChangeJustCloses(t *testing.T) {
	for _, l := range words.Languages() {
		s := scenetest.At(house(t), l, 80, 24)
		for p := range s.World.Persons() {
			if _, wish := scenetest.Typed(s, on(t, s, p.ID, "e"), "enter"); wish != (scene.Close{}) {
				t.Errorf("%s wished %#v", p.ID, wish)
			}
		}
	}
}

func TestARoleThatTheLinksForbidIsRefusedAtTheRole(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	for id, keys := range map[domain.PersonID][]string{"P15": {"right"}, "P12": {"right", "right"}} {
		d, wish := scenetest.Typed(s, on(t, s, id, "e"), append(keys, "enter")...)
		_, err := edited(t, wish).Command.Plan(s.World)
		r, ok := err.(domain.Refusal)
		if !ok {
			t.Fatalf("%s may change: %v", id, err)
		}
		d, _ = d.Update(s, scene.Refused{Refusal: r})
		if form := d.(dialog.Form).Fields; form.Focused() != "role" || !form.Dirty() {
			t.Errorf("%s: the refusal stands at %s", id, form.Focused())
		}
		first, _, _ := strings.Cut(s.Words.Refusal(s.World, r), ";")
		scenetest.Says(t, scenetest.Dialog(t, s, d), strings.Fields(first)[0])
	}
}

func TestMakingSomebodyInactiveNamesWhoNoLongerSeesWhom(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d := on(t, s, "P15", "i")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "tab", "verhuisd", "enter")
	edit := edited(t, wish)
	if edit.Command != (domain.DeactivatePerson{ID: "P15", From: domaintest.Today()}) || edit.Reason != "verhuisd" {
		t.Errorf("wished %+v", edit)
	}
}

func TestSomebodyInactiveBecomesActiveAgainOrFromAnotherDay(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	_, wish := scenetest.Typed(s, on(t, s, "P41", "i"), "enter")
	if got := edited(t, wish).Command; got != (domain.ReactivatePerson{ID: "P41"}) {
		t.Errorf("wished %+v", got)
	}
	_, wish = scenetest.Typed(s, on(t, s, "P41", "i"), "right", "down", "backspace", "5", "enter")
	if got := edited(t, wish).Command; got != (domain.DeactivatePerson{ID: "P41", From: domain.NewDate(2025, 1, 1)}) {
		t.Errorf("wished %+v", got)
	}
	d, wish := scenetest.Typed(s, on(t, s, "P41", "i"), "right", "down", "backspace", "backspace", "enter")
	if wish != nil {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "met vier cijfers")
}

func TestWhoIsReferredToIsNotRemovedAndTheListSaysWhy(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d := on(t, s, "P15", "d")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "i")
	several, ok := wish.(scene.Several)
	if !ok || several[0] != (scene.Close{}) || several[1].(scene.Open).Dialog == nil {
		t.Errorf("wished %#v", wish)
	}
	_, wish = scenetest.Typed(s, on(t, s, "P42", "d"), "dubbel", "enter")
	if edit := edited(t, wish); edit.Command != (domain.RemovePerson{ID: "P42"}) || edit.Reason != "dubbel" {
		t.Errorf("wished %+v", edit)
	}
}

func TestAFormThatOnlyOpenedClosesWithoutAsking(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	if _, wish := scenetest.Typed(s, addPerson(s, domain.Client), "esc"); wish != (scene.Close{}) {
		t.Errorf("an untouched form wished %#v", wish)
	}
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 14}, {80, 24}, {200, 60}} {
		s := scenetest.At(house(t), words.English, size[0], size[1])
		for _, d := range []scene.Dialog{addPerson(s, 0), addWithAllFields(s, 0), on(t, s, "P15", "e"), on(t, s, "P15", "i"), on(t, s, "P41", "i"), on(t, s, "P15", "d"), on(t, s, "P42", "d")} {
			scenetest.Dialog(t, s, d)
			d, _ = scenetest.Typed(s, d, "tab", "tab", "pgdown", "pgdown", "x", "esc")
			scenetest.Dialog(t, s, d)
			for y := range size[1] {
				clicked, _ := d.Update(s, scene.Clicked{X: 12, Y: y})
				scenetest.Dialog(t, s, clicked)
			}
		}
	}
}

func TestEveryNameComesIntoViewInASmallWindow(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 40, 10)
	d, found := on(t, s, "P15", "i"), map[string]bool{}
	for range 20 {
		text := scenetest.Dialog(t, s, d)
		for _, name := range []string{"Saskia", "Bao", "Rania"} {
			found[name] = found[name] || strings.Contains(text, name)
		}
		d, _ = scenetest.Typed(s, d, "pgdown")
	}
	if len(found) != 3 || !found["Saskia"] || !found["Bao"] || !found["Rania"] {
		t.Errorf("in view came only %v", found)
	}
}

func TestInACrowdTheDialogSaysThatThereAreTooManyToName(t *testing.T) {
	w := house(t)
	var crowd []domain.Membership
	for range mostNear + 1 {
		id := domain.PersonID(w.Next(domain.PersonNoun))
		w = plan(t, w, domain.AddPerson{Person: domain.Person{ID: id, Role: domain.Client, GivenName: "Een", FamilyName: "Van velen"}})
		crowd = append(crowd, domain.Membership{Group: "G2", Person: id})
	}
	s := scenetest.At(plan(t, w, domain.AddMembers{Memberships: crowd}), words.Dutch, 80, 24)
	scenetest.Says(t, scenetest.Dialog(t, s, on(t, s, "P15", "i")), "te veel mensen")
}
