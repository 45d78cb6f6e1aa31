package cli

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/words"
)

// listing is a list of the screen as a command: zichtlijn person list. It looks
// and never writes.
type listing struct {
	argument words.Key // what stands behind the verb; empty for nothing
	optional bool
	options  []option
	rows     func(*request) []listRow // in the order of the screen
}

// listRow is one record of a list.
type listRow struct {
	record domain.Keyed
	line   string
	// more is what data says beside the record as the exchange form has it.
	more object
}

const listVerb = "list"

func (r *run) listings() map[string]listing {
	ended := boolOptions("ended")
	return map[string]listing{
		"person":     {options: propertyOptions(roleProperty()), rows: listPersons},
		"group":      {rows: listGroups},
		"member":     {argument: "cli.group-word", options: ended, rows: listMembers},
		"relation":   {argument: "cli.person-word", optional: true, options: ended, rows: listRelations},
		"type":       {rows: listTypes},
		"role":       {rows: listRoles},
		"assignment": {argument: "lists.about-word", optional: true, options: ended, rows: listAssignments},
		"reading":    {rows: listReadings},
		"agreement":  {rows: listAgreements},
		"signal":     {options: boolOptions("all"), rows: listSignals},
		"step":       {rows: listTicks},
	}
}

// addList hangs the list of a noun under its command, where it has one.
func (r *run) addList(parent *cobra.Command, noun string) {
	l, ok := r.listings()[noun]
	if !ok {
		return
	}
	use, least, most := listVerb, 0, 0
	if l.argument != "" {
		word := r.words.Say(l.argument)
		if least, most = 1, 1; l.optional {
			least, word = 0, "["+word+"]"
		}
		use += " " + word
	}
	if len(l.options) > 0 {
		use += " [--…]"
	}
	c := &cobra.Command{
		Use:                   use,
		Aliases:               []string{"lijst"},
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say(words.Key("lists.short." + noun)),
		Args:                  r.argumentCount(least, most),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	r.declareOptions(c, l.options)
	c.RunE = r.runner([]string{asText, asJSON}, func(s Session, args []string) error {
		return r.readStore(s, func(db Store) error {
			w := db.World()
			a := &request{run: r, world: w, on: r.referenceDate(s, w), flags: c.Flags(), args: args}
			rows := l.rows(a)
			if a.err != nil {
				return a.err
			}
			return r.printList(rows)
		})
	})
	parent.AddCommand(c)
}

// listVerbs are the verbs behind a noun that its edits do not name.
func (r *run) listVerbs(noun string) []string {
	if _, ok := r.listings()[noun]; !ok {
		return nil
	}
	return []string{listVerb}
}

// tellList writes a line for each record, or the records by id as data.
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

// alsoEnded reports whether what does not run is asked for as well.
func (a *request) wantsEnded() bool {
	var out bool
	a.setBool(&out, "ended")
	return out
}

// listData gives rows, which are ordered by key, as the exchange form has their
// records, each with more behind it.
func listData(rows []listRow) ([]json.RawMessage, error) {
	out := []json.RawMessage{}
	for _, row := range rows {
		var one json.RawMessage
		var err error
		switch row.record.(type) {
		case readingRow, signalRow: // no records of a set-up
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

// withMore puts the fields of more behind those of a record.
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
