package planning

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// picking is choosing the employees or the clients of a shift.
type picking struct {
	open   bool
	field  string
	before []domain.PersonID
	picker widget.Picker
	// typed says that letters came after the last mark: then whoever stands under
	// the cursor is meant by enter, too.
	typed bool
}

// chosen are whoever is marked: those of before in their order, then the others.
func (p picking) chosen() []domain.PersonID {
	marked := p.picker.Marked()
	if item, ok := p.picker.Current(); ok && p.typed && p.picker.Query() != "" && !slices.Contains(marked, item.Key) {
		marked = append(marked, item.Key)
	}
	var out []domain.PersonID
	for _, id := range p.before {
		if slices.Contains(marked, string(id)) {
			out = append(out, id)
		}
	}
	for _, key := range marked {
		if id := domain.PersonID(key); !slices.Contains(p.before, id) {
			out = append(out, id)
		}
	}
	return out
}

// choose opens the list of people for the field that has the keys.
func (d shiftDialog) choose(s scene.Scene, query string) shiftDialog {
	field := d.fields.Focused()
	before := d.people(field)
	items := d.items(s, field)
	mine := items[:len(before)]
	picker := widget.NewPicker(mine, true, words.Fold, nil)
	for range mine { // who is in the shift is marked from the start
		picker, _ = picker.Update(tea.KeyPressMsg{Code: tea.KeySpace, Mod: tea.ModCtrl})
	}
	picker = picker.SetItems(items).SetPlaceholder(s.Words.Say("planning.pick-find"))
	picker.Empty = s.Words.Say("list.no-match")
	d.pick = picking{open: true, field: field, before: before, picker: picker}
	if query != "" {
		d.pick.picker, _ = picker.Update(tea.PasteMsg{Content: query})
		d.pick.typed = true
	}
	d.at = dialog.Scroll{}
	return d.judged(s)
}

// items offers who is in the shift first, then everybody who may be rostered in
// that place, by name; beside each what planning would show.
func (d shiftDialog) items(s scene.Scene, field string) []widget.Item {
	on := d.shift(s).Date
	ids := slices.Clone(d.people(field))
	in := make(map[domain.PersonID]bool, len(ids))
	for _, id := range ids {
		in[id] = true
	}
	for _, p := range s.Roster.People() {
		if !in[p.ID] && fits(field, p.Role) {
			ids = append(ids, p.ID)
		}
	}
	all := d.shift(s)
	if field == clientsField {
		all.Clients = ids
	} else {
		all.Employees = ids
	}
	beside := besides(s, d.who, care.Of(s.World, all), field)
	items := make([]widget.Item, len(ids))
	for i, id := range ids {
		p, _ := s.World.Person(id)
		item := widget.Item{Key: string(id), Label: d.who.of(&s, id), Detail: beside[id]}
		if item.Detail == "" {
			item.Detail = words.Clean(p.Number)
		}
		item.Search = d.who.fold(&s, id) + " " + words.Fold(p.Number+" "+p.Location)
		if on != 0 && !p.ActiveOn(on) {
			said := s.Words.Say("planning.off-active", s.Words.Date(on))
			if item.Detail = said; !in[id] {
				item.Off = said
			}
		}
		items[i] = item
	}
	return items
}

// fits is A3's reading of who is an employee; a client is one by default role.
func fits(field string, r domain.Role) bool {
	if field == clientsField {
		return r == domain.Client
	}
	return r == domain.Counselor || r == domain.CounselorPlus
}

// besides says of each candidate with whom they would have a signal, else a star.
func besides(s scene.Scene, who *names, all care.Shift, field string) map[domain.PersonID]string {
	const most = 2
	out := map[domain.PersonID]string{}
	for _, kind := range []struct {
		marks []care.Mark
		key   words.Key
	}{{all.Signals, "planning.unwanted"}, {all.Stars, "planning.primary"}} {
		opposite := map[domain.PersonID][]string{}
		for _, m := range kind.marks {
			mine, other := m.Employee, m.Client
			if field == clientsField {
				mine, other = other, mine
			}
			if len(opposite[mine]) == 0 && out[mine] != "" {
				continue // a signal comes first
			}
			opposite[mine] = append(opposite[mine], who.of(&s, other))
		}
		for id, others := range opposite {
			out[id] = s.Words.Say(kind.key, s.Words.Some(others, most))
		}
	}
	return out
}

// choosing is the step in which people are marked; what planning would show of
// them stands below at every mark.
func (d shiftDialog) choosing(s scene.Scene, msg tea.Msg) shiftDialog {
	box := d.arrange(s).formBox
	d.pick.picker = d.pick.picker.Resize(box.H)
	query, event := d.pick.picker.Query(), widget.None
	switch msg := msg.(type) {
	case scene.Clicked:
		if msg.Wheel != 0 {
			d.pick.picker = d.pick.picker.Scroll(3 * msg.Wheel)
			return d
		}
		x, y := box.Local(msg.X, msg.Y)
		d.pick.picker, event = d.pick.picker.Click(x, y, box.W, box.H)
	case tea.PasteMsg:
		d.pick.picker, event = d.pick.picker.Update(tea.PasteMsg{Content: strings.Join(strings.Fields(msg.Content), " ")})
	default:
		d.pick.picker, event = d.pick.picker.Update(msg)
	}
	switch event {
	case widget.Changed:
		d.pick.typed = d.pick.picker.Query() != query
	case widget.Submit:
		if _, found := d.pick.picker.Current(); !found && d.pick.typed {
			return d // whoever is searched for is not among them: enter must not pass over that
		}
		return d.picked(s)
	case widget.Cancel:
		d.pick.typed = false // a search is not an answer yet
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(!slices.Equal(d.pick.chosen(), d.pick.before))
		if wish != nil {
			d.pick = picking{}
		}
	}
	return d.judged(s)
}

// picked takes over who is marked. With nobody marked before or now, whoever is
// under the cursor is meant.
func (d shiftDialog) picked(s scene.Scene) shiftDialog {
	chosen := d.pick.chosen()
	if item, ok := d.pick.picker.Current(); ok && len(chosen) == 0 && len(d.pick.before) == 0 {
		chosen = []domain.PersonID{domain.PersonID(item.Key)}
	}
	field := d.pick.field
	if field == clientsField {
		d.clients = chosen
	} else {
		d.employees = chosen
	}
	d.pick, d.wrong = picking{}, ""
	d.fields = d.fields.Set(field, d.peopleText(s, field)).SetError(field, "").SetHelp(field, d.peopleHelp(s, field))
	return d.atStart().judged(s)
}
