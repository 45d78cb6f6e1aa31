package signals

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// row is a signal, a line of the mirror list, or a heading.
type row struct {
	code       signal.Code // of a heading or a signal
	count      int         // of a heading: how many stand under it
	signal     *signal.Signal
	acceptance *domain.AcceptedSignal // nil: it asks for attention
	oneWay     *signal.OneWay
}

func (r row) heading() bool { return r.signal == nil && r.oneWay == nil }

// key names what the row is about among all rows.
func (r row) key() string {
	switch {
	case r.signal != nil:
		return r.signal.Key()
	case r.oneWay != nil:
		return string(r.oneWay.Viewer)
	}
	return ""
}

// ref is the record at which it can be mended.
func (r row) ref() domain.Ref {
	if r.oneWay != nil {
		return domain.Ref{Noun: domain.PersonNoun, Key: string(r.oneWay.Viewer)}
	}
	return r.signal.Refs[0]
}

func place(rows []row, key string) int {
	return slices.IndexFunc(rows, func(r row) bool { return !r.heading() && r.key() == key })
}

// asked is which rows are to be listed.
type asked struct {
	all, mirror bool
	query       string // folded
}

// stock remembers what is listed, and how rows are found by a filter, so that a
// frame costs what it shows. It belongs to the one goroutine of the screen.
type stock struct {
	findings *signal.Findings
	world    domain.World
	language words.Language
	asked    asked
	known    bool
	found    []row

	names  map[domain.PersonID]bool // who has a namesake
	folded map[string]string        // by the key of a row
}

// rows returns what is asked for, with a heading above each code.
func (k *stock) rows(s scene.Scene, a asked) []row {
	fresh := k.findings == s.Signals && k.world == s.World && k.language == s.Words.Language()
	if k.known && fresh && k.asked == a {
		return k.found
	}
	if !fresh {
		k.findings, k.world, k.language = s.Signals, s.World, s.Words.Language()
		k.names, k.folded = nil, map[string]string{}
	}
	k.asked, k.known, k.found = a, true, nil
	if s.Signals == nil {
		return nil
	}
	all := items(s.Signals, a)
	if a.query != "" {
		words := strings.Fields(a.query)
		all = slices.DeleteFunc(all, func(r row) bool { return !k.holds(s, r, words) })
	}
	k.found = headed(all)
	return k.found
}

// items are the rows without headings, in order.
func items(f *signal.Findings, a asked) []row {
	var out []row
	if a.mirror {
		for i := range f.Mirror {
			out = append(out, row{oneWay: &f.Mirror[i]})
		}
		return out
	}
	for i := range f.Open {
		out = append(out, row{code: f.Open[i].Code, signal: &f.Open[i]})
	}
	if !a.all || len(f.Accepted) == 0 {
		return out
	}
	for i := range f.Accepted {
		one := &f.Accepted[i]
		out = append(out, row{code: one.Code, signal: &one.Signal, acceptance: &one.Acceptance})
	}
	places := map[signal.Code]int{}
	for i, c := range signal.Codes() {
		places[c] = i
	}
	// Accepted ones under the open ones of their code.
	slices.SortStableFunc(out, func(a, b row) int { return places[a.code] - places[b.code] })
	return out
}

// headed sets a heading above the first of each code.
func headed(all []row) []row {
	out := make([]row, 0, len(all))
	head := -1
	for _, r := range all {
		if r.signal != nil && (head < 0 || out[head].code != r.code) {
			head = len(out)
			out = append(out, row{code: r.code})
		}
		out = append(out, r)
		if head >= 0 {
			out[head].count++
		}
	}
	return out
}

// holds reports whether a row says every word.
func (k *stock) holds(s scene.Scene, r row, line []string) bool {
	key := r.key()
	text, ok := k.folded[key]
	if !ok {
		text = words.Fold(searched(s, r))
		k.folded[key] = text
	}
	return !slices.ContainsFunc(line, func(w string) bool { return !strings.Contains(text, w) })
}

// searched is what a filter looks in: what a row is, and the names and ids that
// it is about. Saying the sentences of thousands would be felt at the first key.
func searched(s scene.Scene, r row) string {
	if r.oneWay != nil {
		return s.Words.Person(s.World, r.oneWay.Viewer) + " " + string(r.oneWay.Viewer)
	}
	parts := []string{s.Words.SignalTitle(r.code)}
	for _, at := range r.signal.Refs {
		parts = append(parts, at.Key)
		switch record, _ := s.World.Record(at); record := record.(type) {
		case domain.Person:
			parts = append(parts, record.Shown(), record.Number)
		case domain.Group:
			parts = append(parts, record.Name)
		case domain.RelationType:
			parts = append(parts, record.Name)
		case domain.AccessRole:
			parts = append(parts, record.Name)
		case domain.Relation:
			parts = append(parts, s.Words.RelationType(s.World, record.Type))
		}
	}
	return strings.Join(parts, " ")
}

// sentence says what a row is about.
func (k *stock) sentence(s scene.Scene, r row) string {
	if r.oneWay != nil {
		return s.Words.Say("mirror.row", len(r.oneWay.Others), k.who(s, r.oneWay.Viewer))
	}
	return s.Words.Signal(func(id domain.PersonID) string { return k.who(s, id) }, s.World, s.On, *r.signal)
}

// who names somebody, and tells them from a namesake.
func (k *stock) who(s scene.Scene, id domain.PersonID) string {
	p, ok := s.World.Person(id)
	if !ok || !k.alike(id) {
		return s.Words.Person(s.World, id)
	}
	return s.Words.Say("signals.apart", words.Clean(p.Shown()), s.Words.Apart(p))
}

// alike reports whether somebody has a namesake.
func (k *stock) alike(id domain.PersonID) bool {
	if k.names == nil {
		k.names = map[domain.PersonID]bool{}
		add := func(one signal.Signal) {
			if one.Code == signal.Namesakes {
				for _, o := range one.Objects {
					k.names[domain.PersonID(o)] = true
				}
			}
		}
		if k.findings != nil {
			for _, one := range k.findings.Open {
				add(one)
			}
			for _, one := range k.findings.Accepted {
				add(one.Signal)
			}
		}
	}
	return k.names[id]
}
