package ui

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/start"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Model is the root: it routes messages, grants wishes and draws the window.
type Model struct {
	files Files
	store Store
	queue *queue
	by    domain.By
	now   func() time.Time

	scene    scene.Scene
	screens  map[scene.ScreenID]scene.Screen // never written after New: see withScreen
	first    scene.Screen                    // the first start
	active   scene.ScreenID
	dialogs  []scene.Dialog
	notice   scene.Say
	dark     bool // the terminal's background; dark until it answers
	noColour bool
	chosenOn domain.Date // the chosen reference date; zero: the set-up's own, else today
	setup    *Setup      // the import that was read last
	plan     *Plan       // of it, made last; nil: none
	reading  reading     // the one that is asked for
	undo     past        // what u would undo; zero: nothing
	redo     past        // what ctrl+r would redo; zero: nothing
	broken   int         // agreements that do not hold on the reference date, for the tab
	history  historyState
	leaving  bool
	exit     int
	signals  signalSearch // at what deserves attention, off the keys
	weighing weighing     // what an edit would turn, off the keys
	inside   inside       // the rehearsal that one is in

	stage    onStage      // that covers the window
	second   secondScreen // what stands on the other one
	audience Audience     // nil: there is no second screen

	writing    *exchange.Work // an export; nil: there was none
	firstDayOf Store          // whose journal was read for scene.FirstDay

	openStory  OpenStory // nil: stories are not played here
	firstStory string    // that begins on the stage; empty: none
}

// Opening is how the screen begins.
type Opening struct {
	Files    Files
	Store    Store // nil: the first start
	Source   scene.Source
	Remark   string // about the file, at its opening
	Choices  Choices
	NoColour bool
	On       domain.Date // zero: the set-up's own, else today
	By       domain.By
	Zone     *time.Location
	Now      func() time.Time
	Story    OpenStory // nil: stories are not played on the screen
	Play     string    // the story that begins on the stage; empty: none
	Audience Audience  // nil: there is no second screen
}

// New returns the screen as it begins.
func New(o Opening) Model {
	m := Model{
		files: o.Files, queue: newQueue(), by: o.By, now: o.Now, openStory: o.Story, firstStory: o.Play, audience: o.Audience, dark: true, noColour: o.NoColour,
		chosenOn: o.On, active: scene.GroupsScreen, first: start.New(),
		screens: map[scene.ScreenID]scene.Screen{},
	}
	for _, t := range screens {
		m.screens[t.id] = t.open()
	}
	m.scene = scene.Scene{
		Words: wordsIn(o.Choices.Language, o.Choices.RoleCodes), ThemeChosen: o.Choices.Theme, Locked: o.Choices.Locked,
		Zone: o.Zone, Today: domain.DateOf(o.Now().In(o.Zone)), By: o.By.Name, Given: o.By.Reason,
	}
	m = m.withTheme()
	if o.Store == nil {
		m.scene.Source = scene.NoFile
		m = m.showWorld(domain.World{})
		return m
	}
	m = m.openStore(o.Store, o.Source)
	if o.Remark != "" {
		m.notice = scene.Say{Tone: scene.Warn, Words: o.Remark}
	}
	return m
}

// openStore shows another store.
func (m Model) openStore(s Store, source scene.Source) Model {
	m = m.withoutHistory()
	m.store = s
	m.scene.Source = source
	m.scene.Signals = nil // those of another set-up
	m.scene.Head = s.Head()
	m = m.showWorld(s.World())
	undo, redo := undoAndRedo(s)
	return m.withUndo(undo, redo)
}

// showWorld shows another world, with its reference date and the orders of its lists.
func (m Model) showWorld(w domain.World) Model {
	if m.scene.Roster == nil || w != m.scene.World {
		m.scene.Roster = scene.NewRoster(w, m.scene.Roster)
	}
	m.scene.World = w
	switch own := w.Institution().Date; {
	case !m.chosenOn.IsZero():
		m.scene.On = m.chosenOn
	case !own.IsZero():
		m.scene.On = own
	default:
		m.scene.On = m.scene.Today
	}
	m = m.showRehearsal()
	m.broken = 0
	for _, v := range sight.Verdicts(w, m.scene.On) {
		if !v.Holds {
			m.broken++
		}
	}
	m.scene = m.scene.Recall()
	return m
}

// withUndo sets what can be undone and redone.
func (m Model) withUndo(undo, redo past) Model {
	m.undo, m.redo = undo, redo
	m.scene.Undoable = undo.summary(m.scene.Words, m.scene.World)
	m.scene.Redoable = redo.summary(m.scene.Words, m.scene.World)
	return m
}

// withTheme sets the theme for the choice and the terminal's background; the measure stays.
func (m Model) withTheme() Model {
	measure := m.scene.Theme.Measure
	m.scene.Theme = theme.Resolve(m.scene.ThemeChosen, m.dark, m.noColour)
	m.scene.Theme.Measure = measure
	return m
}

