package rehearsal

import (
	"cmp"
	"errors"
	"iter"
	"reflect"
	"slices"

	"github.com/tidwall/btree"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
)

// ErrRefused refuses an act that the person could not do. It says no more than that: what
// is out of reach and what does not exist are refused alike (H16).
var ErrRefused = errors.New("rehearsal: refused")

// ErrMalformed says that an act is none that this package makes.
var ErrMalformed = errors.New("rehearsal: malformed")

// ErrEarlier refuses a day before that of the last act.
var ErrEarlier = errors.New("rehearsal: the day is before that of the last act")

// Rehearsal is acts over a World. It never changes: each act gives the next one. Make it
// with Begin or Restore.
type Rehearsal struct {
	begun, world   domain.World
	begunOn, today domain.Date
	acts           btree.Map[int, done]
	pairs          btree.Map[string, int] // by pairKey: the act that began the conversation of the two
}

// done is an act that was done, and the World in which it was.
type done struct {
	Act
	in domain.World
}

// pairKey names two people, in any order. No id has a space in it.
func pairKey(a, b domain.PersonID) string { return string(min(a, b) + " " + max(a, b)) }

// Begin returns the rehearsal over w in which nothing has been done.
func Begin(w domain.World, on domain.Date) Rehearsal {
	return Rehearsal{begun: w, world: w, begunOn: on, today: on}
}

// Restore returns the rehearsal with acts that were done before. It judges nobody's right
// to them. The error is ErrMalformed, ErrEarlier, or a Refusal: an edit among them does not
// start from w.
func Restore(w domain.World, on domain.Date, acts []Act) (Rehearsal, error) {
	r := Begin(w, on)
	for _, a := range acts {
		if !a.wellFormed() {
			return r, ErrMalformed
		}
		if _, err := r.On(a.On); err != nil {
			return r, err
		}
		var err error
		if r, err = r.add(a); err != nil {
			return r, err
		}
	}
	return r, nil
}

// Again does every act of r once more, from the beginning. The error is that of the first
// that can not be done, or comes out otherwise: ErrRefused.
func (r Rehearsal) Again() (Rehearsal, error) {
	again := Begin(r.begun, r.begunOn)
	for n, a := range r.Acts() {
		var err error
		if a.Kind == Edit {
			again.today = a.On
			again, err = again.Edit(sameChanges{a}, a.Reason, consentTo(a))
		} else {
			again, err = again.Do(a)
		}
		if err == nil && !reflect.DeepEqual(again.Act(n), a) {
			err = ErrRefused
		}
		if err != nil {
			return r, err
		}
	}
	return again, nil
}

// consentTo lets an edit pass that needs no reason, or has one.
func consentTo(a Act) domain.Check {
	return func(w domain.World, changes []domain.Change) error {
		c := sight.Consent{Reason: a.Reason, On: a.On}
		turned, err := c.Weigh(nil, w, changes, 1)
		if c.To = &turned; err == nil && !c.Covers(turned) {
			err = ErrRefused
		}
		return err
	}
}

// sameChanges makes the changes of an edit that was made before.
type sameChanges struct{ Act }

func (c sameChanges) Verb() domain.Verb { return c.Act.Verb }

func (c sameChanges) Plan(w domain.World) ([]domain.Change, error) {
	after, err := w.With(c.Changes...)
	if err == nil {
		if found := domain.Judge(after, c.Changes); len(found) > 0 {
			err = found[0]
		}
	}
	return c.Changes, err
}

// World returns the set-up as it stands inside the rehearsal.
func (r Rehearsal) World() domain.World { return r.world }

// Today returns the day on which views are judged: that of the last act, or a later one.
func (r Rehearsal) Today() domain.Date { return r.today }

// Len returns how many acts were done. The last has that number.
func (r Rehearsal) Len() int { return r.acts.Len() }

// Acts returns what was done, by number.
func (r Rehearsal) Acts() iter.Seq2[int, Act] {
	return func(yield func(int, Act) bool) {
		r.acts.Scan(func(n int, d done) bool { return yield(n, d.Act) })
	}
}

func (r Rehearsal) all() iter.Seq2[int, done] {
	return func(yield func(int, done) bool) { r.acts.Scan(yield) }
}

// Latest returns the latest act that fits, with Of its own number where it set out a
// programme; Nothing where there is none.
func (r Rehearsal) Latest(fits func(Act) bool) Act {
	var out Act
	r.acts.Reverse(func(n int, d done) bool {
		if !fits(d.Act) {
			return true
		}
		out = d.Act
		if out.Kind == Assign {
			out.Of = n
		}
		return false
	})
	return out
}

// On returns the rehearsal on a later day. The error is ErrEarlier.
func (r Rehearsal) On(day domain.Date) (Rehearsal, error) {
	if day < r.last().On {
		return r, ErrEarlier
	}
	r.today = day
	return r, nil
}

// last is the last act; Nothing where there is none.
func (r Rehearsal) last() done {
	_, d, _ := r.acts.Max()
	return d
}

// Act returns the act of a number, as it was done; Nothing where there is none.
func (r Rehearsal) Act(number int) Act {
	d, _ := r.acts.Get(number)
	return d.Act
}

