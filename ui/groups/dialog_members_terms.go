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

// terms says in which role and when people come into a group: for all of them in
// a form, one by one in the list under it. Below their names stands whom it
// reveals to whom.
type terms struct {
	from   membersStep // where esc goes back to
	people []domain.PersonID
	roles  []domain.Role // NoRole: the person's default role
	form   widget.Form
	list   widget.List
	inList bool // the list has the keys
	told   dialog.Remarks
	below  dialog.Page
	refuse string
}

const manyRoles = "several"

func newTerms(s scene.Scene, n dialog.Namer, group domain.GroupID, people []domain.PersonID, from membersStep) terms {
	t := terms{from: from}
	slices.Sort(people)
	t.people = n.Order(slices.Compact(people)) // a pasted list may name who was marked already
	t.roles = make([]domain.Role, len(t.people))
	own := widget.Option{Key: domain.NoRole.String(), Label: s.Words.Say("add-members.own-roles"), Help: s.Words.Say("add-members.own-roles-help")}
	options := append([]widget.Option{own}, roleOptions(s.Words)...)
	options = append(options, widget.Option{Key: manyRoles, Label: s.Words.Say("add-members.roles-differ")})
	t.form = widget.NewForm(
		widget.Field{Key: "role", Kind: widget.ChoiceField, Label: s.Words.Say("member-dialog.role"), Options: options, Value: domain.NoRole.String()},
		dialog.From(s.Words, s.On, false), dialog.Through(s.Words, 0), dialog.Reason(s),
	)
	return t.retold(s, n, group)
}

func (t terms) command(s scene.Scene, group domain.GroupID) domain.AddMembers {
	period, _ := dialog.Period(s.Words, t.form)
	var out domain.AddMembers
	for i, id := range t.people {
		out.Memberships = append(out.Memberships, domain.Membership{Group: group, Person: id, Role: t.roles[i], Period: period})
	}
	return out
}

// retold finds out what adding them would turn.
func (t terms) retold(s scene.Scene, n dialog.Namer, group domain.GroupID) terms {
	t.told, t.below = nil, dialog.Page{}
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
		t.told = dialog.Remarks{dialog.QuietTone.Of(s.Words.Say("member-dialog.external-open", s.Words.Some(n.Names(open), 3)))}
	}
	said := dialog.Foretold(s, n, t.command(s, group), max(s.On, period.From), group)
	t.below = said.Page(s, dialog.BodyWidth(s, formWidth))
	return t
}

func (t terms) update(s scene.Scene, n dialog.Namer, group domain.GroupID, at widget.Box, msg tea.Msg) (terms, widget.Event) {
	form, _, list := t.layout(s, at)
	t.list = t.list.Set(t.rows(s, list.W), list.H)
	switch msg := msg.(type) {
	case scene.Refused:
		return t.refused(s, msg.Refusal), widget.None
	case scene.Clicked:
		return t.clicked(s, n, group, form, list, msg), widget.None
	case tea.PasteMsg:
		if t.inList {
			return t, widget.None
		}
		return t.typed(s, n, group, msg)
	case tea.KeyPressMsg:
		t.refuse = ""
		if t.inList {
			return t.listed(s, n, group, msg)
		}
		switch field := t.form.Focused(); msg.String() {
		case "pgdown", "pgup":
			t.list, _ = t.list.Key(msg.String())
			return t, widget.None
		case "tab", "down":
			t.inList = field == dialog.ReasonField
		case "shift+tab", "up":
			t.inList = field == "role"
		}
		if t.inList {
			return t, widget.None
		}
		return t.typed(s, n, group, msg)
	}
	return t, widget.None
}

func (t terms) typed(s scene.Scene, n dialog.Namer, group domain.GroupID, msg tea.Msg) (terms, widget.Event) {
	field := t.form.Focused()
	form, event := t.form.SetCutPaste(dialog.CutPaste(s.Words)).Update(msg)
	t.form = form
	if event == widget.Changed {
		t = t.changed(s, n, group, field)
	}
	return t, event
}

// changed takes what the form says into the list.
func (t terms) changed(s scene.Scene, n dialog.Namer, group domain.GroupID, field string) terms {
	if field == dialog.ReasonField {
		return t
	}
	if field == "role" {
		if t.form.Value("role") == manyRoles { // only what the list says makes roles differ
			t.form = t.form.Set("role", domain.NoRole.String())
		}
		all := roleFrom(t.form)
		t.roles = make([]domain.Role, len(t.people))
		for i, id := range t.people {
			t.roles[i] = besides(s, id, all)
		}
	}
	return t.retold(s, n, group)
}

// besides is a role as a membership keeps it: the default role is not repeated,
// so that it follows the person.
func besides(s scene.Scene, id domain.PersonID, r domain.Role) domain.Role {
	if p, _ := s.World.Person(id); p.Role == r {
		return domain.NoRole
	}
	return r
}

