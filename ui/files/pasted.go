package files

import (
	"maps"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// pasted is the dialog that shows how pasted rows were understood, and what reading them
// would do: what the rows do not say, above the rows themselves, which are corrected in
// place. Each change is planned anew; enter reads them, through their impact.
type pasted struct {
	fields  widget.Form
	grid    grid
	inGrid  bool // it has the keys
	text    string
	how     scene.ImportHow // that was asked for last
	plan    *scene.Planned  // nil: it is being made
	saves   bool            // an import is on its way
	mended  bool            // a problem was seen to: the next one is shown once it is read
	wrong   string
	lead    dialog.Scroll
	discard dialog.Discard
}

var _ scene.Dialog = pasted{}

// The fields of what rows do not say.
const (
	roleField     = "role"
	groupField    = "group"
	sameNameField = "same-name"
)

// Pasted returns the dialog about what was pasted, and the wish for its first plan.
func Pasted(s scene.Scene, p scene.Paste) (scene.Dialog, scene.Wish) {
	return newPasted(s, p.Text, scene.ImportHow{Role: domain.Client, Group: p.Group})
}

func newPasted(s scene.Scene, text string, how scene.ImportHow) (scene.Dialog, scene.Wish) {
	d := pasted{text: text, how: how}
	d.fields = widget.NewForm(d.described(s)...)
	return d, d.ask()
}

// carryOut wants what was planned last.
var carryOut = scene.Transfer{What: scene.Import, Apply: true}

// ask wishes a plan of what the dialog says now.
func (d pasted) ask() scene.Wish {
	return scene.Transfer{What: scene.Import, Pasted: &scene.Pasted{Text: d.text, How: d.how}}
}

func (d pasted) described(s scene.Scene) []widget.Field {
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
	for answer, key := range sameNames {
		same.Options = append(same.Options, widget.Option{Key: strconv.Itoa(answer), Label: w.Say(key)})
	}
	return []widget.Field{role, group, same}
}

// sameNames are the answers about people with the same name, in words.
var sameNames = [...]words.Key{"files.same-ask", "files.same-one", "files.same-separate"}

// chosen is what the dialog says.
func (d pasted) chosen() scene.ImportHow {
	g := d.grid
	how := scene.ImportHow{Group: domain.GroupID(d.fields.Value(groupField)), Columns: g.columns, Cells: g.cells, Without: g.without}
	how.Role, _ = domain.ParseRole(d.fields.Value(roleField))
	same, _ := strconv.Atoi(d.fields.Value(sameNameField))
	how.SameName = scene.SameName(same)
	return how
}

func same(a, b scene.ImportHow) bool {
	return a.Role == b.Role && a.Group == b.Group && a.SameName == b.SameName && slices.Equal(a.Columns, b.Columns) &&
		maps.Equal(a.Cells, b.Cells) && maps.Equal(a.Without, b.Without)
}

func (d pasted) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d.grid = d.grid.resize(d.arrange(s).rows.H)
	switch msg := msg.(type) {
	case scene.Transferred:
		return d.receive(s, msg), nil
	case scene.Unanswered:
		d.saves = false
	case tea.PasteMsg:
		return d.paste(s, msg)
	case scene.Clicked:
		return d.click(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	}
	return d, nil
}

// paste begins anew with another list. One line goes in the cell of the cursor.
func (d pasted) paste(s scene.Scene, msg tea.PasteMsg) (scene.Dialog, scene.Wish) {
	switch {
	case d.discard.Asking() || d.saves:
	case scene.IsList(msg.Content):
		return newPasted(s, msg.Content, scene.ImportHow{Role: d.how.Role, Group: d.how.Group, SameName: d.how.SameName})
	case d.inGrid:
		d.grid = d.grid.paste(msg)
	}
	return d, nil
}

func (d pasted) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	var wish scene.Wish
	switch key := msg.String(); {
	case d.discard.Asking():
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	case d.inGrid && d.grid.mode != walking:
		return d.gridKey(s, msg)
	case key == "esc":
		d.discard, wish = d.discard.Leave(len(d.grid.cells)+len(d.grid.without)+len(d.grid.columns) > 0)
		return d, wish
	case key == "ctrl+s":
		return d.save(s)
	case key == "ctrl+n":
		return d.toProblem(), nil
	case !d.inGrid:
		return d.fieldKey(s, msg)
	case key == "tab" || key == "shift+tab":
		return d.leaveGrid(key == "tab"), nil
	}
	return d.gridKey(s, msg)
}

func (d pasted) gridKey(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	var event gridEvent
	d.grid, event = d.grid.Update(s, msg)
	return d.after(event)
}

// after plans anew where the grid changed.
func (d pasted) after(event gridEvent) (scene.Dialog, scene.Wish) {
	if event == gridNone {
		return d, nil
	}
	d.mended = event == gridMended
	return d.asked()
}

// asked plans anew where the dialog says something else than it did.
func (d pasted) asked() (scene.Dialog, scene.Wish) {
	how := d.chosen()
	if same(how, d.how) {
		return d, nil
	}
	d.how, d.wrong = how, ""
	return d, d.ask()
}

