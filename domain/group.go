package domain

import "slices"

// Group links people in one action; its visibility decides who sees whom
// through it (G1–G6).
type Group struct {
	ID          GroupID    `cbor:"1,keyasint"`
	Name        string     `cbor:"2,keyasint"` // unique, see SameName
	Visibility  Visibility `cbor:"3,keyasint,omitempty"`
	Location    string     `cbor:"4,keyasint,omitempty"`
	NewsGroup   string     `cbor:"5,keyasint,omitempty"` // D2
	Description string     `cbor:"6,keyasint,omitempty"`
}

// Key names the group among all groups.
func (g Group) Key() string { return string(g.ID) }

// Equal reports whether g and h say the same.
func (g Group) Equal(h Group) bool { return g == h }

var groupProperties = []Property[Group]{
	TextProperty("name", Name, nameLimit, func(g *Group) *string { return &g.Name }).Needed(),
	ChoiceProperty("visibility", Visibilities(), func(g *Group) *Visibility { return &g.Visibility }),
	TextProperty("location", Line, nameLimit, func(g *Group) *string { return &g.Location }),
	TextProperty("newsGroup", Line, nameLimit, func(g *Group) *string { return &g.NewsGroup }),
	TextProperty("description", Prose, noteLimit, func(g *Group) *string { return &g.Description }),
}

// GroupProperties describes a group, in the order of a form.
func GroupProperties() []Property[Group] { return slices.Clone(groupProperties) }

// Visibility is a group's setting, the modes 1, 2 and 3. The zero value is
// Hidden: a new group shows nothing. The numbers are stored: never reorder them.
type Visibility uint8

// The settings, from closed to open.
const (
	Hidden Visibility = iota
	GroupVisible
	MembersVisible
	VisibilityCount = iota // for arrays with an element of each
)

// Visibilities returns the settings from closed to open.
func Visibilities() []Visibility {
	all := make([]Visibility, VisibilityCount)
	for i := range all {
		all[i] = Visibility(i)
	}
	return all
}

var visibilityCodes = [VisibilityCount]string{"hidden", "group-visible", "members-visible"}

// String returns the code of the exchange form.
func (v Visibility) String() string { return codeOf("Visibility", visibilityCodes[:], v) }

// Mode returns 1, 2 or 3.
func (v Visibility) Mode() int { return int(v) + 1 }

// ParseVisibility reads what String writes.
func ParseVisibility(s string) (v Visibility, ok bool) { return parseCode(Visibilities(), s) }

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

func (AddGroup) Verb() Verb { return VerbGroupAdd }

func (c AddGroup) Plan(w World) ([]Change, error) {
	g := c.Group
	if g.ID == "" {
		g.ID = GroupID(w.Next(GroupNoun))
	}
	return planAdd(w, GroupNoun, g)
}

// EditGroup replaces the group with Group's id.
type EditGroup struct{ Group Group }

func (EditGroup) Verb() Verb { return VerbGroupEdit }

func (c EditGroup) Plan(w World) ([]Change, error) {
	return planEdit(w, GroupNoun, c.Group)
}

// SetVisibility sets a group's mode. Raising it reveals at once; lowering it
// cannot un-reveal (C5).
type SetVisibility struct {
	ID         GroupID
	Visibility Visibility
}

func (SetVisibility) Verb() Verb { return VerbGroupVisibility }

func (c SetVisibility) Plan(w World) ([]Change, error) {
	g, ok := w.Group(c.ID)
	if !ok {
		return nil, missing(refGroup(c.ID))
	}
	g.Visibility = c.Visibility
	return planEdit(w, GroupNoun, g)
}

// CopyGroup adds Group, with the members that Of has on the day On, in the same
// roles, from that day on. Its visibility is its own, not that of Of.
type CopyGroup struct {
	Of    GroupID
	Group Group
	On    Date
}

func (CopyGroup) Verb() Verb { return VerbGroupCopy }

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
	changes := []Change{{Group: newSwap(nil, &g)}}
	for _, m := range w.MembersOn(c.Of, c.On) {
		next := Membership{Group: g.ID, Person: m.Person, Role: m.Role, Period: Period{From: c.On, Through: m.Through}}
		changes = append(changes, Change{Membership: newSwap(nil, &next)})
	}
	return plan(w, changes...)
}

// RemoveGroup removes a group with its memberships, the agreements about it and
// the ticks of its steps, as one edit.
type RemoveGroup struct{ ID GroupID }

func (RemoveGroup) Verb() Verb { return VerbGroupRemove }

func (c RemoveGroup) Plan(w World) ([]Change, error) {
	g, ok := w.Group(c.ID)
	if !ok {
		return nil, missing(refGroup(c.ID))
	}
	var changes []Change
	for m := range w.MembersOf(c.ID) {
		changes = append(changes, Change{Membership: newSwap(&m, nil)})
	}
	for a := range w.Agreements() {
		if a.Group == c.ID {
			changes = append(changes, Change{Agreement: newSwap(&a, nil)})
		}
	}
	// A later group may get the same id: it must not inherit the ticks.
	for _, step := range HandSteps() {
		changes = append(changes, removeAccepted(w.Ticks(step, c.ID))...)
	}
	return plan(w, append(changes, Change{Group: newSwap(&g, nil)})...)
}

func (Group) judge(j *judge, s *Swap[Group]) {
	if s.After == nil {
		j.removal(refGroup(s.Before.ID), j.usesOfGroup(s.Before.ID))
		return
	}
	g := *s.After
	at := refGroup(g.ID)
	j.id(at)
	properties(j, at, groupProperties, &g)
	if s.Before == nil || s.Before.Name != g.Name {
		j.unique(at, g.Name)
	}
}

func (j *judge) usesOfGroup(id GroupID) []Ref {
	var out []Ref
	for m := range j.MembersOf(id) {
		out = append(out, Ref{MembershipNoun, m.Key()})
	}
	for a := range j.Agreements() {
		if a.Group == id {
			out = append(out, Ref{AgreementNoun, a.Key()})
		}
	}
	return out
}

// InSetting returns w with a group in a setting: a world to look at, that nobody saves. A
// group that is not there leaves it as it is.
func (w World) InSetting(id GroupID, v Visibility) World {
	before, ok := w.Group(id)
	after := before
	after.Visibility = v
	if !ok || after == before {
		return w
	}
	out, err := w.With(Change{Group: &Swap[Group]{Before: &before, After: &after}})
	if err != nil {
		return w // only what is not there is refused, and it was just looked up
	}
	return out
}
