package sight

import (
	"cmp"

	"zichtlijn/domain"
)

// numbering gives people small numbers, so that what is known of thousands fits
// in lists instead of maps. Numbers stay while it lives; two Worlds that are
// compared share one.
type numbering struct {
	of  map[domain.PersonID]int32
	ids []domain.PersonID
	// ordered is how many of the first numbers are in order of id: where viewers
	// are numbered first, most comparing is of numbers.
	ordered int32
}

func newNumbering() *numbering { return &numbering{of: map[domain.PersonID]int32{}} }

func (n *numbering) number(id domain.PersonID) int32 {
	if at, ok := n.of[id]; ok {
		return at
	}
	at := int32(len(n.ids))
	n.of[id] = at
	if n.ordered == at && (at == 0 || n.ids[at-1] < id) {
		n.ordered++
	}
	n.ids = append(n.ids, id)
	return at
}

// compare orders by id.
func (n *numbering) compare(a, b int32) int {
	if a < n.ordered && b < n.ordered {
		return int(a - b)
	}
	return cmp.Compare(n.ids[a], n.ids[b])
}
