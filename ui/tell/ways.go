package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Ways says what an edit opens and closes of the ways to what a broken agreement
// forbids.
type Ways struct {
	Words
	By            Naming
	Before, After domain.World
	From          domain.Date // on which it begins; zero: on the reference date
}

// Opened says which ways open; empty: none does.
func (w Ways) Opened(t sight.WayTurn) string {
	kept, closed := len(sight.ByWay(t.Kept)), len(sight.ByWay(t.Closed))
	n := len(sight.ByWay(t.Opened))
	switch {
	case n == 0:
		return ""
	case kept == 0:
		return w.say("way.instead", n, t, t.Opened)
	case kept == 1 && n == 1 && closed == 0:
		return w.say("way.second", n, t, t.Opened)
	}
	return w.say("way.more", n, t, t.Opened)
}

// Closed says which ways close, and by which it stays broken; empty: none does.
func (w Ways) Closed(t sight.WayTurn) string {
	n := len(sight.ByWay(t.Closed))
	if n == 0 {
		return ""
	}
	left := append(append([]sight.Ground{}, t.Kept...), t.Opened...)
	return w.say("way.closed", n, t, t.Closed, w.List(w.Routes(left)))
}

// Mended says that an agreement is no longer broken from a day on, and until when.
func (w Ways) Mended(m sight.Mended, on domain.Date) string {
	said := w.AgreementBy(w.By, w.After, m.Agreement)
	if m.Until != 0 {
		return w.Say("way.mended-through", said, w.Date(on), w.Date(m.Until-1))
	}
	return w.Say("way.mended", said, w.Date(on))
}

func (w Ways) say(key words.Key, n int, t sight.WayTurn, turned []sight.Ground, more ...any) string {
	where := w.List(w.Routes(turned))
	if w.From != 0 {
		where = w.Say("way.from", where, w.Date(w.From))
	}
	a := t.Agreement
	return w.Say(key, append([]any{n, w.By(a.Viewer), w.By(a.Other), where, w.AgreementBy(w.By, w.After, a)}, more...)...)
}

// Routes names each way by its rules, and its group or client.
func (w Ways) Routes(grounds []sight.Ground) []string {
	var out []string
	for _, way := range sight.ByWay(grounds) {
		var rules []string
		for _, g := range way {
			if rule := g.Rule.String(); len(rules) == 0 || rules[len(rules)-1] != rule {
				rules = append(rules, rule)
			}
		}
		key, place := words.Key("way.network"), w.By(way[0].Client)
		if way[0].Group != "" {
			key, place = "way.group", w.group(way[0].Group)
		}
		out = append(out, w.Say(key, strings.Join(rules, ", "), place))
	}
	return out
}

// group names a group, also one that the edit removes.
func (w Ways) group(id domain.GroupID) string {
	if _, ok := w.After.Group(id); ok {
		return w.Group(w.After, id)
	}
	return w.Group(w.Before, id)
}
