package planning

import (
	"slices"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Details returns who comes to whom in a shift, with signs; by client, the care that the
// client gets in the week.
func (l listing) Details(s scene.Scene, key string, w int) []shelf.Line {
	sh, person, ok := l.at(key)
	if !ok {
		return nil
	}
	b := shiftDetails{shelf.Sheet{Scene: s, W: w}, l.who}
	b.when(sh.Shift)
	if l.view == byClient && person != nobody {
		b.weekOf(care.ClientShifts(s.World, person, l.monday, weekDays), person, l.monday, sh.ID)
		return b.Lines
	}
	b.marks("planning.signal-head", signalSign, sh.Signals, s.Theme.Warning)
	b.employees(sh)
	b.clients(sh)
	b.marks("planning.star-head", starSign, sh.Stars, s.Theme.Text)
	return b.Lines
}

// shiftDetails builds the details of one shift.
type shiftDetails struct {
	shelf.Sheet
	who tell.Naming
}

// linkRow adds a row from which enter goes to a person, if to is one.
func (b *shiftDetails) linkRow(to domain.PersonID, cells ...widget.Cell) {
	line := shelf.Line{Cells: cells}
	if to != "" {
		line.To = domain.Ref{Noun: domain.PersonNoun, Key: string(to)}
	}
	b.Lines = append(b.Lines, line)
}

// signed adds a sentence after an indent, with a sign before its first line.
func (b *shiftDetails) signed(style lipgloss.Style, indent int, sign, said string, to domain.PersonID) {
	width, mark := 0, style
	if sign != "" {
		width = 2
	}
	if sign == starSign {
		mark = b.Theme.Primary // only the sign: a wholly coloured line is a signal
	}
	for _, words := range widget.Wrap(b.Theme.Measure, said, b.W-indent-width) {
		b.linkRow(to, widget.Cell{W: indent}, widget.Cell{Text: sign, Style: mark, W: width}, widget.Cell{Text: words, Style: style, W: widget.Share(1)})
		sign = ""
	}
}

func (b *shiftDetails) when(sh domain.Shift) {
	w := b.Words
	b.Text(b.Theme.Text, 0, w.LongDate(sh.Date)+", "+b.Words.ShiftTimes(sh))
	said := w.Say("planning.shift-id", string(sh.ID))
	if sh.Code != "" {
		said = w.Say("planning.shift-of", words.Clean(sh.Code), string(sh.ID))
	}
	b.Text(b.Theme.Faint, 0, said)
}

// marks adds every star or signal as a sentence with the relation that causes it.
func (b *shiftDetails) marks(head words.Key, sign string, marks []care.Mark, style lipgloss.Style) {
	if len(marks) == 0 {
		return
	}
	heading := b.Theme.Heading
	if sign == signalSign {
		heading = style
	}
	b.SectionIn(heading, b.Words.Say(head, len(marks)))
	for _, m := range marks {
		b.signed(style, 0, sign, sentence(b.Scene, b.who, m), m.Client)
	}
	if sign == signalSign {
		b.Text(b.Theme.Faint, 0, b.Words.Say("plan.warns"))
	}
}

func (b *shiftDetails) employees(sh care.Shift) {
	b.Section(b.Words.Say("planning.employees", len(sh.Employees)))
	for _, id := range sh.Employees {
		r := row{}
		for _, m := range sh.Stars {
			if m.Employee == id {
				r.stars++
			}
		}
		for _, m := range sh.Signals {
			if m.Employee == id {
				r.signals++
			}
		}
		style := b.Theme.Text
		if r.signals > 0 {
			style = b.Theme.Warning
		}
		b.person(id, widget.Cell{Text: marks(r), Style: style, W: b.Theme.Measure.Width(marks(r)), Right: true})
	}
	b.nobody(sh.Employees)
}

func (b *shiftDetails) person(id domain.PersonID, right widget.Cell) {
	b.linkRow(id, widget.Cell{W: 2}, widget.Cell{Text: b.who(id), Style: b.Theme.Text, W: widget.Share(1)}, widget.Cell{W: 1}, right)
}

func (b *shiftDetails) nobody(ids []domain.PersonID) {
	if len(ids) == 0 {
		b.signed(b.Theme.Faint, 2, "", b.Words.Say("planning.nobody"), "")
	}
}

// clients adds every client, each with the employees who have a star or signal there.
func (b *shiftDetails) clients(sh care.Shift) {
	b.Section(b.Words.Say("planning.for-clients", len(sh.Clients)))
	for _, client := range sh.Clients {
		b.person(client, widget.Cell{})
		b.comers(sh, client, true)
	}
	b.nobody(sh.Clients)
}

// comers adds the employees who come to a client, with their signs.
func (b *shiftDetails) comers(sh care.Shift, client domain.PersonID, onlyMarked bool) {
	for _, id := range sh.Employees {
		star, signal := joins(sh.Stars, id, client), joins(sh.Signals, id, client)
		name := b.who(id)
		switch {
		case signal:
			b.signed(b.Theme.Warning, 2, signalSign, name, id)
		case star:
			b.signed(b.Theme.Text, 2, starSign, name, id)
		case !onlyMarked:
			b.signed(b.Theme.Text, 2, " ", name, id)
		}
	}
}

// signs returns the sign of an employee with a client; a signal hides a star.
func signs(sh care.Shift, employee, client domain.PersonID) string {
	switch {
	case joins(sh.Signals, employee, client):
		return signalSign
	case joins(sh.Stars, employee, client):
		return starSign
	}
	return ""
}

// weekOf adds the care of one client in the week, with a pointer at the chosen shift.
func (b *shiftDetails) weekOf(all []care.Shift, client domain.PersonID, monday domain.Date, chosen domain.ShiftID) {
	w, t := b.Words, b.Theme
	b.Section(w.Say("planning.care-of"))
	b.signed(t.Faint, 0, "", w.Say("planning.care-week", b.who(client), w.Date(monday), w.Date(sunday(monday))), client)
	var stars, signals []care.Mark
	for _, sh := range all {
		pointer, style := " ", t.Text
		if sh.ID == chosen {
			pointer, style = "▸", t.Accent
		}
		b.signed(style, 0, pointer, dayShort(w, sh.Date)+" "+clocks(sh.Shift)+" "+b.Words.ShiftTitle(sh.Shift), "")
		b.comers(sh, client, false)
		stars, signals = withNew(stars, sh.Stars), withNew(signals, sh.Signals)
	}
	b.marks("planning.signal-head", signalSign, signals, t.Warning)
	b.marks("planning.star-head", starSign, stars, t.Text)
}

// withNew adds the marks that are not there yet: in a week one relation gives the same
// mark in every shift.
func withNew(marks, more []care.Mark) []care.Mark {
	for _, m := range more {
		if !slices.ContainsFunc(marks, func(o care.Mark) bool {
			return o.Employee == m.Employee && o.Client == m.Client && slices.Equal(o.Relations, m.Relations)
		}) {
			marks = append(marks, m)
		}
	}
	return marks
}
