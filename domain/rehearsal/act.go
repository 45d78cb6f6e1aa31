package rehearsal

import (
	"reflect"
	"slices"
	"strings"

	"zichtlijn/domain"
)

// Kind is what a person does. The numbers are stored: never reorder them.
type Kind uint8

// The kinds of act.
const (
	Nothing      Kind = iota // takes a number and does nothing
	Send                     // a message to one person (H2)
	GroupMessage             // a message to all linked counselors of a group (H1)
	Answer                   // a message to everyone in a conversation whom one may message (H3)
	Read                     // takes the unread mark off a conversation
	Report                   // about a group (H6) or a client (H9)
	Post                     // in a news group (H12)
	Assign                   // sets out a programme or tool (H14)
	Progress                 // says how far one is with it (H14)
	Edit                     // of the set-up, inside the rehearsal
	kindCount
)

var kindCodes = [kindCount]string{"nothing", "send", "send-group", "answer", "read", "report", "post", "assign", "progress", "do"}

// String returns the code, as in the command line's JSON.
func (k Kind) String() string { return kindCodes[k] }

// State is how far somebody is with a programme or tool. The numbers are stored.
type State uint8

// The states.
const (
	New State = iota
	Started
	Done
)

var stateCodes = [...]string{"new", "started", "done"}

// States returns all in order.
func States() []State { return []State{New, Started, Done} }

// String returns the code, as stories and JSON write it.
func (s State) String() string { return stateCodes[s] }

// ParseState reads what String writes.
func ParseState(code string) (s State, ok bool) {
	i := slices.Index(stateCodes[:], code)
	return State(max(i, 0)), i >= 0
}

// Act is one thing that a person does. The kind says which fields count. The numbers in
// the tags name them for as long as files exist.
type Act struct {
	Kind   Kind            `cbor:"1,keyasint"`
	By     domain.PersonID `cbor:"2,keyasint,omitempty"`
	On     domain.Date     `cbor:"3,keyasint"` // zero in a wish: the day of the act before
	Group  domain.GroupID  `cbor:"4,keyasint,omitempty"`
	Client domain.PersonID `cbor:"5,keyasint,omitempty"`
	// To are the receivers: in a wish the one of Send, and of Assign those who are not
	// the CLIENT members; once done all of them, by id.
	To   []domain.PersonID `cbor:"6,keyasint,omitempty"`
	Name string            `cbor:"7,keyasint,omitempty"` // of a news group, programme or tool
	Text string            `cbor:"8,keyasint,omitempty"`
	// Of is the number of the act that began the conversation (set by Send and
	// GroupMessage themselves), or that set out the programme.
	Of    int   `cbor:"9,keyasint,omitempty"`
	State State `cbor:"10,keyasint,omitempty"`
	// What an Edit changes, by which command and why.
	Verb    domain.Verb     `cbor:"11,keyasint,omitempty"`
	Reason  string          `cbor:"12,keyasint,omitempty"`
	Changes []domain.Change `cbor:"13,keyasint,omitempty"`
}

// IsMessage reports whether a is a message.
func (a Act) IsMessage() bool { return a.Kind == Send || a.Kind == GroupMessage || a.Kind == Answer }

// Limits of texts, in characters.
const (
	MostText = 2000
	MostName = 120 // of a news group, programme, tool or scene
)

// judge refuses a text or name that can not be kept, whoever acts.
func (a Act) judge() error {
	at := domain.Ref{Noun: domain.PersonNoun, Key: string(a.By)}
	switch a.Kind {
	case Send, GroupMessage, Answer, Report, Post:
		if err := domain.JudgeText(at, "text", domain.Prose, MostText, a.Text); err != nil {
			return err
		}
	}
	switch a.Kind {
	case Post, Assign:
		return domain.JudgeText(at, "name", domain.Name, MostName, a.Name)
	}
	return nil
}

// stands reports whether somebody stands in a: by id, or by name in its text (see Fill).
func (a Act) stands(p domain.PersonID) bool {
	return a.By == p || a.Client == p || slices.Contains(a.To, p) || strings.Contains(a.Text, "{"+string(p)+"}")
}

// Names reports whether a holds anything about somebody, in what an edit changes too.
func (a Act) Names(p domain.PersonID) bool {
	return a.stands(p) || slices.ContainsFunc(a.Changes, func(c domain.Change) bool { return c.Names(p) })
}

// JudgeName refuses a name of a scene that can not be kept. The error is a Refusal.
func JudgeName(name string) error {
	return domain.JudgeText(domain.Ref{}, "name", domain.Name, MostName, name)
}

// judgeReason refuses a reason that can not be kept; none is none.
func judgeReason(reason string) error {
	if reason == "" {
		return nil
	}
	return domain.JudgeText(domain.Ref{}, "reason", domain.Prose, MostText, reason)
}

// only returns a with nothing but what its kind uses.
func (a Act) only() Act {
	out := Act{Kind: a.Kind, By: a.By, On: a.On}
	switch a.Kind {
	case Send, Answer:
		out.To, out.Text, out.Of = a.To, a.Text, a.Of
	case GroupMessage:
		out.Group, out.To, out.Text, out.Of = a.Group, a.To, a.Text, a.Of
	case Read:
		out.Of = a.Of
	case Report:
		out.Group, out.Client, out.Text = a.Group, a.Client, a.Text
	case Post:
		out.Name, out.Text = a.Name, a.Text
	case Assign:
		out.Group, out.Name, out.To = a.Group, a.Name, a.To
	case Progress:
		out.Of, out.State = a.Of, a.State
	case Edit:
		out.Verb, out.Reason, out.Changes = a.Verb, a.Reason, a.Changes
	}
	return out
}

// wellFormed reports whether a is as Do and Edit leave an act: a file may hold anything.
func (a Act) wellFormed() bool {
	switch {
	case a.Kind >= kindCount, int(a.State) >= len(stateCodes), a.On.IsZero(), (a.Kind == Edit) != (len(a.Changes) > 0), a.Kind == Send && len(a.To) != 1:
		return false
	}
	return a.judge() == nil && judgeReason(a.Reason) == nil && reflect.DeepEqual(a, a.only())
}
