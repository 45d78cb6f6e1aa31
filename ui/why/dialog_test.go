package why

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func demo(t testing.TB, l words.Language, w, h int) scene.Scene {
	t.Helper()
	return scenetest.At(scenetest.Demonstration(t), l, w, h)
}

// finished lets a dialog work on until it wishes no more.
func finished(s scene.Scene, d scene.Dialog) scene.Dialog {
	for {
		var wish scene.Wish
		if d, wish = d.Update(s, scene.Again{}); wish != (scene.Again{}) {
			return d
		}
	}
}

// asked is a dialog that has found everything.
func asked(s scene.Scene, viewer, other domain.PersonID) scene.Dialog {
	return finished(s, New(s, viewer, other))
}

func TestTheDialogLooksAsItDid(t *testing.T) {
	for _, c := range []struct {
		l    words.Language
		w, h int
	}{{words.Dutch, 80, 24}, {words.Dutch, 120, 40}, {words.English, 80, 24}, {words.Dutch, 40, 10}} {
		s := demo(t, c.l, c.w, c.h)
		begun := New(s, "P15", "P18")
		round, _ := scenetest.Typed(s, asked(s, "P29", "P28"), "tab", "down")
		for name, d := range map[string]scene.Dialog{
			"begun": begun, "not": asked(s, "P15", "P18"), "holds": asked(s, "P29", "P28"), "half": asked(s, "P39", "P21"),
			"nothing": asked(s, "P01", "P15"), "round": round,
		} {
			t.Run(fmt.Sprintf("%s-%v-%dx%d", name, c.l, c.w, c.h), func(t *testing.T) {
				golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, d)))
			})
		}
	}
}

func TestTheQuestionIsAnsweredAtOnceAndTheEditsComeAfter(t *testing.T) {
	s := demo(t, words.Dutch, 120, 40)
	d := New(s, "P15", "P18")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Waarom ziet Noor Haddad Yusuf Demir niet?", "regel G1", "Wat zou het veranderen", "0 van")
	steps := 0
	for wish := scene.Wish(scene.Again{}); wish == (scene.Again{}); steps++ {
		d, wish = d.Update(s, scene.Again{})
	}
	if steps < 4 {
		t.Errorf("everything was tried in %d steps: a key would wait", steps)
	}
	view := scenetest.Dialog(t, s, d)
	scenetest.Says(t, view, "Groep Vaardigheidstraining dinsdag op ‘Gebruikers kunnen elkaar zien’ zetten", "21 andere zichtlijnen veranderen mee")
	if strings.Contains(view, "bekeken") {
		t.Errorf("it is done and still shows how far it is:\n%s", view)
	}
}

func TestEscLeavesWhileTheSearchIsUnderWay(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	if _, wish := scenetest.Typed(s, New(s, "P15", "P18"), "esc"); wish != (scene.Close{}) {
		t.Errorf("wished %#v", wish)
	}
}

func TestEnterCarriesOutTheEditUnderTheCursor(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	_, wish := scenetest.Typed(s, asked(s, "P29", "P28"), "down", "down", "enter")
	edit, ok := wish.(scene.Edit)
	if want := (domain.DeactivatePerson{ID: "P29", From: s.On}); !ok || edit.Command != want {
		t.Errorf("wished %#v", wish)
	}
}

func TestTheCursorStaysOnTheEditThatWasChosenWhileMoreAreFound(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	d := New(s, "P15", "P18")
	for { // the mode of G1 is found first, and turns the most
		d, _ = d.Update(s, scene.Again{})
		if _, ok := d.(Dialog).edits.chosen(); ok {
			break
		}
	}
	d, _ = scenetest.Typed(s, d, "down")
	before, _ := d.(Dialog).edits.chosen()
	d = finished(s, d)
	after, _ := d.(Dialog).edits.chosen()
	if fmt.Sprintf("%#v", before.Command) != fmt.Sprintf("%#v", after.Command) {
		t.Errorf("the cursor went from %#v to %#v", before.Command, after.Command)
	}
}

func TestTabTurnsTheQuestionRoundAndEnterAsksAboutWhoeverIsThere(t *testing.T) {
	s := demo(t, words.Dutch, 120, 40)
	d, _ := scenetest.Typed(s, asked(s, "P15", "P28"), "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Wie ziet Petra Bakker?", "Dennis Bakker", "Ziet en mag een bericht sturen, want:")
	d, _ = scenetest.Typed(s, d, "down", "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Waarom ziet Noor Haddad Petra Bakker niet?")
	d, wish := scenetest.Typed(s, d, "tab", "enter")
	if wish != (scene.Again{}) {
		t.Errorf("a new question is not worked on: %#v", wish)
	}
	if got := d.(Dialog); got.other != "P28" || got.viewer == "P15" || got.showsViewers {
		t.Errorf("asks about %v, turned %v", got.pair, got.showsViewers)
	}
}

func TestSAsksTheOtherWayRound(t *testing.T) {
	s := demo(t, words.Dutch, 120, 40)
	d, wish := scenetest.Typed(s, asked(s, "P39", "P21"), "s")
	if got := d.(Dialog).pair; got != (pair{"P21", "P39"}) || wish != (scene.Again{}) {
		t.Errorf("asks about %v and wishes %#v", got, wish)
	}
}

