package agreements

import (
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func opened(t testing.TB, s scene.Scene, at, key string) scene.Dialog {
	t.Helper()
	c := New()
	if at != "" {
		c = onto(s, at)
	}
	_, wish := scenetest.Keys(s, c, key)
	return scenetest.Opened(t, wish)
}

func TestAPromiseAboutAPairIsMadeByLookingPeopleUp(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, opened(t, s, "", "n"), "tab", "pet", "enter")
	// By number, and who is chosen already is not offered again.
	d, _ = scenetest.Typed(s, d, "P28")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Niemand gevonden")
	d, _ = scenetest.Typed(s, d, "backspace", "backspace", "backspace", "P29", "enter", "contactverbod")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Petra Bakker", "Dennis Bakker",
		"geschonden: Petra Bakker ziet Dennis Bakker via het netwerk van Sem Bakker")
	golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
	_, wish := scenetest.Typed(s, d, "enter")
	want := scene.Edit{Command: domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.NeverSees, Viewer: "P28", Other: "P29", Note: "contactverbod"}}}
	if wish != scene.Wish(want) {
		t.Errorf("wished %#v", wish)
	}
}

func TestTheFieldsFollowTheKindAndWhoWasFoundStays(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, opened(t, s, "", "n"), "tab", "pet", "enter", "shift+tab", "shift+tab", "right", "right", "right")
	said := scenetest.Dialog(t, s, d)
	scenetest.Says(t, said, "groep niet verder open dan", "groep *", "hoogstens *")
	d, _ = scenetest.Typed(s, d, "tab", "lotus", "enter", "enter")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Vul zichtbaarheid in.")
	d, _ = scenetest.Typed(s, d, "right")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Deze afspraak is er al: afspraak")
	d, _ = scenetest.Typed(s, d, "right")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "houdt stand: Traumagroep Lotus staat hoogstens op ‘Gebruikers kunnen groep zien’")
	_, wish := scenetest.Typed(s, d, "enter")
	want := scene.Edit{Command: domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.GroupAtMost, Group: "G6", MostVisible: domain.GroupVisible}}}
	if wish != scene.Wish(want) {
		t.Errorf("wished %#v", wish)
	}
	d, _ = scenetest.Typed(s, d, "shift+tab", "shift+tab", "home")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Petra Bakker")
}

func TestAPromiseAboutARoleIsMade(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.English, 80, 24)
	d, _ := scenetest.Typed(s, opened(t, s, "", "n"), "end", "tab", "ouder", "enter", "right", "right", "right")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "holds: Oudercafé has no external as a member")
	_, wish := scenetest.Typed(s, d, "enter")
	want := scene.Edit{Command: domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.NoRoleInGroup, Group: "G4", Role: domain.External}}}
	if wish != scene.Wish(want) {
		t.Errorf("wished %#v", wish)
	}
}

func TestWhatIsMissingStandsUnderItsField(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, opened(t, s, "", "n"), "enter")
	if wish != nil {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Zoek en kies: wie kijkt.", "Zoek en kies: naar wie.")
	d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.SamePerson, Field: "other", Others: []domain.Ref{personRef("P28")}}})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "kies een ander dan Petra Bakker")
}

func TestAPromiseIsEditedAsTyped(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	if _, wish := scenetest.Typed(s, opened(t, s, "F1", "e"), "enter"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed enter wishes %#v", wish)
	}
	d, _ := scenetest.Typed(s, opened(t, s, "F1", "e"), "right")
	_, wish := scenetest.Typed(s, d, "enter")
	was, _ := s.World.Agreement("F1")
	was.Kind = domain.NeverMessages
	if wish != scene.Wish(scene.Edit{Command: domain.EditAgreement{Agreement: was}}) {
		t.Errorf("wished %#v", wish)
	}
	if _, wish = scenetest.Typed(s, d, "esc"); wish != nil {
		t.Errorf("esc throws away without asking: %#v", wish)
	}
	// Another kind takes nothing along of the kind before.
	d, _ = scenetest.Typed(s, opened(t, s, "F1", "e"), "end", "tab", "lotus", "enter", "right", "enter")
	_, wish = scenetest.Typed(s, d, "enter")
	want := domain.Agreement{ID: "F1", Kind: domain.NoRoleInGroup, Group: "G6", Role: domain.Client, Note: was.Note}
	if wish != scene.Wish(scene.Edit{Command: domain.EditAgreement{Agreement: want}}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestAPromiseIsTakenBackWithAReason(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d := opened(t, s, "F1", "d")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "De afspraak ‘Dennis Bakker ziet Petra Bakker nooit’ vervalt")
	_, wish := scenetest.Typed(s, d, "verbod opgeheven", "enter")
	if wish != scene.Wish(scene.Edit{Command: domain.RemoveAgreement{ID: "F1"}, Reason: "verbod opgeheven"}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestTheFormFitsEveryWindowWhateverIsPressed(t *testing.T) {
	world := promised(t)
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(world, words.Dutch, rapid.IntRange(40, 140).Draw(r, "w"), rapid.IntRange(10, 45).Draw(r, "h"))
		d := opened(t, s, rapid.SampledFrom([]string{"F1", "F2", "F3"}).Draw(r, "at"), rapid.SampledFrom([]string{"n", "e", "d"}).Draw(r, "key"))
		for range rapid.IntRange(0, 10).Draw(r, "presses") {
			d, _ = scenetest.Typed(s, d, rapid.SampledFrom([]string{"x", "bakker", "世界", "tab", "up", "down", "right", "end", "pgdown", "enter", "esc"}).Draw(r, "key"))
			d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, 80).Draw(r, "x"), Y: rapid.IntRange(0, 30).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			scenetest.Dialog(t, s, d)
		}
	})
}
