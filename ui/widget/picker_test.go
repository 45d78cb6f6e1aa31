package widget

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func people() []Item {
	return []Item{
		{Key: "bao", Label: "Bao Nguyễn", Detail: "COUNSELOR", Search: "bao nguyen"},
		{Key: "noor", Label: "Noor Haddad", Detail: "CLIENT", Search: "noor haddad"},
		{Key: "rania", Label: "Rania Haddad", Detail: "GUARDIAN", Search: "rania haddad", Off: "is al lid"},
		{Key: "saskia", Label: "Saskia van den Berg", Detail: "COUNSELOR", Search: "saskia van den berg"},
		{Key: "vana", Label: "Vana Nguyễn", Detail: "CLIENT", Search: "vana nguyen"},
	}
}

func pick(several bool, names ...string) (Picker, Event) {
	p, event := NewPicker(people(), several, nil, nil), None
	for _, n := range names {
		p, event = p.Update(press(n))
	}
	return p, event
}

func letters(word string) []string { return strings.Split(word, "") }

func TestAPickerFindsAndPicks(t *testing.T) {
	cases := []struct {
		name    string
		several bool
		keys    []string
		want    []string
		event   Event
	}{
		{"the first at once", false, []string{"enter"}, []string{"bao"}, Submit},
		{"a name without its accents", false, append(letters("NGUYEN"), "down", "enter"), []string{"vana"}, Submit},
		{"a name with spaces", false, []string{"v", "a", "n", "space", "d", "e", "n", "enter"}, []string{"saskia"}, Submit},
		{"what begins with the query comes first", false, append(letters("van"), "enter"), []string{"vana"}, Submit},
		{"one that cannot be picked is passed over", false, append(letters("haddad"), "down", "enter"), []string{"noor"}, Submit},
		{"nothing found is nothing picked", false, append(letters("zzz"), "enter"), nil, None},
		{"space marks while nothing is typed", true, []string{"space", "space", "enter"}, []string{"bao", "noor"}, Submit},
		{"space is a letter while typing", true, []string{"v", "a", "n", "space", "d", "enter"}, []string{"saskia"}, Submit},
		{"space marks while moving in the list", true, append(letters("ngu"), "down", "space", "enter"), []string{"vana"}, Submit},
		{"ctrl+space marks while typing", true, append(letters("berg"), "ctrl+space", "enter"), []string{"saskia"}, Submit},
		{"a mark is taken back", true, []string{"space", "up", "space", "enter"}, []string{"noor"}, Submit},
		{"a picker for one has no marks", false, []string{"ctrl+space", "down", "enter"}, []string{"noor"}, Submit},
		{"esc cancels", true, []string{"space", "esc"}, []string{"bao"}, Cancel},
	}
	for _, c := range cases {
		p, event := pick(c.several, c.keys...)
		if got := p.Picked(); !slices.Equal(got, c.want) || event != c.event {
			t.Errorf("%s: %v, %v; want %v, %v", c.name, got, event, c.want, c.event)
		}
	}
}

func TestMarksStayWhileOneSearchesOn(t *testing.T) {
	p, _ := pick(true, append(append(letters("berg"), "ctrl+space", "ctrl+u"), append(letters("noor"), "ctrl+space")...)...)
	if got := p.Picked(); !slices.Equal(got, []string{"noor", "saskia"}) {
		t.Errorf("picked %v", got)
	}
	before := p
	p.Update(press("ctrl+space"))
	if got := before.Marked(); len(got) != 2 {
		t.Errorf("a later mark changed an earlier picker: %v", got)
	}
	if found, offered, marked := p.Count(); found != 1 || offered != 5 || marked != 2 {
		t.Errorf("counted %d, %d, %d", found, offered, marked)
	}
}

