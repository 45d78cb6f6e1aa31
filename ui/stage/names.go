package stage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/domain/invented"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Names are what people and groups are called on a stage: by their own names, or by
// invented ones, which are kept once they are made: Names belong to one goroutine. An invented name depends on the secret of the file and on the id, never on
// a name, and is no name in the file.
type Names struct {
	world    domain.World
	said     tell.Words
	secret   []byte
	invented bool
	own      map[string]bool // words of people's names, folded
	other    map[string]bool // words of all other names, folded
	made     map[domain.PersonID]invented.Name
}

// NewNames returns the names of a World; with a secret they are invented.
func NewNames(w domain.World, said tell.Words, secret []byte) Names {
	n := Names{world: w, said: said, secret: secret, invented: secret != nil}
	if n.invented {
		n.own, n.other = wordsOf(w)
		n.made = map[domain.PersonID]invented.Name{}
	}
	return n
}

// wordsOf returns the words of the names in a World.
func wordsOf(w domain.World) (own, other map[string]bool) {
	own, other = map[string]bool{}, map[string]bool{}
	for p := range w.Persons() {
		for _, name := range []string{p.GivenName, p.FamilyName, p.DisplayName, p.Initials, p.Number, p.UserName} {
			note(own, name)
		}
		note(other, p.Location)
		note(other, p.Function)
	}
	for g := range w.Groups() {
		note(other, g.Name)
		note(other, g.Location)
		note(other, g.NewsGroup)
	}
	for t := range w.RelationTypes() {
		note(other, t.Name)
	}
	note(other, w.Institution().Name)
	return own, other
}

func note(in map[string]bool, name string) {
	for _, word := range split(name) {
		if particle := utf8.RuneCountInString(word) <= 3 && word == strings.ToLower(word); !particle { // "van" is no name
			in[domain.LookUp(word)] = true
		}
	}
}

// split returns the words of a text: runs of letters and digits.
func split(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) })
}

func (n Names) taken(word string) bool {
	folded := domain.LookUp(word)
	return n.own[folded] || n.other[folded]
}

// Person returns somebody's whole name, and the first one.
func (n Names) Person(id domain.PersonID) (whole, first string) {
	if n.invented {
		name, ok := n.made[id]
		if !ok {
			name = invented.Believable(n.secret, string(id), n.taken)
			n.made[id] = name
		}
		return strings.Join(strings.Fields(name.Given+" "+name.Prefix+" "+name.Family), " "), name.Given
	}
	p, _ := n.world.Person(id)
	whole = words.Clean(p.Shown())
	first, _, _ = strings.Cut(whole, " ")
	return whole, first
}

// Group returns the name of a group. A hidden one has none, whoever is shown.
func (n Names) Group(g domain.Group) string {
	switch {
	case g.Visibility == domain.Hidden:
		return n.said.Say("stage.hidden-group")
	case n.invented:
		return n.said.Say("stage.group", invented.Place(n.secret, string(g.ID), n.taken))
	}
	return words.Clean(g.Name)
}

// Institution returns the name of the institution.
func (n Names) Institution() string {
	if n.invented {
		return n.said.Say("stage.institution", invented.Place(n.secret, "", n.taken))
	}
	return words.Clean(n.world.Institution().Name)
}

// Which says which names these are.
func (n Names) Which(demonstration bool) string {
	switch {
	case n.invented:
		return n.said.Say("stage.names-invented")
	case demonstration:
		return n.said.Say("stage.names-demo")
	}
	return n.said.Say("stage.names-real")
}

// Sentence fills in the people of a sentence of a story. Where names are invented, those of
// groups are too, and a sentence in which a name is left is not shown. A hidden group is not
// named either way.
func (n Names) Sentence(text string) string {
	fill := func(text string) string {
		return rehearsal.Fill(text, func(id domain.PersonID) (string, bool) {
			_, known := n.world.Person(id)
			whole, _ := n.Person(id)
			return whole, known
		})
	}
	groups := slices.Collect(n.world.Groups())
	slices.SortStableFunc(groups, func(a, b domain.Group) int { return len(b.Name) - len(a.Name) }) // a name can be a part of another
	for _, g := range groups {
		if n.invented || g.Visibility == domain.Hidden {
			text = strings.ReplaceAll(text, g.Name, n.Group(g))
		}
	}
	if n.invented && n.names(rehearsal.Fill(text, func(domain.PersonID) (string, bool) { return "", true })) {
		return n.said.Say("stage.sentence-hidden")
	}
	said := words.Clean(fill(text))
	start := 0 // of the sentence, behind its number; it may be the name of a group
	if number, _, ok := strings.Cut(said, ". "); ok && strings.Trim(number, "0123456789") == "" {
		start = len(number) + len(". ")
	}
	return said[:start] + tell.UpperFirst(said[start:])
}

// names reports whether a text has a word of a real name: one of a person in any letters,
// of anything else as it is written there. A common word in small letters is none.
func (n Names) names(text string) bool {
	for _, word := range split(text) {
		folded := domain.LookUp(word)
		if n.own[folded] || n.other[folded] && word != strings.ToLower(word) {
			return true
		}
	}
	return false
}
