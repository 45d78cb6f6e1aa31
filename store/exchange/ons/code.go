package ons

// Why a relation is left. The codes are stable: scripts and texts depend on them.
// Those about a number have the side, client or person, as their Field.
const (
	// Withdrawn: the relation never began and counts on no day (E8).
	Withdrawn = "O-INGETROKKEN"
	// NotEmployee: it joins the client with a guardian or an external.
	NotEmployee = "O-SOORT"
	// NetworkOnly: a direct relation of Jouw Omgeving and nothing in Ons (E6).
	NetworkOnly = "O-NETWERK"
	// NoFirstDay: it has no first day, without which the API takes none.
	NoFirstDay = "O-VAN"
	// NoNumber: the person has no number.
	NoNumber = "O-NUMMER-LEEG"
	// NotNumeric: the number holds something other than the digits 0 to 9.
	NotNumeric = "O-NUMMER-TEKEN"
	// LeadingZero: the number begins with 0. An integer loses that, and could then be
	// somebody else's number.
	LeadingZero = "O-NUMMER-NUL"
	// TooLarge: the number does not fit in the 64 bits of the API.
	TooLarge = "O-NUMMER-GROOT"
	// Shared: another client has the number, or another person who is no client.
	Shared = "O-NUMMER-GEDEELD"
)

// Codes returns every code, so that a test can ask for the words of each.
func Codes() []string {
	return []string{Withdrawn, NotEmployee, NetworkOnly, NoFirstDay, NoNumber, NotNumeric, LeadingZero, TooLarge, Shared}
}
