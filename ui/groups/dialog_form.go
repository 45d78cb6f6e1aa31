package groups

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

const (
	formWidth   = 84 // from here on the three settings of a group stand side by side
	reasonLimit = 500
	lineLimit   = 120  // names and places, as the domain has it
	noteLimit   = 2000 // notes, as the domain has it
)

// formDialog is a form above dialog.Remarks that say what it would do. enter wishes the
// command; a refusal comes back to the field that it is about.
type formDialog struct {
	title string
	save  lang.Key // what enter is called; empty: SaveHint
	form  widget.Form
	// fields are the keys of the form: those at which a refusal can be shown.
	fields []string
	// command is what the form asks for; it is called only when every check passed.
	command func(scene.Scene, widget.Form) domain.Command
	// remark says what the form as it stands would do; nil says nothing.
	remark func(scene.Scene, widget.Form) dialog.Remarks
	// ready tells that enter has something to save although nothing was typed.
	ready bool

	told    dialog.Page
	world   domain.World
	refuse  string
	at      dialog.Scroll
	discard dialog.Discard
}

// opened gives the dialog its fields; its dialog.Remarks are right from the first view on.
func (d formDialog) opened(s scene.Scene, fields ...widget.Field) formDialog {
	d.form = widget.NewForm(fields...)
	for _, f := range fields {
		d.fields = append(d.fields, f.Key)
	}
	return d.retell(s)
}

func (d formDialog) retell(s scene.Scene) formDialog {
	d.world, d.told = s.World, dialog.Page{}
	if d.remark != nil {
		d.told = d.remark(s, d.form).Page(s, d.width(s)-2)
	}
	return d
}

// Update implements scene.Dialog.
func (d formDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	return d.answer(s, msg)
}

func (d formDialog) answer(s scene.Scene, msg tea.Msg) (formDialog, scene.Wish) {
	if d.world != s.World {
		d = d.retell(s)
	}
	switch msg := msg.(type) {
	case scene.Refused:
		return d.refused(s, msg.Refusal), nil
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.PasteMsg:
		if d.discard.Asking() {
			return d, nil
		}
		return d.typed(s, msg)
	case tea.KeyPressMsg:
		if d.discard.Asking() {
			var wish scene.Wish
			d.discard, wish = d.discard.Answer(msg)
			return d, wish
		}
		switch msg.String() {
		case "pgdown":
			return d.scrolled(s, 1), nil
		case "pgup":
			return d.scrolled(s, -1), nil
		}
		return d.typed(s, msg)
	}
	return d, nil
}

func (d formDialog) typed(s scene.Scene, msg tea.Msg) (formDialog, scene.Wish) {
	d.refuse = ""
	form, event := d.form.Pasted(dialog.CutPaste(s.Words)).Resize(d.width(s)).Update(msg)
	d.form = form
	switch event {
	case widget.Submit:
		return d, d.submit(s)
	case widget.Cancel:
		var wish scene.Wish
		d.discard, wish = d.discard.Leave(d.form.Dirty())
		return d, wish
	case widget.Changed:
		d = d.retell(s)
	}
	return d, nil
}

// submit wishes the command, or to close where there is nothing to save.
func (d formDialog) submit(s scene.Scene) scene.Wish {
	if !d.ready && !d.form.Dirty() {
		return scene.Close{}
	}
	return scene.Edit{Command: d.command(s, d.form), Reason: dialog.Text(d.form, dialog.ReasonField)}
}

func (d formDialog) refused(s scene.Scene, r domain.Refusal) formDialog {
	sentence := s.Words.Refusal(s.World, r)
	if slices.Contains(d.fields, string(r.Field)) {
		d.form = d.form.SetError(string(r.Field), sentence)
		return d
	}
	d.refuse, d.at = sentence, dialog.Scroll{}
	return d
}

func (d formDialog) clicked(s scene.Scene, at scene.Clicked) (formDialog, scene.Wish) {
	p, form, below := d.layout(s)
	if key, ok := p.Key(s.Theme, at); ok {
		return d.answer(s, key)
	}
	if d.discard.Asking() {
		return d, nil
	}
	if at.Wheel != 0 {
		d.at = d.at.By(3*at.Wheel, len(d.below(s, below.W)), below.H)
		return d, nil
	}
	x, y := form.Local(at.X, at.Y)
	next, event := d.form.Click(s.Theme, x, y, form.W, form.H)
	d.form = next
	if event == widget.Changed {
		d = d.retell(s)
	}
	return d, nil
}

func (d formDialog) scrolled(s scene.Scene, by int) formDialog {
	_, _, below := d.layout(s)
	d.at = d.at.By(by*max(below.H-1, 1), len(d.below(s, below.W)), below.H)
	return d
}

func (d formDialog) width(s scene.Scene) int { return dialog.BodyWidth(s, formWidth) }

// below is what stands under the form: a question, a refusal, the remarks.
func (d formDialog) below(s scene.Scene, w int) []string {
	if d.discard.Asking() {
		return d.discard.Lines(s, w)
	}
	var all dialog.Remarks
	if d.refuse != "" {
		all = append(all, dialog.WrongTone.Of(d.refuse), dialog.Remark{})
	}
	return append(all.Lines(s.Theme, w), d.told.Lines(s, w)...)
}

// layout divides the body between the form and what stands under it: each gets
// what it wants, or the form the better half.
func (d formDialog) layout(s scene.Scene) (p dialog.Sheet, form, below widget.Box) {
	w := d.width(s)
	above, under := d.form.Lines(s.Theme, w), len(d.below(s, w-2))
	gap := min(under, 1)
	p = dialog.NewSheet(s, d.title, d.hints(s), w, above+gap+under)
	h := p.Body.H
	if h < above+gap+under {
		under = min(under, max(h-above-gap, h/2))
	}
	if d.discard.Asking() {
		under = min(h, max(under, len(d.below(s, w-2))))
	}
	if h < 6 {
		gap = 0
	}
	if len(d.below(s, w-2)) > under {
		p = p.WithHint(readOn(s.Words))
	}
	parts := p.Body.Rows(max(h-gap-under, 0), gap, under)
	return p, parts[0], parts[2]
}

func (d formDialog) hints(s scene.Scene) []widget.Hint {
	if d.discard.Asking() {
		return d.discard.Hints(s.Words)
	}
	save := d.save
	if save == "" {
		save = lang.SaveHint
	}
	return []widget.Hint{
		{Key: "enter", Text: s.Words.Say(save)},
		{Key: "esc", Text: s.Words.Say(lang.CancelHint)},
	}
}

// readOn is the hint of a dialog whose dialog.Remarks do not fit.
func readOn(w lang.Words) widget.Hint {
	return widget.Hint{Key: "pgdown", Show: "pgdn", Text: w.Say(lang.ReadOnHint)}
}

// View implements scene.Dialog.
func (d formDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p, form, below := d.layout(s)
	drawn, cursor := d.form.View(s.Theme, form.W, form.H)
	if form.H == 0 || d.discard.Asking() {
		cursor = nil
	}
	gap := widget.Fit(nil, p.Body.W, below.Y-form.Y-form.H)
	words := d.at.View(s.Theme, d.below(s, below.W-2), below.W, below.H)
	return p.View(s.Theme, joined(form, drawn, gap, words), cursor)
}

// joined stacks what fills the body from its first line on.
func joined(form widget.Box, drawn, gap, words string) string {
	if form.H == 0 {
		drawn = ""
	}
	return widget.Stack(drawn, gap, words)
}
