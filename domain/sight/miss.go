package sight

import (
	"cmp"
	"fmt"
	"slices"

	"zichtlijn/domain"
)

// Because says what keeps a rule from applying. Its code is stable.
type Because uint8

// What can stand in the way, roughly from the person outward.
const (
	SamePerson         Because = iota
	UnknownPerson              // nobody has that id
	AdministratorRole          // G7: an administrator is in no group and no relation
	Inactive                   // the person counts no more on the day
	GroupHidden                // G1: both are in the group, and the viewer does not see it
	UsersApart                 // G3: both are in the group, and its users do not see each other
	GroupMessageOnly           // D4: all counselors of the group at once, not this one
	NotLinked                  // G6: seen without being in the group; no messages go with that
	ReadingOff                 // a reading that would allow it is off: see Reading
	MembershipEnded            // Person was in the group
	MembershipAhead            // Person will be in the group
	RelationEnded              //
	RelationAhead              //
	RelationWithdrawn          // E8: it never began
	TypeOff                    // E7: the type of the relation is switched off
	TypeWithoutNetwork         // E6: the type of the relation makes no direct relation
	TypeNegative               // N4: unwanted, which never makes one
	NothingShared              // no group and no network in which both are
	becauseCount
)

var becauseCodes = [becauseCount]string{
	"same-person", "unknown-person", "administrator", "inactive", "group-hidden", "users-apart", "group-message-only",
	"not-linked", "reading-off", "membership-ended", "membership-ahead", "relation-ended", "relation-ahead",
	"relation-withdrawn", "type-off", "type-without-network", "type-negative", "nothing-shared",
}

// Becauses returns every one.
func Becauses() []Because {
	out := make([]Because, becauseCount)
	for i := range out {
		out[i] = Because(i)
	}
	return out
}

// String returns the code.
func (b Because) String() string {
	if b < becauseCount {
		return becauseCodes[b]
	}
	return fmt.Sprintf("Because(%d)", uint8(b))
}

// Miss is a rule that nearly applied: one thing alone stands in its way.
type Miss struct {
	Because Because
	// Rule is the id in DOMAIN.md of the rule that takes away, or of the one that
	// would apply; empty where none has an id.
	Rule     string
	Of       Fact // which of the two facts that do not hold it would have given
	Group    domain.GroupID
	Client   domain.PersonID   // whose network
	Relation domain.RelationID // the one that does not count
	Person   domain.PersonID   // whom Because speaks of
	Reading  domain.Reading    // with ReadingOff only
	Period   domain.Period     // of the membership or relation
}

func compareMisses(a, b Miss) int {
	if c := cmp.Or(cmp.Compare(a.Because, b.Because), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Group, b.Group)); c != 0 {
		return c
	}
	if c := cmp.Or(cmp.Compare(a.Client, b.Client), cmp.Compare(a.Relation, b.Relation), cmp.Compare(a.Person, b.Person)); c != 0 {
		return c
	}
	return cmp.Or(cmp.Compare(a.Reading, b.Reading), cmp.Compare(a.Period.From, b.Period.From))
}

// missing returns what stands against the facts that do not hold.
func (q question) missing() []Miss {
	lacks := q.lacks()
	if lacks == (Fact{}) {
		return nil
	}
	all := q.missedPersons()
	if len(all) == 0 { // else nothing more is to be said: such a person is in nothing that counts
		all = slices.Concat(q.missedGroups(), q.missedUnlinked(), q.missedMemberships(), q.missedTies())
	}
	var out []Miss
	for _, m := range all {
		m.Of = Fact{m.Of.Sees && lacks.Sees, m.Of.Messages && lacks.Messages}
		if m.Of != (Fact{}) {
			out = append(out, m)
		}
	}
	out = append(out, unsaid(lacks, out)...)
	slices.SortFunc(out, compareMisses)
	return slices.Compact(out)
}

// unsaid is what there is to say of a fact against which nothing in particular
// stands.
func unsaid(lacks Fact, said []Miss) []Miss {
	for _, m := range said {
		lacks.Sees = lacks.Sees && !m.Of.Sees
		lacks.Messages = lacks.Messages && !m.Of.Messages
	}
	if lacks == (Fact{}) {
		return nil
	}
	return []Miss{{Because: NothingShared, Of: lacks}}
}

// everything is both facts: what keeps somebody from seeing keeps from messaging.
func everything() Fact { return Fact{Sees: true, Messages: true} }

// missedPersons says what it is about one of the two that settles the matter.
func (q question) missedPersons() []Miss {
	if q.viewer == q.other {
		return []Miss{{Because: SamePerson, Of: everything(), Person: q.viewer}}
	}
	var out []Miss
	for _, id := range q.both() {
		p, known := q.w.Person(id)
		switch {
		case !known:
			out = append(out, Miss{Because: UnknownPerson, Of: everything(), Person: id})
		case p.Role == domain.Administrator:
			out = append(out, Miss{Because: AdministratorRole, Rule: "G7", Of: everything(), Person: id})
		case !p.ActiveOn(q.on):
			out = append(out, Miss{Because: Inactive, Of: everything(), Person: id})
		}
	}
	return out
}
