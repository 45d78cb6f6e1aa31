package cli

import (
	"bufio"
	"bytes"
	"slices"
	"strings"

	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// answered is what a command inside the rehearsal said.
type answered struct {
	out, err string
	exit     failure.Exit
}

func (a answered) done() bool { return a.exit == failure.Done || a.exit == failure.Attend }

// command carries out a command of the command line inside the rehearsal.
func (t *rehearsing) command(args []string, readOnly bool, format string) answered {
	var out, err bytes.Buffer
	p := t.Program
	p.Args, p.Out, p.Err, p.Terminal = append(slices.Clone(args), "--format="+format), &out, &err, false
	p.Language, p.File = t.words.Language(), t.words.Say("rehearse.file")
	if readOnly {
		p.Args = append(p.Args, "--read-only")
	}
	if t.given.plain {
		p.Args = append([]string{"--plain"}, p.Args...)
	}
	r := &run{Program: p, out: bufio.NewWriter(&out), words: t.words, inside: t.Store}
	exit := r.call()
	return answered{out.String(), err.String(), exit}
}

// ownFlags are those of the call around a command inside the rehearsal.
var ownFlags = []string{"file", "demo", "date", "lang", "by", "behalf", "read-only", "theme", "format", "plain", "version", "help", "scene"}

// hasOwnFlag reports the first word that is a flag of the call around it, and none of the
// verb itself; nil: a command without a verb.
func hasOwnFlag(args []string, v *verb) (string, bool) {
	for _, a := range args {
		name, _, _ := strings.Cut(strings.TrimLeft(a, "-"), "=")
		ofVerb := v != nil && slices.ContainsFunc(v.options, func(o option) bool { return flagName(o.field) == name })
		if strings.HasPrefix(a, "--") && slices.Contains(ownFlags, name) && !ofVerb || a == "-v" || a == "-h" {
			return a, true
		}
	}
	return "", false
}

// useInside reports what args are inside a rehearsal: a command of a noun, or group, that
// edits; a command that only looks, as one that edits does with --dry-run.
func (r *run) useInside(args []string) (edits, looks bool) {
	v, ofNoun := r.verbNamed(args)
	_, own := hasOwnFlag(args, v)
	switch {
	case own || len(args) == 0:
		return false, false
	case !ofNoun:
		return false, slices.ContainsFunc(r.commands(), func(c command) bool { return c.looks && (args[0] == c.name || args[0] == c.alias) })
	case v != nil && v.rows != nil:
		return false, true
	}
	return true, slices.Contains(args, "--dry-run")
}

// verbNamed returns the verb of a noun that args begin with; nil for group without one.
func (r *run) verbNamed(args []string) (*verb, bool) {
	is := func(word int, names ...string) bool { return word < len(args) && slices.Contains(names, args[word]) }
	for _, n := range r.nouns() {
		if !is(0, n.name, n.alias) {
			continue
		}
		for _, v := range n.verbs {
			if is(1, append([]string{v.name}, verbAliases[v.name]...)...) {
				return &v, true
			}
		}
		return nil, n.name == "group"
	}
	return nil, false
}

// hoist takes the flags of the call around it out of the words of a command, and returns
// the rest: they may stand behind the command too.
func hoist(args []string, flags map[string]*string) (rest []string, ok bool) {
	for i := 0; i < len(args); i++ {
		name, value, glued := strings.Cut(strings.TrimPrefix(args[i], "--"), "=")
		to, ours := flags[name]
		switch {
		case !ours || !strings.HasPrefix(args[i], "--"):
			rest = append(rest, args[i])
		case glued:
			*to = value
		case i+1 < len(args):
			i++
			*to = args[i]
		default: // without its value
			return args, false
		}
	}
	return rest, true
}

// doInside edits the set-up inside the rehearsal, through the same impact and consent.
func (r *run) doInside(s Session, args []string) error {
	args, ok := hoist(args, map[string]*string{"format": &r.given.format, "scene": &r.given.acting.scene})
	if !ok {
		return r.fail(failure.WrongUse, "cli.flag-empty", words.Clean(args[len(args)-1]))
	}
	if err := r.checkFormat(textOrJSON); err != nil {
		return err
	}
	v, _ := r.verbNamed(args)
	if own, has := hasOwnFlag(args, v); has {
		return r.fail(failure.WrongUse, "rehearse.own-flag", words.Clean(own))
	}
	if edits, _ := r.useInside(args); !edits {
		return r.fail(failure.WrongUse, "rehearse.no-edit", words.Clean(strings.Join(args, " ")))
	}
	if r.given.reason != "" {
		args = append(args, "--reason="+r.given.reason)
	}
	return r.play(s, func(t *rehearsing) error {
		before, format := t.At().Len(), asText
		if t.wantsJSON() && slices.Contains(args, "--dry-run") { // its answer is what it would do
			format = asJSON
		}
		a := t.command(args, false, format)
		if !a.done() { // what it would reveal comes before the sentence
			t.noteLines(a.out)
			t.noteLines(a.err)
			return t.refuse(saidExit(a.exit))
		}
		did := t.At().Len() > before
		if did {
			if err := t.keep(); err != nil {
				return err
			}
		}
		t.notice = max(t.notice, a.exit)
		switch {
		case !t.wantsJSON() || format == asJSON:
			t.out.WriteString(a.out) // an error waits for Flush
			t.noteLines(a.err)
			return nil
		case did:
			return t.printDone(t.At().Len())
		}
		return writeJSON(t.out, object{{"ok", true}})
	})
}

// noteLines writes lines to stderr.
func (r *run) noteLines(said string) {
	if said != "" {
		r.note(strings.TrimSuffix(said, "\n"))
	}
}
