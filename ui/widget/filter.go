package widget

import (
	"cmp"
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"
)

// Filter gives the indexes of the texts a query finds, best first. Query and texts are folded alike (case, accents)
// by whoever hands them in; an empty query never reaches a filter.
type Filter func(query string, texts []string) []int

// Words finds the texts that contain every word of the query, in any order. Texts that begin with the first word come
// first, then those with a word that does; otherwise their order is kept.
func Words(query string, texts []string) []int {
	words := strings.Fields(query)
	if len(words) == 0 {
		return all(len(texts))
	}
	var ranks [3][]int
	for i, t := range texts {
		if !containsAll(t, words) {
			continue
		}
		rank := 2
		if strings.HasPrefix(t, words[0]) {
			rank = 0
		} else if strings.Contains(t, " "+words[0]) {
			rank = 1
		}
		ranks[rank] = append(ranks[rank], i)
	}
	return slices.Concat(ranks[:]...)
}

func containsAll(t string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(t, w) {
			return false
		}
	}
	return true
}

// Fuzzy finds the texts that have the letters of the query in order, however far apart; close together is better. It is
// made for a palette: over many thousands of names Words costs a fraction and guesses less.
func Fuzzy(query string, texts []string) []int {
	query = strings.Join(strings.Fields(query), "")
	if query == "" {
		return all(len(texts))
	}
	matches := fuzzy.FindNoSort(query, texts)
	order := all(len(matches)) // sorted by place, for a Match is large to move
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(matches[b].Score-matches[a].Score, a-b) })
	for i, at := range order {
		order[i] = matches[at].Index
	}
	return order
}

func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
