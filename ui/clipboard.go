package ui

import (
	"encoding/base64"
	"strings"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// mostCopied is how many bytes may go to the clipboard, as the terminal gets them: many cut
// off what is longer.
const mostCopied = 100_000

// copy sends text to the clipboard. Several records are an export, which the journal notes;
// what is seen inside a rehearsal is not exported.
func (m Model) copy(c scene.Copy) (Model, tea.Cmd) {
	several := len(c.Rows) > 1
	if several && m.scene.Rehearsal != nil {
		return m.say(scene.Warn, "rehearse.outside-only"), nil
	}
	text, whole := clipboardText(c)
	if !whole {
		return m.say(scene.Warn, "clipboard.too-much", len(c.Rows)), nil
	}
	set := tea.SetClipboard(text)
	if c.Head == nil {
		return m.say(scene.Quiet, "clipboard.name", text), set
	}
	m = m.say(scene.Quiet, "clipboard.rows", len(c.Rows))
	if !several {
		return m, set
	}
	what := domain.Exported{Form: "tsv", To: domain.ToClipboard, Counts: make([]uint64, len(domain.Nouns()))}
	what.Counts[c.Noun] = uint64(len(c.Rows))
	m, note := m.noteInJournal(what)
	return m, tea.Batch(set, note)
}

// clipboardText is what goes to the clipboard: a name as it is, or lines of cells with tabs
// between them, which do nothing in a spreadsheet. It stops, and whole is false, at more
// than mostCopied.
func clipboardText(c scene.Copy) (text string, whole bool) {
	if c.Head == nil {
		return words.Clean(c.Rows[0][0]), true
	}
	var out strings.Builder
	for _, row := range append([][]string{c.Head}, c.Rows...) {
		for i, cell := range row {
			if i > 0 {
				out.WriteByte('\t')
			}
			out.WriteString(spreadsheet.Protected(words.Clean(cell)))
		}
		out.WriteByte('\n')
		if base64.StdEncoding.EncodedLen(out.Len()) > mostCopied {
			return "", false
		}
	}
	return out.String(), true
}
