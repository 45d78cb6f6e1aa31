package ui

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// rehearsing is a set-up in a rehearsal, looked at as Noor, who is in a visible group.
func rehearsing(t *testing.T, s Store, w, h int, l words.Language) *driver {
	t.Helper()
	o := opening(s, &fakeFiles{})
	o.Choices.Language = l
	d := drive(t, o, w, h)
	return d.keys("down", "down", "down", "down", "tab", "down", "down", "down", "down", "down", "R")
}

// groupMessage writes one as Noor to the three counselors.
func (d *driver) groupMessage() *driver {
	return d.keys("enter", "b", "enter", "ctrl+t", "enter")
}

func TestARehearsalLooksAsItWasFoundGood(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		for _, l := range words.Languages() {
			for name, act := range map[string]func(*driver){
				"begun":   func(*driver) {},
				"written": func(d *driver) { d.keys("enter", "b", "enter", "ctrl+t") },
				"arrived": func(d *driver) { d.groupMessage().keys("[", "[", "[", "b") },
				"read":    func(d *driver) { d.groupMessage().keys("[", "[", "[", "b", "enter", "a", "ctrl+t", "enter") },
				"left":    func(d *driver) { d.groupMessage().keys("u", "ctrl+r", "R") },
			} {
				t.Run(fmt.Sprintf("%dx%d-%v-%s", size[0], size[1], l, name), func(t *testing.T) {
					d := rehearsing(t, demonstration(), size[0], size[1], l)
					act(d)
					d.whole()
					golden.RequireEqual(t, d.screen()+"\n")
				})
			}
		}
	}
}

// What one reads follows from the rehearsal and the viewer: no command is needed for it.
func TestSwitchingPersonSwitchesEveryMarkInTheSameFrame(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 60, words.Dutch).groupMessage()
	d.shows("Zo ziet Noor Haddad het", "Gesprekken").hides("ongelezen")
	for _, step := range []struct{ key, viewer, mark string }{{"[", "Yusuf Demir", ""}, {"[", "Hatice Demir", ""}, {"[", "Bao Nguyễn", "1 ongelezen"}, {"]", "Hatice Demir", ""}} {
		next, _ := d.m.update(press(step.key)) // what a command would bring is not waited for
		d.m = next
		d.shows("Zo ziet " + step.viewer + " het")
		if step.mark == "" {
			d.hides("ongelezen", "Gesprekken")
		} else {
			d.shows(step.mark, "● 1 ongelezen bericht")
		}
	}
}

// H16: for whoever has no ground an act does not exist.
func TestForWhomAnActIsNotMeantNothingOfItStandsInThePreview(t *testing.T) {
	rows := func(d *driver) map[domain.PersonID]string {
		out := map[domain.PersonID]string{}
		for p := range d.m.scene.World.Persons() {
			m, _ := d.m.grant(scene.Look{Person: p.ID}, nil)
			var preview []string
			picture, _ := m.picture()
			for _, line := range strings.Split(ansi.Strip(picture), "\n") {
				if i := strings.IndexAny(line, "║╔╚"); i >= 0 {
					preview = append(preview, line[i:])
				}
			}
			out[p.ID] = strings.Join(preview, "\n")
		}
		return out
	}
	d := rehearsing(t, demonstration(), 120, 200, words.Dutch)
	before := rows(d)
	d.groupMessage().keys("tab") // out of the preview, where it was before
	after := rows(d)
	meant := []domain.PersonID{"P03", "P05", "P12", "P15"}
	for p := range before {
		if slices.Contains(meant, p) == (before[p] == after[p]) {
			t.Errorf("%s:\n%s\nafter the group message:\n%s", p, before[p], after[p])
		}
	}
}

func TestNothingOfARehearsalReachesTheSetUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "zichtlijn.db")
	db, err := store.Create(path, store.Options{Now: time.Now, Random: rand.Reader})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, _, err := db.Do(exchange.Demonstration(), domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	state := func() (string, domain.Seq, []byte) {
		var out bytes.Buffer
		if err := exchange.Write(&out, db.World()); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return out.String(), db.Head(), file
	}
	export, head, file := state()
	d := rehearsing(t, db, 120, 40, words.Dutch).groupMessage()
	d.keys("[", "[", "[", "b", "enter", "a", "ctrl+t", "enter", "esc")
	d.keys("tab", "tab", "z", "down").typed("proef").keys("enter", "enter") // a mode, inside
	if at := d.m.scene.Rehearsal; at.Len() != 4 || at.Act(4).Kind != rehearsal.Edit {
		t.Fatalf("%d acts were done, the last of kind %v:\n%s", at.Len(), at.Act(at.Len()).Kind, d.screen())
	}
	d.keys("u", "u", "ctrl+r", "R").typed("").keys("right").keys("tab").typed("Middag").keys("enter")
	d.shows("bewaard als scène ‘Middag’")
	if e, h, f := state(); e != export || h != head || !bytes.Equal(f, file) {
		t.Error("the file, its journal or its export is another after the rehearsal")
	}
	if all, err := db.Scenes(); err != nil || len(all) != 1 || all[0].Name != "Middag" || len(all[0].Acts) != 3 {
		t.Errorf("kept are %v, %v", all, err)
	}
}

