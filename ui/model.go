package ui

import (
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/start"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/widget"
)

// Model is the root: router, granter of wishes, compositor.
type Model struct {
	files Files
	store Store
	queue *queue
	by    domain.By
	now   func() time.Time

	scene    scene.Scene
	screens  map[scene.ScreenID]scene.Screen // never written after New: see with
	first    scene.Screen                    // the first start
	active   scene.ScreenID
	dialogs  []scene.Dialog
	notice   scene.Say
	dark     bool // the terminal's background, until it answers: dark
	noColour bool
	chosenOn domain.Date  // the reference date that was asked for; zero follows the set-up or today
	setup    *Setup       // the import that was planned last
	undo     domain.Entry // what u would take back; zero is nothing
	redo     domain.Entry // what ctrl+r would repeat
	reason   string       // the reason that was given last
	broken   int          // agreements that do not hold on the reference date, for the tab
	recall   recall       // reading how modes and readings went
	leaving  bool
	exit     int
	look     look // at what deserves attention, off the keys
}

// Opening is how the screen begins.
type Opening struct {
	Files    Files
	Store    Store // nil: the first start
	Source   scene.Source
	Choices  Choices
	NoColour bool
	On       domain.Date // zero: the set-up's own, else today
	By       domain.By
	Zone     *time.Location
	Now      func() time.Time
}

// New returns the screen as it begins.
func New(o Opening) Model {
	m := Model{
		files: o.Files, queue: newQueue(), by: o.By, now: o.Now, dark: true, noColour: o.NoColour,
		chosenOn: o.On, active: scene.GroupsScreen, first: start.New(),
		screens: map[scene.ScreenID]scene.Screen{},
	}
	for _, t := range screens {
		m.screens[t.id] = t.open()
	}
	m.scene = scene.Scene{
		Words: tell.In(o.Choices.Language), ThemeChosen: o.Choices.Theme, Locked: o.Choices.Locked,
		Zone: o.Zone, Today: domain.DateOf(o.Now().In(o.Zone)), By: o.By.Name,
	}
	m.scene.Theme = theme.Resolve(o.Choices.Theme, m.dark, o.NoColour)
	if o.Store == nil {
		m.scene.Source = scene.NoFile
		m = m.show(domain.World{})
		return m
	}
	return m.open(o.Store, o.Source)
}

// open takes up a store that was opened.
func (m Model) open(s Store, source scene.Source) Model {
	m = m.forgotten()
	m.store = s
	m.scene.Source = source
	m.scene.Signals = nil // those of another set-up
	m.scene.Head = s.Head()
	m = m.show(s.World())
	undo, redo := undoAndRedo(s)
	return m.reachable(undo, redo)
}

// show takes up another world: the reference date and the orders follow it.
func (m Model) show(w domain.World) Model {
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
	m.broken = 0
	for _, v := range sight.Verdicts(w, m.scene.On) {
		if !v.Holds {
			m.broken++
		}
	}
	m.scene = m.scene.Recall()
	return m
}

// reachable says in words what can be undone and redone.
func (m Model) reachable(undo, redo domain.Entry) Model {
	m.undo, m.redo = undo, redo
	m.scene.Undoable, m.scene.Redoable = "", ""
	if undo.Seq != 0 {
		m.scene.Undoable = m.scene.Words.Summary(m.scene.World, undo)
	}
	if redo.Seq != 0 {
		m.scene.Redoable = m.scene.Words.Summary(m.scene.World, redo)
	}
	return m
}

// Init asks the terminal for its background, or light ones would get dark colours.
func (m Model) Init() tea.Cmd { return tea.RequestBackgroundColor }

// screen returns the screen that fills the body.
func (m Model) screen() scene.Screen {
	if m.scene.Source == scene.NoFile {
		return m.first
	}
	return m.screens[m.active]
}

// with returns m with the active screen replaced. Screens are values, and so is
// the model: the map is copied, or an older model would change with a newer one.
func (m Model) with(s scene.Screen) Model {
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

// update takes a message up, and looks again at what deserves attention where
// that may be something else now.
func (m Model) update(msg tea.Msg) (Model, tea.Cmd) {
	next, cmd := m.take(msg)
	return next.attended(cmd)
}

func (m Model) take(msg tea.Msg) (Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.dark = msg.IsDark()
		m.scene.Theme = theme.Resolve(m.scene.ThemeChosen, m.dark, m.noColour)
		return m.refresh()
	case tea.KeyPressMsg:
		return m.press(msg)
	case tea.PasteMsg:
		return m.paste(msg)
	case tea.MouseClickMsg:
		return m.click(msg)
	case tea.MouseWheelMsg:
		return m.wheel(msg)
	case stored:
		return m.settled(msg)
	case opened:
		return m.begun(msg)
	case scene.Transferred:
		return m.transferred(msg)
	case read:
		return m.planned(msg)
	case scene.Completions:
		return m.tell(msg)
	case scene.Again:
		return m.again()
	case scene.Page:
		return m.toScreen(msg)
	case found:
		return m.attentive(msg)
	case chronicled:
		return m.recalled(msg)
	case signalled:
		m.exit = msg.code
		return m.leave()
	case late:
		m.leaving = true
		return m, tea.Quit
	}
	return m, nil
}

func (m Model) resize(w, h int) (Model, tea.Cmd) {
	m.scene.Size = widget.Box{W: w, H: h}
	m.scene.Body = arrange(m.scene.Size).body
	return m.refresh()
}

// refresh lets the active screen take up what changed around it.
func (m Model) refresh() (Model, tea.Cmd) { return m.toScreen(scene.Refresh{}) }

// toScreen hands a message to the active screen and grants what it wishes.
func (m Model) toScreen(msg tea.Msg) (Model, tea.Cmd) {
	next, wish := m.screen().Update(m.scene, msg)
	return m.with(next).grant(wish, nil)
}

// tell hands a message to the top dialog, if there is one, and grants what it wishes.
func (m Model) tell(msg tea.Msg) (Model, tea.Cmd) {
	if len(m.dialogs) == 0 {
		return m, nil
	}
	top := len(m.dialogs) - 1
	next, wish := m.dialogs[top].Update(m.scene, msg)
	m.dialogs = append(append([]scene.Dialog{}, m.dialogs[:top]...), next)
	return m.grant(wish, next)
}

// typing reports whether the active screen takes text at the moment.
func (m Model) typing() bool {
	t, ok := m.screen().(scene.Typist)
	return ok && t.Typing()
}

// nextTheme is the theme after k in the order that ctrl+t walks.
func nextTheme(k theme.Kind) theme.Kind {
	all := theme.Kinds()
	for i, one := range all {
		if one == k {
			return all[(i+1)%len(all)]
		}
	}
	return all[0]
}
