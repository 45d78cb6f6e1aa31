package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Place is where something stands in a file. Everything in it may come from the file.
type Place struct {
	// File is the name that Read was given, empty when no file causes it. Path is such as
	// persons[3].role, empty for the file as a whole. In a table Sheet is that of a
	// workbook, and Head that of the column.
	File, Path, Sheet, Head string
	// Row is one of a table, as a spreadsheet counts, from 1. Line and Column are from 1,
	// columns in characters, in a table in cells. 0 where there is no such place.
	Row, Line, Column int
}

// Problem is one thing that is wrong with a file, and its place. Everything in it may
// come from the file: clean it before it is shown.
type Problem struct {
	Place
	Code  Code
	Value string   // the value at that place, at most 40 characters
	Args  []string // see the docstring of the code

	order int // of the sheet in the file
}

// inTable gives a problem the place of n, a row or cell of a table; key is what is
// missing in a row.
func (x Problem) inTable(n *node, key string) Problem {
	s := n.row.of
	x.Sheet, x.order, x.Row = s.name, s.order, int(n.row.cell.Number)
	switch {
	case n.column > 0:
		x.Head = s.heads[n.column-1]
	case key != "":
		x.Head = s.headOf(key)
	}
	return x
}

// MostValue is how many characters of a value a problem quotes; one of as many may be cut.
const MostValue = 40

const (
	mostProblems = 1000
	mostOthers   = 5
)

// problems is a list with a limit, beyond which problems are only counted.
type problems struct {
	list []Problem
	more int
}

func (p *problems) full() bool { return len(p.list) >= mostProblems }

func (p *problems) add(x Problem) {
	if p.full() {
		p.more++
		return
	}
	x.Value = clip(x.Value)
	p.list = append(p.list, x)
}

func (p *problems) join(q problems) {
	for _, x := range q.list {
		p.add(x)
	}
	p.more += q.more
}

// inOrder sorts by place. Problems without one come last.
func (p *problems) inOrder() {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		nowhere := func(x Problem) int {
			if x.Line == 0 && x.Row == 0 {
				return 1
			}
			return 0
		}
		return cmp.Or(nowhere(a)-nowhere(b), a.order-b.order, a.Row-b.Row, a.Line-b.Line, a.Column-b.Column)
	})
}

// Rejected is the error of an Import whose files have problems.
type Rejected struct {
	Problems []Problem // in the order of the files, at most 1,000
	More     int       // how many were found beyond those
}

// Error only counts the problems, for developers: they quote the file and belong in
// no log.
func (r Rejected) Error() string {
	return fmt.Sprintf("exchange: rejected for %d problems", len(r.Problems)+r.More)
}

// clip cuts a value from a file to the length that a problem may quote.
func clip(s string) string {
	n := 0
	for i := range s {
		if n == MostValue {
			return strings.Clone(s[:i])
		}
		n++
	}
	return s
}

// step is one step of a path: a key, or a place in a list.
type step struct {
	key    string
	at     int
	inList bool
}

// pathOf writes steps as persons[3].role, and odd keys as extensions["a b"].
func pathOf(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		switch {
		case s.inList:
			b.WriteString("[" + strconv.Itoa(s.at) + "]")
		case !plainKey(s.key):
			b.WriteString("[" + strconv.Quote(clip(s.key)) + "]")
		case b.Len() > 0:
			b.WriteString("." + s.key)
		default:
			b.WriteString(s.key)
		}
	}
	return b.String()
}

func plainKey(s string) bool {
	return s != "" && len(s) <= MostValue && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '$' && r != '_'
	})
}

// Code is the kind of a problem. It is stable: scripts and texts depend on it.
type Code string

