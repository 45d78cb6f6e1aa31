package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Row is one person in one place of a tile.
type Row struct {
	Person domain.PersonID
	As     domain.Role // the role in which they stand there; in the network their default role
	// Sight has every ground on which they stand in this place, Messages every
	// ground on which the viewer may message them through it.
	Sight, Messages []Ground
}

// GroupRows is a group as it stands in a tile.
type GroupRows struct {
	Group  domain.GroupID
	Access GroupAccess
	Rows   []Row
}

// Personentegel is where a user finds people and groups.
type Personentegel struct {
	Groups  []GroupRows
	Network []Row
}

// Berichtentegel is where a viewer sends messages, and where a counselor finds
// groups with their members. A group that a client can only message stands there
// without rows (D4).
type Berichtentegel struct {
	Groups     []GroupRows
	Addressees []Row // everyone whom the viewer may message, each once; Sight is empty
}

// Tiles returns what the viewer sees on a day, groups by id and people by id.
// An unknown or inactive viewer sees nothing, and so does an administrator (G7).
func Tiles(w domain.World, viewer domain.PersonID, on domain.Date) (Personentegel, Berichtentegel) {
	e := viewpointOf(w, viewer, on)
	var p Personentegel
	var b Berichtentegel
	var mail []contact
	for _, at := range e.places() {
		others := e.others(at)
		access := e.groupAccessIn(at, others)
		inP, inB := e.rows(at, others, &mail)
		if access.Personentegel.Holds() {
			p.Groups = append(p.Groups, GroupRows{at.group.ID, access, inP})
		}
		if access.Berichtentegel.Holds() || access.GroupMessage.Holds() {
			b.Groups = append(b.Groups, GroupRows{at.group.ID, access, inB})
		}
	}
	p.Network = e.networkRows(&mail)
	b.Addressees = addressees(mail)
	return p, b
}

// rows returns the rows of a place in either tile, and adds to mail everyone whom
// the viewer may message through it.
func (e viewpoint) rows(at place, others []domain.Member, mail *[]contact) (personentegel, berichtentegel []Row) {
	g := sharedGrounds{group: at.group.ID}
	*mail = slices.Grow(*mail, len(others))
	for i, m := range others {
		h := e.accessIn(at, m.As)
		messages := g.grounds(h.Message)
		if h.Personentegel.Holds() {
			personentegel = append(slices.Grow(personentegel, len(others)-i), Row{m.Person, m.As, g.grounds(h.Personentegel), messages})
		}
		if h.Berichtentegel.Holds() {
			berichtentegel = append(slices.Grow(berichtentegel, len(others)-i), Row{m.Person, m.As, g.grounds(h.Berichtentegel), messages})
		}
		if len(messages) > 0 {
			*mail = append(*mail, contact{m.Person, m.Default, messages})
		}
	}
	return personentegel, berichtentegel
}

// sharedGrounds makes each ground of one group once: its hundreds of rows stand on
// a few, and share the lists. So nobody may write to a list of grounds.
type sharedGrounds struct {
	group domain.GroupID
	made  [][]Ground
}

func (c *sharedGrounds) grounds(clause Clause) []Ground {
	if !clause.Holds() {
		return nil
	}
	for _, one := range c.made {
		if one[0].Clause == clause {
			return one
		}
	}
	one := []Ground{{Clause: clause, Group: c.group}}
	c.made = append(c.made, one)
	return one
}

// networkRows returns one row per person in the viewer's networks. Whoever is
// seen there may be messaged on the same ground (N2, N3).
func (e viewpoint) networkRows(mail *[]contact) []Row {
	contacts := e.network()
	*mail = append(*mail, contacts...)
	return rowsOf(contacts, func(r *Row, g []Ground) { r.Sight, r.Messages = g, g })
}

func addressees(mail []contact) []Row {
	slices.SortFunc(mail, compareContacts)
	return rowsOf(mail, func(r *Row, g []Ground) { r.Messages = g })
}

// rowsOf makes one row per person. The contacts must be in order (compareContacts);
// give puts their grounds into the row.
func rowsOf(contacts []contact, give func(*Row, []Ground)) []Row {
	rows := make([]Row, 0, len(contacts))
	for from := 0; from < len(contacts); {
		row := Row{Person: contacts[from].person, As: contacts[from].as}
		grounds := contacts[from].grounds
		to := from + 1
		for ; to < len(contacts) && contacts[to].person == row.Person; to++ {
			grounds = append(slices.Clip(grounds), contacts[to].grounds...)
		}
		give(&row, grounds)
		rows = append(rows, row)
		from = to
	}
	return rows
}
