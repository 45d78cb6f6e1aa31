// Package disk supplies the screen with what lies outside it: stores, files to
// read and write, and what is remembered for the user.
//
// It promises that nothing is overwritten without having been asked for, that
// what it writes is for the owner's eyes only, and that each of its errors knows
// which file it is about. It refuses to know how the screen looks.
package disk
