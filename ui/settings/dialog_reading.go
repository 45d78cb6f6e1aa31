package settings

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

const reasonLimit = 500

// readingDialog turns the answer to one reading, after showing whom it lets see
// whom. It takes a reason.
type readingDialog struct {
	reading domain.Reading
	to      bool
	world   domain.World // of which what follows was foretold
	on      domain.Date
	told    []line
	page    page
	reason  widget.Input
	from    int // first line in view
	refuse  string
	asking  bool
}

func newReading(s scene.Scene, r domain.Reading) scene.Dialog {
	d := readingDialog{reading: r, to: !s.World.Readings().On(r), reason: widget.NewInput(reasonLimit)}
	return d.foretold(s)
}

func (d readingDialog) command() domain.SetReading {
	return domain.SetReading{Reading: d.reading, On: d.to}
}

// foretold works out once per world and date what the turn would do.
func (d readingDialog) foretold(s scene.Scene) readingDialog {
	d.world, d.on, d.told = s.World, s.On, nil
	changes, err := d.command().Plan(s.World)
	var r domain.Refusal
	if errors.As(err, &r) {
		d.refuse = s.Words.Refusal(s.World, r)
		return d
	}
	d.told = foretell(s, changes)
	d.page = d.newPage(s)
	return d
}

// Update implements scene.Dialog.
func (d readingDialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	if d.world != s.World || d.on != s.On {
		d = d.foretold(s)
	}
	if !d.page.fits(s) {
		d.page = d.newPage(s)
	}
	switch msg := msg.(type) {
	case scene.Refused:
		d.refuse = s.Words.Refusal(s.World, msg.Refusal)
	case scene.Clicked:
		if key, ok := d.sheet(s).hint(s, msg); ok {
			return d.Update(s, key)
		}
		d = d.scrolled(s, 3*msg.Wheel)
	case tea.KeyPressMsg:
		if d.asking {
			return d.decided(msg)
		}
		return d.key(s, msg)
	case tea.PasteMsg:
		if !d.asking {
			d.reason, _ = d.reason.Update(msg)
		}
	}
	return d, nil
}

func (d readingDialog) key(s scene.Scene, msg tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	page := max(d.room(s)-1, 1)
	switch msg.String() {
	case "enter":
		return d, scene.Edit{Command: d.command(), Reason: strings.TrimSpace(d.reason.Value())}
	case "esc":
		if d.reason.Value() == "" {
			return d, scene.Close{}
		}
		d.asking = true
	case "up":
		d = d.scrolled(s, -1)
	case "down":
		d = d.scrolled(s, 1)
	case "pgup":
		d = d.scrolled(s, -page)
	case "pgdown":
		d = d.scrolled(s, page)
	default:
		d.refuse = ""
		d.reason, _ = d.reason.Update(msg)
	}
	return d, nil
}

func (d readingDialog) decided(key tea.KeyPressMsg) (scene.Dialog, scene.Wish) {
	switch key.String() {
	case "enter":
		return d, scene.Close{}
	case "esc":
		d.asking = false
	}
	return d, nil
}

func (d readingDialog) scrolled(s scene.Scene, by int) readingDialog {
	d.from = max(min(d.from+by, len(d.text(s))-d.room(s)), 0)
	return d
}

// page is the text above the reason as it was wrapped: it can be hundreds of
// names, and wrapping them in every frame would be felt.
type page struct {
	lines    []string
	width    int
	kind     theme.Kind
	language lang.Language
}

func (p page) fits(s scene.Scene) bool {
	return p.width == bodyWidth(s) && p.kind == s.Theme.Kind && p.language == s.Words.Language()
}

// newPage wraps the question, the turn, and by name what it does.
func (d readingDialog) newPage(s scene.Scene) page {
	t, words, w := s.Theme, s.Words, bodyWidth(s)
	plain := func(l string) string { return widget.Paint(t.Text, l) }
	out := styled(words.ReadingQuestion(d.reading), w, plain)
	turn := words.Say(lang.SettingsTurn, yesNo(words, !d.to), yesNo(words, d.to))
	out = append(out, widget.Paint(t.Marked, turn), "")
	for _, l := range d.told {
		if l.heading {
			out = append(out, styled(l.words, w, func(l string) string { return widget.Paint(t.Heading, l) })...)
			continue
		}
		for i, part := range widget.Wrap(l.words, w-4) {
			indent := "  "
			if i > 0 {
				indent = "    "
			}
			out = append(out, indent+plain(part))
		}
	}
	return page{out, w, t.Kind, words.Language()}
}

// text is what is read above the reason.
func (d readingDialog) text(s scene.Scene) []string {
	if d.page.fits(s) {
		return d.page.lines
	}
	return d.newPage(s).lines
}

// foot is the reason, and below it the question or why nothing was saved.
func (d readingDialog) foot(s scene.Scene) (lines []string, cursor *tea.Cursor) {
	w, t := bodyWidth(s), s.Theme
	if d.asking {
		return styled(s.Words.Say(lang.DiscardAsk), w, func(l string) string { return widget.Paint(t.Warning, l) }), nil
	}
	label := s.Words.Say(lang.SettingsReason)
	parts := widget.Box{W: w}.Columns(min(len(label)+1, w/2), widget.Share(1))
	field, x := d.reason.View(parts[1].W, t.Input, t.Faint)
	lines = []string{widget.FitLine(widget.FitLine(label, parts[0].W)+field, w)}
	cursor = tea.NewCursor(parts[0].W+x, 0)
	if d.refuse != "" {
		lines = append(lines, styled(d.refuse, w, func(l string) string { return widget.Paint(t.Error, l) })...)
	}
	return lines, cursor
}

// room is how many lines of the text are in view.
func (d readingDialog) room(s scene.Scene) int {
	foot, _ := d.foot(s)
	return max(d.sheet(s).body.H-len(foot), 0)
}

func (d readingDialog) sheet(s scene.Scene) sheet {
	foot, _ := d.foot(s)
	text := len(d.text(s))
	title := s.Words.Say(lang.SettingsRule, s.Words.ReadingRule(d.reading))
	keys := hints(s.Words, d.asking)
	p := newSheet(s, title, keys, text+1+len(foot))
	if p.body.H-len(foot) >= text || d.asking {
		return p
	}
	return newSheet(s, title, append(keys, widget.Hint{Key: "pgdown", Show: "↓", Text: s.Words.Say(lang.SettingsReadOn)}), text+1+len(foot))
}

// View implements scene.Dialog.
func (d readingDialog) View(s scene.Scene) (string, *tea.Cursor) {
	p := d.sheet(s)
	foot, cursor := d.foot(s)
	room := max(p.body.H-len(foot), 0)
	text := d.text(s)
	from := max(min(d.from, len(text)-room), 0)
	var above string
	if room > 0 {
		above = widget.Fit(text[from:], p.body.W, room)
	}
	if cursor != nil {
		cursor.Y += room
	}
	return p.draw(s, widget.Stack(above, strings.Join(foot, "\n")), cursor)
}
