package ui

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/stage"
	"zichtlijn/ui/tell"
)

// realFile is the demonstration as if its people were real.
func realFile(t *testing.T, w, h int) *driver {
	o := opening(demonstration(), &fakeFiles{})
	o.Source = scene.File
	return drive(t, o, w, h)
}

func TestTheStageLooksAsItWasFoundGood(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {200, 60}} {
		for _, keys := range []string{"", "c", "1"} {
			t.Run(fmt.Sprintf("%dx%d%s", size[0], size[1], keys), func(t *testing.T) {
				d := realFile(t, size[0], size[1]).keys("down", "down", "tab", "down", "P")
				for _, key := range keys {
					d.keys(string(key))
				}
				golden.RequireEqual(t, d.screen()+"\n")
			})
		}
	}
}

// The coordinator's panes stay away whatever key is pressed: only esc and then enter bring
// them back.
func TestTheStageIsLeftByTwoKeysOnly(t *testing.T) {
	d := realFile(t, 120, 40).keys("P").hides("Groepen", "Relaties")
	for _, key := range []string{"1", "2", "3", "9", "q", "u", "x", "L", "R", "E", "I", ":", "?", "tab", "enter", "e", "n", "d", "v", "P", "ctrl+c", "ctrl+p", "ctrl+r", "esc", "space", "i", "j", "esc", "esc", "enter"} {
		d.keys(key).hides("Groepen", "Ziet niet", "Relaties")
	}
	d.keys("esc").shows("Presentatie verlaten?").keys("x").hides("Presentatie verlaten?").keys("esc", "enter").shows("Groepen")
}

func TestABlankStageShowsNothingAtAll(t *testing.T) {
	d := realFile(t, 120, 40).keys("P", ".")
	if v := d.m.View(); strings.TrimSpace(d.screen()) != "" || v.WindowTitle != "" || v.Cursor != nil {
		t.Errorf("it shows %q, titled %q", strings.TrimSpace(d.screen()), v.WindowTitle)
	}
	d.keys("esc").shows("verzonnen namen").hides("verlaten?") // it only brings it back
}

// Real names on a real file are asked about; in the demonstration there are none.
func TestRealNamesAreShownOnlyOnceAgreed(t *testing.T) {
	d := realFile(t, 120, 40).keys("P").shows("verzonnen namen").keys("i").shows("Echte namen tonen?").keys("x").shows("verzonnen namen")
	d.keys("i", "enter").shows("echte namen", "Stichting Hazelmeander").keys("i").shows("verzonnen namen")
	drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).keys("P").shows("namen van de demonstratie").keys("i").shows("verzonnen namen")
}

// With invented names not one name, number or id of the file comes by, whatever is pressed
// and whatever a story says.
func TestNoRealNameComesByOnTheStage(t *testing.T) {
	real := demonstrationWords(demonstration().World())
	for _, size := range [][2]int{{40, 10}, {80, 24}, {200, 60}} {
		o := opening(demonstration(), &fakeFiles{})
		o.Source = scene.File
		o.Story = func(Store, string, tell.Words) (Story, error) {
			return &told{
				{Verb: "say", Text: "Kijk als {P15}, in Traumagroep Lotus.", Said: "Kijk als Noor Haddad.", Done: 1}, {Verb: "look", Person: "P12", Inbox: true, Done: 2},
				{Verb: "say", Text: "Sem belt NOOR op.", Said: "Sem belt NOOR op.", Done: 3}, {Verb: "send", Person: "P15", Said: "Noor Haddad stuurt iets", Done: 4},
				{Verb: "say", Text: "Oudercafé is open voor {P28}.", Said: "Oudercafé is open voor Petra Bakker.", Done: 5},
			}, nil
		}
		d := drive(t, o, size[0], size[1]).keys("R", "S", "enter", "P")
		sentences := 0
		for at, key := range []string{"?", "c", "c", "space", "space", "space", "space", "c", "c", "backspace", "2", "t", "t", "down", "j", "up", "space", ".", "x", "space", "c", "space", "c", "space", "i", "x", "esc", "q", "ctrl+c", "x", "down", "down", "down"} {
			if d.keys(key); d.m.stage.shown.Sentence != "" {
				sentences = max(sentences, d.m.stage.told.step)
			}
			if !d.m.stage.on {
				t.Fatalf("%s left the stage", key)
			}
			shown := d.screen() + " " + d.m.View().WindowTitle
			for word := range wordsOf(shown) {
				if real[word] {
					t.Fatalf("%v, key %d (%s): %q is a name in the file:\n%s", size, at, key, word, d.screen())
				}
			}
		}
		if sentences < 3 {
			t.Errorf("only %d sentences were told", sentences)
		}
	}
}

