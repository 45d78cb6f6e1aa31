package cli

import (
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// help explains a command in our own words: cobra's are in English.
func (r *run) help(c *cobra.Command) {
	r.say(c.Short)
	r.say("")
	r.sayf("cli.usage")
	if c.HasParent() {
		r.say("  " + c.UseLine())
	} else {
		r.say("  zichtlijn [" + r.words.Say("cli.command-word") + "]")
	}
	if len(c.Aliases) > 0 {
		r.say("")
		r.sayf("cli.aliases")
		r.say("  " + c.Parent().CommandPath() + " " + strings.Join(c.Aliases, ", "))
	}
	r.helpCommands(c)
	if own := c.LocalNonPersistentFlags(); own.HasAvailableFlags() {
		r.say("")
		r.sayf("cli.own-flags")
		r.helpFlags(own)
	}
	r.say("")
	r.sayf("cli.global-flags")
	r.helpFlags(c.Root().PersistentFlags())
	if !c.HasParent() {
		r.say("")
		r.sayf("cli.more")
	}
}

func (r *run) helpCommands(c *cobra.Command) {
	if !c.HasAvailableSubCommands() {
		return
	}
	r.say("")
	r.sayf("cli.commands")
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			r.say("  " + sub.Name() + strings.Repeat(" ", c.NamePadding()-len(sub.Name())+2) + sub.Short)
		}
	}
}

// helpFlags lists flags, the words of each in one column.
func (r *run) helpFlags(all *pflag.FlagSet) {
	var names, does []string
	widest := 0
	all.VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value := f.Annotations[placeholder]; len(value) > 0 {
			name += " " + value[0]
		}
		names, does = append(names, name), append(does, f.Usage)
		widest = max(widest, utf8.RuneCountInString(name))
	})
	for i, name := range names {
		r.say("  " + name + strings.Repeat(" ", widest-utf8.RuneCountInString(name)+2) + does[i])
	}
}

// helpCommand takes the place of cobra's own, hidden: --help is the one way that
// is shown.
func (r *run) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:               "help [" + r.words.Say("cli.command-word") + "]",
		Short:             r.words.Say("cli.short.help"),
		Hidden:            true,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(c *cobra.Command, args []string) error {
			about, rest, err := c.Root().Find(args)
			if err != nil || about == c.Root() && len(rest) > 0 {
				return r.rootArguments(c.Root(), args)
			}
			r.help(about)
			return nil
		},
	}
}
