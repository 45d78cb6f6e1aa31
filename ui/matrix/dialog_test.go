package matrix

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// crowded is an institution with the group GX of n people. It is the large one,
// where everybody has groups and relations besides.
func crowded(t testing.TB, w domain.World, n int) domain.World {
	t.Helper()
	group := domain.Group{ID: "GX", Name: "Hele huis", Visibility: domain.GroupVisible}
	changes := []domain.Change{{Group: &domain.Swap[domain.Group]{After: &group}}}
	for p := range w.Persons() {
		if len(changes) <= n && p.Role != domain.Administrator && p.ActiveOn(domaintest.Today()) {
			changes = append(changes, domain.Change{Membership: &domain.Swap[domain.Membership]{After: &domain.Membership{Group: "GX", Person: p.ID}}})
		}
	}
	w, err := w.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestTheMatrixAsItIsDrawn(t *testing.T) {
	for _, c := range []struct {
		name string
		l    words.Language
		w, h int
		keys []string
	}{
		{"nl-80x24", words.Dutch, 80, 24, []string{"down", "down", "down", "down", "down", "right"}},
		{"en-80x24", words.English, 80, 24, []string{"down", "down", "down", "down", "right", "right", "right"}},
		{"nl-120x40-als", words.Dutch, 120, 40, []string{"down", "down", "down", "down", "down", "end", "z", "z"}},
		{"en-120x40-hidden-turned", words.English, 120, 40, []string{"down", "down", "down", "down", "down", "z", "tab"}},
		{"nl-200x60", words.Dutch, 200, 60, []string{"G", "end", "left"}},
		{"en-200x60", words.English, 200, 60, []string{"G", "home"}},
		{"nl-40x10-als", words.Dutch, 40, 10, []string{"G", "z", "z"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := scenetest.At(scenetest.Demonstration(t), c.l, c.w, c.h)
			golden.RequireEqual(t, scenetest.Dialog(t, s, opened(s, "G5", c.keys...))+"\n")
		})
	}
}

func TestALargeGroupIsWalkedBothWays(t *testing.T) {
	s := scenetest.At(crowded(t, domaintest.Institution(7, domaintest.Size{Persons: 260}), 200), words.Dutch, 80, 24)
	golden.RequireEqual(t, scenetest.Dialog(t, s, opened(s, "GX", "pgdown", "pgdown", "end", "left", "left"))+"\n")
}

// TestAHostileNameDrivesNoTerminalAndBreaksNoLine walks over everything at sizes
// around every breakpoint.
func TestAHostileNameDrivesNoTerminalAndBreaksNoLine(t *testing.T) {
	world := scenetest.Demonstration(t)
	long := "\u202e\u2028" + strings.Repeat("Wijdlopig 世界 ", 8)
	noor, _ := world.Person("P15")
	noor.DisplayName = long
	bao, _ := world.Person("P12")
	bao.DisplayName = "=1+1 \u200b"
	world = scenetest.After(t, world, domain.EditPerson{Person: noor}, domain.EditPerson{Person: bao},
		domain.EditGroup{Group: domain.Group{ID: "G5", Name: long, Visibility: domain.GroupVisible}})
	keys := []string{"up", "down", "left", "right", "tab", "z", "pgup", "pgdown", "home", "end", "g", "G", "enter", "w", "E", "x"}
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(world, rapid.SampledFrom(words.Languages()).Draw(r, "language"), 80, 24)
		d := New(s, "G5")
		for range rapid.IntRange(1, 4).Draw(r, "presses") {
			s.Size.W, s.Size.H = rapid.IntRange(40, 140).Draw(r, "w"), rapid.IntRange(10, 45).Draw(r, "h")
			if rapid.Bool().Draw(r, "mouse") {
				d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, s.Size.W).Draw(r, "x"), Y: rapid.IntRange(0, s.Size.H).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			} else {
				d, _ = d.Update(s, scenetest.Press(rapid.SampledFrom(keys).Draw(r, "key")))
			}
			view, cursor := d.View(s)
			if strings.ContainsAny(view, "\u202e\u2028\u200b") {
				r.Fatalf("a name reached the terminal as it is:\n%q", view)
			}
			if cursor == nil {
				r.Fatalf("no cursor in a window of %d by %d", s.Size.W, s.Size.H)
			}
			s.Size.W, s.Size.H = rapid.IntRange(40, 140).Draw(r, "new w"), rapid.IntRange(10, 45).Draw(r, "new h")
			scenetest.Dialog(t, s, d)
		}
	})
}

