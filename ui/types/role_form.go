package types

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The fields of an access role, named as refusals name them.
const (
	tasksField  = "tasks"
	scopeField  = "scope.kind"
	placesField = "scope.locations"
	typesField  = "scope.relationTypes"
	linesLimit  = 4000
)

// addRole asks what a new access role is. Its scope is left to be chosen: none
// gives nobody anything.
func addRole(s scene.Scene) scene.Dialog {
	return roleSheet(s, domain.AccessRole{}, s.Words.Say("access.add-title"), func(a domain.AccessRole) domain.Command {
		return domain.AddAccessRole{Role: a}
	})
}

// editRole asks what is otherwise about an access role.
func editRole(s scene.Scene, a domain.AccessRole) scene.Dialog {
	return roleSheet(s, a, s.Words.Say("types.edit-title", words.Clean(a.Name)), func(now domain.AccessRole) domain.Command {
		if now.Equal(a) {
			return nil
		}
		return domain.EditAccessRole{Role: now}
	})
}

func roleSheet(s scene.Scene, was domain.AccessRole, title string, command func(domain.AccessRole) domain.Command) scene.Dialog {
	fields := roleFields(s, was)
	return dialog.Form{
		Title:   title,
		Fields:  widget.NewForm(fields...),
		Room:    len(fields) + 7, // four more lines of notes, three of help
		Command: func(_ scene.Scene, f widget.Form) domain.Command { return command(roleOf(was, f)) },
		Follow:  func(s scene.Scene, _, now widget.Form) widget.Form { return scoped(s, now) },
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Each(roleRemarks(s, was, roleOf(was, f))...)
		},
	}.Opened(s)
}

func roleFields(s scene.Scene, a domain.AccessRole) []widget.Field {
	w := s.Words
	var kinds, scopes []widget.Option
	for _, k := range domain.AccessKinds() {
		kinds = append(kinds, widget.Option{Key: k.String(), Label: w.Say(kindWords[k]), Help: w.Say(kindAbout[k])})
	}
	for k, said := range [...]struct{ label, help words.Key }{
		domain.NoScope:       {"access.reach-none", "access.scope-none"},
		domain.AllClients:    {"access.reach-all", "access.scope-all"},
		domain.LocationScope: {"access.by-place", "access.by-place-help"},
		domain.RelationScope: {"access.by-type", "access.by-type-help"},
	} {
		scopes = append(scopes, widget.Option{Key: domain.ScopeKind(k).String(), Label: w.Say(said.label), Help: w.Say(said.help)})
	}
	return []widget.Field{
		{Key: nameField, Label: w.Field(nameField) + " *", Value: a.Name, Limit: nameLimit, Validate: named(s)},
		{Key: kindField, Kind: widget.ChoiceField, Label: w.Field(kindField), Value: a.Kind.String(), Options: kinds},
		linesField(w, tasksField, "access.tasks-help", a.Tasks, 4),
		{Key: scopeField, Kind: widget.ChoiceField, Label: w.Field("scope"), Value: a.Scope.Kind.String(), Options: scopes},
		linesField(w, placesField, "access.places-help", a.Scope.Locations, 2),
		{Key: typesField, Kind: widget.LookupField, Several: true, Label: w.Field("relationTypes"), Value: widget.Several(a.Scope.RelationTypes),
			Help: w.Say("access.types-help"), Empty: w.Say("list.no-match"),
			Name: func(key string) string { return typeNames(s, []domain.RelationTypeID{domain.RelationTypeID(key)})[0] },
			Find: func(f widget.Form) []widget.Item { return typesOf(s, f.Keys(typesField)) }},
	}
}

// linesField takes one thing per line.
func linesField(w tell.Words, name domain.Field, help words.Key, lines []string, height int) widget.Field {
	return widget.Field{
		Key: string(name), Kind: widget.NoteField, Label: w.Field(name), Value: strings.Join(lines, "\n"),
		Limit: linesLimit, Height: height, Breaks: true, Help: w.Say(help),
	}
}

