package cli

import (
	"iter"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

type (
	foundJSON struct {
		Found []foundRowJSON `json:"found"`
	}
	foundRowJSON struct {
		Noun string `json:"noun"`
		ID   string `json:"id"`
		Name string `json:"name"` // of an agreement, which has none: its kind and what it is about
	}
)

// find writes whatever has the words in its name, number or synonyms, in any language.
// It decides nothing: unlike a name that a command acts on, a part is enough.
func (r *run) find(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		all := r.findable(db.World())
		texts := list(all, func(one tell.Found) string { return widget.FindText(one.Names, one.Also) })
		typed := strings.Join(args, " ")
		hits := []int{}
		if query := domain.LookUp(typed); query != "" {
			hits = widget.Find(query, texts)
		}
		if r.wantsJSON() {
			return writeJSON(r.out, foundJSON{list(hits, func(i int) foundRowJSON {
				return foundRowJSON{all[i].Ref.Noun.String(), all[i].Ref.Key, plainName(db.World(), all[i].Ref)}
			})})
		}
		for _, i := range hits {
			r.print(r.words.Say("lists.line", r.words.Say("cli.named", all[i].Name, all[i].Ref.Key), all[i].Kind))
		}
		if len(hits) == 0 {
			r.note(r.words.Say("cli.found-nothing", words.Clean(typed)))
		}
		return nil
	})
}

// findable are the people, groups, types and agreements, by name.
func (r *run) findable(w domain.World) []tell.Found {
	f := r.words.NewFinder(w)
	var out []tell.Found
	for _, p := range byKey(w.Persons(), tell.NameKey) {
		out = append(out, f.Person(p))
	}
	for _, g := range byKey(w.Groups(), func(g domain.Group) string { return words.SortKey(g.Name) }) {
		out = append(out, f.Group(g))
	}
	for _, t := range byKey(w.RelationTypes(), func(t domain.RelationType) string { return words.SortKey(t.Name) }) {
		out = append(out, f.RelationType(t))
	}
	for a := range w.Agreements() {
		out = append(out, f.Agreement(a))
	}
	return out
}

func byKey[T any](all iter.Seq[T], key func(T) string) []T {
	out := slices.Collect(all)
	words.SortBy(out, key)
	return out
}

// plainName is the name of a record in no language: raw, as all of JSON.
func plainName(w domain.World, of domain.Ref) string {
	one, _ := w.Record(of)
	switch one := one.(type) {
	case domain.Person:
		return one.Shown()
	case domain.Group:
		return one.Name
	case domain.RelationType:
		return one.Name
	case domain.Agreement:
		about := []string{one.Kind.String()}
		for _, p := range domain.AgreementProperties() {
			if said := p.Text(&one); said != "" && p.Field != "kind" && one.Kind.Has(p.Field) {
				about = append(about, said)
			}
		}
		return strings.Join(about, " ")
	}
	return ""
}
