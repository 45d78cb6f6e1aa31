package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

type (
	showJSON struct {
		Viewer         domain.PersonID    `json:"viewer"`
		Name           string             `json:"name"`
		Roles          []string           `json:"roles"`
		Date           domain.Date        `json:"date"`
		Personentegel  personentegelJSON  `json:"personentegel"`
		Berichtentegel berichtentegelJSON `json:"berichtentegel"`
		Hidden         hiddenJSON         `json:"hidden"`
	}
	personentegelJSON struct {
		Groups  []groupJSON  `json:"groups"`
		Network []personJSON `json:"network"`
	}
	groupJSON struct {
		Group domain.GroupID `json:"group"`
		Name  string         `json:"name"`
		Rows  []rowJSON      `json:"rows"`
		breaksJSON
	}
	rowJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Role    string          `json:"role"`
		Message bool            `json:"message"`
		Grounds []groundJSON    `json:"grounds"` // of sight, in this place
		breaksJSON
	}
	personJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Message bool            `json:"message"`
		Grounds []groundJSON    `json:"grounds"`
		breaksJSON
	}
	berichtentegelJSON struct {
		Groups     []mailGroupJSON `json:"groups"`
		Addressees []addresseeJSON `json:"addressees"`
	}
	mailGroupJSON struct {
		Group        domain.GroupID `json:"group"`
		Name         string         `json:"name"`
		GroupMessage bool           `json:"groupMessage"`
		GroupReport  bool           `json:"groupReport"`
		Rows         []rowJSON      `json:"rows"`
		breaksJSON
	}
	addresseeJSON struct {
		Person  domain.PersonID `json:"person"`
		Name    string          `json:"name"`
		Grounds []groundJSON    `json:"grounds"` // of messages
		breaksJSON
	}
	hiddenJSON struct {
		Groups   []domain.GroupID    `json:"groups"`
		Persons  []hiddenPersonJSON  `json:"persons"`            // in groups that they see
		Within   []hiddenPersonJSON  `json:"within,omitempty"`   // in Groups
		Roles    []string            `json:"roles,omitempty"`    // only in groups that they do not see
		Unlinked []domain.RelationID `json:"unlinked,omitempty"` // that make no direct relation, though their kind usually does
	}
	hiddenPersonJSON struct {
		Person domain.PersonID `json:"person"`
		Group  domain.GroupID  `json:"group,omitempty"` // empty: an agreement alone says that they should be seen
		breaksJSON
	}
	// breaksJSON are the agreements that a pair, a group or a member breaks. Only the
	// coordinator knows.
	breaksJSON struct {
		Breaks []domain.AgreementID `json:"breaks,omitempty"`
	}
)

// view is what one person sees on a day, and what they do not.
type view struct {
	world          domain.World
	viewer         domain.Person
	on             domain.Date
	personentegel  sight.Personentegel
	berichtentegel sight.Berichtentegel
	hidden         sight.Hidden
	breaches       sight.Breaches
}

func (r *run) show(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		viewer, err := r.personNamed(w, args[0])
		if err != nil {
			return err
		}
		on := r.referenceDate(s, w)
		seen, err := r.seenWorld(s, db, on)
		if err != nil {
			return err
		}
		v := newView(seen, viewer, on)
		if r.wantsJSON() {
			return writeJSON(r.out, v.data())
		}
		r.printView(v)
		return nil
	})
}

func newView(w domain.World, viewer domain.Person, on domain.Date) view {
	v := view{world: w, viewer: viewer, on: on, hidden: sight.HiddenFrom(w, viewer.ID, on), breaches: sight.NewBreaches(w, on)}
	v.personentegel, v.berichtentegel = sight.Tiles(w, viewer.ID, on)
	unseen := slices.Concat(v.hidden.Members, v.hidden.Within)
	for _, other := range v.breaches.Unseen(viewer.ID) {
		if !slices.ContainsFunc(unseen, func(m sight.HiddenMember) bool { return m.Person == other }) {
			v.hidden.Members = append(v.hidden.Members, sight.HiddenMember{Person: other})
		}
	}
	return v
}

// pair are the agreements that the viewer breaks with somebody.
func (v view) pair(other domain.PersonID) breaksJSON {
	return breaksJSON{v.breaches.Pair(v.viewer.ID, other)}
}

// group are the agreements that a group breaks.
func (v view) group(id domain.GroupID) breaksJSON { return breaksJSON{v.breaches.Group(id)} }

