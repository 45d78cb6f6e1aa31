package store

import (
	"bytes"
	"errors"

	"github.com/fxamacker/cbor/v2"

	"zichtlijn/domain"
)

// errUnreadable says that a record would not come back as it went in: it is
// refused before it is written.
var errUnreadable = errors.New("store: a record that can not be read back")

// encoding is deterministic: the same record is the same bytes, always.
var encoding = must(cbor.CoreDetEncOptions().EncMode())

// decoding takes nothing for granted. A field that we do not know comes from a
// version that should have raised the format's number; to drop it would lose it.
var decoding = must(cbor.DecOptions{
	DupMapKey:         cbor.DupMapKeyEnforcedAPF,
	ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
	IndefLength:       cbor.IndefLengthForbidden,
	TagsMd:            cbor.TagsForbidden,
	MaxArrayElements:  1<<31 - 1, // an import is one entry, with every change in it
}.DecMode())

// lenient reads the one record that other versions of the program wrote as well.
var lenient = must(cbor.DecOptions{}.DecMode())

func must[T any](mode T, err error) T {
	if err != nil {
		panic(err) // the options above contradict each other: no program can start
	}
	return mode
}

// shelf is how the records of one noun are read and tried.
type shelf struct {
	noun domain.Noun
	// read puts the records of cells, in order, into its own list.
	read func(*domain.Records, []cell) error
	// try returns errUnreadable if payload does not come back as it is.
	try func(payload []byte) error
}

// bucket names the shelf's bucket.
func (s shelf) bucket() string { return s.noun.String() }

// shelves returns one shelf per noun, in the order of the nouns.
func shelves() []shelf {
	return []shelf{
		shelfOf(domain.InstitutionNoun, func(r *domain.Records) *[]domain.Institution { return &r.Institution }),
		shelfOf(domain.AcceptedSignalNoun, func(r *domain.Records) *[]domain.AcceptedSignal { return &r.AcceptedSignal }),
		shelfOf(domain.PersonNoun, func(r *domain.Records) *[]domain.Person { return &r.Persons }),
		shelfOf(domain.GroupNoun, func(r *domain.Records) *[]domain.Group { return &r.Groups }),
		shelfOf(domain.MembershipNoun, func(r *domain.Records) *[]domain.Membership { return &r.Memberships }),
		shelfOf(domain.RelationTypeNoun, func(r *domain.Records) *[]domain.RelationType { return &r.RelationTypes }),
		shelfOf(domain.RelationNoun, func(r *domain.Records) *[]domain.Relation { return &r.Relations }),
		shelfOf(domain.AccessRoleNoun, func(r *domain.Records) *[]domain.AccessRole { return &r.AccessRoles }),
		shelfOf(domain.AssignmentNoun, func(r *domain.Records) *[]domain.Assignment { return &r.Assignments }),
		shelfOf(domain.ShiftNoun, func(r *domain.Records) *[]domain.Shift { return &r.Shifts }),
		shelfOf(domain.AgreementNoun, func(r *domain.Records) *[]domain.Agreement { return &r.Agreements }),
	}
}

func shelfOf[T domain.Keyed](n domain.Noun, list func(*domain.Records) *[]T) shelf {
	return shelf{
		noun: n,
		read: func(r *domain.Records, cells []cell) error {
			records := make([]T, len(cells))
			for i, c := range cells {
				payload, err := unseal(n.String(), c.key, c.value)
				if err != nil {
					return err
				}
				if decoding.Unmarshal(payload, &records[i]) != nil || records[i].Key() != string(c.key) {
					return damaged(DamageRecord)
				}
			}
			*list(r) = records
			return nil
		},
		try: func(payload []byte) error {
			var one T
			if err := decoding.Unmarshal(payload, &one); err != nil {
				return errUnreadable
			}
			if again, err := encoding.Marshal(one); err != nil || !bytes.Equal(payload, again) {
				return errUnreadable
			}
			return nil
		},
	}
}
