package cli

import (
	"bufio"
	"bytes"
	"errors"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/store"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// acting are the flags of rehearse, not judged yet.
type acting struct {
	as, group, client, news, programme, scene string
	to, byRole                                []string
	allDays                                   bool
}

// addRehearse adds rehearse and what can be done with it (REHEARSAL.md 5).
func (r *run) addRehearse(root *cobra.Command) {
	subs := r.rehearsals()
	parent := r.cobraCommand(command{
		name: "rehearse", alias: "proef", short: "cli.short.rehearse", argument: "edits.verb-word", most: anyNumber, formats: textOrJSON,
		do: func(Session, []string) error {
			return r.fail(failure.WrongUse, "edits.which-verb", "rehearse", choices(list(subs, func(c command) string { return c.name })))
		},
	})
	r.textFlag(parent.PersistentFlags(), &r.given.acting.scene, "scene", "", "cli.flag.scene")
	for _, c := range subs {
		sub := r.cobraCommand(c)
		if c.name == "do" { // everything behind the command is the command's own
			sub.Flags().SetInterspersed(false)
		}
		parent.AddCommand(sub)
	}
	root.AddCommand(parent)
}

func (r *run) rehearsals() []command {
	act := func(name, alias string, short, argument words.Key, count int, options string, flags func(*pflag.FlagSet), do func(*rehearsing, []string) error) command {
		return command{
			name: name, alias: alias, short: short, argument: argument, least: max(count, 0), most: count, options: options, formats: textOrJSON,
			flags: func(f *pflag.FlagSet) {
				r.textFlag(f, &r.given.acting.as, "as", "", "cli.flag.as")
				flags(f)
			},
			do: func(s Session, args []string) error { return r.actAs(s, args, do) },
		}
	}
	view := func(name, alias string, short words.Key, options string, flags func(*pflag.FlagSet), do func(*rehearsing, domain.Person, []string) error) command {
		return command{
			name: name, alias: alias, short: short, argument: "cli.person-word", least: 1, most: anyNumber, options: options, flags: flags, formats: textOrJSON,
			do: func(s Session, args []string) error { return r.lookAs(s, args, do) },
		}
	}
	none := func(*pflag.FlagSet) {}
	g := &r.given.acting
	return []command{
		act("send", "stuur", "cli.short.rehearse.send", "cli.say-word", 1, "--as … --to … | --group …", func(f *pflag.FlagSet) {
			r.listFlag(f, &g.to, "to", "cli.flag.to")
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
		}, (*rehearsing).send),
		act("answer", "antwoord", "cli.short.rehearse.answer", "cli.conversation-text-word", 2, "--as …", none, (*rehearsing).answer),
		act("read", "lees", "cli.short.rehearse.read", "cli.conversation-word", 1, "--as …", none, (*rehearsing).read),
		act("report", "rapporteer", "cli.short.rehearse.report", "cli.say-word", 1, "--as … --group … | --client …", func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.about-group")
			r.textFlag(f, &g.client, "client", "", "cli.flag.about-client")
		}, (*rehearsing).report),
		act("post", "plaats", "cli.short.rehearse.post", "cli.say-word", 1, "--as … --news …", func(f *pflag.FlagSet) {
			r.textFlag(f, &g.news, "news", "", "cli.flag.news")
		}, (*rehearsing).post),
		act("assign", "zetklaar", "cli.short.rehearse.assign", "", anyNumber, "--as … --group … --programme … [--to …]", func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
			r.textFlag(f, &g.programme, "programme", "", "cli.flag.programme")
			r.listFlag(f, &g.to, "to", "cli.flag.to-each")
		}, (*rehearsing).assign),
		act("progress", "voortgang", "cli.short.rehearse.progress", "cli.programme-state-word", 2, "--as …", none, (*rehearsing).progress),
		view("inbox", "postvak", "cli.short.rehearse.inbox", "", nil, (*rehearsing).inbox),
		view("reports", "rapportages", "cli.short.rehearse.reports", "[--by-role …] [--all]", func(f *pflag.FlagSet) {
			r.listFlag(f, &g.byRole, "by-role", "cli.flag.by-role")
			f.BoolVar(&g.allDays, "all", false, r.words.Say("cli.flag.all-days"))
		}, (*rehearsing).reports),
		view("news", "nieuws", "cli.short.rehearse.news", "", nil, (*rehearsing).news),
		view("programmes", "programmas", "cli.short.rehearse.programmes", "", nil, (*rehearsing).programmes),
		{name: "acts", alias: "handelingen", short: "cli.short.rehearse.acts", formats: textOrJSON, do: func(s Session, _ []string) error { return r.look(s, (*rehearsing).acts) }},
		{name: "undo", alias: "herstel", short: "cli.short.rehearse.undo", formats: textOrJSON, do: func(s Session, _ []string) error { return r.play(s, (*rehearsing).undo) }},
		{name: "do", alias: "doe", short: "cli.short.rehearse.do", argument: "cli.command-words", least: 1, most: anyNumber, formats: textOrJSON, do: r.doInside},
		{name: "run", alias: "speel", short: "cli.short.rehearse.run", argument: "cli.story-word", least: 1, most: 1, formats: textOrJSON, do: r.runStory},
		{name: "keep", alias: "bewaar", short: "cli.short.rehearse.keep", argument: "cli.scene-word", least: 1, most: 1, formats: textOrJSON, do: r.keepScene},
		{name: "scenes", short: "cli.short.rehearse.scenes", formats: textOrJSON, do: r.listScenes},
		{name: "show", alias: "toon", short: "cli.short.rehearse.show", argument: "cli.scene-word", least: 1, most: 1, formats: textOrJSON, do: r.showScene},
		{name: "export", alias: "exporteer", short: "cli.short.rehearse.export", argument: "cli.scene-word", least: 1, most: 1, options: "-o …", flags: r.outputFlag, formats: textOrJSON, do: r.exportScene},
		{name: "import", alias: "importeer", short: "cli.short.rehearse.import", argument: "cli.file-word", least: 1, most: 1, formats: textOrJSON, do: r.importScene},
		{name: "reset", alias: "leeg", short: "cli.short.rehearse.reset", formats: textOrJSON, do: r.resetScene},
		{name: "drop", alias: "weg", short: "cli.short.rehearse.drop", argument: "cli.scene-word", least: 1, most: 1, formats: textOrJSON, do: r.dropScene},
	}
}

