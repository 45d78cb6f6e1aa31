package cli

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// commandGroup is a heading of the list of commands.
type commandGroup struct {
	heading  words.Key
	commands []string
}

// commandGroups are all commands, in the order in which help shows them.
func commandGroups() []commandGroup {
	return []commandGroup{
		{"help-group.look", []string{"show", "who-sees", "why", "compare", "course", "matrix", "picture", "find", "rehearse", "stage"}},
		{"help-group.people", []string{"group", "person", "member", "relation", "type", "institution"}},
		{"help-group.care", []string{"care", "planning", "shift", "role", "assignment"}},
		{"help-group.insight", []string{"check", "signal", "agreement", "steps", "step", "periodic", "reading"}},
		{"help-group.in-out", []string{"import", "export", "page", "diff", "mapping"}},
		{"help-group.file", []string{"log", "undo", "redo", "backup", "verify"}},
		{"help-group.more", []string{"help", "man", "completion"}},
	}
}

// topics are what help explains beside commands. Each has a word in both languages, a
// line and paragraphs; a paragraph such as "0 = done" is a row.
func topics() []string {
	return []string{"dates", "names", "codes", "formats", "privacy", "readings", keysTopic}
}

// verbName is the name of a command in a language: most have one of their own in Dutch.
func verbName(c *cobra.Command, l words.Language) string {
	if l == words.Dutch && len(c.Aliases) > 0 {
		return c.Aliases[0]
	}
	return c.Name()
}

// typedPath writes a command as it is typed in a language, from the name of the program
// on.
func typedPath(c *cobra.Command, l words.Language) string {
	if !c.HasParent() {
		return c.Name()
	}
	return typedPath(c.Parent(), l) + " " + verbName(c, l)
}

// subject names a command in tables: person.add.
func subject(c *cobra.Command) string {
	_, below, ok := strings.Cut(c.CommandPath(), " ")
	if !ok {
		return "program"
	}
	return strings.ReplaceAll(below, " ", ".")
}

// pageOf explains a command in our own words: cobra's are English.
func (r *run) pageOf(c *cobra.Command) page {
	here, behind := typedPath(c, r.words.Language()), ""
	if _, after, ok := strings.Cut(c.Use, " "); ok {
		behind = " " + after
	}
	p := page{
		short: c.Short, about: r.explanation(c), foot: r.words.Say("help-page.global"),
		use: section{heading: r.words.Say("cli.usage"), typed: []string{here + behind}},
	}
	also := section{heading: r.words.Say("cli.aliases")}
	for _, l := range words.Languages() {
		if other := typedPath(c, l); other != here {
			also.typed = append(also.typed, other)
		}
	}
	p.names = list(append([]string{here}, also.typed...), func(typed string) string { return strings.ReplaceAll(typed, " ", "-") })
	for _, alias := range c.Aliases[min(1, len(c.Aliases)):] {
		also.typed = append(also.typed, typedPath(c.Parent(), words.Dutch)+" "+alias)
	}
	p.sections = append(append(p.sections, also), r.subcommands(c)...)
	p.sections = append(p.sections, section{heading: r.words.Say("help-page.examples"), typed: r.examplesOf(c)})
	if !c.HasParent() {
		p.sections = append(p.sections, r.topicRows())
		p.foot = r.words.Say("cli.more")
	}
	// Only the whole program has persistent flags: those of every command.
	p.sections = append(p.sections, section{heading: r.words.Say("cli.own-flags"), rows: flagRows(c.LocalNonPersistentFlags())},
		section{heading: r.words.Say("cli.global-flags"), rows: flagRows(c.PersistentFlags())})
	return p
}

// explanation explains a command in a paragraph; verbs share one for all nouns.
func (r *run) explanation(c *cobra.Command) []string {
	for _, key := range []string{"help." + subject(c), "help.verb." + c.Name()} {
		if r.words.Has(words.Key(key)) {
			return []string{r.words.Say(words.Key(key))}
		}
	}
	return nil
}

// subcommands lists the commands under c, for the whole program in groups.
func (r *run) subcommands(c *cobra.Command) []section {
	if !c.HasAvailableSubCommands() {
		return nil
	}
	var under []string
	called := map[string]*cobra.Command{}
	for _, sub := range c.Commands() {
		under, called[sub.Name()] = append(under, sub.Name()), sub
	}
	parts := []commandGroup{{"cli.commands", under}}
	if !c.HasParent() {
		parts = commandGroups()
	}
	var out []section
	widest := 0
	for _, part := range parts {
		s := section{heading: r.words.Say(part.heading)}
		for _, name := range part.commands {
			term := verbName(called[name], r.words.Language())
			if term != name {
				term += " (" + name + ")"
			}
			widest = max(widest, utf8.RuneCountInString(term))
			s.rows = append(s.rows, row{term, called[name].Short})
		}
		out = append(out, s)
	}
	for i := range out {
		out[i].column = widest
	}
	return out
}

