// Package steps is the stappenplan of an administrator: what a new institution or
// group still lacks, and what changed since the last periodic check.
//
// It promises that a step is done when nothing is open, and only then, and that
// it answers for thousands of people. It refuses to decide who sees whom: that is
// package sight's.
package steps
