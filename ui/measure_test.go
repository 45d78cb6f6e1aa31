package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/theme"
)

// scripts are names whose cells terminals count differently: by code point, or by mode 2027.
var scripts = []string{
	"क्षि", "हिन्दी", "রবীন্দ্র", "தமிழ்", "నరేంద్ర", "ಕನ್ನಡ", "മലയാളം", "සිංහල", "คำ", "ลำไย", "မြန်မာ", "ភាសា", "ལྷ", "عمر\u200cی",
	"✌🏽", "🇳🇱", "☎️", "각", "가나", "é", "ǘ̃", "Ꙁ҃", "𝒜", "ﬁ", "¨a", "ᄀ", "नि", "👨\u200d👩\u200d👧\u200d👦", "👍🏽", "क्\u200dष", "1️⃣", "ᄀᆞ",
}

// inScripts is the demonstration with other names for its persons and groups.
func inScripts(r *rapid.T) *memory {
	m := demonstration()
	name := func() string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(scripts), 1, 6).Draw(r, "name"), rapid.SampledFrom([]string{"", " "}).Draw(r, "between"))
	}
	var all []domain.Change
	for p := range m.world.Persons() {
		q := p
		q.GivenName, q.FamilyName, q.DisplayName = name(), name(), ""
		all = append(all, domain.Change{Person: &domain.Swap[domain.Person]{Before: &p, After: &q}})
	}
	for g := range m.world.Groups() {
		h := g
		h.Name += " " + name()
		all = append(all, domain.Change{Group: &domain.Swap[domain.Group]{Before: &g, After: &h}})
	}
	world, err := m.world.With(all...)
	if err != nil {
		r.Fatal(err)
	}
	m.world = world
	return m
}

// granted is the answer of a terminal that grants mode 2027.
var granted = tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}

func TestNoScriptPushesABorderOutWhetherOrNotTheTerminalCountsClusters(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		d := &driver{t: t, m: New(opening(inScripts(r), &fakeFiles{}))}
		if rapid.Bool().Draw(r, "granted") {
			d.send(granted)
		}
		any := [2]int{rapid.IntRange(leastWidth, 220).Draw(r, "w"), rapid.IntRange(leastHeight, 60).Draw(r, "h")}
		size := rapid.SampledFrom([][2]int{{80, 24}, {120, 40}, any}).Draw(r, "size")
		d.send(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for _, tab := range screens {
			d.keys(tab.key())
			d.whole()
		}
		d.keys("1")
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "tab", "enter", "esc", "z", "M", "w", "t", "v", "p", "G", "/", "m"}), 0, 10).Draw(r, "keys") {
			d.keys(k)
			d.whole()
		}
	})
}

func TestTheTerminalsReportOnMode2027DecidesHowCellsAreCounted(t *testing.T) {
	for _, c := range []struct {
		report tea.ModeReportMsg
		want   theme.Measure
	}{
		{granted, theme.Clusters},
		{tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeSet}, theme.Clusters},
		{tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModePermanentlySet}, theme.Clusters},
		{tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized}, theme.CodePoints},
		{tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModePermanentlyReset}, theme.CodePoints},
		{tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset}, theme.CodePoints},
	} {
		d := drive(t, opening(demonstration(), &fakeFiles{}), 80, 24)
		d.send(c.report)
		d.send(tea.BackgroundColorMsg{}) // another theme keeps the measure
		d.keys("ctrl+t")
		if got := d.m.scene.Theme.Measure; got != c.want {
			t.Errorf("after %+v cells are counted by %d, want %d", c.report, got, c.want)
		}
	}
}
