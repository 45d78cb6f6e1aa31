// Package files holds the dialogs that read and write files: import, export,
// backup and tables for a spreadsheet.
//
// It promises that nothing is overwritten or imported without a second enter, and
// that a path once typed is kept whatever happens. It refuses to touch a file
// or a folder: transfers and completions are wished of the root.
package files

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Import returns the dialog that reads a set-up. It shows what that would do, and
// does it on a second enter.
func Import(scene.Scene) scene.Dialog { return open(scene.Import, "") }

// About is what beside the set-up can be exported; empty: nobody, or no group.
type About struct{ Group, Person string }

// Export returns the dialog that writes the set-up to a file, or a picture or a page about
// what one looks at.
func Export(s scene.Scene, a About) scene.Dialog {
	d := open(scene.Export, "zichtlijn-"+s.Today.String()+".json")
	d.about = a
	return d
}

// Backup returns the dialog that copies the whole file, journal included.
func Backup(s scene.Scene) scene.Dialog {
	return open(scene.Backup, "zichtlijn-"+s.Today.String()+".db")
}

// Spreadsheet returns the dialog that writes a table to a file.
func Spreadsheet(_ scene.Scene, w scene.Write) scene.Dialog {
	d := open(scene.Spreadsheet, w.Name)
	d.table = w.Table
	return d
}

// step is how far a transfer is.
type step uint8

const (
	naming  step = iota // a path is being typed
	busy                // the root reads or writes
	exists              // the file is there: overwrite it?
	planned             // an import was planned: carry it out?
	asking              // it ends much: why, and how many?
)

const pathLimit = 4096

// transfer is the dialog behind Import, Export, Backup and Spreadsheet.
type transfer struct {
	what        scene.TransferKind
	table       *scene.Table // of a spreadsheet
	step        step
	masked      bool // of an export: with invented names
	of          scene.ExportOf
	about       About
	path        widget.Input
	opened      string // the path that the dialog proposed
	completions completions
	failure     string
	underway    *scene.Underway // the reading of an import; nil: it has just begun
	plan        *scene.Planned  // nil: none was made of what is read
	how         scene.Take      // it takes in
	same        scene.SameName  // who has the name of another
	much        dialog.Form     // the question before much ends
	page        dialog.Page     // the plan
	scroll      dialog.Scroll
	discard     dialog.Discard
}

var _ scene.Dialog = transfer{}

func open(what scene.TransferKind, path string) transfer {
	return transfer{what: what, path: widget.NewInput(pathLimit).SetValue(path).Fresh(), opened: path}
}

// typed is the path without the spaces that a paste brings along.
func (d transfer) typed() string { return strings.TrimSpace(d.path.Value()) }

// typing reports whether keys go to the path.
func (d transfer) typing() bool { return d.step == naming && !d.discard.Asking() }

func (d transfer) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if p, ok := msg.(tea.PasteMsg); ok && d.what == scene.Import && d.typing() && scene.IsList(p.Content) {
		return Pasted(s, scene.Paste{Text: p.Content})
	}
	return d.update(s, msg)
}

func (d transfer) update(s scene.Scene, msg tea.Msg) (transfer, scene.Wish) {
	d.page = d.page.Resize(s, width(s))
	switch msg := msg.(type) {
	case scene.Transferred:
		return d.receive(s, msg), nil
	case scene.Underway:
		d.underway = &msg
		return d, nil
	case scene.Unanswered:
		if d.step == busy && d.plan != nil {
			d.step = planned
		}
		return d, nil
	case scene.Completions:
		return d.receiveCompletions(s, msg), nil
	case scene.Clicked:
		if d.step == asking {
			return d.answer(s, msg)
		}
		return d.click(s, msg)
	case tea.PasteMsg:
		switch {
		case d.step == asking:
			return d.answer(s, msg)
		case d.typing():
			return d.edit(s, msg), nil
		}
	case tea.KeyPressMsg:
		switch d.step {
		case naming:
			return d.namingKey(s, msg)
		case busy:
			if msg.String() == "esc" {
				return d, d.leave()
			}
		case exists:
			return d.existsKey(msg)
		case planned:
			return d.plannedKey(s, msg)
		case asking:
			return d.answer(s, msg)
		}
	}
	return d, nil
}

