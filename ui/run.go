package ui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/failure"
	"zichtlijn/ui/stage"
)

// Program is the screen with the terminal that it runs on.
type Program struct {
	Opening
	In  io.Reader
	Out io.Writer
	Env []string
	// Signals sends the exit code of each signal that asks to end.
	Signals <-chan int
}

// Ended says how the screen ended.
type Ended struct {
	Code int // the exit code of a signal, else 0
	// Unfinished reports that the last edits may not be on disk.
	Unfinished bool
	// Crashed reports a panic; the terminal is restored.
	Crashed bool
	// Store is the open store, for the caller to close; nil: none.
	Store Store
}

// framesPerSecond is twice the default, to halve the wait for a frame. Frames without a
// change cost nothing.
const framesPerSecond = 120

// Run shows the screen until somebody leaves. However it ends, it finishes the queue, for
// at most quitWait.
func Run(p Program) Ended {
	m := New(p.Opening)
	program := tea.NewProgram(m,
		tea.WithInput(p.In), tea.WithOutput(p.Out), tea.WithEnvironment(p.Env),
		tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond))
	asked := make(chan int, 1)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for {
			select {
			case code := <-p.Signals:
				select {
				case asked <- code:
				default:
				}
				program.Send(signalReceived{code})
			case <-stop:
				return
			}
		}
	}()
	final, err := program.Run()
	if p.Audience != nil {
		_ = p.Audience.End() // it grows old by itself
	}
	ended := Ended{Crashed: errors.Is(err, tea.ErrProgramPanic), Store: p.Store}
	if last, ok := final.(Model); ok {
		ended.Code, ended.Store = last.exit, last.store
	}
	select {
	case code := <-asked:
		ended.Code = code
	default:
	}
	ended.Unfinished = !m.queue.finish(quitWait)
	return ended
}

// RunFollower shows the second screen until somebody leaves it or a signal asks to, and
// returns the exit code.
func RunFollower(f stage.Follower, in io.Reader, out io.Writer, env []string, signals <-chan int) int {
	program := tea.NewProgram(f, tea.WithInput(in), tea.WithOutput(out), tea.WithEnvironment(env), tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond))
	code := make(chan int, 1)
	go func() {
		if asked, ok := <-signals; ok {
			code <- asked
			program.Quit()
		}
	}()
	_, err := program.Run()
	select {
	case asked := <-code:
		return asked
	default:
	}
	if errors.Is(err, tea.ErrProgramPanic) {
		return int(failure.Crashed)
	}
	return int(failure.Done)
}
