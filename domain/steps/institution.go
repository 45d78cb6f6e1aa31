package steps

import "zichtlijn/domain"

// Institution returns the steps of the institution on a day, in order.
func Institution(w domain.World, on domain.Date) []State {
	p := peopleOf(w, on)
	return []State{
		newState(People, openIf(len(p.clients) == 0, NoClients), openIf(p.counselors == 0, NoCounselors)),
		typesState(w, p),
		relationsState(w, on, p.clients, p.linked),
		groupsState(w, on),
		byHand(w, Handover, domain.HandoverStep, ""),
	}
}

// people are the active people on a day, by id.
type people struct {
	clients    []domain.PersonID
	linked     []domain.PersonID // guardians and externals: they need a network
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
	return newState(Types,
		openIf(!primary, NoPrimaryType),
		openIf(p.guardians > 0 && !network[domain.GuardianKind], NoGuardianType),
		openIf(p.externals > 0 && !network[domain.ExternalKind], NoExternalType))
}

// relationsState is open for clients without a primary relation, and guardians and
// externals without a network.
func relationsState(w domain.World, on domain.Date, clients, linked []domain.PersonID) State {
	var withoutAny, withoutPrimary, withoutNetwork []domain.PersonID
	for _, id := range clients {
		switch r := relationsOf(w, id, on); {
		case !r.any:
			withoutAny = append(withoutAny, id)
		case !r.primary:
			withoutPrimary = append(withoutPrimary, id)
		}
	}
	for _, id := range linked {
		if !relationsOf(w, id, on).network {
			withoutNetwork = append(withoutNetwork, id)
		}
	}
	return newState(Relations,
		openIf(len(clients)+len(linked) == 0, NobodyYet),
		openFor(WithoutRelation, domain.PersonNoun, withoutAny),
		openFor(WithoutPrimary, domain.PersonNoun, withoutPrimary),
		openFor(WithoutNetwork, domain.PersonNoun, withoutNetwork))
}

// relations tells which relations of a person are in effect on a day.
type relations struct{ any, primary, network bool }

func relationsOf(w domain.World, id domain.PersonID, on domain.Date) relations {
	var out relations
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
