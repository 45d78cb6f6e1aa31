package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/care"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// listRow is one record of a list.
type listRow struct {
	record domain.Keyed
	line   string
	// more are the fields that data has beside those of the exchange form.
	more object
}

// listVerb is the verb that lists the records of a noun.
const listVerb = "list"

// runList writes the records of v in the order of the screen, or as data by id.
func (r *run) runList(s Session, v verb, flags *pflag.FlagSet, args []string) error {
	return r.readStore(s, func(db Store) error {
		a := r.request(s, db, flags, args)
		rows := v.rows(a)
		if a.err != nil {
			return a.err
		}
		a.announceList(len(rows))
		return r.printList(rows)
	})
}

// announceList says to a listener what a list is about, how many lines it has and what it
// leaves out.
func (a *request) announceList(lines int) {
	if a.aloud == nil || a.wantsJSON() {
		return
	}
	if a.about != "" {
		a.say("plain.list-about", a.about)
	}
	switch {
	case lines == 0:
	case a.flags.Lookup("ended") != nil && !a.flags.Changed("ended"):
		a.say("plain.listed-running", lines)
	default:
		a.say("plain.listed", lines)
	}
}

// printList writes a line for each record, or the records by id as data.
func (r *run) printList(rows []listRow) error {
	if r.wantsJSON() {
		slices.SortFunc(rows, func(a, b listRow) int { return cmp.Compare(a.record.Key(), b.record.Key()) })
		data, err := listData(rows)
		if err != nil {
			return err
		}
		return writeJSON(r.out, data)
	}
	for _, row := range rows {
		r.print(row.line)
	}
	if len(rows) == 0 {
		r.note(r.words.Say("lists.empty"))
	}
	return nil
}

// wantsEnded reports whether --ended was given.
func (a *request) wantsEnded() bool {
	var out bool
	a.setBool(&out, "ended")
	return out
}

// listData returns rows, which are ordered by id, in the exchange form, each with its
// further fields.
func listData(rows []listRow) ([]json.RawMessage, error) {
	out := []json.RawMessage{}
	for _, row := range rows {
		var one json.RawMessage
		var err error
		switch row.record.(type) {
		case readingRow, signalRow, standardRow: // no records of a set-up
			one, err = encode(row.more)
		default:
			if one, err = exchange.Record(row.record); err == nil {
				one, err = appendFields(one, row.more)
			}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// appendFields puts more fields behind those of a record.
func appendFields(record json.RawMessage, more object) (json.RawMessage, error) {
	if len(more) == 0 {
		return record, nil
	}
	b, err := encode(more)
	if err != nil {
		return nil, err
	}
	rest := bytes.TrimSuffix(bytes.TrimSpace(record), []byte("}"))
	return append(append(bytes.Clone(rest), ','), b[1:]...), nil
}

// recordLine writes a record of a list: its name and id, and the rest.
func (a *request) recordLine(name, id string, rest ...string) string {
	var said []string
	for _, one := range rest {
		if one != "" {
			said = append(said, one)
		}
	}
	return a.words.Say("lists.line", a.words.Say("cli.named", words.Clean(name), id), strings.Join(said, ", "))
}

func (a *request) nameKey(id domain.PersonID) string {
	p, _ := a.world.Person(id)
	return tell.NameKey(p)
}

// runningState is the state of what counts on the day; the other states are those of
// care.
const runningState = "running"

// stateOn says whether a period of a person counts on the day, and why not.
func (a *request) stateOn(of domain.Period, who domain.PersonID) string {
	switch p, _ := a.world.Person(who); {
	case of.Ahead(a.on):
		return care.Planned.String()
	case of.Ended(a.on):
		return care.Ended.String()
	case !p.ActiveOn(a.on):
		return care.Inactive.String()
	}
	return runningState
}

func (a *request) stateWord(state string) string {
	switch state {
	case care.Planned.String():
		return a.words.Say("care.state.planned")
	case care.Ended.String():
		return a.words.Say("care.state.ended")
	case care.Inactive.String():
		return a.words.Say("lists.never-active")
	}
	return ""
}
