package cli

import (
	"cmp"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type (
	checkJSON struct {
		Signals    []object     `json:"signals"`
		Agreements []keptJSON   `json:"agreements"`
		Mirror     []mirrorJSON `json:"mirror,omitempty"`
	}
	keptJSON struct {
		ID      domain.AgreementID `json:"id"`
		Holds   bool               `json:"holds"`
		Grounds []groundJSON       `json:"grounds"` // the route by which it is broken
	}
	mirrorJSON struct {
		Viewer domain.PersonID   `json:"viewer"`
		Others []domain.PersonID `json:"others"` // whom the viewer sees, and who do not see them
	}
	acceptedJSON struct {
		Reason string `json:"reason"`
		By     string `json:"by,omitempty"`
		On     string `json:"on,omitempty"`
	}
)

// checking is what a check is to name beside what asks for attention.
type checking struct{ all, mirror bool }

func (r *run) checkFlags(f *pflag.FlagSet) {
	f.BoolVar(&r.given.check.all, "all", false, r.words.Say("check.flag.all"))
	f.BoolVar(&r.given.check.mirror, "mirror", false, r.words.Say("check.flag.mirror"))
}

// check names the signals and how the agreements stand. A broken one needs
// somebody's attention: then it ends with 1.
func (r *run) check(s Session, _ []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		on := r.on(s, w)
		found, kept := signal.Look(w, on), sight.Verdicts(w, on)
		broken := 0
		for _, v := range kept {
			if !v.Holds {
				broken++
				r.notice = failure.Attend
			}
		}
		if r.json() {
			return writeJSON(r.out, r.checkData(found, kept))
		}
		r.checkText(w, on, found)
		r.keptText(w, kept, broken)
		if r.given.check.mirror {
			r.mirrorText(w, found.Mirror)
		}
		return nil
	})
}

func (r *run) checkData(found signal.Findings, kept []sight.Verdict) checkJSON {
	out := checkJSON{
		Signals: signalsData(found, r.given.check.all),
		Agreements: list(kept, func(v sight.Verdict) keptJSON {
			return keptJSON{v.Agreement.ID, v.Holds, grounds(v.Grounds)}
		}),
	}
	if r.given.check.mirror {
		out.Mirror = list(found.Mirror, func(o signal.OneWay) mirrorJSON { return mirrorJSON(o) })
	}
	return out
}

// signalsData are the open signals as data, and the accepted ones after them
// where those are asked for.
func signalsData(found signal.Findings, all bool) []object {
	out := list(found.Open, signalData)
	if all {
		for _, a := range found.Accepted {
			of := a.Acceptance
			out = append(out, append(signalData(a.Signal), field{"accepted", acceptedJSON{of.Reason, of.By, of.On.String()}}))
		}
	}
	return out
}

// signalData gives a signal with a key for each object, such as group and
// person, and all of them as they are accepted.
func signalData(s signal.Signal) object {
	out := object{{"code", s.Code}}
	from, listed := s.Code.List()
	for i, id := range s.Objects {
		name := objectKey(s.Code.Noun(i))
		switch {
		case listed && i == from:
			out = append(out, field{name + "s", s.Objects[i:]})
		case listed && i > from:
		case s.Code == signal.ParentAsCounselor && i == 2:
			out = append(out, field{"client", id})
		default:
			out = append(out, field{name, id})
		}
	}
	if s.Date != 0 {
		out = append(out, field{"date", s.Date})
	}
	return append(out, field{"objects", s.Objects})
}

// objectKey is how data calls an object of a noun, as the other views do.
func objectKey(n domain.Noun) string {
	switch n {
	case domain.RelationTypeNoun:
		return "type"
	case domain.AccessRoleNoun:
		return "role"
	}
	return n.String()
}

func (r *run) checkText(w domain.World, on domain.Date, found signal.Findings) {
	day := r.words.LongDate(on)
	if len(found.Open) == 0 {
		r.sayf("check.none", day)
	} else {
		r.sayf("check.head", len(found.Open), day)
	}
	var code signal.Code
	for _, s := range found.Open {
		if s.Code != code {
			code = s.Code
			r.say("  " + r.words.SignalTitle(code))
		}
		r.say("    " + r.signal(w, on, s))
	}
	if !r.given.check.all {
		if n := len(found.Accepted); n > 0 {
			r.sayf("check.more", n)
		}
		return
	}
	if len(found.Accepted) > 0 {
		r.sayf("check.accepted", len(found.Accepted))
	}
	for _, a := range found.Accepted {
		r.say("    " + r.acceptedSignal(w, on, a))
	}
}

// signal says one signal after its code and objects, by which it is accepted.
func (r *run) signal(w domain.World, on domain.Date, s signal.Signal) string {
	who := func(id domain.PersonID) string { return r.who(w, id) }
	return r.words.Say("check.line", signalName(s), r.words.Signal(who, w, on, s))
}

// signalName writes the code and objects of a signal as a command takes them.
func signalName(s signal.Signal) string {
	out := string(s.Code)
	for _, id := range s.Objects {
		out += " " + words.Clean(id)
	}
	return out
}

func (r *run) acceptedSignal(w domain.World, on domain.Date, a signal.Accepted) string {
	of := a.Acceptance
	by := words.Clean(cmp.Or(of.By, r.words.Say("journal.unknown")))
	reason := words.CleanLines(of.Reason)[0]
	return r.words.Say("check.accepted-line", r.signal(w, on, a.Signal), by, r.words.Date(of.On), reason)
}

// keptText says how each agreement stands, broken ones by which route.
func (r *run) keptText(w domain.World, kept []sight.Verdict, broken int) {
	if len(kept) == 0 {
		return
	}
	r.sayf("check.agreements", r.words.Count(domain.AgreementNoun, len(kept)), broken)
	who := func(id domain.PersonID) string { return r.who(w, id) }
	for _, v := range kept {
		r.say("    " + r.words.Say("check.line", string(v.Agreement.ID), r.words.VerdictBy(who, w, v)))
	}
}

func (r *run) mirrorText(w domain.World, mirror []signal.OneWay) {
	if len(mirror) == 0 {
		r.sayf("mirror.none")
		return
	}
	r.sayf("mirror.title", len(mirror))
	for _, o := range mirror {
		r.say("    " + r.words.Say("check.mirror", len(o.Others), r.who(w, o.Viewer), r.everybody(w, o.Others)))
	}
}
