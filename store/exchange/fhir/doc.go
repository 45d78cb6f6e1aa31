// Package fhir writes a set-up as a FHIR R4 Bundle of type collection.
//
// It promises that every reference resolves to an entry of the Bundle, that nothing in it
// is empty, that the same World gives the same bytes, and that whatever it does not
// carry is returned as left, with the reason. Where FHIR has no place for something it
// is left, never put in a place that would say more: an unwanted employee is a Flag and
// no participant, for a reader would grant access; nobody is given a day on which they
// do not count.
//
// It refuses to know the store, the clock and every language: the sentence of a
// narrative is handed in. It claims no profile. A Bundle names unwanted employees, and is
// for systems, never for clients or guardians.
package fhir
