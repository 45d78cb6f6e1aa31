package steps

import (
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The keys of the rows that are no group; those of groups are their ids.
const (
	institution = ".institution"
	periodic    = ".periodic"
)

// groupOf is the group of a row; empty: it is of none.
func groupOf(key string) domain.GroupID {
	if key == institution || key == periodic {
		return ""
	}
	return domain.GroupID(key)
}

// listing is the institution, the periodic check and the groups by name. How the
// steps of each stand is judged when first shown: of a thousand groups that takes
// longer than one may wait. It is a value: Read returns the next one.
type listing struct {
	world    domain.World
	on       domain.Date
	language words.Language
	known    bool
	groups   []domain.Group
	folded   []string // their names, as a filter reads them
	states   shelf.Memo[string, []steps.State]
	query    string
	found    int // groups, by the query
	past     past
}

// Read lists the groups that have every word of the query under the institution and
// the periodic check. Where the query is another the cursor goes to the first group.
func (k listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	if !k.known || k.world != s.World || k.on != s.On || k.language != s.Words.Language() {
		k.states = shelf.NewMemo[string, []steps.State]()
	}
	if !k.known || k.world != s.World {
		k.groups, k.folded = s.Roster.Groups(), nil
		for _, g := range k.groups {
			k.folded = append(k.folded, words.Fold(g.Name))
		}
	}
	k.world, k.on, k.language, k.known = s.World, s.On, s.Words.Language(), true
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

// of returns the steps of the institution or of a group.
func (k listing) of(s scene.Scene, key string) []steps.State {
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

// byName puts what is open in the order of lists. refs are of this screen alone.
func byName(s scene.Scene, refs []domain.Ref) {
	words.SortBy(refs, func(r domain.Ref) string {
		if p, ok := s.World.Person(domain.PersonID(r.Key)); ok && r.Noun == domain.PersonNoun {
			return s.Roster.NameKey(p)
		}
		return s.Roster.TextKey(s.Words.StepRef(s.World, r))
	})
}

// usual is the day on which something is done now: the set-up's own, else today.
// The reference date may lie anywhere; nothing is done on it.
func usual(s scene.Scene) domain.Date {
	if own := s.World.Institution().Date; !own.IsZero() {
		return own
	}
	return s.Today
}

// Draw draws one row with how far it is.
func (k listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t, words := s.Theme, s.Words
	pointer, name, right := "", "", ""
	if state.Selected {
		pointer = "▸"
	}
	switch r.Key {
	case "":
		return widget.Line(w, t.Text, widget.Cell{Text: words.Say("steps.groups"), Style: t.Heading, W: w})
	case institution:
		name, right = words.Say("steps.institution"), k.progress(s, r.Key)
	case periodic:
		name, right = words.Say("steps.periodic"), words.Say("steps.never")
		if last, ever := s.World.LastCheck(); ever {
			right = words.Ago(last.On, usual(s))
		}
		if ansi.StringWidth(right) > w-2-ansi.StringWidth(name)-1 {
			right = "" // the pane beside it says it in full
		}
	default:
		name, right = words.Group(s.World, groupOf(r.Key)), k.progress(s, r.Key)
	}
	return widget.Line(w, widget.RowStyle(t, state, focused),
		widget.Cell{Text: pointer, Style: t.Text, W: 2},
		widget.Cell{Text: name, Style: t.Text, W: widget.Share(1)}, widget.Cell{W: 1},
		widget.Cell{Text: right, Style: t.Faint, W: ansi.StringWidth(right)})
}

// progress is how many steps are done, with a sign that they all are.
func (k listing) progress(s scene.Scene, key string) string {
	all := k.of(s, key)
	done, sign := steps.Count(all), openSign
	if done == len(all) {
		sign = doneSign
	}
	return s.Words.Say("steps.of-all", done, len(all)) + " " + sign
}

// Divide gives the list what a name and its progress need, and the rest to the steps.
func (listing) Divide(body scene.Box) (list, side scene.Box) {
	const enough, roomy = 30, 100
	w := enough
	if body.W >= roomy {
		w = body.W * 2 / 5
	}
	parts := body.Columns(w, widget.Share(1))
	return parts[0], parts[1]
}

// Labels say of whom the steps are, and how many are done.
func (k listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	out := shelf.Labels{
		Title: s.Words.Say("screen.steps"), About: s.Words.Say("steps.periodic"),
		TabAbout: s.Words.Say("steps.tab-steps"), TabList: s.Words.Say("steps.tab-list"),
	}
	if at.Key != periodic {
		name, all := s.Words.Say("steps.institution"), k.of(s, at.Key)
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
	for _, line := range dialog.Lines(s.Theme.Faint, w-2, s.Words.Say(none)) {
		out.Note = append(out.Note, "  "+line)
	}
	return out
}
