// Package start is the screen of the first start: what Zichtlijn is, and three
// ways to begin.
//
// It promises to ask nothing else. It refuses to open or read anything itself.
package start
