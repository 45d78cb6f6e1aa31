package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/words"
)

// Act says what was done in a rehearsal, for the coordinator: it names everybody.
func (w Words) Act(world domain.World, a rehearsal.Act, name Naming) string {
	to, text := w.List(name.All(a.To)), w.Filled(world, a.Text)
	switch a.Kind {
	case rehearsal.Send:
		return w.Say("acted.send", name(a.By), to, text)
	case rehearsal.GroupMessage:
		return w.Say("acted.send-group", name(a.By), w.Group(world, a.Group), text, to)
	case rehearsal.Answer:
		return w.Say("acted.answer", name(a.By), to, text)
	case rehearsal.Read:
		return w.Say("acted.read", name(a.By))
	case rehearsal.Report:
		if a.Client != "" {
			return w.Say("acted.report-client", name(a.By), name(a.Client), text)
		}
		return w.Say("acted.report-group", name(a.By), w.Group(world, a.Group), text)
	case rehearsal.Post:
		return w.Say("acted.post", name(a.By), words.Clean(a.Name), text)
	case rehearsal.Assign:
		return w.Say("acted.assign", name(a.By), words.Clean(a.Name), to)
	case rehearsal.Progress:
		return w.Say("acted.progress", name(a.By), w.State(a.State))
	case rehearsal.Edit:
		return w.Say("acted.do", w.Summary(world, domain.Entry{Verb: a.Verb, Changes: a.Changes}))
	}
	return w.Say("acted.nothing")
}

// State says how far somebody is with a programme or tool.
func (w Words) State(s rehearsal.State) string {
	return w.Say(words.Key("acted.state." + s.String()))
}

// Filled is a text of a story or message as it is read: {P15} stands for the shown name
// of that person.
func (w Words) Filled(world domain.World, text string) string {
	return words.Clean(w.WithNames(world, text))
}

// WithNames is Filled for data, which is cleaned in another way.
func (Words) WithNames(world domain.World, text string) string {
	return rehearsal.Fill(text, func(id domain.PersonID) (string, bool) {
		p, ok := world.Person(id)
		return p.Shown(), ok
	})
}
