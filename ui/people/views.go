package people

import (
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// views keeps the lines of the second section of the details: they ask everybody
// in the institution, which may be done once per person and day but not in every
// frame. It belongs to the one goroutine of the screen, like listing.
type views struct {
	of    viewed
	lines []line
}

// viewed is everything on which those lines depend.
type viewed struct {
	world    domain.World
	person   domain.PersonID
	on       domain.Date
	w        int
	kind     theme.Kind
	language words.Language
	known    bool
}

// get returns the lines about somebody, made anew only where something is other
// than before.
func (v *views) get(b about) []line {
	of := viewed{b.s.World, b.p.ID, b.s.On, b.w, b.s.Theme.Kind, b.s.Words.Language(), true}
	if v.of == of {
		return v.lines
	}
	b.state()
	if b.p.Role == domain.Client {
		b.care()
	} else {
		b.may()
	}
	v.of, v.lines = of, b.lines
	return v.lines
}

// section names the second section that somebody has: of a client the care, of
// others who can have an access role what they may do. The rest have none.
func section(p domain.Person) (words.Key, bool) {
	switch p.Role {
	case domain.Client:
		return "views.care", true
	case domain.Counselor, domain.CounselorPlus, domain.Administrator:
		return "views.may", true
	}
	return "", false
}

// sectionTitle is the title of the details of somebody.
func (c Screen) sectionTitle(s scene.Scene, p domain.Person) string {
	name := words.Clean(p.Shown())
	of, ok := section(p)
	switch {
	case !c.second || !ok:
		return name
	case of == "views.care":
		return s.Words.Say("views.title-care", name)
	}
	return s.Words.Say("views.title-may", name)
}

// other names the section that m goes to, empty where there is none.
func (c Screen) other(p domain.Person, known bool) words.Key {
	if c.second {
		return "views.facts"
	}
	if of, ok := section(p); ok && known {
		return of
	}
	return ""
}

// day is the line that says for which day the second section holds; it stays
// where it is while one reads on. Where there is room it teaches the keys.
func day(s scene.Scene, w int) string {
	style := s.Theme.Title
	if s.On != s.Today {
		style = s.Theme.Warning
	}
	on, hint := s.Words.Say("views.on", s.Words.LongDate(s.On)), s.Words.Say("views.walk")
	cells := []widget.Cell{{Text: on, Style: style, W: widget.Share(1)}}
	if n := ansi.StringWidth(hint); ansi.StringWidth(on)+2+n <= w {
		cells = append(cells, widget.Cell{Text: hint, Style: s.Theme.Faint, W: n})
	}
	return " " + widget.Line(w, s.Theme.Text, cells...)
}

// walk wishes another reference date; false where the key is none that walks.
func walk(s scene.Scene, key string) (scene.Wish, bool) {
	on := s.On
	switch key {
	case "<":
		on--
	case ">":
		on++
	case "(":
		on -= 7
	case ")":
		on += 7
	case "{":
		on = on.AddMonths(-1)
	case "}":
		on = on.AddMonths(1)
	default:
		return nil, false
	}
	if on < domain.FirstDate || on > domain.LastDate {
		return nil, true
	}
	return scene.SetDate{On: on}, true
}

// walks are the actions of walk.
func walks(bar bool) []scene.Action {
	return []scene.Action{
		{Key: "<", Name: "views.day-back", Bar: bar}, {Key: ">", Name: "views.day-on", Bar: bar},
		{Key: "(", Name: "views.week-back"}, {Key: ")", Name: "views.week-on"},
		{Key: "{", Name: "views.month-back"}, {Key: "}", Name: "views.month-on"},
	}
}
