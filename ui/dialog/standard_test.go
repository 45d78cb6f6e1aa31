package dialog

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestTheStandardSetIsTickedAndNothingIsChosenForAnybody(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, NewStandard(s), "enter")
	if wish != nil {
		t.Fatalf("untouched it wished %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Er is nog niets aangekruist")
	d, _ = scenetest.Typed(s, d, "space", "down", "space")
	_, wish = scenetest.Typed(s, d, "enter")
	edit, ok := wish.(scene.Edit)
	if !ok || !slices.Equal(edit.Command.(domain.AddStandard).Codes, []string{"ouder", "begeleider"}) {
		t.Errorf("wished %#v", wish)
	}
	if _, wish := scenetest.Typed(s, d, "esc"); wish != nil {
		t.Error("ticks were lost without a question")
	}
}

func TestEachOfTheStandardSetIsExplainedAndWhatIsThereCannotBeTicked(t *testing.T) {
	for _, l := range words.Languages() {
		s := scenetest.At(scenetest.Demonstration(t), l, 80, 24)
		if text := scenetest.Dialog(t, s, NewStandard(s)); strings.Count(text, s.Words.Say("standard.there")) != len(domain.Standards()) {
			t.Errorf("not all are there:\n%s", text)
		}
		s = scenetest.At(domain.World{}, l, 80, 30)
		d := NewStandard(s)
		for _, one := range domain.Standards() {
			scenetest.Says(t, scenetest.Dialog(t, s, d), s.Words.StandardAbout(one))
			d, _ = scenetest.Typed(s, d, "down")
		}
	}
}

func TestARoleWithoutItsTypeIsExplainedInTheChoice(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	d, wish := scenetest.Typed(s, NewStandard(s), "regie", "down", "space", "enter")
	_, err := wish.(scene.Edit).Command.Plan(s.World)
	d, _ = d.Update(s, scene.Refused{Refusal: err.(domain.Refusal)})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "geeft toegang door een relatietype dat er niet is; kies dat type ook")
}

func TestTheStandardSetLooksAsItWasFoundGood(t *testing.T) {
	var all strings.Builder
	for _, size := range [][2]int{{40, 10}, {80, 24}, {120, 40}} {
		for _, l := range words.Languages() {
			s := scenetest.At(domain.World{}, l, size[0], size[1])
			d, _ := scenetest.Typed(s, NewStandard(s), "space", "down")
			all.WriteString(scenetest.Trimmed(scenetest.Dialog(t, s, d)))
		}
	}
	golden.RequireEqual(t, all.String())
}
