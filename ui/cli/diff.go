package cli

import (
	"errors"
	"os"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/handover"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// compared is one of two set-ups that are compared.
type compared struct {
	name  string // clean
	world domain.World
	gives func(domain.Noun) bool // what the file can say anything of
}

// diff tells what differs between two set-ups, whatever files they are in.
func (r *run) diff(s Session, args []string) error {
	before, err := r.readCompared(s, args[0])
	if err != nil {
		return err
	}
	after, err := r.readCompared(s, args[1])
	if err == nil {
		err = errors.Join(r.complete(&before, after), r.complete(&after, before))
	}
	if err != nil {
		return err
	}
	changes := exchange.Difference(before.world, after.world)
	switch r.given.format {
	case asJSON:
		return exchange.WriteDifference(r.out, changes)
	case asHandover:
		since := &handover.Since{World: before.world, On: r.referenceDate(s, before.world), Name: before.name}
		return handover.HTML(r.out, handover.New(after.world, r.referenceDate(s, after.world), since), r.words)
	}
	r.printDifference(after.world, changes)
	return nil
}

// readCompared reads a set-up: from a store, from a file in the exchange form, or from
// tables, which may be all those in a folder.
func (r *run) readCompared(s Session, path string) (compared, error) {
	out := compared{name: words.Clean(path), gives: func(domain.Noun) bool { return true }}
	if !exchanged(path) {
		db, err := r.Files.Open(path, true)
		if err != nil {
			return out, r.readFailure(path, err)
		}
		r.noteOpening(path, db.Opening())
		out.world = db.World()
		return out, r.closeStore(Session{File: path}, db)
	}
	i := exchange.Import{TakeDate: true, On: r.referenceDate(s, domain.World{})}
	for _, one := range inFolders([]string{path}) {
		setup, err := exchange.ReadFile(one, exchange.How{})
		if err != nil {
			return out, r.readFailure(one, err)
		}
		i.Setups = append(i.Setups, setup)
	}
	out.gives = func(n domain.Noun) bool {
		return slices.ContainsFunc(i.Setups, func(s exchange.Setup) bool { return s.Gives(n) })
	}
	read := i.Outcome(domain.World{})
	if found := len(read.Problems) + read.More; found > 0 {
		return out, r.fail(failure.Refused, "diff.problems", found, out.name)
	}
	var err error
	if out.world, err = out.world.With(read.Changes...); err != nil {
		return out, r.writeFailure(out.world, path, err)
	}
	return out, nil
}

// exchanged reports whether a path is read as an import. Copies of a store have names with
// any end.
func exchanged(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || exchange.Reads(path)
}

// complete takes what a file can say nothing of from the other, and says so: its silence
// is no difference, and without the readings sight would be another.
func (r *run) complete(to *compared, from compared) error {
	var take []domain.Change
	var silent []string
	for _, c := range exchange.Difference(to.world, from.world) {
		n := c.Step().Noun
		if to.gives(n) {
			continue
		}
		take = append(take, c)
		if name := r.words.Noun(n); !slices.Contains(silent, name) {
			silent = append(silent, name)
		}
	}
	if len(take) == 0 {
		return nil
	}
	var err error
	if to.world, err = to.world.With(take...); err != nil {
		return r.writeFailure(to.world, to.name, err)
	}
	r.note(r.words.Say("diff.not-given", to.name, r.words.List(silent)))
	return nil
}

// printDifference tells each change under the count of its noun.
func (r *run) printDifference(world domain.World, changes []domain.Change) {
	if len(changes) == 0 {
		r.say("diff.none")
	}
	at := 0
	for said := range r.words.Changes(world, changes) {
		st := changes[at].Step()
		if at == 0 || st.Noun != changes[at-1].Step().Noun {
			r.printCounts(st.Noun, changes[at:])
		}
		r.say("diff.line", words.Clean(st.Key), said)
		at++
	}
}

// printCounts counts the changes of the noun with which changes begin.
func (r *run) printCounts(n domain.Noun, changes []domain.Change) {
	all, made, gone := 0, 0, 0
	for _, c := range changes {
		st := c.Step()
		if st.Noun != n {
			break
		}
		all++
		if st.Before == nil {
			made++
		}
		if st.After == nil {
			gone++
		}
	}
	r.say("diff.count", r.words.Count(n, all), made, all-made-gone, gone)
}