func TestTheCursorStandsOnTheSignOfItsCell(t *testing.T) {
	s := scenetest.At(scenetest.Demonstration(t), words.Dutch, 80, 24)
	d := opened(s, "G5", "down", "down", "down", "down", "right", "right", "right")
	_, cursor := d.View(s)
	line := []rune(strings.Split(scenetest.Dialog(t, s, d), "\n")[cursor.Y])
	if got := string(line[cursor.X : cursor.X+2]); got != "□b" { // Yusuf of Hatice, his mother
		t.Errorf("the cursor stands on %q of %q", got, string(line))
	}
}

func TestWhatIsSupposedIsNeverTakenForWhatIs(t *testing.T) {
	for _, size := range [][2]int{{40, 10}, {60, 16}, {80, 24}, {200, 60}} {
		s := scenetest.At(scenetest.Demonstration(t), words.Dutch, size[0], size[1])
		view := scenetest.Dialog(t, s, opened(s, "G5", "down", "z", "z"))
		scenetest.Says(t, view, "Als de groep ‘Gebruikers", "niet opgeslagen", "(+22 −0)")
		if now := scenetest.Dialog(t, s, opened(s, "G5", "down")); strings.Contains(now, "opgeslagen") || strings.Contains(now, "+■") {
			t.Errorf("as it is:\n%s", now)
		}
	}
}

func TestTheCellOfAMemberWithThemselvesIsASentence(t *testing.T) {
	for l, says := range map[words.Language]string{words.Dutch: "Milan Novák zelf.", words.English: "This is Milan Novák."} {
		s := scenetest.At(scenetest.Demonstration(t), l, 120, 40)
		if view := scenetest.Dialog(t, s, opened(s, "G5", "G", "end")); !strings.Contains(view, says) {
			t.Errorf("nothing says %q\n%s", says, view)
		}
	}
}

func TestNamesakesAreToldApart(t *testing.T) {
	world := scenetest.Demonstration(t)
	rania, _ := world.Person("P30")
	rania.DisplayName, rania.Number = "noor haddad", "4711"
	s := scenetest.At(scenetest.After(t, world, domain.EditPerson{Person: rania}), words.Dutch, 120, 40)
	scenetest.Says(t, scenetest.Dialog(t, s, opened(s, "G5")), "noor haddad (4711)")
}

func TestAGroupOfTwoThousandIsOpenedAndWalkedAtOnce(t *testing.T) {
	s := scenetest.At(crowded(t, domaintest.Institution(3, domaintest.Size{Persons: 2200}), 2000), words.Dutch, 120, 40)
	from := time.Now()
	d := opened(s, "GX", "G", "end", "pgup", "tab")
	for range 50 {
		next, _ := d.Update(s, scenetest.Press("up"))
		d = next.(matrix)
	}
	view := scenetest.Dialog(t, s, d)
	if asked := len(d.comparison.now.cells); asked > 100 {
		t.Errorf("%d of 2,000 viewers were asked for a window that shows a few dozen", asked)
	}
	if took := time.Since(from); took > 2*time.Second { // whole seconds would be every viewer
		t.Errorf("it took %v", took)
	}
	scenetest.Says(t, view, "van "+strconv.Itoa(2000))
}

func BenchmarkMatrix(b *testing.B) {
	for _, n := range []int{200, 2000} {
		s := scenetest.At(crowded(b, domaintest.Large(), n), words.Dutch, 120, 40)
		b.Run(fmt.Sprintf("open-%d", n), func(b *testing.B) {
			for b.Loop() {
				New(s, "GX").View(s)
			}
		})
		for _, key := range []string{"down", "right"} {
			b.Run(fmt.Sprintf("%s-%d", key, n), func(b *testing.B) {
				d, i := New(s, "GX"), 0
				for b.Loop() {
					if i++; i%n == 0 {
						d = New(s, "GX")
					}
					d, _ = d.Update(s, scenetest.Press(key))
					d.View(s)
				}
			})
		}
		b.Run(fmt.Sprintf("suppose-%d", n), func(b *testing.B) {
			for b.Loop() {
				opened(s, "GX", "z").View(s)
			}
		})
	}
}
