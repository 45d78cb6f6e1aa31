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

// Key names the acceptance among all: one per code and objects.
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

// AcceptedSignalProperties are what is kept of an acceptance beside its objects.
func AcceptedSignalProperties() []Property[AcceptedSignal] {
	return slices.Clone(acceptedSignalProperties)
}
