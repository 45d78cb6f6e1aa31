package domain

import "strings"

// The verbs about accepted signals.
const (
	VerbSignalAccept Verb = "signal.accept"
	VerbSignalReopen Verb = "signal.reopen"
)

// AcceptSignal accepts a signal, with a reason: it no longer asks for attention.
// Accepting again replaces what was said before.
type AcceptSignal struct{ Signal AcceptedSignal }

// Verb implements Command.
func (AcceptSignal) Verb() Verb { return VerbSignalAccept }

// Plan implements Command.
func (c AcceptSignal) Plan(w World) ([]Change, error) {
	if strings.TrimSpace(c.Signal.Reason) == "" {
		return nil, Refusal{Code: ValueMissing, Subject: refAccepted(c.Signal), Field: "reason"}
	}
	return replaceAccepted(w, c.Signal)
}

// ReopenSignal takes an acceptance back: the signal asks for attention again.
type ReopenSignal struct {
	Code    string
	Objects []string
}

// Verb implements Command.
func (ReopenSignal) Verb() Verb { return VerbSignalReopen }

// Plan implements Command.
func (c ReopenSignal) Plan(w World) ([]Change, error) {
	asked := AcceptedSignal{Code: c.Code, Objects: c.Objects}
	was, ok := w.Accepted(asked.Key())
	if !ok {
		return nil, missing(refAccepted(asked))
	}
	return settle(w, Change{AcceptedSignal: between(&was, nil)})
}

// replaceAccepted writes down now for its code and objects, in place of what
// stood there.
func replaceAccepted(w World, now AcceptedSignal) ([]Change, error) {
	changes := put(w, now)
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo, Subject: refAccepted(now)}
	}
	return settle(w, changes...)
}

// put writes now down in place of what stood there; nothing where it says the same.
func put(w World, now AcceptedSignal) []Change {
	was, ok := w.Accepted(now.Key())
	switch {
	case !ok:
		return []Change{{AcceptedSignal: between(nil, &now)}}
	case was.Equal(now):
		return nil
	}
	return []Change{{AcceptedSignal: between(&was, &now)}}
}

func refAccepted(a AcceptedSignal) Ref { return Ref{AcceptedSignalNoun, a.Key()} }
