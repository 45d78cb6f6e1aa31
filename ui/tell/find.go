package tell

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// Found is a record as one finds it. What it is called is the same in every language: whoever
// looks for a parent finds an ouder.
type Found struct {
	Ref   domain.Ref
	Name  string // clean
	Kind  string // what it is, in a few words
	Names string // all of its names and numbers, folded
	Also  string // its synonyms, folded
}

// Finder makes what is found. It is for one World; any goroutine may use it.
type Finder struct {
	w     Words
	world domain.World
	also  map[words.Key]string
}

// NewFinder returns the finder of a World.
func (w Words) NewFinder(world domain.World) Finder {
	f := Finder{w, world, map[words.Key]string{}}
	keys := []words.Key{"noun.person", "noun.group", "noun.relationType", "noun.agreement"}
	for _, r := range domain.Roles() {
		keys = append(keys, roleWordKeys[r])
	}
	for _, key := range append(keys, kindKeys[:]...) {
		f.also[key] = Synonyms(key)
	}
	return f
}

// Synonyms are what a sentence says in every language, and what else it is called, folded.
func Synonyms(key words.Key, args ...any) string {
	var all []string
	for _, l := range words.Languages() {
		w := words.In(l)
		all = append(all, w.Say(key, args...))
		if also := "synonym." + words.Key(strings.ReplaceAll(string(key), ".", "-")); w.Has(also) {
			all = append(all, w.Say(also))
		}
	}
	return domain.LookUp(strings.Join(all, " "))
}

// found is a record under its names, each of which may be empty, its id last.
func (f Finder) found(r domain.Ref, name, kind string, keys []words.Key, names ...string) Found {
	also := make([]string, 0, len(keys))
	for _, k := range keys {
		also = append(also, f.also[k])
	}
	return Found{r, words.Clean(name), kind, domain.LookUp(strings.Join(append(names, r.Key), " ")), strings.Join(also, " ")}
}

// Person is somebody, found by each name, number, location and role.
func (f Finder) Person(p domain.Person) Found {
	names := []string{p.Shown()}
	if p.DisplayName != "" && p.DisplayName != p.FullName() {
		names = append(names, p.FullName())
	}
	kind := f.w.RoleWord(p.Role)
	if apart := f.w.Apart(p); apart != string(p.ID) {
		kind += " · " + apart
	}
	return f.found(domain.Ref{Noun: domain.PersonNoun, Key: p.Key()}, p.Shown(), kind,
		[]words.Key{"noun.person", roleWordKeys[p.Role]}, append(names, p.Number, p.Location)...)
}

// Group is a group, found by name and location.
func (f Finder) Group(g domain.Group) Found {
	return f.found(domain.Ref{Noun: domain.GroupNoun, Key: g.Key()}, g.Name, f.w.Noun(domain.GroupNoun)+" · "+f.w.VisibilityShort(g.Visibility),
		[]words.Key{"noun.group"}, g.Name, g.Location)
}

// RelationType is a type, found by name and whom it is for.
func (f Finder) RelationType(t domain.RelationType) Found {
	return f.found(domain.Ref{Noun: domain.RelationTypeNoun, Key: t.Key()}, t.Name, f.w.Noun(domain.RelationTypeNoun)+" · "+f.w.Kind(t.Kind),
		[]words.Key{"noun.relationType", kindKeys[t.Kind]}, t.Name)
}

// Agreement is a promise, found by what it says in any language, and its note.
func (f Finder) Agreement(a domain.Agreement) Found {
	names := []string{}
	for _, l := range words.Languages() {
		names = append(names, In(l).Agreement(f.world, a))
	}
	return f.found(domain.Ref{Noun: domain.AgreementNoun, Key: a.Key()}, f.w.Agreement(f.world, a), f.w.Noun(domain.AgreementNoun),
		[]words.Key{"noun.agreement"}, append(names, a.Note)...)
}
