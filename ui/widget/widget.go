// Package widget holds the parts every screen is made of: rectangles, frames, a windowed list, a form, a picker,
// a dialog frame. It promises that whatever it is given (any size, any text) it draws exactly the rectangle it was
// asked for, that a key costs the same with a hundred thousand rows as with thirty, and that every Update answers at
// once with a value: no command, no message to itself. It refuses to know what is in the rows, in which language they
// are, and where on the screen it stands: texts, checks and sizes are handed in.
package widget
