// Package words is the catalogue: every sentence that a person reads, one text
// per language, and what every output does to a text from outside.
//
// It promises that a key has words in every language, that every sentence is said
// somewhere with as many arguments as it takes (a test reads the sources), and
// that nothing from outside reaches a screen or a line uncleaned (Clean). It
// refuses to know the domain, screens, files and clocks.
package words
