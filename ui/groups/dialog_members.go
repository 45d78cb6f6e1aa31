package groups

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// membersDialog puts several people into a group: pick them from a list or paste
// one, sort out what a pasted line means, then say in which role and from when.
type membersDialog struct {
	group   domain.Group
	n       dialog.Namer
	step    membersStep
	picker  widget.Picker
	left    dialog.Remarks // who is not offered, and why
	paste   widget.Area    // a list that is typed or pasted by hand
	sorted  sorting
	terms   terms
	discard dialog.Discard
}

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
	out := map[words.Key]int{}
	for _, p := range s.Roster.People() {
		if why := a.bars(p); why != "" {
			out[why]++
			continue
		}
		items = append(items, d.n.Item(p))
	}
	d.picker = widget.NewPicker(items, true, words.Fold, nil).SetPlaceholder(s.Words.Say("add-members.placeholder"))
	d.picker.Empty = s.Words.Say("list.no-match")
	if len(items) == 0 {
		d.picker.Empty = s.Words.Say("add-members.nobody-left")
	}
	for _, k := range []struct{ why, words words.Key }{
		{"add-members.is-in", "add-members.left-in"}, {"add-members.is-administrator", "add-members.left-administrators"}, {"add-members.is-inactive", "add-members.left-inactive"},
	} {
		if n := out[k.why]; n > 0 {
			d.left = append(d.left, dialog.QuietTone.Remark(s.Words.Say(k.words, n)))
		}
	}
	if len(d.left) > 0 {
		var all []string
		for _, r := range d.left {
			all = append(all, r.Words)
		}
		d.left = dialog.Remarks{dialog.QuietTone.Remark(s.Words.Say("add-members.left-out", s.Words.List(all)))}
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

// bars is why somebody is not offered; empty when they are.
func (a admission) bars(p domain.Person) words.Key {
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

// Update implements scene.Dialog.
func (d membersDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if at, ok := msg.(scene.Clicked); ok {
		if key, ok := d.sheet(s).Key(s.Theme, at); ok {
			msg = key
		}
	}
	if d.discard.Asking() {
		var wish scene.Wish
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	switch d.step {
	case pasteStep:
		return d.pasting(s, msg), nil
	case sortStep:
		return d.sorting(s, msg), nil
	case termsStep:
		return d.agreeing(s, msg)
	default:
		return d.picking(s, msg)
	}
}

// picking is the first step: mark people in the list, or paste one.
func (d membersDialog) picking(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	at := d.pickBox(s)
	d.picker = d.picker.Resize(at.H)
	event := widget.None
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.picker = d.picker.Scroll(3 * msg.Wheel)
			return d, nil
		}
		d.picker, event = d.picker.Click(msg.X-at.X, msg.Y-at.Y, at.W, at.H)
	case tea.PasteMsg:
		if isList(msg.Content) {
			return d.read(s, msg.Content), nil
		}
		d.picker, event = d.picker.Update(tea.PasteMsg{Content: strings.TrimSpace(msg.Content)})
	case tea.KeyPressMsg:
		if msg.String() == "ctrl+v" {
			d.step = pasteStep
			return d, nil
		}
		d.picker, event = d.picker.Update(msg)
	}
	switch event {
	case widget.Submit:
		d.terms = newTerms(s, d.n, d.group.ID, personIDs(d.picker.Picked()), pickStep)
		d.step = termsStep
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(len(d.picker.Marked()) > 0 || d.paste.Value() != "")
		return d, wish
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

// pasting is the step in which a list is typed or pasted by hand.
func (d membersDialog) pasting(s scene.Scene, msg tea.Msg) membersDialog {
	d.paste = d.paste.Resize(d.sheet(s).Body.W)
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

// read sorts out a list; who was marked before stays.
func (d membersDialog) read(s scene.Scene, list string) membersDialog {
	list, unread := readable(list)
	d.paste = d.paste.SetValue(list)
	d.sorted = newSorting(s, newAdmission(s, d.group.ID), list)
	d.sorted.unread += unread
	d.step = sortStep
	return d
}

// readable is as many whole lines of a list as are kept, and how many are not:
// half a name could be somebody else's.
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

// sorting is the step that shows what each line of a list means.
func (d membersDialog) sorting(s scene.Scene, msg tea.Msg) membersDialog {
	next, event := d.sorted.update(s, d.n, d.sortBox(s), msg)
	d.sorted = next
	switch event {
	case widget.Cancel:
		d.step = pickStep
	case widget.Submit:
		people := personIDs(d.picker.Marked())
		people = append(people, d.sorted.people()...)
		d.terms = newTerms(s, d.n, d.group.ID, people, sortStep)
		d.step = termsStep
	}
	return d
}

// agreeing is the last step: role and period, and who it is.
func (d membersDialog) agreeing(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	next, event := d.terms.update(s, d.n, d.group.ID, d.sheet(s).Body, msg)
	d.terms = next
	switch event {
	case widget.Cancel:
		d.step = d.terms.from
	case widget.Submit:
		return d, scene.Edit{Command: d.terms.command(s, d.group.ID), Reason: dialog.Text(d.terms.form, dialog.ReasonField)}
	}
	return d, nil
}

// View implements scene.Dialog.
func (d membersDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	if d.discard.Asking() {
		ask := d.discard.Lines(s, p.Body.W)
		return p.View(s.Theme, widget.Fit(ask, p.Body.W, p.Body.H), nil)
	}
	var drawn string
	var cursor *tea.Cursor
	switch d.step {
	case pasteStep:
		drawn, cursor = d.pasteView(s, p)
	case sortStep:
		drawn, cursor = d.sorted.view(s, d.n, d.sortBox(s))
	case termsStep:
		drawn, cursor = d.terms.view(s, d.n, p.Body)
	default:
		at := d.pickBox(s)
		drawn, cursor = d.picker.View(s.Theme, at.W, at.H)
		drawn = widget.Stack(drawn, widget.Fit(d.left.Lines(s.Theme, at.W), at.W, p.Body.H-at.H))
	}
	return p.View(s.Theme, drawn, cursor)
}

// sheet is as high as the window lets it be in every step, so that nothing jumps
// from one step to the next.
func (d membersDialog) sheet(s scene.Scene) dialog.Sheet {
	title := s.Words.Say([...]words.Key{
		"add-members.pick-title", "add-members.paste-title", "add-members.sort-title", "add-members.terms-title",
	}[d.step], words.Clean(d.group.Name))
	return dialog.NewSheet(s, title, d.hints(s.Words), dialog.BodyWidth(s, formWidth), min(max(s.Size.H-6, 7), 30))
}

func (d membersDialog) hints(w tell.Words) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	back := widget.Hint{Key: "esc", Text: w.Say("hint.back")}
	next := widget.Hint{Key: "enter", Text: w.Say("add-members.next")}
	switch d.step {
	case pasteStep:
		return []widget.Hint{{Key: "ctrl+s", Text: w.Say("add-members.next")}, back}
	case sortStep:
		return []widget.Hint{next, {Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.choose")}, back}
	case termsStep:
		hints := []widget.Hint{{Key: "enter", Text: w.Say("hint.save")}, {Key: "tab", Text: w.Say("add-members.tab")}}
		if d.terms.inList {
			hints = append(hints, widget.Hint{Key: "space", Show: w.Say("hint.space"), Text: w.Say("add-members.other-role")})
		}
		return append(hints, back)
	}
	return []widget.Hint{
		next,
		{Key: "space", Show: w.Say("hint.space"), Text: w.Say("hint.mark")},
		{Key: "ctrl+v", Text: w.Say("add-members.paste")},
		{Key: "esc", Text: w.Say("hint.cancel")},
	}
}

// pickBox is where the picker is, above who is not offered.
func (d membersDialog) pickBox(s scene.Scene) widget.Box {
	at := d.sheet(s).Body
	left := min(len(d.left.Lines(s.Theme, at.W)), at.H/3)
	return at.Rows(at.H-left, left)[0]
}

func (d membersDialog) sortBox(s scene.Scene) widget.Box { return d.sheet(s).Body }

func (d membersDialog) pasteView(s scene.Scene, p dialog.Sheet) (string, *tea.Cursor) {
	said := dialog.QuietTone.Remark(s.Words.Say("add-members.paste-help"))
	if kept, cut := d.paste.Cut(); cut {
		said = dialog.WarnTone.Remark(dialog.CutPaste(s.Words)(kept))
	}
	help := dialog.Remarks{said}.Lines(s.Theme, p.Body.W)
	parts := p.Body.Rows(min(len(help), p.Body.H/3), widget.Share(1))
	drawn, x, y := d.paste.View(parts[1].W, parts[1].H, s.Theme.Input, s.Theme.Faint)
	if parts[1].H == 0 {
		drawn = ""
	}
	return widget.Stack(widget.Fit(help, parts[0].W, parts[0].H), drawn), tea.NewCursor(x, y+parts[0].H)
}
