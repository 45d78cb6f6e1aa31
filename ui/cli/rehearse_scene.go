package cli

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/domain/sight"
	"zichtlijn/store"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// actJSON is an act as the coordinator sees it.
type actJSON struct {
	Act     int               `json:"act"`
	ID      string            `json:"id,omitempty"`
	Kind    string            `json:"kind"`
	By      domain.PersonID   `json:"by,omitempty"`
	Date    domain.Date       `json:"date"`
	To      []domain.PersonID `json:"to,omitempty"`
	Group   domain.GroupID    `json:"group,omitempty"`
	Client  domain.PersonID   `json:"client,omitempty"`
	Name    string            `json:"name,omitempty"`
	Text    string            `json:"text,omitempty"`
	State   string            `json:"state,omitempty"`
	Verb    domain.Verb       `json:"verb,omitempty"`
	Reason  string            `json:"reason,omitempty"`
	Changes []changeJSON      `json:"changes,omitempty"`
	Closed  []domain.PersonID `json:"closed,omitempty"` // who can message nobody in the conversation any more (H3)
	Grounds []groundJSON      `json:"grounds"`
	Readers []domain.PersonID `json:"readers"` // who can read now what it brought about
}

func (t *rehearsing) actData(n int, a rehearsal.Act) (actJSON, error) {
	out := actJSON{
		Act: n, ID: t.at.ID(n), Kind: a.Kind.String(), By: a.By, Date: a.On, To: a.To, Group: a.Group, Client: a.Client, Name: a.Name, Text: a.Text,
		Verb: a.Verb, Reason: a.Reason, Grounds: groundsData(mergeGrounds(t.at.Grounds(n))), Readers: some(t.at.Readers(n)), Closed: t.at.Closed(n),
	}
	for _, c := range a.Changes {
		one, err := changeData(c)
		if err != nil {
			return out, err
		}
		out.Changes = append(out.Changes, one)
	}
	if a.Kind == rehearsal.Progress {
		out.State = a.State.String()
	}
	return out, nil
}

// acts says everything that was done. It is for the coordinator only.
func (t *rehearsing) acts() error {
	if t.wantsJSON() {
		out := []actJSON{}
		for n, a := range t.at.Acts() {
			one, err := t.actData(n, a)
			if err != nil {
				return err
			}
			out = append(out, one)
		}
		return writeJSON(t.out, object{{"scene", t.scene.Name}, {"head", t.scene.Head}, {"date", t.at.Today()}, {"acts", out}})
	}
	t.say("rehearse.acts", t.at.Len(), t.sceneWord(t.scene.Name), t.words.LongDate(t.at.Today()))
	for n := range t.at.Acts() {
		t.printAct(n)
	}
	return nil
}

// printAct says an act, on which ground it was done and who can read it now.
func (t *rehearsing) printAct(n int) {
	a, w := t.at.Act(n), t.at.World()
	t.say("rehearse.act", strconv.Itoa(n), t.words.Date(a.On), t.words.Act(w, a, t.namer(w)))
	if a.Reason != "" {
		t.say("rehearse.act-reason", words.Clean(a.Reason))
	}
	if grounds := t.at.Grounds(n); len(grounds) > 0 {
		t.say("rehearse.act-grounds", t.groundWords(w, grounds))
	}
	if readers := t.at.Readers(n); a.IsMessage() || len(readers) > 0 {
		t.say("rehearse.act-readers", t.names(readers))
	}
	for _, p := range t.at.Closed(n) {
		t.say("rehearse.act-closed", t.personName(w, p), strings.Join(t.whyClosed(n, p), "; "))
	}
}

