// Package signals is the screen Signalen: what deserves attention in the set-up,
// grouped by what it is, with what it means and what can be done; and the mirror
// list of who sees without being seen.
//
// It promises that thousands of signals cost what a windowful costs, that the
// cursor stays on its signal through edits and filters, and that accepting one
// takes a reason. It refuses to find anything itself: the root looks, off the
// keys, and the scene holds what was found.
package signals
