package cli

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

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

// actData is an act as the coordinator sees it: with who can message nobody in the
// conversation any more (H3), and who can read now what it brought about.
func (t *rehearsing) actData(n int, a rehearsal.Act) (object, error) {
	at, state := t.At(), ""
	if a.Kind == rehearsal.Progress {
		state = a.State.String()
	}
	changes, err := changesData(a.Changes)
	return slices.Concat(
		object{{"act", n}}, known("id", at.ID(n)), object{{"kind", a.Kind.String()}}, known("by", a.By), object{{"date", a.On}}, knownAll("to", a.To),
		known("group", a.Group), known("client", a.Client), known("name", a.Name), known("text", a.Text), known("state", state),
		known("verb", a.Verb), known("reason", a.Reason), knownAll("changes", changes), knownAll("closed", at.Closed(n)),
		object{{"grounds", groundsData(mergeGrounds(at.Grounds(n)))}, {"readers", some(at.Readers(n))}},
	), err
}

// acts says everything that was done. It is for the coordinator only.
func (t *rehearsing) acts() error {
	at, scene := t.At(), t.Scene()
	if t.wantsJSON() {
		out := []object{}
		for n, a := range at.Acts() {
			one, err := t.actData(n, a)
			if err != nil {
				return err
			}
			out = append(out, one)
		}
		return writeJSON(t.out, object{{"scene", scene.Name}, {"head", scene.Head}, {"date", at.Today()}, {"acts", out}})
	}
	t.say("rehearse.acts", at.Len(), t.sceneWord(scene.Name), t.words.LongDate(at.Today()))
	for n := range at.Acts() {
		t.printAct(n)
	}
	return nil
}

// printAct says an act, on which ground it was done and who can read it now.
func (t *rehearsing) printAct(n int) {
	at, w := t.At(), t.World()
	a := at.Act(n)
	t.say("rehearse.act", strconv.Itoa(n), t.words.Date(a.On), t.words.Act(w, a, t.namer(w)))
	if a.Reason != "" {
		t.say("rehearse.act-reason", words.Clean(a.Reason))
	}
	if grounds := at.Grounds(n); len(grounds) > 0 {
		t.say("rehearse.act-grounds", t.groundWords(w, grounds))
	}
	if readers := at.Readers(n); a.IsMessage() || len(readers) > 0 {
		t.say("rehearse.act-readers", t.names(readers))
	}
	for _, p := range at.Closed(n) {
		t.say("rehearse.act-closed", t.name(p), strings.Join(t.whyClosed(n, p), "; "))
	}
}

// whyClosed says why somebody can message nobody in a conversation any more.
func (t *rehearsing) whyClosed(began int, p domain.PersonID) []string {
	a, w := t.At().Act(began), t.World()
	var out []string
	for _, other := range append([]domain.PersonID{a.By}, a.To...) {
		for _, m := range sight.Why(w, p, other, t.At().Today()).Missing {
			if said := t.words.Miss(w, m); other != p && m.Facts.Messages && !slices.Contains(out, said) {
				out = append(out, said)
			}
		}
	}
	return out
}

// printDone says that act n is done.
func (t *rehearsing) printDone(n int) error {
	if !t.wantsJSON() {
		t.printAct(n)
		if t.session.ReadOnly {
			t.say("rehearse.not-kept")
		}
		return nil
	}
	out := object{{"ok", true}, {"act", n}}
	if t.session.ReadOnly {
		out = append(out, field{"kept", false})
	}
	return writeJSON(t.out, append(out, known("id", t.At().ID(n))...))
}

func (r *run) sceneWord(name string) string {
	if name == "" {
		return r.words.Say("rehearse.open-scene")
	}
	return words.Clean(name)
}

// judgeSceneName refuses a name that can not be kept.
func (r *run) judgeSceneName(name string) error {
	if err := rehearsal.JudgeName(name); err != nil {
		return r.writeFailure(domain.World{}, "", err)
	}
	return nil
}

// newName refuses a name that a scene has.
func (r *run) newName(all store.Scenes, name string) error {
	if _, taken := all.Find(name); taken {
		return r.fail(failure.Refused, "rehearse.scene-exists", r.sceneWord(name))
	}
	return nil
}

// finishScene writes the scenes, and says what was done with one.
func (r *run) finishScene(s Session, base rehearsed.Base, all store.Scenes, said words.Key, name string) error {
	if err := r.keepScenes(s, base, all); err != nil {
		return err
	}
	return r.answer(object{{"ok", true}, {"scene", name}}, said, r.sceneWord(name))
}

