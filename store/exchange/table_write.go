package exchange

import (
	"iter"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/spreadsheet"
)

// Heads is the language of tables: of their names and heads, and of roles, settings, days
// and yes or no in them.
type Heads uint8

// The languages.
const (
	DutchHeads  Heads = iota // for people: dd-mm-jjjj, ja and nee
	SystemHeads              // for systems: English, ISO days, codes
)

// of is the head of a column in the language.
func (h Heads) of(c column) string {
	if h == DutchHeads {
		return c.nl
	}
	return c.en
}

// writtenWords are the words that are written for codes in Dutch tables.
var writtenWords = map[cellShape]map[string]string{
	yesNoCell: {"true": "ja", "false": "nee"},
	roleCell: {
		"CLIENT": "cliënt", "GUARDIAN": "ouder/voogd", "EXTERNAL": "extern", "COUNSELOR": "behandelaar", "COUNSELOR_PLUS": "behandelaar+",
		"ADMINISTRATOR": "beheerder",
	},
	visibilityCell: {"hidden": "onzichtbaar", "group-visible": "groep_zichtbaar", "members-visible": "elkaar_zichtbaar"},
	kindCell:       {"employee": "medewerker", "guardian": "ouder/voogd", "external": "extern"},
}

// choices are the codes that a column of a shape offers, in their order; of roles those
// that a record can have.
func (c column) choices(of []string) []string {
	switch c.shape {
	case yesNoCell:
		return []string{"true", "false"}
	case roleCell:
		return of
	case visibilityCell:
		return choices(domain.Visibilities())
	case kindCell:
		return choices(domain.Kinds())
	}
	return nil
}

// written is how a code of a shape, or an ISO day, stands in a table.
func (h Heads) written(shape cellShape, code string) spreadsheet.Cell {
	if shape == dayCell {
		return h.day(code)
	}
	if word, ok := writtenWords[shape][code]; ok && h == DutchHeads {
		code = word
	}
	return spreadsheet.Cell{Text: code}
}

func (h Heads) day(iso string) spreadsheet.Cell {
	d, err := domain.ParseDate(iso)
	if err != nil { // none
		return spreadsheet.Cell{}
	}
	c := spreadsheet.Cell{Text: iso, Serial: spreadsheet.SerialOf(d.Time())}
	if c.IsDate = c.Serial > 0; h == DutchHeads {
		c.Text = d.Time().Format("02-01-2006")
	}
	return c
}

// Tables returns the five tables of a World, in the order of entry. Reading them into an
// empty set-up makes the same records (EXCHANGE.md 2).
func Tables(w domain.World, h Heads) []spreadsheet.Sheet {
	return []spreadsheet.Sheet{
		h.sheet(personTable, choices(domain.Roles()), values(w.Persons(), personValue())),
		h.sheet(groupTable, nil, values(w.Groups(), valueOf(groups().properties))),
		h.sheet(membershipTable, choices(domain.MemberRoles()), values(w.Memberships(), membershipValue(w))),
		h.sheet(typeTable, nil, values(w.RelationTypes(), valueOf(relationTypes().properties))),
		h.sheet(relationTable, nil, values(w.Relations(), relationValue(w))),
	}
}

// recordValues are what the records of a noun have for a key of a column, as the exchange
// form has it.
type recordValues iter.Seq[func(key string) string]

func values[T any](all iter.Seq[T], value func(*T, string) string) recordValues {
	return func(yield func(func(string) string) bool) {
		for one := range all {
			if !yield(func(key string) string { return value(&one, key) }) {
				return
			}
		}
	}
}

func (h Heads) sheet(k tableKind, roles []string, records recordValues) spreadsheet.Sheet {
	nl, en := k.names()
	out := spreadsheet.Sheet{Name: en}
	if h == DutchHeads {
		out.Name = nl
	}
	var columns []column
	for _, c := range k.columns() {
		if c.key == wholeName {
			continue
		}
		columns = append(columns, c)
		one := spreadsheet.Column{Head: h.of(c), Width: float64(len(c.nl)) + 4}
		for _, code := range c.choices(roles) {
			one.Choices = append(one.Choices, h.written(c.shape, code).Text)
		}
		out.Columns = append(out.Columns, one)
	}
	out.Rows = func(yield func([]spreadsheet.Cell) bool) {
		row := make([]spreadsheet.Cell, len(columns))
		for value := range records {
			for i, c := range columns {
				row[i] = h.written(c.shape, value(c.key))
			}
			if !yield(row) {
				return
			}
		}
	}
	return out
}

// valueOf returns the value of a property as the exchange form has it.
func valueOf[T any](properties []property[T]) func(*T, string) string {
	at := map[string]property[T]{}
	for _, p := range properties {
		at[p.key] = p
	}
	return func(from *T, key string) string {
		p, ok := at[key]
		if !ok {
			return ""
		}
		n, _ := p.write(from)
		return n.text
	}
}

func personValue() func(*domain.Person, string) string {
	text := valueOf(persons().properties)
	return func(p *domain.Person, key string) string {
		if key == inactiveFrom {
			return inactiveDay(*p)
		}
		return text(p, key)
	}
}

func membershipValue(w domain.World) func(*domain.Membership, string) string {
	text := valueOf(memberships().properties)
	return func(m *domain.Membership, key string) string {
		switch key {
		case groupName:
			g, _ := w.Group(m.Group)
			return g.Name
		case personNumber:
			return numberOf(w, m.Person)
		}
		return text(m, key)
	}
}

func relationValue(w domain.World) func(*domain.Relation, string) string {
	text := valueOf(relations().properties)
	return func(r *domain.Relation, key string) string {
		switch key {
		case clientNumber:
			return numberOf(w, r.Client)
		case personNumber:
			return numberOf(w, r.Person)
		case typeName:
			t, _ := w.RelationType(r.Type)
			return t.Name
		}
		return text(r, key)
	}
}

func numberOf(w domain.World, id domain.PersonID) string {
	p, _ := w.Person(id)
	return p.Number
}

// Texts returns the rows of a table with its heads, as separated values have them.
func Texts(s spreadsheet.Sheet) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		row := make([]string, len(s.Columns))
		for i, c := range s.Columns {
			row[i] = c.Head
		}
		if !yield(row) {
			return
		}
		for cells := range s.Rows {
			for i, c := range cells {
				row[i] = c.Text
			}
			if !yield(row) {
				return
			}
		}
	}
}

// SheetName is the name of a table in a workbook.
func SheetName(s spreadsheet.Sheet) string { return strings.ToUpper(s.Name[:1]) + s.Name[1:] }
