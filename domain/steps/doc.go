// Package steps is the stappenplan of an administrator: what a new institution or
// group still lacks, and what changed since the last periodic check.
//
// It promises that a step is done if and only if nothing is open, and that it is fast
// for thousands of people. Package sight decides who sees whom.
package steps
