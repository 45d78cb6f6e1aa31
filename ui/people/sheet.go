package people

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// reasonField is the form field whose value goes into the journal beside the edit.
const reasonField = "reason"

// sheet is a dialog that is a form: what it is about above it, what follows from
// it below. It wishes one command, and stays with everything that was typed
// when that is refused.
type sheet struct {
	title   string
	lead    []string // paragraphs above the form
	form    widget.Form
	room    int      // lines that the form is given at least, so that the window stands still
	save    lang.Key // what enter does
	command func(scene.Scene, widget.Form) domain.Command
	// follow fills in what follows from a change; remark says what a person should
	// know of what is typed, and holds nothing back. Both may be nil.
	follow func(s scene.Scene, before, now widget.Form) widget.Form
	remark func(scene.Scene, widget.Form) []string
	// at gives the field that a refusal is about; empty is the whole.
	at func(domain.Refusal) string

	notes  []string // what remark said last
	wrong  string   // a refusal that no field bears
	asking bool     // whether to throw away what was typed
	from   int      // the first line of lead and foot in view, where they are cut
}

// opened is the sheet with its first remarks.
func (d sheet) opened(s scene.Scene) sheet {
	if d.follow != nil {
		d.form = d.follow(s, d.form, d.form)
	}
	return d.remarked(s)
}

func (d sheet) remarked(s scene.Scene) sheet {
	if d.remark != nil {
		d.notes = d.remark(s, d.form)
	}
	return d
}

// Update implements scene.Dialog.
func (d sheet) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Refused:
		return d.refused(s, msg.Refusal), nil
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg)
	case tea.PasteMsg:
		if !d.asking {
			return d.give(s, msg)
		}
	}
	return d, nil
}

func (d sheet) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	name := msg.String()
	if d.asking {
		switch name {
		case "enter":
			return d, scene.Close{}
		case "esc":
			d.asking = false
		}
		return d, nil
	}
	switch name {
	case "pgup", "pgdown":
		by := 1
		if name == "pgup" {
			by = -1
		}
		return d.scroll(d.arrange(s), by), nil
	}
	return d.give(s, msg)
}

// scroll moves through a lead or a foot that is longer than its place: in a
// small window no name may stay out of reach.
func (d sheet) scroll(l layout, by int) sheet {
	d.from = max(min(d.from+by, max(len(l.lead)-l.leadBox.H, len(l.foot)-l.footBox.H)), 0)
	return d
}

// part is what of the lines fits in h, from where one has scrolled to.
func (d sheet) part(s scene.Scene, lines []string, h int) []string {
	from := max(min(d.from, len(lines)-h), 0)
	shown := slices.Clone(lines[from:min(from+h, len(lines))])
	if h > 1 && from+h < len(lines) {
		shown[h-1] = widget.Paint(s.Theme.Faint, s.Words.Say(lang.PeopleMoreBelow))
	}
	return shown
}

func (d sheet) give(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	before := d.form
	var event widget.Event
	d.form, event = d.form.Resize(d.arrange(s).formBox.W).Update(msg)
	return d.after(s, before, event)
}

func (d sheet) after(s scene.Scene, before widget.Form, event widget.Event) (scene.Dialog, scene.Wish) {
	switch event {
	case widget.None:
		if d.form.Focused() != before.Focused() {
			return d.remarked(s), nil
		}
	case widget.Changed:
		d.wrong = ""
		if d.follow != nil {
			d.form = d.follow(s, before, d.form)
		}
		return d.remarked(s), nil
	case widget.Cancel:
		if !d.form.Dirty() {
			return d, scene.Close{}
		}
		d.asking = true
	case widget.Submit:
		if c := d.command(s, d.form); c != nil {
			return d, scene.Edit{Command: c, Reason: clean(d.form.Value(reasonField))}
		}
		return d, scene.Close{}
	}
	return d, nil
}

func (d sheet) refused(s scene.Scene, r domain.Refusal) sheet {
	sentence := s.Words.Refusal(s.World, r)
	d.wrong, d.asking = "", false
	field := string(r.Field)
	if d.at != nil {
		field = d.at(r)
	}
	if marked := d.form.SetError(field, sentence); field != "" && marked.Focused() == field {
		d.form = marked
		return d
	}
	d.wrong = sentence
	return d
}

