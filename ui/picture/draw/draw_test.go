package draw_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/picture/picturetest"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

func subject(w domain.World, on domain.Date) draw.Subject {
	return draw.Subject{World: w, On: on, Words: tell.In(words.Dutch)}
}

func demonstration(t testing.TB) draw.Subject {
	w := scenetest.Demonstration(t)
	return subject(w, w.Institution().Date)
}

type failing interface {
	Helper()
	Fatal(...any)
}

func svg(t failing, d picture.Drawing) string {
	t.Helper()
	var b bytes.Buffer
	if err := d.SVG(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// kinds is one picture of each kind, by name.
func kinds(s draw.Subject, person, other domain.PersonID, group domain.GroupID) map[string]picture.Drawing {
	at := func(domain.Date) domain.World { return s.World }
	return map[string]picture.Drawing{
		"group": draw.Group(s, group), "settings": draw.Settings(s, group), "client": draw.Client(s, person), "matrix": draw.Matrix(s),
		"course": draw.Course(s, at, nil, other, person), "group-course": draw.GroupCourse(s, domain.Chronicle{}, group), "seen": draw.Seen(s, person),
	}
}

func TestPicturesLookAsTheyWereFoundGood(t *testing.T) {
	for name, d := range kinds(demonstration(t), "P14", "P29", "G5") {
		t.Run(name+"-svg", func(t *testing.T) { golden.RequireEqual(t, svg(t, d)) })
		for _, size := range [][2]int{{80, 24}, {120, 40}} {
			for charset, called := range []string{"braille", "ascii"} {
				t.Run(fmt.Sprintf("%s-%dx%d-%s", name, size[0], size[1], called), func(t *testing.T) {
					golden.RequireEqual(t, strings.Join(d.Cells(size[0], size[1], picture.Charset(charset)), "\n")+"\n")
				})
			}
		}
	}
}

// C4: what a user sees drawn is byte for byte what they would see if the hidden group had
// never been.
func TestWhatAUserSeesTellsNothingOfAHiddenGroup(t *testing.T) {
	met := 0
	rapid.Check(t, func(t *rapid.T) {
		s := subject(domaintest.Small(t), domaintest.Today())
		for g := range s.World.Groups() {
			if g.Visibility != domain.Hidden {
				continue
			}
			without := s
			without.World = domaintest.WithoutGroup(s.World, g.ID)
			for _, m := range s.World.MembersOn(g.ID, s.On) {
				if !m.As.IsUser() {
					continue
				}
				met++
				is, was := draw.Seen(s, m.Person), draw.Seen(without, m.Person)
				if svg(t, is) != svg(t, was) || !slices.Equal(is.Cells(80, 24, picture.Braille), was.Cells(80, 24, picture.Braille)) {
					t.Fatalf("the picture of %s gives %s away", m.Person, g.ID)
				}
			}
		}
	})
	if met < 20 {
		t.Errorf("only %d users of hidden groups were met", met)
	}
}

func TestSeenNamesNobodyAndNoGroupBeyondTheTiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := subject(domaintest.Small(t), domaintest.Today())
		for p := range s.World.Persons() {
			may := map[domain.Ref]bool{{Noun: domain.PersonNoun, Key: string(p.ID)}: true}
			tile, messages := sight.Tiles(s.World, p.ID, s.On)
			for _, g := range slices.Concat(tile.Groups, messages.Groups) {
				may[domain.Ref{Noun: domain.GroupNoun, Key: string(g.Group)}] = true
				for _, r := range g.Rows {
					may[domain.Ref{Noun: domain.PersonNoun, Key: string(r.Person)}] = true
				}
			}
			for _, r := range tile.Network {
				may[domain.Ref{Noun: domain.PersonNoun, Key: string(r.Person)}] = true
			}
			named := map[domain.Ref]bool{}
			s.Named = func(r domain.Ref) { named[r] = true }
			draw.Seen(s, p.ID)
			for r := range named {
				if !may[r] {
					t.Fatalf("%s is shown %v", p.ID, r)
				}
			}
			if len(named) != len(may) {
				t.Fatalf("%s is shown %d of %d", p.ID, len(named), len(may))
			}
		}
	})
}

// C3: a small group has a line for every pair in which somebody sees somebody, and no other.
func TestTheLinesOfAGroupAreItsSightlines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := subject(domaintest.Small(t), domaintest.Today())
		for g := range s.World.Groups() {
			members, want, arrows := s.World.MembersOn(g.ID, s.On), 0, 0
			for i, a := range members {
				for _, b := range members[:i] {
					ab, ba := sight.Between(s.World, a.Person, b.Person, s.On), sight.Between(s.World, b.Person, a.Person, s.On)
					if ab.Sees() || ba.Sees() {
						want++
					}
					if ab.Sees() != ba.Sees() {
						arrows++
					}
				}
			}
			pairs, heads := map[[2]picture.Spot]int{}, 0
			for _, m := range draw.Group(s, g.ID).Marks {
				if l, ok := m.(picture.Line); ok && l.Gap > 0 {
					pairs[pairOf(l)]++
				}
			}
			for _, m := range draw.Group(s, g.ID).Marks {
				if l, ok := m.(picture.Line); ok && l.Gap > 0 && l.Arrow && pairs[pairOf(l)] == 1 {
					heads++
				}
			}
			if both := twice(s, g.ID); len(pairs)-both != want || heads-2*both != arrows {
				t.Fatalf("%s: %d pairs of lines and %d arrows for %d pairs and %d one way", g.ID, len(pairs)-both, heads-2*both, want, arrows)
			}
		}
	})
}