// whyClosed says why somebody can message nobody in a conversation any more.
func (t *rehearsing) whyClosed(began int, p domain.PersonID) []string {
	a, w := t.at.Act(began), t.at.World()
	var out []string
	for _, other := range append([]domain.PersonID{a.By}, a.To...) {
		for _, m := range sight.Why(w, p, other, t.at.Today()).Missing {
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
	if id := t.at.ID(n); id != "" {
		out = append(out, field{"id", id})
	}
	return writeJSON(t.out, out)
}

func (r *run) sceneWord(name string) string {
	if name == "" {
		return r.words.Say("rehearse.open-scene")
	}
	return words.Clean(name)
}

// judgeSceneName refuses a name that can not be kept.
func (r *run) judgeSceneName(name string) error {
	err := rehearsal.JudgeName(name)
	if err != nil {
		return r.writeFailure(domain.World{}, "", err)
	}
	return nil
}

// manage opens the scenes for a change of them; the one of the call need not fit the
// set-up. With --read-only there is no change.
func (r *run) manage(s Session, do func(*rehearsing) error) error {
	return r.editStore(s, func(db Store) error {
		t, err := r.sceneOf(s, db, false)
		if err != nil {
			return err
		}
		return do(t)
	})
}

// finishScene says what was done with a scene.
func (t *rehearsing) finishScene(key words.Key, name string) error {
	if t.wantsJSON() {
		return writeJSON(t.out, object{{"ok", true}, {"scene", name}})
	}
	t.say(key, t.sceneWord(name))
	return nil
}

// keepScene gives the scene of the call a name of its own. The open one is empty then.
func (r *run) keepScene(s Session, args []string) error {
	return r.manage(s, func(t *rehearsing) error {
		name := norm.NFC.String(args[0])
		if err := r.judgeSceneName(name); err != nil {
			return err
		}
		if _, taken := t.scenes.Find(name); taken {
			return r.fail(failure.Refused, "rehearse.scene-exists", words.Clean(name))
		}
		if len(t.scene.Acts) == 0 {
			return r.fail(failure.Refused, "rehearse.empty")
		}
		rest := t.scenes.Without(t.scene.Name)
		t.scene.Name = name
		if err := t.write(rest.With(t.scene)); err != nil {
			return err
		}
		return t.finishScene("rehearse.kept", name)
	})
}

func (r *run) listScenes(s Session, _ []string) error {
	return r.readStore(s, func(db Store) error {
		all, err := r.readScenes(s, db)
		if err != nil {
			return err
		}
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
	})
}

// named makes the scene that a command names the one of the call.
func (r *run) named(name string) { r.given.acting.scene = name }

func (r *run) showScene(s Session, args []string) error {
	r.named(args[0])
	return r.look(s, (*rehearsing).acts)
}

// resetScene takes back everything in the scene of the call.
func (r *run) resetScene(s Session, _ []string) error {
	return r.manage(s, func(t *rehearsing) error {
		if err := t.write(t.scenes.Without(t.scene.Name)); err != nil {
			return err
		}
		return t.finishScene("rehearse.reset", t.scene.Name)
	})
}

func (r *run) dropScene(s Session, args []string) error {
	if err := r.judgeSceneName(norm.NFC.String(args[0])); err != nil {
		return err // without a name it would be the open one
	}
	r.named(args[0])
	return r.resetScene(s, nil)
}

// exportScene writes a scene to a file that does not exist yet. It can be imported on the
// set-up that has the same past.
func (r *run) exportScene(s Session, args []string) error {
	r.named(args[0])
	to := r.given.output
	if to == "" {
		return r.fail(failure.WrongUse, "rehearse.needs", "-o")
	}
	return r.readStore(s, func(db Store) error {
		t, err := r.sceneOf(s, db, false)
		if err != nil {
			return err
		}
		err = whole.Create(to, func(w io.Writer) error { return store.WriteScene(w, t.scene) })
		if err != nil {
			return r.writeFailure(t.at.World(), to, err)
		}
		if r.wantsJSON() {
			return writeJSON(r.out, object{{"ok", true}, {"scene", t.scene.Name}, {"file", to}})
		}
		r.say("rehearse.exported", t.sceneWord(t.scene.Name), words.Clean(to))
		return nil
	})
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
	r.named("")
	return r.manage(s, func(t *rehearsing) error {
		if scene.Name != "" {
			if err := r.judgeSceneName(scene.Name); err != nil {
				return err
			}
		}
		if _, taken := t.scenes.Find(scene.Name); taken {
			return r.fail(failure.Refused, "rehearse.scene-exists", t.sceneWord(scene.Name))
		}
		t.scene = scene
		if t.at, err = t.rehearse(scene); err != nil {
			return err
		}
		if t.at, err = t.at.Again(); err != nil {
			return r.fail(failure.Refused, "rehearse.not-again", words.Clean(args[0]))
		}
		if err := t.keep(); err != nil {
			return err
		}
		return t.finishScene("rehearse.imported", scene.Name)
	})
}

// remarkScenes says which scenes name somebody who is removed. A scene that can not be read
// is no reason to keep them in the set-up.
func (a *request) remarkScenes(out *remarks, p domain.PersonID) {
	all, _ := a.db.Scenes()
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
