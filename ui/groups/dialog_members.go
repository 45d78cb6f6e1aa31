package groups

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// membersDialog puts several people into a group: mark them in a list or paste
// one, decide whom the pasted lines mean, then say in which role and from when.
type membersDialog struct {
	group  domain.Group
	n      dialog.Namer
	step   membersStep
	pick   dialog.PickSeveral
	paste  widget.Area // a list that is typed or pasted by hand
	sorted sorting
	terms  terms
}

var _ scene.Dialog = membersDialog{}

type membersStep uint8

const (
	pickStep membersStep = iota
	pasteStep
	sortStep
	termsStep
)

const (
	pasteLimit = 20_000 // characters; far more than the lines that are read
	linesLimit = 500
)

// addMembers opens on the people who are not in the group on the reference date.
func addMembers(s scene.Scene, g domain.Group) scene.Dialog {
	d := membersDialog{group: g, n: dialog.NewNamer(s), paste: widget.NewArea(pasteLimit)}
	a := newAdmission(s, g.ID)
	var items []widget.Item
	left := map[words.Key]int{}
	for _, p := range s.Roster.People() {
		if why := a.obstacle(p); why != "" {
			left[why]++
			continue
		}
		items = append(items, d.n.Item(p))
	}
	d.pick = dialog.NewPickSeveral(s, s.Words.Say("add-members.pick-title", words.Clean(g.Name)), formWidth, items, "add-members.nobody-left")
	d.pick.Picker = d.pick.Picker.SetPlaceholder(s.Words.Say("add-members.placeholder"))
	d.pick.Hints = []widget.Hint{{Key: "ctrl+v", Text: s.Words.Say("add-members.paste")}}
	var notes []string
	for _, k := range []struct{ why, words words.Key }{
		{"add-members.is-in", "add-members.left-in"}, {"add-members.is-administrator", "add-members.left-administrators"}, {"add-members.is-inactive", "add-members.left-inactive"},
	} {
		if n := left[k.why]; n > 0 {
			notes = append(notes, s.Words.Say(k.words, n))
		}
	}
	if len(notes) > 0 {
		d.pick.Note = dialog.QuietTone.Remarks(s.Words.Say("add-members.left-out", s.Words.List(notes)))
	}
	return d
}

// admission says who may be put into a group.
type admission struct {
	on domain.Date
	in map[domain.PersonID]bool
}

func newAdmission(s scene.Scene, id domain.GroupID) admission {
	a := admission{on: s.On, in: map[domain.PersonID]bool{}}
	for m := range s.World.MembersOf(id) {
		if m.Covers(s.On) {
			a.in[m.Person] = true
		}
	}
	return a
}

// obstacle is the reason why somebody cannot be added; empty when they can.
func (a admission) obstacle(p domain.Person) words.Key {
	switch {
	case a.in[p.ID]:
		return "add-members.is-in"
	case p.Role == domain.Administrator: // G7
		return "add-members.is-administrator"
	case !p.ActiveOn(a.on):
		return "add-members.is-inactive"
	}
	return ""
}

func (d membersDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if at, ok := msg.(scene.Clicked); ok {
		if key, ok := d.sheet(s).Key(s.Theme, at); ok {
			msg = key
		}
	}
	switch d.step {
	case pasteStep:
		return d.updatePaste(s, msg), nil
	case sortStep:
		return d.updateSorting(s, msg)
	case termsStep:
		return d.updateTerms(s, msg)
	default:
		return d.updatePick(s, msg)
	}
}

// updatePick is the first step: mark people in the list, or paste one.
func (d membersDialog) updatePick(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if !d.pick.Asking() {
		switch m := msg.(type) {
		case tea.PasteMsg:
			if isList(m.Content) {
				return d.read(s, m.Content), nil
			}
			msg = tea.PasteMsg{Content: strings.TrimSpace(m.Content)}
		case tea.KeyPressMsg:
			if m.String() == "ctrl+v" {
				d.step = pasteStep
				return d, nil
			}
		}
	}
	d.pick.Typed = d.paste.Value() != ""
	var event widget.Event
	d.pick, event = d.pick.Update(s, msg)
	switch event {
	case widget.Submit:
		d.terms = newTerms(s, d.n, d.group.ID, personIDs(d.pick.Picker.Picked()), pickStep)
		d.step = termsStep
	case widget.Cancel:
		return d, scene.Close{}
	}
	return d, nil
}

func personIDs(keys []string) []domain.PersonID {
	out := make([]domain.PersonID, len(keys))
	for i, k := range keys {
		out[i] = domain.PersonID(k)
	}
	return out
}

// isList reports whether a paste has more than one line with something on it.
func isList(s string) bool {
	s = strings.TrimSpace(cut(s[:min(len(s), 4*pasteLimit)], pasteLimit))
	return strings.ContainsAny(s, "\n\r")
}

// updatePaste is the step in which a list is typed or pasted by hand.
func (d membersDialog) updatePaste(s scene.Scene, msg tea.Msg) membersDialog {
	d.paste = d.paste.Resize(s.Theme.Measure, d.sheet(s).Body.W)
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch msg.String() {
		case "esc":
			d.step = pickStep
			return d
		case "ctrl+s", "tab":
			if strings.TrimSpace(d.paste.Value()) == "" {
				return d
			}
			return d.read(s, d.paste.Value())
		}
		d.paste, _ = d.paste.Update(msg)
	case tea.PasteMsg:
		d.paste, _ = d.paste.Update(msg)
	}
	return d
}

// read goes on to the step that sorts a list; marked people stay marked.
func (d membersDialog) read(s scene.Scene, list string) membersDialog {
	list, unread := readable(list)
	d.paste = d.paste.SetValue(list)
	d.sorted = newSorting(s, newAdmission(s, d.group.ID), list)
	d.sorted.unread += unread
	d.step = sortStep
	return d
}