// stops reports whether esc stops what the root is busy with: reading, or writing an
// export. An import and a copy go on.
func (d transfer) stops() bool {
	goesOn := d.what == scene.Backup || d.what == scene.Import && d.plan != nil
	return d.step == busy && !goesOn
}

// leave is what esc wishes while the root is busy.
func (d transfer) leave() scene.Wish {
	if d.stops() {
		return scene.Stop{}
	}
	return scene.Close{}
}

// Awaits reports whether a dialog waits for the end of such a transfer.
func Awaits(d scene.Dialog, what scene.TransferKind) bool {
	switch d := d.(type) {
	case transfer:
		return d.step == busy && d.what == what
	case pasted:
		return d.saves && what == scene.Import
	}
	return false
}

// receive shows the result of a transfer. On success the root closes the dialog: only
// a plan, a question or a failure comes here.
func (d transfer) receive(s scene.Scene, t scene.Transferred) transfer {
	if !Awaits(d, t.Transfer.What) {
		return d
	}
	d.step = naming
	switch {
	case t.Failure != "":
		d.failure = t.Failure
	case t.Exists && d.what == scene.Backup:
		d.failure = s.Words.Say("files.backup-exists", words.Clean(d.typed()))
	case t.Exists:
		d.step = exists
	case t.Planned != nil:
		d.step, d.plan, d.how, d.scroll, d.page = planned, t.Planned, t.Transfer.Take, dialog.Scroll{}, dialog.Page{}
		d.page = dialog.NewPage(s, width(s), d.planText)
	}
	return d
}

func (d transfer) edit(s scene.Scene, msg tea.Msg) transfer {
	var changed bool
	if d.path, changed = d.path.Update(msg); changed {
		d.failure, d.completions = "", completions{}
	}
	if kept, cut := d.path.Cut(); cut {
		d.failure = dialog.CutPaste(s.Words)(kept)
	}
	return d
}

func (d transfer) namingKey(s scene.Scene, msg tea.KeyPressMsg) (transfer, scene.Wish) {
	var wish scene.Wish
	if d.discard.Asking() {
		d.discard, wish = d.discard.Answer(msg)
		return d, wish
	}
	switch msg.String() {
	case "tab":
		return d, scene.Complete{Path: d.path.Value()}
	case "ctrl+g":
		d.masked = d.what == scene.Export && !d.masked
	case "ctrl+o":
		d = d.ofNext(s)
	case "up":
		d.completions = d.completions.move(-1)
	case "down":
		d.completions = d.completions.move(1)
	case "enter":
		if path, ok := d.completions.chosen(); ok {
			return d.take(path)
		}
		if d.typed() == "" {
			d.failure = s.Words.Say("files.no-path")
			return d, nil
		}
		d.plan, d.underway, d.same = nil, nil, scene.SameNameAsk
		return d.send(d.wanted(false))
	case "esc":
		if len(d.completions.found) > 0 {
			d.completions = completions{}
			return d, nil
		}
		d.discard, wish = d.discard.Leave(d.path.Value() != d.opened)
		return d, wish
	default:
		return d.edit(s, msg), nil
	}
	return d, nil
}

func (d transfer) send(t scene.Transfer) (transfer, scene.Wish) {
	d.step, d.failure, d.completions = busy, "", completions{}
	return d, t
}

func (d transfer) existsKey(msg tea.KeyPressMsg) (transfer, scene.Wish) {
	switch msg.String() {
	case "enter":
		return d.send(d.wanted(true))
	case "esc":
		d.step = naming
	}
	return d, nil
}

// canApply reports whether the plan can be carried out.
func (d transfer) canApply() bool { return len(d.plan.Problems) == 0 && !d.plan.Nothing }

