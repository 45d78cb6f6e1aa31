package dialog

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// MostNamed is how many sightlines of an impact are told by name each way: the
// worst. All are counted.
const MostNamed = 1000

// Impact says what an edit would turn: in a line, and at length.
type Impact struct {
	s     scene.Scene
	n     Namer
	after domain.World // where a group that the edit makes has its name
	sight.Weighing
	// Own is the group that the dialog is about, which is told first; empty is none.
	Own domain.GroupID
	// Unseeing is the sentence that says that nobody forgets what they saw (C5).
	Unseeing words.Key
}

// NewImpact weighs changes of the scene's world from a day on. What can not be
// done has no impact: why not is for whoever asks for it.
func NewImpact(s scene.Scene, n Namer, changes []domain.Change, on domain.Date) Impact {
	i := Impact{s: s, n: n, after: s.World, Unseeing: "impact.no-unseeing"}
	i.Weighing = sight.Weighing{Days: []sight.Day{{On: on}}}
	if after, err := s.World.With(changes...); err == nil {
		i.after = after
		if w, err := sight.Weigh(s.World, changes, on, MostNamed); err == nil {
			i.Weighing = w
		}
	}
	return i
}

// Foretold is at length what a command would turn from a day on; nothing where
// it is refused, which enter will say, or where it turns nothing.
func Foretold(s scene.Scene, n Namer, c domain.Command, on domain.Date, own domain.GroupID) Remarks {
	changes, err := c.Plan(s.World)
	if err != nil {
		return nil
	}
	i := NewImpact(s, n, changes, on)
	i.Own = own
	return i.Full()
}

// now is what turns on the first day: the one on which one looks.
func (i Impact) now() sight.Day { return i.Days[0] }

// Turns reports whether there is anything to tell.
func (i Impact) Turns() bool {
	for _, d := range i.Days {
		if d.Reveals() || d.Hides() || len(d.Groups)+len(d.Broken) > 0 {
			return true
		}
	}
	return false
}

// Counts is the impact of the first day in one line.
func (i Impact) Counts() string { return i.count("impact.more", "impact.less") }

// Brief is Counts where there is no room for it.
func (i Impact) Brief() string { return i.count("impact.more-brief", "impact.less-brief") }

func (i Impact) count(more, less words.Key) string {
	w, d := i.s.Words, i.now()
	var out []string
	say := func(key words.Key, t sight.Count) {
		if t.Pairs > 0 {
			out = append(out, w.Say(key, t.Pairs, t.Sees, t.Messages))
		}
	}
	say(more, d.Gained.All())
	say(less, d.Lost.All())
	if len(out) == 0 {
		if in := people(d.Groups, sight.GroupTurn.Reveals); in > 0 {
			out = append(out, w.Say("impact.group-more", in))
		}
		if gone := people(d.Groups, sight.GroupTurn.Hides); gone > 0 {
			out = append(out, w.Say("impact.group-less", gone))
		}
	}
	if len(out) == 0 {
		return w.Say("impact.none")
	}
	return strings.Join(out, "; ")
}

// people counts whoever groups turn for, once.
func people(all []sight.GroupTurn, how func(sight.GroupTurn) bool) int {
	n := 0
	last := domain.PersonID("")
	for _, t := range all { // by viewer
		if how(t) && t.Viewer != last {
			n, last = n+1, t.Viewer
		}
	}
	return n
}

// Full is the impact at length: the agreements that break, the counts in one line,
// then day by day what opens, worst first and by name, and what closes. Nothing
// where nothing turns.
func (i Impact) Full() Remarks {
	if !i.Turns() {
		return nil
	}
	out := i.agreements()
	if d := i.now(); d.Reveals() || d.Hides() {
		tone := PlainTone
		if d.Reveals() {
			tone = WarnTone
		}
		out = append(out, tone.Of(i.Counts()))
	}
	for _, d := range i.Days {
		for _, part := range []Remarks{i.opens(d), i.closes(d), i.moves(d)} {
			if len(part) > 0 && len(out) > 0 {
				out = append(out, Remark{})
			}
			out = append(out, part...)
		}
	}
	return out
}

// agreements says which promises break, and which were broken already.
func (i Impact) agreements() Remarks {
	var out Remarks
	w := i.s.Words
	newly := map[domain.AgreementID]bool{}
	for at, d := range i.Days {
		for _, v := range d.Broken {
			newly[v.Agreement.ID] = true
			promise, breach := w.AgreementBy(i.n.Name, i.after, v.Agreement), w.BreachBy(i.n.Name, i.after, v)
			if at == 0 {
				out = append(out, Remark{WrongTone, w.Say("impact.breaks", promise, breach)})
			} else {
				out = append(out, Remark{WrongTone, w.Say("impact.breaks-on", promise, breach, w.Date(d.On))})
			}
		}
	}
	for _, v := range i.Broken {
		if !newly[v.Agreement.ID] && i.Reveals() {
			out = append(out, Remark{QuietTone, w.Say("impact.broken-still", w.AgreementBy(i.n.Name, i.after, v.Agreement))})
		}
	}
	return out
}

func (i Impact) opens(d sight.Day) Remarks {
	if !d.Reveals() {
		return nil
	}
	w := i.s.Words
	out := Remarks{{HeadTone, w.Say("impact.opens", w.Date(d.On))}, {WarnTone, w.Say(i.Unseeing)}}
	out = append(out, i.audiences(d, WarnTone, sight.GroupTurn.Reveals, "impact.group-to", "impact.other-group-to")...)
	return append(out, i.lines(d, gained())...)
}

func (i Impact) closes(d sight.Day) Remarks {
	if !d.Hides() {
		return nil
	}
	w := i.s.Words
	out := Remarks{{HeadTone, w.Say("impact.closes", w.Date(d.On))}}
	if !i.Reveals() {
		out = append(out, Remark{QuietTone, w.Say("impact.already-seen")}) // C5
	}
	out = append(out, i.audiences(d, PlainTone, sight.GroupTurn.Hides, "impact.group-from", "impact.other-group-from")...)
	return append(out, i.lines(d, lost())...)
}
