package relationtypes

import (
	"errors"
	"slices"
	"strconv"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	nameField = "name"
	kindField = "kind"
)

// addType asks for a new type.
func addType(s scene.Scene) scene.Dialog {
	return typeForm(s, domain.RelationType{}, s.Words.Say("types.add-title"), func(t domain.RelationType) domain.Command {
		return domain.AddRelationType{Type: t}
	})
}

// editType asks for changes to a type.
func editType(s scene.Scene, t domain.RelationType) scene.Dialog {
	return typeForm(s, t, s.Words.Say("types.edit-title", words.Clean(t.Name)), func(now domain.RelationType) domain.Command {
		if now.Equal(t) {
			return nil
		}
		return domain.EditRelationType{Type: now}
	})
}

func typeForm(s scene.Scene, t domain.RelationType, title string, command func(domain.RelationType) domain.Command) scene.Dialog {
	fields := typeFields(s, t)
	return dialog.Form{
		Title:   title,
		Fields:  widget.NewForm(fields...),
		Room:    len(fields) + 2,
		Command: func(s scene.Scene, f widget.Form) domain.Command { return command(typeOf(s, t, f)) },
		Follow: func(s scene.Scene, before, now widget.Form) widget.Form {
			if t.ID == "" {
				now = followKind(before, now)
			}
			return lockImplied(s, now)
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(typeRemarks(s, t, typeOf(s, t, f))...)
		},
		At: refusedField,
	}.Opened(s)
}

// typeProperties are the ones that the form asks: switching off has its own key.
func typeProperties() []flag { return domain.Without(domain.RelationTypeProperties(), "active") }

func typeFields(s scene.Scene, t domain.RelationType) []widget.Field {
	fields := dialog.FieldsOf(s, "types.about-", typeProperties(), t)
	for i := range fields {
		if fields[i].Key == "legal" {
			fields[i].Label = s.Words.Say("types.label-legal") // the name of the field is too long for a label
		}
	}
	return fields
}

// typeRemarks warns before a type is saved: who would get access for being unwanted, which
// relations forbid making it exclusive, and who would see whom.
func typeRemarks(s scene.Scene, was, now domain.RelationType) []string {
	var out []string
	switch {
	case now.LacksNetwork():
		out = append(out, loudSign+" "+s.Words.Say("types.not-direct"))
	case was.ID == "" && now.Network && now.Kind.UsuallyNetwork():
		out = append(out, s.Words.Say("types.direct"))
	}
	if was.ID == "" {
		return out // a new type has no relations
	}
	for _, a := range unwantedRoles(s, now) {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-type", words.Clean(a.Name)))
	}
	if now.Exclusive && !was.Exclusive {
		out = append(out, overlaps(s, was)...)
	}
	if now.Network != was.Network { // nothing else changes who sees whom
		out = append(out, impactLines(s, was.ID, domain.EditRelationType{Type: now})...)
	}
	return out
}

// followKind proposes the direct relation where it is usual for the kind that was chosen
// (E6). An answer that was given against the proposal stays.
func followKind(before, now widget.Form) widget.Form {
	was, _ := domain.ParseKind(before.Value(kindField))
	kind, _ := domain.ParseKind(now.Value(kindField))
	if was.UsuallyNetwork() == kind.UsuallyNetwork() || now.On("network") != was.UsuallyNetwork() {
		return now
	}
	return now.Set("network", strconv.FormatBool(kind.UsuallyNetwork()))
}

// typeOf returns t with the values of the form.
func typeOf(s scene.Scene, t domain.RelationType, f widget.Form) domain.RelationType {
	dialog.Fill(s, typeProperties(), f, &t)
	return t
}

// lockImplied ticks and locks the flags that follow from others, with the reason, so that
// nobody can ask for what the domain refuses (E1, N4).
func lockImplied(s scene.Scene, f widget.Form) widget.Form {
	kind, _ := domain.ParseKind(f.Value(kindField))
	for _, g := range flags {
		reason := ""
		if domain.EmployeeOnly(g.Field) && kind != domain.EmployeeKind {
			reason = s.Words.Say("types.employee-only")
		}
		f = lock(f, string(g.Field), reason, false)
	}
	if f.On("primary") { // E1
		f = lock(f, "exclusive", s.Words.Say("types.primary-exclusive"), true)
		f = lock(f, "negative", s.Words.Say("types.primary-positive"), false)
	}
	if f.On("negative") { // N4
		f = lock(f, "network", s.Words.Say("types.negative-network"), false)
	}
	return f
}

