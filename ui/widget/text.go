package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"zichtlijn/ui/theme"
)

// FitLine makes s exactly w cells wide: longer text ends in "…", shorter text is padded with spaces, and anything
// that would break the line or reach the terminal is made visible. w at or below zero gives nothing.
func FitLine(m theme.Measure, s string, w int) string {
	return fit(m, cutName(m, safe(m, s), w), w, "…")
}

// FitRight is FitLine with the padding on the left, for numbers and notes at a right edge.
func FitRight(m theme.Measure, s string, w int) string {
	s = truncate(m, cutName(m, safe(m, s), w), w, "…")
	return spaces(w-m.Width(s)) + s
}

// cutName shortens a name before what stands behind it in brackets, which tells namesakes apart, and of a list of names
// the one at which the room ends; it returns what fits, and other text, as it is. Text with brackets further to the front
// is a sentence, not a name.
func cutName(m theme.Measure, s string, w int) string {
	const (
		least  = 3 // cells of the name, with its "…"
		beyond = 2 // cells of a sign behind the brackets
	)
	if !strings.Contains(s, " (") || strings.IndexByte(s, escape) >= 0 || m.Width(s) <= w {
		return s
	}
	before, name, rest := "", s, ""
	for {
		var more bool
		if name, rest, more = strings.Cut(s[len(before):], ", "); !more {
			break
		}
		if m.Width(before+name)+1 > w {
			rest = "…"
			break
		}
		before += name + ", "
	}
	at := strings.LastIndex(name, " (")
	end := strings.LastIndexByte(name, ')')
	if at < 0 || end < at || m.Width(name[end+1:]) > beyond {
		return s
	}
	room := w - m.Width(before+name[at:]+rest)
	if inner := strings.IndexByte(name[:at], ')'); room < least || inner >= 0 && inner < at-1 {
		return s
	}
	return before + truncate(m, name[:at], room, "…") + name[at:] + rest
}

func fit(m theme.Measure, s string, w int, tail string) string {
	if w <= 0 {
		return ""
	}
	width := m.Width(s)
	if width > w {
		s = truncate(m, s, w, tail)
		width = m.Width(s)
	}
	return s + spaces(w-width)
}

// truncate cuts a safe line to at most w cells, between whole characters, and ends it in tail; all its styles stay. With
// a tail wider than w nothing is left. (ansi.Method.Truncate decides by clusters whether to cut at all.)
func truncate(m theme.Measure, s string, w int, tail string) string {
	if m.Width(s) <= w {
		return s
	}
	room := w - m.Width(tail)
	if room < 0 {
		return ""
	}
	var b strings.Builder
	cut := false
	for s != "" {
		n := styleLength(s)
		if n == 0 {
			n = clusterLength(s)
			width := m.Width(s[:n])
			if cut || width > room {
				if !cut {
					b.WriteString(tail)
				}
				cut, s = true, s[n:]
				continue
			}
			room -= width
		}
		b.WriteString(s[:n])
		s = s[n:]
	}
	return b.String()
}

// Fit returns a block of exactly h lines of exactly w cells, cut or padded at the right and the bottom. A style that
// was left open does not run on into the next line.
func Fit(m theme.Measure, lines []string, w, h int) string {
	return strings.Join(fitLines(m, lines, w, h), "\n")
}

func fitLines(m theme.Measure, lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = closeStyle(FitLine(m, lines[i], w))
		} else {
			out[i] = spaces(w)
		}
	}
	return out
}

func closeStyle(s string) string {
	last := strings.LastIndexByte(s, escape)
	if last < 0 || strings.HasPrefix(s[last:], reset) || strings.HasPrefix(s[last:], "\x1b[0m") {
		return s
	}
	return s + reset
}

// Paint draws one line of text in a style. Style.Render would split a letter from its accent and change the width.
func Paint(style lipgloss.Style, s string) string {
	if s == "" {
		return ""
	}
	before, after, _ := strings.Cut(style.Render("x"), "x")
	return before + s + after
}

// Beside sets blocks next to each other, line by line. Each must already fill its box, as Fit and Frame.View do; a
// block with fewer lines leaves its neighbours' lines short.
func Beside(blocks ...string) string {
	var columns [][]string
	height := 0
	for _, block := range blocks {
		if block == "" {
			continue
		}
		lines := strings.Split(block, "\n")
		columns = append(columns, lines)
		height = max(height, len(lines))
	}
	out := make([]string, height)
	parts := make([]string, 0, len(columns))
	for y := range out {
		parts = parts[:0]
		for _, lines := range columns {
			if y < len(lines) {
				parts = append(parts, lines[y])
			}
		}
		out[y] = splice(parts...)
	}
	return strings.Join(out, "\n")
}

