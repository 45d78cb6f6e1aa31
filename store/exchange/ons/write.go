package ons

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// Options are how the reader takes the form.
type Options struct {
	// ValidToInclusive: the last day itself stands in validTo. Otherwise the day after
	// it does: the upper bound of the API is read as exclusive.
	ValidToInclusive bool
}

// relation is a ClientEmployeeRelation of the Ons API. It has no ids of its own: the
// receiver gives them.
type relation struct {
	Client   int64        `json:"clientId"`
	Employee int64        `json:"employeeId"`
	Name     string       `json:"relationName"`
	From     string       `json:"validFrom"`
	To       string       `json:"validTo,omitempty"`
	Type     relationType `json:"relationType"`
}

// relationType is a ClientEmployeeRelationType, with every flag written out.
type relationType struct {
	Name           string `json:"name"`
	Primary        bool   `json:"primary"`
	Exclusive      bool   `json:"exclusive"`
	Relevant       bool   `json:"relevant"`
	Negative       bool   `json:"negative"`
	Active         bool   `json:"active"`
	Legal          bool   `json:"legal"`
	VBMResponsible bool   `json:"vbmResponsible"`
}

// Write writes the relations of kind employee by id, and returns the relations that it
// leaves, by id. Ended, replaced and future ones are written with their period, and those
// of a type that is switched off with active false: Ons keeps history too (E7). Whether
// the two people are active does not matter, nor does a last day of 31-12-9999: it
// is an open end. A withdrawn relation is left: it never began (E8), and its period
// would give it days.
func Write(w io.Writer, world domain.World, o Options) ([]exchange.Left, error) {
	e := export{world, o, numbersOf(world)}
	var left []exchange.Left
	out := exchange.NewList(w, `{"clientEmployeeRelations":[`)
	for r := range world.Relations() {
		if one, code, field := e.relation(r); code != "" {
			left = append(left, exchange.Left{Ref: domain.Ref{Noun: domain.RelationNoun, Key: r.Key()}, Field: field, Code: code})
		} else {
			out.Add(one)
		}
	}
	if err := out.End(`{"clientEmployeeRelations":[]}`); err != nil { // the API requires the list
		return nil, fmt.Errorf("ons: write: %w", err)
	}
	return left, nil
}

type export struct {
	world domain.World
	Options
	numbers map[side]int
}

// side is a number on one side of the relations: clients have numbers of their own.
type side struct {
	client bool
	number string
}

func sideOf(p domain.Person) side { return side{p.Role == domain.Client, p.Number} }

// numbersOf counts who has which number.
func numbersOf(world domain.World) map[side]int {
	out := map[side]int{}
	for p := range world.Persons() {
		out[sideOf(p)]++
	}
	return out
}

// relation returns r as it is written, or why it is left: a code of this package.
func (e export) relation(r domain.Relation) (out relation, code string, field domain.Field) {
	t, known := e.world.RelationType(r.Type)
	switch {
	case r.Withdrawn:
		return out, Withdrawn, ""
	case !known || t.Kind != domain.EmployeeKind:
		return out, NotEmployee, ""
	case networkOnly(t):
		return out, NetworkOnly, ""
	case r.From.IsZero():
		return out, NoFirstDay, "from"
	}
	if out.Client, code = e.number(r.Client); code != "" {
		return out, code, "client"
	}
	if out.Employee, code = e.number(r.Person); code != "" {
		return out, code, "person"
	}
	out.Name, out.From, out.To = t.Name, midnight(r.From), e.end(r.Through)
	out.Type = relationType{t.Name, t.Primary, t.Exclusive, t.Relevant, t.Negative, t.Active(), t.Legal, t.VBMResponsible}
	return out, "", ""
}

func networkOnly(t domain.RelationType) bool {
	return t.Network && !t.Primary && !t.Exclusive && !t.Relevant && !t.Negative && !t.Legal && !t.VBMResponsible
}

func (e export) end(through domain.Date) string {
	switch {
	case through.IsZero() || through == domain.LastDate:
		return ""
	case e.ValidToInclusive:
		return midnight(through)
	}
	return midnight(through.Next())
}

func (e export) number(id domain.PersonID) (int64, string) {
	p, _ := e.world.Person(id)
	n, err := strconv.ParseInt(p.Number, 10, 64)
	switch {
	case p.Number == "":
		return 0, NoNumber
	case strings.Trim(p.Number, "0123456789") != "":
		return 0, NotNumeric
	case p.Number[0] == '0':
		return 0, LeadingZero
	case err != nil:
		return 0, TooLarge
	case e.numbers[sideOf(p)] > 1:
		return 0, Shared
	}
	return n, ""
}
