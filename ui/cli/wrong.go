package cli

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// arguments refuses fewer than least and more than most words behind a command.
func (r *run) arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if r.given.version || len(args) >= least && (most == anyNumber || len(args) <= most) {
			return nil
		}
		return r.fail(failure.WrongUse, "cli.wrong-arguments", c.UseLine())
	}
}

// rootArguments refuses a word that is no command.
func (r *run) rootArguments(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return r.unknown(args[0], r.verbs(root), "cli.near-command", "cli.no-command")
}

// unknown refuses a word that is not known, and names the nearest that is.
func (r *run) unknown(typed string, known []string, near, none words.Key) error {
	if meant := nearest(typed, slices.Values(known), func(word string) []string { return []string{word} }); len(meant) > 0 {
		return r.fail(failure.WrongUse, near, words.Clean(typed), meant[0])
	}
	return r.fail(failure.WrongUse, none, words.Clean(typed))
}

// wrongFlag puts what pflag says into one sentence of ours.
func (r *run) wrongFlag(err error) error {
	var unknown *pflag.NotExistError
	var empty *pflag.ValueRequiredError
	var value *pflag.InvalidValueError
	var form *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return r.fail(failure.WrongUse, "cli.no-flag", dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &empty):
		return r.fail(failure.WrongUse, "cli.flag-empty", dashed(empty.GetSpecifiedName()))
	case errors.As(err, &value):
		// Only a yes or no can be malformed here: every other flag takes any text.
		return r.notOneOf("--"+value.GetFlag().Name, value.GetValue(), []string{"true", "false"})
	case errors.As(err, &form):
		return r.fail(failure.WrongUse, "cli.flag-malformed", words.Clean(form.GetSpecifiedFlag()))
	}
	return r.fail(failure.WrongUse, "cli.flag-malformed", words.Clean(err.Error()))
}

// dashed writes the name of a flag as it was typed.
func dashed(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + words.Clean(name)
	}
	return "--" + words.Clean(name)
}

// verbs are the names of what stands under a command in both languages, those of this one first.
func (r *run) verbs(c *cobra.Command) []string {
	var here, elsewhere []string
	for _, sub := range c.Commands() {
		here = append(here, verb(sub, r.words.Language()))
		elsewhere = append(append(elsewhere, sub.Name()), sub.Aliases...)
	}
	return append(here, elsewhere...)
}
