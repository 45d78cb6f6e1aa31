package cli

import (
	"encoding/hex"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	giving "zichtlijn/ui/page" // page is that of the manual here
	"zichtlijn/ui/words"
)

// writingPage makes the page that the words behind a command ask for. Nothing is written yet.
type writingPage func(p pictured, args []string) (func(io.Writer) error, error)

// addPages adds page and its kinds (SHOWING.md 3).
func (r *run) addPages(root *cobra.Command) {
	one := func(name, alias string, argument words.Key, count int, options string, flags func(*pflag.FlagSet), make writingPage) command {
		return command{
			name: name, alias: alias, short: words.Key("cli.short.page." + name), argument: argument, least: count, most: count,
			options: strings.TrimSpace(options + " [-o …] [--pseudonymise [--key …]]"), formats: []string{asHTML},
			flags: func(f *pflag.FlagSet) {
				flags(f)
				r.pageFlags(f)
			},
			do: func(s Session, args []string) error { return r.page(s, args, make) },
		}
	}
	r.addVerbs(root, command{name: "page", alias: "pagina", short: "cli.short.page"}, []command{
		one("person", "persoon", "cli.person-word", 1, "[--as-it-was]", r.asItWasFlag, pictured.personPage),
		one("group", "groep", "cli.group-word", 1, "[--as-it-was]", r.asItWasFlag, pictured.groupPage),
		// Its code is that of the journal as it is: with settings of then it would vouch for what it does not.
		one("institution", "instelling", "", 0, "", func(*pflag.FlagSet) {}, pictured.institutionPage),
	})
}

func (r *run) pageFlags(f *pflag.FlagSet) {
	r.outputFlag(f)
	f.BoolVar(&r.given.exporting.pseudonymise, "pseudonymise", false, r.words.Say("cli.flag.pseudonymise"))
	r.textFlag(f, &r.given.exporting.key, "key", "", "cli.flag.key")
}

// page writes a page.
func (r *run) page(s Session, args []string, make writingPage) error {
	to := r.given.output
	if to != "" && strings.ToLower(filepath.Ext(to)) != ".html" {
		return r.fail(failure.WrongUse, "cli.page.other-end", words.Clean(to))
	}
	secret, err := r.secret()
	if err != nil {
		return err
	}
	return r.openForExport(s, func(db Store) error {
		p, err := r.pictured(s, db, secret)
		if err != nil {
			return err
		}
		write, err := make(p, args)
		if err != nil {
			return err
		}
		return r.giveAlong(p, "page", write)
	})
}

func (p pictured) personPage(args []string) (func(io.Writer) error, error) {
	one, err := p.run.personNamed(p.db.World(), args[0])
	return func(out io.Writer) error { return giving.Person(out, p.Subject, p.Shown(one.ID)) }, err
}

func (p pictured) groupPage(args []string) (func(io.Writer) error, error) {
	g, err := p.run.groupNamed(p.db.World(), args[0])
	if err != nil {
		return nil, err
	}
	d, err := p.decision(g.ID)
	return func(out io.Writer) error { return giving.Group(out, p.Subject, g.ID, d) }, err
}

// decision is the last entry that set the visibility of a group, with --as-it-was on the day
// or before it. Who made it and why are
// left out among invented names.
func (p pictured) decision(id domain.GroupID) (giving.Decision, error) {
	var out giving.Decision
	for e, err := range p.db.Journal(1, 0) {
		if err != nil {
			return out, p.run.readFailure(p.run.fileName(p.session), err)
		}
		day := domain.DayOf(e, p.run.Now().Location(), p.db.World().Institution().Date)
		if giving.Decided(e, id) && (!p.AsItWas || day <= p.On) {
			out = giving.Decision{On: day, By: e.By}
		}
	}
	if p.Invented() {
		out.By = domain.By{}
	}
	return out, nil
}

func (p pictured) institutionPage([]string) (func(io.Writer) error, error) {
	report, err := p.db.Verify()
	if err != nil {
		return nil, p.run.readFailure(p.run.fileName(p.session), err)
	}
	var chain giving.Chain
	if report.Entries > 0 {
		chain = giving.Chain{Entries: report.Entries, Code: giving.Code(hex.EncodeToString(report.Head[:]))}
	}
	return func(out io.Writer) error { return giving.Institution(out, p.Subject, chain) }, nil
}
