// Package rehearsal is an invented course of events on top of a set-up: who sends,
// reports, posts and sets out what, and what each person then reads (REHEARSAL.md).
//
// It promises that whoever reads something had a ground for it, that for everybody else
// an act does not exist (H16), and that nothing of it reaches the set-up: a Rehearsal
// is a value over a World.
//
// It refuses to decide who sees whom, reads or may write: package sight does. It knows
// no files, words and clocks.
package rehearsal
