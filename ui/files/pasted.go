package files

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// pasted is the dialog that shows how pasted rows were understood, and what reading them
// would do. Each change is planned anew; enter reads them, through their impact.
type pasted struct {
	form  dialog.Form
	text  string
	how   scene.ImportHow
	plan  *scene.Planned // nil: it is being made
	saves bool           // an import is on its way
	wrong string
}

var _ scene.Dialog = pasted{}

// The fields of what rows do not say. A column has one by its place.
const (
	roleField     = "role"
	groupField    = "group"
	sameNameField = "same-name"
	columnField   = "column "
)

// Pasted returns the dialog about what was pasted, and the wish for its first plan.
func Pasted(s scene.Scene, p scene.Paste) (scene.Dialog, scene.Wish) {
	d := pasted{text: p.Text, how: scene.ImportHow{Role: domain.Client, Group: p.Group}}
	d.form = dialog.Form{
		Title: s.Words.Say("files.pasted"), Save: "files.apply", Width: wide,
		Fields: widget.NewForm(d.fields(s)...),
		Wish:   func(scene.Scene, widget.Form) scene.Wish { return carryOut },
	}.Opened(s)
	return d.told(s), d.ask()
}

// carryOut wants what was planned last.
var carryOut = scene.Transfer{What: scene.Import, Apply: true}

// ask wishes a plan of what the form says now.
func (d pasted) ask() scene.Wish {
	return scene.Transfer{What: scene.Import, Pasted: &scene.Pasted{Text: d.text, How: d.how}}
}

func (d pasted) fields(s scene.Scene) []widget.Field {
	w := s.Words
	role := widget.Field{Key: roleField, Kind: widget.ChoiceField, Label: w.Say("files.pasted-role"), Value: d.how.Role.String()}
	for _, r := range domain.Roles() {
		role.Options = append(role.Options, widget.Option{Key: r.String(), Label: w.RoleWord(r)})
	}
	group := widget.Field{Key: groupField, Kind: widget.ChoiceField, Label: w.Say("files.pasted-group"), Value: string(d.how.Group), Options: []widget.Option{{Key: "", Label: w.Say("files.pasted-no-group")}}}
	for g := range s.World.Groups() {
		group.Options = append(group.Options, widget.Option{Key: string(g.ID), Label: words.Clean(g.Name)})
	}
	same := widget.Field{Key: sameNameField, Kind: widget.ChoiceField, Label: w.Say("files.pasted-same"), Value: strconv.Itoa(int(d.how.SameName))}
	for answer, key := range []words.Key{"files.same-ask", "files.same-one", "files.same-separate"} {
		same.Options = append(same.Options, widget.Option{Key: strconv.Itoa(answer), Label: w.Say(key)})
	}
	out := []widget.Field{role, group, same}
	if d.plan == nil {
		return out
	}
	for i, at := range d.plan.Wrong {
		out = slices.Insert(out, i, widget.Field{
			Key: cellField(at.CellAt), Label: w.Say("files.pasted-cell", at.Row, words.Clean(at.Head)), Value: at.Value, Limit: cellLimit,
			Help: w.Say("files.pasted-cell-help"),
		})
	}
	for i, c := range d.plan.Columns {
		label := w.Say("files.pasted-column", i+1, words.Clean(c.Sample))
		if c.Head != "" {
			label = w.Say("files.pasted-head", words.Clean(c.Head), words.Clean(c.Sample))
		}
		f := widget.Field{Key: columnField + strconv.Itoa(i), Kind: widget.ChoiceField, Label: label, Value: c.As, Options: []widget.Option{{Key: "", Label: w.Say("files.pasted-unread")}}}
		for _, head := range d.plan.Could {
			f.Options = append(f.Options, widget.Option{Key: head, Label: head})
		}
		out = append(out, f)
	}
	return out
}

// cellLimit is how many characters a corrected cell may have.
const cellLimit = 500

// cellField is the key of the field of a cell.
func cellField(at scene.CellAt) string { return fmt.Sprintf("cell %d %d", at.Row, at.Column) }

