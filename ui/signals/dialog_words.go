package signals

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	whichField = "which"
	wordsField = "revealingWords"

	ownList     = "own"
	builtInList = "built-in"

	wordsLimit = 8000 // of all together
	wordsLines = 8
)

// editWords edits the words that betray, one a line, or goes back to the built-in
// list. It says which groups the list as it stands would find.
func editWords(s scene.Scene) scene.Dialog {
	w, i := s.Words, s.World.Institution()
	which := ownList
	if i.Words == nil {
		which = builtInList
	}
	return dialog.Form{
		Title: w.Say("words.title"),
		Lead:  []string{w.Say("words.explain")},
		Fields: widget.NewForm(
			widget.Field{Key: whichField, Kind: widget.ChoiceField, Label: w.Say("words.which"), Value: which,
				Options: []widget.Option{{Key: ownList, Label: w.Say("words.own")}, {Key: builtInList, Label: w.Say("words.built-in")}}},
			widget.Field{Key: wordsField, Kind: widget.NoteField, Label: w.Say("words.list"), Value: strings.Join(i.RevealingWords(), "\n"),
				Limit: wordsLimit, Height: wordsLines, Breaks: true, Help: w.Say("words.help")},
		),
		Follow: followList,
		Remark: foundBy,
		Command: func(_ scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.SetWords{Words: chosen(f)}
		},
	}.Opened(s)
}

// followList shows the list that was chosen, and takes one that is typed in for
// an own one.
func followList(_ scene.Scene, before, now widget.Form) widget.Form {
	switch {
	case now.Value(whichField) != before.Value(whichField) && now.Value(whichField) == builtInList:
		return now.Set(wordsField, strings.Join(domain.BuiltInWords(), "\n"))
	case now.Value(wordsField) != before.Value(wordsField):
		return now.Set(whichField, ownList)
	}
	return now
}

// chosen are the words as typed, each once; nil is the built-in list.
func chosen(f widget.Form) []string {
	if f.Value(whichField) == builtInList {
		return nil
	}
	out := []string{}
	for line := range strings.SplitSeq(f.Value(wordsField), "\n") {
		if word := strings.TrimSpace(line); word != "" && !slices.Contains(out, word) {
			out = append(out, word)
		}
	}
	return out
}

// foundBy says which visible groups the list would find.
func foundBy(s scene.Scene, f widget.Form) dialog.Remarks {
	line := chosen(f)
	if line == nil {
		line = domain.BuiltInWords()
	}
	if len(line) == 0 {
		return dialog.WarnTone.Each(s.Words.Say("words.empty"))
	}
	look := domain.NewWordFinder(line)
	var names []string
	for _, g := range s.Roster.Groups() {
		if _, found := look.Find(g.Name); found && g.Visibility != domain.Hidden {
			names = append(names, words.Clean(g.Name))
		}
	}
	if len(names) == 0 {
		return dialog.WarnTone.Each(s.Words.Say("words.finds-none"))
	}
	return dialog.WarnTone.Each(s.Words.Say("words.finds", len(names), s.Words.Some(names, mostNames)))
}
