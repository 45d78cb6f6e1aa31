// Package stories holds the stories that come with the program (REHEARSAL.md 4): texts for
// the demonstration institution, and what is to be told of a step. It refuses to know how
// they are played.
package stories

import (
	"embed"
	"strings"

	"zichtlijn/domain"
)

//go:embed *.story
var files embed.FS

const end = ".story"

// Names returns the names of the stories, in the order in which they are told.
func Names() []string {
	return []string{"hazelmeander", "hidden", "group-visible", "members-visible", "rondleiding"}
}

// Text returns the story of a name.
func Text(name string) (string, bool) {
	b, err := files.ReadFile(strings.TrimSuffix(name, end) + end)
	return string(b), err == nil
}

// Played is what a step of a story came to.
type Played struct {
	Verb    string          // empty: the story was over
	Said    string          // what the step says or prints, on lines
	Text    string          // of a step that says: as it is written, {P15} for a person
	Person  domain.PersonID // who acts, or as whom one looks; empty: nobody yet
	Inbox   bool            // one looks at their conversations
	Refused bool
	Done    int // steps
}
