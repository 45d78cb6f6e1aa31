package spreadsheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// errUnusual says that a part is no plain XML, or none at all: the decoder judges it.
var errUnusual = errors.New("spreadsheet: unusual XML")

// mostPlain is the longest tag or text of plain XML, in bytes.
const mostPlain = 64 << 10

// declarations are the first tags of plain XML.
var declarations = [][]byte{
	[]byte(`?xml version="1.0" encoding="UTF-8"?`), []byte(`?xml version="1.0" encoding="UTF-8" standalone="yes"?`), []byte(`?xml version="1.0" encoding="utf-8"?`),
}

// plain visits a part in the plain XML that spreadsheets write. What it takes the decoder
// takes too, and tells the same (a fuzz target holds it to that); all else is errUnusual, of
// which it tells no more than what stands before. It is here because the decoder makes ten
// small objects of each cell.
func plain(in io.Reader, v visitor) error {
	r := bufio.NewReaderSize(in, mostPlain)
	var room []byte
	for depth := 0; ; {
		text, err := r.ReadSlice('<')
		last := err == io.EOF
		if err != nil && !last {
			return errUnusual
		}
		if text, room, err = plainText(bytes.TrimSuffix(text, []byte("<")), room); err != nil {
			return err
		}
		v.text(text)
		if last && depth == 0 {
			return nil
		}
		inside, err := r.ReadSlice('>')
		if err != nil {
			return errUnusual
		}
		step, err := plainTag(inside[:len(inside)-1], v)
		if depth += step; err == nil && (depth < 0 || depth >= deepest) {
			err = errUnusual
		}
		if err != nil {
			return err
		}
	}
}

// plainTag visits what stands between < and >. It returns how much deeper it leads.
func plainTag(inside []byte, v visitor) (step int, err error) {
	if bytes.HasPrefix(inside, []byte("?")) {
		for _, d := range declarations {
			if bytes.Equal(inside, d) {
				return 0, nil
			}
		}
		return 0, errUnusual
	}
	if name, ends := bytes.CutPrefix(inside, []byte("/")); ends {
		local, rest, ok := plainName(name)
		if !ok || len(rest) > 0 {
			return 0, errUnusual
		}
		return -1, v.end(knownNames[string(local)])
	}
	inside, empty := bytes.CutSuffix(inside, []byte("/"))
	local, rest, ok := plainName(bytes.TrimRight(inside, " "))
	if !ok {
		return 0, errUnusual
	}
	t := tag{name: knownNames[string(local)]}
	for len(rest) > 0 {
		if rest, ok = plainAttribute(rest, &t); !ok {
			return 0, errUnusual
		}
	}
	if err := v.begin(t); err != nil || !empty {
		return 1, err
	}
	return 0, v.end(t.name)
}

// plainName cuts a name off; local is what stands behind its prefix.
func plainName(b []byte) (local, rest []byte, ok bool) {
	start, colon := 0, false
	for i, c := range b {
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
		switch {
		case letter, i > start && ('0' <= c && c <= '9' || c == '.' || c == '-'):
		case c == ':' && i > 0 && !colon:
			start, colon = i+1, true
		default:
			return b[start:i], b[i:], i > start
		}
	}
	return b[start:], nil, len(b) > start
}

// plainAttribute cuts an attribute off, with the space before it.
func plainAttribute(b []byte, t *tag) (rest []byte, ok bool) {
	b, ok = bytes.CutPrefix(b, []byte(" "))
	if !ok {
		return nil, false
	}
	name, after, ok := plainName(b)
	value, quoted := bytes.CutPrefix(after, []byte(`="`))
	end := bytes.IndexByte(value, '"')
	if !ok || !quoted || end < 0 {
		return nil, false
	}
	for _, c := range value[:end] {
		if c < ' ' || c > '~' || c == '<' || c == '&' {
			return nil, false
		}
	}
	if prefixed := len(b)-len(after) > len(name); !prefixed {
		t.take(name, value[:end])
	}
	return value[end+1:], true
}

// take keeps an attribute that a visitor asks for; of two the first.
func (t *tag) take(name, value []byte) {
	for _, a := range []struct {
		name string
		at   *[]byte
	}{{"r", &t.r}, {"t", &t.t}, {"s", &t.s}} {
		if string(name) == a.name && *a.at == nil {
			*a.at = value
		}
	}
}

// plainText returns a text without its entities, with plain ends of lines. It may be in room,
// which is returned to be used again.
func plainText(b, room []byte) (text, kept []byte, err error) {
	var odd, entity, returns bool
	for _, c := range b {
		switch {
		case c >= utf8.RuneSelf:
			odd = true
		case c == '&':
			entity = true
		case c == '\r':
			returns = true
		case c < ' ' && c != '\n' && c != '\t':
			return nil, room, errUnusual
		}
	}
	if odd && (!utf8.Valid(b) || bytes.Contains(b, []byte("\xef\xbf"))) || bytes.Contains(b, []byte("]]>")) {
		return nil, room, errUnusual
	}
	if returns {
		b = bytes.ReplaceAll(bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
	}
	if !entity {
		return b, room, nil
	}
	room = room[:0]
	for {
		before, after, found := bytes.Cut(b, []byte("&"))
		if room = append(room, before...); !found {
			return room, room, nil
		}
		name, rest, ended := bytes.Cut(after, []byte(";"))
		r, ok := entityOf(string(name))
		if !ok || !ended {
			return nil, room, errUnusual
		}
		room, b = utf8.AppendRune(room, r), rest
	}
}

// entities are those with a name.
var entities = map[string]rune{"amp": '&', "lt": '<', "gt": '>', "quot": '"', "apos": '\''}

// entityOf is the character that an entity stands for.
func entityOf(name string) (rune, bool) {
	if r, ok := entities[name]; ok {
		return r, true
	}
	digits, numbered := strings.CutPrefix(name, "#")
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	return rune(n), numbered && err == nil && (n == '\n' || n == '\t' || ' ' <= n && n < 0xd800)
}