// rehearsing is a scene that is open for one call.
type rehearsing struct {
	*run
	session Session
	db      Store
	scenes  store.Scenes
	scene   store.Scene
	at      rehearsal.Rehearsal
	as      domain.PersonID
}

// look opens the scene of the call for reading; it must be there, or be the open one.
func (r *run) look(s Session, do func(*rehearsing) error) error {
	return r.readStore(s, func(db Store) error {
		t, err := r.openScene(s, db, false)
		if err != nil {
			return err
		}
		return do(t)
	})
}

// play opens the scene of the call for an act, and makes it where it is not there. With
// --read-only nothing of it is kept.
func (r *run) play(s Session, do func(*rehearsing) error) error {
	open := r.editStore
	if s.ReadOnly {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		t, err := r.openScene(s, db, true)
		if err != nil {
			return err
		}
		return do(t)
	})
}

func (r *run) openScene(s Session, db Store, make bool) (*rehearsing, error) {
	t := &rehearsing{run: r, session: s, db: db}
	name := norm.NFC.String(r.given.acting.scene)
	var err error
	if t.scenes, err = db.Scenes(); err != nil {
		return t, r.readFailure(store.ScenesPath(r.fileName(s)), err)
	}
	var known bool
	if t.scene, known = t.scenes.Find(name); !known {
		if name != "" && !make {
			return t, r.fail(failure.WrongUse, "rehearse.no-scene", words.Clean(name))
		}
		if err := r.judgeSceneName(name); name != "" && err != nil {
			return t, err
		}
		t.scene = db.NewScene(name, r.referenceDate(s, db.World()))
	}
	if t.at, err = t.rehearse(t.scene); err == nil && s.Date != 0 {
		t.at, err = t.at.On(s.Date)
		err = t.explain(err)
	}
	return t, err
}

