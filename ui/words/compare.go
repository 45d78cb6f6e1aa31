package words

import (
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// collator orders by the Dutch collation in either language: the names are
// Dutch. It keeps a buffer, so it is used under a lock.
var collator = struct {
	sync.Mutex
	get func() *collate.Collator
}{get: sync.OnceValue(func() *collate.Collator {
	return collate.New(language.Dutch, collate.IgnoreCase, collate.Numeric)
})}

// SortKey returns a key by which texts sort as people here expect: accents and
// case come last, numbers by value.
func SortKey(s string) string {
	collator.Lock()
	defer collator.Unlock()
	var b collate.Buffer
	return string(collator.get().KeyFromString(&b, s))
}

// SortBy sorts list by the key of each element, which it calls once per element. Equal
// keys keep their order.
func SortBy[T any](list []T, key func(T) string) {
	type keyed struct {
		key string
		one T
	}
	all := make([]keyed, len(list))
	for i, one := range list {
		all[i] = keyed{key(one), one}
	}
	slices.SortStableFunc(all, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	for i := range all {
		list[i] = all[i].one
	}
}
