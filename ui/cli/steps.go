package cli

import (
	"cmp"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/words"
)

type (
	stepsJSON struct {
		Group string      `json:"group"` // empty: the institution
		Name  string      `json:"name"`
		Date  domain.Date `json:"date"`
		Done  int         `json:"done"`
		Steps []stepJSON  `json:"steps"`
	}
	stepJSON struct {
		Step  steps.Step `json:"step"`
		Done  bool       `json:"done"`
		Open  []openJSON `json:"open"`
		Ticks []tickJSON `json:"ticks"`
	}
	openJSON struct {
		Code  steps.Code `json:"code"`
		About []string   `json:"about"` // ids, in order
		Roles []string   `json:"roles"`
		Was   string     `json:"was"` // the setting that was decided; empty for all but decided-otherwise
	}
	tickJSON struct {
		Objects []string    `json:"objects"`
		Reason  string      `json:"reason"`
		By      string      `json:"by"`
		On      domain.Date `json:"on"`
	}
	progressJSON struct {
		stepsJSON
		Groups []groupProgressJSON `json:"groups"`
	}
	groupProgressJSON struct {
		Group domain.GroupID `json:"group"`
		Done  int            `json:"done"`
		Of    int            `json:"of"`
	}
)

// steps writes how the steps of the institution stand, or of one group.
func (r *run) steps(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		on := r.referenceDate(s, w)
		if len(args) == 0 {
			return r.institutionSteps(w, on)
		}
		g, err := r.groupNamed(w, args[0])
		if err != nil {
			return err
		}
		states := steps.Group(w, g.ID, on)
		if r.wantsJSON() {
			return writeJSON(r.out, stepsData(string(g.ID), g.Name, on, states))
		}
		r.printSteps(w, g.ID, r.groupName(w, g.ID), on, states)
		return nil
	})
}

// institutionSteps writes the steps of the institution, and how far each group is.
func (r *run) institutionSteps(w domain.World, on domain.Date) error {
	states := steps.Institution(w, on)
	groups := []groupProgressJSON{}
	for g := range w.Groups() {
		all := steps.Group(w, g.ID, on)
		groups = append(groups, groupProgressJSON{g.ID, steps.Count(all), len(all)})
	}
	if r.wantsJSON() {
		return writeJSON(r.out, progressJSON{stepsData("", w.Institution().Name, on, states), groups})
	}
	r.printSteps(w, "", r.words.Say("steps.institution"), on, states)
	for _, g := range groups {
		r.print(r.words.Say("edits.line", r.groupName(w, g.Group), r.sentence("steps.of-all", g.Done, g.Of)))
	}
	return nil
}

func stepsData(group, name string, on domain.Date, states []steps.State) stepsJSON {
	return stepsJSON{group, name, on, steps.Count(states), list(states, func(s steps.State) stepJSON {
		return stepJSON{s.Step, s.Done(), list(s.Open, openData), list(s.Ticks, tickData)}
	})}
}

func openData(o steps.Open) openJSON {
	out := openJSON{Code: o.Code, Roles: list(o.Roles, domain.Role.String),
		About: list(o.Refs, func(ref domain.Ref) string { return ref.Key })}
	if o.Code == steps.DecidedOther {
		out.Was = o.Was.String()
	}
	return out
}

func tickData(a domain.AcceptedSignal) tickJSON {
	return tickJSON{list(a.Objects, func(id string) string { return id }), a.Reason, a.By, a.On}
}

// printSteps writes each step with its code, by which it is ticked, and what is open.
func (r *run) printSteps(w domain.World, group domain.GroupID, name string, on domain.Date, states []steps.State) {
	r.say("cli.steps-head", name, steps.Count(states), len(states), r.words.LongDate(on))
	for _, s := range states {
		var said []string
		for _, o := range s.Open {
			said = append(said, r.openLine(w, group, o))
		}
		for _, a := range s.Ticks {
			said = append(said, r.tickLine(a, s.Done()))
		}
		step, key := r.words.Say("cli.named", r.words.StepName(s.Step), string(s.Step)), words.Key("cli.steps-open")
		if s.Done() {
			key = "cli.steps-done"
			if len(said) == 0 {
				said = []string{r.words.Say("steps.done")}
			}
		}
		r.say(key, step, strings.Join(said, "; "))
	}
}

// openLine says what is open of a step, and names everybody it is about.
func (r *run) openLine(w domain.World, group domain.GroupID, o steps.Open) string {
	said := r.words.StepOpen(w, group, o)
	var names []string
	for _, ref := range o.Refs {
		names = append(names, r.words.Say("cli.named", r.words.StepRef(w, ref), ref.Key))
	}
	if len(names) == 0 {
		return said
	}
	return r.words.Say("edits.line", said, strings.Join(names, ", "))
}

// tickLine says when a step was ticked, and for what where that is one of several.
func (r *run) tickLine(a domain.AcceptedSignal, done bool) string {
	if of := r.words.TickedFor(a); of != "" {
		return r.words.Say("steps.of", of, r.words.StepTicked(a, done))
	}
	return r.words.StepTicked(a, done)
}

func stepVerbs() []verb {
	behind := []words.Key{"cli.step-word", "cli.group-word"}
	return []verb{
		{name: "tick", arguments: behind, optional: true, command: func(a *request) domain.Command {
			step, group := a.parseStep()
			return domain.TickStep{Step: step, Group: group, Reason: a.given.reason, By: cmp.Or(a.given.by, a.Login),
				On: a.run.referenceDate(Session{}, a.world), Of: a.on}
		}},
		{name: "untick", arguments: behind, optional: true, command: func(a *request) domain.Command {
			step, group := a.parseStep()
			return domain.UntickStep{Step: step, Group: group}
		}},
		{name: listVerb, rows: listTicks},
	}
}

// parseStep reads a step that is ticked by hand, and its group.
func (a *request) parseStep() (step domain.HandStep, group domain.GroupID) {
	step, ok := domain.ParseHandStep(a.args[0])
	if !ok {
		a.reject(a.wrongChoice(a.words.Say("cli.step-word"), a.args[0], codes(domain.HandSteps())))
	}
	if len(a.args) > 1 {
		group = a.findGroup(a.args[1]).ID
	}
	return step, group
}

// listTicks lists what was ticked by hand, by step and group.
func listTicks(a *request) []listRow {
	var out []listRow
	for one := range a.world.AcceptedSignals() {
		if _, ok := one.TickedStep(); ok {
			out = append(out, listRow{one, a.words.Say("lists.line", strings.Join(append([]string{one.Code}, one.Objects...), " "),
				a.words.Say("steps.of", a.words.Named(a.world, one), a.tickLine(one, true))), nil})
		}
	}
	return out
}