// readable cuts a list to whole lines within the limit, because half a name could
// be somebody else's, and counts the lines that are left over.
func readable(list string) (kept string, unread int) {
	kept = cut(list[:min(len(list), 4*pasteLimit)], pasteLimit)
	if end := strings.LastIndexAny(kept, "\r\n"); len(kept) < len(list) && end >= 0 {
		kept = kept[:end]
	}
	if rest := strings.TrimSpace(list[len(kept):]); rest != "" {
		unread = max(strings.Count(rest, "\n"), strings.Count(rest, "\r")) + 1
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(kept), unread
}

// pastedMembers opens on a list that was pasted on a group; ok is false where it means
// nobody who is there.
func pastedMembers(s scene.Scene, g domain.Group, list string) (d scene.Dialog, ok bool) {
	read := addMembers(s, g).(membersDialog).read(s, list)
	return read, len(read.sorted.unknown()) < len(read.sorted.lines)
}

// updateSorting is the step that shows whom each line of a list means. Those who are not
// there yet can be made, and come into the group.
func (d membersDialog) updateSorting(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Refresh:
		d.sorted = d.sorted.again(s, newAdmission(s, d.group.ID))
		return d, nil
	case tea.KeyPressMsg:
		if lines := d.sorted.unknown(); msg.String() == "n" && len(lines) > 0 {
			return d, scene.Paste{Text: strings.Join(lines, "\n"), Group: d.group.ID}
		}
	}
	var event widget.Event
	d.sorted, event = d.sorted.update(s, d.sheet(s).Body, msg)
	switch event {
	case widget.Cancel:
		d.step = pickStep
	case widget.Submit:
		people := personIDs(d.pick.Picker.Marked())
		people = append(people, d.sorted.people()...)
		d.terms = newTerms(s, d.n, d.group.ID, people, sortStep)
		d.step = termsStep
	}
	return d, nil
}

// updateTerms is the last step: role and period, and the people.
func (d membersDialog) updateTerms(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	var event widget.Event
	d.terms, event = d.terms.update(s, d.sheet(s).Body, msg)
	switch event {
	case widget.Cancel:
		d.step = d.terms.from
	case widget.Submit:
		return d, d.terms.weighed.Edit(d.terms.command(s), dialog.Text(d.terms.form, dialog.ReasonField))
	}
	return d, nil
}

func (d membersDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	var drawn string
	var cursor *tea.Cursor
	switch d.step {
	case pasteStep:
		drawn, cursor = d.pasteView(s, p)
	case sortStep:
		drawn, cursor = d.sorted.view(s, d.n, p.Body)
	case termsStep:
		drawn, cursor = d.terms.view(s, p.Body)
	default:
		return d.pick.View(s)
	}
	return p.View(s.Theme, drawn, cursor)
}

func (d membersDialog) sheet(s scene.Scene) dialog.Sheet {
	back := widget.Hint{Key: "esc", Text: s.Words.Say("hint.back")}
	next := s.Words.Say("add-members.next")
	var title words.Key
	var hints []widget.Hint
	switch d.step {
	case pasteStep:
		title, hints = "add-members.paste-title", []widget.Hint{{Key: "ctrl+s", Text: next}, back}
	case sortStep:
		title = "add-members.sort-title"
		hints = []widget.Hint{{Key: "enter", Text: next}, {Key: "space", Show: s.Words.Say("hint.space"), Text: s.Words.Say("hint.choose")}}
		if n := len(d.sorted.unknown()); n > 0 {
			hints = append(hints, widget.Hint{Key: "n", Text: s.Words.Say("add-members.make-unknown", n)})
		}
		hints = append(hints, back)
	case termsStep:
		title = "add-members.terms-title"
		hints = []widget.Hint{dialog.SaveHint(s, "hint.save"), {Key: "tab", Text: s.Words.Say("add-members.tab")}}
		if d.terms.inList {
			hints = append(hints, widget.Hint{Key: "space", Show: s.Words.Say("hint.space"), Text: s.Words.Say("add-members.other-role")})
		}
		hints = append(hints, back)
	default:
		return d.pick.Sheet(s)
	}
	return dialog.NewTallSheet(s, s.Words.Say(title, words.Clean(d.group.Name)), hints, formWidth)
}

func (d membersDialog) pasteView(s scene.Scene, p dialog.Sheet) (string, *tea.Cursor) {
	note := dialog.QuietTone.Remark(s.Words.Say("add-members.paste-help"))
	if kept, cut := d.paste.Cut(); cut {
		note = dialog.WarnTone.Remark(dialog.CutPaste(s.Words)(kept))
	}
	help := dialog.Remarks{note}.Lines(s.Theme, p.Body.W)
	parts := p.Body.Rows(min(len(help), p.Body.H/3), widget.Share(1))
	drawn, x, y := d.paste.View(s.Theme.Measure, parts[1].W, parts[1].H, s.Theme.Input, s.Theme.Faint)
	if parts[1].H == 0 {
		drawn = ""
	}
	return widget.Stack(widget.Fit(s.Theme.Measure, help, parts[0].W, parts[0].H), drawn), tea.NewCursor(x, y+parts[0].H)
}

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
	t.list = t.list.Set(t.rows(s, list.W), list.H)
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
	below := t.below.Lines(s, in.W)
	list := t.list.Set(t.rows(s, in.W), in.H)
	names := widget.Fit(s.Theme.Measure, list.Lines(func(i int, state widget.RowState) string {
		if i < len(t.people) {
			return t.draw(s, in.W, i, state)
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
