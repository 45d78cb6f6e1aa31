package impact_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/ui/impact"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// asked is the question about a command.
func asked(s scene.Scene, c domain.Command, change ...func(*impact.Ask)) impact.Dialog {
	a := impact.Ask{
		Wish: scene.Edit{Command: c}, Plan: c.Plan,
		Summary: func(w tell.Words, world domain.World) string {
			changes, _ := c.Plan(world)
			return w.Summary(world, domain.Entry{Verb: c.Verb(), Changes: changes})
		},
	}
	for _, f := range change {
		f(&a)
	}
	return impact.New(s, a)
}

func demonstration(t *testing.T, l words.Language, w, h int) scene.Scene {
	return scenetest.At(scenetest.Demonstration(t), l, w, h)
}

func raise(g domain.GroupID) domain.Command {
	return domain.SetVisibility{ID: g, Visibility: domain.MembersVisible}
}

func TestWhatRevealsIsAgreedToOnlyWithAReason(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	d, wish := asked(s, raise("G2")).Update(s, scenetest.Press("enter"))
	if wish != nil {
		t.Fatalf("without a reason enter wishes %v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Schrijf op waarom dit zichtbaar mag worden")
	d, wish = scenetest.Typed(s, d, "besproken met het team", "enter")
	agreed, ok := wish.(scene.Agreed)
	if !ok || agreed.Reason != "besproken met het team" || agreed.Wish != scene.Wish(scene.Edit{Command: raise("G2")}) || !agreed.To.Reveals() {
		t.Errorf("enter wishes %#v", wish)
	}
	if strings.Contains(scenetest.Dialog(t, s, d), "Schrijf op") {
		t.Error("still asked after something was typed")
	}
}

func TestAnEditThatBreaksAnAgreementIsHeldUpWithTheRoute(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	d, wish := asked(s, domain.SetVisibility{ID: "G6", Visibility: domain.GroupVisible}).Update(s, scenetest.Press("enter"))
	if wish != nil {
		t.Fatalf("without a reason enter wishes %v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Dit schendt een afspraak", "Traumagroep Lotus", "waarom de afspraak hiervoor wijkt")
}

func TestAReadingThatOnlyHidesNeedsNoReason(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	d := asked(s, domain.SetReading{Reading: domain.ReadNetwork})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "13 mensen zien anderen niet meer, 4 mensen kunnen anderen geen bericht meer sturen", "zichtlijnen minder: 23 zien, 30 berichten)", "wordt hiermee niet ongezien", "Reden (mag leeg):")
	if _, wish := d.Update(s, scenetest.Press("enter")); wish == nil {
		t.Error("enter wishes nothing")
	}
}

func TestAReadingThatTurnsOnlyGroupsSaysForWhom(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	told := scenetest.Dialog(t, s, asked(s, domain.SetReading{Reading: domain.ReadOpenKeepsMessagesTile}))
	scenetest.Says(t, told, "‘Oudercafé’ staat niet meer in de Berichtentegel van: Anouk Visser")
	if strings.Contains(told, "niets aan wie wie ziet") {
		t.Errorf("it says that nothing changes:\n%s", told)
	}
}

func TestWhoComesToReadMoreIsNamedAndAskedAbout(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	g, _ := s.World.Group("G1")
	g.NewsGroup = "Nieuws"
	d, wish := asked(s, domain.EditGroup{Group: g}).Update(s, scenetest.Press("enter"))
	if wish != nil {
		t.Fatalf("without a reason enter wishes %v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Dit laat mensen meer lezen", "7 personen gaan nieuws of rapportages lezen", "Petra Bakker", "maakt niet ongezien", "Schrijf op waarom zij dit mogen lezen")
	if _, wish = scenetest.Typed(s, d, "besproken", "enter"); wish == nil {
		t.Error("with a reason enter wishes nothing")
	}
}

func TestAReadingByWhichNobodyReadsMoreNeedsNoReason(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	d := asked(s, domain.SetReading{Reading: domain.ReadNewsGroupMembersPost, On: true})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "niemand gaat meer lezen", "Reden (mag leeg):")
	if _, wish := d.Update(s, scenetest.Press("enter")); wish == nil {
		t.Error("enter wishes nothing")
	}
}

func TestAReasonThatWasTypedIsNotLostByOneEsc(t *testing.T) {
	s := demonstration(t, words.Dutch, 80, 24)
	var d scene.Dialog = asked(s, raise("G1"))
	if _, wish := d.Update(s, scenetest.Press("esc")); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed esc wishes %v", wish)
	}
	d, wish := scenetest.Typed(s, d, "x", "esc")
	if wish != nil {
		t.Fatalf("esc wishes %v", wish)
	}
	back, _ := d.Update(s, scenetest.Press("esc"))
	scenetest.Says(t, scenetest.Dialog(t, s, back), "Reden: x")
	if _, wish := d.Update(s, scenetest.Press("enter")); wish != scene.Wish(scene.Close{}) {
		t.Errorf("enter wishes %v", wish)
	}
}

