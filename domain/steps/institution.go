package steps

import (
	"iter"
	"slices"

	"zichtlijn/domain"
)

// institutionSteps are the steps of the institution, in order.
var institutionSteps = [...]func(domain.World, domain.Date, people) State{
	func(_ domain.World, _ domain.Date, p people) State {
		return newState(People, openIf(len(p.clients) == 0, NoClients), openIf(p.counselors == 0, NoCounselors))
	},
	func(w domain.World, _ domain.Date, p people) State { return typesState(w, p) },
	relationsState,
	func(w domain.World, on domain.Date, p people) State { return groupsState(w, on, p.oneEach) },
	func(w domain.World, _ domain.Date, _ people) State {
		return byHand(w, Handover, domain.HandoverStep, "")
	},
}

// Institution returns the steps of the institution on a day, in order.
func Institution(w domain.World, on domain.Date) []State {
	p, out := peopleOf(w, on), make([]State, len(institutionSteps))
	for i, judged := range institutionSteps {
		out[i] = judged(w, on, p)
	}
	return out
}

// Next returns the first open step of the institution on a day. Where that is Groups, for
// groups that are there, it is the first open step of the first of them, and group names
// it. ok is false if nothing is open.
func Next(w domain.World, on domain.Date) (next Step, group domain.GroupID, ok bool) {
	p := peopleOf(w, on)
	p.oneEach = true
	for _, judged := range institutionSteps {
		state := judged(w, on, p)
		if state.Done() {
			continue
		}
		if last := state.Open[len(state.Open)-1]; last.Code == GroupOpen {
			group = domain.GroupID(last.Refs[0].Key)
			of := Group(w, group, on)
			state = of[slices.IndexFunc(of, func(s State) bool { return !s.Done() })]
		}
		return state.Step, group, true
	}
	return "", "", false
}

// people are the active people on a day, by id.
type people struct {
	clients    []domain.PersonID
	linked     []domain.PersonID // guardians and externals: they need a network
	guardians  int
	externals  int
	counselors int
	oneEach    bool // one record that keeps a step open is enough: the others take long
}

func peopleOf(w domain.World, on domain.Date) people {
	var out people
	for p := range w.Persons() {
		if !p.ActiveOn(on) {
			continue
		}
		switch {
		case p.Role == domain.Client:
			out.clients = append(out.clients, p.ID)
		case p.Role == domain.Guardian:
			out.guardians++
			out.linked = append(out.linked, p.ID)
		case p.Role == domain.External:
			out.externals++
			out.linked = append(out.linked, p.ID)
		case p.Role.IsCounselor():
			out.counselors++
		}
	}
	return out
}

func typesState(w domain.World, p people) State {
	var primary bool
	network := map[domain.Kind]bool{}
	for t := range w.RelationTypes() {
		if t.Active() {
			primary = primary || t.Primary
			network[t.Kind] = network[t.Kind] || t.Network
		}
	}
	return newState(Types,
		openIf(!primary, NoPrimaryType),
		openIf(p.guardians > 0 && !network[domain.GuardianKind], NoGuardianType),
		openIf(p.externals > 0 && !network[domain.ExternalKind], NoExternalType))
}

// relationsState is open for clients without a primary relation, and guardians and
// externals without a network.
func relationsState(w domain.World, on domain.Date, p people) State {
	lack := map[Code][]domain.PersonID{}
	for code, id := range lacking(w, on, p) {
		lack[code] = append(lack[code], id)
		if p.oneEach {
			break
		}
	}
	return newState(Relations,
		openIf(len(p.clients)+len(p.linked) == 0, NobodyYet),
		openFor(WithoutRelation, domain.PersonNoun, lack[WithoutRelation]),
		openFor(WithoutPrimary, domain.PersonNoun, lack[WithoutPrimary]),
		openFor(WithoutNetwork, domain.PersonNoun, lack[WithoutNetwork]))
}

// lacking yields whoever has not the relations they need, and what they lack.
func lacking(w domain.World, on domain.Date, p people) iter.Seq2[Code, domain.PersonID] {
	return func(yield func(Code, domain.PersonID) bool) {
		for _, id := range p.clients {
			has, primary := hasRelation(w, id, on, func(t domain.RelationType) bool { return t.Primary })
			if !has && !yield(WithoutRelation, id) || has && !primary && !yield(WithoutPrimary, id) {
				return
			}
		}
		for _, id := range p.linked {
			if _, network := hasRelation(w, id, on, func(t domain.RelationType) bool { return t.Network }); !network && !yield(WithoutNetwork, id) {
				return
			}
		}
	}
}

// hasRelation reports whether any relation of a person is in effect on a day, and whether
// one of those is of a type that fits. It stops at the first that does.
func hasRelation(w domain.World, id domain.PersonID, on domain.Date, fits func(domain.RelationType) bool) (has, one bool) {
	for r := range w.RelationsOf(id) {
		if t, ok := w.InEffect(r, on); ok {
			has = true
			if fits(t) {
				return true, true
			}
		}
	}
	return has, false
}

func groupsState(w domain.World, on domain.Date, one bool) State {
	var open []domain.GroupID
	for g := range w.Groups() {
		if !finished(w, g, on) {
			open = append(open, g.ID)
			if one {
				break
			}
		}
	}
	return newState(Groups, openIf(w.Count(domain.GroupNoun) == 0, NoGroups), openFor(GroupOpen, domain.GroupNoun, open))
}

// finished reports whether every step of a group is done. The last step comes first:
// it costs nothing, and few of thousands of groups are done.
func finished(w domain.World, g domain.Group, on domain.Date) bool {
	if !byHand(w, Handover, domain.HandoverStep, g.ID).Done() {
		return false
	}
	all := Group(w, g.ID, on)
	return Count(all) == len(all)
}