func (d transfer) plannedKey(s scene.Scene, msg tea.KeyPressMsg) (transfer, scene.Wish) {
	switch msg.String() {
	case "m", "r":
		return d.takeKey(s, msg.String())
	case "n":
		if d.plan.Alike {
			d.same = d.nextSame()
			return d.takeAs(d.how)
		}
	case "enter":
		switch {
		case d.canApply() && s.OnlyLooks():
			return d, d.applies("") // the root shows what it would turn, and saves nothing
		case d.canApply() && d.plan.Much != nil:
			return d.ask(s), nil
		case d.canApply():
			return d.send(d.applies(""))
		case len(d.plan.Problems) == 0:
			return d, scene.Close{}
		}
	case "esc":
		d.step = naming
	}
	d.scroll, _ = d.scroll.Key(msg.String(), len(d.planLines(s)), d.sheet(s).Body.H)
	return d, nil
}

// takeKey takes in otherwise. What was set aside would end: one thing or the other.
func (d transfer) takeKey(s scene.Scene, key string) (transfer, scene.Wish) {
	how := scene.TakeMatch
	if key == "r" {
		how = scene.TakeAside
	}
	switch {
	case d.plan.Table == nil || how == scene.TakeAside && d.how == scene.TakeIn && len(d.plan.Problems) == 0:
		return d, nil
	case d.how != scene.TakeIn && d.how != how:
		return d, scene.Say{Tone: scene.Warn, Words: s.Words.Say("files.match-aside")}
	}
	if how == d.how {
		how = scene.TakeIn
	}
	return d.takeAs(how)
}

// nextSame is the next answer about people with the same name.
func (d transfer) nextSame() scene.SameName { return (d.same + 1) % scene.SameName(len(sameNames)) }

// takeAs plans what was read in another way.
func (d transfer) takeAs(how scene.Take) (transfer, scene.Wish) {
	d.plan, d.underway = nil, &scene.Underway{Plans: true}
	return d.send(scene.Transfer{What: d.what, Path: d.typed(), Again: true, Take: how, SameName: d.same})
}

func (d transfer) click(s scene.Scene, at scene.Clicked) (transfer, scene.Wish) {
	p := d.sheet(s)
	if key, ok := p.Key(s.Theme, at); ok {
		return d.update(s, key)
	}
	x, y := p.Body.Local(at.X, at.Y)
	switch {
	case d.step == planned:
		d.scroll = d.scroll.By(at.Wheel, len(d.planLines(s)), p.Body.H)
		return d, nil
	case !d.typing():
		return d, nil
	case at.Wheel != 0:
		d.completions = d.completions.move(cmp.Compare(at.Wheel, 0)) // one at a notch: they go round
		return d, nil
	}
	l := d.arrange(s, p.Body)
	if i := l.completionAt(y); i >= 0 {
		d.completions.at = i
		return d.take(d.completions.found[i])
	}
	if y == l.field {
		d.path = d.path.Click(s.Theme.Measure, x, p.Body.W)
	}
	return d, nil
}

const (
	wide = 76 // width of the body where there is room
	tall = 14 // its height while a path is typed, so that completions do not change it
)

var titles = [...]words.Key{"files.import", "files.export", "files.backup", "files.table"}

var intros = [...]words.Key{"files.import-explain", "files.export-explain", "files.backup-explain", "files.table-explain"}

var enterKeys = [...]words.Key{"files.read", "files.write", "files.copy", "files.write"}

func (d transfer) sheet(s scene.Scene) dialog.Sheet {
	h := tall
	if d.step == planned {
		h = max(h, len(d.planLines(s)))
	}
	return dialog.NewSheet(s, d.title(s), d.hints(s), width(s), h)
}

func width(s scene.Scene) int { return dialog.BodyWidth(s, wide) }

