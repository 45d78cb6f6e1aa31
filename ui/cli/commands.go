package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/export"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/words"
)

// command is one command without a noun.
type command struct {
	name, alias string
	short       words.Key
	argument    words.Key // in usage; empty for none
	least, most int       // how many arguments; most may be anyNumber
	options     string    // its own flags, as usage shows them
	flags       func(*pflag.FlagSet)
	formats     []string // how it can answer, the default first
	do          func(Session, []string) error
	looks       bool // it only looks, in a rehearsal too
}

const anyNumber = -1

func (r *run) commands() []command {
	return []command{
		{name: "import", alias: "importeer", short: "cli.short.import", argument: "cli.files-word", least: 1, most: anyNumber,
			options: "[--dry-run] [--all] [--encoding …] [--column …] [--same-name …] [--rejects …] [--match] [--plan …]", flags: r.importFlags, formats: textOrJSON, do: r.importFiles},
		{name: "export", alias: "exporteer", short: "cli.short.export", options: "[--format …] [-o …] [--since …] [--system] [--pseudonymise [--key …]]",
			flags: r.exportFlags, formats: list(export.Forms(), func(f export.Form) string { return f.Name }), do: r.export},
		{name: "diff", alias: "verschil", short: "cli.short.diff", argument: "cli.two-files-word", least: 2, most: 2, formats: []string{asText, asJSON, asHandover}, do: r.diff},
		{name: "show", alias: "toon", short: "cli.short.show", argument: "cli.person-word", least: 1, most: 1,
			options: "[--as-it-was]", flags: r.asItWasFlag, formats: textOrJSON, do: r.show, looks: true},
		{name: "who-sees", alias: "wie-ziet", short: "cli.short.who-sees", argument: "cli.person-word", least: 1, most: 1,
			options: "[--as-it-was]", flags: r.asItWasFlag, formats: textOrJSON, do: r.whoSees, looks: true},
		{name: "why", alias: "waarom", short: "cli.short-why", argument: "cli.pair-word", least: 2, most: 2, formats: textOrJSON, do: r.why, looks: true},
		{name: "compare", alias: "vergelijk", short: "cli.short.compare", argument: "cli.person-group-word", least: 2, most: 2, formats: textOrJSON, do: r.compare, looks: true},
		{name: "course", alias: "verloop", short: "cli.short.course", argument: "cli.pair-word", least: 2, most: 2, formats: textOrJSON, do: r.course, looks: true},
		{name: "matrix", short: "cli.short.matrix", options: "[--group …] [--grid] [--as-it-was]", flags: r.matrixFlags, formats: []string{asText, asJSON, asCSV}, do: r.matrix, looks: true},
		{name: "find", alias: "zoek", short: "cli.short.find", argument: "cli.find-word", least: 1, most: anyNumber, formats: textOrJSON, do: r.find, looks: true},
		{name: "stage", alias: "podium", short: "cli.short.stage", formats: []string{asText}, do: r.openStage},
		{name: "group", alias: "groep", short: "cli.short.group", argument: "cli.group-word", least: 1, most: 1,
			options: "--visibility … [--dry-run] [--all] [--reason …]", flags: r.groupFlags, formats: textOrJSON, do: r.group},
		{name: "care", alias: "zorg", short: "cli.short.care", argument: "cli.client-word", least: 1, most: 1, formats: textOrJSON, do: r.care, looks: true},
		{name: "steps", alias: "stappen", short: "cli.short.steps", argument: "cli.group-word", most: 1, formats: textOrJSON, do: r.steps, looks: true},
		{name: "periodic", alias: "periodiek", short: "cli.short.periodic", argument: "cli.periodic-word", most: 1,
			options: "[--reason …]", formats: textOrJSON, do: r.periodic},
		{name: "planning", short: "cli.short.plan", options: "[--from …] [--days …]", flags: r.planningFlags, formats: textOrJSON, do: r.planning, looks: true},
		{name: "check", alias: "controleer", short: "cli.short.check", options: "[--all] [--mirror]", flags: r.checkFlags, formats: textOrJSON, do: r.check, looks: true},
		{name: "log", alias: "logboek", short: "cli.short.log", formats: textOrJSON, do: r.log, looks: true},
		{name: "undo", alias: "herstel", short: "cli.short.undo", options: "[--dry-run] [--all] [--reason …]", flags: r.dryRunFlag, formats: textOrJSON, do: r.undo},
		{name: "redo", alias: "opnieuw", short: "cli.short.redo", options: "[--dry-run] [--all] [--reason …]", flags: r.dryRunFlag, formats: textOrJSON, do: r.redo},
		{name: "backup", short: "cli.short.backup", argument: "cli.file-word", least: 1, most: 1, formats: textOrJSON, do: r.backup},
		{name: "verify", short: "cli.short.verify", argument: "cli.file-word", most: 1, options: "[--accept] [--against …]", flags: r.verifyFlags, formats: textOrJSON, do: r.verify},
	}
}