func TestAnotherWorldOrDateIsAskedAnew(t *testing.T) {
	s := demo(t, words.Dutch, 120, 40)
	d := asked(s, "P15", "P18")
	s.World = scenetest.After(t, s.World, domain.SetVisibility{ID: "G5", Visibility: domain.MembersVisible})
	d, wish := scenetest.Typed(s, d, "down")
	if wish != (scene.Again{}) {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, finished(s, d)), "Waarom ziet Noor Haddad Yusuf Demir?", "Wat zou er een eind aan maken")
	s.On = domain.NewDate(2026, 1, 31)
	d, _ = scenetest.Typed(s, asked(demo(t, words.Dutch, 120, 40), "P41", "P21"), "up")
	d, _ = d.Update(s, scene.Again{})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Waarom ziet Rob Mulder")
}

// A dialog that was away for a while does not know what became of its last wish.
func TestARefusedEditIsSaidAndTheSearchGoesOn(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	d, wish := New(s, "P15", "P18").Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.Outdated, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "G5"}}})
	if wish != (scene.Again{}) {
		t.Errorf("wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Vaardigheidstraining")
}

func TestTheWheelAndAClickWorkInBothParts(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	d := asked(s, "P15", "P18")
	l := d.(Dialog).arrange(s)
	d, _ = d.Update(s, scene.Clicked{X: l.list.X + 4, Y: l.list.Y + 7})
	before, _ := d.(Dialog).edits.chosen()
	first, _ := asked(s, "P15", "P18").(Dialog).edits.chosen()
	if fmt.Sprintf("%#v", before.Command) == fmt.Sprintf("%#v", first.Command) {
		t.Errorf("a click left the cursor on %#v", first.Command)
	}
	d, _ = d.Update(s, scene.Clicked{X: l.list.X, Y: l.list.Y + 2, Wheel: 1})
	if from, _ := d.(Dialog).edits.list.Window(); from == 0 {
		t.Error("the wheel did not move the list")
	}
}

func TestNoSizeAndNoKeyBreaksALine(t *testing.T) {
	long := strings.Repeat("Wijdlopig 世界 ", 8)
	world := scenetest.After(t, scenetest.Demonstration(t),
		domain.EditGroup{Group: domain.Group{ID: "G3", Name: long, Visibility: domain.MembersVisible}})
	piet, _ := world.Person("P39")
	piet.DisplayName = long
	world = scenetest.After(t, world, domain.EditPerson{Person: piet})
	people := []domain.PersonID{"P15", "P18", "P39", "P21", "P29", "P28", "P01", "P41", "P05"}
	rapid.Check(t, func(r *rapid.T) {
		size := func() (int, int) {
			return rapid.IntRange(40, 200).Draw(r, "w"), rapid.IntRange(10, 60).Draw(r, "h")
		}
		w, h := size()
		s := scenetest.At(world, rapid.SampledFrom(words.Languages()).Draw(r, "language"), w, h)
		d := New(s, rapid.SampledFrom(people).Draw(r, "viewer"), rapid.SampledFrom(people).Draw(r, "other"))
		for range rapid.IntRange(0, 8).Draw(r, "presses") {
			key := rapid.SampledFrom([]string{"again", "again", "click", "up", "down", "pgup", "pgdown", "home", "end", "tab", "s", "enter", "x"}).Draw(r, "key")
			switch key {
			case "again":
				d, _ = d.Update(s, scene.Again{})
			case "click":
				d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, w).Draw(r, "x"), Y: rapid.IntRange(0, h).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			default:
				d, _ = d.Update(s, scenetest.Press(key))
			}
			scenetest.Dialog(t, s, d)
			s.Size.W, s.Size.H = size()
			scenetest.Dialog(t, s, d)
		}
	})
}

func TestAnyPairOfAnyInstitutionCanBeAskedAbout(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(domaintest.Small(r), words.Dutch, 80, 24)
		n := 0
		for viewer := range s.World.Persons() {
			for other := range s.World.Persons() {
				if n++; n > 4 {
					return
				}
				d := asked(s, viewer.ID, other.ID)
				scenetest.Dialog(t, s, d)
				d, _ = scenetest.Typed(s, d, "tab")
				scenetest.Dialog(t, s, d)
			}
		}
	})
}

func TestAnAnswerThatBreaksAnAgreementSaysSo(t *testing.T) {
	s := demo(t, words.Dutch, 80, 24)
	scenetest.Says(t, scenetest.Dialog(t, s, asked(s, "P29", "P28")), "✗ schendt F1: Dennis Bakker ziet Petra Bakker nooit")
	if view := scenetest.Dialog(t, s, asked(s, "P28", "P29")); strings.Contains(view, "✗") {
		t.Errorf("Petra breaks nothing\n%s", view)
	}
	round, _ := scenetest.Typed(s, asked(s, "P29", "P28"), "tab")
	scenetest.Says(t, scenetest.Dialog(t, s, round), "Dennis Bakker ✗ schendt F1")
}
