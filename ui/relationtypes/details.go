package relationtypes

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Details says what a type is, which access roles use it and what each flag does.
func (k types) Details(s scene.Scene, key string, w int) []shelf.Line {
	t, _ := s.World.RelationType(domain.RelationTypeID(key))
	b := typeDetails{shelf.Sheet{Scene: s, W: w}}
	if t.SwitchedOff { // E7
		b.Text(s.Theme.Warning, 0, offSign+" "+s.Words.Say("types.is-off"))
	}
	for _, a := range unwantedRoles(s, t) {
		b.Text(s.Theme.Error, 0, loudSign+" "+s.Words.Say("access.loud-type", words.Clean(a.Name)))
	}
	kind := [...]words.Key{"types.kind-employee", "types.kind-guardian", "types.kind-external"}[t.Kind]
	b.Text(s.Theme.Text, 0, s.Words.Say(kind))
	u := k.uses[t.ID]
	b.Text(s.Theme.Text, 0, s.Words.Say("types.used", u.all, u.running, s.Words.Date(s.On)))
	b.feeds(t)
	b.Gap()
	for _, f := range flags {
		b.flag(s.Words.Say(letterOf(f)), s.Words.Field(f.Field), isSet(f, t), s.Words.Say("types.about-"+words.Key(f.Field)))
	}
	b.flag(offSign, s.Words.Say("types.off-word"), t.SwitchedOff, s.Words.Say("types.about-off"))
	return b.Lines
}

type typeDetails struct{ shelf.Sheet }

// flag adds a flag with its letter, whether it is set, and what it does.
func (b *typeDetails) flag(letter, word string, on bool, explain string) {
	t := b.Theme
	style, answer, tone := t.Faint, words.Key("word.no"), t.Faint
	if on {
		style, answer, tone = t.Accent, "word.yes", t.Text
	}
	b.Row(widget.Cell{Text: letter, Style: style, W: 2},
		widget.Cell{Text: word + ": " + b.Words.Say(answer), Style: style, W: widget.Share(1)})
	b.Text(tone, 4, explain)
}

// feeds adds the access roles whose scope is by the type.
func (b *typeDetails) feeds(t domain.RelationType) {
	s := b.Scene
	roles := rolesByType(s.World, t.ID)
	if len(roles) == 0 {
		if t.Kind == domain.EmployeeKind {
			b.Text(s.Theme.Text, 0, s.Words.Say("access.feeds-none"))
		}
		return
	}
	head := words.Key("access.feeds")
	if t.SwitchedOff { // E7
		head = "access.feeds-off"
	}
	b.Text(s.Theme.Text, 0, s.Words.Say(head, len(roles)))
	for _, a := range roles {
		said := words.Key("access.feed")
		if a.SwitchedOff {
			said = "access.feed-off"
		}
		b.Text(s.Theme.Text, 2, unset+" "+s.Words.Say(said, len(a.Tasks), words.Clean(a.Name), s.Words.AccessKind(a.Kind)))
	}
}

// rolesByType returns the access roles that name a type, by id.
func rolesByType(w domain.World, id domain.RelationTypeID) []domain.AccessRole {
	var out []domain.AccessRole
	for a := range w.AccessRoles() {
		if slices.Contains(a.Scope.RelationTypes, id) {
			out = append(out, a)
		}
	}
	return out
}

// unwantedRoles returns the access roles that give access because somebody is unwanted
// (the loud signal of DOMAIN.md 3), with the type as t is.
func unwantedRoles(s scene.Scene, t domain.RelationType) []domain.AccessRole {
	if !t.Negative || t.SwitchedOff {
		return nil
	}
	var out []domain.AccessRole
	for _, a := range rolesByType(s.World, t.ID) {
		if !a.SwitchedOff {
			out = append(out, a)
		}
	}
	return out
}
