package scene

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/words"
)

// Rehearsing is a rehearsal on the screen: World is then the set-up inside it. What is done
// there reaches no file of the set-up.
type Rehearsing struct {
	rehearsal.Rehearsal                 // on Scene.On
	Ahead               []rehearsal.Act // taken back, the next one first
	Scenes              []string        // names of the kept ones
	Unkept              bool            // leaving would lose acts that are in no kept scene
	Kept                bool            // each act is written beside the set-up
	Story               string          // the story that is played; empty: none
}

// Rehearse wants a rehearsal begun. Inside one it wants it left for what To names, after the
// question what is to become of it.
type Rehearse struct{ To Staged }

// LeaveHow is what becomes of a rehearsal that is left.
type LeaveHow string

// The ways to leave a rehearsal.
const (
	LeaveOpen   LeaveHow = "open" // it goes on the next time
	LeaveKept   LeaveHow = "kept" // as a scene with a name
	LeaveThrown LeaveHow = "thrown"
)

// Leave wants the rehearsal left: for the set-up, or for what To names.
type Leave struct {
	How  LeaveHow
	Name string // of LeaveKept
	To   Staged
}

// Staged names a kept scene or a story; zero: the set-up.
type Staged struct{ Scene, Story string }

// NextStep wants the next step of the story.
type NextStep struct{}

// Act wants an act of the rehearsal done. From a dialog it closes it, unless it is refused.
type Act struct{ Act rehearsal.Act }

// Compose wants the form of what somebody would write: Draft is the act without its text.
type Compose struct{ Draft rehearsal.Act }

// ReadIn wants shown what Reader reads. One of the others says what.
type ReadIn struct {
	Reader       domain.PersonID
	Conversation int             // the act that began it
	Group        domain.GroupID  // its reports
	Client       domain.PersonID // their reports
	Earlier      bool            // the reports of groups that Reader no longer sees
	News         string
	Followed     int // the act that set out a programme
	Act          int // for the coordinator
}

// About names what the reports are about that r reads.
func (s Scene) About(r ReadIn) string {
	switch {
	case r.Group != "":
		return s.Words.Group(s.World, r.Group)
	case r.Client != "":
		return s.Words.Person(s.World, r.Client)
	}
	return s.Words.Say("rehearse.about-before")
}

// ReadScenes wants the scenes in which somebody stands; the answer comes as NamedIn to
// every dialog.
type ReadScenes struct{ Person domain.PersonID }

// NamedIn answers ReadScenes with a sentence; empty: they stand in none.
type NamedIn struct {
	Person domain.PersonID
	Words  string
}

// SceneWord is the name of a scene in words; the open one has none.
func (s Scene) SceneWord(name string) string {
	if name == "" {
		return s.Words.Say("rehearse.open-scene")
	}
	return words.Clean(name)
}

// Names are the names of people, in the order of the lists.
func (s Scene) Names(ids []domain.PersonID) []string {
	ids = slices.Clone(ids)
	slices.SortFunc(ids, func(a, b domain.PersonID) int { return int(s.Roster.Rank(a)) - int(s.Roster.Rank(b)) })
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = s.Words.Person(s.World, id)
	}
	return out
}

// Some are the names of people in a sentence, the last of many counted.
func (s Scene) Some(ids []domain.PersonID) string { return s.Words.Some(s.Names(ids), 12) }

// Acted says what was done, for the coordinator.
func (s Scene) Acted(a rehearsal.Act) string {
	return s.Words.Act(s.World, a, func(p domain.PersonID) string { return s.Words.Person(s.World, p) })
}

// Aside says who can read now what an act of the rehearsal brought about, and on which
// grounds it went, the first of them in words. It is for the coordinator only.
func (s Scene) Aside(act, most int) []string {
	if s.Rehearsal == nil || act == 0 {
		return nil
	}
	var out []string
	if readers := s.Rehearsal.Readers(act); len(readers) > 0 {
		out = append(out, s.Words.Say("rehearse.read-now", s.Some(readers)))
	}
	if grounds := s.Rehearsal.Grounds(act); len(grounds) > 0 {
		out = append(out, s.Words.Say("rehearse.went-on", s.Words.Some(s.Words.Grounds(s.World, grounds), most)))
	}
	return out
}

func (Rehearse) isWish()   {}
func (Leave) isWish()      {}
func (NextStep) isWish()   {}
func (Act) isWish()        {}
func (Compose) isWish()    {}
func (ReadIn) isWish()     {}
func (ReadScenes) isWish() {}
