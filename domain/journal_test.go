package domain_test

import (
	"errors"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// trail is a journal with only Kind and Of of each entry.
type trail []struct {
	kind domain.EntryKind
	of   domain.Seq
}

func (t trail) Step(n domain.Seq) (domain.EntryKind, domain.Seq, error) {
	if n < 1 || int(n) > len(t) {
		return 0, 0, errGone
	}
	return t[n-1].kind, t[n-1].of, nil
}

var errGone = errors.New("no such entry")

func (t trail) and(kind domain.EntryKind, of domain.Seq) trail {
	return append(t[:len(t):len(t)], trail{{kind, of}}...)
}

func TestWhatCanBeTakenBackAndRepeated(t *testing.T) {
	const edit, undo, redo, read = domain.Edit, domain.Undo, domain.Redo, domain.Import
	for _, c := range []struct {
		name  string
		trail trail
		want  domain.Position
	}{
		{"at the beginning: nothing", nil, domain.Position{}},
		{"after an edit: that edit", trail{{edit, 0}}, domain.Position{Undo: 1}},
		{"after an import: the import", trail{{edit, 0}, {read, 0}}, domain.Position{Undo: 2}},
		{"after an undo: the edit before it, and the one taken back", trail{{edit, 0}, {edit, 0}, {undo, 2}}, domain.Position{Undo: 1, Redo: 2}},
		{"after two undos: nothing, and the first edit", trail{{edit, 0}, {edit, 0}, {undo, 2}, {undo, 1}}, domain.Position{Redo: 1}},
		{"after two undos and a redo: as after the first undo", trail{{edit, 0}, {edit, 0}, {undo, 2}, {undo, 1}, {redo, 1}}, domain.Position{Undo: 1, Redo: 2}},
		{"after both are repeated: as before the undos", trail{{edit, 0}, {edit, 0}, {undo, 2}, {undo, 1}, {redo, 1}, {redo, 2}}, domain.Position{Undo: 2}},
		{"after an undo and a new edit: nothing can be repeated", trail{{edit, 0}, {undo, 1}, {edit, 0}}, domain.Position{Undo: 3}},
		{"after taking that new edit back: it can be repeated, the first can not", trail{{edit, 0}, {undo, 1}, {edit, 0}, {undo, 3}}, domain.Position{Redo: 3}},
		{"after undo, redo and undo of one edit: it can be repeated again", trail{{edit, 0}, {undo, 1}, {redo, 1}, {undo, 1}}, domain.Position{Redo: 1}},
	} {
		got, err := domain.PositionAt(c.trail, domain.Seq(len(c.trail)))
		if err != nil || got != c.want {
			t.Errorf("%s: %+v, %v; want %+v", c.name, got, err, c.want)
		}
	}
}

func TestAJournalThatDoesNotAddUpIsReportedAndNotGuessed(t *testing.T) {
	if _, err := domain.PositionAt(trail{}, 3); err != errGone {
		t.Errorf("an entry that is not there: %v", err)
	}
	if _, err := domain.PositionAt(trail{{domain.Edit, 0}, {domain.Redo, 1}}, 2); err == nil {
		t.Error("a redo of what nobody took back has a position")
	}
}

// stacks is the model of PositionAt: undo with two stacks.
type stacks struct{ undo, redo []domain.Seq }

func (s *stacks) position() domain.Position {
	top := func(list []domain.Seq) domain.Seq {
		if len(list) == 0 {
			return 0
		}
		return list[len(list)-1]
	}
	return domain.Position{Undo: top(s.undo), Redo: top(s.redo)}
}

func (s *stacks) edited(n domain.Seq) { s.undo, s.redo = append(s.undo, n), nil }

func (s *stacks) undone() {
	last := len(s.undo) - 1
	s.undo, s.redo = s.undo[:last], append(s.redo, s.undo[last])
}

func (s *stacks) redone() {
	last := len(s.redo) - 1
	s.redo, s.undo = s.redo[:last], append(s.undo, s.redo[last])
}

func TestThePositionIsThatOfTwoStacks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var journal trail
		var model stacks
		for range rapid.IntRange(0, 60).Draw(t, "steps") {
			now := model.position()
			n := domain.Seq(len(journal) + 1)
			switch kind := rapid.SampledFrom([]domain.EntryKind{domain.Edit, domain.Undo, domain.Undo, domain.Redo, domain.Redo, domain.Import}).Draw(t, "kind"); {
			case kind == domain.Undo && now.Undo != 0:
				journal = journal.and(kind, now.Undo)
				model.undone()
			case kind == domain.Redo && now.Redo != 0:
				journal = journal.and(kind, now.Redo)
				model.redone()
			case kind == domain.Edit || kind == domain.Import:
				journal = journal.and(kind, 0)
				model.edited(n)
			}
			got, err := domain.PositionAt(journal, domain.Seq(len(journal)))
			if err != nil || got != model.position() {
				t.Fatalf("after %v: %+v, %v; want %+v", journal, got, err, model.position())
			}
		}
	})
}

// history is a world with its journal, changed as a store changes it.
type history struct {
	world   domain.World
	trail   trail
	changes [][]domain.Change // of the entry at that place
}

func (h *history) position(t *rapid.T) domain.Position {
	t.Helper()
	p, err := domain.PositionAt(h.trail, domain.Seq(len(h.trail)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (h *history) move(t *rapid.T, kind domain.EntryKind, of domain.Seq, changes []domain.Change) {
	t.Helper()
	next, err := h.world.With(changes...)
	if err != nil {
		t.Fatalf("%s of %d: %v", kind, of, err)
	}
	h.world, h.trail, h.changes = next, h.trail.and(kind, of), append(h.changes, changes)
}

func (h *history) undo(t *rapid.T, n domain.Seq) {
	t.Helper()
	h.move(t, domain.Undo, n, domain.Inverse(h.changes[n-1]))
}

// Each world is kept under the edits that led to it: the same edits must lead to the
// same world.
func TestUndoAndRedoWalkThroughTheSameWorlds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := domaintest.Small(t)
		h := &history{world: start}
		worlds := map[domain.Seq]domain.Records{0: start.Records()} // by the last edit that holds
		for range rapid.IntRange(1, 14).Draw(t, "steps") {
			p := h.position(t)
			switch rapid.IntRange(0, 3).Draw(t, "step") {
			case 0, 1:
				if changes, err := domaintest.Command(t, h.world).Plan(h.world); err == nil {
					h.move(t, domain.Edit, 0, changes)
					worlds[domain.Seq(len(h.trail))] = h.world.Records()
				}
			case 2:
				if p.Undo != 0 {
					h.undo(t, p.Undo)
				}
			case 3:
				if p.Redo != 0 {
					h.move(t, domain.Redo, p.Redo, h.changes[p.Redo-1])
				}
			}
			if !reflect.DeepEqual(h.world.Records(), worlds[h.position(t).Undo]) {
				t.Fatalf("after %v the world is not that after edit %d", h.trail, h.position(t).Undo)
			}
		}
		for p := h.position(t); p.Undo != 0; p = h.position(t) {
			h.undo(t, p.Undo)
		}
		if !reflect.DeepEqual(h.world.Records(), start.Records()) {
			t.Fatal("taking everything back does not lead to where we began")
		}
	})
}
