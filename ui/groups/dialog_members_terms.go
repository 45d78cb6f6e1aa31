package groups

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// terms is the step that asks in which role and when people come into a group: for
// all of them in a form, one by one in the list under it. Below their names stand
// the consequences.
type terms struct {
	group   domain.GroupID
	n       dialog.Namer
	from    membersStep // where esc goes back to
	people  []domain.PersonID
	roles   []domain.Role // NoRole: the person's default role
	form    widget.Form
	list    widget.List
	inList  bool           // the list has the keys
	notes   dialog.Remarks // above the list
	weighed dialog.Weighed
	below   dialog.Page // what it says, under the names
	refuse  string
}

const manyRoles = "several" // the value of the role field when the list has different ones

func newTerms(s scene.Scene, n dialog.Namer, group domain.GroupID, people []domain.PersonID, from membersStep) terms {
	t := terms{from: from, group: group, n: n}
	slices.Sort(people)
	t.people = n.Order(slices.Compact(people)) // marked people may be in the pasted list, too
	t.roles = make([]domain.Role, len(t.people))
	own := widget.Option{Key: domain.NoRole.String(), Label: s.Words.Say("add-members.own-roles"), Help: s.Words.Say("add-members.own-roles-help")}
	options := append([]widget.Option{own}, roleOptions(s.Words)...)
	options = append(options, widget.Option{Key: manyRoles, Label: s.Words.Say("add-members.roles-differ")})
	t.form = widget.NewForm(
		widget.Field{Key: "role", Kind: widget.ChoiceField, Label: s.Words.Say("member-dialog.role"), Options: options, Value: domain.NoRole.String()},
		dialog.From(s.Words, s.On, false), dialog.Through(s.Words, 0), dialog.Reason(s),
	)
	return t.withConsequences(s)
}

func (t terms) command(s scene.Scene) domain.AddMembers {
	period, _ := dialog.Period(s.Words, t.form)
	var out domain.AddMembers
	for i, id := range t.people {
		out.Memberships = append(out.Memberships, domain.Membership{Group: t.group, Person: id, Role: t.roles[i], Period: period})
	}
	return out
}

// withConsequences finds out what adding them would turn.
func (t terms) withConsequences(s scene.Scene) terms {
	t.notes, t.below, t.weighed = nil, dialog.Page{}, dialog.Weighed{}
	period, ok := dialog.Period(s.Words, t.form)
	if !ok {
		return t
	}
	var open []domain.PersonID
	for i, id := range t.people {
		if s.World.RoleIn(domain.Membership{Person: id, Role: t.roles[i]}) == domain.External && period.Through.IsZero() {
			open = append(open, id)
		}
	}
	if len(open) > 0 {
		t.notes = dialog.Remarks{dialog.QuietTone.Remark(s.Words.Say("member-dialog.external-open", s.Words.Some(t.n.Names(open), 3)))}
	}
	t.weighed = dialog.Weigh(s, t.n, t.command(s), t.group)
	t.below = t.weighed.Remarks.Page(s, dialog.BodyWidth(s, formWidth))
	t.form = t.weighed.AskIn(s, t.form, true)
	return t
}

func (t terms) update(s scene.Scene, at widget.Box, msg tea.Msg) (terms, widget.Event) {
	form, _, list := t.layout(s, at)
	t.list = t.list.Set(t.rows(s, list.W-dialog.BarWidth), list.H)
	switch msg := msg.(type) {
	case scene.Refused:
		return t.showRefusal(s, msg.Refusal), widget.None
	case scene.Clicked:
		return t.click(s, form, list, msg), widget.None
	case tea.PasteMsg:
		if t.inList {
			return t, widget.None
		}
		return t.updateForm(s, msg)
	case tea.KeyPressMsg:
		t.refuse = ""
		if t.inList {
			return t.updateList(s, msg)
		}
		if dialog.Repeats(s, t.form, msg) {
			t.form = t.form.Set(dialog.ReasonField, s.LastReason)
			return t, widget.None
		}
		page := max(list.H-1, 1)
		switch field := t.form.Focused(); msg.String() {
		case "pgdown":
			t.list = t.list.Scroll(page)
			return t, widget.None
		case "pgup":
			t.list = t.list.Scroll(-page)
			return t, widget.None
		case "tab", "down":
			t.inList = field == dialog.ReasonField
		case "shift+tab", "up":
			t.inList = field == "role"
		}
		if t.inList {
			return t, widget.None
		}
		return t.updateForm(s, msg)
	}
	return t, widget.None
}

