package planning

import (
	"strings"

	"zichtlijn/domain"
)

// readClock reads a time of day as people type it: 07:30, 7.30, 0730, 730, 7.
func readClock(s string) (domain.Clock, bool) {
	s = strings.ReplaceAll(strings.TrimSpace(s), ".", ":")
	hours, minutes, parted := strings.Cut(s, ":")
	if !parted {
		minutes = "00"
		if n := len(s); n > 2 {
			hours, minutes = s[:n-2], s[n-2:]
		}
	}
	if len(hours) == 1 {
		hours = "0" + hours
	}
	return domain.ParseClock(hours + ":" + minutes)
}
