package groups

import (
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// otherSettings is what each other setting of the group would change for the viewer.
type otherSettings struct {
	key   settingsKey
	turns []settingTurn // none: there is no room, no answer, or too much behind it
}

type settingsKey struct {
	triptychKey
	wanted bool // there may be room
}

// settingTurn is what one setting would change, in sentences without colour: the theme may
// change under them.
type settingTurn struct {
	to      domain.Visibility
	head    string
	changed []string // none: nothing changes
}

const (
	leastSettingsWidth = 60 // of the pane: narrower, the sentences are a column
	leastSettings      = 12 // lines below the members
	mostNamed          = 8  // people in one sentence
	indent             = 2
)

// roomBelow is how many lines are free below the members.
func (g Screen) roomBelow(inner widget.Box) int { return inner.H - len(g.members.rows) - 1 }

func (g Screen) syncSettings(s scene.Scene) Screen {
	inner := g.arrange(s).panes[membersPane].inner
	wanted := inner.W >= leastSettingsWidth && g.roomBelow(inner) >= leastSettings
	key := settingsKey{triptychKey{true, s.Seen(), g.group, g.person, g.role, s.On, s.Words.Voice()}, wanted}
	if g.settings.key != key {
		g.settings = otherSettings{key: key}
		if wanted {
			g.settings.turns = g.settingTurns(s)
		}
	}
	return g
}

// settingTurns are none where the viewer is not in the group, and where no key may wait for
// the answer.
func (g Screen) settingTurns(s scene.Scene) []settingTurn {
	viewer := g.viewer(s)
	group, ok := s.Seen().Group(g.group)
	if !ok || !viewer.member {
		return nil
	}
	weigher := sight.NewEvaluator(viewer.world, s.On)
	var out []settingTurn
	for _, setting := range domain.Visibilities() {
		if setting == group.Visibility {
			continue
		}
		changes, err := domain.SetVisibility{ID: group.ID, Visibility: setting}.Plan(viewer.world)
		if err != nil || sight.Heavy(viewer.world, changes) {
			return nil
		}
		lines, err := changed(s, weigher, viewer, changes)
		if err != nil {
			return nil
		}
		said := words.Key("setting-turns.in")
		if len(lines) == 0 {
			said = "setting-turns.same"
		}
		out = append(out, settingTurn{setting, s.Words.Say(said, s.Words.VisibilityShort(setting), viewer.name), lines})
	}
	return out
}

// lines are nothing where not all of it fits: half of it would reassure.
func (o otherSettings) lines(s scene.Scene, w, room int) []string {
	if len(o.turns) == 0 {
		return nil
	}
	out := []string{rule(s, w, s.Theme.Faint, "members.settings")}
	for _, t := range o.turns {
		sign := widget.Paint(s.Theme.Visibility[t.to], tell.VisibilitySign(t.to))
		out = append(out, widget.Wrap(s.Theme.Measure, sign+widget.Paint(s.Theme.Heading, " "+t.head), w)...)
		for _, line := range t.changed {
			for _, part := range widget.Wrap(s.Theme.Measure, line, w-indent) {
				out = append(out, strings.Repeat(" ", indent)+widget.Paint(s.Theme.Text, part))
			}
		}
	}
	if len(out) > room {
		return nil
	}
	return out
}

// changed says what changes turn for the viewer.
func changed(s scene.Scene, weigher *sight.Evaluator, viewer viewer, changes []domain.Change) ([]string, error) {
	turns, err := weigher.Turns(changes)
	if err != nil {
		return nil, err
	}
	groups, err := weigher.GroupTurns(changes)
	if err != nil {
		return nil, err
	}
	people := map[words.Key][]string{}
	add := func(before, after bool, more, less words.Key, name string) {
		switch {
		case after && !before:
			people[more] = append(people[more], name)
		case before && !after:
			people[less] = append(people[less], name)
		}
	}
	for t := range turns {
		if t.Viewer == viewer.person {
			name := s.Words.Person(viewer.world, t.Other)
			add(t.Before.Sees, t.After.Sees, "setting-turns.more-sees", "setting-turns.less-sees", name)
			add(t.Before.Messages, t.After.Messages, "setting-turns.more-mails", "setting-turns.less-mails", name)
		}
	}
	var other []string
	for t := range groups {
		if t.Viewer != viewer.person {
			continue
		}
		add(t.Before.Sees(), t.After.Sees(), "setting-turns.more-groups", "setting-turns.less-groups", s.Words.Group(viewer.world, t.Group))
		for _, a := range tell.GroupAspects() {
			if key := a.Turns(t); key != "" {
				other = append(other, s.Words.Say(key, s.Words.Group(viewer.world, t.Group), viewer.name))
			}
		}
	}
	var out []string
	for _, key := range []words.Key{"setting-turns.more-sees", "setting-turns.less-sees", "setting-turns.more-mails", "setting-turns.less-mails", "setting-turns.more-groups", "setting-turns.less-groups"} {
		if names := people[key]; len(names) > 0 {
			out = append(out, s.Words.Say(key, len(names), s.Words.Some(names, mostNamed)))
		}
	}
	return append(out, other...), nil
}
