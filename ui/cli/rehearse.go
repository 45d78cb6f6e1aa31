package cli

import (
	"cmp"
	"errors"
	"slices"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/rehearsed"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// acting are the flags of rehearse, not judged yet.
type acting struct {
	as, scene           string
	to, byRole          []string
	group, client, name string // name: of a news group or programme
	allDays             bool
}

// addRehearse adds rehearse and what can be done with it (REHEARSAL.md 5).
func (r *run) addRehearse(root *cobra.Command) {
	verbs := r.rehearsals()
	parent, subs := r.addVerbs(root, command{name: "rehearse", alias: "proef", short: "cli.short.rehearse"}, verbs)
	r.textFlag(parent.PersistentFlags(), &r.given.acting.scene, "scene", "", "cli.flag.scene")
	for i, c := range verbs {
		if c.name == "do" { // everything behind the command is the command's own
			subs[i].Flags().SetInterspersed(false)
		}
	}
}

func (r *run) rehearsals() []command {
	g := &r.given.acting
	act := func(verb, alias, options string, argument words.Key, count int, flags func(*pflag.FlagSet)) command {
		return command{
			name: verb, alias: alias, short: words.Key("cli.short.rehearse." + verb), argument: argument,
			least: max(count, 0), most: count, options: "--as … " + options, formats: textOrJSON,
			flags: func(f *pflag.FlagSet) {
				r.textFlag(f, &g.as, "as", "", "cli.flag.as")
				flags(f)
			},
			do: func(s Session, args []string) error { return r.actAs(s, verb, args) },
		}
	}
	view := func(name, alias, options string, flags func(*pflag.FlagSet)) command {
		return command{
			name: name, alias: alias, short: words.Key("cli.short.rehearse." + name), argument: "cli.person-word", least: 1, most: anyNumber,
			options: options, flags: flags, formats: textOrJSON,
			do: func(s Session, args []string) error { return r.lookAs(s, views[name], args) },
		}
	}
	none := func(*pflag.FlagSet) {}
	return []command{
		act("send", "stuur", "--to … | --group …", "cli.say-word", 1, func(f *pflag.FlagSet) {
			r.listFlag(f, &g.to, "to", "cli.flag.to")
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
		}),
		act("answer", "antwoord", "", "cli.conversation-text-word", 2, none),
		act("read", "lees", "", "cli.conversation-word", 1, none),
		act("report", "rapporteer", "--group … | --client …", "cli.say-word", 1, func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.about-group")
			r.textFlag(f, &g.client, "client", "", "cli.flag.about-client")
		}),
		act("post", "plaats", "--news …", "cli.say-word", 1, func(f *pflag.FlagSet) { r.textFlag(f, &g.name, "news", "", "cli.flag.news") }),
		// More receivers may stand behind the first --to.
		act("assign", "zetklaar", "--group … --programme … [--to …]", "", anyNumber, func(f *pflag.FlagSet) {
			r.textFlag(f, &g.group, "group", "", "cli.flag.to-group")
			r.textFlag(f, &g.name, "programme", "", "cli.flag.programme")
			r.listFlag(f, &g.to, "to", "cli.flag.to-each")
		}),
		act("progress", "voortgang", "", "cli.programme-state-word", 2, none),
		view("inbox", "postvak", "", nil),
		view("reports", "rapportages", "[--by-role …] [--all]", func(f *pflag.FlagSet) {
			r.listFlag(f, &g.byRole, "by-role", "cli.flag.by-role")
			f.BoolVar(&g.allDays, "all", false, r.words.Say("cli.flag.all-days"))
		}),
		view("news", "nieuws", "", nil),
		view("programmes", "programmas", "", nil),
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
	*rehearsed.Store
	session Session
	base    rehearsed.Base // on which the scene stands
	scenes  store.Scenes
	as      domain.PersonID
	choice  rehearsal.Choice // of reports
}

// look opens the scene of the call for reading; it must be there, or be the open one.
func (r *run) look(s Session, do func(*rehearsing) error) error {
	return r.readStore(s, r.rehearseOn(s, false, do))
}

// play opens the scene of the call for an act, and makes it where it is not there. With
// --read-only nothing of it is kept.
func (r *run) play(s Session, do func(*rehearsing) error) error {
	if s.ReadOnly {
		return r.readStore(s, r.rehearseOn(s, true, do))
	}
	return r.editStore(s, r.rehearseOn(s, true, do))
}

func (r *run) rehearseOn(s Session, makes bool, do func(*rehearsing) error) func(Store) error {
	return r.withScene(s, makes, func(base rehearsed.Base, all store.Scenes, of store.Scene) error {
		t, err := r.rehearse(s, base, of)
		if err == nil && t.Older() {
			r.note(r.words.Say("rehearse.older-head", seqText(of.Head), seqText(base.Head())))
		}
		if err == nil && s.Date != 0 {
			err = t.explain(t.Prepare(s.Date, false))
		}
		if err != nil {
			return err
		}
		t.scenes = all
		return do(t)
	})
}

// withScene finds the scene of the call, or begins one. It need not fit the set-up.
func (r *run) withScene(s Session, makes bool, do func(base rehearsed.Base, all store.Scenes, of store.Scene) error) func(Store) error {
	return r.withScenes(s, func(base rehearsed.Base, all store.Scenes) error {
		name := norm.NFC.String(r.given.acting.scene)
		of, known := all.Find(name)
		var err error
		switch {
		case known:
			return do(base, all, of)
		case name != "" && makes:
			err = r.judgeSceneName(name)
		case name != "":
			err = r.fail(failure.WrongUse, "rehearse.no-scene", words.Clean(name))
		}
		if err != nil {
			return err
		}
		return do(base, all, r.newScene(s, base, name))
	})
}

// withScenes reads the scenes of a file. One that is spoiled is not the set-up.
func (r *run) withScenes(s Session, do func(rehearsed.Base, store.Scenes) error) func(Store) error {
	return func(db Store) error {
		base := db.(rehearsed.Base)
		all, err := base.Scenes()
		if err != nil {
			return r.sceneFailure(r.scenesPath(s), err, "rehearse.spoiled")
		}
		return do(base, all)
	}
}

func (r *run) newScene(s Session, base rehearsed.Base, name string) store.Scene {
	return base.NewScene(name, r.referenceDate(s, base.World()))
}

// rehearse opens a scene.
func (r *run) rehearse(s Session, base rehearsed.Base, scene store.Scene) (*rehearsing, error) {
	in, err := rehearsed.Of(base, scene)
	if err != nil {
		return nil, r.readFailure(r.scenesPath(s), err)
	}
	return &rehearsing{run: r, Store: in, session: s, base: base}, nil
}

// sceneFailure says why scenes at path can not be read; spoiled is said where they are none.
func (r *run) sceneFailure(path string, err error, spoiled words.Key) error {
	if errors.Is(err, store.ErrDamaged) || errors.Is(err, store.ErrEmpty) || errors.Is(err, store.ErrForeign) {
		return r.fail(failure.Unusable, spoiled, words.Clean(path))
	}
	return r.readFailure(path, err)
}

func (r *run) scenesPath(s Session) string { return store.ScenesPath(r.fileName(s)) }

// keep writes the scene with what was done, unless nothing may be written. A single act is
// on the disk before it is said.
func (t *rehearsing) keep() error {
	if t.session.ReadOnly {
		return nil
	}
	return t.keepScenes(t.session, t.base, t.scenes.With(t.Scene()))
}

func (r *run) keepScenes(s Session, base rehearsed.Base, all store.Scenes) error {
	err := base.KeepScenes(all)
	if err == nil {
		return nil
	}
	failed := r.writeFailure(domain.World{}, r.scenesPath(s), err)
	if unconfirmed := (*whole.UnconfirmedError)(nil); !errors.As(err, &unconfirmed) {
		return failed
	}
	r.note(failed.Error())
	r.notice = failure.Attend
	return nil
}

// explain says why an act was not done: of what is out of reach and of what does not exist
// it says the same (H16).
func (t *rehearsing) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, rehearsal.ErrRefused):
		return t.fail(failure.Refused, "rehearse.refused")
	case errors.Is(err, rehearsal.ErrEarlier):
		at := t.At()
		return t.fail(failure.Refused, "rehearse.earlier", t.words.LongDate(at.Act(at.Len()).On))
	}
	return t.writeFailure(t.World(), t.fileName(t.session), err)
}

