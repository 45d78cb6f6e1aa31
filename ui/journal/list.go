package journal

import (
	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/shelf"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

const (
	pageSize = 200
	nearEnd  = 30 // rows before the last one from which the next page is asked for
)

// listing is the loaded part of the journal, and what is asked for beyond it. It is a
// value: Read and Receive return the next one.
type listing struct {
	loaded loaded
	query  string // folded
	found  int    // entries that match the query
	top    string // the key of the first row

	asked   bool       // the first page was asked for
	head    domain.Seq // the newest entry when it was
	waiting bool       // a page was asked for and has not come yet
	failed  bool       // the last page could not be read
	newest  bool       // the cursor stood on the newest entry when a page came, and shall again
}

// Read finds entries by number, moment, author, reason and summary.
func (l listing) Read(s scene.Scene, query, at string) (shelf.Source, []shelf.Row, string) {
	l.loaded, l.query = l.loaded.refresh(s), query
	found := l.loaded.matching(query)
	rows := make([]shelf.Row, len(found))
	for i, place := range found {
		rows[i] = shelf.Row{Key: number(l.loaded.entries[place].Seq), Place: place}
	}
	if l.found, l.top = len(rows), ""; l.found > 0 {
		l.top = rows[0].Key
	}
	if l.newest {
		at, l.newest = l.top, false
	}
	return l, rows, at
}

// Receive adds pages. It asks for the newest entries when the journal has grown, and
// for older ones when the cursor comes near the last that is loaded.
func (l listing) Receive(s scene.Scene, msg tea.Msg, at shelf.At) (shelf.Source, scene.Wish) {
	page, isPage := msg.(scene.Page)
	if isPage {
		l.waiting, l.failed, l.newest = false, page.Err != nil, at.Key == l.top
		l.loaded = l.loaded.addPage(s, page.Entries)
		l.found = len(l.loaded.matching(l.query))
	}
	_, arrived := msg.(scene.Arrived)
	switch {
	case arrived || !l.asked || s.Head != l.head:
		l.asked, l.head, l.failed, l.waiting = true, s.Head, false, s.Head > 0
		if !l.waiting {
			l.loaded = loaded{}
			return l, nil
		}
		return l, scene.ReadJournal{Count: pageSize}
	case !l.waiting && !l.failed && len(l.loaded.entries) > 0 && !l.loaded.isComplete() && at.Last >= l.found-nearEnd:
		l.waiting = true
		return l, scene.ReadJournal{Before: l.loaded.oldest(), Count: pageSize}
	case isPage:
		return l, nil
	}
	return nil, nil
}

// Divide puts the details beside or below a wide list: a row is a sentence.
func (listing) Divide(body scene.Box) (list, side scene.Box) {
	const (
		beside = 100 // columns from which the two stand side by side
		below  = 14  // lines from which they stand on top of each other
	)
	var parts []scene.Box
	switch {
	case body.W >= beside:
		parts = body.Columns(widget.Share(5), widget.Share(3))
	case body.H >= below:
		parts = body.Rows(widget.Share(3), widget.Share(2))
	default:
		return body, scene.Box{}
	}
	return parts[0], parts[1]
}

// Labels say in how many entries a filter has looked.
func (l listing) Labels(s scene.Scene, at shelf.At, w int) shelf.Labels {
	labels := shelf.Labels{Title: s.Words.Say("screen.journal"), Note: l.note(s, w)}
	if at.Finding {
		key := words.Key("journal.found-of")
		if l.loaded.isComplete() {
			key = "journal.found"
		}
		labels.Right = s.Words.Say(key, l.found, len(l.loaded.entries))
	}
	if i, ok := l.loaded.index(at.Key); ok {
		labels.About = s.Words.Say("journal.entry", at.Key, kindWord(s.Words, l.loaded.entries[i].Kind))
	}
	return labels
}

// note says that there is nothing yet, that nothing was found, or that the journal
// could not be read.
func (l listing) note(s scene.Scene, w int) []string {
	said := ""
	switch {
	case l.failed:
		return dialog.Lines(s.Theme.Measure, s.Theme.Error, w, s.Words.Say("journal.failed"))
	case l.found > 0:
		return nil
	case l.waiting:
		said = s.Words.Say("journal.waiting")
	case len(l.loaded.entries) > 0:
		said = s.Words.Say("list.no-match")
	default:
		said = s.Empty("", s.Words.Say("journal.none"))
	}
	return dialog.Lines(s.Theme.Measure, s.Theme.Faint, w, said)
}

// Draw draws an entry, with the columns that fit.
func (l listing) Draw(s scene.Scene, r shelf.Row, w int, state widget.RowState, focused bool) string {
	t, say, e := s.Theme, s.Words, l.loaded.entries[r.Place]
	when, pointer := say.Moment(e.At, s.Zone), ""
	if state.Selected {
		pointer = "▸"
	}
	gap := widget.Cell{W: 1}
	cells := []widget.Cell{{Text: pointer, Style: t.Text, W: 1}}
	if w >= 56 {
		cells = append(cells, widget.Cell{Text: number(e.Seq), Style: t.Faint, W: len(number(l.head)) + 1, Right: true}, gap,
			widget.Cell{Text: when, Style: t.Text, W: 17}, gap,
			widget.Cell{Text: words.Clean(e.By.Name), Style: t.Faint, W: min(w/6, 20)}, gap)
	} else {
		cells = append(cells, widget.Cell{Text: say.Date(domain.DateOf(e.At.In(s.Zone))), Style: t.Text, W: 11}, gap)
	}
	if w >= 90 {
		cells = append(cells, widget.Cell{Text: kindWord(say, e.Kind), Style: t.Faint, W: 9}, gap)
	}
	cells = append(cells, widget.Cell{Text: l.loaded.summaries[r.Place], Style: t.Text, W: widget.Share(1)})
	return widget.Line(t.Measure, w, widget.RowStyle(t, state, focused), cells...)
}

var kindKeys = [...]words.Key{"journal.kind.edit", "journal.kind.undo", "journal.kind.redo", "journal.kind.import"}

func kindWord(w tell.Words, k domain.EntryKind) string {
	if int(k) >= len(kindKeys) {
		return k.String()
	}
	return w.Say(kindKeys[k])
}
