package cli

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

func agreementVerbs() []verb {
	agreement := []words.Key{"edits.agreement-word"}
	about := propertyOptions(agreementProperties())
	return []verb{
		{name: "add", options: slices.Concat(textOptions("id"), about), remarks: agreementRemarks, command: func(a *request) domain.Command {
			var p domain.Agreement
			setID(a, &p.ID)
			a.require("kind")
			a.fillAgreement(&p)
			if p.Kind.Has("visibility") { // hidden is the strictest promise: nobody makes it by saying nothing
				a.require("visibility")
			}
			return domain.AddAgreement{Agreement: p}
		}},
		{name: "edit", arguments: agreement, options: about, remarks: agreementRemarks, command: func(a *request) domain.Command {
			p := a.findAgreement(a.args[0])
			was := p.Kind
			a.fillAgreement(&p)
			if p.Kind.Has("visibility") && was != p.Kind {
				a.require("visibility")
			}
			return domain.EditAgreement{Agreement: p}
		}},
		{name: "remove", arguments: agreement, command: func(a *request) domain.Command {
			return domain.RemoveAgreement{ID: a.findAgreement(a.args[0]).ID}
		}},
		{name: listVerb, rows: listAgreements},
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

// fillAgreement reads an agreement from flags, its kind first. Another kind clears the
// fields that only the former used; those that are given all the same are for the
// domain to refuse.
func (a *request) fillAgreement(p *domain.Agreement) {
	all := agreementProperties()
	fill(a, all[:1], p)
	*p = p.Fitting()
	fill(a, all[1:], p)
}

func (a *request) findAgreement(typed string) domain.Agreement {
	return findRecord(a, domain.AgreementNoun, a.world.Agreements(), nil, typed)
}

// agreementRemarks says whether a new or changed agreement holds: it is saved either
// way.
func agreementRemarks(a *request, changes []domain.Change) remarks {
	var out remarks
	for _, c := range changes {
		o := a.outlook(*c.Agreement.After)
		out.lines = append(out.lines, a.outlookLine("edits.line", a.world, o.Verdict, o.breaks))
		out.data = append(out.data, o.data()...)
	}
	return out
}

// outlook says whether an agreement holds on the day, and until when.
type outlook struct {
	sight.Verdict
	breaks domain.Date // the first day on which it no longer holds; zero: none is known
}

func (a *request) outlook(p domain.Agreement) outlook {
	o := outlook{Verdict: sight.VerdictOn(a.world, p, a.on)}
	o.breaks, _ = sight.Breaks(a.world, p, a.on)
	return o
}

// outlookLine says how an agreement stands behind its id; heard, that is what it is called.
func (r *run) outlookLine(key words.Key, w domain.World, v sight.Verdict, breaks domain.Date) string {
	id := string(v.Agreement.ID)
	if r.aloud != nil {
		return r.words.OutlookInFull(r.namer(w), w, v, breaks, r.words.Say("verdict.agreement", id))
	}
	return r.words.Say(key, id, r.words.OutlookInFull(r.namer(w), w, v, breaks, r.words.Say("verdict.the-agreement")))
}

// data are the fields beside those of the exchange form.
func (o outlook) data() object {
	out := object{{"holds", o.Holds}, {"grounds", groundsData(o.Grounds)}}
	if len(o.Members) > 0 {
		out = append(out, field{"members", list(o.Members, func(m domain.Member) domain.PersonID { return m.Person })})
	}
	if o.breaks != 0 {
		out = append(out, field{"breaks", o.breaks})
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
		line := a.outlookLine("lists.line", a.world, o.Verdict, o.breaks)
		if a.aloud != nil && !o.Holds && o.Agreement.Viewer != "" {
			line = a.words.Say("plain.repair", line, string(o.Agreement.Viewer), string(o.Agreement.Other))
		}
		return listRow{o.Agreement, line, o.data()}
	})
}
