package matrix

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// matrix is the dialog. Its cursor stands on one cell: a row and a column.
type matrix struct {
	group      domain.GroupID
	known      known
	rows, cols widget.List
	turned     bool // the column sees the row: who sees me
}

// New returns the matrix of a group as the world is.
func New(s scene.Scene, group domain.GroupID) scene.Dialog {
	return matrix{group: group, known: learn(s, group)}.set(s)
}

// fresh takes up a world, a date or a language that changed under it: the cursor
// stays with the same two people, and what was supposed stays supposed.
func (d matrix) fresh(s scene.Scene) matrix {
	if d.known.fits(s) {
		return d.set(s)
	}
	before := d.known
	d.known = learn(s, d.group)
	if before.holds {
		d.known = d.known.suppose(before.setting)
	}
	d = d.set(s)
	d.rows = follow(d.rows, before.members, d.known.members)
	d.cols = follow(d.cols, before.members, d.known.members)
	return d
}

// follow keeps a cursor on the same person.
func follow(l widget.List, before, now []domain.Member) widget.List {
	at := l.Cursor()
	if at < 0 || at >= len(before) {
		return l
	}
	for i, m := range now {
		if m.Person == before[at].Person {
			return l.Select(i)
		}
	}
	return l
}

// set tells the cursor how many people there are and how many are in view, and
// looks up what those see.
func (d matrix) set(s scene.Scene) matrix {
	l := d.arrange(s)
	n := widget.Rows{N: len(d.known.members)}
	d.rows, d.cols = d.rows.Set(n, l.grid.H), d.cols.Set(n, l.columns)
	viewers := d.rows
	if d.turned {
		viewers = d.cols
	}
	d.known = d.known.in(viewers.Window())
	return d
}

// pair is who looks at whom under the cursor; false where the group is empty.
func (d matrix) pair() (viewer, other int, ok bool) {
	viewer, other = d.rows.Cursor(), d.cols.Cursor()
	if d.turned {
		viewer, other = other, viewer
	}
	return viewer, other, viewer >= 0
}

// at is the cell that is shown in a row and a column.
func (d matrix) at(row, col int) (cell sight.Cell, turn sight.Turn) {
	if d.turned {
		row, col = col, row
	}
	return d.known.cell(row, col), d.known.turn(row, col)
}

// Update implements scene.Dialog.
func (d matrix) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.fresh(s)
	var wish scene.Wish
	switch msg := msg.(type) {
	case scene.Clicked:
		d, wish = d.clicked(s, msg)
	case tea.KeyPressMsg:
		d, wish = d.key(s, msg.String())
	}
	return d.set(s), wish
}

func (d matrix) key(s scene.Scene, key string) (matrix, scene.Wish) {
	switch key {
	case "left", "h":
		d.cols = d.cols.Move(-1)
	case "right", "l":
		d.cols = d.cols.Move(1)
	case "home":
		d.cols = d.cols.Home()
	case "end":
		d.cols = d.cols.End()
	case "tab":
		// The cursor stays on the same two people.
		d.turned, d.rows, d.cols = !d.turned, d.rows.Select(d.cols.Cursor()), d.cols.Select(d.rows.Cursor())
	case "z":
		d.known = d.known.next()
	case "enter", "w":
		return d, d.why(s)
	case "E":
		return d, d.export(s)
	case "esc":
		return d, scene.Close{}
	default:
		d.rows, _ = d.rows.Key(key)
	}
	return d, nil
}

// why asks for all that is to be said of the cell. It is said of the world as it
// is: of what is only supposed it would be wrong.
func (d matrix) why(s scene.Scene) scene.Wish {
	viewer, other, ok := d.pair()
	switch {
	case !ok || viewer == other:
		return nil
	case d.known.holds:
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("matrix.why-now")}
	}
	return scene.Why{Viewer: d.known.members[viewer].Person, Other: d.known.members[other].Person}
}

// export wants what is shown as a table: a line per viewer, however the picture
// is turned. No person's name stands in the proposed file name.
func (d matrix) export(s scene.Scene) scene.Wish {
	if len(d.known.members) == 0 {
		return nil
	}
	k := d.known
	about, square, as := words.Key("matrix.table.about"), k.now.square, ""
	if k.holds {
		about, square, as = "matrix.table.about-if", k.then.square, "-"+s.Words.Say("matrix.table.file-if")+"-"+k.setting.String()
	}
	said := s.Words.Say(about, words.Clean(k.group.Name), s.Words.Visibility(k.shown()), s.Words.LongDate(k.on))
	return scene.Write{
		Name:  "zichtmatrix-" + string(d.group) + as + "-" + k.on.String() + ".csv",
		Table: &scene.Table{Rows: s.Words.SquareTable(k.seen(), square, said)},
	}
}

func (d matrix) clicked(s scene.Scene, at scene.Clicked) (matrix, scene.Wish) {
	if at.Wheel != 0 {
		d.rows = d.rows.Scroll(at.Wheel)
		return d, nil
	}
	l := d.arrange(s)
	if key, ok := l.Key(s.Theme, at); ok {
		return d.key(s, key.String())
	}
	x, y := l.grid.Local(at.X, at.Y)
	if row, ok := d.rows.At(y); ok {
		d.rows = d.rows.Select(row)
	}
	if col, ok := d.cols.At((x - l.names) / l.cell); ok && x >= l.names && y >= -1 && y < l.grid.H {
		d.cols = d.cols.Select(col)
	}
	return d, nil
}
