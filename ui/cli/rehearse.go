package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"io"
	"slices"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// acting are the flags of rehearse, not judged yet.
type acting struct {
	asked
	as, scene string
	byRole    []string
	allDays   bool
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
	g := &r.given.acting
	act := func(kind rehearsal.Kind, alias, options string, argument words.Key, count int, flags func(*pflag.FlagSet), fill func(*asked, []string)) command {
		return command{
			name: kind.String(), alias: alias, short: words.Key("cli.short.rehearse." + kind.String()), argument: argument,
			least: max(count, 0), most: count, options: "--as … " + options, formats: textOrJSON,
			flags: func(f *pflag.FlagSet) {
				r.textFlag(f, &g.as, "as", "", "cli.flag.as")
				flags(f)
			},
			do: func(s Session, args []string) error { return r.actAs(s, kind, args, fill) },
		}
	}
	view := func(name, alias string, short words.Key, options string, flags func(*pflag.FlagSet), do func(*rehearsing, domain.Person, []string) error) command {
		return command{
			name: name, alias: alias, short: short, argument: "cli.person-word", least: 1, most: anyNumber, options: options, flags: flags, formats: textOrJSON,
			do: func(s Session, args []string) error { return r.lookAs(s, args, do) },
		}
	}
	none := func(*pflag.FlagSet) {}
	text := func(q *asked, args []string) { q.text = args[0] }
	return []command{
		act(rehearsal.Send, "stuur", "--to … | --group …", "cli.say-word", 1, func(f *pflag.FlagSet) {
			r.listFlag(f, &g.to, "to", "cli.flag.to")
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
		}, text),
		act(rehearsal.Answer, "antwoord", "", "cli.conversation-text-word", 2, none, func(q *asked, args []string) { q.of, q.text = args[0], args[1] }),
		act(rehearsal.Read, "lees", "", "cli.conversation-word", 1, none, func(q *asked, args []string) { q.of = args[0] }),
		act(rehearsal.Report, "rapporteer", "--group … | --client …", "cli.say-word", 1, func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.about-group")
			r.textFlag(f, &g.client, "client", "", "cli.flag.about-client")
		}, text),
		act(rehearsal.Post, "plaats", "--news …", "cli.say-word", 1, func(f *pflag.FlagSet) {
			r.textFlag(f, &g.name, "news", "", "cli.flag.news")
		}, text),
		// More receivers may stand behind the first --to.
		act(rehearsal.Assign, "zetklaar", "--group … --programme … [--to …]", "", anyNumber, func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
			r.textFlag(f, &g.name, "programme", "", "cli.flag.programme")
			r.listFlag(f, &g.to, "to", "cli.flag.to-each")
		}, func(q *asked, args []string) { q.to = append(q.to, args...) }),
		act(rehearsal.Progress, "voortgang", "", "cli.programme-state-word", 2, none, func(q *asked, args []string) { q.of, q.state = args[0], args[1] }),
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

// sceneOf reads the scene of the call, or begins one, without what follows from it.
func (r *run) sceneOf(s Session, db Store, make bool) (*rehearsing, error) {
	t := &rehearsing{run: r, session: s, db: db}
	name := norm.NFC.String(r.given.acting.scene)
	var err error
	if t.scenes, err = r.readScenes(s, db); err != nil {
		return t, err
	}
	var known bool
	if t.scene, known = t.scenes.Find(name); known {
		return t, nil
	}
	t.scene = db.NewScene(name, r.referenceDate(s, db.World()))
	switch {
	case name == "":
		return t, nil
	case make:
		return t, r.judgeSceneName(name)
	}
	return t, r.fail(failure.WrongUse, "rehearse.no-scene", words.Clean(name))
}

func (r *run) openScene(s Session, db Store, make bool) (*rehearsing, error) {
	t, err := r.sceneOf(s, db, make)
	if err != nil {
		return t, err
	}
	if t.scene.Head < db.Head() {
		r.note(r.words.Say("rehearse.older-head", seqText(t.scene.Head), seqText(db.Head())))
	}
	if t.at, err = t.rehearse(t.scene); err == nil && s.Date != 0 {
		t.at, err = t.at.On(s.Date)
		err = t.explain(err)
	}
	return t, err
}

// readScenes reads the scenes of a file. One that is spoiled is not the set-up.
func (r *run) readScenes(s Session, db Store) (store.Scenes, error) {
	all, err := db.Scenes()
	return all, r.sceneFailure(store.ScenesPath(r.fileName(s)), err, "rehearse.spoiled")
}

