package planning

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	dateField      = "date"
	beginField     = "begin"
	endField       = "end"
	codeField      = "code"
	nameField      = "name"
	employeesField = "employees"
	clientsField   = "clients"
)

// addShift asks for a new shift on a day.
func addShift(s scene.Scene, who tell.Naming, on domain.Date) scene.Dialog {
	return shiftForm(s, who, s.Words.Say("planning.add-title"), domain.Shift{Date: on}, "", "",
		func(now domain.Shift) domain.Command { return domain.AddShift{Shift: now} })
}

// editShift asks for changes to a shift.
func editShift(s scene.Scene, who tell.Naming, was domain.Shift) scene.Dialog {
	return shiftForm(s, who, s.Words.Say("planning.edit-title", s.Words.ShiftTitle(was)), was, was.Begin.String(), was.End.String(),
		func(now domain.Shift) domain.Command {
			if now.Equal(was) {
				return nil
			}
			return domain.EditShift{Shift: now}
		})
}

// shiftForm asks for a shift or route. It shows stars and signals while the shift is typed
// and people are chosen; they block nothing (L2).
func shiftForm(s scene.Scene, who tell.Naming, title string, was domain.Shift, begin, end string, command func(domain.Shift) domain.Command) scene.Dialog {
	named := dialog.FieldsOf(s, "planning.about-", domain.Only(domain.ShiftProperties(), codeField, nameField), was)
	w := s.Words
	clock := func(key, value string) widget.Field {
		return widget.Field{Key: key, Label: w.Field(domain.Field(key)) + " *", Value: value, Help: w.Say("planning.clock-help"), Validate: clockCheck(s)}
	}
	return dialog.Form{
		Title: title, Width: 76, Height: 24,
		Room: 10, // seven fields, and what explains one
		Fields: widget.NewForm(
			widget.Field{Key: dateField, Kind: widget.DateField, Label: w.Field(dateField) + " *", Value: w.Date(was.Date), Fresh: true, Validate: dialog.SomeDay(s, dateField)},
			clock(beginField, begin), clock(endField, end),
			named[0], named[1],
			peopleField(s, who, was, employeesField, was.Employees), peopleField(s, who, was, clientsField, was.Clients),
		),
		Command: func(s scene.Scene, f widget.Form) domain.Command { return command(shiftOf(s, was, f)) },
		Follow: func(s scene.Scene, _, now widget.Form) widget.Form {
			for _, field := range []string{employeesField, clientsField} {
				now = now.SetHelp(field, peopleHelp(s, who, now, field))
			}
			return now
		},
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks { return shiftRemarks(s, who, shiftOf(s, was, f), f) },
	}.Opened(s)
}

func clockCheck(s scene.Scene) func(string) string {
	return func(value string) string {
		if _, ok := readClock(value); !ok {
			return s.Words.Say("planning.clock-wrong", words.Clean(value))
		}
		return ""
	}
}

func peopleField(s scene.Scene, who tell.Naming, was domain.Shift, field domain.Field, ids []domain.PersonID) widget.Field {
	return widget.Field{
		Key: string(field), Kind: widget.LookupField, Several: true, Label: s.Words.Field(field), Value: widget.Several(ids),
		Placeholder: s.Words.Say("planning.nobody"), Empty: s.Words.Say("list.no-match"),
		Name: func(key string) string { return who(domain.PersonID(key)) },
		Find: func(f widget.Form) []widget.Item { return candidates(s, who, shiftOf(s, was, f), string(field)) },
	}
}

func peopleHelp(s scene.Scene, who tell.Naming, f widget.Form, field string) string {
	const most = 8
	how := s.Words.Say("planning.people-help")
	if ids := peopleOf(f, field); len(ids) > 1 {
		return s.Words.Say("planning.chosen", len(ids)) + ": " + s.Words.Some(who.All(ids), most) + " · " + how
	}
	return how
}

func peopleOf(f widget.Form, field string) []domain.PersonID {
	var out []domain.PersonID
	for _, key := range f.Keys(field) {
		out = append(out, domain.PersonID(key))
	}
	return out
}

// shiftOf returns the shift of the form; with the zero date if that cannot be read.
func shiftOf(s scene.Scene, was domain.Shift, f widget.Form) domain.Shift {
	out := was
	dialog.Fill(s, domain.Without(domain.ShiftProperties(), beginField, endField), f, &out)
	out.Begin, _ = readClock(f.Value(beginField))
	out.End, _ = readClock(f.Value(endField))
	return out
}