// Undo takes the last act back; ok is false where there is none.
func (r Rehearsal) Undo() (before Rehearsal, ok bool) {
	n, d, ok := r.acts.Max()
	if !ok {
		return r, false
	}
	r.acts, r.pairs = *r.acts.Copy(), *r.pairs.Copy()
	r.acts.Delete(n)
	if d.Kind == Send && d.Of == n {
		r.pairs.Delete(pairKey(d.By, d.To[0]))
	}
	r.world, r.today = d.in, cmp.Or(r.last().On, r.begunOn)
	return r, true
}

// Do does a, which is a wish of any kind but Edit. The error is ErrRefused, ErrEarlier, or
// a domain.Refusal of a text.
func (r Rehearsal) Do(a Act) (Rehearsal, error) {
	a = a.only()
	if err := a.judge(); err != nil {
		return r, err
	}
	then, err := r.On(cmp.Or(a.On, r.today))
	if err != nil {
		return r, err
	}
	a.On = then.today
	if !then.isPresent(a.By) || !then.allow(&a) {
		return r, ErrRefused
	}
	return r.add(a)
}

// allow reports whether the person may do a today, and fills in whom it reaches. It is the
// only gate for acts.
func (r Rehearsal) allow(a *Act) bool {
	switch a.Kind {
	case Nothing:
		return true
	case Read:
		_, ok := r.conversation(a.Of, a.By)
		return ok
	case Progress:
		of, ok := r.acts.Get(a.Of)
		return ok && of.Kind == Assign && slices.Contains(of.To, a.By)
	case Send: // H2
		if len(a.To) != 1 {
			return false
		}
		a.Of, _ = r.pairs.Get(pairKey(a.By, a.To[0]))
	case GroupMessage: // H1
		a.To, a.Of = r.members(a.Group, domain.Role.IsCounselor), 0
	case Answer: // H3
		first, ok := r.conversation(a.Of, a.By)
		if !ok {
			return false
		}
		a.To = r.facesOf(a.By).reachable(first.others(a.By))
	case Report: // H6, H9
		if a.Group != "" && a.Client != "" {
			return false
		}
	case Post: // H12
		a.Name = r.newsGroup(a.By, a.Name).Name
	case Assign: // H14
		if a.To = r.receivers(*a); len(a.To) == 0 {
			return false
		}
	}
	return len(r.grounds(*a)) > 0
}

// Edit changes the set-up inside the rehearsal. check is that of the set-up's own edits.
// The error is a Refusal, or that of check.
func (r Rehearsal) Edit(c domain.Command, reason string, check domain.Check) (Rehearsal, error) {
	if err := judgeReason(reason); err != nil {
		return r, err
	}
	changes, err := c.Plan(r.world)
	if err == nil {
		err = r.keepsActors(changes)
	}
	if err == nil {
		err = check(r.world, changes)
	}
	if err != nil {
		return r, err
	}
	return r.add(Act{Kind: Edit, On: r.today, Verb: c.Verb(), Reason: reason, Changes: changes})
}

// keepsActors refuses to remove somebody who stands in an act (H4), a group about which
// there is one, and who was in that group then: another who gets the id would read it.
func (r Rehearsal) keepsActors(changes []domain.Change) error {
	for _, c := range changes {
		st := c.Step()
		if st.After != nil || st.Noun != domain.PersonNoun && st.Noun != domain.GroupNoun {
			continue
		}
		for _, d := range r.all() {
			if d.holds(st.Ref) {
				return domain.Refusal{Code: domain.StandsInAct, Subject: st.Ref}
			}
		}
	}
	return nil
}

// holds reports whether an act would come apart from the person or group that at refers to.
func (d done) holds(at domain.Ref) bool {
	if at.Noun == domain.GroupNoun {
		return string(d.Group) == at.Key
	}
	p := domain.PersonID(at.Key)
	return d.stands(p) || d.Group != "" && slices.ContainsFunc(slices.Collect(d.in.MembershipsOf(p)), func(m domain.Membership) bool { return m.Group == d.Group })
}

// add puts an act behind the others. The error is a Refusal of an edit.
func (r Rehearsal) add(a Act) (Rehearsal, error) {
	n := r.Len() + 1
	d := done{a, r.world}
	if (a.Kind == Send || a.Kind == GroupMessage) && a.Of == 0 {
		d.Of = n
	}
	if a.Kind == Edit {
		after, err := r.world.With(a.Changes...)
		if err != nil {
			return r, err
		}
		r.world = after
	}
	r.acts = *r.acts.Copy()
	r.acts.Set(n, d)
	if d.Kind == Send && d.Of == n {
		r.pairs = *r.pairs.Copy()
		r.pairs.Set(pairKey(d.By, d.To[0]), n)
	}
	r.today = a.On
	return r, nil
}

// isPresent reports whether somebody exists and is active: nobody else has tiles (H4).
func (r Rehearsal) isPresent(p domain.PersonID) bool {
	person, ok := r.world.Person(p)
	return ok && person.ActiveOn(r.today)
}
