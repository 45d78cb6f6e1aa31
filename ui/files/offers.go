package files

import (
	"strings"

	"zichtlijn/ui/scene"
)

// offers are the ways in which a path could go on. It is a value; none is the
// zero one.
type offers struct {
	found []string
	at    int // the one under the cursor; -1: none, enter is for the path itself
}

// move goes through the offers and past either end back to the path itself.
func (o offers) move(by int) offers {
	if len(o.found) > 0 {
		n := len(o.found) + 1
		o.at = (o.at+1+by+n)%n - 1
	}
	return o
}

func (o offers) chosen() (string, bool) {
	if o.at < 0 || o.at >= len(o.found) {
		return "", false
	}
	return o.found[o.at], true
}

// taken puts an offer into the field; a folder is looked into at once.
func (d transfer) taken(path string) (transfer, scene.Wish) {
	d.path, d.offers, d.failure = d.path.SetValue(path), offers{}, ""
	if folder(path) {
		return d, scene.Complete{Path: path}
	}
	return d, nil
}

// completed takes up how the path could go on: as far as all offers agree it is
// typed for the person, and more than one is listed.
func (d transfer) completed(s scene.Scene, c scene.Completions) transfer {
	if !d.typing() || c.Path != d.path.Value() { // typed on meanwhile
		return d
	}
	d.failure, d.offers = "", offers{}
	switch len(c.Found) {
	case 0:
		d.failure = s.Words.Say("list.no-match")
		return d
	case 1:
		d.path = d.path.SetValue(c.Found[0])
		return d
	}
	if common := shared(c.Found); len(common) > len(c.Path) {
		d.path = d.path.SetValue(common)
	}
	d.offers = offers{found: c.Found, at: -1}
	return d
}

// shared is the beginning that all have, cut between characters.
func shared(all []string) string {
	out := []rune(all[0])
	for _, s := range all[1:] {
		n := 0
		for _, r := range s {
			if n >= len(out) || out[n] != r {
				break
			}
			n++
		}
		out = out[:n]
	}
	return string(out)
}

func folder(path string) bool { return strings.HasSuffix(path, "/") || strings.HasSuffix(path, `\`) }

// base is the last part of a path: what tells an offer from the others.
func base(path string) string {
	end := ""
	if folder(path) {
		path, end = path[:len(path)-1], path[len(path)-1:]
	}
	return path[strings.LastIndexAny(path, `/\`)+1:] + end
}
