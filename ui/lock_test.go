package ui

import (
	"slices"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// forReading is every way in which nothing can be saved.
var forReading = map[string]struct {
	source scene.Source
	lock   []string // keys that lock
	says   string
}{
	"L":                             {scene.File, []string{"L"}, "op slot. L haalt het van slot"},
	"a file for reading":            {scene.FileRead, nil, "Dit bestand is alleen te lezen"},
	"the demonstration for reading": {scene.DemoRead, nil, "De demonstratie is met --read-only geopend"},
}

func eachForReading(t *testing.T, do func(t *testing.T, store *memory, d *driver, says string)) {
	for name, c := range forReading {
		t.Run(name, func(t *testing.T) {
			store := demonstration()
			o := opening(store, &fakeFiles{setup: does(domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}, "lidmaatschappen: 1 nieuw")})
			o.Source = c.source
			entries := len(store.entries)
			d := drive(t, o, 120, 40).keys(c.lock...)
			do(t, store, d, c.says)
			if len(store.entries) != entries {
				t.Error("something was saved")
			}
		})
	}
}

func TestALockStillShowsWhatAnyEditWouldDoAndSavesNothing(t *testing.T) {
	for name, c := range map[string]struct {
		open []string // keys to a dialog
		save []string // keys that would save; nil: what is there is saved already
	}{
		"a group's visibility":     {[]string{"z", "up"}, []string{"enter"}},
		"members":                  {[]string{"tab", "d"}, []string{"enter"}},
		"one of three settings":    {[]string{"c", "tab", "z"}, []string{"enter"}},
		"a copy of a group":        {[]string{"C"}, []string{"enter"}},
		"a person":                 {[]string{"2", "e"}, nil},
		"a person's removal":       {[]string{"2", "d"}, nil},
		"a relation type":          {[]string{"3", "o"}, []string{"enter"}},
		"an access role":           {[]string{"3", "tab", "o"}, []string{"enter"}},
		"a new access role":        {[]string{"3", "tab", "n"}, nil},
		"a shift":                  {[]string{"4", "e"}, nil},
		"a copy of a shift":        {[]string{"4", "y"}, []string{"enter"}},
		"a shift called off":       {[]string{"4", "d"}, []string{"enter"}},
		"an agreement":             {[]string{"5", "e"}, nil},
		"an agreement's removal":   {[]string{"5", "d"}, []string{"enter"}},
		"the words of the signals": {[]string{"6", "b"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			eachForReading(t, func(t *testing.T, _ *memory, d *driver, says string) {
				d.keys(c.open...)
				if len(d.m.dialogs) != 1 {
					t.Fatalf("no dialog:\n%s", d.screen())
				}
				if c.save != nil {
					d.shows("enter wat dat zou doen").keys(c.save...).shows(says)
				}
			})
		})
	}
}

func TestWhereNothingCanBeSavedUndoShowsWhatItWouldTurn(t *testing.T) {
	store := demonstration()
	o := opening(store, &fakeFiles{})
	o.Source = scene.File
	d := drive(t, o, 120, 40)
	d.wished(set("G3", domain.Hidden))
	entries := len(store.entries)
	d.keys("L", "u").shows("Nog niet bewaard", "Gaat open", "op slot. L haalt het van slot").hides("Waarom:")
	d.typed("reden").keys("enter").hides("Nog niet bewaard")
	d.keys("ctrl+r").shows("Er is niets om opnieuw te doen")
	if len(store.entries) != entries {
		t.Error("something was saved")
	}
}

func TestWhereNothingCanBeSavedAnImportShowsWhatItWouldTurn(t *testing.T) {
	eachForReading(t, func(t *testing.T, _ *memory, d *driver, says string) {
		d.keys("I").typed("een.json").keys("enter").shows("lidmaatschappen: 1 nieuw", "wat dat zou doen")
		d.keys("enter").shows("Gaat open", says)
		d.keys("esc").shows("lidmaatschappen: 1 nieuw").keys("esc", "esc")
	})
}

func TestWhereNothingCanBeSavedAReadingShowsWhatItWouldTurn(t *testing.T) {
	eachForReading(t, func(t *testing.T, _ *memory, d *driver, says string) {
		d.keys("7").wished(scene.Edit{Command: domain.SetReading{Reading: domain.ReadOpenExternalMessages, On: true}, Ask: true})
		d.shows("Nog niet bewaard", says)
	})
}

// What is only typed and weighs nothing is not opened in vain: it would be typed for
// nothing.
func TestALockHoldsBackOnlyWhatWeighsNothing(t *testing.T) {
	held := map[words.Key]bool{}
	for _, screen := range screens {
		d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
		for _, keys := range [][]string{{screen.key()}, {"tab"}, {"tab"}} {
			for _, a := range append(d.keys(keys...).m.actionsHere(), d.m.everywhere()...) {
				held[a.Name] = held[a.Name] || a.Edits
			}
		}
	}
	var got []string
	for name, is := range held {
		if is {
			got = append(got, string(name))
		}
	}
	slices.Sort(got)
	want := []string{"act.group-new", "people.new", "signals.act.accept", "steps.act-tick", "types.new"}
	if !slices.Equal(got, want) {
		t.Errorf("held back: %q\nwant: %q", got, want)
	}
}