// flagRows lists flags with the words of each.
func flagRows(all *pflag.FlagSet) []row {
	var out []row
	all.VisitAll(func(f *pflag.Flag) {
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		if value := f.Annotations[placeholder]; len(value) > 0 {
			name += " " + value[0]
		}
		out = append(out, row{name, f.Usage})
	})
	return out
}

// keysTopic is the topic that ends in what the keys of the screen do.
const keysTopic = "keys"

// topicSections explains one of topics, with sections of its own behind it.
func (r *run) topicSections(id string) []section {
	s := section{heading: r.words.Say(words.Key("topic." + id))}
	for n := 1; ; n++ {
		key := words.Key("topic." + id + "." + strconv.Itoa(n))
		if !r.words.Has(key) {
			break
		}
		said := r.words.Say(key)
		if term, means, ok := strings.Cut(said, " = "); ok {
			s.rows = append(s.rows, row{term, means})
		} else {
			s.text = append(s.text, said)
		}
	}
	out := []section{s}
	if id == keysTopic && r.Keys != nil {
		for _, part := range r.Keys(r.words.Language()) {
			one := section{heading: part.Title}
			for _, k := range part.Rows {
				one.rows = append(one.rows, row{k[0], k[1]})
			}
			out = append(out, one)
		}
	}
	return out
}

func (r *run) topicShort(id string) string { return r.words.Say(words.Key("topic." + id + ".short")) }

func (r *run) topicRows() section {
	s := section{heading: r.words.Say("help-page.topics")}
	for _, id := range topics() {
		s.rows = append(s.rows, row{strings.ToLower(r.words.Say(words.Key("topic." + id))), r.topicShort(id)})
	}
	return s
}

// findPage finds what help or man is asked about: a command in either language, or a
// topic.
func (r *run) findPage(root *cobra.Command, args []string) (page, error) {
	if len(args) == 0 {
		return r.pageOf(root), nil
	}
	if c, _, err := root.Find(args); err == nil && c != root {
		return r.pageOf(c), nil
	}
	known := r.verbs(root)
	for _, id := range topics() {
		for _, l := range words.Languages() {
			word := tell.In(l).Say(words.Key("topic." + id))
			if domain.LookUp(word) == domain.LookUp(args[0]) {
				all := r.topicSections(id)
				about := all[0].text
				all[0].text = nil
				return page{names: []string{"zichtlijn-" + id}, short: r.topicShort(id), about: about, sections: all}, nil
			}
			known = append(known, strings.ToLower(word))
		}
	}
	return page{}, r.unknownWord(args[0], known, "help-page.near", "help-page.none")
}

// helpCommand takes the place of cobra's own, whose words are English.
func (r *run) helpCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "help [" + r.words.Say("help-page.subject-word") + "]",
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say("cli.short.help"),
		ValidArgsFunction:     r.completeSubjects,
		RunE: func(c *cobra.Command, args []string) error {
			p, err := r.findPage(c.Root(), args)
			if err != nil {
				return err
			}
			r.printHelp(p)
			return nil
		},
	}
}

// completeSubjects completes what can be explained.
func (r *run) completeSubjects(c *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	known := r.verbs(c.Root())
	for _, id := range topics() {
		known = append(known, strings.ToLower(r.words.Say(words.Key("topic."+id))))
	}
	return known, cobra.ShellCompDirectiveNoFileComp
}

// page explains a command, a topic or the whole program. Help writes it as lines, man
// as roff.
type page struct {
	names    []string // of the manual page, that of the language first: zichtlijn-show
	short    string
	about    []string // paragraphs
	use      section
	sections []section
	foot     string // where to read more
}

// section is a part of a page: its heading, then the rest in this order. An empty one
// is left out.
type section struct {
	heading string
	text    []string // paragraphs
	typed   []string // as somebody types it
	rows    []row
	column  int // how wide terms are at least, so that several sections read as one list
}

func (s section) empty() bool { return len(s.text)+len(s.typed)+len(s.rows) == 0 }

// row is a term and what it means.
type row struct{ term, means string }

// proseWidth is where paragraphs break: a terminal would break them inside words.
const proseWidth = 80

func (r *run) printHelp(p page) {
	r.print(p.short)
	r.printParagraphs(p.about)
	for _, s := range append([]section{p.use}, p.sections...) {
		if s.empty() {
			continue
		}
		r.print("")
		r.print(s.heading + ":")
		for _, line := range s.typed {
			r.print("  " + line)
		}
		r.printTerms(s)
	}
	if p.foot != "" {
		r.printParagraphs([]string{p.foot})
	}
}

func (r *run) printTerms(s section) {
	widest := s.column
	for _, one := range s.rows {
		widest = max(widest, utf8.RuneCountInString(one.term))
	}
	for _, one := range s.rows {
		r.print("  " + one.term + strings.Repeat(" ", widest-utf8.RuneCountInString(one.term)+2) + one.means)
	}
}

func (r *run) printParagraphs(all []string) {
	for _, paragraph := range all {
		r.print("")
		for _, line := range widget.Wrap(measure, paragraph, proseWidth) {
			r.print(line)
		}
	}
}
