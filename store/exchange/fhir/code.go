package fhir

// Why something is left. The codes are stable: scripts and texts depend on them.
const (
	// NoResource: nothing in FHIR for records of this noun. Of a relation type the
	// relations carry the name, and of one for employees the flags.
	NoResource = "F-GEEN-VORM"
	// Property: the record is carried without this property.
	Property = "F-VELD"
	// Administrator: a person who is in no group and no relation (G7).
	Administrator = "F-BEHEERDER"
	// NoClient: a guardian or an external without a relation to a client, or a
	// membership as one: a RelatedPerson has a patient, and a CareTeam holds no other.
	NoClient = "F-GEEN-CLIENT"
	// Inactive: the person, or one of the people, is not active on the day or later,
	// or on any day of the period.
	Inactive = "F-INACTIEF"
	// Ended: the period ended before the day.
	Ended = "F-BEEINDIGD"
	// Withdrawn: the relation never began (E8).
	Withdrawn = "F-INGETROKKEN"
	// SwitchedOff: the type of the relation gives no access (E7).
	SwitchedOff = "F-TYPE-UIT"
	// AfterGap: somebody was or is related to the client before, and not on the day
	// before this relation begins. A RelatedPerson has one period.
	AfterGap = "F-ONDERBROKEN"
	// OwnDays: the relation has only some of the days of its RelatedPerson, which has
	// several relations to the client.
	OwnDays = "F-EIGEN-DAGEN"
)

// Codes returns every code, so that a test can ask for the words of each.
func Codes() []string {
	return []string{NoResource, Property, Administrator, NoClient, Inactive, Ended, Withdrawn, SwitchedOff, AfterGap, OwnDays}
}
