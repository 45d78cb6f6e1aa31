//go:build unix

package ui

import (
	"os"
	"os/signal"
	"syscall"
)

// Signals returns the exit codes of the signals that ask a program to end, as
// shells count them, and a function that stops listening.
func Signals() (<-chan int, func()) {
	raw := make(chan os.Signal, 4)
	signal.Notify(raw, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT)
	return codes(raw), func() { signal.Stop(raw) }
}

func codes(raw <-chan os.Signal) <-chan int {
	out := make(chan int, 4)
	go func() {
		for s := range raw {
			if n, ok := s.(syscall.Signal); ok {
				out <- 128 + int(n)
			}
		}
	}()
	return out
}
