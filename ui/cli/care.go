package cli

import (
	"zichtlijn/domain"
	"zichtlijn/domain/care"

	"zichtlijn/ui/failure"
)

type (
	careJSON struct {
		Client               domain.PersonID `json:"client"`
		Name                 string          `json:"name"`
		Date                 domain.Date     `json:"date"`
		MedischOverzicht     []lineJSON      `json:"medischOverzicht"`
		BetrokkenMedewerkers []lineJSON      `json:"betrokkenMedewerkers"`
		DossierApp           []lineJSON      `json:"dossierApp"`
		Responsible          responsibleJSON `json:"responsible"`
		NotToPlan            []lineJSON      `json:"notToPlan"`
		Access               []holderJSON    `json:"access"`
		Course               []pastJSON      `json:"course"`
		Missing              missingJSON     `json:"missing"`
		// ScopeIgnored is the note on Access: some screens of Ons ignore relation scope.
		ScopeIgnored bool `json:"someScreensIgnoreRelationScope"`
	}
	responsibleJSON struct {
		Legal []lineJSON `json:"legal"`
		VBM   []lineJSON `json:"vbmResponsible"`
	}
	lineJSON struct {
		Rule     string                `json:"rule"`
		Person   domain.PersonID       `json:"person"`
		Name     string                `json:"name"`
		Relation domain.RelationID     `json:"relation"`
		Type     domain.RelationTypeID `json:"type"`
		TypeName string                `json:"typeName"`
		Primary  bool                  `json:"primary"`
		From     domain.Date           `json:"from"`
		Through  domain.Date           `json:"through"` // empty: an open end
	}
	pastJSON struct {
		lineJSON
		State      string            `json:"state"`
		ReplacedBy domain.RelationID `json:"replacedBy"`
		Succeeds   domain.RelationID `json:"succeeds"`
	}
	missingJSON struct {
		Primary bool         `json:"primary"`
		Legal   bool         `json:"legal"`
		Ending  []endingJSON `json:"ending"`
	}
	endingJSON struct {
		lineJSON
		LastDay   domain.Date       `json:"lastDay"`
		Successor domain.RelationID `json:"successor"`
	}
	holderJSON struct {
		Person domain.PersonID `json:"person"`
		Name   string          `json:"name"`
		Grants []grantJSON     `json:"grants"`
	}
	grantJSON struct {
		Rule      string              `json:"rule"`
		Role      domain.AccessRoleID `json:"role"`
		RoleName  string              `json:"roleName"`
		Tasks     []string            `json:"tasks"`
		Scope     string              `json:"scope"`
		Location  string              `json:"location,omitempty"`
		Own       bool                `json:"ownLocation,omitempty"`
		Relations []domain.RelationID `json:"relations,omitempty"`
		Unwanted  bool                `json:"unwanted,omitempty"` // a loud signal, see care.Grant
	}
)

// care shows every view of one client.
func (r *run) care(s Session, args []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		client, err := r.person(w, args[0])
		if err != nil {
			return err
		}
		if client.Role != domain.Client {
			return r.fail(failure.WrongUse, "care.not-a-client", r.words.Person(w, client.ID), string(client.ID))
		}
		views := care.Views(w, client.ID, r.on(s, w))
		if r.json() {
			return writeJSON(r.out, careData{w}.client(views))
		}
		r.careText(w, views)
		return nil
	})
}

// careData turns what care answers into data, with names as they are.
type careData struct{ domain.World }

func (d careData) client(c care.Client) careJSON {
	p, _ := d.Person(c.ID)
	return careJSON{
		Client: c.ID, Name: p.Shown(), Date: c.On,
		MedischOverzicht: list(c.Medical, d.line), BetrokkenMedewerkers: list(c.Involved, d.line), DossierApp: list(c.App, d.line),
		Responsible: responsibleJSON{list(c.Legal, d.line), list(c.VBM, d.line)},
		NotToPlan:   list(c.NotToPlan, d.line),
		Access:      list(c.Access, d.holder),
		Course: list(c.Course, func(p care.Past) pastJSON {
			return pastJSON{d.line(p.Line), p.State.String(), p.Relation.ReplacedBy, p.After}
		}),
		Missing: missingJSON{c.Missing.Primary, c.Missing.Legal, list(c.Missing.Ending, func(e care.Ending) endingJSON {
			return endingJSON{d.line(e.Line), e.Last, e.Successor}
		})},
		ScopeIgnored: byRelation(c.Access),
	}
}

func (d careData) line(l care.Line) lineJSON {
	p, _ := d.Person(l.Relation.Person)
	return lineJSON{
		l.Rule.String(), p.ID, p.Shown(), l.Relation.ID, l.Type.ID, l.Type.Name, l.Type.Primary, l.Relation.From, l.Relation.Through,
	}
}

func (d careData) holder(h care.Holder) holderJSON {
	p, _ := d.Person(h.Person)
	return holderJSON{p.ID, p.Shown(), list(h.Grants, func(g care.Grant) grantJSON {
		role, _ := d.AccessRole(g.Role)
		return grantJSON{g.Rule.String(), g.Role, role.Name, g.Tasks, g.Scope.String(), g.Location, g.OwnLocation, g.Relations, g.Unwanted}
	})}
}

// byRelation reports whether any grant rests on relation scope, which some
// screens of Ons ignore (P).
func byRelation(holders []care.Holder) bool {
	for _, h := range holders {
		for _, g := range h.Grants {
			if g.ByRelation() {
				return true
			}
		}
	}
	return false
}
