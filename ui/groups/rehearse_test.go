package groups

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// course does one act of each kind in the demonstration.
func course(t *testing.T, w domain.World, on domain.Date) rehearsal.Rehearsal {
	t.Helper()
	r := rehearsal.Begin(w, on)
	for _, a := range []rehearsal.Act{
		{Kind: rehearsal.GroupMessage, By: "P15", Group: "G5", Text: "Mag ik later komen?"},
		{Kind: rehearsal.Send, By: "P12", To: []domain.PersonID{"P15"}, Text: "Dag {P15}."},
		{Kind: rehearsal.Answer, By: "P05", Of: 1, Text: "Dat mag."},
		{Kind: rehearsal.Report, By: "P05", Group: "G5", Text: "Rustige middag."},
		{Kind: rehearsal.Report, By: "P15", Client: "P15", Text: "Ging goed."},
		{Kind: rehearsal.Assign, By: "P12", Group: "G5", Name: "Omgaan met spanning", To: []domain.PersonID{"P15"}},
		{Kind: rehearsal.Progress, By: "P15", Of: 6, State: rehearsal.Done},
		{Kind: rehearsal.Post, By: "P08", Name: "Vlierhof prikbord", Text: "Vrijdag dicht."},
	} {
		next, err := r.Do(a)
		if err != nil {
			t.Fatalf("%v by %s: %v", a.Kind, a.By, err)
		}
		r = next
	}
	return r
}

// previewIn is the preview of somebody in a rehearsal.
func previewIn(t *testing.T, r rehearsal.Rehearsal, p domain.PersonID) preview {
	t.Helper()
	s := scenetest.At(r.World(), words.Dutch, 120, 40)
	s.Rehearsal = &scene.Rehearsing{Rehearsal: r}
	c, _ := New().Update(s, scene.Look{Person: p})
	return c.(Screen).preview
}

func lineOf(r sightRow) string { return strings.TrimSpace(r.text + " " + r.mark) }

func shows(p preview, text string) bool {
	return slices.ContainsFunc(p.rows, func(r sightRow) bool { return strings.Contains(lineOf(r), text) })
}

func TestThePreviewShowsWhatThePersonReads(t *testing.T) {
	r := course(t, scenetest.Demonstration(t), scenetest.At(domain.World{}, words.Dutch, 1, 1).On)
	for _, one := range []struct {
		person     domain.PersonID
		has, lacks []string
	}{
		{"P15", []string{"Gesprekken", "1 ongelezen", "over Noor Haddad · 1", "Omgaan met spanning, van Bao Nguyễn · klaar"}, []string{"over Vaardigheidstraining", "prikbord"}},
		{"P12", []string{"Noor Haddad · Vaardigheidstraining dinsdag 2 ongelezen", "over Vaardigheidstraining dinsdag · 1", "Omgaan met spanning in Vaardigheidstraining dinsdag · 1 van 1 klaar"}, []string{"prikbord"}},
		{"P30", []string{"over Noor Haddad · 1"}, []string{"Gesprekken", "Nieuws"}},
		{"P08", []string{"Nieuws en programma's", "Vlierhof prikbord · 1 bericht"}, []string{"Gesprekken", "spanning"}},
		{"P29", nil, []string{"Gesprekken", "Nieuws", "Noor"}},
	} {
		p := previewIn(t, r, one.person)
		for _, text := range one.has {
			if !shows(p, text) {
				t.Errorf("%s does not read %q: %q", one.person, text, texts(p))
			}
		}
		for _, text := range one.lacks {
			if shows(p, text) {
				t.Errorf("%s reads %q", one.person, text)
			}
		}
	}
}

func texts(p preview) []string {
	var out []string
	for _, r := range p.rows {
		out = append(out, lineOf(r))
	}
	return out
}

// H16: the same acts with one that does nothing in its place.
func TestForWhomAnActIsNotMeantThePreviewIsAsWithoutIt(t *testing.T) {
	w := scenetest.Demonstration(t)
	on := scenetest.At(w, words.Dutch, 1, 1).On
	r := course(t, w, on)
	for n := range r.Acts() {
		var without []rehearsal.Act
		for i, a := range r.Acts() {
			if i == n {
				a = rehearsal.Act{On: a.On}
			}
			without = append(without, a)
		}
		quiet, err := rehearsal.Restore(w, on, without)
		if err != nil {
			t.Fatal(err)
		}
		meant := 0
		for p := range w.Persons() {
			with, without := previewIn(t, r, p.ID), previewIn(t, quiet, p.ID)
			same := slices.EqualFunc(with.rows, without.rows, func(a, b sightRow) bool { return sameRow(a, b) && a.mark == b.mark }) && with.unread == without.unread
			switch reads := slices.Contains(r.Readers(n), p.ID); {
			case !reads && !same:
				t.Errorf("act %d is not meant for %s, who reads\n%q\nand without it\n%q", n, p.ID, texts(with), texts(without))
			case reads && !same:
				meant++
			}
		}
		if meant == 0 {
			t.Errorf("nobody reads act %d", n)
		}
	}
}

// H15: where no news groups are used there is nothing of them.
func TestWithoutNewsGroupsThereIsNoNews(t *testing.T) {
	w := scenetest.Demonstration(t)
	i := w.Institution()
	i.WithoutNewsGroups = true
	before := w.Institution()
	w, err := w.With(domain.Change{Institution: &domain.Swap[domain.Institution]{Before: &before, After: &i}})
	if err != nil {
		t.Fatal(err)
	}
	if p := previewIn(t, rehearsal.Begin(w, scenetest.At(w, words.Dutch, 1, 1).On), "P08"); shows(p, "Nieuws") || shows(p, "prikbord") {
		t.Errorf("there is news: %q", texts(p))
	}
}

func TestEnterWritesAsTheViewerAndReadsWhatTheyRead(t *testing.T) {
	r := course(t, scenetest.Demonstration(t), scenetest.At(domain.World{}, words.Dutch, 1, 1).On)
	p := previewIn(t, r, "P12")
	var wished []scene.Wish
	for _, row := range p.rows {
		if w := row.wishes("P12"); w != nil {
			if !row.selectable() {
				t.Errorf("no cursor can stand on %q", lineOf(row))
			}
			wished = append(wished, w)
		}
	}
	for _, want := range []scene.Wish{
		scene.Compose{Draft: rehearsal.Act{Kind: rehearsal.Report, By: "P12", Group: "G5"}},
		scene.Compose{Draft: rehearsal.Act{Kind: rehearsal.Assign, By: "P12", Group: "G5"}},
		scene.Compose{Draft: rehearsal.Act{Kind: rehearsal.Send, By: "P12", To: []domain.PersonID{"P15"}}},
		scene.Several{scene.ReadIn{Reader: "P12", Conversation: 1}, scene.Act{Act: rehearsal.Act{Kind: rehearsal.Read, By: "P12", Of: 1}}},
		scene.ReadIn{Reader: "P12", Conversation: 2},
		scene.ReadIn{Reader: "P12", Group: "G5"},
		scene.ReadIn{Reader: "P12", Followed: 6},
	} {
		if !slices.ContainsFunc(wished, func(w scene.Wish) bool { return reflect.DeepEqual(w, want) }) {
			t.Errorf("no row wishes %+v", want)
		}
	}
}