func TestAPickerAsItIsSeen(t *testing.T) {
	p, _ := pick(true, "space")
	drawn, cursor := p.View(paper(), 36, 6)
	want := strings.Join([]string{
		"                              ✓1 5/5",
		"  ✓ Bao Nguyễn             COUNSELOR",
		"▸   Noor Haddad               CLIENT",
		"    Rania Haddad           is al lid",
		"    Saskia van den Berg    COUNSELOR",
		"    Vana Nguyễn               CLIENT",
	}, "\n")
	if got := trimmed(drawn); got != want || cursor == nil || cursor.X != 0 || cursor.Y != 0 {
		t.Errorf("drawn, cursor %v\n%s\nwant\n%s", cursor, got, want)
	}
	p, _ = pick(false, letters("zz")...)
	p.Empty = "Niemand heet zo."
	if drawn, _ := p.View(paper(), 30, 3); !strings.Contains(ansi.Strip(drawn), "Niemand heet zo.") {
		t.Errorf("nothing found:\n%s", ansi.Strip(drawn))
	}
}

func TestAClickOnAnItemGoesThereAndASecondPicksIt(t *testing.T) {
	p, _ := pick(false)
	p, event := p.Click(4, 4, 36, 6)
	if got := p.Picked(); event != None || !slices.Equal(got, []string{"saskia"}) {
		t.Errorf("first click: %v, %v", got, event)
	}
	if _, event = p.Click(4, 4, 36, 6); event != Submit {
		t.Errorf("second click: %v", event)
	}
	if _, event = p.Click(4, 3, 36, 6); event != None {
		t.Errorf("on one that cannot be picked: %v", event)
	}
	m, _ := pick(true)
	m, event = m.Click(4, 5, 36, 6)
	if got := m.Marked(); event != Changed || !slices.Equal(got, []string{"vana"}) {
		t.Errorf("a click in a picker for several: %v, %v", got, event)
	}
}

func TestFuzzyFindsLettersInOrder(t *testing.T) {
	texts := []string{"nieuwe groep", "groep kopieren", "instellingen"}
	if got := Fuzzy("gkop", texts); !slices.Equal(got, []int{1}) {
		t.Errorf("found %v", got)
	}
	if got := Fuzzy("  ", texts); len(got) != 3 {
		t.Errorf("nothing asked found %v", got)
	}
}

func TestAnyPickerFillsAnyBox(t *testing.T) {
	keys := []string{"up", "down", "pgup", "pgdown", "space", "ctrl+space", "a", "b", "backspace", "enter"}
	rapid.Check(t, func(t *rapid.T) {
		var items []Item
		for i := range rapid.IntRange(0, 30).Draw(t, "items") {
			it := Item{Key: fmt.Sprint(i), Label: words().Draw(t, "label"), Detail: words().Draw(t, "detail")}
			if i%4 == 1 {
				it.Off = words().Draw(t, "off")
			}
			items = append(items, it)
		}
		p := NewPicker(items, rapid.Bool().Draw(t, "several"), nil, rapid.SampledFrom([]Filter{Words, Fuzzy}).Draw(t, "filter"))
		p.Empty = words().Draw(t, "empty")
		m, w, h := measures().Draw(t, "measure"), size().Draw(t, "w"), rapid.IntRange(-1, 12).Draw(t, "h")
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			p, _ = p.Update(press(rapid.SampledFrom(keys).Draw(t, "key")))
			p = p.Scroll(rapid.IntRange(-4, 4).Draw(t, "wheel"))
			p, _ = p.Click(rapid.IntRange(0, 9).Draw(t, "x"), rapid.IntRange(0, 9).Draw(t, "y"), w, h)
			drawn, _ := p.View(counted(paper(), m), w, h)
			fills(t, m, "picker", drawn, w, h)
			if it, ok := p.Current(); ok && it.Off != "" {
				t.Fatalf("the cursor is on %q, which cannot be picked", it.Label)
			}
		}
	})
}

func BenchmarkPickerKey(b *testing.B) {
	var items []Item
	for i := range 10_000 {
		items = append(items, Item{Key: fmt.Sprint(i), Label: fmt.Sprintf("Saskia van den Berg-Özdemir %d", i), Detail: "COUNSELOR", Search: fmt.Sprintf("saskia van den berg-ozdemir %d", i)})
	}
	for name, filter := range map[string]Filter{"words": Words, "fuzzy": Fuzzy} {
		b.Run(name, func(b *testing.B) {
			p := NewPicker(items, true, nil, filter)
			keys := []string{"b", "e", "r", "g", "backspace", "backspace", "backspace", "backspace"}
			for i := range b.N {
				p, _ = p.Update(press(keys[i%len(keys)]))
				p.View(dark(), 60, 20)
			}
		})
	}
}
