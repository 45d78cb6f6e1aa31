// Package widget holds the parts of every screen: rectangles, frames, a windowed list, a form, a picker, a dialog
// frame. It promises to draw exactly the rectangle that was asked for, whatever the size and the text; that a key costs
// the same with a hundred thousand rows as with thirty; and that every Update answers at once with a value: no command,
// no message to itself. It refuses to know the domain, the language and the place on the screen: texts, checks and
// sizes are handed in.
package widget

// Event is the outcome of a key in a form or a picker. The owner acts on it in the same Update; it is never a message.
type Event uint8

// The events.
const (
	None    Event = iota // nothing an owner must know
	Changed              // a value, the query or a mark changed
	Submit               // enter: all checks passed, or an item was picked
	Cancel               // esc: the owner asks first if something was typed
)

// String names the event for a test's message.
func (e Event) String() string {
	switch e {
	case Changed:
		return "changed"
	case Submit:
		return "submit"
	case Cancel:
		return "cancel"
	default:
		return "none"
	}
}