// lock locks a flag on an answer with the reason; without a reason it unlocks it.
func lock(f widget.Form, field, reason string, on bool) widget.Form {
	if reason != "" && f.On(field) != on {
		value := widget.False
		if on {
			value = widget.True
		}
		f = f.Set(field, value)
	}
	return f.SetLocked(field, reason)
}

// refusedField returns the field to show a refusal under. A relation that the type would
// no longer fit is about its kind.
func refusedField(r domain.Refusal) string {
	switch r.Code {
	case domain.KindMisfit, domain.ClientSide, domain.OtherSide:
		return kindField
	}
	return string(r.Field)
}

type flag = domain.Property[domain.RelationType]

// flags are those of a type in their order, without switched off (E7), which has its own
// key.
var flags = slices.DeleteFunc(typeProperties(), func(p flag) bool { return p.Shape != domain.Flag })

// isSet reports whether t has the flag f.
func isSet(f flag, t domain.RelationType) bool { return f.Text(&t) == "true" }

// letterOf returns the key of the flag's letter in the list.
func letterOf(f flag) words.Key { return "types.letter-" + words.Key(f.Field) }

const (
	// mostRelations of a type is the most for which sight is worked out between two keys.
	mostRelations = 200
	mostViewers   = 8
	mostNames     = 5
)

// impactLines says, viewer by viewer, which sightlines a change of a type opens and closes
// on the reference date.
func impactLines(s scene.Scene, id domain.RelationTypeID, c domain.Command) []string {
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil // saving shows the refusal
	}
	all := 0
	for r := range s.World.Relations() {
		if r.Type == id {
			all++
		}
	}
	if all > mostRelations {
		return []string{s.Words.Say("types.too-many", all)}
	}
	found, err := sight.Turns(s.World, changes, s.On)
	if err != nil {
		return nil
	}
	turns := slices.Collect(found)
	out := turnLines(s, turns, sight.Turn.Gains, "types.gained")
	if lost := turnLines(s, turns, sight.Turn.Loses, "types.lost"); len(lost) > 0 {
		out = append(append(out, lost...), s.Words.Say("types.not-unseen")) // C5
	}
	if len(out) == 0 {
		return []string{s.Words.Say("types.no-turn", s.Words.Date(s.On))}
	}
	return out
}

// turnLines counts the turns that are meant and names them by viewer. Turns of one viewer
// must be adjacent.
func turnLines(s scene.Scene, turns []sight.Turn, meant func(sight.Turn) bool, head words.Key) []string {
	type view struct {
		viewer domain.PersonID
		others []string
	}
	var views []view
	n := 0
	for _, t := range turns {
		if !meant(t) {
			continue
		}
		n++
		if len(views) == 0 || views[len(views)-1].viewer != t.Viewer {
			views = append(views, view{viewer: t.Viewer})
		}
		last := &views[len(views)-1]
		last.others = append(last.others, s.Words.Person(s.World, t.Other))
	}
	if n == 0 {
		return nil
	}
	out := []string{s.Words.Say(head, n, s.Words.Date(s.On))}
	for i, v := range views {
		if i == mostViewers {
			return append(out, s.Words.Say("types.more-viewers", len(views)-i))
		}
		out = append(out, s.Words.Say("types.viewer", s.Words.Person(s.World, v.viewer), s.Words.Some(v.others, mostNames)))
	}
	return out
}

// overlaps lists, client by client, the relations that forbid making a type exclusive
// (E2).
func overlaps(s scene.Scene, was domain.RelationType) []string {
	alone := was // or another change in the form may be refused first
	alone.Exclusive = true
	var why domain.Refusal
	_, err := domain.EditRelationType{Type: alone}.Plan(s.World)
	if !errors.As(err, &why) || why.Code != domain.ExclusiveOverlap {
		return nil
	}
	var order []domain.PersonID
	of := map[domain.PersonID][]string{}
	for _, ref := range why.Others {
		r, _ := s.World.Relation(domain.RelationID(ref.Key))
		if _, known := of[r.Client]; !known {
			order = append(order, r.Client)
		}
		said := s.Words.Person(s.World, r.Person)
		if when := s.Words.Period(r.Period); when != "" {
			said += " (" + when + ")"
		}
		of[r.Client] = append(of[r.Client], said)
	}
	out := []string{s.Words.Say("types.several", len(order))}
	for _, client := range order {
		out = append(out, s.Words.Say("types.several-of", s.Words.Person(s.World, client), s.Words.List(of[client])))
	}
	return out
}
