package cli

import (
	"bufio"
	"bytes"
	"iter"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// inside is the set-up as it stands inside a rehearsal, for the commands of the command
// line. Nothing that is done through it reaches the file.
type inside struct {
	Store
	at       rehearsal.Rehearsal
	head     domain.Seq // of the set-up on which the rehearsal stands
	readOnly bool
}

func (i *inside) World() domain.World { return i.at.World() }
func (i *inside) Head() domain.Seq    { return i.head + domain.Seq(len(i.edits())) }

// Do makes an edit an act of the rehearsal.
func (i *inside) Do(c domain.Command, by domain.By, check domain.Check) (domain.World, domain.Entry, error) {
	if i.readOnly {
		return i.World(), domain.Entry{}, store.ErrReadOnly
	}
	next, err := i.at.Edit(c, by.Reason, check)
	if err != nil {
		return i.World(), domain.Entry{}, err
	}
	i.at = next
	return next.World(), domain.Entry{Verb: c.Verb(), By: by}, nil
}

// edits are those of the rehearsal, as entries behind those of the set-up.
func (i *inside) edits() []domain.Entry {
	var out []domain.Entry
	for _, a := range i.at.Acts() {
		if a.Kind == rehearsal.Edit {
			out = append(out, domain.Entry{Seq: i.head + domain.Seq(len(out)) + 1, At: a.On.Time(), Verb: a.Verb, Changes: a.Changes, By: domain.By{Reason: a.Reason}})
		}
	}
	return out
}

// Journal is that of the set-up, as far as the rehearsal stands on it, and its own edits.
func (i *inside) Journal(first, last domain.Seq) iter.Seq2[domain.Entry, error] {
	return func(yield func(domain.Entry, error) bool) {
		if first <= i.head {
			for e, err := range i.Store.Journal(first, i.head) {
				if last != 0 && e.Seq > last {
					return
				}
				if !yield(e, err) || err != nil {
					return
				}
			}
		}
		for _, e := range i.edits() {
			if e.Seq >= first && (last == 0 || e.Seq <= last) && !yield(e, nil) {
				return
			}
		}
	}
}

func (i *inside) Undo(domain.By, domain.Check) (domain.World, domain.Entry, error) {
	return i.World(), domain.Entry{}, store.ErrReadOnly
}

func (i *inside) Redo(domain.By, domain.Check) (domain.World, domain.Entry, error) {
	return i.World(), domain.Entry{}, store.ErrReadOnly
}

func (i *inside) Backup(string) error           { return store.ErrReadOnly }
func (i *inside) KeepScenes(store.Scenes) error { return store.ErrReadOnly }
func (i *inside) Scenes() (store.Scenes, error) { return nil, nil }
func (i *inside) CopyError() error              { return nil }
func (i *inside) Opening() (none store.Opening) { return none }
func (i *inside) Close() error                  { return nil }

// insideFiles opens nothing but the set-up inside a rehearsal.
type insideFiles struct{ at *inside }

func (f insideFiles) Open(string, bool) (Store, error)  { return f.at, nil }
func (insideFiles) Create(string) (Store, error)        { return nil, store.ErrReadOnly }
func (insideFiles) Discard(string) error                { return nil }
func (insideFiles) Demo(domain.By) (Store, error)       { return nil, store.ErrReadOnly }
func (insideFiles) Verify(string) (store.Report, error) { return store.Report{}, store.ErrReadOnly }
func (insideFiles) Accept(string) (store.Report, error) { return store.Report{}, store.ErrReadOnly }

// answered is what a command inside the rehearsal said.
type answered struct {
	out, err string
	exit     failure.Exit
}

// command carries out a command of the command line inside the rehearsal.
func (t *rehearsing) command(args []string, readOnly bool, format string) answered {
	var out, err bytes.Buffer
	at := &inside{Store: t.db, at: t.at, head: t.scene.Head, readOnly: readOnly}
	p := t.Program
	p.Args, p.Out, p.Err, p.Files, p.Terminal = slices.Clone(args), &out, &err, insideFiles{at}, false
	p.Args, p.Language, p.File = append(p.Args, "--format="+format), t.words.Language(), t.words.Say("rehearse.file")
	r := &run{Program: p, out: bufio.NewWriter(&out), words: t.words, inside: t.at.Today()}
	exit := r.call()
	t.at = at.at
	return answered{out.String(), err.String(), exit}
}

// ownFlags are those of the call around a command inside the rehearsal.
var ownFlags = []string{"file", "demo", "date", "lang", "by", "behalf", "read-only", "theme", "format", "version", "help", "scene"}

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

// editsInside reports whether args are an editing command of a noun, or group.
func (r *run) editsInside(args []string) bool {
	v, ok := r.verbNamed(args)
	_, own := hasOwnFlag(args, v)
	return !own && ok && (v == nil || v.rows == nil)
}

// looksInside reports whether args are a command that only looks.
func (r *run) looksInside(args []string) bool {
	v, ok := r.verbNamed(args)
	if _, own := hasOwnFlag(args, v); own || len(args) == 0 {
		return false
	}
	for _, c := range r.commands() {
		if (args[0] == c.name || args[0] == c.alias) && (c.name != "group" || v == nil) {
			return slices.Contains(lookingCommands, c.name) || c.name == "group" && slices.Contains(args, "--dry-run")
		}
	}
	return ok && (v != nil && v.rows != nil || slices.Contains(args, "--dry-run"))
}

// lookingCommands are the commands without a noun that only look.
var lookingCommands = []string{"show", "who-sees", "why", "compare", "course", "matrix", "find", "care", "steps", "planning", "check", "log"}

// verbNamed returns the verb of a noun that args begin with; nil for group without one.
func (r *run) verbNamed(args []string) (*verb, bool) {
	if len(args) == 0 {
		return nil, false
	}
	for _, n := range r.nouns() {
		if args[0] != n.name && args[0] != n.alias {
			continue
		}
		for _, v := range n.verbs {
			if len(args) > 1 && (args[1] == v.name || slices.Contains(verbAliases[v.name], args[1])) {
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
	if !r.editsInside(args) {
		return r.fail(failure.WrongUse, "rehearse.no-edit", words.Clean(strings.Join(args, " ")))
	}
	if r.given.reason != "" {
		args = append(args, "--reason="+r.given.reason)
	}
	return r.play(s, func(t *rehearsing) error {
		before, format := t.at.Len(), asText
		if t.wantsJSON() && slices.Contains(args, "--dry-run") { // its answer is what it would do
			format = asJSON
		}
		a := t.command(args, false, format)
		if a.exit != failure.Done && a.exit != failure.Attend {
			t.noteAnswer(a)
			return t.refuse(saidExit(a.exit))
		}
		if t.at.Len() > before {
			if err := t.keep(); err != nil {
				return err
			}
		}
		t.notice = max(t.notice, a.exit)
		if !t.wantsJSON() || format == asJSON {
			t.out.WriteString(a.out) // an error waits for Flush
			if a.err != "" {
				t.note(strings.TrimSuffix(a.err, "\n"))
			}
			return nil
		}
		if t.at.Len() == before {
			return writeJSON(t.out, object{{"ok", true}})
		}
		return t.printDone(t.at.Len())
	})
}

// noteAnswer says on stderr why a command inside was refused. What it would reveal comes
// before the sentence.
func (t *rehearsing) noteAnswer(a answered) {
	for _, said := range []string{a.out, a.err} {
		if said != "" {
			t.note(strings.TrimSuffix(said, "\n"))
		}
	}
}