// listed has the keys while the list has them.
func (t terms) listed(s scene.Scene, n dialog.Namer, group domain.GroupID, key tea.KeyPressMsg) (terms, widget.Event) {
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
		return t.turned(s, n, group, 1), widget.Changed
	case "left":
		return t.turned(s, n, group, -1), widget.Changed
	case "enter", "ctrl+s":
		form, event := t.form.Update(key)
		t.form, t.inList = form, event == widget.Submit
		return t, event
	default:
		t.list, _ = t.list.Key(key.String())
	}
	return t, widget.None
}

// turned gives the person under the cursor the next role.
func (t terms) turned(s scene.Scene, n dialog.Namer, group domain.GroupID, by int) terms {
	i := t.list.Cursor()
	if i < 0 || i >= len(t.people) {
		return t
	}
	all := domain.MemberRoles()
	now := s.World.RoleIn(domain.Membership{Person: t.people[i], Role: t.roles[i]})
	next := all[(slices.Index(all, now)+by+len(all))%len(all)]
	t.roles = slices.Clone(t.roles)
	t.roles[i] = besides(s, t.people[i], next)
	t.form = t.form.Set("role", manyRoles)
	return t.retold(s, n, group)
}

func (t terms) refused(s scene.Scene, r domain.Refusal) terms {
	sentence := s.Words.Refusal(s.World, r)
	switch key := string(r.Field); key {
	case "role", "from", "through":
		t.form, t.inList = t.form.SetError(key, sentence), false
	default:
		t.refuse = sentence
	}
	return t
}

func (t terms) clicked(s scene.Scene, n dialog.Namer, group domain.GroupID, form, list widget.Box, at scene.Clicked) terms {
	switch {
	case at.Wheel != 0:
		t.list = t.list.Scroll(3 * at.Wheel)
	case form.Contains(at.X, at.Y):
		t.inList = false
		x, y := form.Local(at.X, at.Y)
		next, event := t.form.Click(s.Theme, x, y, form.W, form.H)
		t.form = next
		if event == widget.Changed {
			t = t.changed(s, n, group, t.form.Focused())
		}
	case list.Contains(at.X, at.Y):
		i, ok := t.list.At(at.Y - list.Y)
		if !ok {
			return t
		}
		again := t.inList && i == t.list.Cursor()
		t.list, t.inList = t.list.Select(i), true
		if again {
			return t.turned(s, n, group, 1)
		}
	}
	return t
}

// rows are the people and, under them, what adding them would turn; those lines
// can be walked through, so that all of them can be read.
func (t terms) rows(s scene.Scene, w int) widget.Rows {
	return widget.Rows{N: len(t.people) + len(t.below.Lines(s, w))}
}

// layout is the form, what is remarked, and the list, from above.
func (t terms) layout(s scene.Scene, at widget.Box) (form, remarked, list widget.Box) {
	above, between := t.form.Lines(s.Theme, at.W), len(t.words(s, at.W))
	least := min(4, at.H/2)
	above = min(above, max(at.H-least-between, at.H/3))
	between = min(between, max(at.H-least-above, 0))
	parts := at.Rows(above, between, widget.Share(1))
	return parts[0], parts[1], parts[2]
}

// words stand between the form and the list.
func (t terms) words(s scene.Scene, w int) []string {
	var out dialog.Remarks
	if t.refuse != "" {
		out = append(out, dialog.WrongTone.Of(t.refuse))
	}
	out = append(out, t.told...)
	out = append(out, dialog.HeadTone.Of(s.Words.Say("add-members.to-add", len(t.people))))
	return out.Lines(s.Theme, w)
}

func (t terms) view(s scene.Scene, n dialog.Namer, at widget.Box) (string, *tea.Cursor) {
	form, remarked, in := t.layout(s, at)
	asked := t.form
	if t.inList {
		asked = asked.Blur()
	}
	drawn, cursor := asked.View(s.Theme, form.W, form.H)
	if form.H == 0 {
		drawn = ""
	}
	below := t.below.Lines(s, in.W)
	list := t.list.Set(t.rows(s, in.W), in.H)
	names := widget.Fit(list.Lines(func(i int, state widget.RowState) string {
		if i < len(t.people) {
			return t.draw(s, n, in.W, i, state)
		}
		pointer := "  "
		if state.Selected && t.inList {
			pointer = "▸ "
		}
		return widget.Paint(s.Theme.Accent, pointer) + below[i-len(t.people)]
	}), in.W, in.H)
	if t.inList {
		from, _ := list.Window()
		cursor = tea.NewCursor(0, in.Y-at.Y+max(list.Cursor()-from, 0))
	}
	return widget.Stack(drawn, widget.Fit(t.words(s, at.W), remarked.W, remarked.H), names), cursor
}

// draw is one person: name, what tells them apart, and the role.
func (t terms) draw(s scene.Scene, n dialog.Namer, w, i int, state widget.RowState) string {
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
	return widget.Line(w, base,
		widget.Cell{Text: pointer + words.Clean(p.Shown()), Style: s.Theme.Text, W: widget.Share(3)}, widget.Cell{W: 1},
		widget.Cell{Text: n.Apart(p), Style: s.Theme.Faint, W: widget.Share(2)}, widget.Cell{W: 1},
		widget.Cell{Text: word, Style: style, W: min(24, w/3)})
}
