package access

import (
	"slices"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// The fields of an access role that the form asks in a way of its own.
const (
	kindField   = "kind"
	tasksField  = "tasks"
	scopeField  = "scope.kind"
	placesField = "scope.locations"
	typesField  = "scope.relationTypes"
)

// roleProperties are what the form asks; what switches a role off has its own key.
func roleProperties() []domain.Property[domain.AccessRole] {
	return domain.Without(domain.AccessRoleProperties(), "active")
}

// addRole asks what a new access role is. Its scope is left to be chosen: none
// gives nobody anything.
func addRole(s scene.Scene) scene.Dialog {
	return roleForm(s, domain.AccessRole{}, s.Words.Say("access.add-title"), func(a domain.AccessRole) domain.Command {
		return domain.AddAccessRole{Role: a}
	})
}

// editRole asks for changes to an access role.
func editRole(s scene.Scene, a domain.AccessRole) scene.Dialog {
	return roleForm(s, a, s.Words.Say("types.edit-title", words.Clean(a.Name)), func(now domain.AccessRole) domain.Command {
		if now.Equal(a) {
			return nil
		}
		return domain.EditAccessRole{Role: now}
	})
}

func roleForm(s scene.Scene, was domain.AccessRole, title string, command func(domain.AccessRole) domain.Command) scene.Dialog {
	fields := roleFields(s, was)
	return dialog.Form{
		Title:   title,
		Fields:  widget.NewForm(fields...),
		Room:    len(fields) + 7, // four more lines of notes, three of help
		Command: func(s scene.Scene, f widget.Form) domain.Command { return command(roleOf(s, was, f)) },
		Follow:  func(s scene.Scene, _, now widget.Form) widget.Form { return lockScope(s, now) },
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			return dialog.WarnTone.Remarks(roleRemarks(s, was, roleOf(s, was, f))...)
		},
	}.Opened(s)
}

func roleFields(s scene.Scene, a domain.AccessRole) []widget.Field {
	w := s.Words
	var kinds, scopes []widget.Option
	for _, k := range domain.AccessKinds() {
		kinds = append(kinds, widget.Option{Key: k.String(), Label: w.AccessKind(k), Help: w.Say(kindAbout[k])})
	}
	for k, said := range [...]struct{ label, help words.Key }{
		domain.NoScope:       {"access.reach-none", "access.scope-none"},
		domain.AllClients:    {"access.reach-all", "access.scope-all"},
		domain.LocationScope: {"access.by-place", "access.by-place-help"},
		domain.RelationScope: {"access.by-type", "access.by-type-help"},
	} {
		scopes = append(scopes, widget.Option{Key: domain.ScopeKind(k).String(), Label: w.Say(said.label), Help: w.Say(said.help)})
	}
	fields := dialog.FieldsOf(s, "access.about-", roleProperties(), a)
	for i := range fields {
		switch f := &fields[i]; f.Key {
		case kindField:
			f.Options = kinds
		case tasksField:
			f.Height = 4
		case scopeField:
			f.Options = scopes
		case placesField:
			f.Height = 2
		case typesField:
			f.Empty = w.Say("list.no-match")
			f.Name = func(key string) string { return s.Words.TypeName(s.World, domain.RelationTypeID(key)) }
			f.Find = func(f widget.Form) []widget.Item { return typeCandidates(s, f.Keys(typesField)) }
		}
	}
	return fields
}

// lockScope locks the fields that the chosen kind and scope exclude, with the reason.
func lockScope(s scene.Scene, f widget.Form) widget.Form {
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

// roleOf returns the role with the values of the form. It clears locations and types
// without effect only when the scope changes: changing a name must not lose what was
// imported.
func roleOf(s scene.Scene, was domain.AccessRole, f widget.Form) domain.AccessRole {
	a := was
	dialog.Fill(s, roleProperties(), f, &a)
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

// roleRemarks warns before a role is saved.
func roleRemarks(s scene.Scene, was, now domain.AccessRole) []string {
	var out []string
	if wrong := negativeTypes(s, now); len(wrong) > 0 {
		out = append(out, loudSign+" "+s.Words.Say("access.loud-role", s.Words.List(wrong)))
	}
	if was.Kind == domain.ManualAccess && now.Kind != was.Kind {
		if n := running(s, was.ID); n > 0 {
			out = append(out, s.Words.Say("access.kind-drops", n))
		}
	}
	if now.Name == "" {
		return out // too early for remarks on a form that is still empty
	}
	by := now.Reach()
	if len(now.Tasks) == 0 {
		out = append(out, s.Words.Say("access.no-tasks"))
	}
	if by == domain.NoScope || by == domain.RelationScope && len(now.Scope.RelationTypes) == 0 {
		out = append(out, s.Words.ScopeLong(s.World, now))
	}
	if by == domain.RelationScope {
		out = append(out, ignoredNote(s))
	}
	return out
}

// typeCandidates offers the types for employees, the only ones that give access, and those
// that are chosen already.
func typeCandidates(s scene.Scene, chosen []string) []widget.Item {
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
