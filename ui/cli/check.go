package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type (
	checkJSON struct {
		Signals    []object      `json:"signals"`
		Agreements []verdictJSON `json:"agreements"`
		Mirror     []mirrorJSON  `json:"mirror,omitempty"`
	}
	verdictJSON struct {
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

// checking is what a check shows beside what asks for attention.
type checking struct{ all, mirror bool }

func (r *run) checkFlags(f *pflag.FlagSet) {
	f.BoolVar(&r.given.check.all, "all", false, r.words.Say("check.flag.all"))
	f.BoolVar(&r.given.check.mirror, "mirror", false, r.words.Say("check.flag.mirror"))
}

// check names the signals and how the agreements stand. It ends with 1 when one is
// broken.
func (r *run) check(s Session, _ []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		on := r.referenceDate(s, w)
		found, verdicts := signal.Look(w, on), sight.Verdicts(w, on)
		broken := 0
		for _, v := range verdicts {
			if !v.Holds {
				broken++
				r.notice = failure.Attend
			}
		}
		if r.wantsJSON() {
			return writeJSON(r.out, r.checkData(found, verdicts))
		}
		if r.aloud != nil {
			r.say("plain.check", broken, r.words.Count(domain.AgreementNoun, len(verdicts)), r.words.Say("plain.signals", len(found.Open)))
		}
		r.printSignals(w, on, found)
		r.printVerdicts(w, verdicts, broken)
		if r.given.check.mirror {
			r.printMirror(w, found.Mirror)
		}
		if r.aloud != nil && len(found.Open) > 0 {
			r.say("plain.accept")
		}
		return nil
	})
}

func (r *run) checkData(found signal.Findings, verdicts []sight.Verdict) checkJSON {
	out := checkJSON{
		Signals: signalsData(found, r.given.check.all),
		Agreements: list(verdicts, func(v sight.Verdict) verdictJSON {
			return verdictJSON{v.Agreement.ID, v.Holds, groundsData(v.Grounds)}
		}),
	}
	if r.given.check.mirror {
		out.Mirror = list(found.Mirror, func(o signal.OneWay) mirrorJSON { return mirrorJSON(o) })
	}
	return out
}

// signalsData are the open signals and, where they are asked for, the accepted ones.
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

// signalData names each object of a signal by its noun, and lists all of them as they
// are accepted.
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

// objectKey is the JSON key for an object of a noun, as in the other views.
func objectKey(n domain.Noun) string {
	switch n {
	case domain.RelationTypeNoun:
		return "type"
	case domain.AccessRoleNoun:
		return "role"
	}
	return n.String()
}

func (r *run) printSignals(w domain.World, on domain.Date, found signal.Findings) {
	day := r.words.LongDate(on)
	if len(found.Open) == 0 {
		r.say("check.none", day)
	} else {
		r.say("check.head", len(found.Open), day)
	}
	var code signal.Code
	for _, s := range found.Open {
		if s.Code != code {
			code = s.Code
			r.print("  " + r.words.SignalTitle(code))
		}
		r.print("    " + r.signalLine(w, on, s))
	}
	if !r.given.check.all {
		if n := len(found.Accepted); n > 0 {
			r.say("check.more", n)
		}
		return
	}
	if len(found.Accepted) > 0 {
		r.say("check.accepted", len(found.Accepted))
	}
	for _, a := range found.Accepted {
		r.print("    " + r.acceptedLine(w, on, a))
	}
}

// signalLine writes a signal behind its code and objects, by which it is accepted. Heard, the
// list of signals has them, for who accepts one.
func (r *run) signalLine(w domain.World, on domain.Date, s signal.Signal) string {
	if r.aloud != nil {
		return r.words.Signal(r.namer(w), w, on, s)
	}
	return r.words.Say("check.line", signalName(s), r.words.Signal(r.namer(w), w, on, s))
}

// signalName writes the code and objects of a signal as a command takes them.
func signalName(s signal.Signal) string {
	out := string(s.Code)
	for _, id := range s.Objects {
		out += " " + words.Clean(id)
	}
	return out
}

func (r *run) acceptedLine(w domain.World, on domain.Date, a signal.Accepted) string {
	of := a.Acceptance
	by := words.Clean(cmp.Or(of.By, r.words.Say("journal.unknown")))
	reason := words.CleanLines(of.Reason)[0]
	return r.words.Say("check.accepted-line", r.signalLine(w, on, a.Signal), by, r.words.Date(of.On), reason)
}

// printVerdicts says how each agreement stands, and by which route a broken one is
// broken.
func (r *run) printVerdicts(w domain.World, verdicts []sight.Verdict, broken int) {
	if len(verdicts) == 0 {
		return
	}
	r.say("check.agreements", r.words.Count(domain.AgreementNoun, len(verdicts)), broken)
	for _, v := range verdicts {
		r.print("    " + r.outlookLine("check.line", w, v, 0))
	}
}

