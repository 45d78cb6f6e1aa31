package ui

import (
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
)

// offer is something that the palette finds, and what choosing it wishes.
type offer struct {
	item widget.Item
	wish scene.Wish
}

// palette finds whatever has a name: what keys do here and everywhere, the screens, and the
// records, which come a moment later.
type palette struct {
	dialog.Pick
	wishes []scene.Wish // by the number that is the key of an item
	of     domain.World // whose records are looked for
}

// indexed are the records of a World, for the palette.
type indexed struct {
	of     domain.World
	offers []offer
}

// openPalette opens the palette, and has the records listed in a command: of ten thousand
// people that takes longer than a key may.
func (m Model) openPalette() (Model, tea.Cmd) {
	s := m.scene
	m, cmd := m.openDialog(scene.Open{Dialog: newPalette(s, m.offers())})
	return m, tea.Batch(cmd, func() tea.Msg { return indexed{s.World, recordOffers(s)} })
}

func newPalette(s scene.Scene, offers []offer) palette {
	p := widget.NewPicker(nil, false, domain.LookUp, widget.FindOrGuess)
	p.Empty = s.Words.Say("palette.empty")
	return palette{Pick: dialog.Pick{Title: s.Words.Say("palette.title"), W: 72, H: 18, Picker: p}, of: s.World}.with(offers)
}

func (p palette) with(offers []offer) palette {
	items := make([]widget.Item, len(offers))
	p.wishes = slices.Clip(p.wishes) // a copy may grow too
	for i, o := range offers {
		items[i] = o.item
		items[i].Key = strconv.Itoa(len(p.wishes))
		p.wishes = append(p.wishes, o.wish)
	}
	p.Picker = p.Picker.Offer(items)
	p.Wish = func(key string) scene.Wish {
		i, _ := strconv.Atoi(key)
		return p.wishes[i]
	}
	return p
}

func (p palette) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if msg, ok := msg.(indexed); ok {
		if msg.of != p.of {
			return p, nil
		}
		return p.with(msg.offers), nil
	}
	next, wish := p.Pick.Update(s, msg)
	p.Pick = next.(dialog.Pick)
	return p, wish
}

// offers are what keys do here and everywhere, and the screens.
func (m Model) offers() []offer {
	s := m.scene
	var out []offer
	add := func(a scene.Action, name string) {
		out = append(out, offer{
			widget.Item{Label: name, Detail: showKey(a.Key), Search: widget.FindText(domain.LookUp(name), tell.Synonyms(a.Name, a.Args...))},
			scene.Press{Key: a.Key},
		})
	}
	for _, a := range append(m.actionsHere(), m.everywhere()...) {
		if (!a.Edits || s.May()) && a.Name != "act.palette" {
			add(a, a.Said(s.Words))
		}
	}
	for i, a := range digits() {
		a.Name = screens[i].name
		add(a, s.Words.Say("act.screen", a.Said(s.Words)))
	}
	return out
}

// recordOffers are the groups, types, agreements and people, each on its screen.
func recordOffers(s scene.Scene) []offer {
	f := s.Words.NewFinder(s.World)
	out := make([]offer, 0, len(s.Roster.Groups())+len(s.Roster.Types())+len(s.Roster.People()))
	add := func(to scene.ScreenID, one tell.Found) {
		out = append(out, offer{
			widget.Item{Label: one.Name, Detail: one.Kind, Search: widget.FindText(one.Names, one.Also)},
			scene.Go{Screen: to, At: one.Ref},
		})
	}
	for _, g := range s.Roster.Groups() {
		add(scene.GroupsScreen, f.Group(g))
	}
	for _, t := range s.Roster.Types() {
		add(scene.TypesScreen, f.RelationType(t))
	}
	for a := range s.World.Agreements() {
		add(scene.AgreementsScreen, f.Agreement(a))
	}
	for _, p := range s.Roster.People() {
		add(scene.PeopleScreen, f.Person(p))
	}
	return out
}