func (d sheet) clicked(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	if at.Wheel != 0 {
		return d.scroll(l, at.Wheel), nil
	}
	if at.Y == l.frame.HintLine(l.outer) {
		_, hits := l.frame.View(s.Theme, l.outer, "")
		switch name, _ := widget.HitAt(hits, at.X); name {
		case "enter":
			return d.key(s, tea.KeyPressMsg{Code: tea.KeyEnter})
		case "esc":
			return d.key(s, tea.KeyPressMsg{Code: tea.KeyEscape})
		}
		return d, nil
	}
	if d.asking || !l.formBox.Contains(at.X, at.Y) {
		return d, nil
	}
	x, y := l.formBox.Local(at.X, at.Y)
	before := d.form
	var event widget.Event
	d.form, event = d.form.Click(s.Theme, x, y, l.formBox.W, l.formBox.H)
	return d.after(s, before, event)
}

// layout is where the parts of a sheet stand in its picture.
type layout struct {
	frame                     widget.Dialog
	outer                     scene.Box
	lead, foot                []string
	leadBox, formBox, footBox scene.Box
}

// sheetWidth is how wide a line of a dialog gets at most: longer ones read badly.
const sheetWidth = 72

func (d sheet) arrange(s scene.Scene) layout {
	w := max(min(sheetWidth, s.Size.W-4), 1)
	l := layout{frame: widget.Dialog{Title: d.title, Hints: d.hints(s)}}
	for _, paragraph := range d.lead {
		l.lead = append(l.lead, widget.Wrap(paragraph, w)...)
	}
	if len(l.lead) > 0 {
		l.lead = append(l.lead, "")
	}
	l.foot = d.footLines(s, w)
	form := max(d.form.Lines(s.Theme, w), d.room)
	outer, body := l.frame.Place(scene.Box{W: s.Size.W, H: s.Size.H}, w, len(l.lead)+form+len(l.foot))
	body.X, body.Y = body.X-outer.X, body.Y-outer.Y
	l.outer = scene.Box{W: outer.W, H: outer.H}
	foot := min(len(l.foot), body.H/2)
	rest := body.H - foot
	lead := min(len(l.lead), max(rest-form, rest/2))
	parts := body.Rows(lead, rest-lead, foot)
	l.leadBox, l.formBox, l.footBox = parts[0], parts[1], parts[2]
	return l
}

func (d sheet) hints(s scene.Scene) []widget.Hint {
	if d.asking {
		return []widget.Hint{{Key: "enter", Text: s.Words.Say(lang.YesWord)}, {Key: "esc", Text: s.Words.Say(lang.NoWord)}}
	}
	return []widget.Hint{{Key: "enter", Text: s.Words.Say(d.save)}, {Key: "esc", Text: s.Words.Say(lang.CancelHint)}}
}

// footLines are what must not be overlooked: the question, a refusal, remarks.
func (d sheet) footLines(s scene.Scene, w int) []string {
	style, said := s.Theme.Warning, d.notes
	switch {
	case d.asking:
		said = []string{s.Words.Say(lang.DiscardAsk)}
	case d.wrong != "":
		style, said = s.Theme.Error, []string{d.wrong}
	}
	var out []string
	for _, paragraph := range said {
		for _, line := range widget.Wrap(paragraph, w) {
			out = append(out, widget.Paint(style, line))
		}
	}
	if len(out) > 0 {
		out = append([]string{""}, out...)
	}
	return out
}

// View implements scene.Dialog.
func (d sheet) View(s scene.Scene) (string, *tea.Cursor) {
	l := d.arrange(s)
	lead, foot := d.part(s, l.lead, l.leadBox.H), d.part(s, l.foot, l.footBox.H)
	form, cursor := d.form.View(s.Theme, l.formBox.W, l.formBox.H)
	body := widget.Stack(widget.Fit(lead, l.leadBox.W, l.leadBox.H), form, widget.Fit(foot, l.footBox.W, l.footBox.H))
	picture, _ := l.frame.View(s.Theme, l.outer, body)
	if cursor == nil || d.asking {
		return picture, nil
	}
	return picture, within(l.formBox, cursor.X, cursor.Y)
}

// refusal says how the domain would put it, so that a field's own check and the
// domain's speak with one voice.
func refusal(s scene.Scene, code domain.Code, field domain.Field) string {
	return s.Words.Refusal(s.World, domain.Refusal{Code: code, Field: field})
}

// required is the check of a field that must say something.
func required(s scene.Scene, field domain.Field) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return refusal(s, domain.ValueMissing, field)
		}
		return ""
	}
}
