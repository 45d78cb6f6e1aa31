package page_test

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/page"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

type failing interface {
	Helper()
	Fatal(...any)
}

func written(t failing, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func person(t failing, w domain.World, id domain.PersonID, l words.Language) string {
	t.Helper()
	s := draw.Subject{World: w, On: domaintest.Today(), Words: tell.In(l)}
	return written(t, func(out io.Writer) error { return page.Person(out, s, id) })
}

// pages are the three pages of a world.
func pages(t failing, w domain.World, l words.Language, id domain.PersonID, group domain.GroupID) map[string]string {
	t.Helper()
	s := draw.Subject{World: w, On: domaintest.Today(), Words: tell.In(l)}
	d := page.Decision{On: domaintest.Today(), By: domain.By{Name: "Els", Reason: "Het team <koos> dit."}}
	c := page.Chain{Entries: 12, Code: page.Code(strings.Repeat("0123456789abcdef", 4))}
	return map[string]string{
		"person":      person(t, w, id, l),
		"group":       written(t, func(out io.Writer) error { return page.Group(out, s, group, d) }),
		"institution": written(t, func(out io.Writer) error { return page.Institution(out, s, c) }),
	}
}

func TestPagesLookAsTheyWereFoundGood(t *testing.T) {
	for _, l := range words.Languages() {
		for name, made := range pages(t, scenetest.Demonstration(t), l, "P28", "G5") {
			t.Run(name+"-"+l.String(), func(t *testing.T) { golden.RequireEqual(t, made) })
		}
	}
}

// C4: a hidden group does not stand on the page of its users, nor does it change anything on it.
func TestThePageOfAUserTellsNothingOfAHiddenGroup(t *testing.T) {
	met := 0
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for g := range w.Groups() {
			if g.Visibility != domain.Hidden {
				continue
			}
			without := domaintest.WithoutGroup(w, g.ID)
			for _, m := range w.MembersOn(g.ID, domaintest.Today()) {
				if m.As.IsUser() {
					met++
					if person(t, w, m.Person, words.Dutch) != person(t, without, m.Person, words.Dutch) {
						t.Fatalf("the page of %s gives %s away", m.Person, g.ID)
					}
				}
			}
		}
	})
	if met == 0 {
		t.Fatal("no world had a user in a hidden group")
	}
}

// What others have with each other does not stand there: without every relation that is
// neither the person's own nor a way of theirs, and without negative ones, the page is the same.
func TestThePageOfAPersonTellsNothingOfRelationsOfOthers(t *testing.T) {
	met := 0
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for p := range w.Persons() {
			r := w.Records()
			r.Relations = slices.DeleteFunc(r.Relations, func(n domain.Relation) bool { return !ofTheirNetwork(w, p.ID, n) })
			if len(r.Relations) == w.Count(domain.RelationNoun) {
				continue
			}
			met++
			if person(t, w, p.ID, words.Dutch) != person(t, domain.NewWorld(r), p.ID, words.Dutch) {
				t.Fatalf("the page of %s tells of relations of others", p.ID)
			}
		}
	})
	if met == 0 {
		t.Fatal("nobody had relations of others to be silent about")
	}
}

// ofTheirNetwork: a relation of a type that makes a network, with the person or around a
// client with whom they have such a relation.
func ofTheirNetwork(w domain.World, p domain.PersonID, n domain.Relation) bool {
	networks := func(n domain.Relation) bool {
		of, ok := w.InEffect(n, domaintest.Today())
		return ok && of.Network
	}
	if !networks(n) {
		return false
	}
	if n.Client == p || n.Person == p {
		return true
	}
	for own := range w.RelationsOf(p) {
		if own.Client == n.Client && networks(own) {
			return true
		}
	}
	return false
}

// A type of relation between two others is nowhere named: only the person's own are.
func TestANetworkIsNamedWithoutTheRelationOfTheOther(t *testing.T) {
	w := scenetest.Demonstration(t)
	r := w.Records()
	for i, one := range r.RelationTypes {
		r.RelationTypes[i].Name = "type " + string(one.ID) + " end"
	}
	named := domain.NewWorld(r)
	around := false
	for p := range named.Persons() {
		made, own := person(t, named, p.ID, words.English), map[domain.RelationTypeID]bool{}
		around = around || strings.Contains(made, "belong to the network of")
		for n := range named.RelationsOf(p.ID) {
			own[n.Type] = true
		}
		for of := range named.RelationTypes() {
			if !own[of.ID] && strings.Contains(made, of.Name) {
				t.Errorf("the page of %s names %s", p.ID, of.Name)
			}
			if of.Negative && strings.Contains(made, of.Name) {
				t.Errorf("the page of %s names an unwanted relation", p.ID)
			}
		}
	}
	if !around {
		t.Error("nobody was seen through a network")
	}
}

