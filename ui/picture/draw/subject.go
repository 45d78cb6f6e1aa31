package draw

import (
	"math"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Subject is what pictures are drawn of, and how everything is called in them. A name is
// cleaned where it is drawn.
type Subject struct {
	World domain.World
	On    domain.Date
	Words tell.Words
	// AsItWas says that World has the settings and readings of On, by the journal: every picture
	// and page says so, and that all else is as it is now.
	AsItWas bool
	// Person, Group and Type say what people, groups and relation types are called. nil: by
	// their names in World, namesakes told apart where the picture is for a coordinator.
	Person func(domain.PersonID) string
	Group  func(domain.GroupID) string
	Type   func(domain.RelationTypeID) string
	// Named is told of every person and group that a picture names, once or more; nil: nobody is.
	Named func(domain.Ref)
}

func (s Subject) note(of domain.Noun, key string) {
	if s.Named != nil {
		s.Named(domain.Ref{Noun: of, Key: key})
	}
}

func (s Subject) group(id domain.GroupID) string {
	s.note(domain.GroupNoun, string(id))
	if s.Group != nil {
		return s.Group(id)
	}
	return s.Words.Group(s.World, id)
}

func (s Subject) person(id domain.PersonID) string {
	s.note(domain.PersonNoun, string(id))
	if s.Person != nil {
		return s.Person(id)
	}
	return s.Words.Person(s.World, id)
}

func (s Subject) relationType(id domain.RelationTypeID) string {
	if s.Type != nil {
		return s.Type(id)
	}
	return s.Words.RelationType(s.World, id)
}

// apart names people, and adds to namesakes what tells them apart, which not everybody
// may know.
func (s Subject) apart(ids []domain.PersonID) map[domain.PersonID]string {
	out, many := make(map[domain.PersonID]string, len(ids)), map[string]int{}
	for _, id := range ids {
		out[id] = s.person(id)
		many[strings.ToLower(out[id])]++
	}
	if s.Person != nil {
		return out
	}
	for _, id := range ids {
		if p, ok := s.World.Person(id); ok && many[strings.ToLower(out[id])] > 1 {
			out[id] += " (" + s.Words.Apart(p) + ")"
		}
	}
	return out
}

// Apart returns s with a name for each of ids by which it is told from the others', in pictures
// and in sentences: for who may know what tells namesakes apart, and never for a page or a
// picture of what one person sees.
func (s Subject) Apart(ids []domain.PersonID) Subject {
	if s.Person != nil {
		return s
	}
	ids = slices.Compact(slices.Sorted(slices.Values(ids))) // whoever is named twice is no namesake
	names, plain := s.apart(ids), s
	s.Person = func(id domain.PersonID) string {
		if name, ok := names[id]; ok {
			return name
		}
		return plain.Words.Person(plain.World, id)
	}
	return s
}

// role is how a role looks: by its form, and by a letter for whoever takes a diamond for a
// square.
func (s Subject) role(r domain.Role) picture.Point {
	forms := map[domain.Role]picture.Form{
		domain.Guardian: picture.Diamond, domain.External: picture.Triangle,
		domain.Counselor: picture.Square, domain.CounselorPlus: picture.Square, domain.Administrator: picture.Square,
	}
	return picture.Point{Form: forms[r], Letter: s.Words.Say(words.Key("picture.letter." + r.String()))}
}

// counted says how many people have each role: 3 behandelaars, 2 cliënten.
func (s Subject) counted(count map[domain.Role]int) string {
	var out []string
	for _, r := range rolesDown() {
		if n := count[r]; n > 0 {
			out = append(out, s.Words.Say(words.Key("picture.count."+r.String()), n))
		}
	}
	return s.Words.List(out)
}

// day says of which day the picture is, whether settings are those of then, and whether its
// names are invented.
func (s Subject) day() string {
	day := s.Words.FullDate(s.On)
	if s.AsItWas {
		day = s.Words.Say("picture.as-it-was", day)
	}
	if s.World.Institution().Pseudonymised {
		return s.Words.Say("picture.invented", day)
	}
	return day
}

// rolesDown are the roles of members as pictures show them: counselors above.
func rolesDown() []domain.Role {
	return []domain.Role{domain.CounselorPlus, domain.Counselor, domain.Client, domain.Guardian, domain.External}
}

const (
	wide   = 800.0 // of a picture: 80 cells
	margin = 20.0
	line   = 30.0 // from one person to the next below
)

// layer is a drawing under way, from above to below.
type layer struct {
	picture.Drawing
}

func newLayer(title string, w float64) *layer {
	return &layer{picture.Drawing{Title: title, W: w}}
}

// says adds sentences to what the picture says in words.
func (l *layer) says(sentences ...string) { l.Desc = append(l.Desc, sentences...) }

func (l *layer) add(marks ...picture.Mark) { l.Marks = append(l.Marks, marks...) }

// head writes the title, and under it what else everybody must read first.
func (l *layer) head(title string, under ...string) {
	size := 1.4
	if l.W < wide/2+1 {
		size = 1
	}
	l.H += margin
	l.add(picture.Text{At: picture.Spot{X: l.W / 2, Y: l.H + 8}, Text: title, Anchor: picture.Middle, Room: l.W - margin, Size: size, Bold: true})
	l.H += line
	for _, text := range under {
		if text == "" {
			continue
		}
		l.add(picture.Text{At: picture.Spot{X: l.W / 2, Y: l.H + 8}, Text: text, Anchor: picture.Middle, Room: l.W - margin})
		l.H += picture.LetterH
	}
}

// above puts a head over what is drawn already.
func (l *layer) above(title string, under ...string) {
	head := newLayer(title, l.W)
	head.head(title, under...)
	l.Drawing = picture.Stacked(l.Title, l.Desc, head.Drawing, l.Drawing)
}

// even begins on a whole line of cells, so that lines of a table are as far from each other
// in a terminal as they are here.
func (l *layer) even() { l.H = math.Ceil(l.H/picture.LetterH) * picture.LetterH }

// sample is one entry of a legend: a mark and what it means. A point bears its meaning
// as its label.
type sample struct {
	draw func(at picture.Spot) picture.Mark
	said string
}

// legend explains marks in lines below the picture.
func (l *layer) legend(all ...sample) {
	const before, after, below = 60.0, 16.0, 40.0
	x, y := margin, l.H+below*0.75
	for _, one := range all {
		wide := before + float64(len([]rune(one.said)))*picture.LetterW + after
		if x > margin && x+wide-after > l.W {
			x, y = margin, y+below
		}
		room := min(wide-before-2, l.W-x-before)
		switch m := one.draw(picture.Spot{X: x, Y: y}).(type) {
		case picture.Point:
			m.Label, m.Room = one.said, room
			l.add(m)
		default:
			l.add(m, picture.Text{At: picture.Spot{X: x + before, Y: y}, Text: one.said, Room: room})
		}
		x += wide
	}
	l.H = y + below*0.75
}

// lineSample is a line as it is drawn between people.
func lineSample(said string, as picture.Line) sample {
	return sample{func(at picture.Spot) picture.Mark {
		as.From, as.To = at, picture.Spot{X: at.X + 46, Y: at.Y}
		return as
	}, said}
}

// textSample says what it means that there is no mark.
func textSample(said string) sample {
	return sample{func(at picture.Spot) picture.Mark { return picture.Text{At: at} }, said}
}

// roleSamples explain the forms of roles that a picture shows.
func (s Subject) roleSamples(shown map[domain.Role]bool) []sample {
	var out []sample
	for _, r := range append([]domain.Role{domain.Administrator}, rolesDown()...) {
		if shown[r] {
			out = append(out, sample{func(at picture.Spot) picture.Mark {
				p := s.role(r)
				p.At = picture.Spot{X: at.X + 30, Y: at.Y}
				return p
			}, s.Words.RoleWord(r)})
		}
	}
	return out
}
