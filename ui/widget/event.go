package widget

// Event is what came of a key in a form or a picker, for the owner to act on at once. It is a return value and never
// a message.
type Event uint8

// The events.
const (
	None    Event = iota // nothing an owner must know
	Changed              // a value, the query or a mark is another than before
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
