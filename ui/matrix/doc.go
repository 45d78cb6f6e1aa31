// Package matrix holds the matrix of a group: who of it sees and may message
// whom of it, as a field of signs that one walks over.
//
// It promises that every sign is the answer of the one policy, whatever the
// ground, that what would be is never taken for what is, and that a group of
// thousands is drawn as fast as one of ten. It refuses to change anything.
package matrix
