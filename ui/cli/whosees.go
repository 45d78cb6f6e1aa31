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
		breaksJSON
	}
)

func (r *run) whoSees(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		person, err := r.personNamed(w, args[0])
		if err != nil {
			return err
		}
		on := r.referenceDate(s, w)
		seen, err := r.seenWorld(s, db, on)
		if err != nil {
			return err
		}
		viewers, breaches := sight.Viewers(seen, person.ID, on), sight.NewBreaches(seen, on)
		if r.wantsJSON() {
			return writeJSON(r.out, whoSeesJSON{person.ID, on, list(viewers, func(l sight.Sightline) viewerJSON {
				v, _ := w.Person(l.Viewer)
				return viewerJSON{v.ID, v.Shown(), v.Role.String(), l.Sees(), l.MayMessage(), groundsData(mergeGrounds(l.Sight, l.Messages)), breaksJSON{breaches.Sightline(l)}}
			})})
		}
		name, again, day := r.personName(w, person.ID), r.words.Person(w, person.ID), r.words.LongDate(on)
		if len(viewers) == 0 {
			r.say("cli.who.nobody", name, again, day)
		} else {
			r.say("cli.who.head", len(viewers), name, again, day)
		}
		for _, l := range viewers {
			r.print(r.sightlineWords(w, l, breaches.Sightline(l)))
		}
		return nil
	})
}

// sightlineWords says one sightline with its grounds, and the agreements that it breaks.
func (r *run) sightlineWords(w domain.World, l sight.Sightline, broken []domain.AgreementID) string {
	if r.aloud != nil {
		return r.heardSightline(w, l, broken)
	}
	fact := r.factWords(w, l.Viewer, l.Other, l.Sees(), l.MayMessage())
	return r.withBreaks(r.words.Say("cli.line.because", fact, r.groundWords(w, l.Sight, l.Messages)), broken)
}

// factWords says what one person can do with another. At least one of sees and messages
// holds.
func (r *run) factWords(w domain.World, viewer, other domain.PersonID, sees, messages bool) string {
	key := words.Key("cli.line.messages")
	switch {
	case sees && messages:
		key = "cli.line.sees-messages"
	case sees:
		key = "cli.line.sees"
	}
	return r.sentence(key, r.personName(w, viewer), r.personName(w, other))
}

// heardSightline says why somebody sees another and why they may message, apart: in one list
// nobody hears which is which, and what is not said is not heard.
func (r *run) heardSightline(w domain.World, l sight.Sightline, broken []domain.AgreementID) string {
	sees, messages := r.words.Because(w, l.Sight), r.words.Because(w, l.Messages)
	if l.MayMessage() && (!l.Sees() || sees == messages) {
		fact := r.factWords(w, l.Viewer, l.Other, l.Sees(), true)
		return r.withBreaks(r.words.Say("plain.because", fact, messages), broken)
	}
	fact := r.words.Say("cli.line.sees", r.personName(w, l.Viewer), r.personName(w, l.Other))
	line := r.withBreaks(r.words.Say("plain.because", fact, sees), broken)
	if l.MayMessage() {
		return r.words.Say("plain.message-because", line, messages)
	}
	return r.words.Say("plain.no-message", line)
}