// Stack sets blocks under each other; an empty one takes no line.
func Stack(blocks ...string) string {
	kept := make([]string, 0, len(blocks))
	for _, block := range blocks {
		if block != "" {
			kept = append(kept, block)
		}
	}
	return strings.Join(kept, "\n")
}

// splice joins pieces of one line so that their widths add up. Two halves of a flag or of a joined emoji at a joint
// would become one character; an empty style sequence keeps them apart.
func splice(parts ...string) string {
	var b strings.Builder
	before := rune(0)
	for _, part := range parts {
		if part == "" {
			continue
		}
		first, _ := utf8.DecodeRuneInString(part)
		if mayMerge(before) && mayMerge(first) {
			b.WriteString(reset)
		}
		b.WriteString(part)
		before, _ = utf8.DecodeLastRuneInString(part)
	}
	return b.String()
}

func mayMerge(r rune) bool { return r >= utf8.RuneSelf && (r < 0x2500 || r > 0x25ff) }

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }

// Wrap breaks text into lines of at most w cells, at spaces only: half a date is another date, and half a name another
// person. A word wider than a line is cut; breaks in the text stay. Text may be styled: each line carries its own
// style. A w at or below zero gives nothing; where w is too narrow for a wide character, it gets a line of its own.
func Wrap(m theme.Measure, s string, w int) []string {
	if w <= 0 || s == "" {
		return nil
	}
	var broken []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		broken = append(broken, wrapLine(m, safe(m, paragraph), w)...)
	}
	var styled strings.Builder
	pen := lipgloss.NewWrapWriter(&styled)
	_, _ = pen.Write([]byte(strings.Join(broken, "\n"))) // a strings.Builder does not fail
	_ = pen.Close()
	return strings.Split(styled.String(), "\n")
}

// wrapLine breaks one line. The spaces at a break go; the others stay. (ansi.Wrap would also break at every hyphen.)
func wrapLine(m theme.Measure, s string, w int) []string {
	var out []string
	line, width := "", 0
	for s != "" {
		space, word, rest := nextWord(s)
		s = rest
		gap, long := m.Width(space), m.Width(word)
		if width+gap+long <= w {
			line, width = line+space+word, width+gap+long
			continue
		}
		if word == "" { // spaces at the end that do not fit
			break
		}
		if line != "" {
			out = append(out, line)
		}
		cut := cutWord(m, word, w)
		line = cut[len(cut)-1]
		width = m.Width(line)
		out = append(out, cut[:len(cut)-1]...)
	}
	return append(out, line)
}

// cutWord cuts a word into pieces of at most w cells, between characters. (ansi.Hardwrap counts a digit and the signs
// that make a keycap of it as one cell.)
func cutWord(m theme.Measure, s string, w int) []string {
	var out []string
	from, width := 0, 0
	for i := 0; i < len(s); {
		n, cells := 0, 0
		if s[i] == ansi.ESC {
			_, _, n, _ = ansi.DecodeSequence(s[i:], ansi.NormalState, nil)
		} else {
			n = clusterLength(s[i:])
			cells = m.Width(s[i : i+n])
		}
		if width > 0 && width+cells > w {
			out = append(out, s[from:i])
			from, width = i, 0
		}
		width += cells
		i += n
	}
	return append(out, s[from:])
}

// nextWord splits off the leading spaces and the first word. A space that carries an accent is drawn, and belongs to
// the word.
func nextWord(s string) (space, word, rest string) {
	from := len(s) - len(strings.TrimLeftFunc(s, isBlank))
	if from > 0 && from < len(s) {
		_, last := utf8.DecodeLastRuneInString(s[:from])
		if n := clusterLength(s[from-last:]); n > last {
			from -= last
		}
	}
	to := from
	for to < len(s) {
		n := clusterLength(s[to:])
		if r, size := utf8.DecodeRuneInString(s[to:]); to > from && n == size && isBlank(r) {
			break
		}
		to += n
	}
	return s[:from], s[from:to], s[to:]
}

// isBlank reports whether a line may be broken at a character.
func isBlank(r rune) bool {
	const unbroken = "\u00a0\u2007\u202f"
	return unicode.IsSpace(r) && !strings.ContainsRune(unbroken, r)
}

// cluster returns the length in bytes and the width in cells of the first character of s, as a person sees it: a
// letter with its accents is one.
func cluster(m theme.Measure, s string) (n, width int) {
	if n = clusterLength(s); n == 1 {
		return 1, 1
	}
	return n, m.Width(plain(m, s[:n]))
}