// demonstrationWords are the words of all names, numbers and ids in a World.
func demonstrationWords(w domain.World) map[string]bool {
	out := map[string]bool{}
	add := func(texts ...string) {
		for _, text := range texts {
			for word := range wordsOf(text) {
				if len(word) > 3 || word != strings.ToLower(word) { // "van" is no name
					out[word] = true
				}
			}
		}
	}
	for p := range w.Persons() {
		add(p.GivenName, p.FamilyName, p.Shown(), p.Number, p.UserName, string(p.ID), p.Location)
	}
	for g := range w.Groups() {
		add(g.Name, string(g.ID), g.Location)
	}
	add(w.Institution().Name)
	delete(out, "Stichting") // also what an invented one is called
	return out
}

func wordsOf(text string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) }) {
		out[word] = true
	}
	return out
}

// A story goes on stage sentence by sentence; a number goes to that one, also back.
func TestAStoryIsToldOnTheStage(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	begun := 0
	o.Story = func(Store, string, tell.Words) (Story, error) {
		begun++
		return &told{
			{Verb: "say", Text: "Een: {P15}.", Done: 1}, {Verb: "show", Said: "tabel", Done: 2}, {Verb: "look", Person: "P12", Done: 3},
			{Verb: "say", Text: "Twee.", Done: 4}, {Verb: "say", Text: "Drie.", Done: 5},
		}, nil
	}
	o.Play = "hazelmeander"
	d := drive(t, o, 120, 40)
	d.run(d.m.Init())
	d.shows("Een: Noor Haddad.", "Noor Haddad ·").hides("tabel")
	d.keys("space").shows("Bao Nguyễn ·", "Een: Noor Haddad.")
	d.keys("space").shows("Twee.").keys("3").shows("Drie.").keys("backspace").shows("Twee.", "Bao Nguyễn ·")
	if begun != 2 {
		t.Errorf("the story began %d times", begun)
	}
	d.keys("esc", "enter").shows("Groepen")
}

// fakeAudience is a second screen.
type fakeAudience struct {
	attended bool
	shown    []stage.Content
	ended    bool
}

func (a *fakeAudience) Attended() bool { return a.attended }
func (a *fakeAudience) Show(c stage.Content) error {
	a.shown = append(a.shown, c)
	return nil
}
func (a *fakeAudience) Beat() error { return nil }
func (a *fakeAudience) End() error {
	a.ended = true
	return nil
}

// With a second screen the panes stay here, and the audience gets the present viewer under
// an invented name.
func TestThePanesStayWhileTheSecondScreenShows(t *testing.T) {
	to := &fakeAudience{attended: true}
	o := opening(demonstration(), &fakeFiles{})
	o.Source, o.Audience = scene.File, to
	d := drive(t, o, 120, 40)
	d.slow = true // the beat comes later
	d.keys("down", "tab", "down", "P")
	one := d.held[0]().(attended)
	d.held = nil
	d.m, _ = d.m.receiveAttended(one)
	d.run(d.m.sends())
	for _, cmd := range d.held {
		cmd()
	}
	d.shows("Groepen", "Op het tweede scherm:")
	if len(to.shown) != 1 || to.shown[0].Person == "" || to.shown[0].Names != "verzonnen namen" {
		t.Fatalf("it shows %+v", to.shown)
	}
	d.m, _ = d.m.receiveAttended(attended{true})
	if !d.m.second.content.Blank {
		t.Error("the second P does not blank it")
	}
	d.m, _ = d.m.receiveBeat(secondBeat{false})
	if d.m.second.on {
		t.Error("it shows on a screen that has gone")
	}
}

// Nobody follows: the stage is here.
func TestWithoutASecondScreenTheStageIsHere(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	o.Audience = &fakeAudience{}
	drive(t, o, 120, 40).keys("P").shows("namen van de demonstratie").hides("Groepen")
}