// keepScene gives the scene of the call a name of its own. The open one is empty then.
func (r *run) keepScene(s Session, args []string) error {
	return r.editStore(s, r.withScene(s, false, func(base rehearsed.Base, all store.Scenes, of store.Scene) error {
		name := norm.NFC.String(args[0])
		if err := cmp.Or(r.judgeSceneName(name), r.newName(all, name)); err != nil {
			return err
		}
		if len(of.Acts) == 0 {
			return r.fail(failure.Refused, "rehearse.empty")
		}
		rest := all.Without(of.Name)
		of.Name = name
		return r.finishScene(s, base, rest.With(of), "rehearse.kept", name)
	}))
}

func (r *run) listScenes(s Session, _ []string) error {
	return r.readStore(s, r.withScenes(s, func(_ rehearsed.Base, all store.Scenes) error {
		if r.wantsJSON() {
			return writeJSON(r.out, object{{"scenes", list(all, func(one store.Scene) object {
				return object{{"name", one.Name}, {"acts", len(one.Acts)}, {"date", one.On}, {"head", one.Head}}
			})}})
		}
		if len(all) == 0 {
			r.say("rehearse.no-scenes")
		}
		for _, one := range all {
			r.say("rehearse.scene", len(one.Acts), r.sceneWord(one.Name), r.words.LongDate(one.On), seqText(one.Head))
		}
		return nil
	}))
}

func (r *run) showScene(s Session, args []string) error {
	r.given.acting.scene = args[0]
	return r.look(s, (*rehearsing).acts)
}

// resetScene takes back everything in the scene of the call.
func (r *run) resetScene(s Session, _ []string) error {
	return r.editStore(s, r.withScene(s, false, func(base rehearsed.Base, all store.Scenes, of store.Scene) error {
		return r.finishScene(s, base, all.Without(of.Name), "rehearse.reset", of.Name)
	}))
}

func (r *run) dropScene(s Session, args []string) error {
	r.given.acting.scene = args[0]
	if err := r.judgeSceneName(norm.NFC.String(args[0])); err != nil {
		return err // without a name it would be the open one
	}
	return r.resetScene(s, nil)
}

// exportScene writes a scene to a file that does not exist yet. It can be imported on the
// set-up that has the same past.
func (r *run) exportScene(s Session, args []string) error {
	r.given.acting.scene = args[0]
	to := r.given.output
	if err := r.needs("-o", to); err != nil {
		return err
	}
	return r.readStore(s, r.withScene(s, false, func(_ rehearsed.Base, _ store.Scenes, of store.Scene) error {
		if err := whole.Create(to, func(w io.Writer) error { return store.WriteScene(w, of) }); err != nil {
			return r.writeFailure(domain.World{}, to, err)
		}
		return r.answer(object{{"ok", true}, {"scene", of.Name}, {"file", to}}, "rehearse.exported", r.sceneWord(of.Name), words.Clean(to))
	}))
}

// importScene reads a scene from a file, and does each act again: one that the person
// could not do is not taken on trust.
func (r *run) importScene(s Session, args []string) error {
	b, err := r.readText(args[0], store.MostScene)
	if err != nil {
		return err
	}
	scene, err := store.ReadScene(b)
	if err != nil {
		return r.sceneFailure(args[0], err, "rehearse.no-scene-file")
	}
	if given := norm.NFC.String(r.given.acting.scene); given != "" {
		scene.Name = given
	}
	return r.editStore(s, r.withScenes(s, func(base rehearsed.Base, all store.Scenes) error {
		if scene.Name != "" {
			if err := r.judgeSceneName(scene.Name); err != nil {
				return err
			}
		}
		if err := r.newName(all, scene.Name); err != nil {
			return err
		}
		t, err := r.rehearse(s, base, scene)
		if err != nil {
			return err
		}
		if _, err := t.At().Again(); err != nil {
			return r.fail(failure.Refused, "rehearse.not-again", words.Clean(args[0]))
		}
		return r.finishScene(s, base, all.With(scene), "rehearse.imported", scene.Name)
	}))
}

// remarkScenes says which scenes name somebody who is removed. A scene that can not be read
// is no reason to keep them in the set-up.
func (a *request) remarkScenes(out *remarks, p domain.PersonID) {
	base, ok := a.db.(rehearsed.Base)
	if !ok {
		return // inside a rehearsal
	}
	all, _ := base.Scenes()
	var in []string
	for _, one := range all {
		if one.Names(p) {
			in = append(in, one.Name)
		}
	}
	if len(in) > 0 {
		out.lines = append(out.lines, a.words.Say("rehearse.named-in", a.personName(a.world, p), strings.Join(list(in, a.sceneWord), ", ")))
		out.data = append(out.data, field{"scenes", in})
	}
}
