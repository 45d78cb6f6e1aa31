package domain

import (
	"slices"
	"strings"
)

// AcceptedSignal is a signal that somebody has looked at and accepted, with a
// reason. Objects are ids of any noun, as the signal of that code orders them.
type AcceptedSignal struct {
	Code    string   `cbor:"1,keyasint"`
	Objects []string `cbor:"2,keyasint,omitempty"`
	Reason  string   `cbor:"3,keyasint"`
	By      string   `cbor:"4,keyasint,omitempty"`
	On      Date     `cbor:"5,keyasint,omitempty"`
}

// Key returns code and objects: a signal is accepted once.
func (a AcceptedSignal) Key() string { return a.Code + "/" + strings.Join(a.Objects, "/") }

// Equal reports whether a and b say the same.
func (a AcceptedSignal) Equal(b AcceptedSignal) bool {
	return a.Code == b.Code && slices.Equal(a.Objects, b.Objects) && a.Reason == b.Reason && a.By == b.By && a.On == b.On
}

var acceptedSignalProperties = []Property[AcceptedSignal]{
	TextProperty("code", Name, nameLimit, func(a *AcceptedSignal) *string { return &a.Code }).Needed(),
	TextProperty("reason", Prose, noteLimit, func(a *AcceptedSignal) *string { return &a.Reason }).Needed(),
	TextProperty("by", Line, nameLimit, func(a *AcceptedSignal) *string { return &a.By }),
	DayProperty("on", func(a *AcceptedSignal) *Date { return &a.On }),
}

// AcceptedSignalProperties describes an acceptance, without its objects.
func AcceptedSignalProperties() []Property[AcceptedSignal] {
	return slices.Clone(acceptedSignalProperties)
}

// The verbs about accepted signals.
const (
	VerbSignalAccept Verb = "signal.accept"
	VerbSignalReopen Verb = "signal.reopen"
)

// AcceptSignal accepts a signal, with a reason. Accepting again replaces the
// earlier acceptance.
type AcceptSignal struct{ Signal AcceptedSignal }

func (AcceptSignal) Verb() Verb { return VerbSignalAccept }

func (c AcceptSignal) Plan(w World) ([]Change, error) {
	if strings.TrimSpace(c.Signal.Reason) == "" {
		return nil, Refusal{Code: ValueMissing, Subject: refAccepted(c.Signal), Field: "reason"}
	}
	return planAccepted(w, c.Signal)
}

// ReopenSignal takes an acceptance back, so that the signal is open again.
type ReopenSignal struct {
	Code    string
	Objects []string
}

func (ReopenSignal) Verb() Verb { return VerbSignalReopen }

func (c ReopenSignal) Plan(w World) ([]Change, error) {
	asked := AcceptedSignal{Code: c.Code, Objects: c.Objects}
	was, ok := w.Accepted(asked.Key())
	if !ok {
		return nil, missing(refAccepted(asked))
	}
	return plan(w, Change{AcceptedSignal: newSwap(&was, nil)})
}

func planAccepted(w World, now AcceptedSignal) ([]Change, error) {
	changes := acceptedChanges(w, now)
	if len(changes) == 0 {
		return nil, Refusal{Code: NothingToDo, Subject: refAccepted(now)}
	}
	return plan(w, changes...)
}

// acceptedChanges returns the change that adds now, or replaces the acceptance of
// its key; none if that is the same already.
func acceptedChanges(w World, now AcceptedSignal) []Change {
	was, ok := w.Accepted(now.Key())
	switch {
	case !ok:
		return []Change{{AcceptedSignal: newSwap(nil, &now)}}
	case was.Equal(now):
		return nil
	}
	return []Change{{AcceptedSignal: newSwap(&was, &now)}}
}

func refAccepted(a AcceptedSignal) Ref { return Ref{AcceptedSignalNoun, a.Key()} }

func (AcceptedSignal) judge(j *judge, s *Swap[AcceptedSignal]) {
	if s.After == nil {
		return
	}
	at := Ref{AcceptedSignalNoun, s.After.Key()}
	properties(j, at, acceptedSignalProperties, s.After)
	if strings.Contains(s.After.Code, "/") { // the key is code/objects
		j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "code", Value: s.After.Code})
	}
	for _, o := range s.After.Objects {
		if !ValidID(o) {
			j.refuse(Refusal{Code: ValueMalformed, Subject: at, Field: "objects", Value: o})
		}
	}
}
