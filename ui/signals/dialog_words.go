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

	wordsLimit = 8000 // characters of all words together
	wordsLines = 8
)

// editWords edits the list of revealing words, one a line, or goes back to the
// built-in list. It says which groups the list would find.
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
		Remark: matchingGroups,
		Command: func(_ scene.Scene, f widget.Form) domain.Command {
			if !f.Dirty() {
				return nil
			}
			return domain.SetWords{Words: typedWords(f)}
		},
	}.Opened(s)
}

// followList fills in the built-in list when that is chosen, and turns to the own
// list when words are typed.
func followList(_ scene.Scene, before, now widget.Form) widget.Form {
	switch {
	case now.Value(whichField) != before.Value(whichField) && now.Value(whichField) == builtInList:
		return now.Set(wordsField, strings.Join(domain.BuiltInWords(), "\n"))
	case now.Value(wordsField) != before.Value(wordsField):
		return now.Set(whichField, ownList)
	}
	return now
}

// typedWords are the words as typed, each once; nil is the built-in list.
func typedWords(f widget.Form) []string {
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

// matchingGroups names the visible groups whose names the list would find.
func matchingGroups(s scene.Scene, f widget.Form) dialog.Remarks {
	list := typedWords(f)
	if list == nil {
		list = domain.BuiltInWords()
	}
	if len(list) == 0 {
		return dialog.WarnTone.Remarks(s.Words.Say("words.empty"))
	}
	revealing := domain.NewWordFinder(list)
	var names []string
	for _, g := range s.Roster.Groups() {
		if _, found := revealing.Find(g.Name); found && g.Visibility != domain.Hidden {
			names = append(names, words.Clean(g.Name))
		}
	}
	if len(names) == 0 {
		return dialog.WarnTone.Remarks(s.Words.Say("words.finds-none"))
	}
	return dialog.WarnTone.Remarks(s.Words.Say("words.finds", len(names), s.Words.Some(names, mostNames)))
}
