// Package lang holds every sentence that a person reads, in Dutch and in
// English, and the ways in which names and dates are written.
//
// It promises that a key has words in every language (a test reads the
// constants), that nothing from outside reaches a screen or a line uncleaned
// (Clean), and that what it is given as data (a refusal, a ground, a change)
// becomes one sentence that says what happened, what was kept and what to do.
//
// It refuses to know screens, files and clocks.
package lang
