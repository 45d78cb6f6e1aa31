// Package cli is the command line: every view and every edit of the screen, as plain lines and
// as data, over the same engine.
//
// It promises what a script needs: data on stdout and everything else on
// stderr, exit codes that keep their meaning, JSON of one shape in whatever
// language the sentences are, and one sentence for every error. Plain lines are
// complete without colour or place, for a screen reader.
//
// It refuses to know the environment, the terminal and where a file comes from:
// main hands all of that in. It decides nothing about who sees whom: package
// sight does.
package cli
