package domain

import (
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// SameName returns what two names share when they count as one: NFC, case
// folded and trimmed. Names of groups and of relation types are unique by it
// (DOMAIN.md 3). It does not hide accents: Zoë and Zoe are two names.
func SameName(s string) string {
	return norm.NFC.String(cases.Fold().String(norm.NFC.String(strings.TrimSpace(s))))
}
