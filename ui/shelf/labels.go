package shelf

import (
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// Counted are the labels of a list that counts its records.
type Counted struct {
	Name              string    // of the list
	All, Some         words.Key // the title: 1 how many, 2 Name, 3 of how many
	None, Widen       words.Key // why the list is empty: there are none, or the filter hides them
	TabAbout, TabList words.Key
}

// Labels says how many of the total were found, for a list w cells wide.
func (k Counted) Labels(s scene.Scene, w, found, total int) Labels {
	out := Labels{
		Title:    s.Words.Say(k.Some, found, k.Name, total),
		TabAbout: s.Words.Say(k.TabAbout), TabList: s.Words.Say(k.TabList),
	}
	if found == total {
		out.Title = s.Words.Say(k.All, total, k.Name)
	}
	switch {
	case total == 0:
		out.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say(k.None))
	case found == 0:
		out.Note = dialog.Lines(s.Theme.Faint, w, s.Words.Say("list.no-match")+" "+s.Words.Say(k.Widen))
	}
	return out
}