func TestAnActIsShownOnceItIsKept(t *testing.T) {
	m := demonstration()
	d := rehearsing(t, m, 120, 40, words.Dutch)
	d.keys("enter", "b", "enter", "ctrl+t")
	d.slow = true
	d.keys("enter")
	if d.m.scene.Rehearsal.Len() != 0 || m.kept != 0 {
		t.Fatal("the act is shown before it is kept")
	}
	d.disk()
	if d.m.scene.Rehearsal.Len() != 1 || m.kept != 1 || len(m.scenes[0].Acts) != 1 {
		t.Fatalf("%d acts are shown, %v kept", d.m.scene.Rehearsal.Len(), m.scenes)
	}
}

// What is typed after R is meant for the rehearsal, however slow the disk is.
func TestNoKeyReachesTheSetUpWhileTheRehearsalIsOpened(t *testing.T) {
	m := demonstration()
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	d.slow = true
	d.keys("R", "down", "z", "down").typed("proef").keys("enter", "enter")
	if len(d.m.dialogs) > 0 {
		t.Error("a key was answered in between")
	}
	d.disk()
	d.disk()
	if len(m.entries) > 0 || d.m.scene.Rehearsal == nil || d.m.scene.Rehearsal.Len() != 1 {
		t.Errorf("%d entries in the journal:\n%s", len(m.entries), d.screen())
	}
}

func TestAnActThatIsNotKeptIsNotDone(t *testing.T) {
	d := rehearsing(t, failing{demonstration()}, 120, 40, words.Dutch).groupMessage()
	if d.m.scene.Rehearsal.Len() != 0 || len(d.m.dialogs) != 1 {
		t.Errorf("the act stands, or its text is gone:\n%s", d.screen())
	}
}

// An edit that failed inside is not asked again where it would reach the set-up.
func TestADialogOfTheRehearsalIsNotReopenedOverTheSetUp(t *testing.T) {
	m := demonstration()
	d := rehearsing(t, failing{m}, 120, 40, words.Dutch)
	d.slow = true
	d.keys("z", "down").typed("proef").keys("enter", "enter", "R")
	d.disk()
	d.disk()
	d.keys("enter")
	if d.m.scene.Rehearsal != nil || len(d.m.dialogs) > 0 || len(m.entries) > 0 {
		t.Errorf("%d entries:\n%s", len(m.entries), d.screen())
	}
}

// failing is a set-up beside which nothing can be written.
type failing struct{ *memory }

func (failing) KeepScenes(store.Scenes) error { return errors.New("full") }

func TestWithTheLockOnARehearsalGoesOnInMemory(t *testing.T) {
	m := demonstration()
	o := opening(m, &fakeFiles{})
	o.Source, o.Choices.Locked = scene.File, true
	d := drive(t, o, 120, 40)
	d.keys("down", "down", "down", "down", "tab", "down", "down", "down", "down", "down", "R").shows("niets bewaard")
	d.groupMessage()
	if d.m.scene.Rehearsal.Len() != 1 || m.kept > 0 {
		t.Errorf("%d acts, written %d times", d.m.scene.Rehearsal.Len(), m.kept)
	}
	d.keys("R").shows("niets bewaard", "weggooien").hides("open laten")
	d.keys("enter").shows("verlaten")
	if d.m.scene.Rehearsal != nil || m.kept > 0 {
		t.Error("the rehearsal goes on, or was written")
	}
}

func TestARehearsalGoesOnWhereItWasLeft(t *testing.T) {
	m := demonstration()
	d := rehearsing(t, m, 120, 40, words.Dutch).groupMessage()
	d.keys("q", "enter").shows("blijft open")
	if d.quit || d.m.scene.Rehearsal != nil || d.m.store != Store(m) {
		t.Fatal("q left the program, or the rehearsal goes on")
	}
	d.keys("R").shows("gaat verder, met 1 handeling", "groepsbericht").hides("sindsdien gewijzigd")
	d.keys("R", "enter")
	if _, _, err := m.Do(domain.SetVisibility{ID: "G2", Visibility: domain.Hidden}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	d.keys("R").shows("die is sindsdien gewijzigd")
	m.scenes[0].Head = 99
	d.keys("R", "enter", "R").shows(d.m.scene.Words.Say("failure.not-saved", "zichtlijn.db")) // in the words of the fake files
	if d.m.scene.Rehearsal != nil {
		t.Error("a scene on another past was opened")
	}
}

func TestSteppingBackAndForwardReplaysARehearsal(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 40, words.Dutch).groupMessage()
	d.keys("[", "[", "[").shows("1 ongelezen bericht")
	d.keys("u").shows("Teruggehaald:").hides("ongelezen")
	d.keys("tab").shows("1 teruggehaald") // what was said stood over it
	d.keys("u").shows(d.m.scene.Words.Refusal(d.m.scene.World, domain.Refusal{Code: domain.NothingToUndo}))
	d.keys("ctrl+r").shows("Weer gedaan:").keys("tab").shows("1 ongelezen bericht")
}

