package cli

import (
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/stories"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// flags are what was typed, not judged yet.
type flags struct {
	file, date, language, by, behalf, reason, theme, format string
	story                                                   string
	plain                                                   bool
	demo, readOnly, version, formatChosen                   bool
	dryRun, asItWas, accept, allTurns                       bool
	output, visibility, group, against                      string
	grid                                                    bool
	period                                                  dayRange
	check                                                   checking
	acting                                                  acting
	importing                                               importing
	exporting                                               exporting
	picturing                                               picturing
}

// The forms in which a command can answer.
const (
	asText = "text"
	asJSON = "json"
	asCSV  = "csv"
	// asHandover is a hand-over sheet.
	asHandover = "handover"
)

var textOrJSON = []string{asText, asJSON}

// globalFlags declares the flags that every command takes.
func (r *run) globalFlags(f *pflag.FlagSet) {
	f.SortFlags = false
	r.textFlag(f, &r.given.file, "file", "", "cli.flag.file")
	f.BoolVar(&r.given.demo, "demo", false, r.words.Say("cli.flag.demo"))
	r.textFlag(f, &r.given.date, "date", "", "cli.flag.date")
	r.textFlag(f, &r.given.language, "lang", "", "cli.flag.lang", choices(languages()))
	r.textFlag(f, &r.given.by, "by", "", "cli.flag.by")
	r.textFlag(f, &r.given.behalf, "behalf", "", "cli.flag.behalf")
	r.textFlag(f, &r.given.reason, "reason", "", "cli.flag.reason")
	f.BoolVar(&r.given.readOnly, "read-only", false, r.words.Say("cli.flag.read-only"))
	r.textFlag(f, &r.given.theme, "theme", "", "cli.flag.theme", choices(themes()))
	r.textFlag(f, &r.given.format, "format", "", "cli.flag.format")
	f.BoolVar(&r.given.plain, "plain", false, r.words.Say("cli.flag.plain"))
	f.BoolVarP(&r.given.version, "version", "v", false, r.words.Say("cli.flag.version"))
	f.BoolP("help", "h", false, r.words.Say("cli.flag.help"))
}

// screenFlags declares the flags of the screen.
func (r *run) screenFlags(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.story, "story", "", "cli.flag.story", choices(stories.Names()))
	f.Lookup("story").NoOptDefVal = stories.Names()[0]
}

// placeholder is the annotation that names the value of a flag in help.
const placeholder = "zichtlijn-placeholder"

// choices writes the values of a flag as help shows them.
func choices(all []string) string { return strings.Join(all, "|") }

// textFlag declares a flag that takes a text. Its sentence is "VALUE=what it does".
func (r *run) textFlag(f *pflag.FlagSet, to *string, name, short string, key words.Key, args ...any) {
	value, does, _ := strings.Cut(r.words.Say(key, args...), "=")
	f.StringVarP(to, name, short, "", does)
	f.Lookup(name).Annotations = map[string][]string{placeholder: {value}}
}

// listFlag is textFlag for a flag that may be given more than once.
func (r *run) listFlag(f *pflag.FlagSet, to *[]string, name string, key words.Key) {
	value, does, _ := strings.Cut(r.words.Say(key), "=")
	f.StringArrayVar(to, name, nil, does)
	f.Lookup(name).Annotations = map[string][]string{placeholder: {value}}
}

// dryRunFlag declares the flags of every command that is weighed.
func (r *run) dryRunFlag(f *pflag.FlagSet) {
	f.BoolVar(&r.given.dryRun, "dry-run", false, r.words.Say("cli.flag.dry-run"))
	f.BoolVar(&r.given.allTurns, "all", false, r.words.Say("cli.flag.all-turns"))
}

// languageOf finds the language of a call before anything else is read, because
// whatever is wrong with the rest is said in it. An unknown one is refused later.
func languageOf(args []string, otherwise words.Language) words.Language {
	for i, a := range args {
		if a == "--" {
			break
		}
		value, glued := strings.CutPrefix(a, "--lang=")
		if a == "--lang" && i+1 < len(args) {
			value, glued = args[i+1], true
		}
		if l, ok := words.ParseLanguage(value); glued && ok {
			otherwise = l
		}
	}
	return otherwise
}

// session judges the global flags.
func (r *run) session() (Session, error) {
	g := r.given
	if g.plain {
		r.words = r.words.Spoken()
		r.aloud = newAloud(r.words)
	}
	s := Session{
		File: g.file, Demo: g.demo, Story: g.story, Language: r.words.Language(), ReadOnly: g.readOnly, Theme: r.Theme,
		By: domain.By{Name: g.by, Behalf: g.behalf, Reason: g.reason},
	}
	if g.demo && g.file != "" {
		return s, r.fail(failure.WrongUse, "cli.file-and-demo")
	}
	if s.File == "" {
		s.File = r.File
	}
	if s.By.Name == "" {
		s.By.Name = r.Login
	}
	if _, ok := words.ParseLanguage(g.language); g.language != "" && !ok {
		return s, r.wrongChoice("--lang", g.language, languages())
	}
	if r.inside != nil {
		s.Date = r.inside.At().Today()
	}
	if g.date != "" {
		var err error
		if s.Date, err = r.parseISODate(g.date); err != nil {
			return s, err
		}
	}
	if g.theme != "" {
		kind, ok := theme.ParseKind(g.theme)
		if !ok || kind == theme.Auto {
			return s, r.wrongChoice("--theme", g.theme, themes())
		}
		s.Theme = kind
	}
	return s, nil
}

// parseISODate reads a date as scripts write it.
func (r *run) parseISODate(typed string) (domain.Date, error) {
	d, err := domain.ParseDate(typed)
	if err != nil {
		return 0, failure.Failure{Exit: failure.WrongUse, Sentence: r.words.NoISODate(typed)}
	}
	return d, nil
}

// checkFormat judges --format against the formats of a command; the first is its
// default.
func (r *run) checkFormat(can []string) error {
	if r.given.formatChosen = r.given.format != ""; !r.given.formatChosen {
		r.given.format = can[0]
	}
	if slices.Contains(can, r.given.format) {
		return nil
	}
	return r.wrongChoice("--format", r.given.format, can)
}

func (r *run) wantsJSON() bool { return r.given.format == asJSON }

func (r *run) wrongChoice(flag, value string, choices []string) error {
	return r.fail(failure.WrongUse, "cli.wrong-choice", flag, words.Clean(value), strings.Join(choices, ", "))
}

func languages() []string { return list(words.Languages(), words.Language.String) }

// themes are those that can be asked for; following the terminal needs no asking.
func themes() []string {
	return codes(slices.DeleteFunc(theme.Kinds(), func(k theme.Kind) bool { return k == theme.Auto }))
}
