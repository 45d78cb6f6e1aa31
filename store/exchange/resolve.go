package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/spreadsheet"
)

// SameName is what a person in a table is whose name somebody has already, where nothing
// else says who it is.
type SameName uint8

// The answers.
const (
	SameNameAsk      SameName = iota // a problem: it is for a person to say
	SameNameOne                      // that one
	SameNameSeparate                 // somebody else
)

// resolver makes the records of tables: it finds out which rows are about whom and what,
// in the set-up and in the files of one import together.
type resolver struct {
	world   domain.World
	how     Import
	ids     map[domain.Noun]*freeIDs
	people  finder
	keys    map[domain.Noun][]string                  // of the properties of the records that rows are
	put     map[string]domain.Property[domain.Person] // by key
	groups  named
	types   named
	results []result // of rows that became no record
	files   []*tableFile
}

// tableFile is a file with tables, and what its rows become.
type tableFile struct {
	reader
	of       Setup
	sections map[domain.Noun]*node
	persons  map[string]int // of a flat list, by id: the place in its section
	members  map[string]bool
	inactive node
	entries  map[*sheet][]*entry
}

// resolve makes the records of the tables of every file. The others stay as they are.
func (i Import) resolve(m *merger) []Setup {
	out := slices.Clone(i.Setups)
	if !slices.ContainsFunc(out, func(s Setup) bool { return len(s.sheets) > 0 }) {
		return out
	}
	x := newResolver(m.world, i)
	for _, s := range out {
		x.files = append(x.files, &tableFile{
			reader: reader{file: s.file}, of: s, sections: map[domain.Noun]*node{}, persons: map[string]int{}, members: map[string]bool{},
			inactive: node{kind: object},
		})
	}
	x.all(x.person, personTable, flatTable)
	x.all(x.group, groupTable, flatTable)
	x.all(x.relationType, typeTable)
	x.all(x.member, membershipTable, flatTable, personTable)
	x.all(x.counselors, flatTable)
	x.all(x.relation, relationTable)
	for n, f := range x.files {
		if len(f.of.sheets) == 0 {
			continue
		}
		out[n].batches = f.batches()
		m.found[n].join(f.found)
		m.noted[n].join(f.notices)
	}
	m.results = append(m.results, x.results...)
	return out
}

func newResolver(w domain.World, i Import) *resolver {
	x := &resolver{world: w, how: i, ids: map[domain.Noun]*freeIDs{}, groups: named{}, types: named{}}
	x.people = newFinder(w)
	x.keys = map[domain.Noun][]string{
		domain.PersonNoun: keysOf(persons().properties), domain.GroupNoun: keysOf(groups().properties), domain.RelationTypeNoun: keysOf(relationTypes().properties),
	}
	x.put = map[string]domain.Property[domain.Person]{}
	for _, p := range domain.PersonProperties() {
		x.put[string(p.Field)] = p
	}
	for g := range w.Groups() {
		x.groups.add(g.Name, string(g.ID))
	}
	for t := range w.RelationTypes() {
		x.types.add(t.Name, string(t.ID))
	}
	for _, n := range []domain.Noun{domain.PersonNoun, domain.GroupNoun, domain.RelationTypeNoun} {
		x.ids[n] = newFreeIDs(w.Next(n))
	}
	for _, s := range i.Setups {
		x.known(s)
	}
	return x
}

// known takes over what the files say of themselves: the ids in tables, and the records of
// the exchange form.
func (x *resolver) known(s Setup) {
	for _, t := range s.sheets {
		free, ok := x.ids[t.kind.noun()]
		if !ok {
			continue
		}
		for at := range t.fields {
			if t.keyAt(at) == "id" {
				for _, row := range t.rows {
					free.taken(cell(row, at).Text)
				}
			}
		}
	}
	for _, b := range s.batches {
		switch all := b.(type) {
		case patches[domain.Person]:
			for _, p := range all {
				x.people.add(p.values)
			}
		case patches[domain.Group]:
			for _, g := range all {
				x.groups.add(g.values.Name, string(g.values.ID))
			}
		case patches[domain.RelationType]:
			for _, t := range all {
				x.types.add(t.values.Name, string(t.values.ID))
			}
		}
	}
}

// all gives every row of the tables of some kinds to make, in their order.
func (x *resolver) all(make func(*entry), kinds ...tableKind) {
	for _, f := range x.files {
		for _, s := range f.of.sheets {
			if !slices.Contains(kinds, s.kind) {
				continue
			}
			for at, row := range s.rows {
				if x.how.leavesOut(f.file, s, row) {
					continue
				}
				e := x.entryOf(f, s, at)
				make(e)
			}
		}
	}
}

// named are the records of a noun that are found by a name, folded.
type named map[string][]string

func (n named) add(name, id string) {
	key := domain.SameName(name)
	if key != "" && !slices.Contains(n[key], id) {
		n[key] = append(n[key], id)
	}
}

// freeIDs makes ids that nobody has: the letters of the noun and the next number.
type freeIDs struct {
	letters string
	top     uint64
}

func newFreeIDs(next string) *freeIDs {
	f := &freeIDs{letters: strings.TrimRightFunc(next, unicode.IsDigit)}
	f.taken(next)
	f.top--
	return f
}

