package domain

import "fmt"

// Visibility is a group's setting, the modes 1, 2 and 3. The zero value is
// Hidden: a new group shows nothing. The numbers are stored: never reorder them.
type Visibility uint8

// The three settings, from closed to open.
const (
	Hidden Visibility = iota
	GroupVisible
	MembersVisible
)

// Visibilities returns the three from closed to open.
func Visibilities() []Visibility { return []Visibility{Hidden, GroupVisible, MembersVisible} }

var visibilityCodes = [...]string{"hidden", "group-visible", "members-visible"}

// String returns the code of the exchange form.
func (v Visibility) String() string {
	if int(v) < len(visibilityCodes) {
		return visibilityCodes[v]
	}
	return fmt.Sprintf("Visibility(%d)", uint8(v))
}

// Mode returns 1, 2 or 3.
func (v Visibility) Mode() int { return int(v) + 1 }

// ParseVisibility reads what String writes.
func ParseVisibility(s string) (v Visibility, ok bool) {
	for _, v := range Visibilities() {
		if v.String() == s {
			return v, true
		}
	}
	return Hidden, false
}