// withMeasure measures by cluster where the terminal grants it.
func (m Model) withMeasure(msg tea.ModeReportMsg) (Model, tea.Cmd) {
	if !theme.Granted(msg.Mode, msg.Value) {
		return m, nil
	}
	m.scene.Theme.Measure = theme.Clusters
	return m.refresh()
}

// Init asks for the background colour: a light terminal would get dark colours. It begins
// the story that was asked for.
func (m Model) Init() tea.Cmd {
	name := m.firstStory
	if name == "" {
		return tea.RequestBackgroundColor
	}
	return tea.Batch(tea.RequestBackgroundColor, func() tea.Msg { return playStory{name} })
}

// screen returns the screen that fills the body.
func (m Model) screen() scene.Screen {
	if m.scene.Source == scene.NoFile {
		return m.first
	}
	return m.screens[m.active]
}

// withScreen replaces the active screen. It copies the map: an older model must not change
// with a newer one.
func (m Model) withScreen(s scene.Screen) Model {
	if m.scene.Source == scene.NoFile {
		m.first = s
		return m
	}
	m.screens = maps.Clone(m.screens)
	m.screens[m.active] = s
	return m
}

// Update implements tea.Model.
func (m Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	next, cmd := m.update(msg)
	return next, cmd
}

// update answers a message, and searches for signals again when it changed the world or
// the date.
func (m Model) update(msg tea.Msg) (Model, tea.Cmd) {
	next, cmd := m.route(msg)
	if next.stage.on {
		next = next.restage()
	}
	next, cmd = next.searchSignals(cmd)
	return next.readFirstDay(cmd)
}

func (m Model) route(msg tea.Msg) (Model, tea.Cmd) {
	if m.inside.passing {
		if held, is := m.holdBack(msg); is {
			return held, nil
		}
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		return m.withTheme().refresh()
	case tea.ModeReportMsg:
		return m.withMeasure(msg)
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case stored:
		return m.receiveStored(msg)
	case opened:
		return m.receiveOpened(msg)
	case exported:
		return m.noteExport(msg)
	case setupRead:
		return m.receiveSetup(msg)
	case setupPlanned:
		return m.receivePlan(msg)
	case scene.Completions, scene.OldEnds, scene.Again, scene.NamedIn, indexed:
		return m.toDialogs(msg)
	case scene.Page:
		return m.toScreen(msg)
	case weighed:
		return m.receiveWeighed(msg)
	case workOn:
		return m.keepPace(msg)
	case signalsFound:
		return m.receiveSignals(msg)
	case playStory, attended, secondBeat, secondFailed:
		return m.routeStage(msg)
	case firstDayRead:
		return m.receiveFirstDay(msg)
	case chronicleRead:
		return m.receiveChronicle(msg)
	case signalReceived:
		m.exit = msg.code
		return m.leave()
	case displaced:
		return m.askToLeave()
	case quitWaitOver:
		return m.quitWaited()
	}
	return m, nil
}

// quitWaited leaves though the disk hangs, unless somebody was asked, and stays.
func (m Model) quitWaited() (Model, tea.Cmd) {
	if m.leaving {
		return m, tea.Quit
	}
	return m, nil
}

func (m Model) resize(w, h int) (Model, tea.Cmd) {
	m.scene.Size = widget.Box{W: w, H: h}
	m.scene.Body = arrange(m.scene.Size).body
	return m.refresh()
}

// refresh tells the active screen that the scene has changed.
func (m Model) refresh() (Model, tea.Cmd) { return m.toScreen(scene.Refresh{}) }

// toScreen hands a message to the active screen and grants what it wishes.
func (m Model) toScreen(msg tea.Msg) (Model, tea.Cmd) {
	next, wish := m.screen().Update(m.scene, msg)
	return m.withScreen(next).grant(wish, nil)
}

// toDialog hands a message to the top dialog, if any, and grants what it wishes.
func (m Model) toDialog(msg tea.Msg) (Model, tea.Cmd) {
	if len(m.dialogs) == 0 {
		return m, nil
	}
	top := len(m.dialogs) - 1
	next, wish := m.dialogs[top].Update(m.scene, msg)
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs[:top]...), next)
	return m.grant(wish, next)
}

// typing reports whether the active screen takes text now.
func (m Model) typing() bool {
	t, ok := m.screen().(scene.Typist)
	return ok && t.Typing()
}

// nextTheme is the theme that ctrl+t chooses after k.
func nextTheme(k theme.Kind) theme.Kind {
	all := theme.Kinds()
	for i, one := range all {
		if one == k {
			return all[(i+1)%len(all)]
		}
	}
	return all[0]
}