// clusterLength is the length of cluster: a person counts characters alike on every terminal.
func clusterLength(s string) int {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1
	}
	c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return max(len(c), 1)
}

// clusterAt returns the bounds of the character that byte i of a line belongs to; beyond the last both are the end.
func clusterAt(line string, i int) (from, to int) {
	for to <= i && to < len(line) {
		from = to
		n := clusterLength(line[to:])
		to += n
	}
	if i >= len(line) {
		return len(line), len(line)
	}
	return from, to
}

// byteAtColumn returns the byte of a line that is drawn at a column; the end of the line when the column is beyond it.
func byteAtColumn(m theme.Measure, line string, column int) int {
	for i := 0; i < len(line); {
		n, width := cluster(m, line[i:])
		if column < width {
			return i
		}
		column -= width
		i += n
	}
	return len(line)
}

// prepends are the letters that share a cell with the next character: a name ending in one would swallow the border
// beside it. isInvisible catches the format characters of this kind.
var prepends = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x0d4e, Hi: 0x0d4e, Stride: 1}},
	R32: []unicode.Range32{
		{Lo: 0x111c2, Hi: 0x111c3, Stride: 1}, {Lo: 0x113d1, Hi: 0x113d1, Stride: 1},
		{Lo: 0x1193f, Hi: 0x1193f, Stride: 1}, {Lo: 0x11941, Hi: 0x11941, Stride: 1},
		{Lo: 0x11a3a, Hi: 0x11a3a, Stride: 1}, {Lo: 0x11a84, Hi: 0x11a89, Stride: 1},
		{Lo: 0x11d46, Hi: 0x11d46, Stride: 1}, {Lo: 0x11f02, Hi: 0x11f02, Stride: 1},
	},
}

// jamo are the vowels and final consonants of Korean that stand apart from a syllable, as NFC leaves them only in old
// Korean: without mode 2027 some terminals give them a cell and others none.
var jamo = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x1160, Hi: 0x11ff, Stride: 1}, {Lo: 0xd7b0, Hi: 0xd7ff, Stride: 1}}}

const (
	escape       = 0x1b
	nonJoiner    = '\u200c'
	joiner       = '\u200d'
	reset        = "\x1b[m"
	standIn      = string(utf8.RuneError)
	dottedCircle = "\u25cc" // carries an accent that has no letter
)

// safe makes one line safe to place in a frame: escape sequences other than styles, control characters and invisible
// characters become a visible stand-in, a break becomes a space. It is the last defence of the layout and of the
// terminal; words.Clean, which comes before it, also names the character.
func safe(m theme.Measure, s string) string { return makeSafe(m, s, true) }

// plain is safe for text that may not have styles of its own, such as what a person typed.
func plain(m theme.Measure, s string) string { return makeSafe(m, s, false) }

func makeSafe(m theme.Measure, s string, styles bool) string {
	if printable(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 4)
	for i := 0; i < len(s); {
		if s[i] == escape {
			n := styleLength(s[i:])
			if n == 0 || !styles {
				b.WriteString(standIn)
				i++
				continue
			}
			b.WriteString(s[i : i+n])
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isBreak(r):
			b.WriteByte(' ')
		case r == utf8.RuneError || isInvisible(r) || unicode.Is(prepends, r):
			b.WriteString(standIn)
		case m == theme.CodePoints && r == joiner: // some join what it joins, some do not; without it all agree
		case m == theme.CodePoints && unicode.Is(jamo, r):
			b.WriteString(standIn)
		case b.Len() == 0 && combines(s[:n]):
			b.WriteString(dottedCircle)
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// combines reports whether a character joins the one before it, as an accent does: at the start of a cell it would
// join the neighbour's last character.
func combines(r string) bool {
	c, _ := ansi.FirstGraphemeCluster("x"+r, ansi.GraphemeWidth)
	return len(c) > 1
}

func printable(s string) bool {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return false
		}
	}
	return true
}

// styleLength is the length in bytes of the style sequence (SGR) at the start of s; 0 when there is none.
func styleLength(s string) int {
	if len(s) < 3 || s[0] != escape || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c != ';' && c != ':' && (c < '0' || c > '9'):
			return 0
		}
	}
	return 0
}

func isBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\t' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// isInvisible reports whether a character would act on the terminal or hide instead of showing. The two joiners are
// part of ordinary writing.
func isInvisible(r rune) bool {
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) && r != joiner && r != nonJoiner
}
