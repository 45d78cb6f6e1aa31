package matrix

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

func TestACellThatBreaksAnAgreementIsMarkedAndSaidInWords(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	d := opened(s, "G1")
	marked := 0
	for row := range d.comparison.members {
		for col := range d.comparison.members {
			want := d.comparison.members[row].Person == "P29" && d.comparison.members[col].Person == "P28"
			if d.isBroken(row, col) != want {
				t.Errorf("%d, %d: marked %v", row, col, !want)
			}
			if want {
				marked++
				d.rows, d.cols = d.rows.Select(row), d.cols.Select(col)
			}
		}
	}
	view := scenetest.Dialog(t, s, d)
	if marked != 1 || strings.Count(view, "✗□") != 1 || !strings.Contains(view, "✗ schendt F1: Dennis Bakker ziet Petra Bakker nooit") {
		t.Errorf("%d cells are marked\n%s", marked, view)
	}
}

// A supposed visibility that breaks an agreement says so before it is saved.
func TestASupposedVisibilityThatBreaksAnAgreementSaysSo(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 120, 40)
	if view := scenetest.Dialog(t, s, opened(s, "G6")); strings.Contains(view, "schendt F2") {
		t.Errorf("hidden, it keeps F2\n%s", view)
	}
	if view := scenetest.Dialog(t, s, opened(s, "G6", "z")); !strings.Contains(view, "✗ schendt F2") {
		t.Errorf("nothing says that it would break F2\n%s", view)
	}
	w := scenetest.After(t, s.World, domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39"}}})
	if view := scenetest.Dialog(t, scenetest.At(w, words.Dutch, 120, 40), opened(scenetest.At(w, words.Dutch, 120, 40), "G6")); !strings.Contains(view, "✗") {
		t.Errorf("nothing marks the external\n%s", view)
	}
}

// The cursor may stand on the member who breaks an agreement by being one: the sign, the
// colour and the words stay.
func TestTheCursorHidesNoBrokenAgreement(t *testing.T) {
	w := scenetest.After(t, scenetest.Demonstration(t), domain.AddMembers{Memberships: []domain.Membership{{Group: "G6", Person: "P39"}}})
	s := scenetest.At(w, words.Dutch, 120, 40)
	d := opened(s, "G6")
	at := slices.IndexFunc(d.comparison.members, func(m domain.Member) bool { return m.Person == "P39" })
	name := d.comparison.names[at]
	for _, keys := range [][]string{nil, {"tab"}} {
		d := opened(s, "G6", keys...)
		for col := range d.comparison.members {
			d.rows, d.cols = d.rows.Select(at), d.cols.Select(col)
			drawn, _ := d.View(s)
			view := scenetest.Dialog(t, s, d)
			if row := "▸" + strconv.Itoa(at+1) + "✗" + name; !strings.Contains(view, row) || !strings.Contains(view, "✗ schendt F3") {
				t.Errorf("%v, column %d: the row is not %q, or nothing says F3\n%s", keys, col, row, view)
			}
			if !strings.Contains(drawn, widget.Paint(s.Theme.Error, "✗")) || !strings.Contains(drawn, s.Theme.Error.Render(name)[:12]) {
				t.Errorf("%v, column %d: the row has no colour\n%q", keys, col, drawn)
			}
		}
	}
}
