package settings

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
)

// A reading can turn thousands of sightlines: the count is whole, the names are
// the first ones.
const (
	mostViewers = 40
	mostOthers  = 8
)

// line is one sentence of what would happen, said already and clean.
type line struct {
	heading bool
	words   string
}

// side is one of the two ways in which a sightline turns.
type side struct {
	count                 lang.Key
	both, sees, messages  lang.Key
	turnsSight, turnsMail func(sight.Turn) bool
}

func gained() side {
	return side{lang.SettingsOpens, lang.SettingsBoth, lang.SettingsSees, lang.SettingsMessages,
		func(t sight.Turn) bool { return t.After.Sees && !t.Before.Sees },
		func(t sight.Turn) bool { return t.After.Messages && !t.Before.Messages }}
}

func lost() side {
	return side{lang.SettingsCloses, lang.SettingsNeither, lang.SettingsSeesNot, lang.SettingsMessagesNot,
		func(t sight.Turn) bool { return t.Before.Sees && !t.After.Sees },
		func(t sight.Turn) bool { return t.Before.Messages && !t.After.Messages }}
}

// mostRows bounds how many sightlines are compared before the dialog opens. An
// institution of hundreds is always whole; in one of ten thousand a reading can
// touch millions, and nobody waits minutes for a question.
const mostRows = 30_000

// foretell says what changes would open and close on the reference date, and
// where it has not looked at everybody it says that too.
func foretell(s scene.Scene, changes []domain.Change) []line {
	after, err := s.World.With(changes...)
	if err != nil { // the plan is of this very world; enter says what is wrong
		return nil
	}
	turns, groups, viewers := turnsOf(s, after)
	var out []line
	all := s.World.Count(domain.PersonNoun)
	if viewers < all {
		out = append(out, line{heading: true, words: s.Words.Say(lang.SettingsPartly, viewers, all)})
	}
	opens := append(gained().tell(s, turns), groupGains(s, groups)...)
	closes := append(lost().tell(s, turns), groupLosses(s, groups)...)
	for _, side := range []struct {
		told  []line
		stays lang.Key
	}{{opens, lang.SettingsStaysSeen}, {closes, lang.SettingsSeenStays}} {
		if len(side.told) > 0 { // C5, below the first heading
			out = append(out, slices.Insert(side.told, 1, line{words: s.Words.Say(side.stays)})...)
		}
	}
	if len(out) == 0 {
		out = append(out, line{heading: true, words: s.Words.Say(lang.SettingsNobody, s.Words.Date(s.On))})
	}
	return out
}

// turnsOf compares what people see now with what they would see after, people and
// groups, viewer by viewer by id, and returns how many viewers it came to.
func turnsOf(s scene.Scene, after domain.World) (turns []sight.Turn, groups []sight.GroupTurn, viewers int) {
	rows := 0
	for p := range s.World.Persons() {
		if rows > mostRows {
			break
		}
		was, now := sight.Persons(s.World, p.ID, s.On), sight.Persons(after, p.ID, s.On)
		rows += len(was) + len(now)
		viewers++
		turns = append(turns, sight.Compare(p.ID, was, now)...)
		groups = append(groups, sight.CompareGroups(p.ID, sight.Groups(s.World, p.ID, s.On), sight.Groups(after, p.ID, s.On))...)
	}
	return turns, groups, viewers
}

// tell counts one side and names the first of it, viewer by viewer.
func (d side) tell(s scene.Scene, turns []sight.Turn) []line {
	var viewers []domain.PersonID
	both, sees, mails := map[domain.PersonID][]domain.PersonID{}, map[domain.PersonID][]domain.PersonID{}, map[domain.PersonID][]domain.PersonID{}
	lines, seen, mailed := 0, 0, 0
	for _, t := range turns { // by viewer, so that each comes in one run
		see, mail := d.turnsSight(t), d.turnsMail(t)
		if !see && !mail {
			continue
		}
		lines++
		if len(viewers) == 0 || viewers[len(viewers)-1] != t.Viewer {
			viewers = append(viewers, t.Viewer)
		}
		into := both
		switch {
		case !mail:
			into, seen = sees, seen+1
		case !see:
			into, mailed = mails, mailed+1
		default:
			seen, mailed = seen+1, mailed+1
		}
		into[t.Viewer] = append(into[t.Viewer], t.Other)
	}
	if lines == 0 {
		return nil
	}
	out := []line{{heading: true, words: s.Words.Say(d.count, lines, seen, mailed)}}
	for _, v := range viewers[:min(len(viewers), mostViewers)] {
		for _, part := range []struct {
			key  lang.Key
			whom []domain.PersonID
		}{{d.both, both[v]}, {d.sees, sees[v]}, {d.messages, mails[v]}} {
			if len(part.whom) > 0 {
				out = append(out, line{words: s.Words.Say(part.key, s.Words.Person(s.World, v), named(s, part.whom))})
			}
		}
	}
	if more := len(viewers) - mostViewers; more > 0 {
		out = append(out, line{words: s.Words.Say(lang.SettingsMore, more)})
	}
	return out
}

func named(s scene.Scene, ids []domain.PersonID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = s.Words.Person(s.World, id)
	}
	return s.Words.Some(names, mostOthers)
}
