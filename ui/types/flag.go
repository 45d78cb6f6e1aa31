package types

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

type flag = domain.Property[domain.RelationType]

// flags are those of a type, in their order. Whether a type is switched off (E7)
// is no flag to tick: that has its own key.
var flags = slices.DeleteFunc(typeProperties(), func(p flag) bool { return p.Shape != domain.Flag })

// isSet reports whether t has the flag f.
func isSet(f flag, t domain.RelationType) bool { return f.Text(&t) == "true" }

// letterOf is the key of the letter that stands for a flag in the list.
func letterOf(f flag) words.Key { return "types.letter-" + words.Key(f.Field) }
