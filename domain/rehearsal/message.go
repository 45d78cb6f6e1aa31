package rehearsal

import (
	"slices"

	"zichtlijn/domain"
)

// Message is a message as somebody reads it who sent or received it.
type Message struct {
	Act    int
	On     domain.Date
	From   domain.PersonID
	To     []domain.PersonID
	Text   string
	Unread bool
}

// Conversation is what one person reads of a conversation.
type Conversation struct {
	ID    int               // the act that began it
	Group domain.GroupID    // of a group message, where the person sees the group now
	With  []domain.PersonID // the others in it, by id
	// MayAnswer are those of With whom the person may message now (H3). Empty: it is
	// closed for them.
	MayAnswer []domain.PersonID
	Unread    int
	Messages  []Message // by act
}

// Inbox returns the conversations in which somebody has a message, by the act that began
// them. For who is not there, or inactive, there are none (H4).
func (r Rehearsal) Inbox(person domain.PersonID) []Conversation {
	if !r.isPresent(person) {
		return nil
	}
	var out []Conversation
	at := map[int]int{} // by the act that began it: the place in out
	for n, a := range r.Acts() {
		switch {
		case a.Kind == Read && a.By == person:
			if i, known := at[a.Of]; known {
				out[i].markRead()
			}
		case a.isMessageOf(person):
			i, known := at[a.Of]
			if !known {
				i = len(out)
				at[a.Of], out = i, append(out, Conversation{ID: a.Of})
			}
			out[i].add(n, a, person)
		}
	}
	f := r.facesOf(person)
	for i := range out {
		first, _ := r.acts.Get(out[i].ID)
		out[i].Group = f.group(first.Group)
		out[i].With = first.others(person)
		out[i].MayAnswer = f.reachable(out[i].With)
	}
	return out
}

func (c *Conversation) add(n int, a Act, reader domain.PersonID) {
	m := Message{Act: n, On: a.On, From: a.By, To: a.To, Text: a.Text, Unread: a.By != reader}
	if m.Unread {
		c.Unread++
	}
	c.Messages = append(c.Messages, m)
}

func (c *Conversation) markRead() {
	c.Unread = 0
	for i := range c.Messages {
		c.Messages[i].Unread = false
	}
}

// isMessageOf reports whether a is a message that somebody sent or received.
func (a Act) isMessageOf(p domain.PersonID) bool {
	return a.IsMessage() && (a.By == p || slices.Contains(a.To, p))
}

// others returns everybody in a message but one, by id.
func (a Act) others(than domain.PersonID) []domain.PersonID {
	all := append([]domain.PersonID{a.By}, a.To...)
	slices.Sort(all)
	return slices.DeleteFunc(all, func(p domain.PersonID) bool { return p == than })
}

// conversation returns the act that began a conversation in which somebody has a message.
func (r Rehearsal) conversation(id int, person domain.PersonID) (done, bool) {
	first, ok := r.acts.Get(id)
	return first, ok && first.Of == id && first.isMessageOf(person)
}

// members returns who is in a group in a role that is asked for, by id.
func (r Rehearsal) members(g domain.GroupID, role func(domain.Role) bool) []domain.PersonID {
	var out []domain.PersonID
	for _, m := range r.world.MembersOn(g, r.today) {
		if role(m.As) {
			out = append(out, m.Person)
		}
	}
	return out
}

// Closed returns who can message nobody any more in the conversation that an act began, by
// id (H3). It is for the coordinator only.
func (r Rehearsal) Closed(number int) []domain.PersonID {
	d, _ := r.acts.Get(number)
	if !d.IsMessage() || d.Of != number {
		return nil
	}
	return slices.DeleteFunc(r.present(append(slices.Clone(d.To), d.By)), func(p domain.PersonID) bool {
		return len(r.facesOf(p).reachable(d.others(p))) > 0
	})
}
