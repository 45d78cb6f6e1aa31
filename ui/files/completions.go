package files

import (
	"strings"

	"zichtlijn/ui/scene"
)

// completions are the paths that the typed one could become. It is a value; the zero
// value has none.
type completions struct {
	found []string
	at    int // the one under the cursor; -1: none, then enter takes the typed path
}

// move moves the cursor, and past either end back to the typed path.
func (c completions) move(by int) completions {
	if len(c.found) > 0 {
		n := len(c.found) + 1
		c.at = (c.at+1+by+n)%n - 1
	}
	return c
}

func (c completions) chosen() (string, bool) {
	if c.at < 0 || c.at >= len(c.found) {
		return "", false
	}
	return c.found[c.at], true
}

// take puts a completion into the field, and asks for the contents of a folder.
func (d transfer) take(path string) (transfer, scene.Wish) {
	d.path, d.completions, d.failure = d.path.SetValue(path), completions{}, ""
	if isFolder(path) {
		return d, scene.Complete{Path: path}
	}
	return d, nil
}

// receiveCompletions types what all completions begin with, and lists them where there
// is more than one.
func (d transfer) receiveCompletions(s scene.Scene, answer scene.Completions) transfer {
	if !d.typing() || answer.Path != d.path.Value() { // the person typed on meanwhile
		return d
	}
	d.failure, d.completions = "", completions{}
	switch len(answer.Found) {
	case 0:
		d.failure = s.Words.Say("list.no-match")
		return d
	case 1:
		d.path = d.path.SetValue(answer.Found[0])
		return d
	}
	if common := commonPrefix(answer.Found); len(common) > len(answer.Path) {
		d.path = d.path.SetValue(common)
	}
	d.completions = completions{found: answer.Found, at: -1}
	return d
}

// commonPrefix is the longest beginning of all, cut between characters.
func commonPrefix(all []string) string {
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

func isFolder(path string) bool { return strings.HasSuffix(path, "/") || strings.HasSuffix(path, `\`) }

// base is the last part of a path, with the separator at the end of a folder.
func base(path string) string {
	end := ""
	if isFolder(path) {
		path, end = path[:len(path)-1], path[len(path)-1:]
	}
	return path[strings.LastIndexAny(path, `/\`)+1:] + end
}