// rehearse returns the rehearsal of a scene.
func (t *rehearsing) rehearse(scene store.Scene) (rehearsal.Rehearsal, error) {
	at, err := t.db.Rehearse(scene)
	switch {
	case errors.Is(err, store.ErrOtherPast):
		return at, t.fail(failure.Refused, "rehearse.other-past")
	case err != nil:
		return at, t.readFailure(t.scenesPath(), err)
	}
	return at, nil
}

func (t *rehearsing) scenesPath() string { return store.ScenesPath(t.fileName(t.session)) }

// captured returns what do writes.
func (t *rehearsing) captured(do func(*rehearsing) error) (string, error) {
	var b bytes.Buffer
	r := *t.run
	r.out = bufio.NewWriter(&b)
	held := *t
	held.run = &r
	err := errors.Join(do(&held), r.out.Flush())
	return b.String(), err
}

// keep writes the scene with what was done. A single act is on the disk before it is said.
func (t *rehearsing) keep() error {
	t.scene.Acts = t.scene.Acts[:0:0]
	for _, a := range t.at.Acts() {
		t.scene.Acts = append(t.scene.Acts, a)
	}
	return t.write(t.scenes.With(t.scene))
}

// write writes the scenes, unless nothing may be written.
func (t *rehearsing) write(all store.Scenes) error {
	if t.session.ReadOnly {
		return nil
	}
	err := t.db.KeepScenes(all)
	if unconfirmed := (*whole.UnconfirmedError)(nil); errors.As(err, &unconfirmed) {
		t.note(t.writeFailure(t.at.World(), t.scenesPath(), err).Error())
		t.notice = failure.Attend
		return nil
	}
	if err != nil {
		return t.writeFailure(t.at.World(), t.scenesPath(), err)
	}
	return nil
}

// explain says why an act was not done: of what is out of reach and of what does not exist
// it says the same (H16).
func (t *rehearsing) explain(err error) error {
	last := t.at.Act(t.at.Len())
	switch {
	case err == nil:
		return nil
	case errors.Is(err, rehearsal.ErrRefused):
		return t.fail(failure.Refused, "rehearse.refused")
	case errors.Is(err, rehearsal.ErrEarlier):
		return t.fail(failure.Refused, "rehearse.earlier", t.words.LongDate(last.On))
	}
	return t.writeFailure(t.at.World(), t.fileName(t.session), err)
}

// actAs does an act as somebody, who must exist.
func (r *run) actAs(s Session, args []string, do func(*rehearsing, []string) error) error {
	if r.given.acting.as == "" {
		return r.fail(failure.WrongUse, "rehearse.no-as")
	}
	return r.play(s, func(t *rehearsing) error {
		p, err := r.personNamed(t.at.World(), r.given.acting.as)
		if err != nil {
			return err
		}
		t.as = p.ID
		return do(t, args)
	})
}

// finish does an act, keeps it and says so.
func (t *rehearsing) finish(a rehearsal.Act) error {
	a.By, a.Text, a.Name = t.as, domain.LineEnds(norm.NFC.String(a.Text)), norm.NFC.String(a.Name)
	next, err := t.at.Do(a)
	if err != nil {
		return t.refuse(t.explain(err))
	}
	t.at = next
	if err := t.keep(); err != nil {
		return err
	}
	return t.printDone(t.at.Len())
}

// refuse says, as data too, that nothing was done.
func (t *rehearsing) refuse(err error) error {
	if !t.wantsJSON() {
		return err
	}
	return errors.Join(writeJSON(t.out, object{{"ok", false}}), err)
}

// person finds an addressee by id or whole name. Who is not there is refused by the rules,
// like who is out of reach.
func (t *rehearsing) person(typed string) domain.PersonID {
	p, err := t.personNamed(t.at.World(), typed)
	if err != nil {
		return ""
	}
	return p.ID
}

