// Package rehearse is the dialogs of a rehearsal: what a person writes, what they read, and
// how a rehearsal is left.
//
// It promises that every title says as whom one writes or reads, and that what only the
// coordinator may know is set apart. Only package rehearsal decides who may do what.
package rehearse

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The fields of what is written, as refusals name them.
const (
	textField  = "text"
	nameField  = "name"
	toField    = "to"
	stateField = "state"
)

// Compose is the form of what somebody writes. draft is the act without its text.
func Compose(s scene.Scene, draft rehearsal.Act) scene.Dialog {
	d := dialog.Form{Title: title(s, draft), Save: "rehearse.do-it", Wish: func(s scene.Scene, f widget.Form) scene.Wish { return scene.Act{Act: filledIn(draft, f)} }}
	switch draft.Kind {
	case rehearsal.Progress:
		state := widget.Field{Key: stateField, Kind: widget.ChoiceField, Label: s.Words.Say("rehearse.state"), Value: draft.State.String()}
		for _, one := range rehearsal.States() {
			state.Options = append(state.Options, widget.Option{Key: one.String(), Label: s.Words.State(one)})
		}
		d.Fields = widget.NewForm(state)
	case rehearsal.Assign:
		d.Fields = widget.NewForm(widget.Field{Key: nameField, Label: s.Words.Say("rehearse.name"), Limit: rehearsal.MostName}, receivers(s, draft))
	default:
		d.Fields = widget.NewForm(widget.Field{Key: textField, Kind: widget.NoteField, Label: s.Words.Say("rehearse.text"), Limit: rehearsal.MostText, Height: 4})
	}
	if draft.Kind != rehearsal.Progress {
		d.Keys = []dialog.FormKey{{Key: "ctrl+t", Name: "rehearse.invent", Press: func(s scene.Scene, d dialog.Form) dialog.Form {
			d.Fields = invent(s, draft, d.Fields)
			return d
		}}}
	}
	d.Lead = lead(s, draft)
	return d.Opened(s)
}

// filledIn is the act that the form asks for.
func filledIn(a rehearsal.Act, f widget.Form) rehearsal.Act {
	switch a.Kind {
	case rehearsal.Progress:
		a.State, _ = rehearsal.ParseState(f.Value(stateField))
	case rehearsal.Assign:
		a.Name, a.To = dialog.Text(f, nameField), nil
		for _, key := range f.Keys(toField) {
			a.To = append(a.To, domain.PersonID(key))
		}
	default:
		a.Text = dialog.Text(f, textField)
	}
	return a
}

// receivers is the field for whom a programme is set out: users of the group, the CLIENT
// members preselected (H14).
func receivers(s scene.Scene, draft rehearsal.Act) widget.Field {
	n := dialog.NewNamer(s)
	var items []widget.Item
	var chosen []string
	for _, m := range s.World.MembersOn(draft.Group, s.On) {
		if !m.As.IsUser() {
			continue
		}
		p, _ := s.World.Person(m.Person)
		items = append(items, n.Item(p))
		if m.As == domain.Client {
			chosen = append(chosen, string(m.Person))
		}
	}
	return widget.Field{
		Key: toField, Kind: widget.LookupField, Several: true, Label: s.Words.Say("rehearse.to"), Value: widget.Several(chosen),
		Find: func(widget.Form) []widget.Item { return items }, Name: func(key string) string { return n.Name(domain.PersonID(key)) },
		Empty: s.Words.Say("list.no-match"),
		Validate: func(chosen string) string {
			if chosen == "" { // the rehearsal would take all clients
				return s.Words.Say("rehearse.to-missing")
			}
			return ""
		},
	}
}

// title says who does what.
func title(s scene.Scene, a rehearsal.Act) string {
	w, by := s.Words, s.Words.Person(s.World, a.By)
	group := func() string { return w.Group(s.World, a.Group) }
	switch a.Kind {
	case rehearsal.Send:
		return w.Say("rehearse.writes-to", by, w.List(s.Names(a.To)))
	case rehearsal.GroupMessage:
		return w.Say("rehearse.writes-group", by, group())
	case rehearsal.Report:
		if a.Client != "" {
			return w.Say("rehearse.reports-client", by, w.Person(s.World, a.Client))
		}
		return w.Say("rehearse.reports-group", by, group())
	case rehearsal.Post:
		return w.Say("rehearse.posts", by, words.Clean(a.Name))
	case rehearsal.Assign:
		return w.Say("rehearse.assigns", by, group())
	case rehearsal.Progress:
		return w.Say("rehearse.progresses", by, words.Clean(s.Rehearsal.Act(a.Of).Name))
	}
	return w.Say("rehearse.answers", by)
}

// lead says, for the coordinator, whom it would reach: by doing it in a rehearsal that is
// thrown away.
func lead(s scene.Scene, a rehearsal.Act) []string {
	if a.Kind == rehearsal.Assign || a.Kind == rehearsal.Progress {
		return nil
	}
	a.Text = "?"
	next, err := s.Rehearsal.Do(a)
	if err != nil {
		return []string{s.Words.Say("rehearse.refused")}
	}
	reached := slices.DeleteFunc(next.Readers(next.Len()), func(p domain.PersonID) bool { return p == a.By })
	return []string{s.Words.Say("rehearse.would-reach", some(s, reached))}
}

// invent fills in the next of the invented texts, in their order.
func invent(s scene.Scene, a rehearsal.Act, f widget.Form) widget.Form {
	key := map[rehearsal.Kind]words.Key{
		rehearsal.GroupMessage: "rehearse.invented-group", rehearsal.Answer: "rehearse.invented-answer", rehearsal.Report: "rehearse.invented-report",
		rehearsal.Post: "rehearse.invented-post", rehearsal.Assign: "rehearse.invented-programme",
	}[a.Kind]
	if key == "" {
		key = "rehearse.invented-message"
	}
	texts := strings.Split(s.Words.Say(key), "|")
	field := textField
	if a.Kind == rehearsal.Assign {
		field = nameField
	}
	at := slices.Index(texts, f.Value(field)) + 1
	if at == 0 {
		for _, done := range s.Rehearsal.Acts() {
			if done.Kind == a.Kind {
				at++
			}
		}
	}
	return f.Set(field, texts[at%len(texts)])
}

// some are the names of people by name, the last counted where there are many.
func some(s scene.Scene, ids []domain.PersonID) string {
	if len(ids) == 0 {
		return s.Words.Say("rehearse.nobody")
	}
	return s.Some(ids)
}
