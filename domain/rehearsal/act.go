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

// wish returns a as it was asked for, without what doing it filled in.
func (a Act) wish() Act {
	switch a.Kind {
	case Send:
		a.Of = 0
	case GroupMessage, Answer:
		a.To = nil
		if a.Kind == GroupMessage {
			a.Of = 0
		}
	}
	return a
}

// Limits of texts, in characters.
const (
	textLimit = 2000
	nameLimit = 120
)

// judge refuses a text or name that can not be kept, whoever acts.
func (a Act) judge() error {
	at := domain.Ref{Noun: domain.PersonNoun, Key: string(a.By)}
	switch a.Kind {
	case Send, GroupMessage, Answer, Report, Post:
		if err := domain.JudgeText(at, "text", domain.Prose, textLimit, a.Text); err != nil {
			return err
		}
	}
	switch a.Kind {
	case Post, Assign:
		return domain.JudgeText(at, "name", domain.Name, nameLimit, a.Name)
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

// wellFormed reports whether a is as Do and Edit leave an act: a file may hold anything.
func (a Act) wellFormed() bool {
	if a.Kind >= kindCount || int(a.State) >= len(stateCodes) || a.On.IsZero() || (a.Kind == Edit) != (len(a.Changes) > 0) {
		return false
	}
	bare := a
	switch a.Kind {
	case Edit:
		bare.Verb, bare.Reason, bare.Changes = "", "", nil
		if a.Reason != "" && domain.JudgeText(domain.Ref{}, "reason", domain.Prose, textLimit, a.Reason) != nil {
			return false
		}
	case Send:
		if len(a.To) != 1 {
			return false
		}
		bare.To, bare.Text, bare.Of = nil, "", 0
	case GroupMessage:
		bare.To, bare.Text, bare.Of, bare.Group = nil, "", 0, ""
	case Answer:
		bare.To, bare.Text, bare.Of = nil, "", 0
	case Read:
		bare.Of = 0
	case Report:
		bare.Group, bare.Client, bare.Text = "", "", ""
	case Post:
		bare.Name, bare.Text = "", ""
	case Assign:
		bare.Group, bare.Name, bare.To = "", "", nil
	case Progress:
		bare.Of, bare.State = 0, New
	}
	return a.judge() == nil && reflect.DeepEqual(bare, Act{Kind: a.Kind, By: a.By, On: a.On})
}