func (f *freeIDs) taken(id string) {
	if digits, ok := strings.CutPrefix(id, f.letters); ok {
		if n, err := strconv.ParseUint(digits, 10, 40); err == nil {
			f.top = max(f.top, n)
		}
	}
}

func (f *freeIDs) next() string {
	f.top++
	return f.letters + strconv.FormatUint(f.top, 10)
}

// entry is a row that becomes records.
type entry struct {
	x   *resolver
	f   *tableFile
	s   *sheet
	row spreadsheet.Row
	who string // the person of the row, once they are found
}

// entryOf is the entry of a row: the same one for every noun of it.
func (x *resolver) entryOf(f *tableFile, s *sheet, at int) *entry {
	if f.entries == nil {
		f.entries = map[*sheet][]*entry{}
	}
	all := f.entries[s]
	if all == nil {
		all = make([]*entry, len(s.rows))
		f.entries[s] = all
	}
	if all[at] == nil {
		all[at] = &entry{x: x, f: f, s: s, row: s.rows[at]}
	}
	return all[at]
}

func (s *sheet) keyAt(at int) string {
	if at >= len(s.fields) || s.fields[at] < 0 {
		return ""
	}
	return s.columns[s.fields[at]].key
}

func cell(row spreadsheet.Row, at int) spreadsheet.Cell {
	if at < 0 || at >= len(row.Cells) {
		return spreadsheet.Cell{}
	}
	return row.Cells[at]
}

// cell returns the cell for a key with its text as it is kept; nil: it is not given.
func (e *entry) cell(key string) *node {
	at := e.s.place(key)
	raw := cell(e.row, at)
	text, _ := cellText(raw)
	if text == "" {
		return nil
	}
	n := e.s.cellNode(e.row, at)
	n.text, n.emptied = text, isEmptied(text, raw)
	return &n
}

// isEmptied reports whether a cell says that there is nothing; one that was protected has
// the word as its text.
func isEmptied(text string, raw spreadsheet.Cell) bool {
	return len(text) == len(spreadsheet.Emptied) && strings.EqualFold(text, spreadsheet.Emptied) && spreadsheet.Bare(raw.Text) == raw.Text
}

// raw is the cell for a key as the table has it.
func (e *entry) raw(key string) spreadsheet.Cell { return cell(e.row, e.s.place(key)) }

// text is the text of the cell for a key; empty where it is not given or emptied.
func (e *entry) text(key string) string {
	if n := e.cell(key); n != nil && !n.emptied {
		return n.text
	}
	return ""
}

// record makes an object of the cells of a row whose keys are properties of the noun.
func (e *entry) record(properties []string) node {
	out := e.s.rowNode(e.row)
	given := 0 // most cells of a wide table are empty, and a file can have a million rows
	for _, c := range e.row.Cells {
		if c.Text != "" {
			given++
		}
	}
	out.kids = make([]node, 0, given+2)
	for at := range e.row.Cells {
		key := e.s.keyAt(at)
		if !slices.Contains(properties, key) {
			continue
		}
		raw := e.row.Cells[at]
		kept, spaced := cellText(raw)
		if kept == "" {
			continue
		}
		n := &node{kind: text, text: kept, line: e.row.Line, column: int32(at) + 1, row: out.row, key: key, emptied: isEmptied(kept, raw)}
		if spaced {
			e.f.note(n, Assumed, "spaces")
		}
		if !n.emptied && !e.f.value(n, raw, e.s.columns[e.s.fields[at]].shape) {
			n.flawed, out.flawed = true, true
		}
		e.openEnd(n)
		out.kids = append(out.kids, *n)
	}
	return out
}

// openEnd reads the last day that can be written as no end at all: other systems write it
// so.
func (e *entry) openEnd(n *node) {
	if n.key == "through" && n.text == domain.LastDate.String() {
		n.emptied = true
	}
}

// set gives an object a value that was found, in the place of what is written, at the
// place of a cell.
func (n *node) set(key, value string, at *node) {
	one := node{kind: text, text: value, line: at.line, column: at.column, row: at.row}.withKey(key)
	if have := n.member(key); have != nil {
		*have = one
		return
	}
	n.kids = append(n.kids, one)
}

// add puts a record into its section.
func (f *tableFile) add(noun domain.Noun, n node) int {
	s, ok := f.sections[noun]
	if !ok {
		s = &node{kind: list}
		f.sections[noun] = s
	}
	s.kids = append(s.kids, n)
	return len(s.kids) - 1
}

// reject counts a row that becomes no record.
func (e *entry) reject(noun domain.Noun, conflict bool) {
	e.x.results = append(e.x.results, result{Ref: domain.Ref{Noun: noun}, refused: true, conflict: conflict})
}

// batches reads the sections, as those of a file in the exchange form.
func (f *tableFile) batches() []batch {
	all := sections()
	out := make([]batch, 1+len(all))
	for i, s := range all {
		if n, ok := f.sections[s.domainNoun()]; ok {
			out[1+i] = s.read(&f.reader, n)
		}
	}
	if len(f.inactive.kids) > 0 {
		f.reader.inactive = &f.inactive
	}
	f.readInactive(out)
	f.found.inOrder()
	f.notices.inOrder()
	return out
}
