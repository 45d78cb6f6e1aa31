package ui

import (
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/store/rehearsed"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// job is one write to the disk.
type job struct {
	store Store
	do    doing
	kind  jobKind
	wish  scene.Wish   // for asking again
	from  scene.Dialog // reopened when the write fails
	path  string       // of a backup
	taken *Plan        // of an import
	// passes goes to another store: see pass. Nil: the job writes to the one it has.
	passes func() (Store, error)
	said   scene.Say // after passing
	played *Played   // of a story: what its step came to
	// first writes the rows that an import sets aside: without that file it is not made.
	first func() (path string, err error)
	aside int // how many
}

// doing writes one entry.
type doing func(Store) (domain.World, domain.Entry, error)

type jobKind uint8

const (
	editJob jobKind = iota
	undoJob
	redoJob
	importJob
	backupJob
	exportJob
	actJob
	storyJob
)

// stored is the result of a job.
type stored struct {
	job        job
	world      domain.World
	entry      domain.Entry
	undo, redo past // what can be undone and redone now; zero: nothing
	head       domain.Seq
	store      Store            // of what is told here
	inside     *rehearsed.Shown // the rehearsal; nil: it is no store of one
	asideIn    string           // the file of the rows that an import set aside
	err        error            // with an entry: it is in the file, but the disk did not confirm it
}

// queue does jobs in order, one at a time: parallel edits would overtake each other. It is
// shared, not part of the model as a value, so that it can be finished after a signal or a
// panic.
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

// add queues a job and returns the command that does it; nil when one is at work.
func (q *queue) add(j job) tea.Cmd {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, j)
	return q.next()
}

// resume returns the command for the next job; nil when there is none or one is at work.
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

// work does the first waiting job. It takes it from the queue only when it begins: if the
// command never runs, the job is left for finish.
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
	out := stored{job: j, store: j.store}
	if j.first != nil {
		if out.asideIn, out.err = j.first(); out.err != nil {
			return out
		}
	}
	if j.passes != nil {
		to, err := j.passes()
		if out.err = err; err == nil {
			out.store = to
		}
		out.world = out.store.World()
	} else if out.world, out.entry, out.err = j.do(j.store); out.err != nil && out.entry.Seq == 0 {
		return out
	}
	out.head = out.store.Head()
	out.undo, out.redo = undoAndRedo(out.store)
	if in, ok := out.store.(*rehearsed.Store); ok {
		shown := in.Shown()
		out.inside = &shown
	}
	return out
}

// past is an entry that can be undone or redone; zero: none.
type past struct {
	domain.Heading
	err error // it could not be read whether there is one
	// changes reads them from the store, once: an import has a hundred thousand.
	changes func() ([]domain.Change, error)
}

// undoAndRedo returns the entries that can be undone and redone.
func undoAndRedo(s Store) (undo, redo past) {
	at, err := s.Position()
	if err != nil {
		return past{err: err}, past{err: err}
	}
	return pastOf(s, at.Undo), pastOf(s, at.Redo)
}

func pastOf(s Store, n domain.Seq) past {
	if n == 0 {
		return past{}
	}
	h, err := s.Heading(n)
	if err != nil {
		return past{err: err}
	}
	return past{Heading: h, changes: sync.OnceValues(func() ([]domain.Change, error) {
		e, err := s.Entry(n)
		return e.Changes, err
	})}
}

// summary says what the entry did; of an import by its counts alone.
func (p past) summary(w tell.Words, world domain.World) string {
	if p.Seq == 0 {
		return ""
	}
	if p.Verb == domain.VerbImport {
		return w.ImportSummary(p.Counts)
	}
	changes, err := p.changes()
	if err != nil {
		return ""
	}
	return w.Summary(world, domain.Entry{Seq: p.Seq, Kind: p.Kind, Of: p.Of, Verb: p.Verb, Changes: changes})
}

// pending reports whether anything is waiting or at work.
func (q *queue) pending() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.busy || len(q.waiting) > 0
}

// finish does the waiting jobs after the screen has ended, and reports whether all were
// done in time.
func (q *queue) finish(within time.Duration) bool {
	done := make(chan bool, 1)
	go func() {
		for q.awaitIdle() {
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

// awaitIdle waits until nothing is at work. It reports whether a job waits, and then marks
// the queue busy for the caller.
func (q *queue) awaitIdle() bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.busy {
		q.idle.Wait()
	}
	q.busy = len(q.waiting) > 0
	return q.busy
}
