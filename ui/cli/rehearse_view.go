package cli

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// personView is what a person reads in a rehearsal: as data, and what says it in words.
type personView func(*rehearsing, domain.PersonID) (data object, say func())

var views = map[string]personView{
	"inbox": (*rehearsing).inbox, "reports": (*rehearsing).reports, "news": (*rehearsing).news, "programmes": (*rehearsing).programmes,
}

// lookAs opens the scene and looks as the person, who must exist. More words than the
// person stand only behind --by-role.
func (r *run) lookAs(s Session, of personView, args []string) error {
	g := &r.given.acting
	if len(args) > 1 && len(g.byRole) == 0 {
		return r.fail(failure.WrongUse, "cli.only-one", words.Clean(args[1]))
	}
	return r.look(s, func(t *rehearsing) error {
		p, err := t.personNamed(t.World(), args[0])
		if err != nil {
			return err
		}
		t.choice.AllDays = g.allDays
		for _, typed := range append(g.byRole, args[1:]...) {
			role, ok := domain.ParseRole(strings.ToUpper(typed))
			if !ok {
				return t.wrongChoice("--by-role", typed, codes(domain.Roles()))
			}
			t.choice.ByRole = append(t.choice.ByRole, role)
		}
		data, say := of(t, p.ID)
		if t.wantsJSON() {
			return writeJSON(t.out, data)
		}
		say()
		return nil
	})
}

// some is a list that is never null in data.
func some[T any](of []T) []T { return append([]T{}, of...) }

func (t *rehearsing) inbox(p domain.PersonID) (object, func()) {
	all, unread, today := t.At().Inbox(p), 0, t.At().Today()
	for _, c := range all {
		unread += c.Unread
	}
	return object{{"person", p}, {"date", today}, {"unread", unread}, {"conversations", list(all, t.conversationData)}}, func() {
		t.say("rehearse.inbox", t.name(p), t.words.LongDate(today), unread)
		for _, c := range all {
			t.printConversation(c)
		}
	}
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

// knownAll is known for a list.
func knownAll[T any](key string, all []T) object {
	if len(all) == 0 {
		return nil
	}
	return object{{key, all}}
}

func (t *rehearsing) printConversation(c rehearsal.Conversation) {
	t.say("rehearse.conversation", rehearsal.ConversationID(c.ID), t.names(c.With), c.Unread)
	if c.Group != "" {
		t.say("rehearse.through-group", t.groupName(t.World(), c.Group))
	}
	for _, m := range c.Messages {
		t.printMessage(m.On, m.From, m.Text)
	}
	if len(c.MayAnswer) == 0 {
		t.say("rehearse.closed")
		return
	}
	t.say("rehearse.may-answer", t.names(c.MayAnswer))
}

func (t *rehearsing) printMessage(on domain.Date, by domain.PersonID, text string) {
	t.say("rehearse.message", t.words.Date(on), t.writer(by), t.words.Filled(t.World(), text))
}

// filled is a text of a story as data: with the names that stand for ids in it.
func (t *rehearsing) filled(text string) string { return t.words.WithNames(t.World(), text) }

// name writes somebody with their id.
func (t *rehearsing) name(id domain.PersonID) string { return t.personName(t.World(), id) }

func (t *rehearsing) names(ids []domain.PersonID) string {
	if len(ids) == 0 {
		return t.words.Say("rehearse.nobody")
	}
	return strings.Join(list(ids, t.name), ", ")
}

// writer names who wrote something, where the reader may know.
func (t *rehearsing) writer(id domain.PersonID) string {
	if id == "" {
		return t.words.Say("rehearse.somebody")
	}
	return t.name(id)
}

func (t *rehearsing) reports(p domain.PersonID) (object, func()) {
	groups, clients := t.At().Reports(p, t.choice)
	return object{{"person", p}, {"groups", list(groups, t.reportedData)}, {"clients", list(clients, t.reportedData)}}, func() {
		t.say("rehearse.reports", t.name(p), t.words.LongDate(t.At().Today()))
		for _, about := range slices.Concat(groups, clients) {
			t.printReported(about)
		}
	}
}

func (t *rehearsing) reportedData(s rehearsal.Reported) object {
	return slices.Concat(known("group", s.Group), known("client", s.Client), object{
		{"days", list(s.Days, func(d rehearsal.ReportDay) object {
			return object{{"date", d.On}, {"reports", t.writtenData(rehearsal.ReportID, d.Reports)}}
		})},
		{"older", s.Older},
	})
}

func (t *rehearsing) writtenData(id func(int) string, all []rehearsal.Written) []object {
	return list(all, func(one rehearsal.Written) object {
		return slices.Concat(object{{"id", id(one.Act)}}, known("by", one.By), object{{"text", t.filled(one.Text)}})
	})
}

func (t *rehearsing) printReported(s rehearsal.Reported) {
	switch {
	case s.Client != "":
		t.say("rehearse.about-client", t.name(s.Client))
	case s.Group != "":
		t.say("rehearse.about-group", t.groupName(t.World(), s.Group))
	default:
		t.say("rehearse.about-before")
	}
	if len(s.Days) == 0 {
		t.say("rehearse.no-reports")
	}
	for _, d := range s.Days {
		for _, one := range d.Reports {
			t.printMessage(d.On, one.By, one.Text)
		}
	}
	if s.Older > 0 {
		t.say("rehearse.older", s.Older)
	}
}

func (t *rehearsing) news(p domain.PersonID) (object, func()) {
	all := t.At().News(p)
	data := list(all, func(n rehearsal.News) object {
		return object{{"name", n.Name}, {"posts", t.writtenData(rehearsal.PostID, n.Posts)}, {"mayPost", n.MayPost}}
	})
	return object{{"person", p}, {"news", data}}, func() {
		t.say("rehearse.news", len(all), t.name(p), t.words.LongDate(t.At().Today()))
		for _, n := range all {
			t.say("rehearse.news-group", words.Clean(n.Name), t.words.YesNo(n.MayPost))
			for _, one := range n.Posts {
				t.printMessage(one.On, one.By, one.Text)
			}
		}
	}
}

func (t *rehearsing) programmes(p domain.PersonID) (object, func()) {
	received, followed := t.At().Programmes(p)
	data := object{
		{"person", p},
		{"programmes", list(received, func(one rehearsal.Programme) object {
			return slices.Concat(object{{"id", rehearsal.ProgrammeID(one.Act)}, {"name", one.Name}}, known("by", one.By), object{{"state", one.State.String()}})
		})},
		{"progress", list(followed, func(one rehearsal.Followed) object {
			return object{{"id", rehearsal.ProgrammeID(one.Act)}, {"name", one.Name}, {"group", one.Group},
				{"to", list(one.To, func(to rehearsal.Follower) object { return object{{"person", to.Person}, {"state", to.State.String()}} })}}
		})},
	}
	return data, func() {
		t.say("rehearse.programmes", t.name(p), t.words.LongDate(t.At().Today()))
		for _, one := range received {
			t.say("rehearse.programme", rehearsal.ProgrammeID(one.Act), words.Clean(one.Name), t.writer(one.By), t.words.State(one.State))
		}
		for _, one := range followed {
			to := list(one.To, func(to rehearsal.Follower) string {
				return t.words.Say("rehearse.follower", t.name(to.Person), t.words.State(to.State))
			})
			t.say("rehearse.followed", rehearsal.ProgrammeID(one.Act), words.Clean(one.Name), t.groupName(t.World(), one.Group), strings.Join(to, ", "))
		}
	}
}
