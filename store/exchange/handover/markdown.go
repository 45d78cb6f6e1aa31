package handover

import (
	"bufio"
	"strings"
)

// markdown writes Markdown with tables. Every text is escaped, so that none is read as a
// mark, as HTML or as the end of a cell.
type markdown struct{ *bufio.Writer }

var plain = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "|", `\|`, "~", `\~`, "#", `\#`, "!", `\!`, "://", `\://`,
	"<", "&lt;", ">", "&gt;", "&", "&amp;", "\n", " ", "\r", " ")

func (m *markdown) paragraph(mark, text, end string) {
	m.WriteString(mark + plain.Replace(text) + end + "\n\n")
}

func (m *markdown) begin(string, string)          {}
func (m *markdown) title(text string)             { m.paragraph("# ", text, "") }
func (m *markdown) warning(text string)           { m.paragraph("**", text, "**") }
func (m *markdown) sentence(text string)          { m.paragraph("", text, "") }
func (m *markdown) beginPart(_, t string, _ bool) { m.paragraph("## ", t, "") }
func (m *markdown) heading(_, text string)        { m.paragraph("### ", text, "") }
func (m *markdown) endPart()                      {}
func (m *markdown) end()                          {}
func (m *markdown) row(cells ...string) {
	for _, c := range cells {
		m.WriteString("| " + plain.Replace(c) + " ")
	}
	m.WriteString("|\n")
}

func (m *markdown) contents(heads [2]string, caption string, parts []part) {
	t := table{caption: caption, heads: heads[:]}
	for _, p := range parts {
		t.rows = append(t.rows, []string{p.title, p.counted()})
	}
	m.table("", t)
}

func (m *markdown) table(done string, t table) {
	m.paragraph("**", t.caption, "**")
	heads := t.heads
	if t.ticked {
		heads = append([]string{done}, heads...)
	}
	m.row(heads...)
	m.WriteString(strings.Repeat("| --- ", len(heads)) + "|\n")
	for _, row := range t.rows {
		if t.ticked {
			row = append([]string{box}, row...)
		}
		m.row(row...)
	}
	m.WriteByte('\n')
}
