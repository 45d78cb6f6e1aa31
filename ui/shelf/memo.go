package shelf

// Memo remembers what was worked out of a key, for a Source that lists more than may
// be worked out in one Read. It is shared by all copies of the Source, so make a new
// one in Read whenever what it depends on is another. It belongs to the one goroutine
// of the screen.
type Memo[K comparable, V any] struct{ known map[K]V }

// NewMemo returns a Memo of nothing.
func NewMemo[K comparable, V any]() Memo[K, V] { return Memo[K, V]{map[K]V{}} }

// Of returns what work makes of a key, at once where that was asked before.
func (m Memo[K, V]) Of(key K, work func(K) V) V {
	v, ok := m.known[key]
	if !ok {
		v = work(key)
		m.known[key] = v
	}
	return v
}
