package dialog

import "zichtlijn/ui/tell"

// CutPaste says under a field how much of a paste fitted in it: for the Pasted of
// a form.
func CutPaste(w tell.Words) func(kept int) string {
	return func(kept int) string {
		if kept == 0 {
			return w.Say("paste.full")
		}
		return w.Say("paste.cut", kept)
	}
}