func TestTheReasonOfTheLastTimeIsTakenOverByTab(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	s.LastReason = "startgesprek"
	d := asked(s, raise("G1"))
	_, wish := scenetest.Typed(s, d, "tab", "enter")
	if agreed, ok := wish.(scene.Agreed); !ok || agreed.Reason != "startgesprek" {
		t.Errorf("wishes %#v", wish)
	}
}

func TestAReasonThatIsPastedAndDoesNotFitIsSaid(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	d, _ := asked(s, raise("G1")).Update(s, tea.PasteMsg{Content: strings.Repeat("x", 1<<20)})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Geplakt: de eerste 500 tekens; de rest past niet.")
	d, _ = d.Update(s, scenetest.Press("backspace"))
	if strings.Contains(scenetest.Dialog(t, s, d), "Geplakt") {
		t.Error("still said after the next key")
	}
}

// An edit that was on its way can make the World another under the question: then
// it is asked of the new one.
func TestTheQuestionFollowsTheWorld(t *testing.T) {
	s := demonstration(t, words.Dutch, 120, 40)
	var d scene.Dialog = asked(s, raise("G1"))
	s.World = scenetest.After(t, s.World, domain.EndMembers{
		Keys: []domain.MembershipKey{{Group: "G1", Person: "P14"}}, Through: s.On - 1,
	})
	d, _ = d.Update(s, scene.Refresh{})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "De inrichting is intussen veranderd", "Cliënten onder elkaar: 6 zien")
}

func TestTheQuestionFitsEveryWindow(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {41, 11}, {59, 17}, {60, 18}, {80, 24}, {99, 24}, {100, 30}, {200, 60}} {
		s := demonstration(t, words.English, size[0], size[1])
		var d scene.Dialog = asked(s, raise("G1"))
		for _, k := range []string{"enter", "x", "pgdown", "down", "esc", "esc", "pgup"} {
			scenetest.Dialog(t, s, d)
			d, _ = d.Update(s, scenetest.Press(k))
		}
	}
}

func TestHowTheQuestionLooks(t *testing.T) {
	for _, c := range []struct {
		name    string
		l       words.Language
		w, h    int
		command domain.Command
	}{
		{"raise", words.Dutch, 120, 40, raise("G1")},
		{"raise", words.Dutch, 80, 24, raise("G1")},
		{"raise", words.English, 120, 40, raise("G1")},
		{"breaks", words.Dutch, 120, 40, raise("G6")},
		{"reading", words.Dutch, 120, 40, domain.SetReading{Reading: domain.ReadNetwork}},
	} {
		t.Run(fmt.Sprintf("%s-%s-%dx%d", c.name, c.l, c.w, c.h), func(t *testing.T) {
			s := demonstration(t, c.l, c.w, c.h)
			golden.RequireEqual(t, scenetest.Trimmed(scenetest.Dialog(t, s, asked(s, c.command))))
		})
	}
}

// A promise that is cut loses the word that says what it forbids.
func TestNoLineOfTheQuestionIsCutBesideTheBar(t *testing.T) {
	s := demonstration(t, words.Dutch, 80, 24)
	if shown := scenetest.Dialog(t, s, asked(s, raise("G1"))); strings.Contains(shown, "…") {
		t.Errorf("cut:\n%s", shown)
	}
}
