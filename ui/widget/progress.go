package widget

import (
	"strconv"
	"strings"

	"zichtlijn/ui/theme"
)

// Progress draws how much of a long job is done, in exactly w cells. A total of zero or less is not known yet and
// shows an empty bar without a figure.
func Progress(t theme.Theme, w int, done, total int) string {
	figure := "     "
	share := 0.0
	if total > 0 {
		share = float64(max(min(done, total), 0)) / float64(total)
		figure = FitRight(strconv.Itoa(int(share*100))+"%", len(figure))
	}
	bar := w - len(figure)
	if bar < 1 {
		return FitLine(strings.TrimSpace(figure), w)
	}
	full := int(share * float64(bar))
	return Paint(t.Accent, strings.Repeat("█", full)) + Paint(t.Faint, strings.Repeat("░", bar-full)) + figure
}