func (r *run) printMirror(w domain.World, mirror []signal.OneWay) {
	if len(mirror) == 0 {
		r.say("mirror.none")
		return
	}
	r.say("mirror.title", len(mirror))
	for _, o := range mirror {
		r.print("    " + r.sentence("check.mirror", len(o.Others), r.personName(w, o.Viewer), r.peopleWords(w, o.Others)))
	}
}

func signalVerbs() []verb {
	about := []words.Key{"check.code-word", "check.object-word"}
	return []verb{
		{name: "accept", arguments: about, several: true, command: func(a *request) domain.Command {
			s := a.findSignal(signal.Find(a.world, a.on))
			by := cmp.Or(a.given.by, a.Login)
			return domain.AcceptSignal{Signal: s.Accept(a.given.reason, by, domain.DateOf(a.Now()))}
		}},
		{name: "reopen", arguments: about, several: true, command: func(a *request) domain.Command {
			var accepted []signal.Signal
			for of := range a.world.AcceptedSignals() {
				accepted = append(accepted, signal.Signal{Code: signal.Code(of.Code), Objects: of.Objects})
			}
			s := a.findSignal(accepted)
			return domain.ReopenSignal{Code: string(s.Code), Objects: s.Objects}
		}},
		{name: listVerb, options: boolOptions("all"), rows: listSignals},
	}
}

// findSignal finds the signal with the typed code and first objects, each an id or a
// whole name. The other objects may be left out where only one signal fits.
func (a *request) findSignal(all []signal.Signal) signal.Signal {
	code, ok := signal.Parse(a.args[0])
	if !ok {
		a.reject(a.wrongChoice(a.words.Say("check.code-word"), a.args[0], signalCodes()))
		return signal.Signal{}
	}
	var typed []string
	for i, word := range a.args[1:] {
		typed = append(typed, a.findObject(code.Noun(i), word))
	}
	var fit []signal.Signal
	for _, s := range all {
		if s.Code != code || len(s.Objects) < len(typed) || !slices.Equal(s.Objects[:len(typed)], typed) {
			continue
		}
		if len(s.Objects) == len(typed) {
			return s
		}
		fit = append(fit, s)
	}
	named := words.Clean(strings.Join(append([]string{string(code)}, typed...), " "))
	switch len(fit) {
	case 0:
		a.reject(a.fail(failure.WrongUse, "check.no-signal", named, a.words.Date(a.on)))
		return signal.Signal{}
	case 1:
		return fit[0]
	}
	a.reject(a.fail(failure.WrongUse, "edits.several", named, strings.Join(list(fit, signalName), "; ")))
	return signal.Signal{}
}

// findObject returns the id of an object of a signal. People and groups may be named.
func (a *request) findObject(n domain.Noun, typed string) string {
	switch n {
	case domain.PersonNoun:
		return string(a.findPerson(typed).ID)
	case domain.GroupNoun:
		return string(a.findGroup(typed).ID)
	}
	return typed
}

func signalCodes() []string {
	return list(signal.Codes(), func(c signal.Code) string { return string(c) })
}

// listSignals lists what asks for attention, and with --all what was accepted.
func listSignals(a *request) []listRow {
	var all bool
	a.setBool(&all, "all")
	found := signal.Look(a.world, a.on)
	data := signalsData(found, all)
	var out []listRow
	var code signal.Code
	for i, s := range found.Open {
		line := a.nameable("plain.type", s, a.signalLine(a.world, a.on, s))
		if s.Code != code && a.aloud != nil {
			line = a.words.SignalTitle(s.Code) + ":\n" + line
		}
		code = s.Code
		if i == len(found.Open)-1 && a.aloud != nil {
			line += "\n" + a.words.Say("plain.accept-means")
		}
		out = append(out, listRow{signalRow{s}, line, data[i]})
	}
	if all {
		for i, s := range found.Accepted {
			out = append(out, listRow{signalRow{s.Signal}, a.nameable("plain.retype", s.Signal, a.acceptedLine(a.world, a.on, s)), data[len(found.Open)+i]})
		}
	}
	return out
}

// nameable is a line of a list, from which a signal is accepted or reopened: heard, what one
// types stands behind it.
func (a *request) nameable(key words.Key, s signal.Signal, line string) string {
	if a.aloud == nil {
		return line
	}
	return a.words.Say(key, line, signalName(s))
}

// signalRow is a signal as a record: it is found and not kept, so the exchange form has
// none.
type signalRow struct{ signal.Signal }
