package exchange

import (
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

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

// appendText writes a text. What cannot be seen is escaped, so that a file looks
// in every editor like what it says; everything else stands as it is.
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
