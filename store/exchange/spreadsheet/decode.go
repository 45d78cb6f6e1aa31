package spreadsheet

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	utf "golang.org/x/text/encoding/unicode"
)

// The names of the encodings that are recognised.
const (
	UTF8        = "utf-8"
	UTF16       = "utf-16"
	Windows1252 = "windows-1252"
	CP850       = "cp850"
)

// ownNames are encodings that the common index lacks, or knows by another name.
var ownNames = map[string]encoding.Encoding{
	CP850: charmap.CodePage850, "ibm850": charmap.CodePage850, "850": charmap.CodePage850,
	"cp437": charmap.CodePage437, "cp1252": charmap.Windows1252, "ansi": charmap.Windows1252,
	"macroman": charmap.Macintosh, "latin9": charmap.ISO8859_15, "latin-9": charmap.ISO8859_15,
	UTF16: utf.UTF16(utf.LittleEndian, utf.UseBOM),
}

// EncodingNamed returns the name under which an encoding is shown; false: there is none.
func EncodingNamed(name string) (string, bool) {
	name = strings.ToLower(strings.TrimSpace(name))
	_, ok := encodingNamed(name)
	return name, ok
}

func encodingNamed(name string) (encoding.Encoding, bool) {
	if e, ok := ownNames[name]; ok {
		return e, true
	}
	e, err := htmlindex.Get(name)
	return e, err == nil
}

// decode returns the text of a file and the name of its encoding: the one that is asked
// for, else a guess (EXCHANGE.md 2). The error is a Problem.
func decode(data []byte, asked string) (text, name string, err error) {
	if asked != "" {
		e, ok := encodingNamed(asked)
		if !ok {
			return "", asked, Problem{Kind: UnknownEncoding, Name: asked}
		}
		return decodeAs(data, e, asked)
	}
	if rest, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); marked {
		if !utf8.Valid(rest) {
			return "", UTF8, Problem{Kind: WrongEncoding, Line: invalidLine(rest)}
		}
		return string(rest), UTF8, nil
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return decodeAs(data, ownNames[UTF16], UTF16)
	}
	if utf8.Valid(data) {
		return string(data), UTF8, nil
	}
	if likelyCP850(data) {
		return decodeAs(data, charmap.CodePage850, CP850)
	}
	return decodeAs(data, charmap.Windows1252, Windows1252)
}

func decodeAs(data []byte, e encoding.Encoding, name string) (string, string, error) {
	b, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return "", name, Problem{Kind: WrongEncoding}
	}
	b = bytes.TrimPrefix(b, []byte("\ufeff"))
	if i := bytes.IndexRune(b, utf8.RuneError); i >= 0 { // a byte that stands for nothing
		return "", name, Problem{Kind: WrongEncoding, Line: 1 + bytes.Count(b[:i], []byte("\n"))}
	}
	return string(b), name, nil
}

func invalidLine(b []byte) int {
	line := 1
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && n == 1:
			return line
		case r == '\n':
			line++
		}
		b = b[n:]
	}
	return line
}

// clearly is by how much CP850 must be the better reading for each byte that differs.
const clearly = 1.5

// likelyCP850 weighs the letters that each of the two code pages would give.
func likelyCP850(data []byte) bool {
	odd := 0
	for _, b := range data {
		if b >= utf8.RuneSelf {
			odd++
		}
	}
	return likeness(data, charmap.CodePage850) > likeness(data, charmap.Windows1252)+clearly*float64(odd)
}

// common are the letters with a sign that Dutch texts and names use most.
const common = "éëèêïíîöóôüúûáàâäçñÉËÖÜ"

// likeness is how much a text in a code page looks like Dutch: letters with a common sign
// count for it; signs, and capitals inside a word, against it.
func likeness(data []byte, page *charmap.Charmap) (score float64) {
	before := ' '
	for i, b := range data {
		r := page.DecodeByte(b)
		if b >= utf8.RuneSelf {
			after := ' '
			if i+1 < len(data) {
				after = page.DecodeByte(data[i+1])
			}
			score += likely(before, r, after)
		}
		before = r
	}
	return score
}

func likely(before, r, after rune) float64 {
	inWord := unicode.IsLetter(before) || unicode.IsLetter(after)
	switch {
	case r == utf8.RuneError || unicode.IsControl(r):
		return -3
	case !unicode.IsLetter(r) && inWord:
		return -2
	case !unicode.IsLetter(r):
		return 0
	case unicode.IsUpper(r) && unicode.IsLower(before):
		return -2
	case strings.ContainsRune(common, r):
		return 2
	}
	return 0.5
}

// sample returns at most two lines of a text that show how its encoding was read.
func sample(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		if len(out) < 2 && strings.ContainsFunc(line, func(r rune) bool { return r >= utf8.RuneSelf }) {
			out = append(out, strings.TrimSpace(line))
		}
	}
	return out
}

// guessed reports whether an encoding was found by its letters only.
func guessed(asked, name string) bool { return asked == "" && (name == Windows1252 || name == CP850) }
