// Package care answers what relations decide in Ons (DOMAIN.md 3.1–3.3): the
// views of one client, the stars and signals of planning, and who may do what
// with whom.
//
// It promises that every answer is judged on a day that was handed in (a shift on
// its own date), and names the relations or the access role through which it holds.
// A relation type that is switched off gives nothing but a line in the client's
// Verloop (E7).
//
// It refuses to know words, clocks and screens. Package sight decides who sees whom
// in Jouw Omgeving.
package care
