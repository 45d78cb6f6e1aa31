package cli

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

type (
	whoSeesJSON struct {
		Person  domain.PersonID `json:"person"`
		Date    domain.Date     `json:"date"`
		Viewers []viewerJSON    `json:"viewers"`
	}
	viewerJSON struct {
		Viewer   domain.PersonID `json:"viewer"`
		Name     string          `json:"name"`
		Role     string          `json:"role"`
		Sees     bool            `json:"sees"`
		Messages bool            `json:"messages"`
		Grounds  []groundJSON    `json:"grounds"` // of sight and of messages
	}
)

func (r *run) whoSees(s Session, args []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		person, err := r.person(w, args[0])
		if err != nil {
			return err
		}
		on := r.on(s, w)
		seen, err := r.seen(s, desk, on)
		if err != nil {
			return err
		}
		viewers := sight.Viewers(seen, person.ID, on)
		if r.json() {
			return writeJSON(r.out, whoSeesJSON{person.ID, on, list(viewers, func(l sight.Sightline) viewerJSON {
				v, _ := w.Person(l.Viewer)
				return viewerJSON{v.ID, v.Shown(), v.Role.String(), l.Sees(), l.MayMessage(), grounds(union(l.Sight, l.Messages))}
			})})
		}
		head := words.Key("cli.who.head")
		if len(viewers) == 0 {
			head = "cli.who.nobody"
		}
		r.sayf(head, r.who(w, person.ID), r.words.LongDate(on))
		for _, l := range viewers {
			r.say(r.sightline(w, l))
		}
		return nil
	})
}

// sightline says one sightline with its grounds.
func (r *run) sightline(w domain.World, l sight.Sightline) string {
	fact := r.fact(w, l.Viewer, l.Other, l.Sees(), l.MayMessage())
	return r.words.Say("cli.line.because", fact, r.because(w, l.Sight, l.Messages))
}

// fact says what one person can of another; one of the two holds.
func (r *run) fact(w domain.World, viewer, other domain.PersonID, sees, messages bool) string {
	key := words.Key("cli.line.messages")
	switch {
	case sees && messages:
		key = "cli.line.sees-messages"
	case sees:
		key = "cli.line.sees"
	}
	return r.words.Say(key, r.who(w, viewer), r.who(w, other))
}