// named refuses to go on without a name.
func named(s scene.Scene) func(string) string {
	return func(value string) string {
		if strings.TrimSpace(value) == "" {
			return s.Words.Refusal(s.World, domain.Refusal{Code: domain.ValueMissing, Field: nameField})
		}
		return ""
	}
}

// scoped locks what the chosen kind and scope leave no room for, with the reason.
func scoped(s scene.Scene, f widget.Form) widget.Form {
	byRelation := ""
	if f.Value(kindField) == domain.RelationAccess.String() { // A1
		byRelation = s.Words.Say("access.only-by-type")
		f = f.Set(scopeField, domain.RelationScope.String())
	}
	f = f.SetLocked(scopeField, byRelation)
	places, types, empty := s.Words.Say("access.places-locked"), s.Words.Say("access.types-locked"), ""
	switch f.Value(scopeField) {
	case domain.LocationScope.String():
		places = ""
	case domain.RelationScope.String():
		types, empty = "", s.Words.Say("access.types-empty")
	}
	return f.SetLocked(placesField, places).SetLocked(typesField, types).SetPlaceholder(typesField, empty)
}

// roleOf is the role as the form says. What another scope leaves without effect
// goes with the change of scope, and not before: nothing that was read from
// elsewhere is lost by changing a name.
func roleOf(was domain.AccessRole, f widget.Form) domain.AccessRole {
	a := was
	a.Name = dialog.Text(f, nameField)
	for _, k := range domain.AccessKinds() {
		if k.String() == f.Value(kindField) {
			a.Kind = k
		}
	}
	a.Scope.Kind = domain.NoScope
	for _, k := range domain.ScopeKinds() {
		if k.String() == f.Value(scopeField) {
			a.Scope.Kind = k
		}
	}
	a.Tasks, a.Scope.Locations, a.Scope.RelationTypes = linesOf(f, tasksField), linesOf(f, placesField), nil
	for _, key := range f.Keys(typesField) {
		a.Scope.RelationTypes = append(a.Scope.RelationTypes, domain.RelationTypeID(key))
	}
	if a.Scope.Kind == was.Scope.Kind {
		return a
	}
	if a.Scope.Kind != domain.LocationScope {
		a.Scope.Locations = nil
	}
	if a.Scope.Kind != domain.RelationScope {
		a.Scope.RelationTypes = nil
	}
	return a
}

func linesOf(f widget.Form, key string) []string {
	var out []string
	for line := range strings.SplitSeq(f.Value(key), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// roleRemarks is what a coordinator should know of a role before it is saved.
func roleRemarks(s scene.Scene, was, now domain.AccessRole) []string {
	var out []string
	if wrong := wrongTypes(s, now); len(wrong) > 0 {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-role", s.Words.List(wrong)))
	}
	if was.Kind == domain.ManualAccess && now.Kind != was.Kind {
		if n := running(s, was.ID); n > 0 {
			out = append(out, s.Words.Say("access.kind-drops", n))
		}
	}
	if now.Name == "" {
		return out // nothing is said of what has hardly begun
	}
	by := reach(now)
	if len(now.Tasks) == 0 {
		out = append(out, s.Words.Say("access.no-tasks"))
	}
	if by == domain.NoScope || by == domain.RelationScope && len(now.Scope.RelationTypes) == 0 {
		out = append(out, scopeLong(s, now))
	}
	if by == domain.RelationScope {
		out = append(out, ignored(s))
	}
	return out
}

// typesOf offers the types for employees, for no other gives access, and what is
// chosen already.
func typesOf(s scene.Scene, chosen []string) []widget.Item {
	var out []widget.Item
	for _, t := range s.Roster.Types() {
		if t.Kind == domain.EmployeeKind || slices.Contains(chosen, string(t.ID)) {
			out = append(out, typeItem(s, t))
		}
	}
	return out
}

func typeItem(s scene.Scene, t domain.RelationType) widget.Item {
	item := widget.Item{Key: string(t.ID), Label: words.Clean(t.Name)}
	switch {
	case t.SwitchedOff: // E7
		item.Detail = s.Words.Say("access.type-off")
	case t.Negative:
		item.Detail = loudSign + " " + s.Words.Say("access.type-negative")
	}
	return item
}
