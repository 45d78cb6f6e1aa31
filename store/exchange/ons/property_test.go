package ons_test

import (
	"bytes"
	"encoding/json"
	"io"
	"slices"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/store/exchange/ons"
)

// numbered gives people numbers of every sort.
func numbered(w domain.World, pick func(i int) int) domain.World {
	r := w.Records()
	for i := range r.Persons {
		r.Persons[i].Number = []string{strconv.Itoa(1000 + i), strconv.Itoa(1000 + i), "", "77", "077", "C7", "99999999999999999999"}[pick(i)]
	}
	return domain.NewWorld(r)
}

type file struct {
	Relations []struct {
		Client   int64      `json:"clientId"`
		Employee int64      `json:"employeeId"`
		Name     string     `json:"relationName"`
		From     time.Time  `json:"validFrom"`
		To       *time.Time `json:"validTo"`
		Type     struct {
			Name                                                                  string
			Primary, Exclusive, Relevant, Negative, Active, Legal, VBMResponsible bool
		} `json:"relationType"`
	} `json:"clientEmployeeRelations"`
}

func TestEveryRelationIsWrittenOrLeftOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := numbered(domaintest.Small(t), func(int) int { return rapid.IntRange(0, 6).Draw(t, "number") })
		o := ons.Options{ValidToInclusive: rapid.Bool().Draw(t, "inclusive")}
		text, left := written(t, w, o)
		if again, _ := written(t, w, o); again != text {
			t.Fatal("the same World gave other bytes")
		}
		var got file
		d := json.NewDecoder(bytes.NewReader([]byte(text)))
		d.DisallowUnknownFields()
		if err := d.Decode(&got); err != nil {
			t.Fatal(err)
		}
		at := map[string]bool{}
		for _, l := range left {
			if at[l.Ref.Key] || l.Ref.Noun != domain.RelationNoun || !slices.Contains(ons.Codes(), l.Code) {
				t.Fatalf("%v is left twice, or for no reason", l)
			}
			at[l.Ref.Key] = true
		}
		for r := range w.Relations() {
			if at[r.Key()] {
				continue
			}
			if len(got.Relations) == 0 {
				t.Fatalf("%s is neither written nor left", r.ID)
			}
			one := got.Relations[0]
			got.Relations = got.Relations[1:]
			client, _ := w.Person(r.Client)
			person, _ := w.Person(r.Person)
			kind, _ := w.RelationType(r.Type)
			if strconv.FormatInt(one.Client, 10) != client.Number || strconv.FormatInt(one.Employee, 10) != person.Number || one.Type.Name != kind.Name {
				t.Fatalf("%v was written as %+v", r, one)
			}
			if domain.DateOf(one.From) != r.From || (one.To == nil) != r.Through.IsZero() {
				t.Fatalf("the period of %v was written as %+v", r, one)
			}
			if one.To == nil {
				continue
			}
			if last := domain.DateOf(*one.To); o.ValidToInclusive && last != r.Through || !o.ValidToInclusive && last != r.Through+1 {
				t.Fatalf("the end of %v was written as %v", r, one.To)
			}
			if !one.To.After(one.From) && !(o.ValidToInclusive && r.From == r.Through) {
				t.Fatalf("%v was written without a day in it", r)
			}
		}
		if len(got.Relations) > 0 {
			t.Fatalf("%d are written that are not there", len(got.Relations))
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	w := numbered(domaintest.Large(), func(int) int { return 0 })
	for b.Loop() {
		left, err := ons.Write(io.Discard, w, ons.Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(w.Count(domain.RelationNoun)-len(left)), "written")
	}
}