// member are the agreements that a row of a group breaks, as a pair or by the role.
func (v view) member(g domain.GroupID, p sight.Row) breaksJSON {
	out := slices.Concat(v.breaches.Pair(v.viewer.ID, p.Person), v.breaches.Member(g, p.As))
	slices.Sort(out)
	return breaksJSON{out}
}

func (v view) data() showJSON {
	known, hidden := sight.Roles(v.world, v.viewer.ID, v.on)
	unseen := func(m sight.HiddenMember) hiddenPersonJSON {
		return hiddenPersonJSON{m.Person, m.Group, v.pair(m.Person)}
	}
	return showJSON{
		Viewer: v.viewer.ID, Name: v.viewer.Shown(), Roles: list(known, domain.Role.String), Date: v.on,
		Personentegel: personentegelJSON{
			Groups: list(v.personentegel.Groups, func(g sight.GroupRows) groupJSON {
				return groupJSON{g.Group, v.groupName(g.Group), v.rows(g), v.group(g.Group)}
			}),
			Network: list(v.personentegel.Network, func(p sight.Row) personJSON {
				return personJSON{p.Person, v.name(p.Person), len(p.Messages) > 0, groundsData(p.Sight), v.pair(p.Person)}
			}),
		},
		Berichtentegel: berichtentegelJSON{
			Groups: list(v.berichtentegel.Groups, func(g sight.GroupRows) mailGroupJSON {
				return mailGroupJSON{
					g.Group, v.groupName(g.Group), g.Access.GroupMessage.Holds(), g.Access.GroupReport.Holds(), v.rows(g), v.group(g.Group),
				}
			}),
			Addressees: list(v.berichtentegel.Addressees, func(p sight.Row) addresseeJSON {
				return addresseeJSON{p.Person, v.name(p.Person), groundsData(p.Messages), v.pair(p.Person)}
			}),
		},
		Hidden: hiddenJSON{
			Groups:   list(v.hidden.Groups, func(g domain.GroupID) domain.GroupID { return g }),
			Persons:  list(v.hidden.Members, unseen),
			Within:   list(v.hidden.Within, unseen),
			Roles:    list(hidden, domain.Role.String),
			Unlinked: list(v.hidden.Unlinked, func(r domain.Relation) domain.RelationID { return r.ID }),
		},
	}
}

func (v view) rows(g sight.GroupRows) []rowJSON {
	return list(g.Rows, func(p sight.Row) rowJSON {
		return rowJSON{p.Person, v.name(p.Person), p.As.String(), len(p.Messages) > 0, groundsData(p.Sight), v.member(g.Group, p)}
	})
}

// name is as it is, not cleaned: JSON escapes.
func (v view) name(id domain.PersonID) string {
	p, _ := v.world.Person(id)
	return p.Shown()
}

func (v view) groupName(id domain.GroupID) string {
	g, _ := v.world.Group(id)
	return g.Name
}

// printView writes a view in plain lines. Each line says on its own who it is about and
// why.
func (r *run) printView(v view) {
	known, _ := sight.Roles(v.world, v.viewer.ID, v.on)
	r.say("cli.show.head", r.words.Person(v.world, v.viewer.ID), string(v.viewer.ID), r.words.List(list(known, r.words.Role)), r.words.LongDate(v.on))
	if r.aloud != nil {
		r.hearSummary(v)
	}
	r.print("")
	r.printPersonentegel(v)
	r.print("")
	r.printBerichtentegel(v)
	r.print("")
	r.printHidden(v)
}

func (r *run) printPersonentegel(v view) {
	if r.hearsEmpty("cli.show.personentegel", len(v.personentegel.Groups)+len(v.personentegel.Network)) {
		return
	}
	r.say("cli.show.personentegel")
	for _, g := range v.personentegel.Groups {
		head := words.Key("cli.show.group")
		if len(g.Rows) == 0 {
			head = "cli.show.group-nobody"
		}
		line := r.words.Say(head, r.words.Group(v.world, g.Group), r.groupLabel(g.Group, g.Access.Personentegel))
		r.print(r.withBreaks(line, v.group(g.Group).Breaks))
		r.printRows(v, g.Group, g.Rows, func(p sight.Row) breaksJSON { return v.member(g.Group, p) })
	}
	if len(v.personentegel.Network) > 0 {
		r.say("cli.show.network")
		r.printRows(v, "", v.personentegel.Network, func(p sight.Row) breaksJSON { return v.pair(p.Person) })
	}
	if len(v.personentegel.Groups)+len(v.personentegel.Network) == 0 {
		r.say("cli.show.empty")
	}
}

