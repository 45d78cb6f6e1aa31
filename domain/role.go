package domain

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
func (r Role) String() string { return codeOf("Role", roleCodes[:], r) }

// ParseRole reads a platform code; ok is false for anything else, the empty text included.
func ParseRole(s string) (r Role, ok bool) { return parseCode(Roles(), s) }

// IsCounselor reports whether r is one of the two roles of a behandelaar.
func (r Role) IsCounselor() bool { return r == Counselor || r == CounselorPlus }

// IsUser reports whether r is one of the three roles of a gebruiker.
func (r Role) IsUser() bool { return r == Client || r == Guardian || r == External }