// corrected takes over what was typed for cells with a problem, and plans anew; ok is false
// where nothing was.
func (d pasted) corrected(s scene.Scene) (next pasted, ok bool) {
	cells := maps.Clone(d.how.Cells)
	if cells == nil {
		cells = map[scene.CellAt]string{}
	}
	for _, at := range d.plan.Wrong {
		if typed := d.form.Fields.Value(cellField(at.CellAt)); typed != at.Value {
			cells[at.CellAt], ok = typed, true
		}
	}
	if !ok {
		return d, false
	}
	d.how.Cells, d.wrong = cells, ""
	return d.told(s), true
}

// chosen is what the form says.
func (d pasted) chosen() scene.ImportHow {
	f := d.form.Fields
	how := scene.ImportHow{Group: domain.GroupID(f.Value(groupField)), Cells: d.how.Cells}
	how.Role, _ = domain.ParseRole(f.Value(roleField))
	same, _ := strconv.Atoi(f.Value(sameNameField))
	how.SameName = scene.SameName(same)
	if d.plan != nil {
		for i := range d.plan.Columns {
			how.Columns = append(how.Columns, f.Value(columnField+strconv.Itoa(i)))
		}
	}
	return how
}

func same(a, b scene.ImportHow) bool {
	return a.Role == b.Role && a.Group == b.Group && a.SameName == b.SameName && slices.Equal(a.Columns, b.Columns) && maps.Equal(a.Cells, b.Cells)
}

func (d pasted) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Transferred:
		return d.receive(s, msg), nil
	case scene.Unanswered:
		d.saves = false
		return d, nil
	}
	form, wish := d.form.Update(s, msg)
	d.form, _ = form.(dialog.Form)
	if wish == scene.Wish(carryOut) {
		return d.save(s)
	}
	if how := d.chosen(); !same(how, d.how) {
		d.how, d.wrong = how, ""
		return d.told(s), scene.Several{wish, d.ask()}
	}
	return d, wish
}

// save reads the rows, unless there is something to decide first.
func (d pasted) save(s scene.Scene) (scene.Dialog, scene.Wish) {
	switch {
	case d.plan == nil || d.saves:
		return d, nil
	case d.plan.Nothing:
		return d, scene.Close{}
	case len(d.plan.Problems) > 0:
		if next, ok := d.corrected(s); ok {
			return next, next.ask()
		}
		return d, nil
	}
	d.saves = !s.OnlyLooks()
	return d, carryOut
}

// receive takes over a plan of what the form says now; an older one is late.
func (d pasted) receive(s scene.Scene, t scene.Transferred) pasted {
	if t.Transfer.What != scene.Import {
		return d
	}
	switch {
	case t.Failure != "":
		d.wrong, d.saves = t.Failure, false
	case t.Planned != nil && t.Transfer.Pasted != nil && same(t.Transfer.Pasted.How, d.how):
		follows := d.plan == nil || strings.HasPrefix(d.form.Fields.Focused(), "cell ")
		d.plan, d.wrong = t.Planned, ""
		d.form.Save = "files.apply"
		if len(d.plan.Wrong) > 0 {
			d.form.Save = "files.pasted-correct"
		}
		d.form.Fields = d.form.Fields.SetFields(d.fields(s)...)
		if len(d.plan.Wrong) > 0 && follows { // else somebody is choosing something
			d.form.Fields = d.form.Fields.Focus(cellField(d.plan.Wrong[0].CellAt))
		}
		d.how = d.chosen()
	}
	return d.told(s)
}

// told says over the form what reading the rows would do.
func (d pasted) told(s scene.Scene) pasted {
	w := s.Words
	var out []string
	switch {
	case d.wrong != "":
		out = []string{d.wrong}
	case d.plan == nil:
		out = []string{w.Say("files.busy")}
	case len(d.plan.Problems) > 0:
		out = append([]string{w.Say("files.pasted-problems", len(d.plan.Problems))}, d.plan.Problems...)
	case d.plan.Nothing:
		out = []string{w.Say("files.pasted-nothing")}
	default:
		out = append(append([]string{w.Say("files.pasted-ready")}, d.plan.Counts...), d.plan.Notices...)
	}
	d.form.Lead = out[:min(len(out), mostLines)]
	if more := len(out) - mostLines; more > 0 {
		d.form.Lead = append(slices.Clip(d.form.Lead), w.Say("files.pasted-more", more))
	}
	return d
}

// mostLines is how many lines are said over the form; the rest is counted.
const mostLines = 12

func (d pasted) View(s scene.Scene) (string, *tea.Cursor) { return d.form.View(s) }
