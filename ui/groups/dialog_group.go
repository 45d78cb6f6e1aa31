package groups

import (
	"strconv"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const formWidth = 84 // so that the three modes of a group stand side by side

// newGroup asks for a group, which is hidden by default.
func newGroup(s scene.Scene) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("group-dialog.new"),
		Width:  formWidth,
		Fields: widget.NewForm(groupFields(s, domain.GroupProperties(), domain.Group{})...),
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			return domain.AddGroup{Group: groupFrom(s, domain.Group{}, f)}
		},
	}.Opened(s)
}

// editGroup edits a group but for its visibility: that has a dialog of its own, which
// names the people it reveals.
func editGroup(s scene.Scene, g domain.Group) scene.Dialog {
	return dialog.Form{
		Title:  s.Words.Say("group-dialog.edit", words.Clean(g.Name)),
		Width:  formWidth,
		Fields: widget.NewForm(groupFields(s, domain.Without(domain.GroupProperties(), "visibility"), g)...),
		Command: func(s scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.EditGroup{Group: groupFrom(s, g, f)}
		},
	}.Opened(s)
}

func groupFields(s scene.Scene, all []domain.Property[domain.Group], g domain.Group) []widget.Field {
	if s.World.Institution().WithoutNewsGroups && g.NewsGroup == "" { // D2
		all = domain.Without(all, "newsGroup")
	}
	fields := dialog.FieldsOf(s, "group-dialog.about-", all, g)
	for i := range fields {
		switch f := &fields[i]; f.Key {
		case "name":
			f.Label, f.Validate = s.Words.Field("name"), func(v string) string {
				if domain.SameName(v) == "" {
					return s.Words.Say("group-dialog.name-missing")
				}
				return ""
			}
		case "visibility":
			f.Options = visibilityOptions(s)
		}
	}
	return fields
}

func visibilityOptions(s scene.Scene) []widget.Option {
	var out []widget.Option
	for _, v := range domain.Visibilities() {
		out = append(out, widget.Option{
			Key:   v.String(),
			Label: tell.VisibilitySign(v) + " " + s.Words.VisibilityShort(v),
			Help:  s.Words.Say("group-dialog.setting", s.Words.Visibility(v), s.Words.VisibilityExplain(v)),
		})
	}
	return out
}

// groupFrom is g with the values of the form.
func groupFrom(s scene.Scene, g domain.Group, f widget.Form) domain.Group {
	dialog.Fill(s, domain.GroupProperties(), f, &g)
	return g
}

// copyGroup asks for the name of a new group with the same members. It is hidden by
// default, whatever the old one is; of the other properties only the location is copied.
func copyGroup(s scene.Scene, g domain.Group) scene.Dialog {
	n := dialog.NewNamer(s)
	asked := domain.Only(domain.GroupProperties(), "name", "visibility")
	fields := groupFields(s, asked, domain.Group{Name: copyName(s, g)})
	command := func(s scene.Scene, f widget.Form) domain.Command {
		return domain.CopyGroup{Of: g.ID, On: s.On, Group: groupFrom(s, domain.Group{Location: g.Location}, f)}
	}
	return dialog.Form{
		Title: s.Words.Say("group-dialog.copy", words.Clean(g.Name)), Command: command,
		Width:  formWidth,
		Fields: widget.NewForm(fields...),
		Remark: func(s scene.Scene, f widget.Form) dialog.Remarks {
			var members []domain.Membership
			for _, m := range s.World.MembersOn(g.ID, s.On) {
				m.Role = m.As
				members = append(members, m.Membership)
			}
			out := namesUnder(s.Words.Say("group-dialog.copied", len(members), s.Words.Date(s.On)), n.Members(members))
			return append(out, dialog.QuietTone.Remark(s.Words.Say("group-dialog.copy-bare")))
		},
		Weigh: func(s scene.Scene, f widget.Form) dialog.Weighed {
			return dialog.WeighLight(s, n, command(s, f), domain.GroupID(s.World.Next(domain.GroupNoun)))
		},
	}.Opened(s)
}

// copyName is a free name for a copy, as long as a name may be.
func copyName(s scene.Scene, g domain.Group) string {
	most := domain.Only(domain.GroupProperties(), "name")[0].Limit
	taken := map[string]bool{}
	for other := range s.World.Groups() {
		taken[domain.SameName(other.Name)] = true
	}
	for i := 1; ; i++ {
		suffix := s.Words.Say("group-dialog.copy-suffix")
		if i > 1 {
			suffix = s.Words.Say("group-dialog.copy-suffix-again", strconv.Itoa(i))
		}
		name := cut(g.Name, most-len([]rune(suffix))) + suffix
		if !taken[domain.SameName(name)] {
			return name
		}
	}
}

// cut keeps at most n characters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:max(n, 0)])
	}
	return s
}

// removeGroup names the members and agreements that go with the group.
func removeGroup(s scene.Scene, g domain.Group) scene.Dialog {
	n := dialog.NewNamer(s)
	command := domain.RemoveGroup{ID: g.ID}
	d := dialog.Confirm(s, s.Words.Say("group-dialog.remove", words.Clean(g.Name)), "group-dialog.remove-hint", command)
	d.Width = formWidth
	d.Remark = func(s scene.Scene, _ widget.Form) dialog.Remarks {
		var members []domain.Membership
		for m := range s.World.MembersOf(g.ID) {
			members = append(members, m)
		}
		out := namesUnder(s.Words.Say("group-dialog.removed", len(members)), n.Members(members))
		if agreed := agreementsAbout(s, g.ID); len(agreed) > 0 {
			out = append(out, namesUnder(s.Words.Say("group-dialog.removed-agreements", len(agreed)), agreed)...)
		}
		return out
	}
	d.Weigh = func(s scene.Scene, _ widget.Form) dialog.Weighed {
		out := dialog.WeighLight(s, n, command, g.ID)
		out.Remarks = append(out.Remarks, dialog.Remark{}, dialog.QuietTone.Remark(s.Words.Say("group-dialog.undoable")))
		return out
	}
	return d.Opened(s)
}

// agreementsAbout describes the agreements about a group.
func agreementsAbout(s scene.Scene, id domain.GroupID) []string {
	var out []string
	for a := range s.World.Agreements() {
		if a.Group != id {
			continue
		}
		line := s.Words.Say(words.Key("group-dialog.agreement."+a.Kind.String()), s.Words.Visibility(a.MostVisible), s.Words.RoleWord(a.Role))
		if a.Note != "" {
			line += " (" + words.CleanLines(a.Note)[0] + ")"
		}
		out = append(out, line)
	}
	return out
}

// namesUnder is a heading with names under it, one a line.
func namesUnder(heading string, names []string) dialog.Remarks {
	out := dialog.Remarks{dialog.HeadTone.Remark(heading)}
	for _, n := range names {
		out = append(out, dialog.PlainTone.Remark(n))
	}
	return append(out, dialog.Remark{})
}
