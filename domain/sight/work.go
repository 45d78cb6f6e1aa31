package sight

import (
	"errors"
	"sync/atomic"
)

// ErrStopped is the error of a weighing that was stopped.
var ErrStopped = errors.New("sight: the weighing was stopped")

// Work is a weighing under way: how far it is, and whether anybody waits for it. One
// goroutine weighs while others look or stop it. A nil Work is not watched.
type Work struct {
	stop      atomic.Bool
	all, done atomic.Int64 // people to look at, and looked at
}

// Stop makes the weighing end soon, with ErrStopped.
func (w *Work) Stop() { w.stop.Store(true) }

// Percent returns how much is done, about: 0 to 100.
func (w *Work) Percent() int {
	if all := w.all.Load(); all > 0 {
		return int(min(100, 100*w.done.Load()/all))
	}
	return 0
}

func (w *Work) begin(people int) {
	if w != nil {
		w.all.Store(int64(people))
	}
}

// next counts one person, and reports false where the weighing shall stop.
func (w *Work) next() bool {
	if w == nil {
		return true
	}
	w.done.Add(1)
	return !w.stop.Load()
}

func (w *Work) err() error {
	if w != nil && w.stop.Load() {
		return ErrStopped
	}
	return nil
}
