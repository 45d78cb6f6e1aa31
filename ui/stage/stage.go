package stage

import "zichtlijn/domain"

// Stage is how a presentation stands. Keys change it; it is left only by esc and then enter.
type Stage struct {
	Palette  Palette
	Invented bool // names
	Blank    bool
	Compare  bool // the three settings
	Keys     bool // they are named
	// Setting is shown in the place of the present one; nil: that one.
	Setting *domain.Visibility
	Asks    Question

	real bool // the names in the file are of real people: showing them is asked about
}

// Question is what the presenter is asked.
type Question uint8

// The questions.
const (
	NoQuestion Question = iota
	AskLeave
	AskRealNames
)

// Want is what a key wants that the stage cannot do itself.
type Want uint8

// The wants.
const (
	Nothing Want = iota
	Leave
	NextPerson
	PreviousPerson
	NextStep
	PreviousStep
	Jump // to the step of a number
)

// New returns a stage. On a file of real people it begins with invented names.
func New(real bool) Stage { return Stage{Invented: real, real: real} }

// Key answers a key. number is the step of a Jump. inStory reports whether digits are those
// of steps; else they are settings.
func (s Stage) Key(key string, inStory bool) (next Stage, want Want, number int) {
	switch {
	case s.Blank:
		s.Blank = false
		return s, Nothing, 0
	case s.Asks != NoQuestion:
		return s.answer(key)
	}
	switch key {
	case "esc", "ctrl+c":
		s.Asks = AskLeave
	case ".":
		s.Blank = true
	case "i":
		if s.Invented && s.real {
			s.Asks = AskRealNames
			break
		}
		s.Invented = !s.Invented
	case "c":
		s.Compare = !s.Compare
	case "t":
		s.Palette = s.Palette.Next()
	case "?":
		s.Keys = !s.Keys
	case "down", "j":
		return s, NextPerson, 0
	case "up", "k":
		return s, PreviousPerson, 0
	case "space":
		return s, NextStep, 0
	case "backspace":
		return s, PreviousStep, 0
	}
	if len(key) != 1 || key[0] < '1' || key[0] > '9' {
		return s, Nothing, 0
	}
	digit := int(key[0] - '0')
	if inStory {
		return s, Jump, digit
	}
	if all := domain.Visibilities(); digit <= len(all) {
		s.Setting, s.Compare = &all[digit-1], false
	}
	return s, Nothing, 0
}

func (s Stage) answer(key string) (Stage, Want, int) {
	asked := s.Asks
	s.Asks = NoQuestion
	switch {
	case key != "enter":
	case asked == AskLeave:
		return s, Leave, 0
	default:
		s.Invented = false
	}
	return s, Nothing, 0
}

// Settings are those that stand next to each other, of a group with a present one.
func (s Stage) Settings(now domain.Visibility) []domain.Visibility {
	switch {
	case s.Compare:
		return domain.Visibilities()
	case s.Setting != nil:
		return []domain.Visibility{*s.Setting}
	}
	return []domain.Visibility{now}
}
