package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

func agreementEdits() []edit {
	agreement := []words.Key{"edits.agreement-word"}
	about := propertyOptions(agreementProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(textOptions("id"), about), remarks: agreementRemarks, command: func(a *request) domain.Command {
			var p domain.Agreement
			setID(a, &p.ID)
			a.require("kind")
			a.fillAgreement(&p)
			if p.Kind == domain.GroupAtMost { // hidden is the strictest promise: nobody makes it by saying nothing
				a.require("visibility")
			}
			return domain.AddAgreement{Agreement: p}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: agreement, options: about, remarks: agreementRemarks, command: func(a *request) domain.Command {
			p := a.findAgreement(a.args[0])
			was := p.Kind
			a.fillAgreement(&p)
			if p.Kind == domain.GroupAtMost && was != p.Kind {
				a.require("visibility")
			}
			return domain.EditAgreement{Agreement: p}
		}},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: agreement, command: func(a *request) domain.Command {
			return domain.RemoveAgreement{ID: a.findAgreement(a.args[0]).ID}
		}},
	}
}

// agreementProperties leave out the role that nobody has in a group (G7).
func agreementProperties() []domain.Property[domain.Agreement] {
	all := domain.AgreementProperties()
	for i := range all {
		if all[i].Field == "role" {
			all[i].Choices = codes(domain.MemberRoles())
		}
	}
	return all
}

// aboutAgreement reads what a promise says, its kind first. With another kind, what
// only the kind before needed goes; what is given all the same is for the domain to
// refuse.
func (a *request) fillAgreement(p *domain.Agreement) {
	all := agreementProperties()
	fill(a, all[:1], p)
	*p = p.Fitting()
	fill(a, all[1:], p)
}

func (a *request) findAgreement(typed string) domain.Agreement {
	return findRecord(a, domain.AgreementNoun, a.world.Agreements(), nil, typed)
}

// stands says how a promise stands that is made or changed: it is written down
// whether it holds or not.
func agreementRemarks(a *request, changes []domain.Change) remarks {
	var out remarks
	for _, c := range changes {
		o := a.outlook(*c.Agreement.After)
		out.lines = append(out.lines, a.words.Say("edits.line", string(o.Agreement.ID), a.outlookLine(o)))
		out.data = append(out.data, o.data()...)
	}
	return out
}

// outlook is how an agreement stands on the day, and until when.
type outlook struct {
	sight.Verdict
	breaks domain.Date // the first day on which it no longer holds; zero: none is known
}

func (a *request) outlook(p domain.Agreement) outlook {
	o := outlook{Verdict: sight.VerdictOn(a.world, p, a.on)}
	o.breaks, _ = sight.Breaks(a.world, p, a.on)
	return o
}

func (a *request) outlookLine(o outlook) string {
	by := func(id domain.PersonID) string { return a.personName(a.world, id) }
	if o.Holds && o.breaks != 0 {
		return a.words.Say("verdict.until", a.words.AgreementBy(by, a.world, o.Agreement), a.words.Date(o.breaks-1))
	}
	return a.words.VerdictBy(by, a.world, o.Verdict)
}

// data is the outlook beside the agreement as the exchange form has it.
func (o outlook) data() object {
	out := object{{"holds", o.Holds}, {"grounds", groundsData(o.Grounds)}}
	if len(o.Members) > 0 {
		out = append(out, object{{"members", list(o.Members, func(m domain.Member) domain.PersonID { return m.Person })}}...)
	}
	if o.breaks != 0 {
		out = append(out, object{{"breaks", o.breaks}}...)
	}
	return out
}

// listAgreements lists broken ones first, then those that will be, as the screen does.
func listAgreements(a *request) []listRow {
	var all []outlook
	for p := range a.world.Agreements() {
		all = append(all, a.outlook(p))
	}
	words.SortBy(all, func(o outlook) string {
		order := "2"
		switch {
		case !o.Holds:
			order = "0"
		case o.breaks != 0:
			order = "1" + o.breaks.String()
		}
		return order + words.SortKey(a.words.Agreement(a.world, o.Agreement))
	})
	return list(all, func(o outlook) listRow {
		return listRow{o.Agreement, a.words.Say("lists.line", string(o.Agreement.ID), a.outlookLine(o)), o.data()}
	})
}
