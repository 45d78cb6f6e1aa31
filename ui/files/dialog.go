package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Import returns the dialog that reads a set-up: first what it would do, then,
// on a second enter, doing it.
func Import(scene.Scene) scene.Dialog { return open(scene.Import, "") }

// Export returns the dialog that writes the set-up to a file.
func Export(s scene.Scene) scene.Dialog {
	return open(scene.Export, "zichtlijn-"+s.Today.String()+".json")
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

// step is where a transfer stands.
type step uint8

const (
	naming  step = iota // a path is being typed
	busy                // the root is at work
	exists              // the file is there: overwrite it?
	planned             // an import was planned: carry it out?
)

const pathLimit = 4096

// transfer is the dialog of all of them.
type transfer struct {
	what    scene.TransferKind
	table   *scene.Table // of a spreadsheet
	step    step
	path    widget.Input
	opened  string // the path that the dialog proposed
	offers  offers
	failure string
	plan    *scene.Planned
	page    dialog.Page // the plan
	at      dialog.Scroll
	discard dialog.Discard
}

func open(what scene.TransferKind, path string) transfer {
	return transfer{what: what, path: widget.NewInput(pathLimit).SetValue(path).Fresh(), opened: path}
}

// typed is the path without the spaces that a paste brings along.
func (d transfer) typed() string { return strings.TrimSpace(d.path.Value()) }

// typing reports whether the path has the keys.
func (d transfer) typing() bool { return d.step == naming && !d.discard.Asking() }

// Update implements scene.Dialog.
func (d transfer) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	return d.answer(s, msg)
}

func (d transfer) answer(s scene.Scene, msg tea.Msg) (transfer, scene.Wish) {
	d.page = d.page.Resize(s, width(s))
	switch msg := msg.(type) {
	case scene.Transferred:
		return d.transferred(s, msg), nil
	case scene.Completions:
		return d.completed(s, msg), nil
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.PasteMsg:
		if d.typing() {
			return d.edited(s, msg), nil
		}
	case tea.KeyPressMsg:
		switch d.step {
		case naming:
			return d.namingKey(s, msg)
		case busy:
			if msg.String() == "esc" {
				return d, scene.Close{}
			}
		case exists:
			return d.existsKey(msg)
		case planned:
			return d.plannedKey(s, msg)
		}
	}
	return d, nil
}

// transferred takes up what came of a transfer. On success the root closes the
// dialog: only a plan, a question or a failure comes here.
func (d transfer) transferred(s scene.Scene, t scene.Transferred) transfer {
	if t.Transfer.What != d.what || d.step != busy {
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
		d.step, d.plan, d.at, d.page = planned, t.Planned, dialog.Scroll{}, dialog.Page{}
		d.page = dialog.NewPage(s, width(s), d.text)
	}
	return d
}

func (d transfer) edited(s scene.Scene, msg tea.Msg) transfer {
	var changed bool
	if d.path, changed = d.path.Update(msg); changed {
		d.failure, d.offers = "", offers{}
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
	case "up":
		d.offers = d.offers.move(-1)
	case "down":
		d.offers = d.offers.move(1)
	case "enter":
		if path, ok := d.offers.chosen(); ok {
			return d.taken(path)
		}
		if d.typed() == "" {
			d.failure = s.Words.Say("files.no-path")
			return d, nil
		}
		return d.wished(scene.Transfer{What: d.what, Path: d.typed(), Table: d.table})
	case "esc":
		if len(d.offers.found) > 0 {
			d.offers = offers{}
			return d, nil
		}
		d.discard, wish = d.discard.Leave(d.path.Value() != d.opened)
		return d, wish
	default:
		return d.edited(s, msg), nil
	}
	return d, nil
}

func (d transfer) wished(t scene.Transfer) (transfer, scene.Wish) {
	d.step, d.failure, d.offers = busy, "", offers{}
	return d, t
}

func (d transfer) existsKey(msg tea.KeyPressMsg) (transfer, scene.Wish) {
	switch msg.String() {
	case "enter":
		return d.wished(scene.Transfer{What: d.what, Path: d.typed(), Table: d.table, Overwrite: true})
	case "esc":
		d.step = naming
	}
	return d, nil
}

// applies reports whether the plan can be carried out.
func (d transfer) applies() bool { return len(d.plan.Problems) == 0 && !d.plan.Nothing }

func (d transfer) plannedKey(s scene.Scene, msg tea.KeyPressMsg) (transfer, scene.Wish) {
	page := max(d.sheet(s).Body.H-1, 1)
	switch msg.String() {
	case "enter":
		if d.applies() {
			return d.wished(scene.Transfer{What: d.what, Path: d.typed(), Apply: true})
		}
		if len(d.plan.Problems) == 0 {
			return d, scene.Close{}
		}
	case "esc":
		d.step = naming
	case "up", "k":
		d = d.scrolled(s, -1)
	case "down", "j":
		d = d.scrolled(s, 1)
	case "pgup":
		d = d.scrolled(s, -page)
	case "pgdown", "space":
		d = d.scrolled(s, page)
	case "home", "g":
		d.at = dialog.Scroll{}
	case "end", "G":
		d = d.scrolled(s, len(d.plan.Problems)*page)
	}
	return d, nil
}

func (d transfer) clicked(s scene.Scene, at scene.Clicked) (transfer, scene.Wish) {
	p := d.sheet(s)
	if key, ok := p.Key(s.Theme, at); ok {
		return d.answer(s, key)
	}
	x, y := p.Body.Local(at.X, at.Y)
	switch {
	case d.step == planned:
		return d.scrolled(s, 3*at.Wheel), nil
	case !d.typing():
		return d, nil
	case at.Wheel != 0:
		d.offers = d.offers.move(at.Wheel)
		return d, nil
	}
	l := d.lay(s, p.Body)
	if i := l.offerAt(y); i >= 0 {
		d.offers.at = i
		return d.taken(d.offers.found[i])
	}
	if y == l.field {
		d.path = d.path.Click(x, p.Body.W)
	}
	return d, nil
}
