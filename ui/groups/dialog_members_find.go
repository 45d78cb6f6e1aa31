package groups

import (
	"regexp"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// finder finds people by a line of a list as others write it: a number or id, a
// name either way round, or columns with both. It is made once per list.
type finder struct {
	exact map[string][]domain.PersonID
	loose []loosely
}

// loosely is what the words of a line are looked for in, where nothing matches whole.
type loosely struct {
	id    domain.PersonID
	words string
}

const (
	mostCandidates = 8
	leastLetters   = 2 // fewer would find everybody
)

func newFinder(s scene.Scene) finder {
	f := finder{exact: map[string][]domain.PersonID{}}
	for _, p := range s.Roster.People() {
		family := p.FamilyName
		if family == domain.NoFamilyName {
			family = ""
		}
		full := written(p.GivenName + " " + p.FamilyNamePrefix + " " + family)
		for _, way := range []string{
			written(p.Number), written(string(p.ID)), written(p.Shown()), full,
			written(p.FamilyNamePrefix + " " + family + " " + p.GivenName),
			written(family + " " + p.GivenName + " " + p.FamilyNamePrefix),
			written(family + " " + p.FamilyNamePrefix + " " + p.GivenName),
		} {
			if way != "" && !slices.Contains(f.exact[way], p.ID) {
				f.exact[way] = append(f.exact[way], p.ID)
			}
		}
		f.loose = append(f.loose, loosely{p.ID, written(p.Shown()) + " " + full})
	}
	return f
}

// written is a name as it is compared: folded, and without the comma of "Bakker, Sem".
func written(s string) string { return words.Fold(strings.ReplaceAll(s, ",", " ")) }

var bullet = regexp.MustCompile(`^(?:[-*•·–]|\d{1,3}[.)])\s+`)

// find returns whom a line may mean. sure is true when it names exactly one
// person whole; a few letters that happen to fit one are not enough.
func (f finder) find(line string) (found []domain.PersonID, sure bool) {
	line = bullet.ReplaceAllString(strings.TrimSpace(line), "")
	if found := f.exact[written(strings.NewReplacer("\t", " ", ";", " ").Replace(line))]; len(found) > 0 {
		return found, len(found) == 1
	}
	cells := strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == ';' })
	if len(cells) > 1 {
		if found, sure = f.columns(cells); len(found) > 0 {
			return found, sure
		}
	}
	return f.partly(written(line)), false
}

// columns takes the cells together: number and name must mean the same person.
func (f finder) columns(cells []string) (found []domain.PersonID, sure bool) {
	agree := true
	for _, c := range cells {
		ids := f.exact[written(strings.Trim(strings.TrimSpace(c), `"`))]
		if len(ids) == 0 {
			continue
		}
		if found == nil {
			found = ids
			continue
		}
		both := slices.DeleteFunc(slices.Clone(found), func(id domain.PersonID) bool { return !slices.Contains(ids, id) })
		if len(both) > 0 {
			found = both
			continue
		}
		agree = false
		found = append(slices.Clone(found), ids...)
	}
	return found, agree && len(found) == 1
}

// partly returns those in whose name every word of the line stands; nobody when
// that would be too many to choose from.
func (f finder) partly(line string) []domain.PersonID {
	words := strings.Fields(line)
	if len([]rune(line)) < leastLetters {
		return nil
	}
	var out []domain.PersonID
	for _, l := range f.loose {
		if slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(l.words, w) }) {
			continue
		}
		if out = append(out, l.id); len(out) > mostCandidates {
			return nil
		}
	}
	return out
}
