package tell

import (
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Consent says a part of the question before an edit that needs a reason: its "title",
// how it "ask"s for the reason, or how the edit is "refused" without one. A concern
// without words of its own has those that fit any; none has a title only.
func (w Words) Consent(part string, c sight.Concern) string {
	key := words.Key("consent." + part + "." + string(c))
	switch {
	case c == "":
		key = words.Key("consent." + part + ".none")
	case !w.Has(key):
		key = words.Key("consent." + part + ".any")
	}
	return w.Say(key)
}
