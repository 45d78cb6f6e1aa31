package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// lookAs opens the scene and looks as the person, who must exist. More words than the
// person stand only behind --by-role.
func (r *run) lookAs(s Session, args []string, do func(*rehearsing, domain.Person, []string) error) error {
	if len(args) > 1 && len(r.given.acting.byRole) == 0 {
		return r.fail(failure.WrongUse, "cli.only-one", words.Clean(args[1]))
	}
	return r.look(s, func(t *rehearsing) error {
		p, err := t.personNamed(t.at.World(), args[0])
		if err != nil {
			return err
		}
		return do(t, p, args[1:])
	})
}

// some is a list that is never null in data.
func some[T any](of []T) []T { return append([]T{}, of...) }

func (t *rehearsing) inbox(p domain.Person, _ []string) error {
	all, unread := t.at.Inbox(p.ID), 0
	for _, c := range all {
		unread += c.Unread
	}
	if t.wantsJSON() {
		return writeJSON(t.out, object{{"person", p.ID}, {"date", t.at.Today()}, {"unread", unread}, {"conversations", list(all, t.conversationData)}})
	}
	t.say("rehearse.inbox", t.personName(t.at.World(), p.ID), t.words.LongDate(t.at.Today()), unread)
	for _, c := range all {
		t.printConversation(c)
	}
	return nil
}

func (t *rehearsing) conversationData(c rehearsal.Conversation) object {
	return slices.Concat(object{{"id", rehearsal.ConversationID(c.ID)}}, known("group", c.Group), object{
		{"with", some(c.With)}, {"unread", c.Unread}, {"mayAnswer", some(c.MayAnswer)},
		{"messages", list(c.Messages, func(m rehearsal.Message) object {
			return object{{"from", m.From}, {"to", some(m.To)}, {"text", t.filled(m.Text)}}
		})},
	})
}

// known is a field for data that leaves out what the person asked about does not see.
func known[T ~string](key string, id T) object {
	if id == "" {
		return nil
	}
	return object{{key, id}}
}

func (t *rehearsing) printConversation(c rehearsal.Conversation) {
	t.say("rehearse.conversation", rehearsal.ConversationID(c.ID), t.names(c.With), c.Unread)
	if c.Group != "" {
		t.say("rehearse.through-group", t.groupName(t.at.World(), c.Group))
	}
	for _, m := range c.Messages {
		t.say("rehearse.message", t.words.Date(m.On), t.personName(t.at.World(), m.From), t.words.Filled(t.at.World(), m.Text))
	}
	if len(c.MayAnswer) == 0 {
		t.say("rehearse.closed")
		return
	}
	t.say("rehearse.may-answer", t.names(c.MayAnswer))
}

// filled is a text of a story as data: with the names that stand for ids in it.
func (t *rehearsing) filled(text string) string { return t.words.WithNames(t.at.World(), text) }

// names writes people with their ids.
func (t *rehearsing) names(ids []domain.PersonID) string {
	if len(ids) == 0 {
		return t.words.Say("rehearse.nobody")
	}
	return strings.Join(list(ids, func(id domain.PersonID) string { return t.personName(t.at.World(), id) }), ", ")
}

// writer names who wrote something, where the reader may know.
func (t *rehearsing) writer(id domain.PersonID) string {
	if id == "" {
		return t.words.Say("rehearse.somebody")
	}
	return t.personName(t.at.World(), id)
}

func (t *rehearsing) reports(p domain.Person, moreRoles []string) error {
	c := rehearsal.Choice{AllDays: t.given.acting.allDays}
	for _, typed := range append(t.given.acting.byRole, moreRoles...) {
		role, ok := domain.ParseRole(strings.ToUpper(typed))
		if !ok {
			return t.wrongChoice("--by-role", typed, codes(domain.Roles()))
		}
		c.ByRole = append(c.ByRole, role)
	}
	groups, clients := t.at.Reports(p.ID, c)
	if t.wantsJSON() {
		return writeJSON(t.out, object{{"person", p.ID}, {"groups", list(groups, t.reportedData)}, {"clients", list(clients, t.reportedData)}})
	}
	t.say("rehearse.reports", t.personName(t.at.World(), p.ID), t.words.LongDate(t.at.Today()))
	for _, about := range slices.Concat(groups, clients) {
		t.printReported(about)
	}
	return nil
}