func (t terms) updateForm(s scene.Scene, msg tea.Msg) (terms, widget.Event) {
	field := t.form.Focused()
	form, event := t.form.SetCutPaste(dialog.CutPaste(s.Words)).Update(msg)
	t.form = form
	if event == widget.Changed {
		t = t.applyField(s, field)
	}
	return t, event
}

// applyField takes a changed field of the form into the list.
func (t terms) applyField(s scene.Scene, field string) terms {
	if field == dialog.ReasonField {
		return t
	}
	if field == "role" {
		if t.form.Value("role") == manyRoles { // one cannot choose that: only the list makes roles differ
			t.form = t.form.Set("role", domain.NoRole.String())
		}
		all := roleFrom(t.form)
		t.roles = make([]domain.Role, len(t.people))
		for i, id := range t.people {
			t.roles[i] = storedRole(s, id, all)
		}
	}
	return t.withConsequences(s)
}

// storedRole is a role as a membership keeps it: NoRole for the default role, so
// that it follows the person.
func storedRole(s scene.Scene, id domain.PersonID, r domain.Role) domain.Role {
	if p, _ := s.World.Person(id); p.Role == r {
		return domain.NoRole
	}
	return r
}

// updateList answers a key while the list has the keys.
func (t terms) updateList(s scene.Scene, key tea.KeyPressMsg) (terms, widget.Event) {
	switch key.String() {
	case "esc":
		return t, widget.Cancel
	case "tab":
		t.inList, t.form = false, t.form.Focus("role")
	case "shift+tab":
		t.inList, t.form = false, t.form.Focus(dialog.ReasonField)
	case "up", "k":
		if t.list.Cursor() <= 0 {
			t.inList, t.form = false, t.form.Focus(dialog.ReasonField)
			return t, widget.None
		}
		t.list = t.list.Move(-1)
	case "space", "right":
		return t.nextRole(s, 1), widget.Changed
	case "left":
		return t.nextRole(s, -1), widget.Changed
	case "enter", "ctrl+s":
		form, event := t.form.Update(key)
		t.form, t.inList = form, event == widget.Submit
		return t, event
	default:
		t.list, _ = t.list.Key(key.String())
	}
	return t, widget.None
}

// nextRole gives the person under the cursor another role.
func (t terms) nextRole(s scene.Scene, by int) terms {
	i := t.list.Cursor()
	if i < 0 || i >= len(t.people) {
		return t
	}
	all := domain.MemberRoles()
	now := s.World.RoleIn(domain.Membership{Person: t.people[i], Role: t.roles[i]})
	next := all[(slices.Index(all, now)+by+len(all))%len(all)]
	t.roles = slices.Clone(t.roles)
	t.roles[i] = storedRole(s, t.people[i], next)
	t.form = t.form.Set("role", manyRoles)
	return t.withConsequences(s)
}

func (t terms) showRefusal(s scene.Scene, r domain.Refusal) terms {
	sentence := s.Words.Refusal(s.World, r)
	switch key := string(r.Field); key {
	case "role", "from", "through":
		t.form, t.inList = t.form.SetError(key, sentence), false
	default:
		t.refuse = sentence
	}
	return t
}

func (t terms) click(s scene.Scene, form, list widget.Box, at scene.Clicked) terms {
	switch {
	case at.Wheel != 0:
		t.list = t.list.Scroll(at.Wheel)
	case form.Contains(at.X, at.Y):
		t.inList = false
		x, y := form.Local(at.X, at.Y)
		next, event := t.form.Click(s.Theme, x, y, form.W, form.H)
		t.form = next
		if event == widget.Changed {
			t = t.applyField(s, t.form.Focused())
		}
	case list.Contains(at.X, at.Y):
		i, ok := t.list.At(at.Y - list.Y)
		if !ok {
			return t
		}
		again := t.inList && i == t.list.Cursor()
		t.list, t.inList = t.list.Select(i), true
		if again {
			return t.nextRole(s, 1)
		}
	}
	return t
}

