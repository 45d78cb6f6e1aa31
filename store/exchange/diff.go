package exchange

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"zichtlijn/domain"
)

// Difference returns the changes that make after of before, by noun and key. A membership
// whose first day moved is one that went and one that came.
func Difference(before, after domain.World) []domain.Change {
	var out []domain.Change
	for _, f := range comparisons() {
		out = append(out, f.differences(before, after)...)
	}
	return out
}

// FieldChange is a property in which two records differ.
type FieldChange struct {
	Field         string
	Before, After string // as JSON, in the exchange form; null for nothing
}

// Fields returns in which properties the records of a change differ, in the order of the
// schema; of a record that came or went those that a file gives.
func Fields(c domain.Change) []FieldChange {
	st := c.Step()
	for _, f := range comparisons() {
		if f.domainNoun() == st.Noun {
			return f.fields(st.Before, st.After)
		}
	}
	return nil
}

// WriteDifference writes changes, which stand by noun, as JSON (CLI.md, diff). It leaves
// out the nouns without one.
func WriteDifference(w io.Writer, changes []domain.Change) error {
	out := bufio.NewWriter(w) // it keeps an error until Flush
	out.WriteString(`{"nouns":{`)
	for i, c := range changes {
		noun := c.Step().Noun
		switch {
		case i == 0:
			out.WriteString(jsonText(noun.String()) + ":[")
		case noun != changes[i-1].Step().Noun:
			out.WriteString("]," + jsonText(noun.String()) + ":[")
		default:
			out.WriteByte(',')
		}
		writeChange(out, c)
	}
	if len(changes) > 0 {
		out.WriteByte(']')
	}
	out.WriteString("}}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("exchange: write: %w", err)
	}
	return nil
}

func writeChange(out *bufio.Writer, c domain.Change) {
	st, what := c.Step(), "changed"
	switch {
	case st.Before == nil:
		what = "new"
	case st.After == nil:
		what = "gone"
	}
	fmt.Fprintf(out, `{"id":%s,"change":"%s","fields":{`, jsonText(st.Key), what)
	for i, f := range Fields(c) {
		if i > 0 {
			out.WriteByte(',')
		}
		fmt.Fprintf(out, `%s:[%s,%s]`, jsonText(f.Field), f.Before, f.After)
	}
	out.WriteString("}}")
}

func jsonText(s string) string { return string(appendText(nil, s)) }

// Part returns the records that changes made or changed, as they are in world, with those
// that they refer to: a set-up that can be written and read by itself.
func Part(world domain.World, changes []domain.Change) domain.World {
	taken := map[domain.Ref]bool{}
	var take func(domain.Ref)
	take = func(ref domain.Ref) {
		rec, there := world.Record(ref)
		if !there || taken[ref] {
			return
		}
		taken[ref] = true
		for _, other := range refersTo(world, rec) {
			take(other)
		}
	}
	for _, c := range changes {
		take(c.Step().Ref)
	}
	var creation []domain.Change
	for _, c := range Difference(domain.World{}, world) {
		if taken[c.Step().Ref] {
			creation = append(creation, c)
		}
	}
	part, err := domain.World{}.With(creation...)
	if err != nil { // each record is made once, from nothing
		panic("exchange: " + err.Error())
	}
	return part
}

// refersTo returns the records without which a record can not be read: a relation rests on
// a role that somebody has in a group, where their own does not fit its type (N1). An
// accepted signal can be read without its objects.
func refersTo(world domain.World, rec domain.Keyed) []domain.Ref {
	var out []domain.Ref
	to := func(n domain.Noun, keys ...string) {
		for _, key := range keys {
			out = append(out, domain.Ref{Noun: n, Key: key})
		}
	}
	switch rec := rec.(type) {
	case domain.Membership:
		to(domain.GroupNoun, string(rec.Group))
		to(domain.PersonNoun, string(rec.Person))
	case domain.Relation:
		to(domain.PersonNoun, string(rec.Client), string(rec.Person))
		to(domain.RelationTypeNoun, string(rec.Type))
		to(domain.RelationNoun, string(rec.ReplacedBy))
		t, _ := world.RelationType(rec.Type)
		if p, _ := world.Person(rec.Person); !t.Kind.Fits(p.Role) {
			for m := range world.MembershipsOf(rec.Person) {
				to(domain.MembershipNoun, m.Key())
			}
		}
	case domain.AccessRole:
		to(domain.RelationTypeNoun, texts(rec.Scope.RelationTypes)...)
	case domain.Assignment:
		to(domain.AccessRoleNoun, string(rec.Role))
		to(domain.PersonNoun, string(rec.Person))
	case domain.Shift:
		to(domain.PersonNoun, texts(rec.Employees)...)
		to(domain.PersonNoun, texts(rec.Clients)...)
	case domain.Agreement:
		to(domain.PersonNoun, string(rec.Viewer), string(rec.Other))
		to(domain.GroupNoun, string(rec.Group))
	}
	return out
}

