package dialog_test

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

func stage(w, h int) scene.Scene { return scenetest.At(domain.World{}, words.Dutch, w, h) }

// naming is a form for the name of an institution.
func naming(s scene.Scene) dialog.Form {
	return dialog.Form{
		Title: "Instelling", Lead: []string{strings.Repeat("Zo heet de instelling in het portaal. ", 4)}, Save: "hint.save", Room: 3,
		Fields: widget.NewForm(widget.Field{Key: "name", Label: "Naam"}, dialog.Reason(s)),
		Command: func(_ scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.EditInstitution{Name: dialog.Text(f, "name")}
		},
		Remark: func(_ scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks("Nu heet zij ‘" + f.Value("name") + "’.")
		},
	}.Opened(s)
}

// blocking lists forty groups that stand in the way, with a way out while open holds.
func blocking(open bool) dialog.Blocked {
	return dialog.Blocked{
		Title: "Verwijderen", Lead: "Er staat nog iets in de weg.", By: slices.Repeat([]domain.Ref{{Noun: domain.GroupNoun, Key: "G1"}}, 40),
		Way: dialog.WayOut{
			Key: "i", Name: "people.stop",
			Still: func(scene.Scene) bool { return open },
			Open:  func(s scene.Scene) scene.Dialog { return naming(s) },
		},
	}
}

func picking() dialog.Pick {
	items := []widget.Item{{Key: "P1", Label: "Noor Haddad"}, {Key: "P2", Label: "Sem Bakker"}}
	return dialog.Pick{
		Title: "Kijken als", W: 40, H: 8, Picker: widget.NewPicker(items, false, domain.LookUp, nil),
		Wish: func(key string) scene.Wish { return scene.Look{Person: domain.PersonID(key)} },
	}
}

// hintAt is a click on the hint with those words.
func hintAt(t *testing.T, s scene.Scene, d scene.Dialog, words string) scene.Clicked {
	t.Helper()
	for y, line := range strings.Split(scenetest.Dialog(t, s, d), "\n") {
		if before, _, ok := strings.Cut(line, words); ok {
			return scene.Clicked{X: s.Theme.Measure.Width(before), Y: y}
		}
	}
	t.Fatalf("there is no hint %q", words)
	return scene.Clicked{}
}

func TestAFormWorksOutItsRemarksAgainOnlyForWhatItWaitsFor(t *testing.T) {
	s := stage(80, 24)
	remarked, f := 0, naming(s)
	f.Remark = func(scene.Scene, widget.Form) dialog.Remarks {
		remarked++
		return dialog.WarnTone.Remarks("Het oude einde komt terug.")
	}
	f.Told = func(_ scene.Scene, d dialog.Form, msg any) (dialog.Form, bool) {
		_, ok := msg.(scene.OldEnds)
		return d, ok
	}
	d, _ := f.Update(s, scene.Again{})
	if remarked != 0 {
		t.Errorf("%d times for what it does not wait for", remarked)
	}
	d, _ = d.Update(s, scene.OldEnds{})
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Het oude einde komt terug.")
	if remarked != 1 {
		t.Errorf("%d times for what it waits for", remarked)
	}
}

func TestADialogFitsEveryWindowWhateverIsPressed(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := stage(rapid.IntRange(40, 140).Draw(r, "w"), rapid.IntRange(10, 45).Draw(r, "h"))
		d := rapid.SampledFrom([]scene.Dialog{naming(s), blocking(true), blocking(false), picking()}).Draw(r, "dialog")
		for range rapid.IntRange(0, 8).Draw(r, "presses") {
			d, _ = scenetest.Typed(s, d, rapid.SampledFrom([]string{"x", "世界", "tab", "up", "down", "pgdown", "pgup", "enter", "esc"}).Draw(r, "key"))
			d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, 80).Draw(r, "x"), Y: rapid.IntRange(0, 30).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			scenetest.Dialog(t, s, d)
		}
	})
}

func TestAClickOnAHintIsItsKey(t *testing.T) {
	s := stage(80, 24)
	filled, _ := scenetest.Typed(s, naming(s), "Hazelmeander", "tab", "fusie")
	_, saved := filled.Update(s, hintAt(t, s, filled, "opslaan"))
	want := scene.Edit{Command: domain.EditInstitution{Name: "Hazelmeander"}, Reason: "fusie"}
	if saved != scene.Wish(want) {
		t.Errorf("saving wishes %#v", saved)
	}
	for _, d := range []scene.Dialog{naming(s), picking()} {
		if _, wish := d.Update(s, hintAt(t, s, d, "annuleren")); wish != scene.Wish(scene.Close{}) {
			t.Errorf("%T: cancelling wishes %#v", d, wish)
		}
	}
}

