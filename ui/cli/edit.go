package cli

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// noun is what edits are about: zichtlijn person …
type noun struct {
	name, alias string
	edits       []edit
}

// edit is one edit of the screen as a command: zichtlijn person add. What names
// the record stands behind the verb; what is said of it are options, named as
// the properties of the exchange form.
type edit struct {
	verb      string
	aliases   []string
	arguments []words.Key
	several   bool // the last of behind may be given more than once
	// optional: the last of behind may be left out
	optional bool
	options  []option
	command  func(*request) domain.Command
	// also says what the changes mean beside themselves; nil says nothing.
	remarks func(*request, []domain.Change) remarks
}

// aside is what stands beside the changes of an edit, in words and as data.
type remarks struct {
	lines []string
	data  object
}

func (r *run) nouns() []noun {
	return []noun{
		{"person", "persoon", personEdits()},
		{"group", "groep", groupEdits()},
		{"member", "lid", memberEdits()},
		{"relation", "relatie", relationEdits()},
		{"type", "relatietype", typeEdits()},
		{"role", "rol", roleEdits()},
		{"assignment", "toewijzing", assignmentEdits()},
		{"shift", "dienst", shiftEdits()},
		{"agreement", "afspraak", agreementEdits()},
		{"reading", "lezing", readingEdits()},
		{"institution", "instelling", institutionEdits()},
		{"signal", "signaal", signalEdits()},
		{"step", "stap", stepEdits()},
	}
}

// addEdits hangs every edit under the command of its noun. Where that command
// does something itself (group GROUP --visibility), the verbs win: a group that
// is called "add" is named by its id.
func (r *run) addNouns(root *cobra.Command) {
	for _, n := range r.nouns() {
		parent := r.nounCommand(root, n)
		r.addList(parent, n.name)
		for _, e := range n.edits {
			parent.AddCommand(r.editCommand(n, e))
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
			var verbs []string
			for _, e := range n.edits {
				verbs = append(verbs, e.verb)
			}
			verbs = append(verbs, r.listVerbs(n.name)...)
			return r.fail(failure.WrongUse, "edits.which-verb", n.name, strings.Join(verbs, ", "))
		}),
	}
	// Declared here too, so that it may stand before the verb.
	r.dryRunFlag(c.Flags())
	root.AddCommand(c)
	return c
}

func (r *run) editCommand(n noun, e edit) *cobra.Command {
	use := e.verb
	for _, key := range e.arguments {
		use += " " + r.words.Say(key)
	}
	least, most := len(e.arguments), len(e.arguments)
	if e.optional {
		least--
		use = use[:strings.LastIndex(use, " ")+1] + "[" + use[strings.LastIndex(use, " ")+1:] + "]"
	}
	if e.several {
		use, most = use+"…", anyNumber
	}
	if len(e.options) > 0 {
		use += " [--…]"
	}
	c := &cobra.Command{
		Use:                   use,
		Aliases:               e.aliases,
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say(words.Key("edits.short." + n.name + "." + e.verb)),
		Args:                  r.argumentCount(least, most),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	r.declareOptions(c, e.options)
	r.dryRunFlag(c.Flags())
	c.RunE = r.runner([]string{asText, asJSON}, func(s Session, args []string) error {
		return r.runEdit(s, e, c.Flags(), args)
	})
	return c
}

// edit carries out e, or says what it would do.
func (r *run) runEdit(s Session, e edit, flags *pflag.FlagSet, args []string) error {
	open := r.editStore
	if r.given.dryRun {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		w := db.World()
		a := &request{run: r, world: w, on: r.referenceDate(s, w), flags: flags, args: args}
		command := e.command(a)
		if a.err != nil {
			return a.err
		}
		p, err := a.plan(s, e, command)
		if err != nil {
			return r.writeFailure(w, r.fileName(s), err)
		}
		if !r.wantsJSON() {
			r.printRemarks(p)
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

func (a *request) plan(s Session, e edit, command domain.Command) (plan, error) {
	p := plan{verb: command.Verb()}
	var err error
	if p.changes, err = planChanges(command, a.world); err != nil {
		return p, err
	}
	if p.impact, err = a.weigh(s, a.world, p.changes, false); err != nil {
		return p, err
	}
	if e.remarks != nil {
		p.remarks = e.remarks(a, p.changes)
	}
	return p, nil
}

// tellAside says, before an edit is saved, what saving it means beside the
// changes: whom it replaces, what speaks against it.
func (r *run) printRemarks(p plan) {
	for _, line := range p.remarks.lines {
		r.print(line)
	}
}

// tellUnsaved takes back what tellAside said of an edit that failed. What may
// have been saved all the same is for the error to say.
func (r *run) printUnsaved(p plan, err error) {
	if len(p.remarks.lines) > 0 && !r.wantsJSON() && !errors.Is(err, store.ErrUncertain) {
		r.say("edits.unsaved")
	}
}

// tellPlan says what an edit changes, every record, and whom it reveals or hides.
func (r *run) printPlan(p plan) {
	entry := domain.Entry{Verb: p.verb, Changes: p.changes}
	for i, line := range r.words.Details(p.impact.after, entry) {
		if i < len(p.changes) {
			if at := p.changes[i].Step().Ref; p.impact.before.Next(at.Noun) != "" {
				line = r.words.Say("edits.line", at.Key, line)
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
	case r.given.dryRun:
		r.say("cli.dry-run")
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
	changes := []changeJSON{}
	for _, c := range p.changes {
		one, err := changeData(c)
		if err != nil {
			return err
		}
		changes = append(changes, one)
	}
	out := object{
		{"verb", p.verb}, {"dryRun", r.given.dryRun}, {"entry", p.entry}, {"changes", changes},
	}
	turned := p.impact.data()
	out = append(out, object{
		{"gained", turned.Gained}, {"lost", turned.Lost}, {"groups", turned.Groups},
		{"brokenAgreements", turned.BrokenAgreements}, {"newlyBroken", turned.NewlyBroken},
	}...)
	if len(turned.Later) > 0 {
		out = append(out, field{"later", turned.Later})
	}
	return writeJSON(r.out, append(out, p.remarks.data...))
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

// recordData writes a record as the exchange form has it, and of a person the day
// that the form keeps apart.
func recordData(rec domain.Keyed) (json.RawMessage, error) {
	out, err := exchange.Record(rec)
	if p, ok := rec.(domain.Person); ok && err == nil && p.InactiveFrom != 0 {
		return appendFields(out, object{{"inactiveFrom", p.InactiveFrom}})
	}
	return out, err
}

// named joins people as a line lists them.
func (a *request) peopleNames(ids []domain.PersonID) string {
	var names []string
	for _, id := range ids {
		names = append(names, a.personName(a.world, id))
	}
	return strings.Join(names, ", ")
}
