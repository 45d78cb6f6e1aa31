package settings

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// institutionDialog edits what the institution says of itself.
type institutionDialog struct {
	form   widget.Form
	refuse string
	asking bool
}

const nameLimit = 120 // as the domain has it

func newInstitution(s scene.Scene, at domain.Field) scene.Dialog {
	w, i := s.Words, s.World.Institution()
	news := widget.True
	if i.WithoutNewsGroups {
		news = widget.False
	}
	form := widget.NewForm(
		widget.Field{Key: string(nameField), Label: w.Field(nameField), Value: i.Name, Limit: nameLimit, Help: w.Say(lang.SettingsNameExplain)},
		widget.Field{Key: string(newsField), Kind: widget.ToggleField, Label: w.Field(newsField), Value: news,
			On: w.Say(lang.YesWord), Off: w.Say(lang.NoWord), Help: w.Say(lang.SettingsNewsExplain)},
	)
	return institutionDialog{form: form.Focus(string(at))}
}

// Update implements scene.Dialog.
func (d institutionDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	switch msg := msg.(type) {
	case scene.Refused:
		return d.refused(s, msg.Refusal), nil
	case scene.Clicked:
		p := d.sheet(s)
		if key, ok := p.hint(s, msg); ok {
			return d.Update(s, key)
		}
		if !d.asking && msg.Wheel == 0 {
			x, y := p.body.Local(msg.X, msg.Y)
			d.form, _ = d.form.Click(s.Theme, x, y, p.body.W, p.body.H-d.foot(s))
		}
		return d, nil
	case tea.KeyPressMsg:
		if d.asking {
			return d.decided(msg)
		}
	}
	if d.asking {
		return d, nil
	}
	d.refuse = ""
	form, event := d.form.Update(msg)
	d.form = form
	switch event {
	case widget.Submit:
		return d, d.save()
	case widget.Cancel:
		if !d.form.Dirty() {
			return d, scene.Close{}
		}
		d.asking = true
	}
	return d, nil
}

func (d institutionDialog) save() scene.Wish {
	if !d.form.Dirty() {
		return scene.Close{}
	}
	return scene.Edit{Command: domain.EditInstitution{
		Name:              strings.TrimSpace(d.form.Value(string(nameField))),
		WithoutNewsGroups: !d.form.On(string(newsField)),
	}}
}

func (d institutionDialog) refused(s scene.Scene, r domain.Refusal) institutionDialog {
	sentence := s.Words.Refusal(s.World, r)
	if r.Field == nameField {
		d.form = d.form.SetError(string(nameField), sentence)
		return d
	}
	d.refuse = sentence
	return d
}

func (d institutionDialog) decided(key tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	switch key.String() {
	case "enter":
		return d, scene.Close{}
	case "esc":
		d.asking = false
	}
	return d, nil
}

// said is what stands below the form: the question, or why nothing was saved.
func (d institutionDialog) said(s scene.Scene) []string {
	switch {
	case d.asking:
		return styled(s.Words.Say(lang.DiscardAsk), bodyWidth(s), func(l string) string { return widget.Paint(s.Theme.Warning, l) })
	case d.refuse != "":
		return styled(d.refuse, bodyWidth(s), func(l string) string { return widget.Paint(s.Theme.Error, l) })
	}
	return nil
}

func (d institutionDialog) foot(s scene.Scene) int { return len(d.said(s)) }

func (d institutionDialog) sheet(s scene.Scene) sheet {
	h := d.form.Lines(s.Theme, bodyWidth(s)) + d.foot(s)
	return newSheet(s, s.Words.Say(lang.SettingsInstitution), hints(s.Words, d.asking), h)
}

// View implements scene.Dialog.
func (d institutionDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p, said := d.sheet(s), d.said(s)
	form, cursor := d.form.View(s.Theme, p.body.W, max(p.body.H-len(said), 0))
	if d.asking || p.body.H <= len(said) {
		form, cursor = strings.Repeat("\n", max(p.body.H-len(said)-1, 0)), nil
	}
	return p.draw(s, widget.Stack(form, strings.Join(said, "\n")), cursor)
}
