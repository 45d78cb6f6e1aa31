package journal

import (
	"errors"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

// written is a journal of n entries: groups that are added, the last taken back.
func written(t *testing.T, n int) (domain.World, []domain.Entry) {
	t.Helper()
	var w domain.World
	var entries []domain.Entry // newest first
	put := func(e domain.Entry) {
		e.Seq = domain.Seq(len(entries) + 1)
		e.At = time.Date(2026, 3, 2, 8, 0, 0, 0, time.UTC).Add(time.Duration(len(entries)) * time.Minute)
		var err error
		if w, err = w.With(e.Changes...); err != nil {
			t.Fatal(err)
		}
		entries = append([]domain.Entry{e}, entries...)
	}
	for range n - 1 {
		c := domain.AddGroup{Group: domain.Group{Name: "Groep " + w.Next(domain.GroupNoun)}}
		changes, err := c.Plan(w)
		if err != nil {
			t.Fatal(err)
		}
		put(domain.Entry{By: domain.By{Name: "m.devries", Behalf: "de teamleider", Reason: "afgesproken\nin overleg"}, Verb: c.Verb(), Changes: changes})
	}
	last := entries[0]
	put(domain.Entry{By: domain.By{Name: "k\x1b[2Jwaad"}, Kind: domain.Undo, Of: last.Seq, Verb: last.Verb, Changes: domain.Inverse(last.Changes)})
	return w, entries
}

func stage(w domain.World, head domain.Seq, l words.Language, width, height int) scene.Scene {
	s := scenetest.At(w, l, width, height)
	s.Head = head
	return s
}

// page answers a ReadJournal as the root does.
func page(all []domain.Entry, wish scene.Wish) scene.Page {
	r := wish.(scene.ReadJournal)
	var out scene.Page
	for _, e := range all {
		if (r.Before == 0 || e.Seq < r.Before) && len(out.Entries) < r.Count {
			out.Entries = append(out.Entries, e)
		}
	}
	return out
}

// arrive opens the screen with its first page.
func arrive(t *testing.T, s scene.Scene, all []domain.Entry) scene.Screen {
	t.Helper()
	v, wish := New().Update(s, scene.Arrived{})
	if wish != scene.Wish(scene.ReadJournal{Count: pageSize}) {
		t.Fatalf("arriving wishes %#v", wish)
	}
	v, wish = v.Update(s, page(all, wish))
	if wish != nil {
		t.Fatalf("the first page wishes %#v", wish)
	}
	return v
}

func text(s scene.Scene, v scene.Screen) string {
	view, _ := v.View(s)
	return ansi.Strip(view)
}

func TestOlderEntriesAreReadWhenOneComesNearThem(t *testing.T) {
	w, all := written(t, 450)
	s := stage(w, 450, words.Dutch, 120, 40)
	v := arrive(t, s, all)
	v, wish := v.Update(s, scenetest.Press("end"))
	if wish != scene.Wish(scene.ReadJournal{Before: 251, Count: pageSize}) {
		t.Fatalf("at the end it wishes %#v", wish)
	}
	if _, again := v.Update(s, scenetest.Press("up")); again != nil {
		t.Errorf("while it waits it wishes %#v", again)
	}
	v, _ = v.Update(s, page(all, wish))
	scenetest.Says(t, text(s, v), "Nr. 251 ·")
	v, wish = v.Update(s, scenetest.Press("end"))
	v, _ = v.Update(s, page(all, wish))
	if _, wish = v.Update(s, scenetest.Press("end")); wish != nil {
		t.Errorf("with all of it read it wishes %#v", wish)
	}
	v, _ = v.Update(s, scenetest.Press("end"))
	scenetest.Says(t, text(s, v), "450/450", "Nr. 1 ·")
}

func TestANewEditIsReadFromTheTopAndTheCursorStays(t *testing.T) {
	w, all := written(t, 20)
	s := stage(w, 19, words.Dutch, 120, 40)
	v := arrive(t, s, all[1:])
	v, _ = v.Update(s, scenetest.Press("down"))
	scenetest.Says(t, text(s, v), "Nr. 18 ·")
	s.Head = 20
	v, wish := v.Update(s, scene.Refresh{})
	v, _ = v.Update(s, page(all, wish))
	scenetest.Says(t, text(s, v), "Nr. 18 ·", "Ongedaan gemaakt: groep toegevoegd")
}

func TestACursorOnTheNewestEntryGoesToTheNextNewest(t *testing.T) {
	w, all := written(t, 20)
	s := stage(w, 19, words.Dutch, 120, 40)
	v := arrive(t, s, all[1:])
	scenetest.Says(t, text(s, v), "Nr. 19 ·")
	s.Head = 20
	v, wish := v.Update(s, scene.Refresh{})
	v, _ = v.Update(s, page(all, wish))
	scenetest.Says(t, text(s, v), "Nr. 20 ·")
}

func TestAPageThatAnEditOvertookLeavesNoGap(t *testing.T) {
	w, all := written(t, 450)
	s := stage(w, 450, words.Dutch, 80, 24)
	v := arrive(t, s, all)
	v, _ = v.Update(s, scene.Page{Entries: all[230:400]})
	scenetest.Says(t, text(s, v), "1/200")
}

func TestTheDetailTellsWhoWhenAndWhy(t *testing.T) {
	w, all := written(t, 12)
	s := stage(w, 12, words.Dutch, 120, 40)
	v := arrive(t, s, all)
	for _, want := range []string{"Nr. 12 · ongedaan", "door k<U+001B>[2Jwaad", "geen reden opgegeven", "maakt nr. 11 ongedaan", "verwijderd, groep: Groep G11"} {
		if !strings.Contains(text(s, v), want) {
			t.Errorf("it does not say %q:\n%s", want, text(s, v))
		}
	}
	v, _ = v.Update(s, scenetest.Press("down"))
	for _, want := range []string{"door m.devries, namens de teamleider", "reden: afgesproken", "02-03-2026 08:10"} {
		if !strings.Contains(text(s, v), want) {
			t.Errorf("it does not say %q:\n%s", want, text(s, v))
		}
	}
}

func TestAFilterSaysThroughHowMuchItLooked(t *testing.T) {
	w, all := written(t, 450)
	s := stage(w, 450, words.Dutch, 120, 40)
	v := arrive(t, s, all)
	v, _ = v.Update(s, scenetest.Press("/"))
	if !v.(scene.Typist).Typing() {
		t.Fatal("the filter has not the keys")
	}
	for _, k := range "GRÓEP g300" {
		v, _ = v.Update(s, tea.KeyPressMsg{Code: k, Text: string(k)})
	}
	if got := text(s, v); !strings.Contains(got, "1 in de nieuwste 200") || !strings.Contains(got, "Groep G300") || strings.Contains(got, "Groep G301") {
		t.Errorf("got:\n%s", got)
	}
	v, _ = v.Update(s, scenetest.Press("esc"))
	if v.(scene.Typist).Typing() || strings.Contains(text(s, v), "nieuwste") {
		t.Error("esc does not clear the filter")
	}
}

func TestAJournalThatCannotBeReadIsSaidInASentence(t *testing.T) {
	w, all := written(t, 450)
	s := stage(w, 450, words.Dutch, 80, 24)
	v, wish := New().Update(s, scene.Arrived{})
	p := page(all, wish)
	p.Entries, p.Err = p.Entries[:3], errors.New("checksum")
	v, wish = v.Update(s, p)
	if wish != nil {
		t.Errorf("it asks again: %#v", wish)
	}
	if got := text(s, v); !strings.Contains(got, "zichtlijn verify") || !strings.Contains(got, "Ongedaan gemaakt") || strings.Contains(got, "checksum") {
		t.Errorf("got:\n%s", got)
	}
}

func TestAnEmptyJournalSaysWhatWillStandThere(t *testing.T) {
	s := stage(domain.World{}, 0, words.Dutch, 80, 24)
	v, wish := New().Update(s, scene.Arrived{})
	if wish != nil || !strings.Contains(text(s, v), "Nog niets") {
		t.Errorf("wish %v, view:\n%s", wish, text(s, v))
	}
}

func TestTheJournalFillsItsBoxAtEverySize(t *testing.T) {
	w, all := written(t, 60)
	for i := range all[:5] {
		all[i].By = domain.By{Name: strings.Repeat("長い", 40), Reason: strings.Repeat("é\n", 30)}
	}
	for _, size := range [][2]int{{40, 10}, {41, 13}, {60, 17}, {99, 18}, {100, 24}, {120, 40}, {200, 60}} {
		s := stage(w, 60, words.Dutch, size[0], size[1])
		v := arrive(t, s, all)
		for _, k := range []string{"down", "tab", "end", "pgdown", "esc", "/", "x", "enter", "esc", "end", "enter"} {
			v, _ = v.Update(s, scenetest.Press(k))
			scenetest.Screen(t, s, v)
		}
	}
}

func TestAClickGoesToAnEntryAndTheWheelPages(t *testing.T) {
	w, all := written(t, 60)
	s := stage(w, 60, words.Dutch, 120, 24)
	v := arrive(t, s, all)
	click := tea.MouseClickMsg{X: 20, Y: s.Body.Y + 1 + 4, Button: tea.MouseLeft}
	v, _ = v.Update(s, click)
	scenetest.Says(t, text(s, v), "Nr. 56 ·")
	v, _ = v.Update(s, tea.MouseWheelMsg{X: 20, Y: 5, Button: tea.MouseWheelDown})
	if first := strings.Split(text(s, v), "\n")[1]; !strings.Contains(first, " 57 ") {
		t.Errorf("the wheel went to %s", first)
	}
	again := tea.MouseClickMsg{X: 20, Y: s.Body.Y + 1 + 4, Button: tea.MouseLeft}
	for _, into := range []tea.MouseClickMsg{again, {X: 110, Y: 5, Button: tea.MouseLeft}} { // a second time on an entry, or on the detail
		v, _ = scenetest.Keys(s, v, "home", "down")
		v, _ = v.Update(s, again)
		v, _ = v.Update(s, into)
		v, _ = v.Update(s, scenetest.Press("down")) // in the detail: another entry would be told
		scenetest.Says(t, text(s, v), "Nr. 56 ·")
		v, _ = scenetest.Keys(s, v, "esc", "down")
		scenetest.Says(t, text(s, v), "Nr. 55 ·")
	}
}

func TestEscTakesTheFilterOffBeforeTheKeysFromTheDetail(t *testing.T) {
	w, all := written(t, 60)
	s := stage(w, 60, words.Dutch, 120, 24)
	v, _ := scenetest.Keys(s, arrive(t, s, all), "/", "g", "3", "enter", "tab", "esc")
	if strings.Contains(text(s, v), "/ ") {
		t.Errorf("the filter is there still:\n%s", text(s, v))
	}
	v, _ = scenetest.Keys(s, v, "down", "esc", "down")
	scenetest.Says(t, text(s, v), "Nr. 38 ·")
}

func TestHowTheJournalLooks(t *testing.T) {
	w, all := written(t, 30)
	scenetest.Golden(t, func(l scenetest.Look) (scene.Scene, scene.Screen) {
		s := stage(w, 30, l.Language, l.W, l.H)
		return s, arrive(t, s, all)
	},
		scenetest.Look{Language: words.Dutch, W: 120, H: 40, Keys: "down"}, scenetest.Look{Language: words.Dutch, W: 80, H: 24, Keys: "down"},
		scenetest.Look{Language: words.English, W: 80, H: 24, Keys: "down"})
}
