package domain

import "fmt"

// Code is the rule that refuses. It is stable: scripts and words depend on it.
type Code string

// Why a command or an import is refused.
const (
	Outdated            Code = "outdated"              // the record is not what the change starts from
	UnknownRef          Code = "unknown-ref"           // Field of Subject names a record that does not exist
	AlreadyExists       Code = "already-exists"        // Subject exists
	NameTaken           Code = "name-taken"            // Others: who has the name
	ValueMissing        Code = "value-missing"         // Field
	ValueTooLong        Code = "value-too-long"        // Field, Limit in characters
	ValueMalformed      Code = "value-malformed"       // Field
	ValueCharacter      Code = "value-character"       // Field, Value as U+0007, Limit: its place, from 1
	DateOutside         Code = "date-outside"          // Field: before FirstDate or after LastDate
	NoDayAfter          Code = "no-day-after"          // Field: there is no day after Date, on which something would begin
	BornAhead           Code = "born-ahead"            // Field; Date: the birth date, after the workstation's day
	ValueRepeated       Code = "value-repeated"        // Field: a list with Value twice
	StandsInAct         Code = "stands-in-act"         // Subject: a person who stands in an act of the rehearsal
	StillReferred       Code = "still-referred"        // Others: what refers to Subject
	PeriodReversed      Code = "period-reversed"       // ends before it begins
	MembershipOverlap   Code = "membership-overlap"    // Others: the membership of the same days
	AdministratorLinked Code = "administrator-linked"  // G7: an ADMINISTRATOR is in no group and no relation; Others: what links them
	ClientSide          Code = "client-side"           // N1: the client of a relation has another role
	OtherSide           Code = "other-side"            // N1: the other is a CLIENT, or the same person
	KindMisfit          Code = "kind-misfit"           // N1: no role of the other fits the type's kind
	ExclusiveOverlap    Code = "exclusive-overlap"     // E2: Others: the relation of the same days
	PrimaryAndNegative  Code = "primary-and-negative"  // one employee, both for one client on one day; Others
	PrimaryNotExclusive Code = "primary-not-exclusive" // E1
	TypePrimaryNegative Code = "type-primary-negative" // E1
	TypeNegativeNetwork Code = "type-negative-network" // N4
	TypeEmployeeOnly    Code = "type-employee-only"    // Field: a flag that only kind employee may have
	NotReplacedBy       Code = "not-replaced-by"       // E8: Others: what Subject is said to be replaced by
	AlreadyRelated      Code = "already-related"       // Others: the same two in the same type on the same days
	NothingToDo         Code = "nothing-to-do"         // the change would change nothing
	NotRunning          Code = "not-running"           // ending what has ended already
	NothingToUndo       Code = "nothing-to-undo"
	NothingToRedo       Code = "nothing-to-redo"
	BeforeFirstDay      Code = "ends-before-first-day" // Date: the first day
	SamePerson          Code = "same-person"           // an agreement about one person twice
	AgreementTwice      Code = "agreement-twice"       // Others: the one that promises the same
	NotOfKind           Code = "not-of-kind"           // Field: one that an agreement of this kind does not use
)

// Field names a property of a record by its key in the exchange form.
type Field string

// Refusal is why the domain does not do something, as data that a person can act
// on; package tell makes the sentence. Error is for developers.
type Refusal struct {
	Code    Code
	Subject Ref   // the record that can not be as requested
	Field   Field // the property that is wrong, where one is
	Value   string
	Limit   int
	Others  []Ref // the records that stand in the way, in order
	Date    Date
}

// Error describes the refusal for developers and logs: codes and keys, never a name.
func (r Refusal) Error() string {
	return fmt.Sprintf("domain: %s: %s %s %s", r.Code, r.Subject.Noun, r.Subject.Key, r.Field)
}
