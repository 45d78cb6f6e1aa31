// Package picture is the drawing engine: a picture as plain geometry, written as SVG or
// drawn in the cells of a terminal.
//
// It promises the same picture in both, nothing that is told apart by colour only, texts
// that are cleaned, escaped and shortened to the room they were given, and an SVG that
// runs nothing and loads nothing. It refuses to know whom and what a picture is about:
// package draw decides that.
package picture
