package steps

import (
	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The keys of the rows that are no groups. A group's key is its id.
const (
	institution = ".institution"
	periodic    = ".periodic"
)

// groupOf is the group of a row; empty where the row is no group.
func groupOf(key string) domain.GroupID {
	if key == institution || key == periodic {
		return ""
	}
	return domain.GroupID(key)
}

// listing is the institution, the periodic check and the groups by name. The steps of
// a row are judged when it is first shown: judging a thousand groups at once would
// make a person wait. It is a value: Read returns the next one.
type listing struct {
	world  domain.World
	on     domain.Date
	voice  tell.Voice
	read   bool
	groups []domain.Group
	folded []string // their names, folded for the filter
	states shelf.Memo[string, []steps.State]
	query  string
	found  int // groups that match the query
	check  periodicCheck
}

// Read lists the institution, the periodic check, and the groups whose name has every
// word of the query. A new query puts the cursor on the first group.
func (k listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if !k.read || k.world != s.World || k.on != s.On || k.voice != s.Words.Voice() {
		k.states = shelf.NewMemo[string, []steps.State]()
	}
	if !k.read || k.world != s.World {
		k.groups, k.folded = s.Roster.Groups(), nil
		for _, g := range k.groups {
			k.folded = append(k.folded, domain.LookUp(g.Name))
		}
	}
	k.world, k.on, k.voice, k.read = s.World, s.On, s.Words.Voice(), true
	rows := []shelf.Row{{Key: institution}, {Key: periodic}, {}}
	for _, i := range widget.Words(query, k.folded) {
		rows = append(rows, shelf.Row{Key: string(k.groups[i].ID), Place: i})
	}
	k.found = len(rows) - 3
	if query != "" && query != k.query && k.found > 0 {
		at = rows[3].Key
	}
	k.query = query
	return k, rows, at
}

// stepsOf returns the steps of the institution or of a group.
func (k listing) stepsOf(s scene.Scene, key string) []steps.State {
	return k.states.Of(key, func(string) []steps.State {
		var states []steps.State
		switch {
		case key == institution:
			states = steps.Institution(s.World, s.On)
		case groupOf(key) != "":
			states = steps.Group(s.World, groupOf(key), s.On)
		}
		for _, state := range states {
			for _, o := range state.Open {
				byName(s, o.Refs)
			}
		}
		return states
	})
}

// byName sorts refs in place: they must belong to this screen alone.
func byName(s scene.Scene, refs []domain.Ref) {
	words.SortBy(refs, func(r domain.Ref) string {
		if p, ok := s.World.Person(domain.PersonID(r.Key)); ok && r.Noun == domain.PersonNoun {
			return s.Roster.NameKey(p)
		}
		return s.Roster.TextKey(s.Words.StepRef(s.World, r))
	})
}

// currentDay is the date that ticks and checks get: the set-up's own, else today. It
// is never the reference date, which may lie anywhere.
func currentDay(s scene.Scene) domain.Date {
	if own := s.World.Institution().Date; !own.IsZero() {
		return own
	}
	return s.Today
}

// Draw draws a row with its progress.
func (k listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t, words := s.Theme, s.Words
	pointer, name, right := "", "", ""
	if state.Selected {
		pointer = "▸"
	}
	switch r.Key {
	case "":
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: words.Say("steps.groups"), Style: t.Heading, W: w})
	case institution:
		name, right = words.Say("steps.institution"), k.progress(s, r.Key)
	case periodic:
		name, right = words.Say("steps.periodic"), words.Say("steps.never")
		if last, ever := s.World.LastCheck(); ever {
			right = words.Ago(last.On, currentDay(s))
		}
		if t.Measure.Width(right) > w-2-t.Measure.Width(name)-1 {
			right = "" // the pane beside it says it in full
		}
	default:
		name, right = words.Group(s.World, groupOf(r.Key)), k.progress(s, r.Key)
	}
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, focused),
		widget.Cell{Text: pointer, Style: t.Text, W: 2},
		widget.Cell{Text: name, Style: t.Text, W: widget.Share(1)}, widget.Cell{W: 1},
		widget.Cell{Text: right, Style: t.Faint, W: t.Measure.Width(right)})
}

// progress says how many steps are done, with a sign where that is all of them.
func (k listing) progress(s scene.Scene, key string) string {
	all := k.stepsOf(s, key)
	done, sign := steps.Count(all), openSign
	if done == len(all) {
		sign = doneSign
	}
	return s.Words.Say("steps.of-all", done, len(all)) + " " + sign
}

// Divide gives the list the room for names and progress, and the rest to the steps.
func (listing) Divide(body scene.Box) (list, side scene.Box) {
	const enough, roomy = 30, 100
	w := enough
	if body.W >= roomy {
		w = body.W * 2 / 5
	}
	parts := body.Columns(w, widget.Share(1))
	return parts[0], parts[1]
}

// Labels name the institution or the group of the steps, and count those done.
func (k listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Labels{
		Title: s.Words.Say("screen.steps"), About: s.Words.Say("steps.periodic"),
		TabAbout: s.Words.Say("steps.tab-steps"), TabList: s.Words.Say("steps.tab-list"),
	}
	if at.Key != periodic {
		name, all := s.Words.Say("steps.institution"), k.stepsOf(s, at.Key)
		if g := groupOf(at.Key); g != "" {
			name = s.Words.Group(s.World, g)
		}
		out.About = s.Words.Say("steps.title", name, steps.Count(all), len(all))
	}
	if k.found > 0 {
		return out
	}
	none := words.Key("list.no-match")
	if len(k.groups) == 0 {
		none = "steps.no-groups"
	}
	for _, line := range dialog.Lines(s.Theme.Measure, s.Theme.Faint, w-2, s.Words.Say(none)) {
		out.Note = append(out.Note, "  "+line)
	}
	return out
}
