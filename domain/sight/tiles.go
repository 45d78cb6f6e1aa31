package sight

import (
	"slices"

	"zichtlijn/domain"
)

// Row is one person in one place of a tile.
type Row struct {
	Person domain.PersonID
	As     domain.Role // the role in which they stand there; in the network their default role
	// Sight is every ground on which they stand in this place, Messages every
	// ground on which the viewer may message them through it.
	Sight, Messages []Ground
}

// GroupRows is a group as it stands in a tile.
type GroupRows struct {
	Group domain.GroupID
	Stake Stake
	Rows  []Row
}

// Personentegel is where a user finds people and groups.
type Personentegel struct {
	Groups  []GroupRows
	Network []Row
}

// Berichtentegel is where messages are, and for counselors groups with their
// members. A group that a client can only message has no rows and stands there
// for its D4.
type Berichtentegel struct {
	Groups     []GroupRows
	Addressees []Row // everyone whom the viewer may message, once each; Sight is empty
}

// Tiles returns what the viewer sees on a day, groups by id and people by id.
// An unknown or inactive viewer sees nothing, and so does an administrator (G7).
func Tiles(w domain.World, viewer domain.PersonID, on domain.Date) (Personentegel, Berichtentegel) {
	e := look(w, viewer, on)
	var p Personentegel
	var b Berichtentegel
	var mail []contact
	for _, at := range e.places() {
		others := e.others(at)
		stake := e.stakeIn(at, others)
		inP, inB := e.rows(at, others, &mail)
		if stake.Personentegel.Holds() {
			p.Groups = append(p.Groups, GroupRows{at.group.ID, stake, inP})
		}
		if stake.Berichtentegel.Holds() || stake.GroupMessage.Holds() {
			b.Groups = append(b.Groups, GroupRows{at.group.ID, stake, inB})
		}
	}
	p.Network = e.networkRows(&mail)
	b.Addressees = addressees(mail)
	return p, b
}

// rows returns the rows of a place in either tile, and adds to mail whom the
// viewer may message through it.
func (e eye) rows(at place, others []domain.Member, mail *[]contact) (personentegel, berichtentegel []Row) {
	g := common{group: at.group.ID}
	*mail = slices.Grow(*mail, len(others))
	for i, m := range others {
		h := e.holdIn(at, m.As)
		messages := g.of(h.Message)
		if h.Personentegel.Holds() {
			personentegel = append(slices.Grow(personentegel, len(others)-i), Row{m.Person, m.As, g.of(h.Personentegel), messages})
		}
		if h.Berichtentegel.Holds() {
			berichtentegel = append(slices.Grow(berichtentegel, len(others)-i), Row{m.Person, m.As, g.of(h.Berichtentegel), messages})
		}
		if len(messages) > 0 {
			*mail = append(*mail, contact{m.Person, m.Default, messages})
		}
	}
	return personentegel, berichtentegel
}

// common are the grounds of one group: hundreds stand in it on one of a few, and
// share them. Whoever is handed a list of grounds only reads it.
type common struct {
	group domain.GroupID
	made  [][]Ground
}

func (c *common) of(clause Clause) []Ground {
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
func (e eye) networkRows(mail *[]contact) []Row {
	contacts := e.network()
	*mail = append(*mail, contacts...)
	return gather(contacts, func(r *Row, g []Ground) { r.Sight, r.Messages = g, g })
}

func addressees(mail []contact) []Row {
	slices.SortFunc(mail, compareContacts)
	return gather(mail, func(r *Row, g []Ground) { r.Messages = g })
}

// gather makes one row per person of contacts that are in order, and gives it
// their grounds.
func gather(contacts []contact, give func(*Row, []Ground)) []Row {
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
