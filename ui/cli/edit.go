package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
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
	verb    string
	aliases []string
	behind  []words.Key
	several bool // the last of behind may be given more than once
	// optional: the last of behind may be left out
	optional bool
	options  []option
	command  func(*asked) domain.Command
	// also says what the changes mean beside themselves; nil says nothing.
	also func(*asked, []domain.Change) aside
}

// aside is what stands beside the changes of an edit, in words and as data.
type aside struct {
	lines  []string
	fields object
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
func (r *run) addEdits(root *cobra.Command) {
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
		RunE: r.running([]string{asText}, func(Session, []string) error {
			var verbs []string
			for _, e := range n.edits {
				verbs = append(verbs, e.verb)
			}
			verbs = append(verbs, r.listVerbs(n.name)...)
			return r.fail(failure.WrongUse, "edits.which-verb", n.name, strings.Join(verbs, ", "))
		}),
	}
	// Declared here too, so that it may stand before the verb.
	r.dryRun(c.Flags())
	root.AddCommand(c)
	return c
}

func (r *run) editCommand(n noun, e edit) *cobra.Command {
	use := e.verb
	for _, key := range e.behind {
		use += " " + r.words.Say(key)
	}
	least, most := len(e.behind), len(e.behind)
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
		Args:                  r.arguments(least, most),
		ValidArgsFunction:     cobra.NoFileCompletions,
	}
	c.Flags().SortFlags = false
	r.declare(c, e.options)
	r.dryRun(c.Flags())
	c.RunE = r.running([]string{asText, asJSON}, func(s Session, args []string) error {
		return r.edit(s, e, c.Flags(), args)
	})
	return c
}

// edit carries out e, or says what it would do.
func (r *run) edit(s Session, e edit, flags *pflag.FlagSet, args []string) error {
	open := r.editing
	if r.given.dryRun {
		open = r.looking
	}
	return open(s, func(desk Desk) error {
		w := desk.World()
		a := &asked{run: r, world: w, on: r.on(s, w), flags: flags, args: args}
		command := e.command(a)
		if a.err != nil {
			return a.err
		}
		p, err := a.plan(s, e, command)
		if err != nil {
			return r.notWritten(w, r.about(s), err)
		}
		if !r.json() {
			r.tellAside(p)
		}
		return r.carryOut(s, desk, command, p, func(p plan) error {
			if r.json() {
				return r.writePlan(p)
			}
			r.tellPlan(p)
			return nil
		})
	})
}

// plan is an edit before it is saved.
type plan struct {
	verb    domain.Verb
	changes []domain.Change // none: it is so already
	impact  impact
	aside   aside
	entry   domain.Seq // zero while it is not saved
}

func (a *asked) plan(s Session, e edit, command domain.Command) (plan, error) {
	p := plan{verb: command.Verb()}
	var err error
	if p.changes, err = effective(command, a.world); err != nil {
		return p, err
	}
	if p.impact, err = a.impactOf(s, a.world, p.changes, false); err != nil {
		return p, err
	}
	if e.also != nil {
		p.aside = e.also(a, p.changes)
	}
	return p, nil
}
