package widget

import "strings"

// alsoBreak separates the name of a findable text from its synonyms.
const alsoBreak = "\n"

// FindText is the text that Find looks in: names and numbers, and what it is called otherwise. Both are folded.
func FindText(names, also string) string { return names + alsoBreak + also }

// Find finds the texts made by FindText that have every word of a query. Whoever has it as a whole word comes first, then
// who begins with it, then whose next word does, then who has it anywhere; then those whose synonyms begin with it. It
// is a Filter.
func Find(query string, texts []string) []int {
	words := strings.Fields(query)
	if len(words) == 0 {
		return all(len(texts))
	}
	query = strings.Join(words, " ")
	var ranks [5][]int
	for i, t := range texts {
		names, also, _ := strings.Cut(t, alsoBreak)
		if rank := findRank(names, also, query, words); rank < len(ranks) {
			ranks[rank] = append(ranks[rank], i)
		}
	}
	out := make([]int, 0, len(texts))
	for _, hits := range ranks {
		out = append(out, hits...)
	}
	return out
}

// findRank is the place of a text among the five; five where it does not match.
func findRank(names, also, query string, words []string) int {
	switch {
	case !strings.Contains(names, words[0]): // the common case
	case beginsWord(names, query, true):
		return 0
	case strings.HasPrefix(names, query):
		return 1
	case beginsWord(names, query, false):
		return 2
	case containsAll(names, words):
		return 3
	}
	for _, w := range words {
		if !strings.Contains(names, w) && !beginsWord(also, w, false) {
			return 5
		}
	}
	return 4
}

// beginsWord reports whether a word of a text begins with some words, or is them wholly.
func beginsWord(text, words string, whole bool) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return false
		}
		i += from
		end := i + len(words)
		if (i == 0 || text[i-1] == ' ') && (!whole || end == len(text) || text[end] == ' ') {
			return true
		}
		from = i + 1
	}
}

// FindOrGuess is Find, and where that finds nothing Fuzzy in the names.
func FindOrGuess(query string, texts []string) []int {
	if found := Find(query, texts); len(found) > 0 {
		return found
	}
	names := make([]string, len(texts))
	for i, t := range texts {
		names[i], _, _ = strings.Cut(t, alsoBreak)
	}
	return Fuzzy(query, names)
}
