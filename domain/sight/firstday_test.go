package sight_test

import (
	"errors"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// undated is the demonstration without a date of its own: nobody uses it yet.
func undated(t *testing.T) domain.World {
	w := demonstration(t)
	now := w.Institution()
	then := now
	then.Date = 0
	w, err := w.With(domain.Change{Institution: &domain.Swap[domain.Institution]{Before: &now, After: &then}})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestOnTheFirstDayOneReasonCountsForWhatRevealsAndNeverForABrokenAgreement(t *testing.T) {
	w, kept := undated(t), sight.FirstDay{On: today(), Reason: "opbouw"}
	joins := domain.AddMembers{Memberships: []domain.Membership{{Group: "G4", Person: "P29"}}}
	without := after(t, w, domain.RemoveAgreement{ID: "F1"})
	promised := after(t, without, domain.AddAgreement{Agreement: domain.Agreement{Kind: domain.GroupAtMost, Group: "G1", MostVisible: domain.Hidden}})
	opens := domain.SetVisibility{ID: "G1", Visibility: domain.MembersVisible}
	for _, c := range []struct {
		name    string
		w       domain.World
		command domain.Command
		consent sight.Consent
		given   string // empty: it is asked
	}{
		{"what reveals, with the reason of the day", without, joins, sight.Consent{FirstDay: kept}, "opbouw"},
		{"what reveals, with a reason of its own", without, joins, sight.Consent{FirstDay: kept, Reason: "verhuisd"}, "verhuisd"},
		{"what reveals, before any reason was given", without, joins, sight.Consent{FirstDay: sight.FirstDay{On: today()}}, ""},
		{"what reveals in an institution that is used", without, joins, sight.Consent{}, ""},
		{"what reveals in the demonstration", demonstration(t), opens, sight.Consent{FirstDay: kept}, ""},
		{"what opens another way to what F1 forbids", w, joins, sight.Consent{FirstDay: kept}, ""},
		{"what newly breaks an agreement", promised, opens, sight.Consent{FirstDay: kept}, ""},
	} {
		c.consent.On = today()
		changes := plan(t, c.w, c.command)
		err := c.consent.Check(c.w, changes)
		if asked := (sight.Asked{}); c.given == "" != errors.As(err, &asked) {
			t.Errorf("%s: %v", c.name, err)
		}
		weighing, _ := sight.Weigh(c.w, changes, today(), 0)
		c.consent.To = &weighing
		if got := c.consent.Given(); got != c.given {
			t.Errorf("%s: recorded with %q", c.name, got)
		}
	}
}

func TestWhatNeedsNoReasonGetsNone(t *testing.T) {
	w := undated(t)
	weighing, err := sight.Weigh(w, plan(t, w, domain.EditInstitution{Name: "Vlierhof"}), today(), 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := (sight.Consent{On: today(), To: &weighing, FirstDay: sight.FirstDay{On: today(), Reason: "opbouw"}}).Given(); got != "" {
		t.Errorf("a new name is recorded with %q", got)
	}
}

func TestTheFirstDayIsOverOnceTheInstitutionIsUsed(t *testing.T) {
	w := undated(t)
	edit := domain.Entry{Kind: domain.Edit}
	because := func(reason string) domain.Entry { return domain.Entry{By: domain.By{Reason: reason}} }
	ticked := domain.Entry{Changes: plan(t, w, domain.TickStep{Step: domain.HandoverStep, Of: today(), On: today()})}
	looked := domain.Entry{Changes: plan(t, w, domain.TickStep{Step: domain.ModeStep, Group: "G1", Of: today(), On: today()})}
	for _, c := range []struct {
		name    string
		journal []domain.Entry
		day     domain.Date // of the last entry
		want    sight.FirstDay
	}{
		{"nothing yet", nil, today(), sight.FirstDay{On: today()}},
		{"edits without a reason", []domain.Entry{edit, edit}, today(), sight.FirstDay{On: today()}},
		{"two reasons", []domain.Entry{edit, because("opbouw"), because("dubbel")}, today(), sight.FirstDay{On: today(), Reason: "opbouw"}},
		{"a set-up read in", []domain.Entry{{Kind: domain.Import, By: domain.By{Reason: "lijst van Mo"}}}, today(), sight.FirstDay{On: today(), Reason: "lijst van Mo"}},
		{"a set-up of somewhere else read in", []domain.Entry{{Kind: domain.Import, Changes: domain.Creation(w)}}, today(), sight.FirstDay{}},
		{"a mode decided", []domain.Entry{because("opbouw"), looked}, today(), sight.FirstDay{On: today(), Reason: "opbouw"}},
		{"an edit of another day", []domain.Entry{edit}, today() - 1, sight.FirstDay{}},
		{"an export", []domain.Entry{because("opbouw"), {Kind: domain.Export}}, today(), sight.FirstDay{}},
		{"a hand-over ticked off", []domain.Entry{because("opbouw"), ticked}, today(), sight.FirstDay{}},
		{"and edited afterwards", []domain.Entry{ticked, because("opbouw")}, today(), sight.FirstDay{}},
		{"something of a later program", []domain.Entry{{Kind: domain.Export + 1}}, today(), sight.FirstDay{}},
	} {
		got := sight.FirstDay{On: today()}
		for i, e := range c.journal {
			day := today()
			if i == len(c.journal)-1 {
				day = c.day
			}
			got = got.Note(e, day)
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}
