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
	if key, ok := msg.(tea.KeyPressMsg); ok && key.String() == "n" && len(d.sorted.unknown()) > 0 {
		return d.makeUnknown(s)
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

// makeUnknown reads everybody as people who join the group, in one edit: those who are there
// by their id, the others by name.
func (d membersDialog) makeUnknown(s scene.Scene) (scene.Dialog, scene.Wish) {
	if next, open := d.sorted.decided(s); open {
		d.sorted = next
		return d, nil
	}
	text := s.Words.Say("add-members.heads") + "\n"
	for _, id := range append(personIDs(d.pick.Picker.Marked()), d.sorted.people()...) {
		text += string(id) + "\t\n"
	}
	for _, line := range d.sorted.unknown() {
		text += "\t\"" + strings.ReplaceAll(line, `"`, `""`) + "\"\n"
	}
	return d, scene.Several{scene.Close{}, scene.Paste{Text: text, Group: d.group.ID}}
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
	named := s.Words.Say(title, words.Clean(d.group.Name))
	sheet := dialog.NewTallSheet(s, named, hints, formWidth)
	if d.step == termsStep && !d.terms.inList && d.terms.overflows(s, sheet.Body) {
		sheet = dialog.NewTallSheet(s, named, slices.Insert(hints, 1, dialog.ReadOn(s.Words)), formWidth)
	}
	return sheet
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