// twice counts the pairs who see each other by different kinds of route: they have two
// arrows, beside each other.
func twice(s draw.Subject, id domain.GroupID) int {
	members, out := s.World.MembersOn(id, s.On), 0
	q := sight.NewSquare(s.World, id, members, s.On)
	for i := range members {
		for j := range i {
			ij, ji := q.Line(i)[j].Sight, q.Line(j)[i].Sight
			if ij != ji && ij != sight.NoRoute && ji != sight.NoRoute {
				out++
			}
		}
	}
	return out
}

func pairOf(l picture.Line) [2]picture.Spot {
	a, b := l.From, l.To
	if b.X < a.X || b.X == a.X && b.Y < a.Y {
		a, b = b, a
	}
	return [2]picture.Spot{a, b}
}

func TestEveryPictureOfAnyInstitutionIsSound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := subject(domaintest.Small(t), domaintest.Today())
		hostile := rapid.SampledFrom([]string{"", `</text><script>`, "\u202eabc", "a\x1b[2J", strings.Repeat("W", 300), "東京"}).Draw(t, "name")
		if hostile != "" {
			s.Person = func(domain.PersonID) string { return hostile }
			s.Group = func(domain.GroupID) string { return hostile }
			s.Type = func(domain.RelationTypeID) string { return hostile }
		}
		person, group := domain.PersonID("P1"), domain.GroupID("G1") // nobody and none, where there is none
		for p := range s.World.Persons() {
			person = p.ID
		}
		for g := range s.World.Groups() {
			group = g.ID
		}
		for name, d := range kinds(s, person, firstOf(s.World, domain.Client), group) {
			if out, _ := picturetest.Faults(svg(t, d)); len(out) > 0 {
				t.Fatalf("%s: %q", name, out)
			}
			if d.Title == "" || len(d.Desc) == 0 {
				t.Fatalf("%s says nothing", name)
			}
		}
	})
}

func TestAPictureIsTheSameEachTime(t *testing.T) {
	one, again := kinds(demonstration(t), "P14", "P29", "G1"), kinds(demonstration(t), "P14", "P29", "G1")
	for name, d := range one {
		if svg(t, d) != svg(t, again[name]) {
			t.Errorf("%s differs from itself", name)
		}
	}
}

// Nobody and everybody are never the rounding of some.
func TestNoShareIsRoundedToNobodyOrEverybody(t *testing.T) {
	w := domaintest.Crowd(300, 300)
	r := w.Records()
	for i := range r.Groups {
		r.Groups[i].Visibility = domain.Hidden
	}
	client, guardian := firstOf(w, domain.Client), firstOf(w, domain.Guardian)
	r.RelationTypes = append(r.RelationTypes, domain.RelationType{ID: "T900", Name: "Ouder", Kind: domain.GuardianKind, Network: true})
	r.Relations = append(r.Relations, domain.Relation{ID: "R900", Client: client, Person: guardian, Type: "T900"})
	desc := draw.Group(subject(domain.NewWorld(r), domaintest.Today()), "G1").InWords()
	if !strings.Contains(desc, "Een cliënt ziet <1% van wie ouder/voogd is.") || !strings.Contains(desc, "Een cliënt ziet 0% van wie cliënt is.") {
		t.Error(desc)
	}
}

func firstOf(w domain.World, r domain.Role) domain.PersonID {
	for p := range w.Persons() {
		if p.Role == r {
			return p.ID
		}
	}
	return ""
}

func TestManyGroupsAreCountedByShare(t *testing.T) {
	s := subject(domaintest.Institution(7, domaintest.Size{Persons: 300, Groups: 60, Memberships: 700, Relations: 100}), domaintest.Today())
	d := draw.Matrix(s)
	points := 0
	for _, m := range d.Marks {
		if _, ok := m.(picture.Rect); ok {
			points++
		}
	}
	if points == 0 || points > 30 || d.H > 600 {
		t.Errorf("%d boxes, %v high", points, d.H)
	}
	if !strings.Contains(d.InWords(), "Er zijn 60 groepen") {
		t.Error(d.Desc)
	}
}

// turned is the journal of a group that was hidden, then showed itself, then its members.
func turned(t testing.TB, s draw.Subject, id domain.GroupID) domain.Chronicle {
	t.Helper()
	g, _ := s.World.Group(id)
	states := []domain.Visibility{domain.Hidden, domain.GroupVisible, domain.MembersVisible, g.Visibility}
	c := domain.Chronicle{}
	for i, v := range states[1:] {
		before, after := g, g
		before.Visibility, after.Visibility = states[i], v
		e := domain.Entry{Seq: domain.Seq(i + 1), Changes: []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &before, After: &after}}}}
		c = c.Note(e, domain.NewDate(2025, 3, 1).AddMonths(4*i))
	}
	return c
}

