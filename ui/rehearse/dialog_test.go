package rehearse

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// in is the demonstration after a group message of Noor that was answered, in a window.
func in(t *testing.T, l words.Language, w, h int, acts ...rehearsal.Act) scene.Scene {
	t.Helper()
	s := scenetest.At(scenetest.Demonstration(t), l, w, h)
	r := rehearsal.Begin(s.World, s.On)
	for _, a := range append([]rehearsal.Act{
		{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Mag {P30} mee?\nZe blijft een uur."},
		{Kind: rehearsal.Answer, By: "P12", Of: 1, Text: "Dat mag. " + strings.Repeat("漢字 é ", 30)},
	}, acts...) {
		var err error
		if r, err = r.Do(a); err != nil {
			t.Fatal(err)
		}
	}
	s.Rehearsal = &scene.Rehearsing{Rehearsal: r, Kept: true, Unkept: true, Scenes: []string{"Middag"}}
	return s
}

func TestEveryDialogFitsEverySize(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 16}, {80, 24}, {120, 40}} {
		for _, l := range words.Languages() {
			s := in(t, l, size[0], size[1], rehearsal.Act{Kind: rehearsal.Assign, By: "P12", Group: "G5", Name: "Plan"})
			scenetest.Fits(t, s,
				Compose(s, rehearsal.Act{Kind: rehearsal.Send, By: "P15", To: []domain.PersonID{"P12"}}),
				Compose(s, rehearsal.Act{Kind: rehearsal.Report, By: "P12", Group: "G5"}),
				Compose(s, rehearsal.Act{Kind: rehearsal.Assign, By: "P12", Group: "G5"}),
				Compose(s, rehearsal.Act{Kind: rehearsal.Progress, By: "P15", Of: 3}),
				Read(s, scene.ReadIn{Reader: "P12", Conversation: 1}), Read(s, scene.ReadIn{Reader: "P29", Conversation: 1}),
				Read(s, scene.ReadIn{Reader: "P12", Group: "G5"}), Read(s, scene.ReadIn{Reader: "P12", Followed: 3}),
				Read(s, scene.ReadIn{Act: 1}), Text("Verhaal", scenetest.LongName()),
				Leave(s, scene.Staged{}), Leave(s, scene.Staged{Story: "hidden"}), Stage(s, []string{"hidden"}))
		}
	}
}

// The texts come in their order, so that a demonstration is the same every time.
func TestInventedTextsComeInOrder(t *testing.T) {
	s := in(t, words.Dutch, 80, 24)
	d := Compose(s, rehearsal.Act{Kind: rehearsal.Send, By: "P15", To: []domain.PersonID{"P12"}})
	for _, want := range []string{"Hoi, heeft u vanmiddag even tijd om te bellen?", "Het ging vandaag goed op school."} {
		d, _ = d.Update(s, scenetest.Press("ctrl+t"))
		scenetest.Says(t, scenetest.Dialog(t, s, d), want)
	}
	_, wish := d.Update(s, scenetest.Press("enter"))
	if act, ok := wish.(scene.Act); !ok || act.Act.Text != "Het ging vandaag goed op school." || act.Act.By != "P15" {
		t.Errorf("enter wishes %+v", wish)
	}
}

// H3: that a conversation is closed is said to the coordinator only, and then there is no
// answer.
func TestAClosedConversationSaysSoApart(t *testing.T) {
	s := in(t, words.Dutch, 120, 40, rehearsal.Act{Kind: rehearsal.Send, By: "P29", To: []domain.PersonID{"P28"}, Text: "Hoe laat?"})
	r := s.Rehearsal.Rehearsal
	for one := range s.World.RelationsOf("P29") {
		var err error
		if r, err = r.Edit(domain.RemoveRelation{ID: one.ID}, "proef", domain.Unchecked); err != nil {
			t.Fatal(err)
		}
	}
	s.World, s.Rehearsal = r.World(), &scene.Rehearsing{Rehearsal: r}
	d := Read(s, scene.ReadIn{Reader: "P29", Conversation: 3})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Hoe laat?", "alleen voor u · Dennis Bakker mag niemand in dit gesprek nu een bericht sturen")
	if _, wish := d.Update(s, scenetest.Press("a")); wish != nil {
		t.Errorf("a wishes %+v", wish)
	}
}

func TestANameThatASceneHasIsRefused(t *testing.T) {
	s := in(t, words.Dutch, 80, 24)
	d, _ := scenetest.Typed(s, Leave(s, scene.Staged{}), "right")
	d, _ = d.Update(s, scenetest.Press("tab"))
	for _, one := range []struct {
		name string
		kept bool
	}{{"Middag", false}, {"   ", false}, {"Avond", true}} {
		typed, wish := scenetest.Typed(s, d, one.name, "enter")
		scenetest.Dialog(t, s, typed)
		if leave, ok := wish.(scene.Leave); ok != one.kept || ok && (leave.Name != one.name || leave.How != scene.LeaveKept) {
			t.Errorf("%q: %+v", one.name, wish)
		}
	}
}

// H14: nobody chosen is no wish for everybody.
func TestAProgrammeForNobodyIsRefused(t *testing.T) {
	s := in(t, words.Dutch, 80, 24)
	form := Compose(s, rehearsal.Act{Kind: rehearsal.Assign, By: "P12", Group: "G5"}).(dialog.Form)
	form.Fields = form.Fields.Set(nameField, "Plan").Set(toField, "")
	d, wish := form.Update(s, scenetest.Press("enter"))
	if wish != nil {
		t.Fatalf("enter wishes %+v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Kies voor wie het is.")
}
