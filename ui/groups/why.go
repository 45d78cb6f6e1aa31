package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// why asks why the person looked at sees who stands under the cursor of the
// preview; without such a row it asks about whom first.
func (g Screen) why(s scene.Scene) scene.Wish {
	at := g.lanes[previewPane].list.Cursor()
	if g.focus == previewPane && at >= 0 && g.preview.rows[at].person != "" {
		return scene.Why{Viewer: g.person, Other: g.preview.rows[at].person}
	}
	return scene.Open{Dialog: g.newOther(s)}
}

// newOther picks about whom to ask: first those of "Ziet niet", then everybody.
func (g Screen) newOther(s scene.Scene) scene.Dialog {
	unseen := g.unseenPeople(s)
	people := slices.DeleteFunc(slices.Clone(s.Roster.People()), func(p domain.Person) bool { return p.ID == g.person })
	slices.SortStableFunc(people, func(a, b domain.Person) int {
		switch {
		case unseen[a.ID] == unseen[b.ID]:
			return 0
		case unseen[a.ID]:
			return -1
		}
		return 1
	})
	items := make([]widget.Item, len(people))
	for i, p := range people {
		items[i] = dialog.PersonItem(s, p)
		if unseen[p.ID] {
			items[i].Detail = s.Words.Say("why.unseen") + " · " + items[i].Detail
		}
	}
	p := widget.NewPicker(items, false, words.Fold, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	viewer := g.person
	return dialog.Pick{
		Title: s.Words.Say("why.pick", s.Words.Person(s.World, viewer)), W: 64, H: 18, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Why{Viewer: viewer, Other: domain.PersonID(key)} },
	}
}

// unseenPeople are those of "Ziet niet": members of groups that the person sees,
// and of those that they are in and do not see.
func (g Screen) unseenPeople(s scene.Scene) map[domain.PersonID]bool {
	out := map[domain.PersonID]bool{}
	for _, m := range g.preview.hidden.Members {
		out[m.Person] = true
	}
	for _, id := range g.preview.hidden.Groups {
		for _, m := range s.World.MembersOn(id, s.On) {
			out[m.Person] = true
		}
	}
	for _, r := range g.preview.rows {
		if r.person != "" && len(r.sight) > 0 {
			delete(out, r.person) // seen on another ground
		}
	}
	return out
}