func TestWhatWasTypedIsThrownAwayOnlyAfterAQuestion(t *testing.T) {
	s := stage(80, 24)
	if _, wish := scenetest.Typed(s, naming(s), "esc"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("with nothing typed esc wishes %#v", wish)
	}
	d, wish := scenetest.Typed(s, naming(s), "Hazel", "esc")
	if wish != nil {
		t.Fatalf("esc wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Dialog(t, s, d), "Weggooien wat u typte?", "enter weggooien", "esc verder typen")
	d, _ = d.Update(s, tea.PasteMsg{Content: "!"})
	d, wish = scenetest.Typed(s, d, "x")
	if got := d.(dialog.Form).Fields.Value("name"); got != "Hazel" || wish != nil {
		t.Errorf("while it asks it takes %q and wishes %#v", got, wish)
	}
	back, wish := scenetest.Typed(s, d, "esc", "!")
	if got := back.(dialog.Form).Fields.Value("name"); got != "Hazel!" || wish != nil {
		t.Errorf("typing on gives %q and wishes %#v", got, wish)
	}
	if _, wish = scenetest.Typed(s, d, "enter"); wish != scene.Wish(scene.Close{}) {
		t.Errorf("throwing away wishes %#v", wish)
	}
}

func TestARefusalStandsAtItsFieldOrBelowAndKeepsWhatWasTyped(t *testing.T) {
	s := stage(80, 24)
	for _, c := range []struct {
		field domain.Field
		at    string
	}{{"name", "name"}, {"location", "reason"}} {
		d, _ := scenetest.Typed(s, naming(s), "Hazel", "tab")
		d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueTooLong, Field: c.field, Limit: 120}})
		scenetest.Says(t, scenetest.Dialog(t, s, d), "is te lang", "Hazel")
		if got := d.(dialog.Form).Fields.Focused(); got != c.at {
			t.Errorf("refused for %s the keys are at %s", c.field, got)
		}
	}
}

func TestAWayOutIsOfferedOnlyWhileThereIsOne(t *testing.T) {
	s := stage(80, 24)
	_, wish := scenetest.Typed(s, blocking(true), "i")
	if several, ok := wish.(scene.Several); !ok || len(several) != 2 || several[0] != scene.Wish(scene.Close{}) {
		t.Fatalf("the way out wishes %#v", wish)
	}
	if got := scenetest.Opened(t, wish.(scene.Several)[1]).(dialog.Form).Title; got != "Instelling" {
		t.Errorf("it opens %q", got)
	}
	if _, wish = scenetest.Typed(s, blocking(false), "i"); wish != nil {
		t.Errorf("without a way out it wishes %#v", wish)
	}
}

func TestWhatIsPickedIsWishedAfterTheDialogIsGone(t *testing.T) {
	s := stage(80, 24)
	_, wish := scenetest.Typed(s, picking(), "sem", "enter")
	want := scene.Several{scene.Close{}, scene.Look{Person: "P2"}}
	if got, ok := wish.(scene.Several); !ok || !slices.Equal(got, want) {
		t.Errorf("wished %#v", wish)
	}
	if _, wish = scenetest.Typed(s, picking(), "niemand", "enter"); wish != nil {
		t.Errorf("with nobody found it wishes %#v", wish)
	}
}

func TestAPageIsWrappedAgainOnlyWhenItLooksOtherwise(t *testing.T) {
	s, times := stage(80, 24), 0
	p := dialog.NewPage(s, 40, func(s scene.Scene, w int) []string {
		times++
		return widget.Wrap(s.Theme.Measure, s.Words.Say("ask.discard"), w)
	})
	for range 3 {
		p = p.Resize(s, 40)
		p.Lines(s, 40)
	}
	if times != 1 {
		t.Errorf("wrapped %d times", times)
	}
	english, paper := s, s
	english.Words = tell.In(words.English).Spoken()
	paper.Theme = theme.Resolve(theme.Paper, true, false)
	p.Lines(english, 40)
	p.Lines(paper, 40)
	p.Lines(s, 30)
	if times != 4 {
		t.Errorf("wrapped %d times after another language, theme and width", times)
	}
	if got := (dialog.Page{}).Lines(s, 40); got != nil {
		t.Errorf("no text is %q", got)
	}
}

func TestScrollingStopsAtBothEnds(t *testing.T) {
	lines := []string{"een", "twee", "drie", "vier"}
	for _, c := range []struct {
		by, h int
		want  string
	}{{0, 2, "een twee"}, {1, 2, "twee drie"}, {9, 2, "drie vier"}, {-9, 2, "een twee"}, {9, 9, "een twee drie vier"}, {1, 0, ""}, {9, -1, ""}} {
		at := dialog.Scroll{}.By(c.by, len(lines), c.h)
		if got := strings.Join(at.Part(lines, c.h), " "); got != c.want {
			t.Errorf("%d lines on, %d high: %q", c.by, c.h, got)
		}
	}
}

// To weigh an edit takes long, and no reason turns anything.
func TestAReasonIsTypedWithoutTheRemarksBeingMadeAnew(t *testing.T) {
	s := stage(80, 24)
	form, made := naming(s), 0
	form.Remark = func(scene.Scene, widget.Form) dialog.Remarks { made++; return nil }
	var d scene.Dialog = form
	d, _ = d.Update(s, scenetest.Type("tab")[0])
	for _, key := range scenetest.Type("reden") {
		before := made
		if d, _ = d.Update(s, key); made != before {
			t.Fatalf("%v makes the remarks anew", key)
		}
	}
	if got := d.(dialog.Form).Fields.Value(dialog.ReasonField); got != "reden" {
		t.Errorf("the reason is %q", got)
	}
}
