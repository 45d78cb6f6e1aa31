// Package steps is the screen Stappenplan: for the institution and for every
// group which steps are done and what is still open, and for the periodic check
// what changed since the last one.
//
// It promises that whatever is open can be gone to with enter, and that a
// thousand groups cost what a windowful costs. It refuses to know how a step is
// taken: that is the other screens', and the domain judges what is open.
package steps
