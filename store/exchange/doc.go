// Package exchange reads and writes set-ups: the files in which an institution's
// groups and relations come in and go out. The form is the schema
// zichtlijn-setup, the only one that loses nothing.
//
// It promises that a file is judged as a whole: every problem in it is found,
// named by its place, and any problem means that nothing is taken. What it
// writes it reads back unchanged, to the byte. Each noun's form stands once, in
// the file of that noun; reading, merging and writing all follow it.
//
// It refuses to know the store, the screen, the clock and every language: a
// problem is a code and arguments, the words are made of it elsewhere. Whatever
// it reads is hostile until it has been judged; the texts in a Problem still are.
package exchange
