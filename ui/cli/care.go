package cli

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
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
	return r.readStore(s, func(db Store) error {
		w := db.World()
		client, err := r.personNamed(w, args[0])
		if err != nil {
			return err
		}
		if client.Role != domain.Client {
			return r.fail(failure.WrongUse, "care.not-a-client", r.words.Person(w, client.ID), string(client.ID))
		}
		views := care.Views(w, client.ID, r.referenceDate(s, w))
		if r.wantsJSON() {
			return writeJSON(r.out, careData{w}.client(views))
		}
		r.printCare(w, views)
		return nil
	})
}

// careData turns the answers of care into data. Names are as they are, not cleaned.
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
		ScopeIgnored: anyByRelation(c.Access),
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

// anyByRelation reports whether any grant rests on relation scope, which some screens
// of Ons ignore (P).
func anyByRelation(holders []care.Holder) bool {
	for _, h := range holders {
		for _, g := range h.Grants {
			if g.ByRelation() {
				return true
			}
		}
	}
	return false
}

// printCare writes every view of one client in plain lines.
func (r *run) printCare(w domain.World, c care.Client) {
	r.say("care.head", r.words.Person(w, c.ID), string(c.ID), r.words.LongDate(c.On))
	for _, v := range []struct {
		head words.Key
		list []care.Line
	}{{"care.medical", c.Medical}, {"care.involved", c.Involved}, {"care.app", c.App}} {
		r.printCareLines(w, v.head, v.list)
	}
	r.print("")
	r.say("care.responsible")
	r.say("care.legal", r.careList(w, c.Legal))
	r.say("care.vbm", r.careList(w, c.VBM))
	r.printCareLines(w, "care.not-to-plan", c.NotToPlan)
	r.printAccess(w, c.Access)
	r.printCourse(w, c.Course)
	r.printMissing(w, c.Missing)
}

func (r *run) printCareLines(w domain.World, head words.Key, lines []care.Line) {
	r.print("")
	r.print(r.sentence(head))
	for _, l := range lines {
		r.print("  " + r.careLine(w, l))
	}
	if len(lines) == 0 {
		r.print("  " + r.words.Say("care.nobody"))
	}
}

func (r *run) careLine(w domain.World, l care.Line) string {
	return r.words.Say("care.row", r.personName(w, l.Relation.Person), r.words.CareLine(w, l))
}

// careList joins lines into one, or says that there is nobody.
func (r *run) careList(w domain.World, lines []care.Line) string {
	if len(lines) == 0 {
		return r.words.Say("care.nobody")
	}
	var said []string
	for _, l := range lines {
		said = append(said, r.careLine(w, l))
	}
	return strings.Join(said, "; ")
}

func (r *run) printAccess(w domain.World, holders []care.Holder) {
	r.print("")
	r.say("care.access")
	for _, h := range holders {
		for _, g := range h.Grants {
			r.say("care.access-row", r.personName(w, h.Person), r.words.List(words.CleanAll(g.Tasks)), r.words.Grant(w, g))
			if g.Unwanted {
				r.say("care.unwanted", r.personName(w, h.Person), r.words.AccessRole(w, g.Role))
			}
		}
	}
	if len(holders) == 0 {
		r.print("  " + r.words.Say("care.nobody"))
	}
	if anyByRelation(holders) {
		r.say("care.ignored")
	}
}

func (r *run) printCourse(w domain.World, course []care.Past) {
	r.print("")
	r.say("care.course")
	for _, p := range course {
		r.say("care.course-row", r.personName(w, p.Relation.Person), r.words.CareLine(w, p.Line), r.words.CareState(w, p))
	}
	if len(course) == 0 {
		r.say("cli.show.empty")
	}
}

func (r *run) printMissing(w domain.World, m care.Missing) {
	r.print("")
	r.print(r.sentence("care.missing"))
	if m.Primary {
		r.say("care.no-primary")
	}
	if m.Legal {
		r.say("care.no-legal")
	}
	if !m.Primary && !m.Legal {
		r.print(r.sentence("care.none-missing"))
	}
	if len(m.Ending) == 0 {
		return
	}
	r.print("")
	r.say("care.ends-soon")
	for _, e := range m.Ending {
		r.print(r.words.CareEnding(r.namer(w), w, e))
	}
}
