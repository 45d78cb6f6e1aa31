package tell

import (
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// Pairing says who two people are to each other.
func (w Words) Pairing(p sight.Pairing) string { return w.Say(words.Key("pairing." + p.String())) }
