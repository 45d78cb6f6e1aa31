package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
)

// editMembership edits the role and period of a membership.
func editMembership(s scene.Scene, m domain.Membership) scene.Dialog {
	n := dialog.NewNamer(s)
	changed := func(f widget.Form) domain.Membership {
		now := m
		now.Role = roleFrom(f)
		now.Period, _ = dialog.Period(s.Words, f)
		return now
	}
	command := func(_ scene.Scene, f widget.Form) domain.Command {
		if !f.Dirty() {
			return nil
		}
		return domain.EditMembership{Key: keyOf(m), Membership: changed(f)}
	}
	return dialog.Form{
		Title: s.Words.Say("member-dialog.edit", n.Name(m.Person), s.Words.Group(s.World, m.Group)), Command: command,
		Width:  formWidth,
		Fields: widget.NewForm(roleField(s, m), dialog.From(s.Words, m.From, false), dialog.Through(s.Words, m.Through)),
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			if _, ok := dialog.Period(s.Words, f); !ok {
				return nil
			}
			var out dialog.Remarks
			if now := changed(f); s.World.RoleIn(now) == domain.External && now.Through.IsZero() {
				out = append(out, dialog.QuietTone.Remark(s.Words.Say("member-dialog.external-open", n.Name(m.Person))))
			}
			return out
		},
		Weigh: func(s scene.Scene, f widget.Form) dialog.Weighed {
			if _, ok := dialog.Period(s.Words, f); !ok || changed(f) == m {
				return dialog.Weighed{}
			}
			return dialog.Weigh(s, n, domain.EditMembership{Key: keyOf(m), Membership: changed(f)}, m.Group)
		},
	}.Opened(s)
}

// roleField is a choice of the person's default role or one of the five.
func roleField(s scene.Scene, m domain.Membership) widget.Field {
	p, _ := s.World.Person(m.Person)
	own := widget.Option{Key: domain.NoRole.String(), Label: s.Words.Say("member-dialog.own-role", s.Words.RoleWord(p.Role)), Help: s.Words.Say("member-dialog.own-role-help")}
	return widget.Field{
		Key: "role", Kind: widget.ChoiceField, Label: s.Words.Say("member-dialog.role"), Value: m.Role.String(),
		Options: append([]widget.Option{own}, roleOptions(s.Words)...),
	}
}

func roleOptions(w tell.Words) []widget.Option {
	var out []widget.Option
	for _, r := range domain.MemberRoles() {
		out = append(out, widget.Option{Key: r.String(), Label: w.RoleWord(r), Help: w.Role(r)})
	}
	return out
}

// roleFrom is the chosen role; NoRole is the person's default role.
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
	return dialog.Form{
		Title: s.Words.Say("member-dialog.end", len(list), groupsOf(s, list)), Command: command, Save: "member-dialog.end-hint",
		Width:  formWidth,
		Fields: widget.NewForm(dialog.LastDay(s.Words, last), dialog.Reason(s)),
		Remark: func(s scene.Scene, _ widget.Form) dialog.Remarks {
			return namesUnder(s.Words.Say("member-dialog.ended", len(list)), n.Members(list))
		},
		Weigh: func(s scene.Scene, f widget.Form) dialog.Weighed {
			if _, ok := s.Words.ParseDate(f.Value("through")); !ok {
				return dialog.Weighed{}
			}
			return dialog.Weigh(s, n, command(s, f), sameGroup(list))
		},
	}.Opened(s)
}

// removeMembers takes memberships off the record, to repair a mistake.
func removeMembers(s scene.Scene, list []domain.Membership) scene.Dialog {
	n := dialog.NewNamer(s)
	command := domain.RemoveMembers{Keys: keysOf(list)}
	d := dialog.Confirm(s, s.Words.Say("member-dialog.remove", len(list), groupsOf(s, list)), "group-dialog.remove-hint", command)
	d.Width = formWidth
	d.Remark = func(s scene.Scene, _ widget.Form) dialog.Remarks {
		out := dialog.Remarks{dialog.WarnTone.Remark(s.Words.Say("member-dialog.never-was")), {}}
		return append(out, namesUnder(s.Words.Say("member-dialog.removed", len(list)), n.Members(list))...)
	}
	d.Weigh = func(s scene.Scene, _ widget.Form) dialog.Weighed {
		return dialog.Weigh(s, n, command, sameGroup(list))
	}
	return d.Opened(s)
}

// sameGroup is the group of all memberships; empty when they are of several.
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
	return s.Words.Say("member-dialog.groups", len(several))
}