// sceneFailure says why scenes at path can not be read; spoiled is said where they are none.
func (r *run) sceneFailure(path string, err error, spoiled words.Key) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrEmpty) || errors.Is(err, store.ErrForeign):
		return r.fail(failure.Unusable, spoiled, words.Clean(path))
	}
	return r.readFailure(path, err)
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
func (r *run) actAs(s Session, kind rehearsal.Kind, args []string, fill func(*asked, []string)) error {
	q := r.given.acting.asked
	q.kind = kind
	fill(&q, args)
	if err := r.judge(&q); err != nil {
		return err
	}
	return r.play(s, func(t *rehearsing) error {
		p, err := r.personNamed(t.at.World(), r.given.acting.as)
		if err != nil {
			return err
		}
		t.as = p.ID
		return t.finish(q)
	})
}

// judge refuses wrong use: flags that are missing, or too many.
func (r *run) judge(q *asked) error {
	one := func(a, b string, ok bool) error {
		if ok {
			return nil
		}
		return r.fail(failure.WrongUse, "rehearse.one-of", a, b)
	}
	need := func(flag, value string) error {
		if value != "" {
			return nil
		}
		return r.fail(failure.WrongUse, "rehearse.needs", flag)
	}
	if r.given.acting.as == "" {
		return r.fail(failure.WrongUse, "rehearse.no-as")
	}
	switch q.kind {
	case rehearsal.Send:
		if q.group != "" {
			q.kind = rehearsal.GroupMessage
		}
		return one("--to", "--group", len(q.to) < 2 && (len(q.to) == 1) != (q.group != ""))
	case rehearsal.Report:
		return one("--group", "--client", (q.group == "") != (q.client == ""))
	case rehearsal.Post:
		return need("--news", q.name)
	case rehearsal.Assign:
		return cmp.Or(need("--group", q.group), need("--programme", q.name))
	case rehearsal.Progress:
		if _, ok := rehearsal.ParseState(q.state); !ok {
			return r.wrongChoice(r.words.Say("cli.state-word"), q.state, codes(rehearsal.States()))
		}
	}
	return nil
}

// finish does an act, keeps it and says so.
func (t *rehearsing) finish(q asked) error {
	next, err := t.at.Do(t.wish(q))
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

// asked is an act in words: of the flags and arguments of a call, or of a step of a story.
// A name that fits nobody is empty in the act, and refused by the rules like one that is
// out of reach.
type asked struct {
	kind                  rehearsal.Kind
	to                    []string
	group, client         string
	name, text, of, state string // name: of a news group or programme
}

// wish makes the act.
func (t *rehearsing) wish(q asked) rehearsal.Act {
	a := rehearsal.Act{Kind: q.kind, By: t.as, Text: domain.LineEnds(norm.NFC.String(q.text)), Name: norm.NFC.String(q.name)}
	a.Group, a.Client = t.group(q.group), t.person(q.client)
	a.To = list(q.to, t.person)
	switch q.kind {
	case rehearsal.Progress:
		a.Of = t.latest(q.of, rehearsal.ParseProgrammeID, rehearsal.Assign)
		a.State, _ = rehearsal.ParseState(q.state) // judged before
	case rehearsal.Answer, rehearsal.Read:
		a.Of = t.latest(q.of, rehearsal.ParseConversationID, rehearsal.Send, rehearsal.GroupMessage, rehearsal.Answer)
	}
	return a
}

// latest returns the number in an id; "last" is that of the latest act of the kinds.
func (t *rehearsing) latest(id string, parse func(string) int, kinds ...rehearsal.Kind) int {
	if id != "last" {
		return parse(id)
	}
	return t.at.Latest(func(a rehearsal.Act) bool { return slices.Contains(kinds, a.Kind) }).Of
}

// person finds somebody by id or whole name. Of namesakes it is the one whom the actor sees
// or may message: the others do not exist for them.
func (t *rehearsing) person(typed string) domain.PersonID {
	if typed == "" {
		return "" // thousands of names are not searched for nobody
	}
	p, err := t.personNamed(t.at.World(), norm.NFC.String(typed))
	if err == nil {
		return p.ID
	}
	var near []domain.PersonID
	for _, l := range sight.Persons(t.at.World(), t.as, t.at.Today()) {
		one, _ := t.at.World().Person(l.Other)
		if wanted := domain.LookUp(typed); wanted == domain.LookUp(one.Shown()) || wanted == domain.LookUp(one.FullName()) {
			near = append(near, one.ID)
		}
	}
	if len(near) != 1 {
		return ""
	}
	return near[0]
}

func (t *rehearsing) group(typed string) domain.GroupID {
	if typed == "" {
		return ""
	}
	g, _ := t.groupNamed(t.at.World(), norm.NFC.String(typed))
	return g.ID
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
		b, err = io.ReadAll(io.LimitReader(f, most))
	}
	if err != nil {
		return nil, r.readFailure(path, err)
	}
	return b, nil
}
