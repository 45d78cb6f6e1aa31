package scene

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
)

// Signals are what was found in a World, with a text for each in which a filter looks:
// the ids and names of its records, folded by domain.LookUp. Folding those of tens of
// thousands of signals takes a tenth of a second, so it is done where they are found.
type Signals struct {
	signal.Findings
	Texts struct{ Open, Accepted, Mirror []string } // as in Findings
}

// FindSignals looks for signals on a day. That is slow for thousands of people.
func FindSignals(w domain.World, on domain.Date) *Signals {
	out := &Signals{Findings: signal.Look(w, on)}
	f := folding{w, map[domain.Ref]string{}}
	for _, one := range out.Open {
		out.Texts.Open = append(out.Texts.Open, f.text(one.Refs...))
	}
	for _, one := range out.Accepted {
		out.Texts.Accepted = append(out.Texts.Accepted, f.text(one.Refs...))
	}
	for _, one := range out.Mirror {
		out.Texts.Mirror = append(out.Texts.Mirror, f.text(domain.Ref{Noun: domain.PersonNoun, Key: string(one.Viewer)}))
	}
	return out
}

// folding folds each record once, of the many signals about it.
type folding struct {
	world   domain.World
	records map[domain.Ref]string
}

func (f folding) text(about ...domain.Ref) string {
	parts := make([]string, len(about))
	for i, at := range about {
		folded, known := f.records[at]
		if !known {
			folded = domain.LookUp(at.Key + " " + f.name(at))
			f.records[at] = folded
		}
		parts[i] = folded
	}
	return strings.Join(parts, " ")
}

// name is by what a filter finds a record, beside its id: a relation by its type.
func (f folding) name(at domain.Ref) string {
	switch at.Noun {
	case domain.PersonNoun:
		p, _ := f.world.Person(domain.PersonID(at.Key))
		return p.Shown() + " " + p.Number
	case domain.GroupNoun:
		g, _ := f.world.Group(domain.GroupID(at.Key))
		return g.Name
	case domain.RelationTypeNoun:
		t, _ := f.world.RelationType(domain.RelationTypeID(at.Key))
		return t.Name
	case domain.AccessRoleNoun:
		r, _ := f.world.AccessRole(domain.AccessRoleID(at.Key))
		return r.Name
	case domain.RelationNoun:
		r, _ := f.world.Relation(domain.RelationID(at.Key))
		t, _ := f.world.RelationType(r.Type)
		return t.Name
	case domain.InstitutionNoun, domain.AcceptedSignalNoun, domain.MembershipNoun, domain.AssignmentNoun, domain.ShiftNoun, domain.AgreementNoun:
	}
	return ""
}
