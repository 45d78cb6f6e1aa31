package sight

import (
	"reflect"
	"testing"

	"zichtlijn/domain"
)

// A noun that is added must be met by each switch over changes: none falls back in silence.
func TestAChangeOfAnyNounIsKnownToEverySwitchOfSight(t *testing.T) {
	kinds := reflect.TypeFor[domain.Change]().NumField()
	if kinds != len(domain.Nouns()) {
		t.Fatalf("a change has %d fields for %d nouns", kinds, len(domain.Nouns()))
	}
	for i := range kinds {
		var c domain.Change
		swap := reflect.ValueOf(&c).Elem().Field(i)
		swap.Set(reflect.New(swap.Type().Elem()))
		after := swap.Elem().FieldByName("After")
		after.Set(reflect.New(after.Type().Elem()))

		staleBy(domain.World{}, domain.World{}, []domain.Change{c})
		affected(domain.World{}, domain.World{}, []domain.Change{c})
		ownDays(c)
	}
}
