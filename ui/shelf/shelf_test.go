package shelf_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// crowd lists people by id under one heading, and of each the groups. It has
// everything that a source can have.
type crowd struct {
	all   []domain.Person
	role  domain.Role
	pages int // how often it was told of a page
}

func (c crowd) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	c.all = slices.Collect(s.World.Persons())
	rows := []shelf.Row{{}}
	for i, p := range c.all {
		if strings.Contains(domain.LookUp(p.Shown()), query) && (c.role == domain.NoRole || c.role == p.Role) {
			rows = append(rows, shelf.Row{Key: string(p.ID), Place: i})
		}
	}
	return c, rows, at
}

func (c crowd) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	name := "People"
	if r.Key != "" {
		name = r.Key + " " + words.Clean(c.all[r.Place].Shown())
	}
	return widget.Line(s.Theme.Measure, w, widget.RowStyle(s.Theme, state, focused), widget.Cell{Text: name, Style: s.Theme.Text, W: widget.Share(1)})
}

func (crowd) Details(s scene.Scene, key string, w int) []shelf.Line {
	b := shelf.Sheet{Scene: s, W: w}
	b.Text(s.Theme.Text, 0, "About "+key)
	b.Section("Groups")
	for m := range s.World.MembershipsOf(domain.PersonID(key)) {
		b.To = domain.Ref{Noun: domain.GroupNoun, Key: string(m.Group)}
		b.Text(s.Theme.Text, 2, string(m.Group))
	}
	return b.Lines
}

func (c crowd) Labels(_ scene.Scene, at shelf.At, w int) shelf.Labels {
	return shelf.Labels{Title: fmt.Sprint("role ", c.role, " pages ", c.pages), About: "of " + at.Key, TabAbout: "tab: about", TabList: "tab: list"}
}

func (c crowd) Acts(_ scene.Scene, at shelf.At) []scene.Action {
	to := domain.Ref{Noun: domain.PersonNoun, Key: at.Key}
	if at.To().Key != "" {
		to = at.To()
	}
	turned := c
	turned.role = domain.Guardian
	return []scene.Action{
		scene.Wishes("enter", "agreements.go", scene.Go{At: to}),
		scene.Turns("f", "people.by-role", func(c shelf.Shelf) shelf.Shelf { return c.With(turned) }),
		scene.Wishes("z", "agreements.go", scene.Quit{}).Hidden(),
		shelf.Find("people.find"),
	}
}

func (crowd) Head(s scene.Scene, w int) string { return widget.FitLine(s.Theme.Measure, "the head", w) }

func (crowd) Bar(s scene.Scene, w int) (string, []widget.Hit) {
	return widget.FitLine(s.Theme.Measure, "all clients", w), []widget.Hit{{X: 0, W: 4, Key: "all"}, {X: 4, W: 7, Key: "clients"}}
}

func (c crowd) Choose(key string) shelf.Source {
	c.role = map[string]domain.Role{"clients": domain.Client}[key]
	return c
}

func (c crowd) Wider() (shelf.Source, bool) {
	was := c.role != domain.NoRole
	c.role = domain.NoRole
	return c, was
}

func (c crowd) Receive(_ scene.Scene, msg tea.Msg, _ shelf.At) (shelf.Source, scene.Wish) {
	if _, ok := msg.(scene.Page); !ok {
		return nil, nil
	}
	c.pages++
	return c, scene.ReadJournal{Count: c.pages}
}

func opened() scene.Screen { return shelf.New(domain.PersonNoun, crowd{}) }

// under is the record under the cursor, by what enter goes to.
func under(t testing.TB, s scene.Scene, c scene.Screen) string {
	t.Helper()
	_, wish := scenetest.Keys(s, c, "enter")
	to, ok := wish.(scene.Go)
	if !ok {
		t.Fatalf("enter wishes %#v", wish)
	}
	return to.At.Key
}

func in(world domain.World, w, h int) scene.Scene { return scenetest.At(world, words.Dutch, w, h) }

func TestTheCursorStaysOnItsRecordAndGoesToANewOneEvenThroughFilters(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	c, _ := opened().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.PersonNoun, Key: "P15"}})
	c, _ = scenetest.Keys(s, c, "/", "n", "o", "o", "r", "esc")
	if got := under(t, s, c); got != "P15" {
		t.Errorf("when others came back before it, the cursor went to %s", got)
	}
	c, _ = scenetest.Keys(s, c, "f", "/", "p", "e", "t")
	one := domain.Person{Role: domain.Client, GivenName: "Zoë", FamilyName: "Zomer"}
	next := in(scenetest.After(t, s.World, domain.AddPerson{Person: one}), 120, 40)
	want := s.World.Next(domain.PersonNoun)
	if c, _ = c.Update(next, scene.Refresh{}); c.(scene.Typist).Typing() || under(t, next, c) != want {
		t.Errorf("the cursor is on %s, not on %s who is new", under(t, next, c), want)
	}
}

