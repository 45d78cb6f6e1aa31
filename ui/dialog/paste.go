package dialog

import "zichtlijn/ui/lang"

// CutPaste says under a field how much of a paste fitted in it: for the Pasted of
// a form.
func CutPaste(w lang.Words) func(kept int) string {
	return func(kept int) string {
		if kept == 0 {
			return w.Say(lang.PasteFull)
		}
		return w.Say(lang.PasteCut, kept)
	}
}
