// Package handover writes the sheet from which an administrator types a set-up into the
// two products: as one HTML file that runs and loads nothing, and the same text as Markdown.
//
// It promises that every person, group, membership, relation type and relation of a set-up
// stands on the sheet: among what is to be entered, or among what is to be ended or not to
// be entered, with the reason; after an earlier hand-over only what is new, changed or over
// since. What has no part of the sheet is counted on its first page. Notes about people and
// relations stay out: nobody needs them to enter the rest.
//
// Negative relations are on it, because the administrator enters them too (E4). They have
// a part and pages of their own, and the first page says that the sheet is for the
// administrator only: nothing of it may be given to clients or guardians.
//
// It refuses to know the store, the clock and every language: Words says everything.
package handover
