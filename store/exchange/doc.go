// Package exchange reads and writes set-ups: the files in which an institution's
// groups and relations come in and go out. Their form is the schema
// zichtlijn-setup, the only one that loses nothing.
//
// It promises that a file is judged as a whole: every problem in it is found,
// named by its place, and any problem means that nothing is taken. A file that it
// wrote it reads back unchanged, to the byte. Each noun's form stands once, in
// sections.go or institution.go; reading, merging and writing all follow it.
//
// It refuses to know the store, the screen, the clock and every language: a
// problem is a code and arguments, and other packages put it into words. Everything
// it reads is hostile until it has been judged; the texts in a Problem still are.
package exchange
