// Package impact is the question before an edit that lets people see more, or
// that breaks an agreement: what it would turn, by name and worst first, and the
// reason why it may.
//
// It promises that nothing is saved before it is answered with a reason, that
// what it shows is what would be saved, and that leaving it keeps what was typed
// below. It refuses to know what edit it is about: that is handed in.
package impact
