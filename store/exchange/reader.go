package exchange

import (
	"slices"
	"strings"
)

// reader walks a tree and notes what is wrong with it.
type reader struct {
	file     string
	path     []step
	found    problems
	refused  int   // problems noted, those beyond the cap included
	inactive *node // what the extension inactiveKey holds, see inactive.go
}

// refuse notes that n, which stands at the reader's path, is wrong.
func (r *reader) refuse(n *node, c Code, args ...string) { r.refuseValue(n, c, n.text, args...) }

func (r *reader) refuseValue(n *node, c Code, value string, args ...string) {
	r.refused++
	if r.found.full() {
		r.found.more++
		return
	}
	r.found.add(Problem{
		File: r.file, Path: pathOf(r.path), Line: int(n.line), Column: int(n.column),
		Code: c, Value: value, Args: args,
	})
}

// in reads something one step deeper.
func (r *reader) in(s step, read func()) {
	r.path = append(r.path, s)
	read()
	r.path = r.path[:len(r.path)-1]
}

// is reports whether n is of the kind that has to stand here, and refuses it if not.
func (r *reader) is(n *node, k kind) bool {
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
	if !r.is(n, list) {
		return
	}
	for i := range n.kids {
		r.in(step{at: i, inList: true}, func() { visit(i, &n.kids[i]) })
	}
}

// members visits the values of an object with the place of their key in known,
// and refuses keys that are not known or stand there twice.
func (r *reader) members(n *node, known []string, visit func(at int, kid *node)) {
	if !r.is(n, object) {
		return
	}
	var seen uint64
	for i := range n.kids {
		kid := &n.kids[i]
		at := slices.Index(known, kid.key)
		r.in(step{key: kid.key}, func() {
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
	if r.found.full() { // finding names for a million of them takes long
		r.refuseValue(kid, UnknownKey, "")
		return
	}
	if near, ok := nearest(kid.key, known); ok {
		r.refuseValue(kid, UnknownKey, kid.key, near)
		return
	}
	r.refuseValue(kid, UnknownKey, kid.key)
}

// absent refuses an object for a key that it lacks.
func (r *reader) absent(n *node, key string) {
	r.in(step{key: key}, func() { r.refuseValue(n, Required, "") })
}
