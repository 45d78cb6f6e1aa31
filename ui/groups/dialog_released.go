package groups

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	giveBackField = "giveBack"
	keepEnd       = "keep"
	giveBack      = "back"
)

// releasing is a form about a relation that may have replaced others: it says who is not
// replaced any more and when they end, and offers the old end back (E8). That stands in
// the journal, which ReadOldEnds has read.
type releasing struct {
	of      domain.Relation
	command func(s scene.Scene, f widget.Form, back []domain.OldEnd) domain.Command // nil: nothing to do
	remark  func(s scene.Scene, f widget.Form, c domain.Command) dialog.Remarks
	fields  []widget.Field // the choice comes before the last
}

// withOldEnds makes an action that opens a form of releasing read the old ends too.
func withOldEnds(s scene.Scene, of domain.Relation, open scene.Action) scene.Action {
	opens := open.Wish
	open.Wish = func() scene.Wish {
		if len(s.World.ReplacedBy(of)) == 0 {
			return opens()
		}
		return scene.Several{opens(), scene.ReadOldEnds{Of: of}}
	}
	return open
}

func (r releasing) form(s scene.Scene, n dialog.Namer, d dialog.Form) scene.Dialog {
	d.Fields = widget.NewForm(r.fields...)
	d.Told = func(s scene.Scene, d dialog.Form, msg any) (dialog.Form, bool) {
		ends, ok := msg.(scene.OldEnds)
		if ok = ok && ends.Of == r.of.ID; ok {
			d = r.knowing(d, n, ends)
			d.Fields = d.Follow(s, d.Fields, d.Fields)
		}
		return d, ok
	}
	return r.knowing(d, n, scene.OldEnds{Of: r.of.ID}).Opened(s)
}

// knowing gives the form the old ends, or why they could not be read.
func (r releasing) knowing(d dialog.Form, n dialog.Namer, old scene.OldEnds) dialog.Form {
	command := func(s scene.Scene, f widget.Form) domain.Command {
		if f.Value(giveBackField) != giveBack {
			return r.command(s, f, nil)
		}
		return r.command(s, f, old.Ends)
	}
	d.Command = command
	d.Follow = func(s scene.Scene, _, now widget.Form) widget.Form {
		fields := slices.Clone(r.fields)
		if offer := offered(s, r.of, r.command(s, now, nil), old.Ends); len(offer) > 0 {
			fields = slices.Insert(fields, len(fields)-1, giveBackChoice(s, n, offer))
		}
		return now.SetFields(fields...)
	}
	d.Remark = func(s scene.Scene, f widget.Form) dialog.Remarks {
		c := command(s, f)
		out := r.remark(s, f, c)
		said := releasedRemarks(s, n, r.of, c)
		if len(said) > 0 && old.Failure != "" {
			said = append(said, dialog.WarnTone.Remark(old.Failure))
		}
		return append(said, out...)
	}
	d.Weigh = func(s scene.Scene, f widget.Form) dialog.Weighed {
		c := command(s, f)
		if _, ok := dialog.Period(s.Words, f); c == nil || f.Has("from") && !ok {
			return dialog.Weighed{}
		}
		return dialog.Weigh(s, n, c, "")
	}
	return d
}

// released returns who is not replaced any more after a command, as they were and are then.
func released(s scene.Scene, of domain.Relation, c domain.Command) []domain.Swap[domain.Relation] {
	if c == nil {
		return nil
	}
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil // saving says why
	}
	var out []domain.Swap[domain.Relation]
	for _, change := range changes {
		if r := change.Relation; r != nil && r.Before != nil && r.After != nil && r.Before.ReplacedBy == of.ID && r.After.ReplacedBy == "" {
			out = append(out, *r)
		}
	}
	return out
}

// offered returns the relations that a command releases, with the ends that they had
// before, where those differ from what they have now.
func offered(s scene.Scene, of domain.Relation, c domain.Command, ends []domain.OldEnd) []domain.Relation {
	var out []domain.Relation
	for _, r := range released(s, of, c) {
		at := slices.IndexFunc(ends, func(e domain.OldEnd) bool { return e.Relation == r.After.ID })
		if at >= 0 && (r.After.Withdrawn || r.After.Through != ends[at].Through) {
			old := *r.After
			old.Through = ends[at].Through
			out = append(out, old)
		}
	}
	return out
}

func giveBackChoice(s scene.Scene, n dialog.Namer, offer []domain.Relation) widget.Field {
	w := s.Words
	var ends []string
	for _, r := range offer {
		ends = append(ends, w.Say("relation-dialog.old-end", n.Name(r.Person), endOf(s, r)))
	}
	return widget.Field{Key: giveBackField, Kind: widget.ChoiceField, Label: w.Say("relation-dialog.give-back"), Value: keepEnd, Options: []widget.Option{
		{Key: keepEnd, Label: w.Say("relation-dialog.keep-end"), Help: w.List(ends)},
		{Key: giveBack, Label: w.Say("relation-dialog.get-back"), Help: w.List(ends)},
	}}
}

// endOf says the last day of a relation, or that it has none.
func endOf(s scene.Scene, r domain.Relation) string {
	if r.Through == 0 {
		return s.Words.Say("relation-dialog.open-end")
	}
	return s.Words.Say("period.until", s.Words.Date(r.Through))
}

func releasedRemarks(s scene.Scene, n dialog.Namer, of domain.Relation, c domain.Command) dialog.Remarks {
	var out dialog.Remarks
	for _, r := range released(s, of, c) {
		key := words.Key("relation-dialog.released")
		switch {
		case r.After.Withdrawn:
			key = "relation-dialog.released-withdrawn"
		case r.Before.Withdrawn || r.Before.Through != r.After.Through:
			key = "relation-dialog.given-back"
		}
		out = append(out, dialog.WarnTone.Remark(s.Words.Say(key, n.Name(r.After.Person), n.Name(of.Person), endOf(s, *r.After))))
	}
	return out
}
