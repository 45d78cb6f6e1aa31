package exchange

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// kind is the kind of a JSON value.
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
	flawedKey    bool // the key held them
	emptied      bool // the cell says that there is nothing
	partial      bool // the record is known: a value that is not given stays
	adds         bool // a relation without an id, which replaces others (E8)
	line, column int32
	key          string
	text         string // a text decoded and in NFC; a number, true, false or null as it was written
	kids         []node
	row          *rowPlace // of a table: line and column are then those of the cell
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

// textNode returns s as a value to write: in NFC, as it would be read again.
func textNode(s string) node { return node{kind: text, text: norm.NFC.String(s)} }

func boolNode(on bool) node {
	if on {
		return node{kind: boolean, text: "true"}
	}
	return node{kind: boolean, text: "false"}
}

func numberNode(digits string) node { return node{kind: number, text: digits} }

// withKey returns n as the value of key.
func (n node) withKey(key string) node {
	n.key = key
	return n
}

// parser reads JSON as RFC 8259 has it and nothing more, and remembers the place of
// every value. encoding/json forgets places and silently takes the last of two equal
// keys.
type parser struct {
	src    []byte
	at     int
	line   int32
	start  int // offset of the first byte of the line
	inside int // bytes since start that continue a character and are no column
	depth  int
	left   int // number of values that may still come
	work   *Work
	keys   map[string]string // each key once in memory: a file repeats them by the thousand
}

