package settings

import (
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// aspect is one thing that a group can be to somebody, and how it is said that it
// comes to be so or ends.
type aspect struct {
	holds      func(sight.Standing) bool
	gain, lose lang.Key
}

func aspects() []aspect {
	return []aspect{
		{func(s sight.Standing) bool { return s.Personentegel }, lang.SettingsGroupPersons, lang.SettingsGroupPersonsNot},
		{func(s sight.Standing) bool { return s.Berichtentegel }, lang.SettingsGroupMessages, lang.SettingsGroupMessagesNot},
		{func(s sight.Standing) bool { return s.GroupMessage }, lang.SettingsGroupMail, lang.SettingsGroupMailNot},
		{func(s sight.Standing) bool { return s.GroupReport }, lang.SettingsGroupReport, lang.SettingsGroupReportNot},
		{func(s sight.Standing) bool { return s.Programme }, lang.SettingsGroupProgramme, lang.SettingsGroupProgrammeNot},
	}
}

// groupGains and groupLosses say what comes about and what ends between people
// and groups: the tile in which a group stands, and what one can do with it. It
// can turn where no sightline does.
func groupGains(s scene.Scene, turns []sight.GroupTurn) []line {
	return tellGroups(s, turns, lang.SettingsGroupsOpen, func(a aspect, t sight.GroupTurn) (bool, lang.Key) {
		return a.holds(t.After) && !a.holds(t.Before), a.gain
	})
}

func groupLosses(s scene.Scene, turns []sight.GroupTurn) []line {
	return tellGroups(s, turns, lang.SettingsGroupsClose, func(a aspect, t sight.GroupTurn) (bool, lang.Key) {
		return a.holds(t.Before) && !a.holds(t.After), a.lose
	})
}

// tellGroups counts the people for whom groups turn, and names the first of them.
func tellGroups(s scene.Scene, turns []sight.GroupTurn, count lang.Key, turned func(aspect, sight.GroupTurn) (bool, lang.Key)) []line {
	var out []line
	viewers := 0
	for len(turns) > 0 { // by viewer, so that each comes in one run
		n := 1
		for n < len(turns) && turns[n].Viewer == turns[0].Viewer {
			n++
		}
		if lines := tellViewer(s, turns[:n], turned); len(lines) > 0 {
			if viewers++; viewers <= mostViewers {
				out = append(out, lines...)
			}
		}
		turns = turns[n:]
	}
	if viewers == 0 {
		return nil
	}
	if more := viewers - mostViewers; more > 0 {
		out = append(out, line{words: s.Words.Say(lang.SettingsMore, more)})
	}
	return append([]line{{heading: true, words: s.Words.Say(count, viewers)}}, out...)
}

// tellViewer says one viewer's turns, a line for each aspect.
func tellViewer(s scene.Scene, turns []sight.GroupTurn, turned func(aspect, sight.GroupTurn) (bool, lang.Key)) []line {
	var lines []line
	for _, a := range aspects() {
		var names []string
		var said lang.Key
		for _, t := range turns {
			if yes, key := turned(a, t); yes {
				names, said = append(names, s.Words.Group(s.World, t.Group)), key
			}
		}
		if len(names) > 0 {
			viewer := s.Words.Person(s.World, turns[0].Viewer)
			lines = append(lines, line{words: s.Words.Say(said, len(names), viewer, s.Words.Some(names, mostOthers))})
		}
	}
	return lines
}
