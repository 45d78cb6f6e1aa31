package theme

import "github.com/charmbracelet/x/ansi"

// Measure is how the terminal counts the cells of a text. Bubble Tea's renderer counts by the same: if the two differed,
// a border behind such a text would stand elsewhere than its row says.
type Measure uint8

// The measures. The zero value is that of a terminal which has granted nothing.
const (
	CodePoints Measure = iota // each code point has its own width, as wcwidth has it
	Clusters                  // a letter with its marks has one width: mode 2027
)

// Granted reports whether the terminal's report on a mode grants Clusters: the renderer switches on the same reports,
// and never back.
func Granted(mode ansi.Mode, setting ansi.ModeSetting) bool {
	return mode == ansi.ModeUnicodeCore &&
		(setting == ansi.ModeSet || setting == ansi.ModeReset || setting == ansi.ModePermanentlySet)
}

// Width is the number of cells of a line of text; styles take none.
func (m Measure) Width(s string) int {
	for i := range len(s) {
		if s[i] < 0x20 || s[i] > 0x7e {
			return m.method().StringWidth(s)
		}
	}
	return len(s) // most texts take this path
}

func (m Measure) method() ansi.Method {
	if m == Clusters {
		return ansi.GraphemeWidth
	}
	return ansi.WcWidth
}
