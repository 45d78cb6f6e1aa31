// Package ons writes the relations between clients and employees as the Ons API has
// them: ClientEmployeeRelation. Groups, guardians and externals are not of that
// form, nor are notes.
//
// It promises that every relation of a World is either written or returned as left,
// exactly once and with the reason, and that a number is written only if it can mean
// nobody else. It refuses to know the store, the clock and every language.
package ons
