package domain

import "fmt"

// Role is an authorisation of Jouw Omgeving (DOMAIN.md 1). The numbers are
// stored: never reorder them.
type Role uint8

// The six roles, in list order. NoRole stands for "the person's default role"
// on a membership and is no role of a person.
const (
	NoRole Role = iota
	Client
	Guardian
	External
	Counselor
	CounselorPlus
	Administrator
)

// Roles returns all six in list order.
func Roles() []Role {
	return []Role{Client, Guardian, External, Counselor, CounselorPlus, Administrator}
}

// MemberRoles returns the five that a membership may have (G7).
func MemberRoles() []Role { return Roles()[:5] }

var roleCodes = [...]string{"", "CLIENT", "GUARDIAN", "EXTERNAL", "COUNSELOR", "COUNSELOR_PLUS", "ADMINISTRATOR"}

// String returns the platform's code, such as COUNSELOR_PLUS.
func (r Role) String() string {
	if int(r) < len(roleCodes) {
		return roleCodes[r]
	}
	return fmt.Sprintf("Role(%d)", uint8(r))
}

// ParseRole reads a platform code; ok is false for anything else, the empty text included.
func ParseRole(s string) (r Role, ok bool) {
	for _, r := range Roles() {
		if r.String() == s {
			return r, true
		}
	}
	return NoRole, false
}

// IsCounselor reports whether r is one of the two roles of a behandelaar.
func (r Role) IsCounselor() bool { return r == Counselor || r == CounselorPlus }

// IsUser reports whether r is one of the three roles of a gebruiker.
func (r Role) IsUser() bool { return r == Client || r == Guardian || r == External }
