package exchange

import (
	"cmp"
	"strconv"
	"strings"

	"zichtlijn/domain"
)

// codes are those of the problems for refusals of the domain, by the code of the refusal.
var codes = map[domain.Code]Code{
	domain.ValueMissing:        Required,
	domain.ValueTooLong:        TooLong,
	domain.ValueCharacter:      WrongCharacter,
	domain.DateOutside:         WrongDate,
	domain.BornAhead:           BornAhead,
	domain.ValueRepeated:       Repeated,
	domain.UnknownRef:          UnknownReference,
	domain.AlreadyExists:       RecordTwice,
	domain.NameTaken:           SameNames,
	domain.StillReferred:       InUse,
	domain.PeriodReversed:      PeriodTurned,
	domain.MembershipOverlap:   MemberTwice,
	domain.AlreadyRelated:      RelatedTwice,
	domain.AdministratorLinked: AdministratorJoined,
	domain.ClientSide:          NotAClient,
	domain.OtherSide:           OtherIsClient,
	domain.KindMisfit:          RoleMisfit,
	domain.ExclusiveOverlap:    NotAlone,
	domain.PrimaryAndNegative:  PrimaryUnwanted,
	domain.PrimaryNotExclusive: PrimaryNeedsExclusive,
	domain.TypePrimaryNegative: NegativePrimary,
	domain.TypeNegativeNetwork: NegativeNetwork,
	domain.TypeEmployeeOnly:    EmployeeFlag,
	domain.SamePerson:          PersonTwice,
	domain.NotReplacedBy:       WrongSuccessor,
	domain.AgreementTwice:      AgreementTwice,
	domain.NotOfKind:           NotOfKind,
	domain.Outdated:            SinceChanged,
}

// codeOf returns the code of the problem for a refusal of the domain.
func codeOf(r domain.Refusal) Code {
	if r.Code == domain.ValueMalformed {
		return malformed(r.Field)
	}
	return cmp.Or(codes[r.Code], OtherRule)
}

func malformed(f domain.Field) Code {
	switch f {
	case "id", "objects":
		return WrongID
	case "email":
		return WrongEmail
	case "role":
		return WrongRole
	}
	return WrongCharacter
}

// problemOf returns a refusal as a problem without a place.
func problemOf(r domain.Refusal) Problem {
	x := Problem{Code: codeOf(r), Value: r.Value}
	for _, o := range r.Others[:min(len(r.Others), mostOthers)] {
		x.Args = append(x.Args, o.Key)
	}
	switch x.Code {
	case UnknownReference:
		x.Args = nil
		for _, o := range r.Others {
			x.Args = []string{o.Noun.String()}
		}
	case WrongCharacter:
		if r.Code == domain.ValueCharacter {
			x.Value, x.Args = "", []string{r.Value, strconv.Itoa(r.Limit)}
		}
	case TooLong:
		x.Args = []string{strconv.Itoa(r.Limit)}
	case RoleMisfit:
		x.Args = append([]string{r.Value}, x.Args...)
		x.Value = ""
	case OtherRule:
		x.Args = []string{string(r.Code)}
	}
	return x
}

// source finds the record in the files that caused a refusal: its subject, else a
// record that it names, else one on which its subject depends. A file that makes a
// client of a counselor breaks relations that stand in no file.
func (m *merger) source(after domain.World, r domain.Refusal) (place, domain.Ref, bool) {
	refs := append([]domain.Ref{r.Subject}, r.Others...)
	if r.Subject.Noun == domain.RelationNoun {
		n, _ := after.Relation(domain.RelationID(r.Subject.Key))
		refs = append(refs,
			domain.Ref{Noun: domain.PersonNoun, Key: string(n.Person)},
			domain.Ref{Noun: domain.PersonNoun, Key: string(n.Client)},
			domain.Ref{Noun: domain.RelationTypeNoun, Key: string(n.Type)})
		for one := range after.MembershipsOf(n.Person) {
			refs = append(refs, domain.Ref{Noun: domain.MembershipNoun, Key: one.Key()})
		}
	}
	for _, ref := range refs {
		if at, ok := m.places[ref]; ok {
			return at, ref, true
		}
	}
	return place{}, domain.Ref{}, false
}

func (p place) steps() []step {
	if p.section == "" {
		return nil
	}
	return []step{{key: p.section}, {at: p.at, inList: true}}
}

// name is how another record points at this one: by its path, or by its row in a table.
func (p place) name() string {
	if p.node != nil && p.node.row != nil {
		return "A" + strconv.Itoa(int(p.node.row.cell.Number))
	}
	return pathOf(p.steps())
}

// problemAt gives a problem the place of a record.
func (m *merger) problemAt(at place, x Problem) Problem {
	x.File, x.Line, x.Column = m.files[at.file], int(at.node.line), int(at.node.column)
	if at.node.row != nil {
		return x.inTable(at.node, "")
	}
	x.Path = pathOf(at.steps())
	return x
}

// atProperty moves a problem from the record to the property that is wrong, and in a
// list to the value.
func (m *merger) atProperty(at place, r domain.Refusal, x Problem) Problem {
	if r.Field == "" {
		return x
	}
	steps, n := at.steps(), at.node
	for key := range strings.SplitSeq(string(r.Field), ".") {
		steps = append(steps, step{key: key})
		if n != nil {
			n = n.member(key)
		}
	}
	if n != nil && n.kind == list && r.Value != "" {
		for i := range n.kids {
			if n.kids[i].text == r.Value {
				steps, n = append(steps, step{at: i, inList: true}), &n.kids[i]
				break
			}
		}
	}
	if n != nil {
		x.Line, x.Column = int(n.line), int(n.column)
		if x.Value == "" {
			x.Value = n.text
		}
	}
	if at.node.row != nil {
		if n == nil {
			n = at.node
		}
		return x.inTable(n, string(r.Field))
	}
	x.Path = pathOf(steps)
	return x
}
