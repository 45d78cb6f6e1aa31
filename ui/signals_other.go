//go:build !unix

package ui

import (
	"os"
	"os/signal"
	"syscall"
)

// Signals returns the exit codes of the signals that ask a program to end, and a
// function that stops listening. Windows knows ctrl+c from outside and the end
// of the session.
func Signals() (<-chan int, func()) {
	raw := make(chan os.Signal, 4)
	signal.Notify(raw, os.Interrupt, syscall.SIGTERM)
	out := make(chan int, 4)
	go func() {
		for s := range raw {
			if s == os.Interrupt {
				out <- 130
			} else {
				out <- 143
			}
		}
	}()
	return out, func() { signal.Stop(raw) }
}
