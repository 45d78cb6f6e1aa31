package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// manCommand writes the manual of a command, or the whole one with every topic in it.
func (r *run) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:                   "man [" + r.words.Say("help-page.subject-word") + "]",
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say("help-page.short-man"),
		ValidArgsFunction:     r.completeSubjects,
		RunE: func(c *cobra.Command, args []string) error {
			return r.runner([]string{asText}, func(_ Session, args []string) error {
				p, err := r.findPage(c.Root(), args)
				if err != nil {
					return err
				}
				if len(args) == 0 {
					for _, id := range topics() {
						p.sections = append(p.sections, r.topicSections(id)...)
					}
				}
				r.printMan(p)
				return nil
			})(c, args)
		},
	}
}

// printMan writes a page as roff, in the macros that groff and mandoc have in common.
// Of the libraries for it, each has English headings of its own, and none writes a
// letter with an accent so that every man reads it.
func (r *run) printMan(p page) {
	r.print(fmt.Sprintf(`.TH %s 1 "" %s Zichtlijn`, roffQuoted(strings.ToUpper(p.names[0])), roffQuoted("zichtlijn "+r.Version)))
	r.print(".nh") // words would be broken as in English
	r.print(".ad l")
	r.printManHeading(r.words.Say("help-page.name"))
	r.print(roff(strings.Join(p.names, ", ")) + ` \- ` + roff(p.short))
	r.printManSection(p.use)
	r.printManSection(section{heading: r.words.Say("help-page.about"), text: p.about})
	for _, s := range p.sections {
		r.printManSection(s)
	}
	if p.foot != "" {
		r.printManSection(section{heading: r.words.Say("help-page.elsewhere"), text: []string{p.foot}})
	}
}

func (r *run) printManHeading(heading string) { r.print(".SH " + roffQuoted(strings.ToUpper(heading))) }

func (r *run) printManSection(s section) {
	if s.empty() {
		return
	}
	r.printManHeading(s.heading)
	for _, paragraph := range s.text {
		r.print(".PP")
		r.print(roff(paragraph))
	}
	if len(s.typed) > 0 {
		r.print(".nf")
		for _, line := range s.typed {
			r.print(roff(line))
		}
		r.print(".fi")
	}
	for _, one := range s.rows {
		r.print(".TP")
		r.print(`\fB` + roff(strings.TrimSpace(one.term)) + `\fR`)
		r.print(roff(one.means))
	}
}

// roffEscapes keeps the signs that roff would replace by typographic ones, and its
// escape.
var roffEscapes = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// roff writes a text so that nothing in it is a request and every sign stays what it is, whatever encoding man takes.
func roff(s string) string {
	var b strings.Builder
	for _, c := range roffEscapes.Replace(s) {
		if c < 0x80 {
			b.WriteRune(c)
		} else {
			fmt.Fprintf(&b, `\[u%04X]`, c)
		}
	}
	if strings.HasPrefix(s, ".") {
		return `\&` + b.String()
	}
	return b.String()
}

// roffQuoted writes a text as one argument of a request.
func roffQuoted(s string) string { return `"` + strings.ReplaceAll(roff(s), `"`, `\(dq`) + `"` }