func TestAKeptSceneIsOpenedAsItWas(t *testing.T) {
	m := demonstration()
	d := rehearsing(t, m, 120, 40, words.Dutch).groupMessage()
	d.keys("R", "right", "tab").typed("Middag").keys("enter", "R")
	d.shows("De proef begint").keys("S", "enter").shows("Scène ‘Middag’ staat open")
	d.keys("u")
	if scene, _ := m.scenes.Find("Middag"); len(m.scenes) != 1 || len(scene.Acts) != 1 || d.m.scene.Rehearsal.Len() != 0 {
		t.Errorf("stepping back changed what is kept: %v", m.scenes)
	}
	d.keys("ctrl+r", "R")
	if d.m.scene.Rehearsal != nil || len(m.scenes) != 1 {
		t.Errorf("leaving it asked, or kept more: %v", m.scenes)
	}
}

func TestWhatIsOfTheSetUpIsNotOfferedInARehearsal(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 40, words.Dutch)
	for _, key := range []string{"I", "E", "B"} {
		if d.keys(key); len(d.m.dialogs) > 0 {
			t.Errorf("%s opens a dialog", key)
		}
	}
	d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
	d.shows("proef · niets hiervan komt in de inrichting")
}

func TestOfARehearsalNothingIsGivenAlongAndThatIsSaid(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 40, words.Dutch)
	d.keys("E").shows("Van een proef gaat niets mee: geen afbeelding, pagina of bestand, want zo is het niet. R gaat eruit.")
	d.keys("B").shows("Dat kan alleen buiten de proef; R gaat eruit.")
	d.keys("R", "E").shows("Inrichting exporteren")
}

func TestWhoIsRemovedIsSaidToStandInScenes(t *testing.T) {
	m := demonstration()
	m.scenes = store.Scenes{{Name: "Middag", Acts: []rehearsal.Act{{Kind: rehearsal.Nothing, By: "P41"}}}}
	w, _, err := m.Do(domain.AddPerson{Person: domain.Person{ID: "P99", Role: domain.External, GivenName: "Olga", FamilyName: "Aalders"}}, domain.By{}, domain.Unchecked)
	if err != nil {
		t.Fatal(err)
	}
	m.world, m.scenes[0].Acts[0].By = w, "P99"
	d := drive(t, opening(m, &fakeFiles{}), 120, 40)
	d.keys("2", "/").typed("olga").keys("enter", "d").shows("Olga Aalders staat in deze scènes: Middag")
}

// told is a story that was told beforehand.
type told []Played

func (s *told) Len() int { return 3 }

func (s *told) Next(at rehearsal.Rehearsal) (rehearsal.Rehearsal, Played) {
	if len(*s) == 0 {
		return at, Played{}
	}
	next := (*s)[0]
	*s = (*s)[1:]
	if next.Verb == "send" {
		at, _ = at.Do(rehearsal.Act{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Hoi"})
	}
	return at, next
}

func TestAStoryIsPlayedAKeyAStep(t *testing.T) {
	o := opening(demonstration(), &fakeFiles{})
	o.Story = func(Store, string, tell.Words) (Story, error) {
		return &told{
			{Verb: "say", Said: "Kijk als Noor.", Done: 1}, {Verb: "send", Person: "P15", Done: 2},
			{Verb: "look", Person: "P12", Inbox: true, Done: 3}, {Verb: "show", Said: "Drie regels.", Done: 3},
		}, nil
	}
	d := drive(t, o, 120, 40)
	d.keys("R", "S").shows("hazelmeander", "verhaal").keys("enter").shows("Verhaal ‘hazelmeander’")
	d.keys("space").shows("1/3  Kijk als Noor.")
	d.keys("space").shows("2/3  Noor Haddad stuurt een groepsbericht", "Zo ziet Noor Haddad het")
	d.keys("space").shows("3/3  kijk als Bao Nguyễn", "Zo ziet Bao Nguyễn het", "1 ongelezen")
	d.keys("space").shows("Verhaal ‘hazelmeander’, stap 3 van 3", "Drie regels.")
	d.keys("space").shows("Het verhaal is uit")
	d.keys("space").hides("Het verhaal is uit")
}

// What is weighed inside would else be written to the set-up, and the reverse.
func TestWhileAnEditIsWeighedNobodyEntersOrLeavesARehearsal(t *testing.T) {
	d := rehearsing(t, demonstration(), 120, 40, words.Dutch)
	for _, inside := range []bool{true, false} {
		d.m.weighing.work = new(sight.Work)
		d.keys("R").shows(d.m.scene.Words.Say("notice.weighing-first"))
		if (d.m.scene.Rehearsal != nil) != inside {
			t.Error("it was entered or left")
		}
		d.m.weighing.work = nil
		d.keys("R")
	}
}
