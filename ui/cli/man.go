package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// man writes the manual of a command, or the whole one with every topic in it.
func (r *run) man() *cobra.Command {
	return &cobra.Command{
		Use:                   "man [" + r.words.Say("help-page.subject-word") + "]",
		DisableFlagsInUseLine: true,
		Short:                 r.words.Say("help-page.short-man"),
		ValidArgsFunction:     r.subjects,
		RunE: func(c *cobra.Command, args []string) error {
			return r.running([]string{asText}, func(_ Session, args []string) error {
				p, err := r.explained(c.Root(), args)
				if err != nil {
					return err
				}
				if len(args) == 0 {
					for _, id := range topics() {
						p.sections = append(p.sections, r.topic(id)...)
					}
				}
				r.writeMan(p)
				return nil
			})(c, args)
		},
	}
}

// writeMan writes a page as roff, in the macros that groff and mandoc have in common. Of the libraries for it, each has
// English headings of its own, and none writes a letter with an accent so that every man reads it.
func (r *run) writeMan(p page) {
	r.say(fmt.Sprintf(`.TH %s 1 "" %s Zichtlijn`, roffQuoted(strings.ToUpper(p.names[0])), roffQuoted("zichtlijn "+r.Version)))
	r.say(".nh") // words would be broken as in English
	r.say(".ad l")
	r.manHeading(r.words.Say("help-page.name"))
	r.say(roff(strings.Join(p.names, ", ")) + ` \- ` + roff(p.short))
	r.manSection(p.use)
	r.manSection(section{heading: r.words.Say("help-page.about"), text: p.about})
	for _, s := range p.sections {
		r.manSection(s)
	}
	if p.foot != "" {
		r.manSection(section{heading: r.words.Say("help-page.elsewhere"), text: []string{p.foot}})
	}
}

func (r *run) manHeading(heading string) { r.say(".SH " + roffQuoted(strings.ToUpper(heading))) }

func (r *run) manSection(s section) {
	if s.empty() {
		return
	}
	r.manHeading(s.heading)
	for _, paragraph := range s.text {
		r.say(".PP")
		r.say(roff(paragraph))
	}
	if len(s.typed) > 0 {
		r.say(".nf")
		for _, line := range s.typed {
			r.say(roff(line))
		}
		r.say(".fi")
	}
	for _, one := range s.rows {
		r.say(".TP")
		r.say(`\fB` + roff(strings.TrimSpace(one.term)) + `\fR`)
		r.say(roff(one.means))
	}
}

// asTyped keeps the signs that roff would make typographic ones of, and its escape.
var asTyped = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`)

// roff writes a text so that nothing in it is a request and every sign stays what it is, whatever encoding man takes.
func roff(s string) string {
	var b strings.Builder
	for _, c := range asTyped.Replace(s) {
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