func (t *rehearsing) reportedData(s rehearsal.Reported) object {
	return slices.Concat(known("group", s.Group), known("client", s.Client), object{
		{"days", list(s.Days, func(d rehearsal.ReportDay) object {
			return object{{"date", d.On}, {"reports", list(d.Reports, func(one rehearsal.Written) object { return t.writtenData(rehearsal.ReportID, one) })}}
		})},
		{"older", s.Older},
	})
}

func (t *rehearsing) writtenData(id func(int) string, one rehearsal.Written) object {
	return slices.Concat(object{{"id", id(one.Act)}}, known("by", one.By), object{{"text", t.filled(one.Text)}})
}

func (t *rehearsing) printReported(s rehearsal.Reported) {
	switch {
	case s.Client != "":
		t.say("rehearse.about-client", t.personName(t.at.World(), s.Client))
	case s.Group != "":
		t.say("rehearse.about-group", t.groupName(t.at.World(), s.Group))
	default:
		t.say("rehearse.about-before")
	}
	if len(s.Days) == 0 {
		t.say("rehearse.no-reports")
	}
	for _, d := range s.Days {
		for _, one := range d.Reports {
			t.say("rehearse.message", t.words.Date(d.On), t.writer(one.By), t.words.Filled(t.at.World(), one.Text))
		}
	}
	if s.Older > 0 {
		t.say("rehearse.older", s.Older)
	}
}

func (t *rehearsing) news(p domain.Person, _ []string) error {
	all := t.at.News(p.ID)
	if t.wantsJSON() {
		return writeJSON(t.out, object{{"person", p.ID}, {"news", list(all, func(n rehearsal.News) object {
			return object{{"name", n.Name}, {"posts", list(n.Posts, func(one rehearsal.Written) object { return t.writtenData(rehearsal.PostID, one) })}, {"mayPost", n.MayPost}}
		})}})
	}
	t.say("rehearse.news", len(all), t.personName(t.at.World(), p.ID), t.words.LongDate(t.at.Today()))
	for _, n := range all {
		t.say("rehearse.news-group", words.Clean(n.Name), t.words.YesNo(n.MayPost))
		for _, one := range n.Posts {
			t.say("rehearse.message", t.words.Date(one.On), t.writer(one.By), t.words.Filled(t.at.World(), one.Text))
		}
	}
	return nil
}

func (t *rehearsing) programmes(p domain.Person, _ []string) error {
	received, followed := t.at.Programmes(p.ID)
	if t.wantsJSON() {
		return writeJSON(t.out, object{
			{"person", p.ID},
			{"programmes", list(received, func(one rehearsal.Programme) object {
				return slices.Concat(object{{"id", rehearsal.ProgrammeID(one.Act)}, {"name", one.Name}}, known("by", one.By), object{{"state", one.State.String()}})
			})},
			{"progress", list(followed, func(one rehearsal.Followed) object {
				return object{{"id", rehearsal.ProgrammeID(one.Act)}, {"name", one.Name}, {"group", one.Group},
					{"to", list(one.To, func(to rehearsal.Follower) object { return object{{"person", to.Person}, {"state", to.State.String()}} })}}
			})},
		})
	}
	t.say("rehearse.programmes", t.personName(t.at.World(), p.ID), t.words.LongDate(t.at.Today()))
	for _, one := range received {
		t.say("rehearse.programme", rehearsal.ProgrammeID(one.Act), words.Clean(one.Name), t.writer(one.By), t.words.State(one.State))
	}
	for _, one := range followed {
		t.say("rehearse.followed", rehearsal.ProgrammeID(one.Act), words.Clean(one.Name), t.groupName(t.at.World(), one.Group),
			strings.Join(list(one.To, func(to rehearsal.Follower) string {
				return t.words.Say("rehearse.follower", t.personName(t.at.World(), to.Person), t.words.State(to.State))
			}), ", "))
	}
	return nil
}