func TestAnArrivalTakesOffWhatHidesIt(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	c, _ := scenetest.Keys(s, opened(), "f", "/", "p", "e", "t", "enter", "tab")
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.PersonNoun, Key: "P15"}})
	if got := under(t, s, c); got != "P15" {
		t.Errorf("arrived at %s", got)
	}
	c, _ = c.Update(s, scene.Arrived{At: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}})
	if got := under(t, s, c); got != "P15" {
		t.Errorf("a record of another noun moves the cursor to %s", got)
	}
}

func TestEscTakesOffTheQueryThenTheFilterThenTheKeysOfTheDetails(t *testing.T) {
	s := in(scenetest.Demonstration(t), 50, 40)
	c, _ := scenetest.Keys(s, opened(), "f", "/", "b", "enter", "tab")
	for _, want := range []string{"/ b", "role GUARDIAN", "role "} {
		list, _ := scenetest.Keys(s, c, "left")
		scenetest.Says(t, scenetest.Screen(t, s, list), want)
		scenetest.Says(t, scenetest.Screen(t, s, c), "tab: list")
		c, _ = scenetest.Keys(s, c, "esc")
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "tab: about")
}

func TestBelowSixtyColumnsOnePaneIsShownAtATime(t *testing.T) {
	for w, both := range map[int]bool{59: false, 60: true} {
		s := in(scenetest.Demonstration(t), w, 20)
		if got := strings.Contains(scenetest.Screen(t, s, opened()), "of P"); got != both {
			t.Errorf("in %d columns the details are in view: %v", w, got)
		}
	}
}

func TestASecondClickDoesWhatEnterDoes(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	c, _ := opened().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.PersonNoun, Key: "P15"}})
	for x, y := range map[int]int{5: 5, 80: 4} { // the second row, the first group
		click := tea.MouseClickMsg{X: x, Y: s.Body.Y + y, Button: tea.MouseLeft}
		next, wish := c.Update(s, click)
		if wish != nil {
			t.Errorf("the first click at %d wishes %#v", x, wish)
		}
		_, enter := scenetest.Keys(s, next, "enter")
		if _, wish = next.Update(s, click); wish == nil || wish != enter {
			t.Errorf("the second click at %d wishes %#v, enter %#v", x, wish, enter)
		}
	}
	c, _ = c.Update(s, tea.MouseClickMsg{X: 7, Y: s.Body.Y + 1, Button: tea.MouseLeft})
	scenetest.Says(t, scenetest.Screen(t, s, c), "role CLIENT")
}

func TestAWheelMovesThreeLinesWhereItIs(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 14)
	first := func(c scene.Screen) string {
		return scenetest.Flat(strings.Split(scenetest.Screen(t, s, c), "\n")[3])[:3]
	}
	c, _ := opened().Update(s, tea.MouseWheelMsg{X: 5, Y: s.Body.Y + 5, Button: tea.MouseWheelDown})
	if got := first(c); got != "P03" {
		t.Errorf("a notch leaves %s on top", got)
	}
	c, _ = c.Update(s, tea.MouseWheelMsg{X: 110, Y: s.Body.Y + 5, Button: tea.MouseWheelDown})
	if got := first(c); got != "P03" {
		t.Errorf("a notch over the details leaves %s on top of the list", got)
	}
}

func TestAnotherSourceKeepsTheWindowOnTheRecord(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 14)
	c, _ := scenetest.Keys(s, opened(), "end", "up", "up")
	before := scenetest.Screen(t, s, c)
	c, _ = c.Update(s, tea.MouseClickMsg{X: 2, Y: s.Body.Y + 1, Button: tea.MouseLeft}) // all, as before
	if now := scenetest.Screen(t, s, c); now != before {
		t.Errorf("choosing what was chosen turns\n%s\nto\n%s", before, now)
	}
	c, _ = c.Update(s, tea.MouseClickMsg{X: 5, Y: s.Body.Y + 1, Button: tea.MouseLeft})
	scenetest.Says(t, scenetest.Screen(t, s, c), "People", "P14") // the cursor was on no client: from the top
}

