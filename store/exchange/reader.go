package exchange

import (
	"slices"
	"strings"
)

// reader walks the tree of a file and collects problems.
type reader struct {
	file     string
	path     []step
	found    problems
	notices  problems      // what is worth knowing, and refuses nothing
	refused  int           // number of problems, including those beyond the limit
	inactive *node         // value of the extension inactiveKey
	lacked   map[lack]bool // told already
}

// refuse adds a problem with n, which stands at the reader's path.
func (r *reader) refuse(n *node, c Code, args ...string) { r.refuseValue(n, c, n.text, args...) }

func (r *reader) refuseValue(n *node, c Code, value string, args ...string) {
	r.refused++
	if r.found.full() {
		r.found.more++
		return
	}
	r.found.add(r.problem(n, c, value, args))
}

func (r *reader) problem(n *node, c Code, value string, args []string) Problem {
	x := Problem{Place: Place{File: r.file, Line: int(n.line), Column: int(n.column)}, Code: c, Value: value, Args: args}
	if n.row == nil {
		x.Path = pathOf(r.path)
		return x
	}
	key := ""
	if len(r.path) > 0 {
		key = r.path[len(r.path)-1].key
	}
	return x.inTable(n, key)
}

// note adds something worth knowing about n.
func (r *reader) note(n *node, c Code, args ...string) {
	if r.notices.full() {
		r.notices.more++
		return
	}
	r.notices.add(r.problem(n, c, n.text, args))
}

// descend calls read with the path one step deeper.
func (r *reader) descend(s step, read func()) {
	r.path = append(r.path, s)
	read()
	r.path = r.path[:len(r.path)-1]
}

// expect reports whether n has the kind that must stand here, and refuses it if not.
func (r *reader) expect(n *node, k kind) bool {
	if n.kind == k {
		return true
	}
	if k == boolean {
		r.refuse(n, WrongYesNo)
	} else {
		r.refuse(n, WrongKind, k.String())
	}
	return false
}

// items visits the values of a list.
func (r *reader) items(n *node, visit func(at int, kid *node)) {
	if !r.expect(n, list) {
		return
	}
	for i := range n.kids {
		r.descend(step{at: i, inList: true}, func() { visit(i, &n.kids[i]) })
	}
}

// members visits the values of an object with the index of their key in known. It
// refuses unknown keys, and keys that stand there twice.
func (r *reader) members(n *node, known []string, visit func(at int, kid *node)) {
	if !r.expect(n, object) {
		return
	}
	var seen uint64
	for i := range n.kids {
		kid := &n.kids[i]
		at := slices.Index(known, kid.key)
		r.descend(step{key: kid.key}, func() {
			switch {
			case kid.flawedKey:
				r.refuseValue(kid, NotUTF8, kid.key)
			case at < 0:
				r.unknown(kid, known)
			case seen&(1<<at) != 0:
				r.refuseValue(kid, KeyTwice, kid.key)
			default:
				seen |= 1 << at
				visit(at, kid)
			}
		})
	}
}

func (r *reader) unknown(kid *node, known []string) {
	switch strings.ToLower(kid.key) {
	case "bsn", "burgerservicenummer":
		r.refuseValue(kid, BSN, "")
		return
	}
	if r.found.full() { // finding the nearest key for a million of them takes long
		r.refuseValue(kid, UnknownKey, "")
		return
	}
	if near, ok := nearest(kid.key, known); ok {
		r.refuseValue(kid, UnknownKey, kid.key, near)
		return
	}
	r.refuseValue(kid, UnknownKey, kid.key)
}

// absent refuses an object for a key that it lacks. A table without a column for it is
// refused once, at its heads.
func (r *reader) absent(n *node, key string) {
	if n.row != nil && !n.row.of.gives(key) {
		r.lacksHead(n.row.of, key)
		return
	}
	r.descend(step{key: key}, func() { r.refuseValue(n, Required, "") })
}

// nearest returns the word of known that somebody who wrote s most likely meant: the
// first of those that differ in the fewest letters, if that is under half of its own.
func nearest(s string, known []string) (string, bool) {
	best, least := "", 0
	for _, k := range known {
		if len(s) > 2*len(k)+4 {
			continue
		}
		d := distance(strings.ToLower(s), strings.ToLower(k))
		if 2*d < len(k) && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best, best != ""
}

// distance counts the bytes to insert, drop or replace between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