func TestTheFixedSentenceStandsOnEveryPageOfAPerson(t *testing.T) {
	w := scenetest.Demonstration(t)
	sentence := html.EscapeString(words.In(words.Dutch).Say("page.person.others"))
	for p := range w.Persons() {
		if made := person(t, w, p.ID, words.Dutch); strings.Count(made, sentence) != 1 {
			t.Errorf("the page of %s says otherwise who else sees them", p.ID)
		}
	}
}

func TestWhoeverSeesSomebodyAndIsSeenByThemInAGroupStandsOnTheirPage(t *testing.T) {
	w := scenetest.Demonstration(t)
	for p := range w.Persons() {
		_, seen, _ := strings.Cut(person(t, w, p.ID, words.English), "Who sees me</h2>")
		for _, l := range sight.Persons(w, p.ID, domaintest.Today()) {
			back := sight.Between(w, l.Other, p.ID, domaintest.Today())
			shares := slices.ContainsFunc(l.Sight, func(a sight.Ground) bool {
				return slices.ContainsFunc(back.Sight, func(b sight.Ground) bool { return a.Group == b.Group && a.Client == b.Client })
			})
			if name := tell.In(words.English).Person(w, l.Other); shares && !strings.Contains(seen, html.EscapeString(name)+" sees you, because") {
				t.Errorf("%s is not told that %s sees them", p.ID, name)
			}
		}
	}
}

const hostile = "<script>alert(1)</script>\x1b[2J\u202e\"'&"

func TestNamesFromOutsideDoNothingOnAPage(t *testing.T) {
	r := scenetest.Demonstration(t).Records()
	for i := range r.Persons {
		r.Persons[i].DisplayName = hostile
	}
	for i := range r.Groups {
		r.Groups[i].Name = hostile + string(r.Groups[i].ID)
	}
	for i := range r.RelationTypes {
		r.RelationTypes[i].Name = hostile
	}
	r.Institution[0].Name = hostile
	for name, made := range pages(t, domain.NewWorld(r), words.Dutch, "P28", "G5") {
		if strings.Contains(made, "<script") || strings.ContainsAny(made, "\x1b\u202e") {
			t.Errorf("a name acts on the page of a %s", name)
		}
		judge(t, name, made, "nl")
	}
}

func TestPagesCanBeReadAloudAndPrinted(t *testing.T) {
	w := scenetest.Demonstration(t)
	for _, l := range words.Languages() {
		for name, made := range pages(t, w, l, "P28", "G5") {
			judge(t, name, made, l.String())
			if !strings.Contains(made, "size: A4 portrait") || !strings.Contains(made, "tr, .short { break-inside: avoid; }") {
				t.Errorf("%s: cut on paper", name)
			}
		}
		empty := pages(t, domain.World{}, l, "P1", "G1")
		for name, made := range empty {
			judge(t, "empty "+name, made, l.String())
		}
	}
}

var forbidden = strings.Fields("script link img iframe object embed form input button a audio video foreignObject use image")

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// judge refuses a page that a screen reader could stumble over, or that loads anything.
func judge(t *testing.T, name, made, language string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(made))
	if err != nil {
		t.Fatal(err)
	}
	ids, level, tops, mains := map[string]bool{}, 0, 0, 0
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		if slices.Contains(forbidden, n.Data) || attribute(n, "src") != "" || attribute(n, "href") != "" || attribute(n, "tabindex") != "" {
			t.Errorf("%s: <%s> runs, loads or takes the focus", name, n.Data)
		}
		if id := attribute(n, "id"); id != "" && ids[id] {
			t.Errorf("%s: the id %s is not unique", name, id)
		} else {
			ids[id] = true
		}
		switch n.Data {
		case "html":
			if attribute(n, "lang") != language {
				t.Errorf("%s: lang=%q", name, attribute(n, "lang"))
			}
		case "main":
			mains++
		case "h1", "h2", "h3":
			now := int(n.Data[1] - '0')
			if now > level+1 {
				t.Errorf("%s: %s follows a heading of level %d", name, n.Data, level)
			}
			if level = now; now == 1 {
				tops++
			}
		case "table":
			if n.FirstChild.NextSibling.Data != "caption" {
				t.Errorf("%s: a table without a caption", name)
			}
		case "th":
			if s := attribute(n, "scope"); s != "row" && s != "col" {
				t.Errorf("%s: a head of no scope", name)
			}
		case "svg":
			if attribute(n, "role") != "img" || attribute(n, "aria-labelledby") == "" {
				t.Errorf("%s: a picture without a name", name)
			}
		}
	}
	if tops != 1 || mains != 1 {
		t.Errorf("%s: %d first headings, %d mains", name, tops, mains)
	}
}