// Problems of the file itself. After those up to NoVersion the rest of the file was
// not read, unless NotUTF8 names a path.
const (
	// NotJSON: from that place on the text is not JSON.
	NotJSON Code = "B-LEES"
	// NotUTF8: the file, or the text or key at that place, holds bytes that are not
	// UTF-8, or half of a pair of escapes.
	NotUTF8 Code = "B-CODERING"
	// TooLarge: the file is longer than Args[0] bytes.
	TooLarge Code = "B-GROOT"
	// TooMany: the file has more than Args[0] records, or more values than so
	// many records can have.
	TooMany Code = "B-VEEL"
	// TooDeep: lists and objects nest more than Args[0] deep.
	TooDeep Code = "B-DIEP"
	// NotOurs: it is JSON, but no set-up: format is absent or says something else.
	NotOurs Code = "B-FORMAAT"
	// Newer: the set-up was written by a newer version of the form, Value.
	Newer Code = "B-NIEUWER"
	// NoVersion: the version is absent or no number that there ever was.
	NoVersion Code = "B-VERSIE"
	// UnknownKey: no such property here. Args[0] is the nearest there is, or absent.
	UnknownKey Code = "B-SLEUTEL-ONBEKEND"
	// KeyTwice: one object has the key twice.
	KeyTwice Code = "B-SLEUTEL-DUBBEL"
	// OtherFormat: a spreadsheet of another kind than .xlsx, Args[0]: xls, ods or html.
	OtherFormat Code = "B-SOORT"
	// DamagedBook: a workbook that is broken or has a password.
	DamagedBook Code = "B-KAPOT"
	// UnknownEncoding: nobody knows the encoding Value.
	UnknownEncoding Code = "B-CODERING-ONBEKEND"
	// WrongBytes: bytes that are no text in the encoding Args[0].
	WrongBytes Code = "B-CODERING-FOUT"
	// OpenQuote: a cell that begins with a quote which is never closed.
	OpenQuote Code = "B-SCHEIDING"
	// NoHeader: no row with the heads of columns; with Args[0] "column" the one Head is missing.
	NoHeader Code = "B-KOP-ONTBREEKT"
	// HeadTwice: two columns with one meaning.
	HeadTwice Code = "B-KOP-DUBBEL"
	// UnknownHead: a column that is not read. Args[0] is the nearest head, or absent.
	UnknownHead Code = "B-KOP-ONBEKEND"
	// BSN: the file holds a citizen service number. Its value is never repeated.
	BSN Code = "B-BSN"
)

// Problems of one value.
const (
	// Required: the value is absent, empty or nothing but spaces.
	Required Code = "W-VERPLICHT"
	// WrongKind: Args[0] should stand here: text, list or object.
	WrongKind Code = "W-SOORT"
	// WrongYesNo: neither true nor false.
	WrongYesNo Code = "W-JANEE"
	// WrongRole: no role, or none that can stand here. Args[0] is the nearest or
	// empty, the others are all that can.
	WrongRole Code = "W-ROL"
	// WrongVisibility: no visibility. Args as for WrongRole.
	WrongVisibility Code = "W-ZICHTBAARHEID"
	// WrongChoice: none of the words that can stand here. Args as for WrongRole.
	WrongChoice Code = "W-KEUZE"
	// WrongDate: not a day as YYYY-MM-DD; for createdAt, no moment either. Args[0] is
	// "typed" in a table, which has other forms.
	WrongDate Code = "W-DATUM"
	// ShortYear: a year without its century.
	ShortYear Code = "W-DATUM-JAAR2"
	// BornAhead: a birth date after the day of the workstation.
	BornAhead Code = "W-DATUM-TOEKOMST"
	// WrongTime: not a time as HH:MM from 00:00 to 23:59.
	WrongTime Code = "W-TIJD"
	// WrongID: not 1 to 64 of A–Z a–z 0–9 . _ -, or beginning with a sign.
	WrongID Code = "W-ID"
	// TooLong: longer than Args[0] characters.
	TooLong Code = "W-LENGTE"
	// WrongCharacter: a character that cannot stand here, Args[0] as U+0007, Args[1] its place, from 1.
	WrongCharacter Code = "W-TEKEN"
	// WrongEmail: not the shape of an e-mail address.
	WrongEmail Code = "W-EMAIL"
	// Repeated: the list has this value already.
	Repeated Code = "W-DUBBEL"
	// NotInactive: a first day without activity for somebody whom the file does not
	// call inactive, or does not have.
	NotInactive Code = "W-INACTIEF"
)

// Problems of a reference.
const (
	// UnknownReference: Value names a record that is neither in the file nor in
	// the set-up. Args[0] is its noun.
	UnknownReference Code = "R-ONBEKEND"
	// Ambiguous: several records fit Value. Args are their keys, at most five.
	Ambiguous Code = "R-MEERDUIDIG"
	// RoleMisfit: no role of the person fits a type of kind Args[0] (N1). Args[1:]
	// are the keys of person and type.
	RoleMisfit Code = "R-ROL"
	// NotAClient: the client of a relation has another role (N1).
	NotAClient Code = "R-GEEN-CLIENT"
	// OtherIsClient: a relation joins a client with a client (N1).
	OtherIsClient Code = "R-ANDER-IS-CLIENT"
	// AdministratorJoined: an ADMINISTRATOR is in a group or in a relation (G7).
	AdministratorJoined Code = "R-BEHEERDER"
)