func (r *run) printBerichtentegel(v view) {
	if r.hearsEmpty("cli.show.berichtentegel", len(v.berichtentegel.Groups)+len(v.berichtentegel.Addressees)) {
		return
	}
	r.say("cli.show.berichtentegel")
	for _, g := range v.berichtentegel.Groups {
		var can []string
		if g.Access.GroupMessage.Holds() {
			can = append(can, r.withTag(r.words.Say("cli.show.group-message"), g.Access.GroupMessage))
		}
		if g.Access.GroupReport.Holds() {
			can = append(can, r.withTag(r.words.Say("cli.show.group-report"), g.Access.GroupReport))
		}
		id := r.groupLabel(g.Group, g.Access.Berichtentegel)
		line := r.words.Say("cli.show.group", r.words.Group(v.world, g.Group), id)
		if len(can) > 0 {
			line = r.words.Say("cli.show.group-can", r.words.Group(v.world, g.Group), id, r.words.List(can))
		}
		r.print(r.withBreaks(line, v.group(g.Group).Breaks))
		r.printRows(v, g.Group, g.Rows, func(p sight.Row) breaksJSON { return v.member(g.Group, p) })
	}
	if len(v.berichtentegel.Addressees) > 0 {
		r.say("cli.show.addressees")
		if r.aloud != nil {
			r.hearAddressees(v)
			return
		}
		for _, p := range v.berichtentegel.Addressees {
			line := r.words.Say("cli.show.addressee", r.personName(v.world, p.Person), r.groundWords(v.world, p.Messages))
			r.print(r.withBreaks(line, v.pair(p.Person).Breaks))
		}
	}
	if len(v.berichtentegel.Groups)+len(v.berichtentegel.Addressees) == 0 {
		r.say("cli.show.empty")
	}
}

// groupLabel is the id of a group, with the reading of ours by which it is in a tile,
// if it is one.
func (r *run) groupLabel(id domain.GroupID, by sight.Clause) string {
	if by.Tag != sight.Read {
		return string(id)
	}
	return r.words.Say("cli.show.group-stands", string(id), by.Rule.String(), r.words.Tag(by))
}

func (r *run) printRows(v view, in domain.GroupID, rows []sight.Row, breaks func(sight.Row) breaksJSON) {
	if r.aloud != nil {
		r.hearRows(v, in, rows, breaks)
		return
	}
	for _, p := range rows {
		key, tag := words.Key("cli.show.row"), ""
		switch {
		case len(p.Messages) > 0 && !slices.ContainsFunc(p.Messages, func(g ground) bool { return g.Tag != sight.Read }):
			key, tag = "cli.show.row-may-read", r.words.Tag(p.Messages[0].Clause)
		case len(p.Messages) > 0:
			key = "cli.show.row-message"
		}
		line := r.words.Say(key, r.personName(v.world, p.Person), r.words.Role(p.As), r.groundWords(v.world, p.Sight), tag)
		r.print(r.withBreaks(line, breaks(p).Breaks))
	}
}

func (r *run) printHidden(v view) {
	if r.aloud != nil {
		r.hearHidden(v)
		return
	}
	r.say("cli.show.hidden")
	r.printHiddenRows(v, r.printHiddenPeople)
	if !v.hides() {
		r.say("cli.show.empty")
	}
}

// printHiddenRows writes what the viewer does not see, in the middle whom, as people says it.
func (r *run) printHiddenRows(v view, people func(view)) {
	for _, g := range v.hidden.Groups {
		r.say("cli.show.hidden-group", r.words.Group(v.world, g), string(g))
	}
	people(v)
	_, roles := sight.Roles(v.world, v.viewer.ID, v.on)
	for _, role := range roles {
		r.say("cli.show.hidden-role", r.words.Role(role))
	}
	for _, relation := range v.hidden.Unlinked {
		r.print("  " + r.words.Unlinked(r.namer(v.world), v.world, relation))
	}
}

func (r *run) printHiddenPeople(v view) {
	for _, m := range slices.Concat(v.hidden.Members, v.hidden.Within) {
		line := r.words.Say("cli.show.hidden-person", r.personName(v.world, m.Person), r.groupName(v.world, m.Group))
		if m.Group == "" {
			line = r.words.Say("cli.show.hidden-promised", r.personName(v.world, m.Person))
		}
		r.print(r.withBreaks(line, v.pair(m.Person).Breaks))
	}
}