// G6: where counselors who are in no group see it all the same, its team is told.
func TestATeamIsToldWhoSeesTheGroupFromOutside(t *testing.T) {
	w := scenetest.Demonstration(t)
	on := w.Institution().Date
	said := tell.In(words.Dutch)
	for _, outside := range []bool{false, true} {
		if outside {
			changes, err := domain.SetReading{Reading: domain.ReadUnlinkedCounselorsSeeGroups, On: true}.Plan(w)
			if err != nil {
				t.Fatal(err)
			}
			if w, err = w.With(changes...); err != nil {
				t.Fatal(err)
			}
		}
		var b strings.Builder
		if err := page.Group(&b, draw.Subject{World: w, On: on, Words: said}, "G4", page.Decision{}); err != nil {
			t.Fatal(err)
		}
		if told := strings.Contains(b.String(), said.Say("page.group.others")); told != outside {
			t.Errorf("with counselors outside %v it is told: %v", outside, told)
		}
	}
}

// Two people of one name are told apart where a page is for a team or a privacy officer, the
// same way in pictures and sentences, and nobody else gets a number. The page of a person
// says no more of them than a tile does.
func TestNamesakesAreToldApartOnPagesForWhoMayKnow(t *testing.T) {
	w := scenetest.Demonstration(t)
	other, _ := w.Person("P18")
	other.GivenName, other.FamilyName, other.FamilyNamePrefix, other.DisplayName = "Noor", "Haddad", "", "Noor Haddad"
	swap := func(now domain.Person) domain.Change {
		was, _ := w.Person(now.ID)
		return domain.Change{Person: &domain.Swap[domain.Person]{Before: &was, After: &now}}
	}
	w, err := w.With(swap(other))
	if err != nil {
		t.Fatal(err)
	}
	a := domain.Agreement{ID: "F9", Kind: domain.NeverSees, Viewer: "P15", Other: "P18"}
	if w, err = w.With(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &a}}); err != nil {
		t.Fatal(err)
	}
	made := pages(t, w, words.Dutch, "P12", "G5")
	for name, wants := range map[string]int{"group": 2, "institution": 2} {
		if strings.Contains(made[name], "Noor Haddad<") || strings.Contains(made[name], "Noor Haddad ziet Noor Haddad") {
			t.Errorf("page %s leaves two of one name", name)
		}
		for _, told := range []string{"Noor Haddad (100015)", "Noor Haddad (100018)"} {
			if n := strings.Count(made[name], told); n < wants {
				t.Errorf("page %s says %q %d times", name, told, n)
			}
		}
		if strings.Contains(made[name], "(100019)") {
			t.Errorf("page %s gives a number to somebody without a namesake", name)
		}
	}
	if strings.Contains(made["person"], "1000") {
		t.Error("the page of a person has the number of a client")
	}
}

// Many signals are counted by sort before they are listed, and no sort is left out.
func TestManySignalsAreCountedBeforeTheyAreListed(t *testing.T) {
	w := domaintest.Institution(1, domaintest.Size{Persons: 400, Groups: 40, Memberships: 1500, Relations: 600})
	made := pages(t, w, words.Dutch, "P1", "G1")["institution"]
	_, part, _ := strings.Cut(made, "<h2>Open signalen</h2>")
	part, _, _ = strings.Cut(part, "</section>")
	counts, listed, ok := strings.Cut(part, "Wat aandacht vraagt")
	found := signal.Look(w, domaintest.Today()).Open
	sum := 0
	for _, row := range strings.Split(counts, "</th><td>")[1:] {
		n, _ := strconv.Atoi(row[:strings.IndexByte(row, '<')])
		sum += n
	}
	if !ok || sum != len(found) || strings.Count(listed, `<th scope="row">`) != len(found) {
		t.Errorf("%d signals are counted as %d and listed as %d", len(found), sum, strings.Count(listed, `<th scope="row">`))
	}
	if strings.Contains(pages(t, scenetest.Demonstration(t), words.Dutch, "P28", "G5")["institution"], "Hoeveel van elke soort") {
		t.Error("a few signals are counted too")
	}
}