// actAs does an act as somebody, who must exist, keeps it and says so.
func (r *run) actAs(s Session, verb string, args []string) error {
	if r.given.acting.as == "" {
		return r.fail(failure.WrongUse, "rehearse.no-as")
	}
	step, err := r.stepOf(verb, args)
	if err != nil {
		return err
	}
	return r.play(s, func(t *rehearsing) error {
		p, err := r.personNamed(t.World(), r.given.acting.as)
		if err != nil {
			return err
		}
		t.as = p.ID
		if _, _, err := t.Act(t.wish(step)); err != nil {
			return t.refuse(t.explain(err))
		}
		if err := t.keep(); err != nil {
			return err
		}
		return t.printDone(t.At().Len())
	})
}

// refuse says, as data too, that nothing was done.
func (t *rehearsing) refuse(err error) error {
	if !t.wantsJSON() {
		return err
	}
	return errors.Join(writeJSON(t.out, object{{"ok", false}}), err)
}

// stepOf makes of flags and arguments what a step of a story would be. It refuses wrong use:
// flags that are missing, or too many.
func (r *run) stepOf(verb string, args []string) (rehearsal.Step, error) {
	g := &r.given.acting
	s := rehearsal.Step{Verb: verb, Words: storyWords("", args)}
	if len(args) > 0 {
		s.Text = args[len(args)-1]
	}
	switch verb {
	case "send":
		s.Words = append(storyWords("person", g.to), storyWords("group", given(g.group))...)
		if len(s.Words) != 1 {
			return s, r.fail(failure.WrongUse, "rehearse.one-of", "--to", "--group")
		}
	case "report":
		s.Words = append(storyWords("group", given(g.group)), storyWords("person", given(g.client))...)
		if len(s.Words) != 1 {
			return s, r.fail(failure.WrongUse, "rehearse.one-of", "--group", "--client")
		}
	case "post":
		s.Words = storyWords("", []string{g.name})
		return s, r.needs("--news", g.name)
	case "assign":
		s.Words = storyWords("", slices.Concat([]string{g.group, g.name}, g.to, args))
		return s, cmp.Or(r.needs("--group", g.group), r.needs("--programme", g.name))
	case "progress":
		if _, ok := rehearsal.ParseState(args[1]); !ok {
			return s, r.wrongChoice(r.words.Say("cli.state-word"), args[1], codes(rehearsal.States()))
		}
	}
	return s, nil
}

