package cli

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// noun is a command for the records of one noun, with a verb for each edit.
type noun struct {
	name, alias string
	verbs       []verb
}

// verb is something to do with the records of a noun: zichtlijn person add. It edits
// with command, or lists with rows; with both it lists as long as nothing is named. The record is named behind the verb; options are
// named as the properties of the exchange form.
type verb struct {
	name      string // in verbAliases
	arguments []words.Key
	several   bool // the last argument may be given more than once
	optional  bool // the last argument may be left out
	options   []option
	command   func(*request) domain.Command
	remarks   func(*request, []domain.Change) remarks // nil: none
	rows      func(*request) []listRow
}

// verbAliases are the Dutch verbs.
var verbAliases = map[string][]string{
	"list": {"lijst"}, "add": {"toevoegen"}, "edit": {"wijzig"}, "copy": {"kopieer"}, "remove": {"verwijder"}, "end": {"beëindig", "beeindig"},
	"deactivate": {"deactiveer"}, "reactivate": {"heractiveer"}, "leave": {"vertrek"},
	"standard": {"standaard"}, "accept": {"accepteer"}, "reopen": {"heropen"}, "tick": {"afvinken"}, "untick": {"heropen"},
}

// remarks are what an edit means beside its changes, in words and as data: whom it
// replaces, what speaks against it.
type remarks struct {
	lines []string
	data  object
}

func (r *run) nouns() []noun {
	return []noun{
		{"person", "persoon", personVerbs()},
		{"group", "groep", groupVerbs()},
		{"member", "lid", memberVerbs()},
		{"relation", "relatie", relationVerbs()},
		{"type", "relatietype", typeVerbs()},
		{"role", "rol", roleVerbs()},
		{"assignment", "toewijzing", assignmentVerbs()},
		{"shift", "dienst", shiftVerbs()},
		{"agreement", "afspraak", agreementVerbs()},
		{"reading", "lezing", readingVerbs()},
		{"institution", "instelling", institutionVerbs()},
		{"signal", "signaal", signalVerbs()},
		{"step", "stap", stepVerbs()},
	}
}

// addNouns adds a command for each noun, and its verbs below it. Where that command
// does something itself (group GROUP --visibility), the verbs win: a group that is
// called "add" is named by its id.
func (r *run) addNouns(root *cobra.Command) {
	for _, n := range r.nouns() {
		parent := r.nounCommand(root, n)
		for _, v := range n.verbs {
			parent.AddCommand(r.verbCommand(n, v))
		}
	}
}

func (r *run) nounCommand(root *cobra.Command, n noun) *cobra.Command {
	for _, c := range root.Commands() {
		if c.Name() == n.name {
			return c
		}
	}
	c := &cobra.Command{
		Use:                   n.name + " " + r.words.Say("edits.verb-word"),
		Aliases:               []string{n.alias},
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say(words.Key("edits.short." + n.name)),
		Args:                  cobra.ArbitraryArgs,
		ValidArgsFunction:     cobra.NoFileCompletions,
		RunE: r.runner([]string{asText}, func(Session, []string) error {
			verbs := list(n.verbs, func(v verb) string { return v.name })
			return r.fail(failure.WrongUse, "edits.which-verb", n.name, strings.Join(verbs, ", "))
		}),
	}
	// Declared here too, so that it may stand before the verb.
	r.dryRunFlag(c.Flags())
	root.AddCommand(c)
	return c
}

func (r *run) verbCommand(n noun, v verb) *cobra.Command {
	use := v.name
	for _, key := range v.arguments {
		use += " " + r.words.Say(key)
	}
	least, most := len(v.arguments), len(v.arguments)
	if v.optional {
		least--
		last := strings.LastIndex(use, " ") + 1
		use = use[:last] + "[" + use[last:] + "]"
	}
	if v.several {
		use, most = use+"…", anyNumber
	}
	if len(v.options) > 0 {
		use += " [--…]"
	}
	run, short := r.runEdit, words.Key("edits.short."+n.name+"."+v.name)
	switch {
	case v.rows != nil && v.command != nil:
		run = func(s Session, v verb, flags *pflag.FlagSet, args []string) error {
			if len(args) == 0 {
				return r.runList(s, v, flags, args)
			}
			return r.runEdit(s, v, flags, args)
		}
	case v.rows != nil:
		run, short = r.runList, words.Key("lists.short."+n.name)
	}
	c := &cobra.Command{
		Use:                   use,
		Aliases:               verbAliases[v.name],
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say(short),
		Args:                  r.argumentCount(least, most),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	r.declareOptions(c, v.options)
	if v.command != nil {
		r.dryRunFlag(c.Flags())
	}
	c.RunE = r.runner(textOrJSON, func(s Session, args []string) error { return run(s, v, c.Flags(), args) })
	return c
}

// runEdit carries out v, or says what it would do.
func (r *run) runEdit(s Session, v verb, flags *pflag.FlagSet, args []string) error {
	open := r.editStore
	if r.given.dryRun {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		a := r.request(s, db, flags, args)
		command := v.command(a)
		if a.err != nil {
			return a.err
		}
		p, err := r.plan(s, a.world, command)
		if err != nil {
			return r.writeFailure(a.world, r.fileName(s), err)
		}
		if v.remarks != nil {
			if p.remarks = v.remarks(a, p.changes); a.err != nil {
				return a.err
			}
		}
		if !r.wantsJSON() {
			for _, line := range p.remarks.lines {
				r.print(line)
			}
		}
		return r.carryOut(s, db, command, p, func(p plan) error {
			if r.wantsJSON() {
				return r.writePlan(p)
			}
			r.printPlan(p)
			return nil
		})
	})
}

