package exchange

import "strings"

// nearest returns what somebody who wrote s most likely meant of known: the one
// that differs in the fewest letters, if those are under half of it. Of equals
// the first.
func nearest(s string, known []string) (string, bool) {
	best, least := "", 0
	for _, k := range known {
		if len(s) > 2*len(k)+4 {
			continue
		}
		d := distance(strings.ToLower(s), strings.ToLower(k))
		if 2*d < len(k) && (best == "" || d < least) {
			best, least = k, d
		}
	}
	return best, best != ""
}

// distance counts the bytes to insert, drop or replace between a and b.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replaced := diagonal
			if a[i] != b[j] {
				replaced++
			}
			diagonal = row[j+1]
			row[j+1] = min(replaced, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