func (d transfer) hints(s scene.Scene) []widget.Hint {
	w := s.Words
	enter := func(k words.Key) widget.Hint { return widget.Hint{Key: "enter", Text: w.Say(k)} }
	esc := func(k words.Key) widget.Hint { return widget.Hint{Key: "esc", Text: w.Say(k)} }
	if d.discard.Asking() {
		return d.discard.Hints(w)
	}
	switch d.step {
	case busy:
		if d.stops() {
			return []widget.Hint{esc("hint.stop")}
		}
		return []widget.Hint{esc("hint.close")}
	case exists:
		return []widget.Hint{enter("files.overwrite"), esc("files.other-name")}
	case planned:
		hints := []widget.Hint{esc("files.other-file")}
		switch {
		case d.canApply():
			hints = slices.Insert(hints, 0, dialog.SaveHint(s, "files.apply"))
		case len(d.plan.Problems) == 0:
			hints = slices.Insert(hints, 0, enter("hint.close"))
		}
		hints = slices.Insert(hints, len(hints)-1, d.takeHints(w)...)
		if len(d.planLines(s)) > s.Size.H-3 { // frame and hints
			hints = append(hints, widget.Hint{Key: "pgdown", Show: "↓", Text: w.Say("hint.read-on")})
		}
		return hints
	}
	if _, ok := d.completions.chosen(); ok {
		return []widget.Hint{enter("hint.choose"), esc("hint.back")}
	}
	hints := []widget.Hint{enter(enterKeys[d.what]), {Key: "tab", Text: w.Say("files.complete")}, esc("hint.cancel")}
	if d.what == scene.Export {
		to := words.Key("files.masked")
		if d.masked {
			to = "files.unmasked"
		}
		hints = slices.Insert(hints, 1, widget.Hint{Key: "ctrl+g", Text: w.Say(to)})
		if len(d.offered()) > 1 {
			hints = slices.Insert(hints, 1, widget.Hint{Key: "ctrl+o", Text: w.Say("files.of-next")})
		}
	}
	return hints
}

func (d transfer) takeHints(w tell.Words) []widget.Hint {
	var out []widget.Hint
	if d.plan.Alike {
		out = append(out, widget.Hint{Key: "n", Text: w.Say("files.same-name", w.Say(sameNames[d.nextSame()]))})
	}
	match, aside := widget.Hint{Key: "m", Text: w.Say("files.match")}, widget.Hint{Key: "r", Text: w.Say("files.aside")}
	switch {
	case d.plan.Table == nil:
		return out
	case d.how == scene.TakeMatch:
		match.Text = w.Say("files.take-in")
	case d.how == scene.TakeAside:
		aside.Text = w.Say("files.not-aside")
		return append(out, aside)
	case len(d.plan.Problems) > 0:
		out = append(out, aside)
	}
	return append(out, match)
}

// layout is the body, line by line.
type layout struct {
	lines       []string
	field       int // the line of the path; -1: not in view
	completions int // the line of the first completion in view
	first       int // which completion that is
	shown       int // how many are in view
	x           int // the column of the cursor in the field
}

func (l layout) completionAt(y int) int {
	if y < l.completions || y >= l.completions+l.shown {
		return -1
	}
	return l.first + y - l.completions
}

// arrange puts the path between the introduction and a message. Where room is short
// the introduction shrinks to the warning about care data, or goes: the path, a
// question and a failure must be readable.
func (d transfer) arrange(s scene.Scene, body widget.Box) layout {
	t, w := s.Theme, s.Words
	var l layout
	intro := dialog.Lines(t.Measure, t.Text, body.W, w.Say(d.intro()))
	field, x := d.path.View(t.Measure, body.W, t.Input, t.Faint)
	below := d.message(s, body.W)
	need := 3 + max(len(below), min(len(d.completions.found), 4)) // a blank line, the label, the path
	switch short := dialog.Lines(t.Measure, t.Text, body.W, w.Say("files.care")); {
	case len(intro)+need <= body.H:
		l.lines = append(intro, "", widget.Paint(t.Faint, w.Say("files.path")))
	case d.what != scene.Import && len(short)+need-2 <= body.H:
		l.lines = short
	}
	l.field, l.x = len(l.lines), x
	l.lines = append(l.lines, field)
	if len(below) == 0 && len(d.completions.found) == 0 && d.typing() {
		below = dialog.Lines(t.Measure, t.Faint, body.W, w.Say("files.home"))
	}
	l.lines = append(l.lines, below...)
	l.completions = len(l.lines)
	if l.shown = min(len(d.completions.found), max(body.H-l.completions, 0)); l.shown == 0 || !d.typing() {
		l.shown = 0
		return l
	}
	l.first = max(min(d.completions.at-l.shown+1, len(d.completions.found)-l.shown), 0)
	for i, path := range d.completions.found[l.first : l.first+l.shown] {
		state := widget.RowState{Selected: l.first+i == d.completions.at}
		l.lines = append(l.lines, widget.Line(t.Measure, body.W, widget.RowStyle(t, state, true),
			widget.Cell{W: 2}, widget.Cell{Text: words.Clean(base(path)), Style: t.Text, W: widget.Share(1)}))
	}
	return l
}