// rootCommand builds the tree of commands in the language of the call.
func (r *run) rootCommand() *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click in Explorer opens the screen
	root := &cobra.Command{
		Use:           "zichtlijn [" + r.words.Say("cli.command-word") + "]",
		Short:         r.words.Say("cli.about"),
		Args:          r.rootArguments,
		RunE:          r.runner([]string{asText}, r.openScreen),
		SilenceErrors: true,
		SilenceUsage:  true,
		CompletionOptions: cobra.CompletionOptions{
			DisableDefaultCmd: true, // ours has words
		},
	}
	root.SetOut(r.out)
	root.SetErr(r.Err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return r.flagFailure(err) })
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { r.printHelp(r.pageOf(c)) })
	root.SetHelpCommand(r.helpCommand())
	r.globalFlags(root.PersistentFlags())
	r.screenFlags(root.Flags())
	for _, c := range r.commands() {
		root.AddCommand(r.cobraCommand(c))
	}
	r.addNouns(root)
	r.addRehearse(root)
	r.addMapping(root)
	r.addPictures(root)
	r.addPages(root)
	root.AddCommand(r.completionCommand(), r.manCommand())
	r.addCompletions(root)
	return root
}

// addVerbs adds a command that is nothing without one of its verbs, and returns it with
// them.
func (r *run) addVerbs(root *cobra.Command, parent command, verbs []command) (*cobra.Command, []*cobra.Command) {
	parent.argument, parent.most, parent.formats = "edits.verb-word", anyNumber, textOrJSON
	parent.do = func(Session, []string) error {
		return r.fail(failure.WrongUse, "edits.which-verb", parent.name, choices(list(verbs, func(c command) string { return c.name })))
	}
	top := r.cobraCommand(parent)
	subs := list(verbs, r.cobraCommand)
	top.AddCommand(subs...)
	root.AddCommand(top)
	return top, subs
}

func (r *run) cobraCommand(c command) *cobra.Command {
	use := c.name
	if c.argument != "" {
		word := r.words.Say(c.argument)
		if c.least == 0 {
			word = "[" + word + "]"
		}
		use += " " + word
	}
	if c.options != "" {
		use += " " + c.options
	}
	out := &cobra.Command{
		Use:                   use,
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say(c.short),
		Args:                  r.argumentCount(c.least, c.most),
		RunE:                  r.runner(c.formats, c.do),
	}
	if c.alias != "" {
		out.Aliases = []string{c.alias}
	}
	if !slices.Contains([]words.Key{"cli.files-word", "cli.file-word", "cli.two-files-word"}, c.argument) {
		out.ValidArgsFunction = cobra.NoFileCompletions
	}
	if c.flags != nil {
		c.flags(out.Flags())
	}
	return out
}

// runner wraps what a command does in what all commands do first.
func (r *run) runner(formats []string, do func(Session, []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		if r.given.version {
			r.print("zichtlijn " + r.Version)
			return nil
		}
		s, err := r.session()
		if err == nil {
			err = r.checkFormat(formats)
		}
		if err != nil {
			return err
		}
		if r.hearsTrial() { // by ear the end of a long list is too late
			r.say("cli.dry-run")
		}
		return do(s, args)
	}
}

// openScreen is what happens without a command.
func (r *run) openScreen(s Session, _ []string) error {
	if s.Story != "" && !slices.Contains(stories.Names(), s.Story) {
		return r.wrongChoice("--story", s.Story, stories.Names())
	}
	if !r.Terminal {
		return r.fail(failure.WrongUse, "cli.no-terminal")
	}
	if err := r.requireFile(s); err != nil {
		return err
	}
	if code := r.Screen(s); code != int(failure.Done) {
		return saidExit(code)
	}
	return nil
}

// openStage opens the second screen.
func (r *run) openStage(s Session, _ []string) error {
	if !r.Terminal {
		return r.fail(failure.WrongUse, "cli.no-terminal")
	}
	if code := r.Stage(s); code != int(failure.Done) {
		return saidExit(code)
	}
	return nil
}