// needs refuses a flag that was not given.
func (r *run) needs(flag, value string) error {
	if value != "" {
		return nil
	}
	return r.fail(failure.WrongUse, "rehearse.needs", flag)
}

// storyWords are words of a story that name something of a noun.
func storyWords(noun string, typed []string) []rehearsal.Word {
	return list(typed, func(text string) rehearsal.Word { return rehearsal.Word{Text: text, Noun: noun} })
}

func texts(all []rehearsal.Word) []string {
	return list(all, func(w rehearsal.Word) string { return w.Text })
}

// given is what a flag was given, if anything.
func given(value string) []string {
	if value == "" {
		return nil
	}
	return []string{value}
}

// wish makes the act that a step asks for. A name that fits nobody is empty in the act, and
// refused by the rules like one that is out of reach.
func (t *rehearsing) wish(s rehearsal.Step) rehearsal.Act {
	a := rehearsal.Act{By: t.as, Text: domain.LineEnds(norm.NFC.String(s.Text))}
	first := s.Words[0]
	switch s.Verb {
	case "send":
		person, group := t.target(first)
		a.Kind, a.Group, a.To = rehearsal.Send, group, []domain.PersonID{person}
		if group != "" {
			a.Kind = rehearsal.GroupMessage
		}
	case "report":
		a.Kind = rehearsal.Report
		a.Client, a.Group = t.target(first)
	case "answer":
		a.Kind, a.Of = rehearsal.Answer, t.conversation(first.Text)
	case "read":
		a.Kind, a.Of = rehearsal.Read, t.conversation(first.Text)
	case "post":
		a.Kind, a.Name = rehearsal.Post, norm.NFC.String(first.Text)
	case "assign":
		a.Kind, a.Group, a.Name = rehearsal.Assign, t.group(first.Text), norm.NFC.String(s.Words[1].Text)
		a.To = list(texts(s.Words[2:]), t.person)
	case "progress":
		a.Kind, a.Of = rehearsal.Progress, t.latest(first.Text, rehearsal.ParseProgrammeID, func(a rehearsal.Act) bool { return a.Kind == rehearsal.Assign })
		a.State, _ = rehearsal.ParseState(s.Words[1].Text) // judged before
	}
	return a
}

