package domain

import (
	"fmt"
	"slices"
)

// codeOf returns the code of a value of an enumeration. A value without one is
// written with the name of its type: Role(9).
func codeOf[E ~uint8](name string, codes []string, value E) string {
	if int(value) < len(codes) {
		return codes[value]
	}
	return fmt.Sprintf("%s(%d)", name, uint8(value))
}

func codesOf[E fmt.Stringer](all []E) []string {
	out := make([]string, len(all))
	for i, one := range all {
		out[i] = one.String()
	}
	return out
}

// parseCode returns the one of all that has the code.
func parseCode[E fmt.Stringer](all []E, code string) (one E, ok bool) {
	if i := slices.IndexFunc(all, func(e E) bool { return e.String() == code }); i >= 0 {
		return all[i], true
	}
	return one, false
}