// What a person must decide, and what is only told.
const (
	// Differs: a further row of a person in a flat list says something else. Args[0] is
	// what the first says.
	Differs Code = "C-GEWIJZIGD"
	// PerhapsTwice: somebody has the name already, and nothing else tells the two apart.
	// Args are the keys of those people, at most five.
	PerhapsTwice Code = "C-MOGELIJK-DUBBEL"
	// Replaces: a new relation ends the one with key Args[0] (E8). Told, and no problem.
	Replaces Code = "C-VERVANGT"
	// Assumed: what is not said was taken to be so. Args[0] is what: spaces, name, hidden,
	// group, counselor, today, formulas, sheet or encoding; the others depend on it. Told, and no problem.
	Assumed Code = "I-AANGENOMEN"
)

// Notice reports whether a problem of the code is only told.
func (c Code) Notice() bool { return c == Replaces || c == Assumed || c == UnknownHead }

// Conflict reports whether a problem of the code waits for a decision.
func (c Code) Conflict() bool { return c == Differs || c == PerhapsTwice }

// Problems between records. Args are the keys of the other records, at most five.
const (
	// RecordTwice: the file has this record already. Args[0] is the path of the first.
	RecordTwice Code = "D-ID-DUBBEL"
	// MemberTwice: one person in one group on the same days, by two records.
	MemberTwice Code = "D-LID-DUBBEL"
	// SameNames: another group or relation type has the name.
	SameNames Code = "D-NAAM-DUBBEL"
	// RelatedTwice: the same two in the same type on the same days.
	RelatedTwice Code = "D-RELATIE-DUBBEL"
	// PeriodTurned: the period ends before it begins.
	PeriodTurned Code = "D-PERIODE"
	// PrimaryNeedsExclusive: a primary type lacks exclusive (E1).
	PrimaryNeedsExclusive Code = "D-PRIMAIR-NIET-UNIEK"
	// NegativePrimary: a type is negative and primary (E1).
	NegativePrimary Code = "D-ONGEWENST-EN-PRIMAIR"
	// NegativeNetwork: a type is negative and network (N4).
	NegativeNetwork Code = "D-ONGEWENST-EN-NETWERK"
	// EmployeeFlag: a flag that only kind employee has.
	EmployeeFlag Code = "D-ALLEEN-MEDEWERKER"
	// NotAlone: two relations of an exclusive type for one client on one day; an
	// import never replaces (E2, E8).
	NotAlone Code = "D-UNIEK"
	// PrimaryUnwanted: one employee primary and unwanted for one client on one day (E1).
	PrimaryUnwanted Code = "D-PRIMAIR-EN-ONGEWENST"
	// PersonTwice: an agreement about one person twice.
	PersonTwice Code = "D-ZELFDE-PERSOON"
	// AgreementTwice: another agreement promises the same.
	AgreementTwice Code = "D-AFSPRAAK-DUBBEL"
	// NotOfKind: a property that only an agreement of another kind has.
	NotOfKind Code = "D-ANDERE-AFSPRAAK"
	// WrongSuccessor: replacedBy is not a later relation of the same client and type (E8).
	WrongSuccessor Code = "D-VERVANGEN-DOOR"
	// InUse: a record that would be removed is still referred to.
	InUse Code = "D-IN-GEBRUIK"
	// SinceChanged: the set-up is no longer what the file was compared with.
	SinceChanged Code = "D-VEROUDERD"
	// OtherRule: another rule of the domain, whose code is Args[0]. No import meets
	// one; the code exists so that none could ever pass unnoticed.
	OtherRule Code = "D-REGEL"
)

// Codes returns every code in the order of this file, so that a test can ask
// for the words of each.
func Codes() []Code {
	return []Code{
		NotJSON, NotUTF8, TooLarge, TooMany, TooDeep, NotOurs, Newer, NoVersion, UnknownKey, KeyTwice,
		OtherFormat, DamagedBook, UnknownEncoding, WrongBytes, OpenQuote, NoHeader, HeadTwice, UnknownHead, BSN,
		Required, WrongKind, WrongYesNo, WrongRole, WrongVisibility, WrongChoice, WrongDate, ShortYear, BornAhead, WrongTime, WrongID,
		TooLong, WrongCharacter, WrongEmail, Repeated, NotInactive,
		UnknownReference, Ambiguous, RoleMisfit, NotAClient, OtherIsClient, AdministratorJoined,
		RecordTwice, MemberTwice, SameNames, RelatedTwice, PeriodTurned, PrimaryNeedsExclusive, NegativePrimary,
		NegativeNetwork, EmployeeFlag, NotAlone, PrimaryUnwanted, PersonTwice, AgreementTwice, NotOfKind, WrongSuccessor, InUse, SinceChanged, OtherRule,
		Differs, PerhapsTwice, Replaces, Assumed,
	}
}
