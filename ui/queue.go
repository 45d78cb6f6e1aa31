package ui

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// job is one thing to be done on the disk, in order.
type job struct {
	store Store
	do    func(Store) (domain.World, domain.Entry, error)
	kind  jobKind
	wish  scene.Wish   // what was asked for, to be asked again
	from  scene.Dialog // reopened when the disk fails, with everything typed
	path  string       // of a backup
}

type jobKind uint8

const (
	editJob jobKind = iota
	undoJob
	redoJob
	importJob
	backupJob
)

// stored tells that a job is done, or failed.
type stored struct {
	job        job
	world      domain.World
	entry      domain.Entry
	undo, redo domain.Entry // what can be undone and redone now; zero is nothing
	head       domain.Seq
	err        error
}

// queue keeps jobs in order, one in flight: parallel edits would overtake each
// other. It stands outside the model so that whatever ends the program, a signal
// or a panic, can still finish it.
type queue struct {
	mu      sync.Mutex
	waiting []job
	busy    bool
	idle    *sync.Cond
}

func newQueue() *queue {
	q := &queue{}
	q.idle = sync.NewCond(&q.mu)
	return q
}

// add files a job and returns the command that works on it, if none is at work.
func (q *queue) add(j job) tea.Cmd {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, j)
	return q.next()
}

// resume returns the command for the next job, if there is one and none is at work.
func (q *queue) resume() tea.Cmd {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.next()
}

func (q *queue) next() tea.Cmd {
	if q.busy || len(q.waiting) == 0 {
		return nil
	}
	q.busy = true
	return q.work
}

// work does the first waiting job. It takes it out of the queue only when it
// begins: a command that never ran leaves its job for finish.
func (q *queue) work() tea.Msg {
	q.mu.Lock()
	if len(q.waiting) == 0 {
		q.busy = false
		q.idle.Broadcast()
		q.mu.Unlock()
		return nil
	}
	j := q.waiting[0]
	q.waiting = q.waiting[1:]
	q.mu.Unlock()
	// Also when do panics: a waiting finish must not wait for ever.
	defer func() {
		q.mu.Lock()
		q.busy = false
		q.idle.Broadcast()
		q.mu.Unlock()
	}()
	return j.run()
}

func (j job) run() stored {
	out := stored{job: j}
	out.world, out.entry, out.err = j.do(j.store)
	if out.err != nil {
		return out
	}
	out.head = j.store.Head()
	out.undo, out.redo = undoAndRedo(j.store)
	return out
}

// undoAndRedo returns the entries that can be undone and redone. They are words beside
// a key: a journal that can not be read is told where it is looked at.
func undoAndRedo(s Store) (undo, redo domain.Entry) {
	at, err := s.Position()
	if err != nil {
		return undo, redo
	}
	if at.Undo != 0 {
		undo, _ = s.Entry(at.Undo)
	}
	if at.Redo != 0 {
		redo, _ = s.Entry(at.Redo)
	}
	return undo, redo
}

// pending reports whether anything is waiting or at work.
func (q *queue) pending() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.busy || len(q.waiting) > 0
}

// finish does what is left after the screen is gone, and reports whether all of
// it was done within the given time.
func (q *queue) finish(within time.Duration) bool {
	done := make(chan bool, 1)
	go func() {
		for q.settle() {
			if msg, ok := q.work().(stored); ok && msg.err != nil {
				done <- false
				return
			}
		}
		done <- true
	}()
	select {
	case all := <-done:
		return all
	case <-time.After(within):
		return false
	}
}

// settle waits until nothing is at work and reports whether a job is left, which
// is then claimed.
func (q *queue) settle() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.busy {
		q.idle.Wait()
	}
	q.busy = len(q.waiting) > 0
	return q.busy
}
