// Package sight answers every question about who sees whom in Jouw Omgeving
// and why (DOMAIN.md 2): the tiles of one person, who sees somebody, the matrix
// of all, and what a change would turn.
//
// It promises that all of them come from one policy, that every answer carries
// every ground on which it holds (nothing is cut short after the first), and
// that a count equals the rows shown (C3). An answer of nothing looks the same
// whether there is nothing or it may not be seen (C4).
//
// It refuses to know words, clocks and screens: the reference date is handed in,
// and a ground is a rule with ids, not a sentence.
package sight
