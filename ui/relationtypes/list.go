// Package relationtypes is the list of relation types: every kind of relation with
// its flags, and what each flag does.
//
// It promises that a combination of flags that the domain refuses cannot be
// ticked, and that switching a type off or making it a direct relation says whom
// that shows and hides. It refuses to know how relations themselves are edited.
package relationtypes

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	offSign  = "×" // before a type that is switched off
	loudSign = "!" // before one that gives access to unwanted people
	unset    = "·" // in place of the letter of a flag
)

// New returns the list of relation types, without a filter.
func New() shelf.Shelf { return shelf.New(domain.RelationTypeNoun, types{}) }

// types lists the relation types by name. It counts their relations once per world and
// day.
type types struct {
	world domain.World
	on    domain.Date
	all   []domain.RelationType
	uses  map[domain.RelationTypeID]uses
	found int // by the query
}

// uses counts the relations of a type: those in effect on the reference date, and all.
type uses struct{ running, all int }

// Read finds types by name, kind and flag.
func (k types) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if k.uses == nil || k.world != s.World || k.on != s.On {
		k = types{world: s.World, on: s.On, all: s.Roster.Types(), uses: usesOn(s.World, s.On)}
	}
	var rows []shelf.Row
	wanted := strings.Fields(query)
	for i, t := range k.all {
		text := []string{t.Name, s.Words.Kind(t.Kind)}
		for _, f := range flags {
			if isSet(f, t) {
				text = append(text, s.Words.Field(f.Field))
			}
		}
		if shelf.Holds(domain.LookUp(strings.Join(text, " ")), wanted) {
			rows = append(rows, shelf.Row{Key: string(t.ID), Place: i})
		}
	}
	k.found = len(rows)
	return k, rows, at
}

// usesOn counts the relations of every type.
func usesOn(w domain.World, on domain.Date) map[domain.RelationTypeID]uses {
	out := map[domain.RelationTypeID]uses{}
	for r := range w.Relations() {
		u := out[r.Type]
		u.all++
		if r.RunsOn(on) {
			u.running++
		}
		out[r.Type] = u
	}
	return out
}

// Labels say how many types are listed, and which key turns to the access roles.
func (k types) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Counted{
		Name: s.Words.Say("screen.types"), All: "types.all", Some: "types.some", None: "types.none", Widen: "types.widen",
		TabAbout: "types.tab-about", TabList: "types.tab-list", Step: steps.Types,
	}.Labels(s, w, k.found, len(k.all))
	t, ok := s.World.RelationType(domain.RelationTypeID(at.Key))
	out.Right, out.About = s.Words.Say("access.turn-to-roles"), s.Words.Say("types.about")
	if ok {
		out.About = words.Clean(t.Name)
	}
	if ok && at.Alone { // the title of the list is out of view
		out.About = s.Words.Say("access.one-type", out.About)
	}
	return out
}

// columns are the widths of the columns; 0 leaves a column out. The name gets the space
// that the others leave.
type columns struct {
	w, kind, flags, uses int
	words                bool // flags are words, not letters that the legend explains
}

func newColumns(w int) columns {
	out := columns{w: w, flags: len(flags)}
	if w >= 36 {
		out.uses = 8
	}
	if w >= 60 {
		out.kind, out.uses = 12, 11
	}
	if w >= 84 {
		out.words, out.flags = true, 28 // uniek, relevant, juridisch
	}
	return out
}

// Head names the columns.
func (types) Head(s scene.Scene, w int) string {
	k := newColumns(w)
	said := s.Words.Say("types.flags")
	if !k.words {
		said = letters(s, func(flag) bool { return true })
	}
	uses := s.Words.Say("types.uses")
	if k.kind == 0 {
		uses = s.Words.Say("types.uses-short")
	}
	return k.line(s, widget.RowState{}, false,
		widget.Cell{Style: s.Theme.Faint}, widget.Cell{Text: s.Words.Field("name"), Style: s.Theme.Faint},
		widget.Cell{Text: s.Words.Field("kind"), Style: s.Theme.Faint},
		widget.Cell{Text: said, Style: s.Theme.Faint}, widget.Cell{Text: uses, Style: s.Theme.Faint})
}

// letters are those of the flags that are set, in columns.
func letters(s scene.Scene, set func(flag) bool) string {
	out := ""
	for _, f := range flags {
		if set(f) {
			out += s.Words.Say(letterOf(f))
		} else {
			out += unset
		}
	}
	return out
}

// Legend says what the letters are.
func (types) Legend(s scene.Scene, w int) []string {
	if newColumns(w).words {
		return nil
	}
	said := make([]string, len(flags))
	for i, f := range flags {
		said[i] = s.Words.Say(letterOf(f)) + "\u00a0" + s.Words.TypeFlag(f.Field)
	}
	return dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, strings.Join(said, " · "))
}

// Heads and Cells are the columns of a type as they are copied.
func (types) Heads(s scene.Scene) []string {
	return []string{s.Words.Field("name"), s.Words.Field("kind")}
}

func (k types) Cells(s scene.Scene, r shelf.Row) []string {
	t := k.all[r.Place]
	return []string{t.Name, s.Words.Kind(t.Kind)}
}

// Draw draws a type, its flags and how often it is used.
func (k types) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t := k.all[r.Place]
	c, u := newColumns(w), k.uses[t.ID]
	style, tone, sign, name := s.Theme.Text, s.Theme.Warning, "", words.Clean(t.Name)
	switch {
	case t.SwitchedOff:
		style, sign, name = s.Theme.Faint, offSign, s.Words.Say("types.name-off", name)
	case len(unwantedRoles(s, t)) > 0:
		tone, sign = s.Theme.Error, loudSign
	}
	said := strings.Join(s.Words.TypeFlags(t), ", ")
	if !c.words {
		said = letters(s, func(f flag) bool { return isSet(f, t) })
	}
	return c.line(s, state, focused,
		widget.Cell{Text: sign, Style: tone}, widget.Cell{Text: name, Style: style},
		widget.Cell{Text: s.Words.Kind(t.Kind), Style: style}, widget.Cell{Text: said, Style: style},
		widget.Cell{Text: u.say(), Style: style})
}

func (u uses) say() string { return strconv.Itoa(u.running) + "/" + strconv.Itoa(u.all) }

func (k columns) line(s scene.Scene, state widget.RowState, focused bool, sign, name, kind, flags, uses widget.Cell) string {
	sign.W, name.W = 2, widget.Share(1)
	cells := []widget.Cell{sign, name}
	for _, one := range []struct {
		cell widget.Cell
		w    int
	}{{kind, k.kind}, {flags, k.flags}, {uses, k.uses}} {
		if one.w > 0 {
			one.cell.W = one.w
			cells = append(cells, widget.Cell{W: 1}, one.cell)
		}
	}
	return widget.Line(s.Theme.Measure, k.w, widget.RowStyle(s.Theme, state, focused), cells...)
}
