package domain

// The verbs about access roles.
const (
	VerbRoleAdd    Verb = "role.add"
	VerbRoleEdit   Verb = "role.edit"
	VerbRoleRemove Verb = "role.remove"
)

// AddAccessRole adds an access role. Without an id it gets the next free one.
type AddAccessRole struct{ Role AccessRole }

// Verb implements Command.
func (AddAccessRole) Verb() Verb { return VerbRoleAdd }

// Plan implements Command.
func (c AddAccessRole) Plan(w World) ([]Change, error) {
	a := c.Role
	if a.ID == "" {
		a.ID = AccessRoleID(w.Next(AccessRoleNoun))
	}
	if err := fresh(w, refRole(a.ID)); err != nil {
		return nil, err
	}
	return settle(w, Change{AccessRole: between(nil, &a)})
}

// EditAccessRole replaces an access role by Role, whose id says which.
type EditAccessRole struct{ Role AccessRole }

// Verb implements Command.
func (EditAccessRole) Verb() Verb { return VerbRoleEdit }

// Plan implements Command.
func (c EditAccessRole) Plan(w World) ([]Change, error) {
	was, ok := w.AccessRole(c.Role.ID)
	if !ok {
		return nil, missing(refRole(c.Role.ID))
	}
	if was.Equal(c.Role) {
		return nil, Refusal{Code: NothingToDo, Subject: refRole(c.Role.ID)}
	}
	return settle(w, Change{AccessRole: between(&was, &c.Role)})
}

// RemoveAccessRole removes an access role that was never assigned to anybody;
// one that was is switched off instead.
type RemoveAccessRole struct{ ID AccessRoleID }

// Verb implements Command.
func (RemoveAccessRole) Verb() Verb { return VerbRoleRemove }

// Plan implements Command.
func (c RemoveAccessRole) Plan(w World) ([]Change, error) {
	was, ok := w.AccessRole(c.ID)
	if !ok {
		return nil, missing(refRole(c.ID))
	}
	return settle(w, Change{AccessRole: between(&was, nil)})
}
