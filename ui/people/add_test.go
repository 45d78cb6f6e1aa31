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

func TestANewPersonIsOneLineThatIsSaidAsItWasRead(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, addPerson(s, domain.Client), "Bos, Anna van de")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "enter")
	want := domain.Person{Role: domain.Client, GivenName: "Anna", FamilyNamePrefix: "van de", FamilyName: "Bos"}
	if got := edited(t, wish); got.Command != (domain.AddPerson{Person: want}) || got.Then != nil {
		t.Errorf("wished %+v", got)
	}
	d, _ = scenetest.Typed(s, d, "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "voornaam Anna · tussenvoegsel van de · achternaam Bos")
	d, _ = scenetest.Typed(s, addPerson(s, domain.Client), "Pelé")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "voornaam Pelé · achternaam – (heeft één naam)")
}

func TestANameThatWasReadWrongIsCorrectedInItsFields(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, addPerson(s, domain.NoRole), "Anna Maria Bos Klein", "ctrl+o")
	d, _ = scenetest.Typed(s, d, "ctrl+u", "Anna Maria", "tab", "tab", "tab", "ctrl+u", "Bos Klein", "shift+tab", "shift+tab", "shift+tab", "shift+tab", "right")
	_, wish := scenetest.Typed(s, d, "enter")
	if got := edited(t, wish).Command; got != (domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Anna Maria", FamilyName: "Bos Klein"}}) {
		t.Errorf("wished %+v", got)
	}
	d, _ = scenetest.Typed(s, addPerson(s, domain.NoRole), "Mol", "ctrl+o", "esc")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "weggooien")
}

func TestANameLineWithoutAGivenNameIsExplained(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	for _, typed := range []string{"", "Bos,", "-"} {
		d, wish := scenetest.Typed(s, addPerson(s, domain.Client), typed, "enter")
		if typed == "-" { // somebody may be called anything
			edited(t, wish)
			continue
		}
		if wish != nil {
			t.Errorf("%q wished %#v", typed, wish)
		}
		scenetest.Says(t, scenetest.Dialog(t, s, d), "Vul voornaam in.")
	}
}

func TestSaveAndNextOpensAnEmptyFormInTheSameRole(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	_, wish := scenetest.Typed(s, addPerson(s, domain.NoRole), "Anna Bos", "tab", "right", "right", "ctrl+n")
	then, ok := edited(t, wish).Then.(scene.Open)
	if !ok {
		t.Fatalf("wished %#v", wish)
	}
	next := then.Dialog.(dialog.Form).Fields
	if next.Value("role") != domain.Guardian.String() || next.Value(nameLine) != "" || next.Focused() != nameLine || next.Dirty() {
		t.Errorf("the next form has %q, %q", next.Value("role"), next.Value(nameLine))
	}
	if d, wish := scenetest.Typed(s, addPerson(s, domain.NoRole), "Anna Bos", "ctrl+n"); wish != nil {
		t.Errorf("without a role wished %#v", wish)
	} else {
		scenetest.Says(t, scenetest.Dialog(t, s, d), "Vul rol in.")
	}
}

func TestWhoIsSavedWhileTheFormIsOpenIsANamesakeToo(t *testing.T) {
	s := scenetest.At(house(t), words.Dutch, 80, 24)
	d := addPerson(s, domain.Client)
	s.World = plan(t, s.World, domain.AddPerson{Person: domain.Person{Role: domain.Client, GivenName: "Anna", FamilyName: "Bos"}})
	s.Roster = scene.NewRoster(s.World, s.Roster)
	d, _ = scenetest.Typed(s, d, "anna bos")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Er is al iemand met deze naam: Anna Bos")
}

func TestTheFormOfANewPersonLooksAsItWasFoundGood(t *testing.T) {
	var all strings.Builder
	for _, l := range words.Languages() {
		for _, size := range [][2]int{{40, 10}, {80, 24}} {
			s := scenetest.At(house(t), l, size[0], size[1])
			d, _ := scenetest.Typed(s, addPerson(s, domain.Counselor), "Jan de Vries")
			all.WriteString(scenetest.Trimmed(scenetest.Dialog(t, s, d)))
		}
	}
	golden.RequireEqual(t, all.String())
}

func BenchmarkTypingANameInALargeInstitution(b *testing.B) {
	s := scenetest.At(domaintest.Large(), words.Dutch, 120, 40)
	d := addPerson(s, domain.Client)
	for i := 0; b.Loop(); i++ {
		d, _ = d.Update(s, scenetest.Press([]string{"a", "backspace"}[i%2]))
		d.View(s)
	}
}
