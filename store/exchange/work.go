package exchange

import (
	"errors"
	"sync/atomic"
)

// ErrStopped is the error of reading or writing a file that was stopped.
var ErrStopped = errors.New("exchange: the reading was stopped")

// Work is the reading or writing of a file under way: how far reading is, and whether anybody
// waits for it. One goroutine does it while others look or stop it. A nil Work is not watched.
type Work struct {
	stop      atomic.Bool
	all, done atomic.Int64 // bytes, of a workbook unpacked
}

// Stop makes the reading end soon, with ErrStopped.
func (w *Work) Stop() { w.stop.Store(true) }

// Percent returns how much is read, about: 0 to 100.
func (w *Work) Percent() int {
	if all := w.all.Load(); all > 0 {
		return int(min(100, 100*w.done.Load()/all))
	}
	return 0
}

// read says how far the reading is, and reports false where it shall stop.
func (w *Work) read(done, all int64) bool {
	if w == nil {
		return true
	}
	w.all.Store(all)
	w.done.Store(done)
	return !w.stop.Load()
}

// Err returns ErrStopped once the work is stopped.
func (w *Work) Err() error {
	if w != nil && w.stop.Load() {
		return ErrStopped
	}
	return nil
}