func TestTheCursorOfTheDetailsStaysOnItsRecord(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	var who domain.PersonID
	var of []domain.Membership
	for p := range s.World.Persons() {
		if all := slices.Collect(s.World.MembershipsOf(p.ID)); len(all) > len(of) {
			who, of = p.ID, all
		}
	}
	c, _ := opened().Update(s, scene.Arrived{At: domain.Ref{Noun: domain.PersonNoun, Key: string(who)}})
	c, _ = scenetest.Keys(s, c, "tab", "end")
	last := under(t, s, c)
	without := func(m domain.Membership) scene.Scene {
		return in(scenetest.After(t, s.World, domain.RemoveMembers{Keys: []domain.MembershipKey{{Group: m.Group, Person: m.Person, From: m.From}}}), 120, 40)
	}
	if got := under(t, without(of[0]), c); got != last {
		t.Errorf("the line above went, and the cursor from %s to %s", last, got)
	}
	if got, want := under(t, without(of[len(of)-1]), c), string(of[len(of)-2].Group); got != want {
		t.Errorf("its own line went, and the cursor to %s, not %s", got, want)
	}
}

func TestAListenerChangesWhatIsListedAndWishes(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	c, wish := opened().Update(s, scene.Page{})
	if wish != scene.Wish(scene.ReadJournal{Count: 1}) {
		t.Errorf("it wishes %#v", wish)
	}
	scenetest.Says(t, scenetest.Screen(t, s, c), "pages 1")
}

func TestWhatIsHiddenWorksAndIsNotShown(t *testing.T) {
	s := in(scenetest.Demonstration(t), 120, 40)
	if _, wish := scenetest.Keys(s, opened(), "z"); wish != scene.Wish(scene.Quit{}) {
		t.Errorf("it wishes %#v", wish)
	}
	if all := scene.Shown(opened().Actions(s)); len(all) != 3 {
		t.Errorf("shown are %v", all)
	}
}

// counted counts how often its crowd is read and told of.
type counted struct {
	crowd
	reads, details *int
}

func (c counted) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	*c.reads++
	of, rows, at := c.crowd.Read(s, query, at)
	c.crowd = of.(crowd)
	return c, rows, at
}

func (c counted) Details(s scene.Scene, key string, w int) []shelf.Line {
	*c.details++
	return c.crowd.Details(s, key, w)
}

func TestAKeyDoesNotGoThroughTheWholeWorldAgain(t *testing.T) {
	s, reads, details := in(scenetest.Demonstration(t), 120, 40), 0, 0
	c, _ := shelf.New(domain.PersonNoun, counted{reads: &reads, details: &details}).Update(s, scene.Refresh{})
	for _, key := range []string{"down", "right", "down", "left", "tab", "space", "enter"} {
		c, _ = scenetest.Keys(s, c, key)
		c.View(s)
	}
	if reads != 1 || details != 2 {
		t.Errorf("read %d times, and told of two records %d times", reads, details)
	}
}

func TestViewKeepsNothing(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		worlds := []domain.World{{}, scenetest.Demonstration(t)}
		at := func() scene.Scene {
			return in(rapid.SampledFrom(worlds).Draw(r, "world"), rapid.IntRange(1, 200).Draw(r, "w"), rapid.IntRange(4, 60).Draw(r, "h"))
		}
		s, c := at(), opened()
		for _, k := range rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "G", "g", "tab", "/", "esc", "a", "é", "f", "enter", "pgdown", "space"}), 0, 12).Draw(r, "keys") {
			c, _ = scenetest.Keys(s, c, k)
			before := scenetest.Screen(t, s, c)
			scenetest.Screen(t, at(), c)
			if after := scenetest.Screen(t, s, c); after != before {
				r.Fatalf("a look at another scene changed\n%s\nto\n%s", before, after)
			}
		}
	})
}

// BenchmarkKey moves the cursor among ten thousand; BenchmarkView draws them.
func BenchmarkKey(b *testing.B) {
	s := in(domaintest.Large(), 120, 40)
	c, _ := opened().Update(s, scene.Refresh{})
	for n := 0; b.Loop(); n++ {
		c, _ = scenetest.Keys(s, c, []string{"down", "up"}[n%2])
	}
}

func BenchmarkView(b *testing.B) {
	s := in(domaintest.Large(), 120, 40)
	c, _ := opened().Update(s, scene.Refresh{})
	for b.Loop() {
		c.View(s)
	}
}
