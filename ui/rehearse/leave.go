package rehearse

import (
	"errors"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/rehearsal"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const howField = "how"

// Leave asks what is to become of the rehearsal. The first answer loses nothing, as far as
// anything can be kept. to is what is shown next; zero: the set-up.
func Leave(s scene.Scene, to scene.Staged) scene.Dialog {
	w, r := s.Words, s.Rehearsal
	choices := []widget.Option{
		{Key: string(scene.LeaveOpen), Label: w.Say("rehearse.leave-open")}, {Key: string(scene.LeaveKept), Label: w.Say("rehearse.leave-keep")},
		{Key: string(scene.LeaveThrown), Label: w.Say("rehearse.leave-throw")},
	}
	if to != (scene.Staged{}) { // there is one open rehearsal
		choices = choices[1:]
	}
	lead := []string{w.Say("rehearse.leave-lead", r.Len())}
	switch n := len(r.Ahead); {
	case !r.Kept:
		choices = choices[len(choices)-1:]
		lead = append(lead, w.Say("rehearse.nothing-kept"))
	case n > 0:
		lead = append(lead, w.Say("rehearse.leave-ahead", n))
	}
	return dialog.Form{
		Title: w.Say("rehearse.leave-title"), Lead: lead, Save: "rehearse.leave",
		Fields: widget.NewForm(
			widget.Field{Key: howField, Kind: widget.ChoiceField, Label: w.Say("rehearse.leave-how"), Value: choices[0].Key, Options: choices},
			widget.Field{Key: nameField, Label: w.Say("rehearse.scene-name"), Limit: rehearsal.MostName}),
		Follow: func(s scene.Scene, _, now widget.Form) widget.Form {
			if leaveHow(now) == scene.LeaveKept {
				return now.SetLocked(nameField, "")
			}
			return now.SetLocked(nameField, s.Words.Say("rehearse.no-name-needed"))
		},
		Wish: func(s scene.Scene, f widget.Form) scene.Wish {
			how, name := leaveHow(f), dialog.Text(f, nameField)
			if how == scene.LeaveKept {
				if wrong := wrongName(s, name); wrong != "" {
					return scene.Say{Tone: scene.Warn, Words: wrong}
				}
			}
			return scene.Leave{How: how, Name: name, To: to}
		},
	}.Opened(s)
}

func leaveHow(f widget.Form) scene.LeaveHow { return scene.LeaveHow(f.Value(howField)) }

// wrongName says why a scene can not have a name; empty: it can.
func wrongName(s scene.Scene, name string) string {
	if slices.Contains(s.Rehearsal.Scenes, name) {
		return s.Words.Say("rehearse.scene-exists", words.Clean(name))
	}
	var wrong domain.Refusal
	if errors.As(rehearsal.JudgeName(name), &wrong) {
		return s.Words.Refusal(s.World, wrong)
	}
	return ""
}

// Stage picks a kept scene or a story of the program.
func Stage(s scene.Scene, stories []string) scene.Dialog {
	var items []widget.Item
	staged := map[string]scene.Staged{}
	add := func(to scene.Staged, detail words.Key) {
		name := to.Scene + to.Story
		key := string(detail) + " " + name
		items = append(items, widget.Item{Key: key, Label: words.Clean(name), Detail: s.Words.Say(detail), Search: domain.LookUp(name)})
		staged[key] = to
	}
	for _, name := range s.Rehearsal.Scenes {
		add(scene.Staged{Scene: name}, "rehearse.is-scene")
	}
	for _, name := range stories {
		add(scene.Staged{Story: name}, "rehearse.is-story")
	}
	p := widget.NewPicker(items, false, domain.LookUp, widget.Words)
	p.Empty = s.Words.Say("list.no-match")
	return dialog.Pick{
		Title: s.Words.Say("rehearse.stage-title"), W: 60, H: 12, Picker: p,
		Wish: func(key string) scene.Wish { return scene.Rehearse{To: staged[key]} },
	}
}