func (d pasted) fieldKey(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	key := msg.String()
	if l := d.arrange(s); key == "pgup" || key == "pgdown" {
		d.lead, _ = d.lead.Key(key, len(l.told), l.lead.H)
		return d, nil
	}
	last, first := d.fields.Focused() == sameNameField, d.fields.Focused() == roleField
	switch {
	case d.grid.table == nil:
	case last && (key == "tab" || key == "down"), first && (key == "shift+tab" || key == "up"):
		d.inGrid, d.fields = true, d.fields.Blur()
		return d, nil
	}
	var event widget.Event
	if d.fields, event = d.fields.Update(msg); event == widget.Submit {
		return d.save(s)
	}
	return d.asked()
}

// leaveGrid gives the keys to the fields: the first, or the last.
func (d pasted) leaveGrid(first bool) pasted {
	d.inGrid = false
	d.fields = d.fields.Focus(sameNameField)
	if first {
		d.fields = d.fields.Focus(roleField)
	}
	return d
}

// toProblem gives the keys to the next cell with a problem.
func (d pasted) toProblem() pasted {
	if grid, found := d.grid.toProblem(); found {
		d.grid, d.inGrid, d.fields = grid, true, d.fields.Blur()
	}
	return d
}

// save reads the rows, unless there is something to decide first.
func (d pasted) save(s scene.Scene) (scene.Dialog, scene.Wish) {
	switch {
	case d.plan == nil || d.saves:
		return d, nil
	case len(d.plan.Problems) > 0:
		return d.toProblem(), nil
	case d.plan.Nothing:
		return d, scene.Close{}
	}
	d.saves = !s.OnlyLooks() // the root shows what it would turn then, and saves nothing
	return d, carryOut
}

// receive takes over a plan of what the dialog says now; an older one is late.
func (d pasted) receive(s scene.Scene, t scene.Transferred) pasted {
	switch {
	case t.Transfer.What != scene.Import:
	case t.Failure != "":
		d.wrong, d.saves = t.Failure, false
	case t.Planned != nil && t.Transfer.Pasted != nil && same(t.Transfer.Pasted.How, d.how):
		first := d.plan == nil
		d.plan, d.wrong, d.lead = t.Planned, "", dialog.Scroll{}
		d.grid = d.grid.with(d.plan.Table, d.arrange(s).rows.H)
		switch {
		case d.grid.table == nil:
			d.inGrid = false
		case first || d.mended && d.inGrid && d.grid.mode == walking:
			d = d.next(first)
		}
		d.mended = false
	}
	return d
}

// next goes to the next problem, or to the fields once there is none, where enter reads the
// rows.
func (d pasted) next(first bool) pasted {
	switch {
	case first || len(d.grid.table.Problems[d.grid.place()]) == 0 && len(d.plan.Problems) > 0:
		return d.toProblem()
	case len(d.plan.Problems) == 0:
		return d.leaveGrid(true)
	}
	return d
}

// told is what reading the rows would do. Problems of a cell stand at it.
func (d pasted) told(s scene.Scene) dialog.Remarks {
	w := s.Words
	switch {
	case d.wrong != "":
		return dialog.WrongTone.Remarks(d.wrong)
	case d.plan == nil:
		return dialog.PlainTone.Remarks(w.Say("files.busy"))
	case len(d.plan.Problems) > 0 && d.grid.table == nil:
		return append(dialog.WrongTone.Remarks(w.Say("files.pasted-unreadable")), dialog.PlainTone.Remarks(d.plan.Problems...)...)
	case len(d.plan.Problems) > 0:
		out := dialog.WrongTone.Remarks(w.Say("files.pasted-problems", len(d.plan.Problems)))
		if d.plan.Alike {
			out = append(out, dialog.PlainTone.Remark(w.Say("files.pasted-alike", w.Say("files.pasted-same"))))
		}
		return out
	case d.plan.Nothing:
		return dialog.PlainTone.Remarks(w.Say("files.pasted-nothing"))
	}
	out := dialog.PlainTone.Remarks(w.Say("files.pasted-ready"))
	return append(append(out, dialog.PlainTone.Remarks(d.plan.Counts...)...), dialog.QuietTone.Remarks(d.plan.Notices...)...)
}

// about says what there is to know of the cell of the cursor.
func (d pasted) about(s scene.Scene) dialog.Remarks {
	g, w := d.grid, s.Words
	if g.table == nil {
		return nil
	}
	if !d.inGrid {
		return dialog.QuietTone.Remarks(w.Say("files.pasted-legend"))
	}
	at := g.place()
	if g.without[at.Row] && !g.onHeads {
		return dialog.QuietTone.Remarks(w.Say("files.pasted-left-out"))
	}
	out := dialog.WrongTone.Remarks(g.table.Problems[at]...)
	if !g.onHeads {
		out = append(out, dialog.WrongTone.Remarks(g.table.Problems[scene.CellAt{Row: at.Row}]...)...)
	}
	if _, corrected := g.cells[at]; corrected {
		out = append(out, dialog.QuietTone.Remark(w.Say("files.pasted-was", words.Clean(g.was[at]))))
	}
	switch c := g.columnAt(g.column); {
	case len(out) > 0:
	case g.onHeads:
		out = dialog.QuietTone.Remarks(w.Say("files.pasted-head"))
	case c.As == "":
		out = dialog.QuietTone.Remarks(w.Say("files.pasted-column-unread"))
	default:
		out = dialog.QuietTone.Remarks(w.Say("files.pasted-legend"))
	}
	return out
}
