package sight

import (
	"cmp"
	"fmt"
	"slices"

	"zichtlijn/domain"
)

// Because is the reason why a rule does not apply. Its code is stable.
type Because uint8

// The reasons, roughly from the person outward.
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

// Becauses returns every reason.
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

// Miss is a rule that nearly applied: a single reason keeps it from applying.
type Miss struct {
	Because Because
	// Rule is the id in DOMAIN.md of the rule that takes away, or of the one that
	// would apply; empty where there is no id.
	Rule     string
	Facts    Fact // the facts, of those that do not hold, that it would have given
	Group    domain.GroupID
	Client   domain.PersonID   // the client of the network
	Relation domain.RelationID // the one that does not count
	Person   domain.PersonID   // the person whom Because is about
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

// missing returns the rules that nearly applied, for the facts that do not hold.
func (q question) missing() []Miss {
	lacks := q.lacks()
	if lacks == (Fact{}) {
		return nil
	}
	all := q.missedPersons()
	if len(all) == 0 { // otherwise no group or relation of that person counts
		all = slices.Concat(q.missedGroups(), q.missedUnlinked(), q.missedMemberships(), q.missedRelations())
	}
	var out []Miss
	for _, m := range all {
		m.Facts = Fact{m.Facts.Sees && lacks.Sees, m.Facts.Messages && lacks.Messages}
		if m.Facts != (Fact{}) {
			out = append(out, m)
		}
	}
	out = append(out, unexplained(lacks, out)...)
	slices.SortFunc(out, compareMisses)
	return slices.Compact(out)
}

// unexplained returns NothingShared for the facts that no miss in said explains.
func unexplained(lacks Fact, said []Miss) []Miss {
	for _, m := range said {
		lacks.Sees = lacks.Sees && !m.Facts.Sees
		lacks.Messages = lacks.Messages && !m.Facts.Messages
	}
	if lacks == (Fact{}) {
		return nil
	}
	return []Miss{{Because: NothingShared, Facts: lacks}}
}

// everything is both facts: whatever prevents sight prevents messages.
func everything() Fact { return Fact{Sees: true, Messages: true} }

// missedPersons explains why one of the two people alone rules out any sightline.
func (q question) missedPersons() []Miss {
	if q.viewer == q.other {
		return []Miss{{Because: SamePerson, Facts: everything(), Person: q.viewer}}
	}
	var out []Miss
	for _, id := range q.both() {
		p, known := q.w.Person(id)
		switch {
		case !known:
			out = append(out, Miss{Because: UnknownPerson, Facts: everything(), Person: id})
		case p.Role == domain.Administrator:
			out = append(out, Miss{Because: AdministratorRole, Rule: "G7", Facts: everything(), Person: id})
		case !p.ActiveOn(q.on):
			out = append(out, Miss{Because: Inactive, Facts: everything(), Person: id})
		}
	}
	return out
}

// missedGroups explains, for each group in which both are, why it does not give
// the facts.
func (q question) missedGroups() []Miss {
	var out []Miss
	for _, s := range q.sharedGroups() {
		out = append(out, q.missedIn(s)...)
	}
	return out
}

func (q question) missedIn(s sharedGroup) []Miss {
	v, rv, ro := s.group.Visibility, s.mine.As, s.theirs.As
	h := q.access(v, rv, ro)
	if !h.Sees() {
		m := Miss{Because: UsersApart, Rule: "G3", Facts: everything(), Group: s.group.ID}
		if p, b := q.tiles(v, rv); !p.Holds() && !b.Holds() {
			m.Because, m.Rule = GroupHidden, "G1"
		}
		return []Miss{m}
	}
	if h.Message.Holds() {
		return nil
	}
	var out []Miss
	messages := Fact{Messages: true}
	if ro.IsCounselor() && q.groupAccess(v, rv, 1).GroupMessage.Holds() {
		out = append(out, Miss{Because: GroupMessageOnly, Rule: D4.String(), Facts: messages, Group: s.group.ID})
	}
	rule, off := q.needs(func(p policy) Clause { return p.access(v, rv, ro).Message })
	for _, r := range off {
		out = append(out, Miss{Because: ReadingOff, Rule: rule.String(), Facts: messages, Group: s.group.ID, Reading: r})
	}
	return out
}

// needs returns the rule of a clause and the readings that are off and without
// which it does not hold; None where no reading could give it. It tries each
// reading on the policy itself.
func (p policy) needs(clause func(policy) Clause) (Rule, []domain.Reading) {
	all := p
	for _, r := range domain.AllReadings() {
		all.Readings = all.With(r, true)
	}
	would := clause(all)
	if !would.Holds() {
		return None, nil
	}
	var out []domain.Reading
	for _, r := range domain.AllReadings() {
		if !p.On(r) && !clause(policy{all.With(r, false)}).Holds() {
			out = append(out, r)
		}
	}
	return would.Rule, out
}

// missedUnlinked explains, for each group of the other in which the viewer, a
// counselor, is not, why G6 does not give the facts.
func (q question) missedUnlinked() []Miss {
	if p, _ := q.w.Person(q.viewer); !p.Role.IsCounselor() {
		return nil
	}
	_, off := q.needs(policy.unlinked)
	var out []Miss
	for _, m := range q.theirs {
		if _, linked := in(q.own, m.Group); linked {
			continue
		}
		for _, r := range off {
			out = append(out, Miss{Because: ReadingOff, Rule: G6.String(), Facts: Fact{Sees: true}, Group: m.Group, Reading: r})
		}
		if len(off) == 0 {
			out = append(out, Miss{Because: NotLinked, Rule: G6.String(), Facts: Fact{Messages: true}, Group: m.Group})
		}
	}
	return out
}

// missedMemberships explains groups in which one of the two is, and the other was
// or will be.
func (q question) missedMemberships() []Miss {
	var out []Miss
	for _, m := range idle(q.w, q.viewer, q.on) {
		if theirs, ok := in(q.theirs, m.Group); ok {
			if _, runs := in(q.own, m.Group); !runs {
				out = append(out, q.missedMembership(m, q.w.RoleIn(m), theirs.As)...)
			}
		}
	}
	for _, m := range idle(q.w, q.other, q.on) {
		if own, ok := in(q.own, m.Group); ok {
			if _, runs := in(q.theirs, m.Group); !runs {
				out = append(out, q.missedMembership(m, own.As, q.w.RoleIn(m))...)
			}
		}
	}
	return out
}

// missedMembership returns the facts that a membership would give if it covered
// the day; nothing where it would give none.
func (q question) missedMembership(m domain.Membership, rv, ro domain.Role) []Miss {
	g, _ := q.w.Group(m.Group)
	h := q.access(g.Visibility, rv, ro)
	out := Miss{Because: MembershipEnded, Facts: Fact{h.Sees(), h.Message.Holds()}, Group: m.Group, Person: m.Person, Period: m.Period}
	if m.Ahead(q.on) {
		out.Because = MembershipAhead
	}
	switch {
	case h.Personentegel.Holds():
		out.Rule = h.Personentegel.Rule.String()
	case h.Berichtentegel.Holds():
		out.Rule = h.Berichtentegel.Rule.String()
	default:
		return nil
	}
	return []Miss{out}
}

// idle returns, for each group, somebody's memberships that do not cover a day but
// come nearest to it: the last that ended and the first to come.
func idle(w domain.World, id domain.PersonID, on domain.Date) []domain.Membership {
	var out []domain.Membership
	for m := range w.MembershipsOf(id) { // by group and first day
		if m.Covers(on) {
			continue
		}
		last := len(out) - 1
		switch {
		case last < 0 || out[last].Group != m.Group || !out[last].Ahead(on) && m.Ahead(on):
			out = append(out, m)
		case !out[last].Ahead(on):
			out[last] = m
		}
	}
	return out
}

// missedRelations explains, for each route that would have given sight, the single
// reason why it does not.
func (q question) missedRelations() []Miss {
	var out []Miss
	for _, r := range q.routes {
		if faults := q.faults(r); len(faults) == 1 {
			out = append(out, faults[0])
		}
	}
	slices.SortFunc(out, compareMisses)
	return slices.Compact(out)
}

// faults returns every reason why a route does not count, each once: two relations
// of one type that is switched off have one fault.
func (q question) faults(r route) []Miss {
	rule := N2
	if len(r.relations) > 1 {
		rule = N3
	}
	var out []Miss
	add := func(m Miss, same func(Miss) bool) {
		if !slices.ContainsFunc(out, func(o Miss) bool { return o.Because == m.Because && same(o) }) {
			m.Facts, m.Client = everything(), r.client
			out = append(out, m)
		}
	}
	for _, relation := range r.relations {
		if m, ok := q.idleRelation(relation, rule); ok {
			add(m, func(o Miss) bool { return o.Relation == relation.ID })
		}
		for _, m := range q.typeFaults(relation) {
			add(m, func(o Miss) bool { return q.typeOf(o.Relation) == relation.Type })
		}
	}
	if p, _ := q.w.Person(r.client); !p.ActiveOn(q.on) {
		add(Miss{Because: Inactive, Rule: rule.String(), Person: r.client}, func(Miss) bool { return true })
	}
	if rule == N3 && !q.policy.around().Holds() {
		add(Miss{Because: ReadingOff, Rule: rule.String(), Reading: domain.ReadNetwork}, func(Miss) bool { return true })
	}
	return out
}

func (q question) typeOf(id domain.RelationID) domain.RelationTypeID {
	r, _ := q.w.Relation(id)
	return r.Type
}

// idleRelation returns the reason why a relation does not run on the day; false: it
// runs.
func (q question) idleRelation(r domain.Relation, rule Rule) (Miss, bool) {
	m := Miss{Rule: rule.String(), Relation: r.ID, Period: r.Period}
	switch {
	case r.Withdrawn:
		m.Because, m.Rule = RelationWithdrawn, "E8"
	case r.Ended(q.on):
		m.Because = RelationEnded
	case r.Ahead(q.on):
		m.Because = RelationAhead
	default:
		return m, false
	}
	return m, true
}

// typeFaults returns the reasons why the type of a relation makes it no direct
// relation.
func (q question) typeFaults(r domain.Relation) []Miss {
	t, _ := q.w.RelationType(r.Type)
	var out []Miss
	if t.SwitchedOff {
		out = append(out, Miss{Because: TypeOff, Rule: "E7", Relation: r.ID})
	}
	switch {
	case t.Negative:
		out = append(out, Miss{Because: TypeNegative, Rule: "N4", Relation: r.ID})
	case !t.Network:
		out = append(out, Miss{Because: TypeWithoutNetwork, Rule: "E6", Relation: r.ID})
	}
	return out
}
