package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

func TestTheTabSaysHowMuchAsksForAttention(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.shows("6 Signalen (21)").keys("6").shows("Signalen (21)", "Groep met één behandelaar (1)")
	d.keys("a").typed("vacature loopt").keys("enter").shows("6 Signalen (20)", "Bewaard: Signaal geaccepteerd: Groep met één behandelaar")
	d.keys("u").shows("6 Signalen (21)")
}

func TestInANarrowWindowTheTabKeepsItsNumberAndThenOnlyItsDigit(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	drive(t, o, 80, 24).shows(" 6 (21) ")
	drive(t, o, 50, 16).hides("(21)").shows(" 6 ")
}

func TestNothingThatAsksForAttentionIsNoNumber(t *testing.T) {
	d := drive(t, opening(&memory{}, &fakeFiles{}), 120, 40)
	d.shows("6 Signalen ").hides("6 Signalen (").keys("6").shows("Niets vraagt aandacht op")
}

// looks are the commands among held that look for signals, carried out.
func looks(d *driver) []signalsFound {
	var out []signalsFound
	for _, cmd := range d.held {
		out = append(out, within(cmd)...)
	}
	return out
}

func within(cmd tea.Cmd) []signalsFound {
	if cmd == nil {
		return nil
	}
	switch msg := cmd().(type) {
	case signalsFound:
		return []signalsFound{msg}
	case tea.BatchMsg:
		var out []signalsFound
		for _, c := range msg {
			out = append(out, within(c)...)
		}
		return out
	}
	return nil
}

func TestOneLookIsUnderWayAndOneOfAnotherDayIsDropped(t *testing.T) {
	d := &driver{t: t, m: New(opening(demonstration(), &fakeFiles{})), slow: true}
	d.send(tea.WindowSizeMsg{Width: 120, Height: 40})
	first := looks(d)
	if len(first) != 1 {
		t.Fatalf("%d looks at the start", len(first))
	}
	d.keys("6").shows("bezig met kijken")
	d.held = nil
	later := d.m.scene.On + 31
	d.m, _ = d.m.grant(scene.SetDate{On: later}, nil)
	d.keys("down")
	if again := looks(d); len(again) != 0 {
		t.Fatalf("%d more while one is under way", len(again))
	}
	d.send(first[0])
	if d.m.scene.Signals != nil {
		t.Error("what was found of another day is shown")
	}
	again := looks(d)
	if len(again) != 1 || again[0].on != later {
		t.Fatalf("%d looks at the day that is shown", len(again))
	}
	d.held = nil
	d.send(again[0])
	d.shows("6 Signalen (19)")
	if more := looks(d); len(more) != 0 {
		t.Error("it looks for ever")
	}
}

func TestWhatWasFoundStaysInViewUntilTheNextLookAfterAnEdit(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.slow = true
	d.send(signalsFound{world: domain.World{}, on: 1, findings: &scene.Signals{}})
	d.shows("6 Signalen (21)")
}

func TestEnterGoesWhereASignalIsMended(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("6", "enter").shows("Leden van Oudercafé")
	d.keys("6").keys("/").typed("femke").keys("enter", "enter").shows("Femke Dijkstra ─", "stagiair")
	if d.m.active != scene.PeopleScreen {
		t.Errorf("on screen %d", d.m.active)
	}
	d.keys("6", "esc", "/").typed("oud-begeleider").keys("enter", "enter")
	if d.m.active != scene.TypesScreen {
		t.Errorf("on screen %d", d.m.active)
	}
}
