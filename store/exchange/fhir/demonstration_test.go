package fhir_test

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
)

func TestTheDemonstrationIsWrittenAsItWasRead(t *testing.T) {
	changes, err := exchange.Demonstration().Plan(domain.World{})
	if err != nil {
		t.Fatal(err)
	}
	w, err := domain.World{}.With(changes...)
	if err != nil {
		t.Fatal(err)
	}
	got, left := written(t, w, w.Institution().Date, fhir.Options{
		Demonstration: true, Language: "nl-NL",
		Narrative: func(g domain.Group) string { return "Zichtbaarheid: " + g.Visibility.String() },
	})
	for _, l := range left {
		got += fmt.Sprintln(l.Ref.Noun, l.Ref.Key, l.Field, l.Code)
	}
	golden.RequireEqual(t, got)
}
