package ui

import (
	"slices"
	"strings"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/groups"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// KeySection is the keys of one screen, or of everywhere.
type KeySection struct {
	Title string
	Rows  [][2]string // the keys that do the same, and what they do
}

// KeyTable returns what every key does. It finds the states of each screen by pressing keys
// in a world.
func KeyTable(w domain.World, on domain.Date, language words.Language) []KeySection {
	size := widget.Box{W: 120, H: 40}
	s := scene.Scene{
		World: w, On: on, Today: on, Words: wordsIn(language, false), Source: scene.File, Zone: time.UTC,
		Roster: scene.NewRoster(w, nil), Size: size, Body: arrange(size).body, Signals: scene.FindSignals(w, on),
	}
	all := keys{Words: s.Words}
	for _, key := range moves {
		name, does, _ := strings.Cut(s.Words.Say(key), ": ")
		all.add(name, does)
	}
	var names []string
	for _, t := range screens {
		names = append(names, s.Words.Say(t.name))
	}
	all.add("1 … 9", strings.Join(names, ", "))
	all.take(Model{scene: s}.everywhere())
	out := []KeySection{{s.Words.Say("help.all"), all.rows()}}
	var outside keys
	for _, t := range screens {
		here := keys{Words: s.Words}
		here.walk(s, t.open())
		out = append(out, KeySection{t.key() + " " + s.Words.Say(t.name), here.rows()})
		if t.id == scene.GroupsScreen {
			outside = here
		}
	}
	return append(out, KeySection{s.Words.Say("help.rehearsal"), insideKeys(s, all, outside)})
}

// insideKeys are the keys that do something else inside a rehearsal.
func insideKeys(s scene.Scene, outside ...keys) [][2]string {
	r, _ := rehearsal.Restore(s.World, s.On, []rehearsal.Act{{On: s.On}}) // an act that does nothing can be restored
	s.Rehearsal = &scene.Rehearsing{Rehearsal: r, Story: "-"}
	in := keys{Words: s.Words}
	in.take(scene.Shown(Model{scene: s}.everywhere()))
	in.walk(s, groups.New())
	for _, key := range in.order {
		in.does[key] = slices.DeleteFunc(in.does[key], func(does string) bool {
			return slices.ContainsFunc(outside, func(k keys) bool { return slices.Contains(k.does[key], does) })
		})
	}
	in.order = slices.DeleteFunc(in.order, func(key string) bool { return len(in.does[key]) == 0 })
	return in.rows()
}

// keys collects what each key does.
type keys struct {
	tell.Words
	order []string
	does  map[string][]string
	seen  map[string]bool // sets of actions
}

func (k *keys) add(key, does string) {
	if k.does == nil {
		k.does, k.seen = map[string][]string{}, map[string]bool{}
	}
	if k.does[key] == nil {
		k.order = append(k.order, key)
	}
	if !slices.Contains(k.does[key], does) {
		k.does[key] = append(k.does[key], does)
	}
}

// take collects actions; false: it has seen that set before.
func (k *keys) take(actions []scene.Action) bool {
	set := ""
	for _, a := range actions {
		for _, key := range append([]string{a.Key}, a.Also...) {
			set += key + " " + string(a.Name) + "\n"
			k.add(key, a.Said(k.Words))
		}
	}
	was := k.seen[set]
	k.seen[set] = true
	return !was
}

// walk collects the actions at each record of a screen, in its details, and wherever a key
// of the screen leads.
func (k *keys) walk(s scene.Scene, c scene.Screen) {
	const records = 40
	press := func(c scene.Screen, key string) scene.Screen {
		next, _ := c.Update(s, keyPress(key))
		return next
	}
	c, _ = c.Update(s, scene.Arrived{})
	for todo := []scene.Screen{c}; len(todo) > 0; todo = todo[1:] {
		for c, i := press(todo[0], "g"), 0; i < records; c, i = press(c, "j"), i+1 {
			shown := scene.Shown(c.Actions(s))
			if k.take(shown) {
				for _, a := range shown {
					if a.Turn != nil && a.Wish == nil && a.Key != "/" {
						todo = append(todo, press(c, a.Key))
					}
				}
				todo = append(todo, press(c, "l"))
			}
		}
	}
}

// rows are the keys in order; keys that do the same share a row.
func (k *keys) rows() [][2]string {
	var out [][2]string
	for _, key := range k.order {
		does := strings.Join(k.does[key], "; ")
		if i := slices.IndexFunc(out, func(r [2]string) bool { return r[1] == does }); i >= 0 {
			out[i][0] += " " + showKey(key)
			continue
		}
		out = append(out, [2]string{showKey(key), does})
	}
	return out
}
