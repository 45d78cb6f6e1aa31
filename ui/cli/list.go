package cli

import (
	"cmp"
	"slices"

	"github.com/spf13/cobra"

	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// listing is a list of the screen as a command: zichtlijn person list. It looks
// and never writes.
type listing struct {
	behind   words.Key // what stands behind the verb; empty for nothing
	optional bool
	options  []option
	rows     func(*asked) []listRow // in the order of the screen
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
	ended := yesNo("ended")
	return map[string]listing{
		"person":     {options: optionsOf(ofRole()), rows: listPersons},
		"group":      {rows: listGroups},
		"member":     {behind: "cli.group-word", options: ended, rows: listMembers},
		"relation":   {behind: "cli.person-word", optional: true, options: ended, rows: listRelations},
		"type":       {rows: listTypes},
		"role":       {rows: listRoles},
		"assignment": {behind: "lists.about-word", optional: true, options: ended, rows: listAssignments},
		"reading":    {rows: listReadings},
		"agreement":  {rows: listAgreements},
		"signal":     {options: yesNo("all"), rows: listSignals},
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
	if l.behind != "" {
		word := r.words.Say(l.behind)
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
		Args:                  r.arguments(least, most),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	r.declare(c, l.options)
	c.RunE = r.running([]string{asText, asJSON}, func(s Session, args []string) error {
		return r.looking(s, func(desk Desk) error {
			w := desk.World()
			a := &asked{run: r, world: w, on: r.on(s, w), flags: c.Flags(), args: args}
			rows := l.rows(a)
			if a.err != nil {
				return a.err
			}
			return r.tellList(rows)
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
func (r *run) tellList(rows []listRow) error {
	if r.json() {
		slices.SortFunc(rows, func(a, b listRow) int { return cmp.Compare(a.record.Key(), b.record.Key()) })
		data, err := listData(rows)
		if err != nil {
			return err
		}
		return writeJSON(r.out, data)
	}
	for _, row := range rows {
		r.say(row.line)
	}
	if len(rows) == 0 {
		r.note(r.words.Say("lists.empty"))
	}
	return nil
}

// alsoEnded reports whether what does not run is asked for as well.
func (a *asked) alsoEnded() bool {
	var out bool
	a.yes(&out, "ended")
	return out
}