// fault is the place from which a text is not JSON, or is too large.
type fault struct {
	code         Code
	line, column int32
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// parse reads one JSON value, with at most most values in it. Where work is stopped it is
// none.
func parse(src []byte, most int, work *Work) (node, *fault) {
	p := &parser{src: bytes.TrimPrefix(src, byteOrderMark), line: 1, left: most, work: work, keys: map[string]string{}}
	var root node
	if f := p.value(&root); f != nil {
		return node{}, f
	}
	p.space()
	if p.at < len(p.src) {
		return node{}, p.fault(NotJSON)
	}
	return root, nil
}

func (p *parser) column() int32 { return int32(p.at - p.start - p.inside + 1) }

func (p *parser) fault(c Code) *fault { return &fault{code: c, line: p.line, column: p.column()} }

func (p *parser) space() {
	for ; p.at < len(p.src); p.at++ {
		switch p.src[p.at] {
		case ' ', '\t', '\r':
		case '\n':
			p.line++
			p.start, p.inside = p.at+1, 0
		default:
			return
		}
	}
}

// next skips space and returns the byte after it; 0 at the end.
func (p *parser) next() byte {
	p.space()
	if p.at == len(p.src) {
		return 0
	}
	return p.src[p.at]
}

// accept skips space and b, and reports whether b was there.
func (p *parser) accept(b byte) bool {
	if p.next() != b {
		return false
	}
	p.at++
	return true
}

func (p *parser) value(into *node) *fault {
	c := p.next()
	if p.left--; p.left < 0 {
		return p.fault(TooMany)
	}
	if p.left%1024 == 0 && !p.work.read(int64(p.at), int64(len(p.src))) {
		return p.fault(NotJSON)
	}
	into.line, into.column = p.line, p.column()
	switch {
	case c == '{':
		return p.nested(into, object, p.member, '}')
	case c == '[':
		return p.nested(into, list, p.value, ']')
	case c == '"':
		into.kind = text
		var f *fault
		into.text, into.flawed, f = p.text()
		return f
	case c == '-' || '0' <= c && c <= '9':
		return p.number(into)
	}
	for _, word := range []struct {
		text string
		kind kind
	}{{"true", boolean}, {"false", boolean}, {"null", null}} {
		if bytes.HasPrefix(p.src[p.at:], []byte(word.text)) {
			into.kind, into.text = word.kind, word.text
			p.at += len(word.text)
			return nil
		}
	}
	return p.fault(NotJSON)
}

// nested reads the values of a list or an object, from bracket to bracket.
func (p *parser) nested(into *node, k kind, read func(*node) *fault, end byte) *fault {
	if p.depth++; p.depth > deepest {
		return p.fault(TooDeep)
	}
	p.at++
	into.kind = k
	for first := true; !p.accept(end); first = false {
		if !first && !p.accept(',') {
			return p.fault(NotJSON)
		}
		into.kids = append(into.kids, node{})
		if f := read(&into.kids[len(into.kids)-1]); f != nil {
			return f
		}
	}
	p.depth--
	return nil
}

func (p *parser) member(into *node) *fault {
	if p.next() != '"' {
		return p.fault(NotJSON)
	}
	key, flawed, f := p.text()
	if f != nil {
		return f
	}
	if !p.accept(':') {
		return p.fault(NotJSON)
	}
	if f := p.value(into); f != nil {
		return f
	}
	if _, ok := p.keys[key]; !ok {
		p.keys[key] = key
	}
	into.key, into.flawedKey = p.keys[key], flawed
	return nil
}

func (p *parser) number(into *node) *fault {
	from := p.at
	digits := func() bool {
		start := p.at
		for p.at < len(p.src) && '0' <= p.src[p.at] && p.src[p.at] <= '9' {
			p.at++
		}
		return p.at > start
	}
	pass := func(any string) bool {
		ok := p.at < len(p.src) && strings.IndexByte(any, p.src[p.at]) >= 0
		if ok {
			p.at++
		}
		return ok
	}
	pass("-")
	if !pass("0") && !digits() {
		return p.fault(NotJSON)
	}
	if pass(".") && !digits() {
		return p.fault(NotJSON)
	}
	if pass("eE") {
		pass("+-")
		if !digits() {
			return p.fault(NotJSON)
		}
	}
	into.kind, into.text = number, string(p.src[from:p.at])
	return nil
}

// text reads a text; the parser stands at its opening quote. flawed says that it held
// bytes or escapes that are no characters.
func (p *parser) text() (s string, flawed bool, _ *fault) {
	p.at++
	var built []byte
	from, plain := p.at, true
	for p.at < len(p.src) {
		switch c := p.src[p.at]; {
		case c == '"':
			if built == nil && plain {
				p.at++
				return string(p.src[from : p.at-1]), false, nil
			}
			built = append(built, p.src[from:p.at]...)
			p.at++
			flawed = flawed || !utf8.Valid(built)
			return norm.NFC.String(strings.ToValidUTF8(string(built), "\ufffd")), flawed, nil
		case c == '\\':
			built = append(built, p.src[from:p.at]...)
			r, ok := p.escape()
			if !ok {
				return "", false, p.fault(NotJSON)
			}
			// A lone surrogate (r < 0) decodes to the replacement character. The same
			// character, escaped, is a character like any other.
			flawed = flawed || r < 0
			built = utf8.AppendRune(built, r)
			from, plain = p.at, plain && 0 <= r && r < utf8.RuneSelf
		case c < ' ':
			return "", false, p.fault(NotJSON)
		default:
			if c >= utf8.RuneSelf {
				plain = false
			}
			if c&0xc0 == 0x80 {
				p.inside++
			}
			p.at++
		}
	}
	return "", false, p.fault(NotJSON)
}

const escapes, escaped = `"\/bfnrt`, "\"\\/\b\f\n\r\t"

// escape reads an escape from its backslash on. The character is negative for half
// of a surrogate pair whose other half is missing.
func (p *parser) escape() (r rune, ok bool) {
	if p.at+1 >= len(p.src) {
		return 0, false
	}
	c := p.src[p.at+1]
	p.at += 2
	if c != 'u' {
		i := strings.IndexByte(escapes, c)
		if i < 0 {
			return 0, false
		}
		return rune(escaped[i]), true
	}
	if r, ok = p.hex(); !ok || !utf16.IsSurrogate(r) {
		return r, ok
	}
	back := p.at
	if bytes.HasPrefix(p.src[p.at:], []byte(`\u`)) {
		p.at += 2
		if low, ok := p.hex(); ok {
			if pair := utf16.DecodeRune(r, low); pair != utf8.RuneError {
				return pair, true
			}
		}
	}
	p.at = back
	return -1, true
}

func (p *parser) hex() (rune, bool) {
	if p.at+4 > len(p.src) {
		return 0, false
	}
	v, err := strconv.ParseUint(string(p.src[p.at:p.at+4]), 16, 16)
	if err != nil {
		return 0, false
	}
	p.at += 4
	return rune(v), true
}

// compact tells appendNode to write on one line without spaces.
const compact = -1

// appendNode writes n as JSON, its kids one space deeper than depth.
func appendNode(out []byte, n *node, depth int) []byte {
	switch n.kind {
	case text:
		return appendText(out, n.text)
	case list, object:
		open, end := byte('['), byte(']')
		if n.kind == object {
			open, end = '{', '}'
		}
		out = append(out, open)
		for i := range n.kids {
			if i > 0 {
				out = append(out, ',')
			}
			out = appendKid(out, &n.kids[i], n.kind, depth)
		}
		if len(n.kids) > 0 {
			out = appendBreak(out, depth)
		}
		return append(out, end)
	default:
		return append(out, n.text...)
	}
}

func appendKid(out []byte, kid *node, in kind, depth int) []byte {
	deeper := depth
	if depth != compact {
		deeper++
	}
	out = appendBreak(out, deeper)
	if in == object {
		out = append(appendText(out, kid.key), ':')
		if depth != compact {
			out = append(out, ' ')
		}
	}
	return appendNode(out, kid, deeper)
}

func appendBreak(out []byte, depth int) []byte {
	if depth == compact {
		return out
	}
	out = append(out, '\n')
	for range depth {
		out = append(out, ' ')
	}
	return out
}

// appendText writes a text. It escapes invisible characters, so that every editor
// shows what the file says, and writes everything else as it is.
func appendText(out []byte, s string) []byte {
	out = append(out, '"')
	for _, r := range s {
		switch {
		case ' ' <= r && r < 0x7f && r != '"' && r != '\\':
			out = append(out, byte(r))
		case r == '"' || r == '\\':
			out = append(out, '\\', byte(r))
		case r == '\n':
			out = append(out, `\n`...)
		case r == '\t':
			out = append(out, `\t`...)
		case r > 0xffff && unseen(r):
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		case unseen(r):
			out = fmt.Appendf(out, `\u%04x`, r)
		default:
			out = utf8.AppendRune(out, r)
		}
	}
	return append(out, '"')
}

// unseen reports controls, and characters that steer or hide others: zero width,
// bidirectional, line and paragraph separators.
func unseen(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) || 0x2060 <= r && r <= 0x2069
}
