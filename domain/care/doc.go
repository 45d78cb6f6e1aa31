// Package care answers what relations decide in Ons (DOMAIN.md 3.1–3.3): the
// views of one client, the stars and signals of planning, and who may do what
// with whom.
//
// It promises that every answer is judged on a day that was handed in (a shift
// on its own date), that it names the relations or the access role through
// which it holds, and that a relation type that is switched off gives nothing
// but its place in the course of a client (E7).
//
// It refuses to know words, clocks and screens, and decides nothing about who
// sees whom in Jouw Omgeving: package sight does.
package care
