package handover

import (
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
)

// part is one part of the sheet, in the order of entry.
type part struct {
	id     string // unique, of letters
	title  string
	lead   []string // sentences above the tables
	count  int      // of what is to be done in it; negative: nothing to count
	tables iter.Seq[table]
}

// counted is the count as the contents have it.
func (p part) counted() string {
	if p.count < 0 {
		return ""
	}
	return strconv.Itoa(p.count)
}

// table is a table with a heading of its own, unless that is empty. The first cell of a
// row names it.
type table struct {
	id, heading, caption string
	heads                []string
	rows                 [][]string
	ticked               bool // a box before each row
	blank                bool // for writing on
}

// column is one of the columns of a table of Ts.
type column[T any] struct {
	head string
	cell func(T) string
}

// tableOf returns a table with a box before each row. It leaves out the columns, but the
// first, that say nothing in any row.
func tableOf[T any](caption string, all []T, columns ...column[T]) table {
	out := table{caption: caption, ticked: true, rows: make([][]string, len(all))}
	for i, c := range columns {
		cells, said := make([]string, len(all)), false
		for j, one := range all {
			cells[j] = c.cell(one)
			said = said || cells[j] != ""
		}
		if i > 0 && !said {
			continue
		}
		out.heads = append(out.heads, c.head)
		for j := range all {
			out.rows[j] = append(out.rows[j], cells[j])
		}
	}
	return out
}

// one returns the tables of a part with one table, none where that is empty.
func one(t table) iter.Seq[table] {
	return func(yield func(table) bool) {
		if len(t.rows) > 0 {
			yield(t)
		}
	}
}

// teller makes the parts of a sheet in words.
type teller struct {
	Sheet
	Words
	people []domain.PersonID       // everybody, in the order of their names
	rank   map[domain.PersonID]int // places in people
	doubts map[string]int          // how many people have a name, folded, and are apart by the same
	named  map[domain.PersonID]string
}

func newTeller(s Sheet, w Words) *teller {
	t := &teller{Sheet: s, Words: w, rank: map[domain.PersonID]int{}, doubts: map[string]int{}, named: map[domain.PersonID]string{}}
	t.groups, t.types, t.relations = slices.Clone(s.groups), slices.Clone(s.types), slices.Clone(s.relations) // to sort
	all := slices.Collect(s.world.Persons())
	known := all
	if s.since != nil {
		for p := range s.since.World.Persons() {
			if !s.world.Has(domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}) {
				known = append(known, p)
			}
		}
	}
	for _, p := range known {
		t.doubts[domain.LookUp(p.Shown())]++
		t.doubts[t.doubt(p)]++
	}
	sortBy(all, w.NameKey)
	for i, p := range all {
		t.people = append(t.people, p.ID)
		t.rank[p.ID] = i
	}
	return t
}

// sortBy sorts by a key, which it makes once per element; equal keys keep their order.
func sortBy[T any](all []T, key func(T) string) {
	type keyed struct {
		key string
		one T
	}
	list := make([]keyed, len(all))
	for i, one := range all {
		list[i] = keyed{key(one), one}
	}
	slices.SortStableFunc(list, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for i := range list {
		all[i] = list[i].one
	}
}

// name names somebody, apart from namesakes. Whoever is gone is named as they were.
func (t *teller) name(id domain.PersonID) string {
	said, ok := t.named[id]
	if !ok {
		said = t.newName(id)
		t.named[id] = said
	}
	return said
}

func (t *teller) newName(id domain.PersonID) string {
	p, ok := t.world.Person(id)
	if !ok && t.since != nil {
		p, ok = t.since.World.Person(id)
	}
	if !ok {
		return string(id)
	}
	said := t.Clean(p.Shown())
	switch {
	case t.doubts[t.doubt(p)] > 1:
		return t.HandOver("numbered", said, string(id))
	case t.doubts[domain.LookUp(p.Shown())] > 1:
		return t.HandOver("numbered", said, t.Apart(p))
	}
	return said
}

// doubt is what namesakes share who are not told apart.
func (t *teller) doubt(p domain.Person) string { return domain.LookUp(p.Shown()) + "\x00" + t.Apart(p) }

func (t *teller) number(id domain.PersonID) string {
	p, _ := t.world.Person(id)
	return t.Clean(p.Number)
}

func (t *teller) group(id domain.GroupID) string {
	g, ok := t.world.Group(id)
	if !ok && t.since != nil {
		g, _ = t.since.World.Group(id)
	}
	return t.Clean(g.Name)
}

func (t *teller) relationType(id domain.RelationTypeID) string {
	of, ok := t.world.RelationType(id)
	if !ok && t.since != nil {
		of, _ = t.since.World.RelationType(id)
	}
	return t.Clean(of.Name)
}

// prose is text of several lines on one.
func (t *teller) prose(s string) string {
	var out []string
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, t.Clean(line))
		}
	}
	return strings.Join(out, " · ")
}

// head is a field as the head of a column.
func (t *teller) head(f domain.Field) string { return upperFirst(t.Field(f)) }

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// value says a property of a record.
func value[T any](t *teller, p domain.Property[T], one T) string {
	text := p.Text(&one)
	switch p.Shape {
	case domain.Day:
		day, _ := domain.ParseDate(text)
		return t.FullDate(day)
	case domain.Flag:
		return t.YesNo(text == "true")
	case domain.Prose:
		return t.prose(text)
	}
	return t.Clean(text)
}

// properties are the columns of some properties of the records of entries.
func properties[T any](t *teller, all []domain.Property[T]) []column[entry[T]] {
	var out []column[entry[T]]
	for _, p := range all {
		out = append(out, column[entry[T]]{t.head(p.Field), func(e entry[T]) string { return value(t, p, e.record) }})
	}
	return out
}

// marks is the column that says what is new or changed since the earlier hand-over.
func marks[T any](t *teller) column[entry[T]] {
	return column[entry[T]]{t.HandOver("what"), func(e entry[T]) string {
		switch e.mark {
		case isNew:
			return t.HandOver("new")
		case isChanged:
			return t.HandOver("changed", t.ChangedFields(t.world, e.change))
		case isBack:
			return t.HandOver("back")
		}
		return ""
	}}
}

// days are the columns of a period.
func days[T any](t *teller, period func(T) domain.Period) []column[T] {
	return []column[T]{
		{t.head("from"), func(one T) string { return t.FullDate(period(one).From) }},
		{t.head("through"), func(one T) string { return t.FullDate(period(one).Through) }},
	}
}
