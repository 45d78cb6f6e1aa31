package cli

import (
	"cmp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

func signalEdits() []edit {
	about := []words.Key{"check.code-word", "check.object-word"}
	return []edit{
		{verb: "accept", aliases: []string{"accepteer"}, behind: about, several: true, command: func(a *asked) domain.Command {
			s := a.someSignal(signal.Find(a.world, a.on))
			by := cmp.Or(a.given.by, a.Login)
			return domain.AcceptSignal{Signal: s.Accept(a.given.reason, by, domain.DateOf(a.Now()))}
		}},
		{verb: "reopen", aliases: []string{"heropen"}, behind: about, several: true, command: func(a *asked) domain.Command {
			var accepted []signal.Signal
			for of := range a.world.AcceptedSignals() {
				accepted = append(accepted, signal.Signal{Code: signal.Code(of.Code), Objects: of.Objects})
			}
			s := a.someSignal(accepted)
			return domain.ReopenSignal{Code: string(s.Code), Objects: s.Objects}
		}},
	}
}

// someSignal finds the one of all that is meant: by its code and the first of its
// objects, each an id or a whole name. Those that follow need not be typed where
// they are the only ones.
func (a *asked) someSignal(all []signal.Signal) signal.Signal {
	code, ok := signal.Parse(a.args[0])
	if !ok {
		a.wrong(a.notOneOf(a.words.Say("check.code-word"), a.args[0], signalCodes()))
		return signal.Signal{}
	}
	var typed []string
	for i, word := range a.args[1:] {
		typed = append(typed, a.objectID(code.Noun(i), word))
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
		a.wrong(a.fail(failure.WrongUse, "check.no-signal", named, a.words.Date(a.on)))
		return signal.Signal{}
	case 1:
		return fit[0]
	}
	a.wrong(a.fail(failure.WrongUse, "edits.several", named, strings.Join(list(fit, signalName), "; ")))
	return signal.Signal{}
}

// objectID reads an object of a signal: people and groups by name too.
func (a *asked) objectID(n domain.Noun, typed string) string {
	switch n {
	case domain.PersonNoun:
		return string(a.somebody(typed).ID)
	case domain.GroupNoun:
		return string(a.someGroup(typed).ID)
	}
	return typed
}

func signalCodes() []string {
	return list(signal.Codes(), func(c signal.Code) string { return string(c) })
}

// listSignals lists what asks for attention, and with --all what was accepted.
func listSignals(a *asked) []listRow {
	var all bool
	a.yes(&all, "all")
	found := signal.Look(a.world, a.on)
	data := signalsData(found, all)
	var out []listRow
	for i, s := range found.Open {
		out = append(out, listRow{signalRow{s}, a.signal(a.world, a.on, s), data[i]})
	}
	if all {
		for i, s := range found.Accepted {
			out = append(out, listRow{signalRow{s.Signal}, a.acceptedSignal(a.world, a.on, s), data[len(found.Open)+i]})
		}
	}
	return out
}

// signalRow is a signal as a record: it is found and not kept, so that no set-up
// has a form for it.
type signalRow struct{ signal.Signal }
