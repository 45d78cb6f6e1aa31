package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// copied presses a key and returns what it sends to the clipboard; empty: nothing.
func copied(d *driver, key string) string {
	next, cmd := d.m.update(press(key))
	d.m = next
	var all func(tea.Cmd) string
	all = func(cmd tea.Cmd) string {
		if cmd == nil {
			return ""
		}
		msg := cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			text := ""
			for _, c := range batch {
				text += all(c)
			}
			return text
		}
		if strings.HasSuffix(fmt.Sprintf("%T", msg), "setClipboardMsg") {
			return fmt.Sprint(msg)
		}
		d.send(msg)
		return ""
	}
	return all(cmd)
}

func TestANameARowAndATableGoToTheClipboard(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("2", "/").typed("petra").keys("enter")
	if got := copied(d, "K"); got != "Petra Bakker" {
		t.Errorf("the name is %q", got)
	}
	d.shows("Naar het klembord gestuurd: Petra Bakker. Neemt uw terminal dat niet aan, gebruik dan E.")
	if got := copied(d, "ctrl+y"); got != "naam\trol\tnummer\tlocatie\nPetra Bakker\touder/voogd\t\t\n" {
		t.Errorf("the row is %q", got)
	}
	d.keys("8").hides("klembord")
	d.keys("2", "esc", "/").typed("bakker").keys("enter")
	if got := copied(d, "Y"); strings.Count(got, "\n") < 3 || !strings.HasPrefix(got, "naam\trol") || !strings.Contains(got, "\nPetra Bakker\t") || strings.Contains(got, "Haddad") {
		t.Errorf("the table is %q", got)
	}
	d.shows("regels naar het klembord gestuurd")
	d.keys("8").shows("tsv", "klembord")
}

func TestWhatIsCopiedDoesNothingInASpreadsheetAndIsBounded(t *testing.T) {
	if got, _ := clipboardText(scene.Copy{Head: []string{"naam", "rol"}, Rows: [][]string{{"=1+1\t", "a\u202eb"}}}); got != "naam\trol\n'=1+1<U+0009>\ta<U+202E>b\n" {
		t.Errorf("a hostile row is %q", got)
	}
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	rows := make([][]string, 5000)
	for i := range rows {
		rows[i] = []string{"Iemand met een gewone naam"}
	}
	m, cmd := d.m.grant(scene.Copy{Head: []string{"naam"}, Rows: rows, Noun: domain.PersonNoun}, nil)
	d.m = m
	if cmd != nil {
		t.Error("too much is copied")
	}
	d.shows("5.000 regels zijn te veel", "er is niets gekopieerd")
}

func TestInsideARehearsalANameIsCopiedAndATableIsNot(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	d.keys("R", "2")
	if got := copied(d, "K"); got == "" {
		t.Errorf("no name is copied:\n%s", d.screen())
	}
	if got := copied(d, "Y"); got != "" {
		t.Errorf("a table is copied: %q", got)
	}
}
