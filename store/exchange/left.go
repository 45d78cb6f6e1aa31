package exchange

import (
	"cmp"
	"slices"

	"zichtlijn/domain"
)

// Left is a record that the form of another system does not carry, or carries
// without one of its properties, and why.
type Left struct {
	Ref   domain.Ref
	Field domain.Field // the property that is left out, or because of which; empty: the whole record
	Code  string       // see the Codes of the package that wrote the form
}

// InOrder sorts what was left by noun, key and property.
func InOrder(left []Left) []Left {
	slices.SortFunc(left, func(a, b Left) int {
		return cmp.Or(cmp.Compare(a.Ref.Noun, b.Ref.Noun), cmp.Compare(a.Ref.Key, b.Ref.Key),
			cmp.Compare(a.Field, b.Field), cmp.Compare(a.Code, b.Code))
	})
	return left
}
