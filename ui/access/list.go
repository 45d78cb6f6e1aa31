// Package access is the list of access roles of Ons Autorisatie, with who has them.
//
// It promises that an access role on a negative type is never silent, and that
// somebody gets, keeps and loses a role with a period. It refuses to know how
// relation types are edited.
package access

import (
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	offSign  = "×" // before a role that is switched off
	loudSign = "!" // before one that gives access to unwanted people
)

// New returns the list of access roles, without a filter.
func New() shelf.Shelf { return shelf.New(domain.AccessRoleNoun, roles{}) }

// roles lists the access roles of Ons Autorisatie by name. It groups the assignments once
// per world.
type roles struct {
	world       domain.World
	on          domain.Date
	all         []domain.AccessRole
	assignments map[domain.AccessRoleID][]domain.Assignment // by name of the person and first day
	found       int                                         // by the query
}

var kindAbout = [...]words.Key{"access.about-manual", "access.about-relation", "access.about-standard"}

// Read finds roles by name, kind, scope and task.
func (k roles) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if k.assignments == nil || k.world != s.World {
		k = roles{world: s.World, assignments: assignmentsOf(s)}
		for a := range s.World.AccessRoles() {
			k.all = append(k.all, a)
		}
		words.SortBy(k.all, func(a domain.AccessRole) string { return s.Roster.TextKey(a.Name) })
	}
	k.on = s.On
	var rows []shelf.Row
	wanted := strings.Fields(query)
	for i, a := range k.all {
		text := append([]string{a.Name, s.Words.AccessKind(a.Kind), s.Words.ScopeShort(s.World, a)}, a.Tasks...)
		if shelf.Holds(domain.LookUp(strings.Join(text, " ")), wanted) {
			rows = append(rows, shelf.Row{Key: string(a.ID), Place: i})
		}
	}
	k.found = len(rows)
	return k, rows, at
}

func assignmentsOf(s scene.Scene) map[domain.AccessRoleID][]domain.Assignment {
	out := map[domain.AccessRoleID][]domain.Assignment{}
	for a := range s.World.Assignments() {
		out[a.Role] = append(out[a.Role], a)
	}
	for _, of := range out {
		words.SortBy(of, func(a domain.Assignment) string {
			p, _ := s.World.Person(a.Person)
			return s.Roster.NameKey(p) + "\x00" + a.Key()
		})
	}
	return out
}

// uses counts the assignments of a role: those of the reference date, and all.
type uses struct{ running, all int }

func (k roles) uses(id domain.AccessRoleID) uses {
	var u uses
	for _, a := range k.assignments[id] {
		u.all++
		if a.Covers(k.on) {
			u.running++
		}
	}
	return u
}

// Labels say how many roles are listed, and which key turns to the types.
func (k roles) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Counted{
		Name: s.Words.Say("access.title"), All: "access.all", Some: "access.some", None: "access.none", Widen: "types.widen",
		TabAbout: "types.tab-about", TabList: "types.tab-list",
	}.Labels(s, w, k.found, len(k.all))
	a, ok := s.World.AccessRole(domain.AccessRoleID(at.Key))
	out.Right, out.About = s.Words.Say("access.turn-to-types"), s.Words.Say("types.about")
	if ok {
		out.About = words.Clean(a.Name)
	}
	if ok && at.Alone { // the title of the list is out of view
		out.About = s.Words.Say("access.one-role", out.About)
	}
	return out
}

// Seek finds an assignment in the details of its role.
func (k roles) Seek(s scene.Scene, r domain.Ref) (shelf.Source, string) {
	record, _ := s.World.Record(r)
	switch record := record.(type) {
	case domain.AccessRole:
		return k, r.Key
	case domain.Assignment:
		return k, string(record.Role)
	}
	return k, ""
}

// roleCells are the columns of an access role.
type roleCells struct{ sign, name, kind, scope, tasks, assigned widget.Cell }

// roleLine draws them in w cells and leaves out what does not fit.
func roleLine(s scene.Scene, w int, state widget.RowState, focused bool, c roleCells) string {
	c.sign.W, c.name.W, c.kind.W, c.scope.W, c.tasks.W, c.assigned.W = 2, widget.Share(1), 11, widget.Share(1), 5, 8
	c.tasks.Right, c.assigned.Right = true, true
	cells := []widget.Cell{c.sign, c.name, {W: 1}, c.kind}
	if w >= 60 {
		cells = append(cells, widget.Cell{W: 1}, c.scope)
	}
	if w >= 54 {
		cells = append(cells, widget.Cell{W: 1}, c.tasks)
	}
	if w >= 36 {
		cells = append(cells, widget.Cell{W: 1}, c.assigned)
	}
	return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, state, focused), cells...)
}

// Head names the columns.
func (roles) Head(s scene.Scene, w int) string {
	head := func(said string) widget.Cell { return widget.Cell{Text: said, Style: s.Theme.Faint} }
	return roleLine(s, w, widget.RowState{}, false, roleCells{
		head(""), head(s.Words.Field("name")), head(s.Words.Field("kind")), head(s.Words.Field(scopeField)),
		head(s.Words.Field("tasks")), head(s.Words.Say("types.uses-short")),
	})
}

// Draw draws an access role with its scope and how often it is assigned.
func (k roles) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	a := k.all[r.Place]
	style, tone, sign, name := s.Theme.Text, s.Theme.Warning, "", words.Clean(a.Name)
	switch {
	case a.SwitchedOff:
		style, sign, name = s.Theme.Faint, offSign, s.Words.Say("types.name-off", name)
	case len(negativeTypes(s, a)) > 0:
		tone, sign = s.Theme.Error, loudSign
	}
	assigned := k.uses(a.ID)
	said := strconv.Itoa(assigned.running) + "/" + strconv.Itoa(assigned.all)
	if a.Kind != domain.ManualAccess && assigned.all == 0 {
		said = "–" // nobody can be
	}
	cell := func(text string) widget.Cell { return widget.Cell{Text: text, Style: style} }
	return roleLine(s, w, state, focused, roleCells{
		widget.Cell{Text: sign, Style: tone}, cell(name), cell(s.Words.AccessKind(a.Kind)), cell(s.Words.ScopeShort(s.World, a)),
		cell(strconv.Itoa(len(a.Tasks))), cell(said),
	})
}