func (t *rehearsing) people(typed []string) []domain.PersonID {
	return list(typed, t.person)
}

func (t *rehearsing) group(typed string) domain.GroupID {
	g, err := t.groupNamed(t.at.World(), typed)
	if err != nil {
		return ""
	}
	return g.ID
}

func (t *rehearsing) send(args []string) error {
	g := t.given.acting
	switch {
	case (len(g.to) == 0) == (g.group == "") || len(g.to) > 1:
		return t.fail(failure.WrongUse, "rehearse.one-of", "--to", "--group")
	case g.group != "":
		return t.finish(rehearsal.Act{Kind: rehearsal.GroupMessage, Group: t.group(g.group), Text: args[0]})
	}
	return t.finish(rehearsal.Act{Kind: rehearsal.Send, To: t.people(g.to), Text: args[0]})
}

func (t *rehearsing) answer(args []string) error {
	return t.finish(rehearsal.Act{Kind: rehearsal.Answer, Of: rehearsal.ParseConversationID(args[0]), Text: args[1]})
}

func (t *rehearsing) read(args []string) error {
	return t.finish(rehearsal.Act{Kind: rehearsal.Read, Of: rehearsal.ParseConversationID(args[0])})
}

func (t *rehearsing) report(args []string) error {
	g := t.given.acting
	switch {
	case (g.group == "") == (g.client == ""):
		return t.fail(failure.WrongUse, "rehearse.one-of", "--group", "--client")
	case g.group != "":
		return t.finish(rehearsal.Act{Kind: rehearsal.Report, Group: t.group(g.group), Text: args[0]})
	}
	return t.finish(rehearsal.Act{Kind: rehearsal.Report, Client: t.person(g.client), Text: args[0]})
}

func (t *rehearsing) post(args []string) error {
	if t.given.acting.news == "" {
		return t.fail(failure.WrongUse, "rehearse.needs", "--news")
	}
	return t.finish(rehearsal.Act{Kind: rehearsal.Post, Name: t.given.acting.news, Text: args[0]})
}

// assign takes more receivers behind the first --to.
func (t *rehearsing) assign(more []string) error {
	g := t.given.acting
	g.to = append(g.to, more...)
	switch {
	case g.group == "":
		return t.fail(failure.WrongUse, "rehearse.needs", "--group")
	case g.programme == "":
		return t.fail(failure.WrongUse, "rehearse.needs", "--programme")
	}
	return t.finish(rehearsal.Act{Kind: rehearsal.Assign, Group: t.group(g.group), Name: g.programme, To: t.people(g.to)})
}

func (t *rehearsing) progress(args []string) error {
	state, ok := rehearsal.ParseState(args[1])
	if !ok {
		return t.wrongChoice(t.words.Say("cli.state-word"), args[1], codes(rehearsal.States()))
	}
	return t.finish(rehearsal.Act{Kind: rehearsal.Progress, Of: rehearsal.ParseProgrammeID(args[0]), State: state})
}

func (t *rehearsing) undo() error {
	before, ok := t.at.Undo()
	if !ok {
		return t.fail(failure.Refused, "rehearse.nothing-to-undo")
	}
	n := t.at.Len()
	t.at = before
	if err := t.keep(); err != nil {
		return err
	}
	if t.wantsJSON() {
		return writeJSON(t.out, object{{"ok", true}, {"act", n}})
	}
	t.say("rehearse.undone", strconv.Itoa(n))
	return nil
}

// readText reads a file of a story or scene that somebody names.
func (r *run) readText(path string, most int64) ([]byte, error) {
	f, err := whole.Open(path)
	if err != nil {
		return nil, r.readFailure(path, err)
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	info, err := f.Stat()
	if err == nil && info.Size() > most {
		err = store.ErrTooLarge
	}
	var b []byte
	if err == nil {
		b, err = os.ReadFile(path)
	}
	if err != nil {
		return nil, r.readFailure(path, err)
	}
	return b, nil
}
