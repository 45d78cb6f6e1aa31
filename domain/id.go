package domain

import (
	"regexp"
	"strconv"
	"strings"
)

// Ids are chosen by people or by the program, never shown instead of a name,
// and keep their meaning for good. Each noun has its own type, so that one can
// not stand where another belongs.
type (
	PersonID       string
	GroupID        string
	RelationTypeID string
	RelationID     string
	AccessRoleID   string
	ShiftID        string
	AgreementID    string
)

var idForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// ValidID reports whether s may be an id: 1 to 64 of A–Z a–z 0–9 . _ -, not
// beginning with a sign. So an id needs no escaping in any key or format.
func ValidID(s string) bool { return idForm.MatchString(s) }

// following returns the id after the highest number that follows prefix.
func following(prefix string, highest int) string { return prefix + strconv.Itoa(highest+1) }

// numberAfter returns the number in an id such as R73; 0 where there is none.
func numberAfter(prefix, id string) int {
	rest, ok := strings.CutPrefix(id, prefix)
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(rest)
	if err != nil || n < 0 || n > 1<<40 {
		return 0
	}
	return n
}