// plan is an edit before it is saved.
type plan struct {
	verb    domain.Verb
	changes []domain.Change // none: it is so already
	impact  impact
	remarks remarks
	entry   domain.Seq // zero while it is not saved
}

// plan works out what a command changes, and what that turns.
func (r *run) plan(s Session, w domain.World, command domain.Command) (plan, error) {
	p := plan{verb: command.Verb()}
	var err error
	if p.changes, err = planChanges(command, w); err != nil {
		return p, err
	}
	p.impact, err = r.weigh(s, w, p.changes, false)
	return p, err
}

// carryOut saves what was planned unless it is a trial, and then says what it turns.
// That is said too when it is refused for want of a reason, so that somebody can give
// one; of an edit that fails otherwise nothing is said.
func (r *run) carryOut(s Session, db Store, command domain.Command, p plan, printPlan func(plan) error) error {
	if !r.given.dryRun && len(p.changes) > 0 {
		var err error
		if p.entry, err = r.save(s, db, command, p.impact); err != nil {
			failed := r.writeFailure(p.impact.before, r.fileName(s), err)
			if errors.As(err, &sight.Asked{}) {
				r.hearAsked()
				return errors.Join(printPlan(p), failed)
			}
			r.printUnsaved(p, err)
			return failed
		}
		r.noticeBroken(p.impact)
	}
	if err := printPlan(p); err != nil || r.wantsJSON() {
		return err
	}
	r.printOutcome(p)
	return nil
}

// planChanges returns what a command changes: nothing where it is so already.
func planChanges(command domain.Command, w domain.World) ([]domain.Change, error) {
	changes, err := command.Plan(w)
	var refusal domain.Refusal
	if errors.As(err, &refusal) && refusal.Code == domain.NothingToDo {
		return nil, nil
	}
	return changes, err
}

// save makes an edit and returns the number of its entry.
func (r *run) save(s Session, db Store, command domain.Command, i impact) (domain.Seq, error) {
	_, entry, err := db.Do(command, by(s, i), i.consent.Check)
	if err != nil {
		return 0, err
	}
	r.noteSaved(db, entry)
	return entry.Seq, nil
}

// printUnsaved takes back what the remarks said of an edit that failed. Whether it may
// have been saved all the same is for the error to say.
func (r *run) printUnsaved(p plan, err error) {
	if len(p.remarks.lines) > 0 && !r.wantsJSON() && !errors.Is(err, store.ErrUncertain) {
		r.say("edits.unsaved")
	}
}

// printPlan says every record that an edit changes, and whom it reveals or hides.
func (r *run) printPlan(p plan) {
	entry := domain.Entry{Verb: p.verb, Changes: p.changes}
	for i, line := range r.words.Details(p.impact.after, entry) {
		if i < len(p.changes) {
			if at := p.changes[i].Step().Ref; p.impact.before.Next(at.Noun) != "" {
				line = r.withID("edits.line", at.Key, line)
			}
		}
		r.print(line)
	}
	r.printImpact(p.impact)
}

func (r *run) printOutcome(p plan) {
	switch {
	case len(p.changes) == 0:
		r.say("cli.nothing")
	case r.hearsTrial():
	case r.given.dryRun:
		r.say("cli.dry-run")
	case r.inside != nil:
		r.say("rehearse.edited")
	default:
		r.say("cli.saved", seqText(p.entry))
	}
}

type changeJSON struct {
	Noun   string          `json:"noun"`
	Key    string          `json:"key"`
	Before json.RawMessage `json:"before"` // as in the exchange form; null: was not there
	After  json.RawMessage `json:"after"`  // null: is no longer there
}

// writePlan writes an edit as data. entry is 0 while nothing is saved.
func (r *run) writePlan(p plan) error {
	changes, err := changesData(p.changes)
	if err != nil {
		return err
	}
	out := object{
		{"verb", p.verb}, {"dryRun", r.given.dryRun}, {"entry", p.entry}, {"changes", changes},
	}
	return writeJSON(r.out, slices.Concat(out, p.impact.data(), p.remarks.data))
}

func changesData(all []domain.Change) ([]changeJSON, error) {
	out := []changeJSON{}
	for _, c := range all {
		one, err := changeData(c)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

func changeData(c domain.Change) (changeJSON, error) {
	st := c.Step()
	out := changeJSON{Noun: st.Noun.String(), Key: st.Key}
	var err error
	if st.Before != nil {
		if out.Before, err = recordData(st.Before); err != nil {
			return out, err
		}
	}
	if st.After != nil {
		out.After, err = recordData(st.After)
	}
	return out, err
}

// recordData writes a record in the exchange form, with the day from which a person is
// inactive: the form keeps it elsewhere.
func recordData(rec domain.Keyed) (json.RawMessage, error) {
	out, err := exchange.Record(rec)
	if p, ok := rec.(domain.Person); ok && err == nil && p.InactiveFrom != 0 {
		return appendFields(out, object{{"inactiveFrom", p.InactiveFrom}})
	}
	return out, err
}