// shiftRemarks returns the signals, then other remarks, then the stars.
func shiftRemarks(s scene.Scene, who tell.Naming, now domain.Shift, f widget.Form) dialog.Remarks {
	judged := care.MarkShift(s.World, now)
	out := dialog.WarnTone.Remarks(sentences(s, who, signalSign, judged.Signals)...)
	if len(out) > 0 {
		out = append(out, dialog.QuietTone.Remark(s.Words.Say("plan.warns")))
	}
	if now.Date != 0 {
		out = append(out, dialog.WarnTone.Remarks(otherRemarks(s, who, now, f)...)...)
	}
	out = append(out, dialog.PlainTone.Remarks(sentences(s, who, starSign, judged.Stars)...)...)
	if len(judged.Signals)+len(judged.Stars) == 0 && len(now.Employees) > 0 && len(now.Clients) > 0 {
		out = append(out, dialog.QuietTone.Remark(s.Words.Say("planning.quiet")))
	}
	return out
}

// otherRemarks warns of a shift that ends on the next day or at once, and of people who
// are not active on its day.
func otherRemarks(s scene.Scene, who tell.Naming, now domain.Shift, f widget.Form) []string {
	var out []string
	w := s.Words
	_, begins := readClock(f.Value(beginField))
	if _, ends := readClock(f.Value(endField)); begins && ends {
		switch {
		case now.End < now.Begin && now.Date < domain.LastDate:
			out = append(out, w.Say("planning.next-day", now.End.String(), w.LongDate(now.Date+1), w.LongDate(now.Date)))
		case now.End == now.Begin:
			out = append(out, w.Say("planning.no-time"))
		}
	}
	var gone []domain.PersonID
	for _, id := range slices.Concat(now.Employees, now.Clients) {
		if p, ok := s.World.Person(id); ok && !p.ActiveOn(now.Date) {
			gone = append(gone, id)
		}
	}
	if len(gone) > 0 {
		out = append(out, w.Say("planning.not-active", peopleList(s, who, gone), w.Date(now.Date)))
	}
	return out
}

// candidates returns the people in the shift, in its order, then everybody else who may be
// in that field, by name, each with the mark that they would have.
func candidates(s scene.Scene, who tell.Naming, sh domain.Shift, field string) []widget.Item {
	in, of := sh.Employees, &sh.Employees
	if field == clientsField {
		in, of = sh.Clients, &sh.Clients
	}
	ids := slices.Clone(in)
	chosen := make(map[domain.PersonID]bool, len(in))
	for _, id := range in {
		chosen[id] = true
	}
	for _, p := range s.Roster.People() {
		if !chosen[p.ID] && mayBeIn(field, p.Role) {
			ids = append(ids, p.ID)
		}
	}
	*of = ids
	beside := markNotes(s, who, care.MarkShift(s.World, sh), field)
	items := make([]widget.Item, len(ids))
	for i, id := range ids {
		p, _ := s.World.Person(id)
		item := widget.Item{Key: string(id), Label: who(id), Detail: beside[id]}
		if item.Detail == "" {
			item.Detail = words.Clean(p.Number)
		}
		item.Search = domain.LookUp(item.Label + " " + p.Number + " " + p.Location)
		if sh.Date != 0 && !p.ActiveOn(sh.Date) {
			said := s.Words.Say("planning.off-active", s.Words.Date(sh.Date))
			if item.Detail = said; !chosen[id] {
				item.Off = said
			}
		}
		items[i] = item
	}
	return items
}

// mayBeIn reads employee as A3 does, and client as the default role.
func mayBeIn(field string, r domain.Role) bool {
	if field == clientsField {
		return r == domain.Client
	}
	return r == domain.Counselor || r == domain.CounselorPlus
}

// markNotes says with whom each candidate would have a signal, else a star.
func markNotes(s scene.Scene, who tell.Naming, all care.Shift, field string) map[domain.PersonID]string {
	const most = 2
	out := map[domain.PersonID]string{}
	for _, kind := range []struct {
		marks []care.Mark
		key   words.Key
	}{{all.Signals, "planning.unwanted"}, {all.Stars, "planning.primary"}} {
		opposite := map[domain.PersonID][]string{}
		for _, m := range kind.marks {
			mine, other := m.Employee, m.Client
			if field == clientsField {
				mine, other = other, mine
			}
			if len(opposite[mine]) == 0 && out[mine] != "" {
				continue // a signal comes first
			}
			opposite[mine] = append(opposite[mine], who(other))
		}
		for id, others := range opposite {
			out[id] = s.Words.Say(kind.key, s.Words.Some(others, most))
		}
	}
	return out
}

// readClock reads a time of day as people type it: 07:30, 7.30, 0730, 730, 7.
func readClock(s string) (domain.Clock, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ".", ":")
	hours, minutes, parted := strings.Cut(s, ":")
	if !parted {
		minutes = "00"
		if n := len(s); n > 2 {
			hours, minutes = s[:n-2], s[n-2:]
		}
	}
	if len(hours) == 1 {
		hours = "0" + hours
	}
	return domain.ParseClock(hours + ":" + minutes)
}