// overflows reports whether not all of the people and the consequences are in view: what is
// cut without a word reassures.
func (t terms) overflows(s scene.Scene, at widget.Box) bool {
	_, _, list := t.layout(s, at)
	return t.rows(s, list.W-dialog.BarWidth).N > list.H
}

// rows are the people and the lines of the consequences: the cursor goes through
// those too, so that all of them can be read.
func (t terms) rows(s scene.Scene, w int) widget.Rows {
	return widget.Rows{N: len(t.people) + len(t.below.Lines(s, w))}
}

// layout returns the boxes of the form, the remarks and the list, from above.
func (t terms) layout(s scene.Scene, at widget.Box) (form, remarks, list widget.Box) {
	above, between := t.form.Lines(s.Theme, at.W), len(t.remarks(s, at.W))
	least := min(4, at.H/2)
	above = min(above, max(at.H-least-between, at.H/3))
	between = min(between, max(at.H-least-above, 0))
	parts := at.Rows(above, between, widget.Share(1))
	return parts[0], parts[1], parts[2]
}

// remarks are the lines between the form and the list.
func (t terms) remarks(s scene.Scene, w int) []string {
	var out dialog.Remarks
	if t.refuse != "" {
		out = append(out, dialog.WrongTone.Remark(t.refuse))
	}
	out = append(out, t.notes...)
	out = append(out, dialog.HeadTone.Remark(s.Words.Say("add-members.to-add", len(t.people))))
	return out.Lines(s.Theme, w)
}

func (t terms) view(s scene.Scene, at widget.Box) (string, *tea.Cursor) {
	form, remarks, in := t.layout(s, at)
	if t.inList {
		t.form = t.form.Blur()
	}
	drawn, cursor := t.form.View(s.Theme, form.W, form.H)
	if form.H == 0 {
		drawn = ""
	}
	below := t.below.Lines(s, in.W-dialog.BarWidth)
	list := t.list.Set(t.rows(s, in.W-dialog.BarWidth), in.H)
	names := dialog.ListView(s.Theme, list, in.W, in.H, func(i int, state widget.RowState, w int) string {
		if i < len(t.people) {
			return t.draw(s, w, i, state)
		}
		pointer := "  "
		if state.Selected && t.inList {
			pointer = "▸ "
		}
		return widget.FitLine(s.Theme.Measure, widget.Paint(s.Theme.Accent, pointer)+below[i-len(t.people)], w)
	})
	if t.inList {
		from, _ := list.Window()
		cursor = tea.NewCursor(0, in.Y-at.Y+max(list.Cursor()-from, 0))
	}
	return widget.Stack(drawn, widget.Fit(s.Theme.Measure, t.remarks(s, at.W), remarks.W, remarks.H), names), cursor
}

// draw draws one person: name, detail and role.
func (t terms) draw(s scene.Scene, w, i int, state widget.RowState) string {
	p, _ := s.World.Person(t.people[i])
	role := s.World.RoleIn(domain.Membership{Person: p.ID, Role: t.roles[i]})
	pointer, word := "  ", s.Words.RoleWord(role)
	if state.Selected && t.inList {
		pointer, word = "▸ ", "‹ "+word+" ›"
	}
	style := s.Theme.Roles[max(int(role)-1, 0)]
	if t.roles[i] != domain.NoRole {
		word = s.Words.Say("add-members.other-than-own", word)
	}
	base := s.Theme.Text
	if t.inList {
		base = widget.RowStyle(s.Theme, state, true)
	}
	return widget.Line(s.Theme.Measure, w, base,
		widget.Cell{Text: pointer + words.Clean(p.Shown()), Style: s.Theme.Text, W: widget.Share(3)}, widget.Cell{W: 1},
		widget.Cell{Text: t.n.Apart(p), Style: s.Theme.Faint, W: widget.Share(2)}, widget.Cell{W: 1},
		widget.Cell{Text: word, Style: style, W: min(24, w/3)})
}