func TestTheSettingsOfAGroupStandInTheOrderOfTheJournal(t *testing.T) {
	s := demonstration(t)
	d := draw.GroupCourse(s, turned(t, s, "G5"), "G5")
	want := "Vaardigheidstraining dinsdag, t/m 28-02-2025: onzichtbaar. Vaardigheidstraining dinsdag, 01-03-2025 t/m 30-06-2025: groep zichtbaar. " +
		"Vaardigheidstraining dinsdag, 01-07-2025 t/m 31-10-2025: elkaar zichtbaar. Vaardigheidstraining dinsdag, vanaf 01-11-2025: groep zichtbaar. " +
		"Het logboek begint op 1 maart 2025; voor die dag is de eerste stand aangenomen."
	if !strings.Contains(d.InWords(), want) {
		t.Error(d.Desc)
	}
	golden.RequireEqual(t, svg(t, d))
}

func TestDaysThatFollowEachOtherCloselyAreNotWrittenOverEachOther(t *testing.T) {
	s := demonstration(t)
	g, _ := s.World.Group("G5")
	c := domain.Chronicle{}
	for i := range 60 {
		before, after := g, g
		before.Visibility, after.Visibility = domain.Visibility(i%2), domain.Visibility((i+1)%2)
		e := domain.Entry{Seq: domain.Seq(i + 1), Changes: []domain.Change{{Group: &domain.Swap[domain.Group]{Before: &before, After: &after}}}}
		c = c.Note(e, domain.NewDate(2025, 3, 1)+domain.Date(5*i))
	}
	var dates []picture.Text
	for _, m := range draw.GroupCourse(s, c, "G5").Marks {
		if text, ok := m.(picture.Text); ok && text.Anchor == picture.Middle && strings.HasSuffix(text.Text, "-2025") {
			dates = append(dates, text)
		}
	}
	for i, a := range dates {
		for _, b := range dates[:i] {
			if a.At.Y == b.At.Y && max(a.At.X-b.At.X, b.At.X-a.At.X) < 80 {
				t.Errorf("%s stands over %s", a.Text, b.Text)
			}
		}
	}
	if len(dates) < 10 {
		t.Errorf("only %d dates are written", len(dates))
	}
}

// A time line says of each day what the policy says of it.
func TestACourseSaysOfEachDayWhatHolds(t *testing.T) {
	s := demonstration(t)
	past := turned(t, s, "G5")
	at := func(on domain.Date) domain.World { return past.World(s.World, on) }
	desc := draw.Course(s, at, past.Days(), "P18", "P12").InWords()
	for _, span := range sight.Spans(at, s.World, "P18", "P12", past.Days()) {
		said := map[sight.Fact]string{
			{}: "ziet niet", {Sees: true}: "ziet alleen", {Messages: true}: "mag alleen berichten", {Sees: true, Messages: true}: "ziet en mag berichten",
		}[span.Fact]
		if !strings.Contains(desc, s.Words.PeriodOrAlways(span.Period)+": "+said) {
			t.Errorf("%v is not in %s", span, desc)
		}
	}
}

// crowd has so many members that more than 5,000 sightlines are among them.
func crowd(b testing.TB) draw.Subject {
	b.Helper()
	return subject(domaintest.Crowd(72, 200), domaintest.Today())
}

func BenchmarkAGroupWith5000Sightlines(b *testing.B) {
	s := crowd(b)
	for b.Loop() {
		d := draw.Group(s, "G1")
		svg(b, d)
		d.Cells(120, 40, picture.Braille)
	}
}

// BenchmarkEveryLineOfACrowd draws 5,000 lines one by one, which no picture of a group does.
func BenchmarkEveryLineOfACrowd(b *testing.B) {
	d := picture.Drawing{Title: "t", Desc: []string{"d"}, W: 800, H: 800}
	for i := range 71 {
		for j := range 71 {
			d.Marks = append(d.Marks, picture.Line{From: picture.Spot{X: float64(i * 11), Y: 20}, To: picture.Spot{X: float64(j * 11), Y: 780}, Gap: 5, Arrow: true})
		}
	}
	for b.Loop() {
		svg(b, d)
		d.Cells(120, 40, picture.Braille)
	}
}

func BenchmarkSomebodyWhoSees5000(b *testing.B) {
	s := subject(domaintest.Crowd(5000, 5000), domaintest.Today())
	for b.Loop() {
		svg(b, draw.Seen(s, firstOf(s.World, domain.Counselor)))
	}
}

func BenchmarkAGroupOf5000(b *testing.B) {
	s := subject(domaintest.Crowd(5000, 5000), domaintest.Today())
	for b.Loop() {
		svg(b, draw.Group(s, "G1"))
	}
}

func BenchmarkTheMatrixOf1000Groups(b *testing.B) {
	s := subject(domaintest.Large(), domaintest.Today())
	for b.Loop() {
		svg(b, draw.Matrix(s))
	}
}
