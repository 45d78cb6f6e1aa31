package cli

import (
	"errors"
	"slices"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

func (r *run) groupFlags(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.visibility, "visibility", "", "cli.flag.visibility")
	r.dryRunFlag(f)
}

// group changes the visibility of a group and says what that turned, or only
// what it would. Nothing is said of an edit that was not saved.
func (r *run) group(s Session, args []string) error {
	to, ok := domain.ParseVisibility(r.given.visibility)
	if !ok {
		return r.wrongChoice("--visibility", r.given.visibility, visibilities())
	}
	open := r.editStore
	if r.given.dryRun {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		w := db.World()
		g, err := r.groupNamed(w, args[0])
		if err != nil {
			return err
		}
		command := domain.SetVisibility{ID: g.ID, Visibility: to}
		changes, err := planChanges(command, w)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		i, err := r.weigh(s, w, changes, false)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		p := plan{changes: changes, impact: i}
		tell := func(plan) error {
			if r.wantsJSON() {
				return writeJSON(r.out, i.data())
			}
			r.say("cli.group.change", r.groupName(w, g.ID), r.words.Visibility(g.Visibility), r.words.Visibility(to))
			if day := i.Days[0]; day.Gained.All().Pairs+day.Lost.All().Pairs == 0 {
				r.say("cli.group.no-turns")
			}
			r.printImpact(i)
			return nil
		}
		return r.carryOut(s, db, command, p, tell)
	})
}

// carryOut saves what was planned unless it is a trial, and tells what it turns:
// also where it is refused because it asks for a reason, so that somebody can
// give one. Nothing is said to be so that was not saved.
func (r *run) carryOut(s Session, db Store, command domain.Command, p plan, tell func(plan) error) error {
	if !r.given.dryRun && len(p.changes) > 0 {
		var err error
		if p.entry, err = r.save(s, db, command, p.impact); err != nil {
			failed := r.writeFailure(p.impact.before, r.fileName(s), err)
			if errors.As(err, &sight.Asked{}) {
				return errors.Join(tell(p), failed)
			}
			r.printUnsaved(p, err)
			return failed
		}
		r.noticeBroken(p.impact)
	}
	if err := tell(p); err != nil || r.wantsJSON() {
		return err
	}
	r.printOutcome(p)
	return nil
}

// effective returns what a command changes; nothing where it is so already.
func planChanges(command domain.Command, w domain.World) ([]domain.Change, error) {
	changes, err := command.Plan(w)
	var refusal domain.Refusal
	if errors.As(err, &refusal) && refusal.Code == domain.NothingToDo {
		return nil, nil
	}
	return changes, err
}

// save makes an edit and returns the number of its entry.
func (r *run) save(s Session, db Store, command domain.Command, i impact) (domain.Seq, error) {
	_, entry, err := db.Do(command, s.By, i.consent.Check)
	if err != nil {
		return 0, err
	}
	r.noteCopyError(db)
	return entry.Seq, nil
}

func groupEdits() []edit {
	group := []words.Key{"cli.group-word"}
	about := propertyOptions(domain.GroupProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, options: slices.Concat(textOptions("id"), about), command: func(a *request) domain.Command {
			var g domain.Group
			setID(a, &g.ID)
			fill(a, domain.GroupProperties(), &g)
			return domain.AddGroup{Group: g}
		}},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: group, options: about, command: func(a *request) domain.Command {
			g := a.findGroup(a.args[0])
			fill(a, domain.GroupProperties(), &g)
			return domain.EditGroup{Group: g}
		}},
		{verb: "copy", aliases: []string{"kopieer"}, arguments: group, options: slices.Concat(textOptions("id"), about), command: copyGroup},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: group, command: func(a *request) domain.Command {
			return domain.RemoveGroup{ID: a.findGroup(a.args[0]).ID}
		}},
	}
}

// copyGroup takes over where the group is, never that it is visible: that is
// chosen for each group.
func copyGroup(a *request) domain.Command {
	of := a.findGroup(a.args[0])
	g := domain.Group{Location: of.Location, NewsGroup: of.NewsGroup, Description: of.Description}
	setID(a, &g.ID)
	fill(a, domain.GroupProperties(), &g)
	return domain.CopyGroup{Of: of.ID, Group: g, On: a.on}
}

func memberEdits() []edit {
	both := []words.Key{"cli.group-word", "cli.person-word"}
	about := propertyOptions(domain.MembershipProperties())
	return []edit{
		{verb: "add", aliases: []string{"toevoegen"}, arguments: both, several: true, options: about, command: addMembers},
		{verb: "edit", aliases: []string{"wijzig"}, arguments: both, options: slices.Concat(about, dateOptions("since")), command: editMember},
		{verb: "end", aliases: []string{"beëindig", "beeindig"}, arguments: both, several: true, options: dateOptions("through", "since"), command: func(a *request) domain.Command {
			c := domain.EndMembers{Keys: a.memberKeys()}
			a.setDate(&c.Through, "through")
			return c
		}},
		{verb: "remove", aliases: []string{"verwijder"}, arguments: both, several: true, options: dateOptions("since"), command: func(a *request) domain.Command {
			return domain.RemoveMembers{Keys: a.memberKeys()}
		}},
	}
}

func addMembers(a *request) domain.Command {
	var c domain.AddMembers
	g := a.findGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := domain.Membership{Group: g.ID, Person: a.findPerson(typed).ID}
		fill(a, domain.MembershipProperties(), &m)
		c.Memberships = append(c.Memberships, m)
	}
	return c
}

func editMember(a *request) domain.Command {
	m := a.findMembership(a.findGroup(a.args[0]), a.findPerson(a.args[1]))
	c := domain.EditMembership{Key: domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}, Membership: m}
	fill(a, domain.MembershipProperties(), &c.Membership)
	return c
}

func (a *request) memberKeys() []domain.MembershipKey {
	var out []domain.MembershipKey
	g := a.findGroup(a.args[0])
	for _, typed := range a.args[1:] {
		m := a.findMembership(g, a.findPerson(typed))
		out = append(out, domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From})
	}
	return out
}
