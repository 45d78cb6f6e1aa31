package cli_test

import (
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	storedemo "zichtlijn/store/demo"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// What the screen plays a few steps at a time is what the command line plays at once.
func TestEveryStoryIsPlayedToItsEndOnTheScreen(t *testing.T) {
	db, err := storedemo.Open(store.Options{Now: time.Now, Random: strings.NewReader(strings.Repeat("x", 1<<20))}, domain.By{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	for _, name := range stories.Names() {
		story, err := cli.OpenStory(cli.Program{Now: time.Now}, cli.Session{Demo: true}, db, name, tell.In(words.Dutch))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		at := rehearsal.Begin(db.World(), db.World().Institution().Date)
		seen, acts := 0, 0
		for {
			next, played := story.Next(at)
			if played.Verb == "" {
				break
			}
			if played.Verb == "say" && played.Said == "" || next.Len() > at.Len()+1 {
				t.Errorf("%s, step %d: %+v", name, played.Done, played)
			}
			seen, acts, at = seen+1, acts+next.Len()-at.Len(), next
		}
		if only := name == "rondleiding"; seen == 0 || acts == 0 && !only || acts != at.Len() { // the tour only looks
			t.Errorf("%s: %d steps were shown, %d acts done", name, seen, acts)
		}
	}
}