func (t *rehearsing) conversation(id string) int {
	return t.latest(id, rehearsal.ParseConversationID, rehearsal.Act.IsMessage)
}

// latest returns the number in an id; "last" is that of the latest act that fits.
func (t *rehearsing) latest(id string, parse func(string) int, fits func(rehearsal.Act) bool) int {
	if id != "last" {
		return parse(id)
	}
	return t.At().Latest(fits).Of
}

// target returns the person or group that a word names; neither where there is none, or
// where it names one of each.
func (t *rehearsing) target(w rehearsal.Word) (person domain.PersonID, group domain.GroupID) {
	if w.Noun != "group" {
		person = t.person(w.Text)
	}
	if w.Noun != "person" {
		group = t.group(w.Text)
	}
	if person != "" && group != "" {
		return "", ""
	}
	return person, group
}

// person finds somebody by id or whole name. Of namesakes it is the one whom the actor sees
// or may message: the others do not exist for them.
func (t *rehearsing) person(typed string) domain.PersonID {
	if typed == "" {
		return "" // thousands of names are not searched for nobody
	}
	w, typed := t.World(), norm.NFC.String(typed)
	p, err := t.personNamed(w, typed)
	if err != nil {
		near := list(sight.Persons(w, t.as, t.At().Today()), func(l sight.Sightline) domain.Person {
			one, _ := w.Person(l.Other)
			return one
		})
		p, _ = t.personAmong(w, slices.Values(near), typed)
	}
	return p.ID
}

func (t *rehearsing) group(typed string) domain.GroupID {
	if typed == "" {
		return ""
	}
	g, _ := t.groupNamed(t.World(), norm.NFC.String(typed))
	return g.ID
}

func (t *rehearsing) undo() error {
	n := t.At().Len()
	if _, _, err := t.Undo(domain.By{}, domain.Unchecked); err != nil {
		return t.fail(failure.Refused, "rehearse.nothing-to-undo")
	}
	if err := t.keep(); err != nil {
		return err
	}
	return t.answer(object{{"ok", true}, {"act", n}}, "rehearse.undone", strconv.Itoa(n))
}

// answer says what was done, or writes it as data.
func (r *run) answer(data any, key words.Key, args ...any) error {
	if r.wantsJSON() {
		return writeJSON(r.out, data)
	}
	r.say(key, args...)
	return nil
}

// readText reads a file of a story or scene that somebody names.
func (r *run) readText(path string, most int64) ([]byte, error) {
	b, err := whole.Read(path, most+1)
	if err == nil && int64(len(b)) > most {
		err = store.ErrTooLarge
	}
	if err != nil {
		return nil, r.readFailure(path, err)
	}
	return b, nil
}
