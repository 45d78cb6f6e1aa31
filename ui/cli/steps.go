package cli

import (
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

// steps tells how the steps of the institution stand, or of one group.
func (r *run) steps(s Session, args []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		on := r.on(s, w)
		if len(args) == 0 {
			return r.stepsOfAll(w, on)
		}
		g, err := r.aGroup(w, args[0])
		if err != nil {
			return err
		}
		states := steps.OfGroup(w, g.ID, on)
		if r.json() {
			return writeJSON(r.out, stepsData(string(g.ID), g.Name, on, states))
		}
		r.tellSteps(w, g.ID, r.which(w, g.ID), on, states)
		return nil
	})
}

// stepsOfAll tells the steps of the institution, and of each group how far it is.
func (r *run) stepsOfAll(w domain.World, on domain.Date) error {
	states := steps.Of(w, on)
	groups := []groupProgressJSON{}
	for g := range w.Groups() {
		all := steps.OfGroup(w, g.ID, on)
		groups = append(groups, groupProgressJSON{g.ID, steps.Count(all), len(all)})
	}
	if r.json() {
		return writeJSON(r.out, progressJSON{stepsData("", w.Institution().Name, on, states), groups})
	}
	r.tellSteps(w, "", r.words.Say("steps.institution"), on, states)
	for _, g := range groups {
		r.say(r.words.Say("edits.line", r.which(w, g.Group), r.words.Say("steps.of-all", g.Done, g.Of)))
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

// tellSteps says each step with its code, by which it is ticked, and what is open.
func (r *run) tellSteps(w domain.World, group domain.GroupID, name string, on domain.Date, states []steps.State) {
	r.sayf("cli.steps-head", name, steps.Count(states), len(states), r.words.LongDate(on))
	for _, s := range states {
		var said []string
		for _, o := range s.Open {
			said = append(said, r.stillOpen(w, group, o))
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
		r.sayf(key, step, strings.Join(said, "; "))
	}
}

// stillOpen says in what way a step is open and names all whom it is about.
func (r *run) stillOpen(w domain.World, group domain.GroupID, o steps.Open) string {
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
