package stage

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Source is where a second screen reads what stands on the stage.
type Source interface {
	// Read returns what was shown last; present is false where nobody presents.
	Read() (c Content, present bool)
	// Attend says that somebody follows; until Leave it must be said at least every second.
	Attend()
	Leave()
}

// pollEvery is how often a follower looks: with a frame of the terminal it is well within
// the 50 ms in which it must follow.
const pollEvery = 20 * time.Millisecond

// attendEvery is how often it says that it is there.
const attendEvery = time.Second

// Follower is the second screen: it shows what its source has, and nothing else. It answers
// no key but those that end it.
type Follower struct {
	source   Source
	said     tell.Words
	noColour bool
	measure  theme.Measure
	w, h     int
	content  Content
	present  bool
	attended time.Duration // since it said so
}

// NewFollower returns a second screen.
func NewFollower(s Source, said tell.Words, noColour bool) Follower {
	return Follower{source: s, said: said, noColour: noColour}
}

type poll struct{}

func again() tea.Cmd { return tea.Tick(pollEvery, func(time.Time) tea.Msg { return poll{} }) }

// Init implements tea.Model.
func (f Follower) Init() tea.Cmd {
	f.source.Attend()
	return again()
}

// Update implements tea.Model.
func (f Follower) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		f.w, f.h = msg.Width, msg.Height
	case tea.ModeReportMsg:
		if theme.Granted(msg.Mode, msg.Value) {
			f.measure = theme.Clusters
		}
	case tea.KeyPressMsg:
		if key := msg.String(); key == "q" || key == "ctrl+c" || key == "esc" {
			return f, tea.Quit
		}
	case poll:
		f.content, f.present = f.source.Read()
		if f.attended += pollEvery; f.attended >= attendEvery {
			f.attended = 0
			f.source.Attend()
		}
		return f, again()
	}
	return f, nil
}

// View implements tea.Model.
func (f Follower) View() tea.View {
	v := tea.NewView("")
	v.AltScreen = true
	on := Canvas{Measure: f.measure, W: f.w, H: f.h, NoColour: f.noColour}
	switch {
	case f.w <= 0 || f.h <= 0:
	case !f.present:
		v.WindowTitle = f.said.Say("app.name")
		v.SetContent(widget.Fit(f.measure, widget.Wrap(f.measure, f.said.Say("stage.waits"), f.w), f.w, f.h))
	default:
		if !f.content.Blank {
			v.WindowTitle = f.said.Say("app.name")
		}
		v.SetContent(f.content.Draw(on, MoreIn(f.said)))
	}
	return v
}