// completionCommand writes the script with which a shell completes our commands.
func (r *run) completionCommand() *cobra.Command {
	shells := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:                   "completion " + r.words.Say("cli.shell-word"),
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say("cli.short.completion"),
		Args:                  r.argumentCount(1, 1),
		ValidArgsFunction:     cobra.FixedCompletions(shells, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(c *cobra.Command, args []string) error {
			return r.runner([]string{asText}, func(Session, []string) error {
				root := c.Root()
				switch args[0] {
				case "bash":
					return root.GenBashCompletionV2(r.out, true)
				case "zsh":
					return root.GenZshCompletion(r.out)
				case "fish":
					return root.GenFishCompletion(r.out, true)
				case "powershell":
					return root.GenPowerShellCompletionWithDesc(r.out)
				}
				return r.wrongChoice("SHELL", args[0], shells)
			})(c, args)
		},
	}
}

// addCompletions names the values that flags can have, and the Dutch verbs: cobra
// completes the English ones only.
func (r *run) addCompletions(root *cobra.Command) {
	values := map[string][]string{"lang": languages(), "theme": themes(), "format": {asText, asJSON, asCSV, asHandover}}
	for flag, words := range values {
		completeValues(root, flag, words)
	}
	root.ValidArgsFunction = completeAliases
	for _, c := range root.Commands() {
		if c.Flags().Lookup("visibility") != nil {
			completeValues(c, "visibility", codes(domain.Visibilities()))
		}
		if c.HasSubCommands() {
			c.ValidArgsFunction = completeAliases
		}
	}
}

// completeAliases completes the other names of subcommands, once one is begun: before
// that they would be listed beside their English ones.
func completeAliases(c *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, sub := range c.Commands() {
		for _, alias := range sub.Aliases {
			if len(args) == 0 && typed != "" && strings.HasPrefix(alias, typed) {
				out = append(out, cobra.CompletionWithDesc(alias, sub.Short))
			}
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeValues panics for a flag that is not there: a mistake of ours that every call
// meets.
func completeValues(c *cobra.Command, flag string, words []string) {
	if err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(fmt.Sprintf("cli: %v", err))
	}
}

// argumentCount refuses fewer than least and more than most words behind a command.
func (r *run) argumentCount(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if r.given.version || len(args) >= least && (most == anyNumber || len(args) <= most) {
			return nil
		}
		return r.fail(failure.WrongUse, "cli.wrong-arguments", c.UseLine())
	}
}

// rootArguments refuses a word that is no command.
func (r *run) rootArguments(root *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return nil
	case len(args) == 1 && root.Flags().Changed("story"): // its name may stand behind it
		r.given.story = args[0]
		return nil
	}
	return r.unknownWord(args[0], r.verbs(root), "cli.near-command", "cli.no-command")
}

// unknownWord refuses a word that is not known, and names the nearest that is.
func (r *run) unknownWord(typed string, known []string, near, none words.Key) error {
	if meant := nearest(typed, slices.Values(known), func(word string) []string { return []string{word} }); len(meant) > 0 {
		return r.fail(failure.WrongUse, near, words.Clean(typed), meant[0])
	}
	return r.fail(failure.WrongUse, none, words.Clean(typed))
}

// flagFailure says what pflag found wrong in one sentence of ours.
func (r *run) flagFailure(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var form *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return r.fail(failure.WrongUse, "cli.no-flag", typedFlag(unknown.GetSpecifiedName()))
	case errors.As(err, &empty):
		return r.fail(failure.WrongUse, "cli.flag-empty", typedFlag(empty.GetSpecifiedName()))
	case errors.As(err, &value):
		// Only a yes or no can be malformed here: every other flag takes any text.
		return r.wrongChoice("--"+value.GetFlag().Name, value.GetValue(), []string{"true", "false"})
	case errors.As(err, &form):
		return r.fail(failure.WrongUse, "cli.flag-malformed", words.Clean(form.GetSpecifiedFlag()))
	}
	return r.fail(failure.WrongUse, "cli.flag-malformed", words.Clean(err.Error()))
}

// typedFlag writes the name of a flag as it was typed.
func typedFlag(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + words.Clean(name)
	}
	return "--" + words.Clean(name)
}

// verbs are the names of the commands under c in both languages, those of the call's
// first.
func (r *run) verbs(c *cobra.Command) []string {
	var here, elsewhere []string
	for _, sub := range c.Commands() {
		here = append(here, verbName(sub, r.words.Language()))
		elsewhere = append(append(elsewhere, sub.Name()), sub.Aliases...)
	}
	return append(here, elsewhere...)
}
