package ons_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/ons"
)

func written(t interface{ Fatal(...any) }, w domain.World, o ons.Options) (string, []exchange.Left) {
	var b strings.Builder
	left, err := ons.Write(&b, w, o)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), left
}

func day(s string) domain.Date {
	d, err := domain.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// kade is an institution with one client, 10423, and one employee, 200007, and the
// relation R1 between them since 1 March 2026. change changes it.
func kade(change func(*domain.Records)) domain.World {
	r := domain.Records{
		Persons: []domain.Person{
			{ID: "jan", Number: "200007", Role: domain.Counselor, GivenName: "Jan", FamilyName: "Vries"},
			{ID: "sem", Number: "10423", Role: domain.Client, GivenName: "Sem", FamilyName: "Bakker"},
		},
		RelationTypes: []domain.RelationType{{ID: "T1", Name: "Begeleider", Relevant: true}},
		Relations:     []domain.Relation{{ID: "R1", Client: "sem", Person: "jan", Type: "T1", Period: domain.Period{From: day("2026-03-01")}}},
	}
	change(&r)
	return domain.NewWorld(r)
}

func period(from, through string) func(*domain.Records) {
	return func(r *domain.Records) {
		r.Relations[0].Period = domain.Period{From: day(from)}
		if through != "" {
			r.Relations[0].Through = day(through)
		}
	}
}

const (
	head = "{\"clientEmployeeRelations\":[\n" + `{"clientId":10423,"employeeId":200007,"relationName":"Begeleider",`
	tail = `,"relationType":{"name":"Begeleider","primary":false,"exclusive":false,"relevant":true,"negative":false,"active":true,"legal":false,"vbmResponsible":false}}` + "\n]}\n"
)

func TestAPeriodIsWrittenAsMomentsInAmsterdam(t *testing.T) {
	for _, c := range []struct{ name, from, through, want string }{
		{"an open end has no end", "2026-03-01", "", `"validFrom":"2026-03-01T00:00:00.000+01:00"`},
		{"the end is the day after the last", "2026-03-01", "2026-03-15", `"validFrom":"2026-03-01T00:00:00.000+01:00","validTo":"2026-03-16T00:00:00.000+01:00"`},
		{"one day", "2026-07-01", "2026-07-01", `"validFrom":"2026-07-01T00:00:00.000+02:00","validTo":"2026-07-02T00:00:00.000+02:00"`},
		{"the day on which summer time begins has begun before it", "2026-03-29", "2026-03-29", `"validFrom":"2026-03-29T00:00:00.000+01:00","validTo":"2026-03-30T00:00:00.000+02:00"`},
		{"the day on which it ends has begun in it", "2026-10-25", "2026-10-25", `"validFrom":"2026-10-25T00:00:00.000+02:00","validTo":"2026-10-26T00:00:00.000+01:00"`},
		{"over the end of a year", "2026-12-31", "2026-12-31", `"validFrom":"2026-12-31T00:00:00.000+01:00","validTo":"2027-01-01T00:00:00.000+01:00"`},
		{"31-12-9999 is an open end", "2026-03-01", "9999-12-31", `"validFrom":"2026-03-01T00:00:00.000+01:00"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, left := written(t, kade(period(c.from, c.through)), ons.Options{})
			if want := head + c.want + tail; got != want || left != nil {
				t.Errorf("wrote\n%s\nand left %v, want\n%s", got, left, want)
			}
		})
	}
}

func TestAReaderMayTakeTheEndAsInclusive(t *testing.T) {
	got, _ := written(t, kade(period("2026-03-01", "2026-03-29")), ons.Options{ValidToInclusive: true})
	if want := head + `"validFrom":"2026-03-01T00:00:00.000+01:00","validTo":"2026-03-29T00:00:00.000+01:00"` + tail; got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
	got, _ = written(t, kade(period("2026-03-01", "9999-12-31")), ons.Options{ValidToInclusive: true})
	if strings.Contains(got, "validTo") {
		t.Errorf("an open end was written: %s", got)
	}
}

func TestWhatIsLeftAndWhy(t *testing.T) {
	client := func(number string) func(*domain.Records) {
		return func(r *domain.Records) { r.Persons[1].Number = number }
	}
	employee := func(number string) func(*domain.Records) {
		return func(r *domain.Records) { r.Persons[0].Number = number }
	}
	as := func(t domain.RelationType) func(*domain.Records) {
		return func(r *domain.Records) {
			t.ID, t.Name = "T1", "Begeleider"
			r.RelationTypes[0] = t
		}
	}
	for _, c := range []struct {
		name   string
		change func(*domain.Records)
		code   string
		field  domain.Field
	}{
		{"a client without a number", client(""), ons.NoNumber, "client"},
		{"an employee without a number", employee(""), ons.NoNumber, "person"},
		{"a number with a letter", client("C10423"), ons.NotNumeric, "client"},
		{"a number with a sign", client("-10423"), ons.NotNumeric, "client"},
		{"a number with a space", employee("200 007"), ons.NotNumeric, "person"},
		{"digits of another script", client("١٠٤"), ons.NotNumeric, "client"},
		{"a number with a zero in front", client("010423"), ons.LeadingZero, "client"},
		{"nothing but zero", employee("0"), ons.LeadingZero, "person"},
		{"one more than fits", client("9223372036854775808"), ons.TooLarge, "client"},
		{"two clients with one number", func(r *domain.Records) {
			r.Persons = append(r.Persons, domain.Person{ID: "zoe", Number: "10423", Role: domain.Client, GivenName: "Zoë", FamilyName: "Groot"})
		}, ons.Shared, "client"},
		{"withdrawn", func(r *domain.Records) { r.Relations[0].Withdrawn = true }, ons.Withdrawn, ""},
		{"with a guardian", as(domain.RelationType{Kind: domain.GuardianKind, Relevant: true}), ons.NotEmployee, ""},
		{"with an external", as(domain.RelationType{Kind: domain.ExternalKind}), ons.NotEmployee, ""},
		{"a direct relation only", as(domain.RelationType{Network: true}), ons.NetworkOnly, ""},
		{"a direct relation only, switched off", as(domain.RelationType{Network: true, SwitchedOff: true}), ons.NetworkOnly, ""},
		{"from always on", func(r *domain.Records) { r.Relations[0].From = 0 }, ons.NoFirstDay, "from"},

		{"the largest number", client("9223372036854775807"), "", ""},
		{"an employee with the number of the client", employee("10423"), "", ""},
		{"a direct relation that is more", as(domain.RelationType{Network: true, Legal: true}), "", ""},
		{"a type without any flag", as(domain.RelationType{}), "", ""},
		{"switched off: Ons keeps history", as(domain.RelationType{Relevant: true, SwitchedOff: true}), "", ""},
		{"ended and replaced", func(r *domain.Records) { r.Relations[0].Through, r.Relations[0].ReplacedBy = day("2026-03-02"), "R2" }, "", ""},
		{"an employee who left", func(r *domain.Records) { r.Persons[0].InactiveFrom = day("2025-01-01") }, "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, left := written(t, kade(c.change), ons.Options{})
			if c.code == "" {
				if len(left) > 0 || !strings.Contains(got, `"clientId":`) {
					t.Errorf("wrote %s and left %v, want it written", got, left)
				}
				return
			}
			want := exchange.Left{Ref: domain.Ref{Noun: domain.RelationNoun, Key: "R1"}, Field: c.field, Code: c.code}
			if len(left) != 1 || left[0] != want || got != "{\"clientEmployeeRelations\":[]}\n" {
				t.Errorf("wrote %s and left %v, want %v", got, left, want)
			}
		})
	}
}

func TestATypeIsWrittenWithAllItsFlags(t *testing.T) {
	got, _ := written(t, kade(func(r *domain.Records) {
		r.RelationTypes[0] = domain.RelationType{
			ID: "T1", Name: "Regie & \"Wzd\"", Primary: true, Exclusive: true, Relevant: true,
			Legal: true, VBMResponsible: true, Network: true, SwitchedOff: true,
		}
	}), ons.Options{})
	want := `"relationType":{"name":"Regie & \"Wzd\"","primary":true,"exclusive":true,"relevant":true,"negative":false,"active":false,"legal":true,"vbmResponsible":true}}`
	if !strings.Contains(got, want) {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}

func TestTheDemonstrationIsWrittenAsItWasRead(t *testing.T) {
	got, left := written(t, demonstration(t), ons.Options{})
	for _, l := range left {
		got += l.Ref.Key + " " + string(l.Field) + " " + l.Code + "\n"
	}
	golden.RequireEqual(t, got)
}

func demonstration(t *testing.T) domain.World {
	t.Helper()
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestEveryCodeIsOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range ons.Codes() {
		if seen[c] || !strings.HasPrefix(c, "O-") {
			t.Errorf("%s is there twice, or is no code of Ons", c)
		}
		seen[c] = true
	}
}

var errFull = errors.New("full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestADiskThatIsFullIsTold(t *testing.T) {
	if _, err := ons.Write(full{}, demonstration(t), ons.Options{}); !errors.Is(err, errFull) {
		t.Errorf("the error is %v", err)
	}
}