func texts[S ~string](of []S) []string {
	out := make([]string, len(of))
	for i, s := range of {
		out[i] = string(s)
	}
	return out
}

// Gives reports whether a file can say anything of a noun: one in the exchange form of
// every noun, one of tables of the nouns of its tables.
func (s Setup) Gives(n domain.Noun) bool {
	if s.sheets == nil {
		return true
	}
	return slices.ContainsFunc(s.sheets, func(t *sheet) bool {
		flat := t.kind == flatTable && (n == domain.GroupNoun || n == domain.MembershipNoun)
		return t.kind.noun() == n || flat && t.gives("group")
	})
}

// Reads reports whether the name of a file says that it is one to read here.
func Reads(name string) bool {
	end := strings.ToLower(filepath.Ext(name))
	return end == ".json" || slices.Contains(tableEnds, end)
}

// comparison is the form of a noun by which its records are compared.
type comparison interface {
	domainNoun() domain.Noun
	differences(before, after domain.World) []domain.Change
	fields(before, after domain.Keyed) []FieldChange
}

// comparisons are the forms of every noun, in the order of domain.Nouns.
func comparisons() []comparison {
	out := []comparison{institution()}
	for _, f := range sections() {
		out = append(out, f)
	}
	return out
}

func (f noun[T]) differences(before, after domain.World) []domain.Change {
	was, now := f.list(before), f.list(after)
	var out []domain.Change
	for len(was)+len(now) > 0 {
		s := &domain.Swap[T]{}
		if len(now) == 0 || len(was) > 0 && was[0].Key() <= now[0].Key() {
			s.Before = &was[0]
		}
		if len(was) == 0 || len(now) > 0 && now[0].Key() <= was[0].Key() {
			s.After = &now[0]
		}
		if s.Before != nil {
			was = was[1:]
		}
		if s.After != nil {
			now = now[1:]
		}
		if s.Before == nil || s.After == nil || !(*s.Before).Equal(*s.After) {
			out = append(out, f.change(s))
		}
	}
	return out
}

// list returns the records of the noun by key.
func (f noun[T]) list(w domain.World) []T {
	if f.all != nil {
		return slices.Collect(f.all(w))
	}
	var none T
	if rec, there := w.Record(domain.Ref{Noun: f.noun, Key: none.Key()}); there {
		return []T{rec.(T)}
	}
	return nil
}

func (f noun[T]) fields(before, after domain.Keyed) []FieldChange {
	var out []FieldChange
	for _, p := range f.comparable() {
		x := FieldChange{p.key, p.json(before), p.json(after)}
		given := false
		if before == nil || after == nil {
			one := before
			if one == nil {
				one = after
			}
			rec := one.(T)
			_, set := p.write(&rec)
			given = set || p.required
		}
		if given || before != nil && after != nil && x.Before != x.After {
			out = append(out, x)
		}
	}
	return out
}

// comparable are the properties but the id, which does not change, and with the day from
// which a person is not active: a file has it elsewhere.
func (f noun[T]) comparable() []property[T] {
	out := slices.DeleteFunc(slices.Clone(f.properties), func(p property[T]) bool { return p.key == "id" })
	if f.noun != domain.PersonNoun {
		return out
	}
	return append(out, property[T]{key: inactiveFrom, write: func(from *T) (node, bool) {
		day := inactiveDay(any(*from).(domain.Person))
		return textNode(day), day != ""
	}})
}

// json returns the value in a record as JSON. What a file leaves out stands as what it
// means, if it means anything.
func (p property[T]) json(rec domain.Keyed) string {
	if rec == nil {
		return "null"
	}
	one := rec.(T)
	n, set := p.write(&one)
	if !set && !p.required && n.kind != boolean && n.text == "" && len(n.kids) == 0 {
		return "null"
	}
	return string(appendNode(nil, &n, compact))
}
