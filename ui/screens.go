package ui

import (
	"strconv"

	"zichtlijn/ui/access"
	"zichtlijn/ui/agreements"
	"zichtlijn/ui/groups"
	"zichtlijn/ui/journal"
	"zichtlijn/ui/people"
	"zichtlijn/ui/planning"
	"zichtlijn/ui/relationtypes"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/settings"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/signals"
	"zichtlijn/ui/steps"
	"zichtlijn/ui/words"
)

// tab is one of the screens, as the header shows it.
type tab struct {
	id    scene.ScreenID
	name  words.Key
	short words.Key // on its tab; empty: name
	open  func() scene.Screen
	// badge is drawn behind the name, or behind the number when names have no room; nil:
	// nothing.
	badge func(m Model, named bool) string
}

// screens are all screens but the first start, in the order of their tabs.
var screens = [...]tab{
	{scene.GroupsScreen, "screen.groups", "", groups.New, nil},
	{scene.PeopleScreen, "screen.people", "", people.New, nil},
	{scene.TypesScreen, "screen.types", "tab.types", relationTypes, nil},
	{scene.PlanningScreen, "screen.planning", "", planning.New, nil},
	{scene.AgreementsScreen, "screen.agreements", "", agreements.New, brokenAgreements},
	{scene.SignalsScreen, "screen.signals", "", signals.New, openSignals},
	{scene.SettingsScreen, "screen.settings", "", settings.New, nil},
	{scene.JournalScreen, "screen.journal", "", journal.New, nil},
	{scene.StepsScreen, "screen.steps", "", steps.New, nil},
}

// relationTypes is the screen of two lists: access roles take their scope from types.
func relationTypes() scene.Screen {
	return shelf.NewPair(relationtypes.New(), access.New(), "access.to-types", "access.to-roles")
}

// label is the name of the screen as its tab shows it.
func (t tab) label() words.Key {
	if t.short != "" {
		return t.short
	}
	return t.name
}

// key is the digit that opens the screen.
func (t tab) key() string { return strconv.Itoa(int(t.id)) }

// digits are the actions that go to the screens; each is named after its screen.
func digits() []scene.Action {
	var out []scene.Action
	for _, t := range screens {
		out = append(out, scene.Wishes(t.key(), t.label(), scene.Go{Screen: t.id}))
	}
	return out
}

func brokenAgreements(m Model, named bool) string {
	switch {
	case m.broken == 0:
		return ""
	case named:
		return " (" + strconv.Itoa(m.broken) + "!)"
	}
	return "!"
}

func openSignals(m Model, _ bool) string {
	const roomy = 60
	if m.scene.Signals == nil || len(m.scene.Signals.Open) == 0 || m.scene.Size.W < roomy {
		return ""
	}
	return " " + m.scene.Words.Say("tab.count", len(m.scene.Signals.Open))
}
