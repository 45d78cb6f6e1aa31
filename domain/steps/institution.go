package steps

import "zichtlijn/domain"

// Of returns the steps of the institution on a day, in order.
func Of(w domain.World, on domain.Date) []State {
	p := peopleOf(w, on)
	return []State{
		judged(People, when(len(p.clients) == 0, NoClients), when(p.counselors == 0, NoCounselors)),
		typesState(w, p),
		relationsState(w, on, p.clients, p.linked),
		groupsState(w, on),
		byHand(w, Handover, domain.HandoverStep, ""),
	}
}

// people are those who count on a day, by id.
type people struct {
	clients    []domain.PersonID
	linked     []domain.PersonID // guardians and externals: they cannot do without a network
	guardians  int
	externals  int
	counselors int
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
	return judged(Types,
		when(!primary, NoPrimaryType),
		when(p.guardians > 0 && !network[domain.GuardianKind], NoGuardianType),
		when(p.externals > 0 && !network[domain.ExternalKind], NoExternalType))
}

// relationsState says which of some clients, guardians and externals lack a
// relation that they cannot do without.
func relationsState(w domain.World, on domain.Date, clients, linked []domain.PersonID) State {
	var alone, unled, loose []domain.PersonID
	for _, id := range clients {
		switch t := tiesOf(w, id, on); {
		case !t.any:
			alone = append(alone, id)
		case !t.primary:
			unled = append(unled, id)
		}
	}
	for _, id := range linked {
		if !tiesOf(w, id, on).network {
			loose = append(loose, id)
		}
	}
	return judged(Relations,
		when(len(clients)+len(linked) == 0, NobodyYet),
		about(WithoutRelation, domain.PersonNoun, alone),
		about(WithoutPrimary, domain.PersonNoun, unled),
		about(WithoutNetwork, domain.PersonNoun, loose))
}

// ties are the relations of a person that count on a day.
type ties struct{ any, primary, network bool }

func tiesOf(w domain.World, id domain.PersonID, on domain.Date) ties {
	var out ties
	for r := range w.RelationsOf(id) {
		if t, ok := w.InEffect(r, on); ok {
			out.any = true
			out.primary = out.primary || t.Primary
			out.network = out.network || t.Network
		}
	}
	return out
}

func groupsState(w domain.World, on domain.Date) State {
	var open []domain.GroupID
	for g := range w.Groups() {
		if !finished(w, g, on) {
			open = append(open, g.ID)
		}
	}
	return judged(Groups, when(w.Count(domain.GroupNoun) == 0, NoGroups), about(GroupOpen, domain.GroupNoun, open))
}

// finished reports whether every step of a group is done. What is ticked last is
// asked first: it costs nothing, and of thousands of groups few are done.
func finished(w domain.World, g domain.Group, on domain.Date) bool {
	if !byHand(w, Handover, domain.HandoverStep, g.ID).Done() {
		return false
	}
	all := OfGroup(w, g.ID, on)
	return Count(all) == len(all)
}
