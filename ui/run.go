package ui

import (
	"errors"
	"io"

	tea "charm.land/bubbletea/v2"
)

// Program is the screen with the terminal that it runs on.
type Program struct {
	Opening
	In  io.Reader
	Out io.Writer
	Env []string
	// Signals brings the exit code of every signal that asks to end.
	Signals <-chan int
}

// Ended says how the screen came to its end.
type Ended struct {
	Code int // the exit code of a signal, else 0
	// Unfinished reports that leaving did not wait for the disk, or waited in
	// vain: the last edits may be missing.
	Unfinished bool
	// Crashed reports a mistake of ours; the terminal is as it was.
	Crashed bool
	// Store is what was open at the end, for whoever closes it; nil is nothing.
	Store Store
}

// framesPerSecond halves the wait for the next frame against the default of 60;
// frames without a change cost nothing.
const framesPerSecond = 120

// Run shows the screen until it is left. Whatever ends it, what is queued is
// finished, for at most the patience of leaving.
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
				program.Send(signalled{code})
			case <-stop:
				return
			}
		}
	}()
	final, err := program.Run()
	ended := Ended{Crashed: errors.Is(err, tea.ErrProgramPanic), Store: p.Store}
	if last, ok := final.(Model); ok {
		ended.Code, ended.Store = last.exit, last.store
	}
	select {
	case code := <-asked:
		ended.Code = code
	default:
	}
	ended.Unfinished = !m.queue.finish(patience)
	return ended
}
