package ui

import (
	"errors"
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
)

// memory is a Store without a disk: the same mechanism, in a slice.
type memory struct {
	world   domain.World
	entries []domain.Entry
	fail    error         // the next Do fails with it
	hold    chan struct{} // while set, Do waits for it
	gone    error         // why the file is not in its place
	unsure  error         // the next Do writes, and returns it as well
	scenes  store.Scenes
	kept    int // how often scenes were written
}

func (m *memory) Scenes() (store.Scenes, error) { return m.scenes, nil }

func (m *memory) KeepScenes(s store.Scenes) error {
	m.scenes, m.kept = s, m.kept+1
	return nil
}

func (m *memory) NewScene(name string, on domain.Date) store.Scene {
	return store.Scene{Name: name, Head: m.Head(), On: on}
}

func (m *memory) Rehearse(s store.Scene) (rehearsal.Rehearsal, error) {
	if s.Head > m.Head() {
		return rehearsal.Rehearsal{}, store.ErrOtherPast
	}
	return rehearsal.Restore(m.world, s.On, s.Acts)
}

func (m *memory) World() domain.World { return m.world }
func (m *memory) Head() domain.Seq    { return domain.Seq(len(m.entries)) }
func (m *memory) Identity() []byte    { return []byte("a file of a test") }
func (m *memory) Backup(string) error { return nil }
func (m *memory) Close() error        { return nil }
func (m *memory) InPlace() error      { return m.gone }

func (m *memory) Entry(n domain.Seq) (domain.Entry, error) {
	if n == 0 || n > m.Head() {
		return domain.Entry{}, errors.New("no such entry")
	}
	return m.entries[n-1], nil
}

func (m *memory) Heading(n domain.Seq) (domain.Heading, error) {
	e, err := m.Entry(n)
	h := domain.Heading{Seq: n, Kind: e.Kind, Of: e.Of, Verb: e.Verb}
	for _, noun := range domain.Nouns() {
		count := domain.NounCount{Noun: noun}
		for _, c := range e.Changes {
			if c.Step().Noun == noun {
				count.N++
			}
		}
		if count.N > 0 {
			h.Counts = append(h.Counts, count)
		}
	}
	return h, err
}

func (m *memory) Step(n domain.Seq) (domain.EntryKind, domain.Seq, error) {
	e, err := m.Entry(n)
	return e.Kind, e.Of, err
}

func (m *memory) Position() (domain.Position, error) { return domain.PositionAt(m, m.Head()) }

func (m *memory) write(e domain.Entry, check domain.Check) (domain.World, domain.Entry, error) {
	if m.hold != nil {
		<-m.hold
	}
	if m.fail != nil {
		err := m.fail
		m.fail = nil
		return m.world, domain.Entry{}, err
	}
	next, err := m.world.With(e.Changes...)
	if err == nil {
		err = check(m.world, e.Changes)
	}
	if err != nil {
		return m.world, domain.Entry{}, err
	}
	e.Seq, e.At = m.Head()+1, time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	m.world, m.entries = next, append(m.entries, e)
	err, m.unsure = m.unsure, nil
	return next, e, err
}

func (m *memory) NoteExport(what domain.Exported, by domain.By) (domain.Entry, error) {
	_, e, err := m.write(domain.Entry{Kind: domain.Export, Verb: domain.VerbExport, Export: &what, By: by}, domain.Unchecked)
	return e, err
}

func (m *memory) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	changes, err := c.Plan(m.world)
	if err != nil {
		return m.world, domain.Entry{}, err
	}
	kind := domain.Edit
	if c.Verb() == domain.VerbImport {
		kind = domain.Import
	}
	return m.write(domain.Entry{By: by, Kind: kind, Verb: c.Verb(), Changes: changes}, check)
}

func (m *memory) Undo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	at, _ := m.Position()
	if at.Undo == 0 {
		return m.world, domain.Entry{}, domain.Refusal{Code: domain.NothingToUndo}
	}
	e, _ := m.Entry(at.Undo)
	return m.write(domain.Entry{By: by, Kind: domain.Undo, Of: at.Undo, Verb: e.Verb, Changes: domain.Inverse(e.Changes)}, check)
}

func (m *memory) Redo(by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	at, _ := m.Position()
	if at.Redo == 0 {
		return m.world, domain.Entry{}, domain.Refusal{Code: domain.NothingToRedo}
	}
	e, _ := m.Entry(at.Redo)
	return m.write(domain.Entry{By: by, Kind: domain.Redo, Of: at.Redo, Verb: e.Verb, Changes: e.Changes}, check)
}

