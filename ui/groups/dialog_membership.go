package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/lang"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
)

// editMembership edits in which role and when somebody is in a group.
func editMembership(s scene.Scene, m domain.Membership) scene.Dialog {
	n := dialog.NewNamer(s)
	command := func(_ scene.Scene, f widget.Form) domain.Command {
		now := m
		now.Role = roleFrom(f)
		now.Period, _ = periodFrom(s.Words, f)
		return domain.EditMembership{Key: keyOf(m), Membership: now}
	}
	return formDialog{
		title: s.Words.Say(lang.MemberDialogEdit, n.Name(m.Person), s.Words.Group(s.World, m.Group)), command: command,
		remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			if _, ok := periodFrom(s.Words, f); !ok {
				return nil
			}
			var out dialog.Remarks
			changed := command(s, f).(domain.EditMembership).Membership
			if s.World.RoleIn(changed) == domain.External && changed.Through.IsZero() {
				out = append(out, dialog.QuietTone.Of(s.Words.Say(lang.MemberDialogExternalOpen, n.Name(m.Person))))
			}
			if !f.Dirty() {
				return out
			}
			return append(out, dialog.Foretold(s, n, command(s, f), s.On, m.Group)...)
		},
	}.opened(s, roleField(s, m), fromField(s.Words, m.From, false), throughField(s.Words, m.Through))
}

// roleField is a choice of the default role or one of the five.
func roleField(s scene.Scene, m domain.Membership) widget.Field {
	p, _ := s.World.Person(m.Person)
	own := widget.Option{Key: domain.NoRole.String(), Label: s.Words.Say(lang.MemberDialogOwnRole, s.Words.RoleWord(p.Role)), Help: s.Words.Say(lang.MemberDialogOwnRoleHelp)}
	return widget.Field{
		Key: "role", Kind: widget.ChoiceField, Label: s.Words.Say(lang.MemberDialogRole), Value: m.Role.String(),
		Options: append([]widget.Option{own}, roleOptions(s.Words)...),
	}
}

func roleOptions(w lang.Words) []widget.Option {
	var out []widget.Option
	for _, r := range domain.MemberRoles() {
		out = append(out, widget.Option{Key: r.String(), Label: w.RoleWord(r), Help: w.Role(r)})
	}
	return out
}

// roleFrom reads the choice; NoRole is the person's default role.
func roleFrom(f widget.Form) domain.Role {
	r, _ := domain.ParseRole(f.Value("role"))
	return r
}

func keyOf(m domain.Membership) domain.MembershipKey {
	return domain.MembershipKey{Group: m.Group, Person: m.Person, From: m.From}
}

func keysOf(list []domain.Membership) []domain.MembershipKey {
	out := make([]domain.MembershipKey, len(list))
	for i, m := range list {
		out[i] = keyOf(m)
	}
	return out
}

// endMembers ends memberships with a last day, which is the reference date
// unless one of them begins later.
func endMembers(s scene.Scene, list []domain.Membership) scene.Dialog {
	n := dialog.NewNamer(s)
	last := s.On
	for _, m := range list {
		last = max(last, m.From)
	}
	command := func(s scene.Scene, f widget.Form) domain.Command {
		through, _ := s.Words.ParseDate(f.Value("through"))
		return domain.EndMembers{Keys: keysOf(list), Through: through}
	}
	return formDialog{
		title: s.Words.Say(lang.MemberDialogEnd, len(list), groupsOf(s, list)), ready: true, command: command, save: lang.MemberDialogEndHint,
		remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			out := named(s.Words.Say(lang.MemberDialogEnded, len(list)), n.Members(list))
			if through, ok := s.Words.ParseDate(f.Value("through")); ok {
				out = append(out, dialog.Foretold(s, n, command(s, f), through+1, sameGroup(list))...)
			}
			return out
		},
	}.opened(s, lastDayField(s.Words, last), reason(s))
}

// removeMembers takes memberships off the record: for a mistake.
func removeMembers(s scene.Scene, list []domain.Membership) scene.Dialog {
	n := dialog.NewNamer(s)
	command := domain.RemoveMembers{Keys: keysOf(list)}
	return formDialog{
		title: s.Words.Say(lang.MemberDialogRemove, len(list), groupsOf(s, list)), ready: true, save: lang.GroupDialogRemoveHint,
		command: func(scene.Scene, widget.Form) domain.Command { return command },
		remark: func(s scene.Scene, _ widget.Form) dialog.Remarks {
			out := dialog.Remarks{dialog.WarnTone.Of(s.Words.Say(lang.MemberDialogNeverWas)), {}}
			out = append(out, named(s.Words.Say(lang.MemberDialogRemoved, len(list)), n.Members(list))...)
			return append(out, dialog.Foretold(s, n, command, s.On, sameGroup(list))...)
		},
	}.opened(s, reason(s))
}

// sameGroup is the group of all of them; none when they are of several.
func sameGroup(list []domain.Membership) domain.GroupID {
	for _, m := range list {
		if m.Group != list[0].Group {
			return ""
		}
	}
	if len(list) == 0 {
		return ""
	}
	return list[0].Group
}

// groupsOf names the group of all of them, or how many there are.
func groupsOf(s scene.Scene, list []domain.Membership) string {
	if g := sameGroup(list); g != "" {
		return s.Words.Group(s.World, g)
	}
	several := map[domain.GroupID]bool{}
	for _, m := range list {
		several[m.Group] = true
	}
	return s.Words.Say(lang.MemberDialogGroups, len(several))
}
