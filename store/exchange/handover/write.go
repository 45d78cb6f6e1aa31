package handover

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"zichtlijn/store/exchange/document"
)

const box = document.Box

// form writes the pieces of a sheet. Texts are plain: it escapes them.
type form interface {
	begin(language, title string)
	title(text string)
	warning(text string)
	sentence(text string)
	// contents lists the parts with how much there is to do in each.
	contents(heads [2]string, caption string, parts []part)
	beginPart(id, title string, empty bool)
	heading(id, text string)
	table(done string, t table)
	endPart()
	end()
}

// HTML writes a sheet as one page.
func HTML(w io.Writer, s Sheet, words Words) error {
	out := bufio.NewWriter(w) // it keeps an error until Flush
	return write(&page{document.Page{Writer: out}, words.HandOver("confidential")}, out, s, words)
}

// Markdown writes the text of the same sheet.
func Markdown(w io.Writer, s Sheet, words Words) error {
	out := bufio.NewWriter(w)
	return write(&markdown{out}, out, s, words)
}

func write(f form, out *bufio.Writer, s Sheet, words Words) error {
	t := newTeller(s, words)
	title := t.HandOver("title")
	if name := s.world.Institution().Name; name != "" {
		title = t.HandOver("title-of", t.Clean(name))
	}
	parts := t.parts()
	for i := range parts {
		parts[i].title = strconv.Itoa(i+1) + ". " + parts[i].title
	}
	f.begin(t.LanguageCode(), title)
	f.title(title)
	f.warning(t.HandOver("confidential"))
	f.warning(t.HandOver("administrator"))
	f.sentence(t.HandOver("day", t.LongDate(s.on)))
	if s.since == nil {
		f.sentence(t.HandOver("whole"))
	} else {
		f.sentence(t.HandOver("since", s.since.Name, t.LongDate(s.since.On)))
	}
	if absent := t.absent(); absent != "" {
		f.sentence(t.HandOver("absent", absent))
	}
	f.contents([2]string{t.HandOver("part"), t.HandOver("count")}, t.HandOver("contents"), parts)
	for _, p := range parts {
		f.beginPart(p.id, p.title, p.count == 0)
		empty := true
		for table := range p.tables {
			if empty {
				empty = false
				for _, l := range p.lead {
					f.sentence(l)
				}
			}
			if table.heading != "" {
				f.heading(table.id, table.heading)
			}
			f.table(t.HandOver("done"), table)
		}
		if empty {
			f.sentence(t.HandOver("nothing"))
		}
		f.endPart()
	}
	f.end()
	if err := out.Flush(); err != nil {
		return fmt.Errorf("handover: write: %w", err)
	}
	return nil
}
