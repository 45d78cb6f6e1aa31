package ui

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
)

// unread is a store whose entries nobody should have read.
type unread struct{ *memory }

func (u unread) Entry(n domain.Seq) (domain.Entry, error) { panic("the changes of an import are read") }

// The last entry of a new file is its import: a hundred thousand changes that opening has
// no use for.
func TestOpeningSaysWhatUndoWouldTakeBackWithoutReadingAnImport(t *testing.T) {
	m := demonstration()
	imported := &memory{}
	if _, _, err := imported.Do(importOf{m.world}, domain.By{}, domain.Unchecked); err != nil {
		t.Fatal(err)
	}
	want := New(opening(imported, &fakeFiles{}))
	e, _ := imported.Entry(1)
	if got := New(opening(unread{imported}, &fakeFiles{})).scene.Undoable; got == "" || got != want.scene.Words.Summary(imported.world, e) {
		t.Errorf("%q", got)
	}
}

type importOf struct{ world domain.World }

func (importOf) Verb() domain.Verb { return domain.VerbImport }

func (i importOf) Plan(domain.World) ([]domain.Change, error) { return domain.Creation(i.world), nil }

// An import that is asked about again is the one that was wished, whatever was read since.
func TestAnImportThatIsAskedAboutAgainIsStillTheSame(t *testing.T) {
	d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
	first := Plan{Command: domain.AddGroup{Group: domain.Group{Name: "De eerste"}}}
	wish := scene.Transfer{What: scene.Import, Apply: true}
	d.m.plan = &Plan{Command: domain.AddGroup{Group: domain.Group{Name: "De tweede"}}}
	m, cmd := d.m.askAgain(job{kind: importJob, wish: wish, taken: &first})
	d.m = m
	d.run(cmd)
	d.shows("De eerste").hides("De tweede")
	d.m.plan, d.m.dialogs = nil, nil
	m, cmd = d.m.submit(d.m.draft(wish, nil), false) // another file is being read
	d.m = m
	d.run(cmd)
	d.shows("intussen")
}
