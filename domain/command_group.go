package domain

// The verbs about groups.
const (
	VerbGroupAdd        Verb = "group.add"
	VerbGroupEdit       Verb = "group.edit"
	VerbGroupVisibility Verb = "group.visibility"
	VerbGroupCopy       Verb = "group.copy"
	VerbGroupRemove     Verb = "group.remove"
)

// AddGroup adds a group. Without an id it gets the next free one.
type AddGroup struct{ Group Group }

// Verb implements Command.
func (AddGroup) Verb() Verb { return VerbGroupAdd }

// Plan implements Command.
func (c AddGroup) Plan(w World) ([]Change, error) {
	g := c.Group
	if g.ID == "" {
		g.ID = GroupID(w.Next(GroupNoun))
	}
	if err := fresh(w, refGroup(g.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{Group: between(nil, &g)})
}

// EditGroup replaces what is known of a group by Group, whose id says which.
type EditGroup struct{ Group Group }

// Verb implements Command.
func (EditGroup) Verb() Verb { return VerbGroupEdit }

// Plan implements Command.
func (c EditGroup) Plan(w World) ([]Change, error) { return replaceGroup(w, c.Group) }

// SetVisibility sets a group's mode. Raising it reveals at once; lowering it
// cannot un-reveal (C5).
type SetVisibility struct {
	ID         GroupID
	Visibility Visibility
}

// Verb implements Command.
func (SetVisibility) Verb() Verb { return VerbGroupVisibility }

// Plan implements Command.
func (c SetVisibility) Plan(w World) ([]Change, error) {
	g, ok := w.Group(c.ID)
	if !ok {
		return nil, missing(refGroup(c.ID))
	}
	g.Visibility = c.Visibility
	return replaceGroup(w, g)
}

// CopyGroup makes a new group with the members that Of has on the day On, in
// the same roles, from that day on. Group is the new one; it is as hidden as it
// says, whatever the setting of the old.
type CopyGroup struct {
	Of    GroupID
	Group Group
	On    Date
}

// Verb implements Command.
func (CopyGroup) Verb() Verb { return VerbGroupCopy }

// Plan implements Command.
func (c CopyGroup) Plan(w World) ([]Change, error) {
	if !w.Has(refGroup(c.Of)) {
		return nil, missing(refGroup(c.Of))
	}
	g := c.Group
	if g.ID == "" {
		g.ID = GroupID(w.Next(GroupNoun))
	}
	if err := fresh(w, refGroup(g.ID)); err != nil {
		return nil, err
	}
	changes := []Change{{Group: between(nil, &g)}}
	for _, m := range w.MembersOn(c.Of, c.On) {
		next := Membership{Group: g.ID, Person: m.Person, Role: m.Role, Period: Period{From: c.On, Through: m.Through}}
		changes = append(changes, Change{Membership: between(nil, &next)})
	}
	return settle(w, changes...)
}

// RemoveGroup removes a group with its memberships, the agreements about it and
// the ticks of its steps, as one edit.
type RemoveGroup struct{ ID GroupID }

// Verb implements Command.
func (RemoveGroup) Verb() Verb { return VerbGroupRemove }

// Plan implements Command.
func (c RemoveGroup) Plan(w World) ([]Change, error) {
	g, ok := w.Group(c.ID)
	if !ok {
		return nil, missing(refGroup(c.ID))
	}
	var changes []Change
	for m := range w.MembersOf(c.ID) {
		changes = append(changes, Change{Membership: between(&m, nil)})
	}
	for a := range w.Agreements() {
		if a.Group == c.ID {
			changes = append(changes, Change{Agreement: between(&a, nil)})
		}
	}
	// Ticks too: a later group may get the same id, and was never looked at.
	for _, step := range HandSteps() {
		changes = append(changes, unticked(w.Ticks(step, c.ID))...)
	}
	return settle(w, append(changes, Change{Group: between(&g, nil)})...)
}

func replaceGroup(w World, g Group) ([]Change, error) {
	was, ok := w.Group(g.ID)
	if !ok {
		return nil, missing(refGroup(g.ID))
	}
	if was.Equal(g) {
		return nil, Refusal{Code: NothingToDo, Subject: refGroup(g.ID)}
	}
	return settle(w, Change{Group: between(&was, &g)})
}
