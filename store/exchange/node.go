package exchange

import "golang.org/x/text/unicode/norm"

// kind is what a JSON value is.
type kind uint8

const (
	null kind = iota
	boolean
	number
	text
	list
	object
)

// String names the kind as an argument of a problem.
func (k kind) String() string {
	return [...]string{"null", "boolean", "number", "text", "list", "object"}[k]
}

// node is one JSON value with the place where it began, in the order of the
// file. A value in an object carries its key.
type node struct {
	kind         kind
	flawed       bool // the text held bytes or escapes that are no characters
	flawedKey    bool // the same of the key
	line, column int32
	key          string
	text         string // a text decoded and in NFC; a number, true, false or null as it was written
	kids         []node
}

// member returns the value of a key, nil where there is none.
func (n *node) member(key string) *node {
	for i := range n.kids {
		if n.kids[i].key == key {
			return &n.kids[i]
		}
	}
	return nil
}

// textNode returns s as a value to write. NFC is how it would be read again.
func textNode(s string) node { return node{kind: text, text: norm.NFC.String(s)} }

func boolNode(on bool) node {
	if on {
		return node{kind: boolean, text: "true"}
	}
	return node{kind: boolean, text: "false"}
}

func numberNode(digits string) node { return node{kind: number, text: digits} }

// under returns n as the value of key.
func (n node) under(key string) node {
	n.key = key
	return n
}