// message is the sentence below the path.
func (d transfer) message(s scene.Scene, w int) []string {
	t, say := s.Theme, s.Words
	switch {
	case d.discard.Asking():
		return d.discard.Lines(s, w)
	case d.step == busy:
		return dialog.Lines(t.Measure, t.Accent, w, d.doing(say))
	case d.step == exists:
		return dialog.Lines(t.Measure, t.Warning, w, say.Say("files.exists", words.Clean(d.typed())))
	case d.failure != "":
		return dialog.Lines(t.Measure, t.Error, w, d.failure)
	}
	return nil
}

// doing says what the root is busy with.
func (d transfer) doing(say tell.Words) string {
	switch {
	case d.what != scene.Import:
		return say.Say("files.writing")
	case d.plan != nil || d.underway == nil:
		return say.Say("files.busy")
	case d.underway.Plans:
		return say.Say("files.planning")
	}
	return say.Say("files.reading", d.underway.Percent)
}

func (d transfer) planLines(s scene.Scene) []string { return d.page.Lines(s, width(s)) }

// planText says what an import would do: whether it can be done first, then the
// problems and the counts.
func (d transfer) planText(s scene.Scene, w int) []string {
	t, say := s.Theme, s.Words
	var out []string
	problems, kept := len(d.plan.Problems), words.Key("files.unchanged")
	switch {
	case problems > 0:
		out = append(out, dialog.Lines(t.Measure, t.Error, w, say.Say("files.problems", problems))...)
		if d.how == scene.TakeAside && len(d.plan.Aside) == 0 {
			out = append(out, dialog.Lines(t.Measure, t.Warning, w, say.Say("files.aside-none"))...)
		}
	case len(d.plan.Aside) > 0 && d.plan.Nothing:
		out = append(out, dialog.Lines(t.Measure, t.Warning, w, say.Say("files.aside-only", len(d.plan.Aside)))...)
	case len(d.plan.Aside) > 0:
		out = append(out, dialog.Lines(t.Measure, t.Warning, w, say.Say("files.sets-aside", len(d.plan.Aside)))...)
		kept = "files.not-yet"
	case d.plan.Nothing:
		out = append(out, dialog.Lines(t.Measure, t.Text, w, say.Say("files.nothing"))...)
	default:
		out = append(out, dialog.Lines(t.Measure, t.Text, w, say.Say("files.ready"))...)
		kept = "files.not-yet"
	}
	out = append(out, dialog.Lines(t.Measure, t.Faint, w, say.Say(kept))...)
	if d.how == scene.TakeMatch {
		out = append(out, dialog.Lines(t.Measure, t.Warning, w, say.Say("files.matches"))...)
	}
	if d.plan.Alike {
		out = append(out, dialog.Lines(t.Measure, t.Warning, w, say.Say("files.alike", say.Say(sameNames[d.same])))...)
	}
	for _, part := range [][]string{d.plan.Problems, d.plan.Aside, d.plan.Counts, d.plan.Ends, d.plan.Notices} {
		if len(part) > 0 {
			out = append(out, "")
		}
		for _, line := range part {
			for i, l := range dialog.Lines(t.Measure, t.Text, w-2, line) {
				if i > 0 {
					l = "  " + l
				}
				out = append(out, l)
			}
		}
	}
	return out
}

func (d transfer) View(s scene.Scene) (string, *tea.Cursor) {
	if d.step == asking {
		return d.much.View(s)
	}
	p := d.sheet(s)
	cursor := tea.NewCursor(0, 0)
	var lines []string
	if d.step == planned {
		lines = d.scroll.Part(d.planLines(s), p.Body.H)
	} else {
		l := d.arrange(s, p.Body)
		lines = l.lines
		cursor.Y += l.field
		if d.typing() {
			cursor.X += l.x
		} else {
			cursor.Y++ // on the question
		}
	}
	if p.Body.H == 0 {
		cursor = nil
	}
	return p.View(s.Theme, widget.Fit(s.Theme.Measure, lines, p.Body.W, p.Body.H), cursor)
}