// fakeFiles are Files without a disk.
type fakeFiles struct {
	wrote      Export // last
	remembered Choices
	setup      Setup
	readErr    error
	exists     bool
	table      [][]string // written last
}

func (d *fakeFiles) Create() (Store, error) { return &memory{}, nil }
func (d *fakeFiles) Demo() (Store, scene.Source, error) {
	return demonstration(), scene.Demo, nil
}
func (d *fakeFiles) ReadSetup(string, *exchange.Work) (Setup, error) {
	return d.setup, d.readErr
}

// ReadPasted reads as the disk does, and tells the first problem of each kind by its code.
func (d *fakeFiles) ReadPasted(text string, how scene.ImportHow, _ *exchange.Work) (Setup, error) {
	cells := map[exchange.CellAt]string{}
	for at, text := range how.Cells {
		cells[exchange.CellAt(at)] = text
	}
	read, err := exchange.ReadAs("", strings.NewReader(text), exchange.How{Tables: true, Headless: true, Keys: how.Columns, Cells: cells})
	i := exchange.Import{Setups: []exchange.Setup{read}, Role: how.Role, Group: how.Group, SameName: exchange.SameName(how.SameName)}
	i = i.Without(slices.Collect(maps.Keys(how.Without)))
	return Setup{Plan: func(in Planning) Plan {
		out, told := i.Outcome(in.World), Plan{Command: i}
		for _, c := range out.Counts {
			if c.Read() > 0 {
				told.Counts = append(told.Counts, in.Words.Count(c.Noun, c.Read()))
			}
		}
		told.Nothing = len(out.Changes)+len(out.Problems) == 0
		t, ok := read.Understood(exchange.DutchHeads)
		if !ok {
			return told
		}
		told.Table = &scene.PlannedTable{Could: t.Could, Role: t.Role, HeadRow: t.HeadRow, Len: t.Len(), Row: t.Row, Problems: map[scene.CellAt][]string{}}
		for _, c := range t.Columns {
			told.Table.Columns = append(told.Table.Columns, scene.PlannedColumn(c))
		}
		for _, p := range out.Problems {
			at := scene.CellAt{Row: p.Row, Column: p.Column}
			told.Alike = told.Alike || p.Code == exchange.PerhapsTwice
			told.Problems, told.Table.Problems[at] = append(told.Problems, string(p.Code)), append(told.Table.Problems[at], string(p.Code)+" "+p.Value)
		}
		return told
	}}, err
}

func (d *fakeFiles) WriteSetup(e Export) (domain.Exported, bool, error) {
	d.wrote = e
	what := domain.NewExported(e.World, "json", domain.ToFile)
	what.Pseudonymised = e.Masked
	if err := e.Work.Err(); err != nil {
		return domain.Exported{}, false, err
	}
	return what, d.exists && !e.Overwrite, nil
}
func (d *fakeFiles) WriteTable(rows iter.Seq[[]string], _ string, overwrite bool, _ *exchange.Work) (bool, error) {
	d.table = slices.Collect(rows)
	return d.exists && !overwrite, nil
}
func (d *fakeFiles) Backup(s Store, path string) error { return s.Backup(path) }
func (d *fakeFiles) Complete(path string) []string     { return []string{path + "een.json"} }
func (d *fakeFiles) SaveChoices(c Choices)             { d.remembered = c }
func (d *fakeFiles) CopyError(Store) error             { return nil }
func (d *fakeFiles) Explain(w tell.Words, world domain.World, err error) string {
	var r domain.Refusal
	if errors.As(err, &r) {
		return w.Refusal(world, r)
	}
	return w.Say("failure.not-saved", "zichtlijn.db")
}

// does is a set-up that was read, which a command takes in.
func does(c domain.Command, counts ...string) Setup {
	return Setup{Plan: func(Planning) Plan { return Plan{Command: c, Planned: scene.Planned{Counts: counts}} }}
}

func demonstration() *memory { return &memory{world: readDemonstration()} }

// readDemonstration is read once: worlds do not change.
var readDemonstration = sync.OnceValue(func() domain.World {
	m := &memory{}
	if _, _, err := m.Do(exchange.Demonstration(), domain.By{}, domain.Unchecked); err != nil {
		panic(err)
	}
	return m.world
})

func opening(of Store, d Files) Opening {
	o := Opening{
		Files: d, Store: of, Source: scene.Demo, By: domain.By{Name: "Ricardo"}, Zone: time.UTC,
		Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}
	return o
}
