package matrix

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene/scenetest"
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
