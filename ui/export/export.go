// Package export is the forms in which a set-up goes out, for the command line and the
// screen (EXCHANGE.md 1): each once, with its words.
//
// It promises that what a form does not carry is said. It refuses to know where a file
// lies, who asks, and what is noted of it.
package export

import (
	"cmp"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
	"zichtlijn/store/exchange/handover"
	"zichtlijn/store/exchange/ons"
	"zichtlijn/store/exchange/pseudonym"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// Content is what goes out, and how it is said.
type Content struct {
	World            domain.World
	On               domain.Date
	Words            tell.Words
	Demonstration    bool
	System           bool // tables for another system
	ValidToInclusive bool // of Ons
	// Since leaves out what has not changed since then; nil: everything goes out. Ons and
	// FHIR have no such form.
	Since *handover.Since
}

// part is the World that goes out: with Since what is new or changed, and all that it
// refers to.
func (c Content) part() domain.World {
	if c.Since == nil {
		return c.World
	}
	return exchange.Part(c.World, exchange.Difference(c.Since.World, c.World))
}

// Form is a form in which a set-up goes out.
type Form struct {
	Name   string // as the command line has it
	End    string // of a file's name; empty for a folder
	Binary bool   // it is no text for a terminal
	write  func(Content, io.Writer) ([]exchange.Left, error)
}

// The names of the forms.
const (
	JSON     = "json"
	Workbook = "xlsx"
	Folder   = "csv" // of five tables
	Template = "template"
	Handover = "handover" // a page for who enters it elsewhere
	Markdown = "markdown" // the same as text
	Ons      = "ons"
	FHIR     = "fhir"
)

// Forms are all, the default first.
func Forms() []Form {
	return []Form{
		{JSON, ".json", false, func(c Content, w io.Writer) ([]exchange.Left, error) { return nil, exchange.Write(w, c.part()) }},
		{Workbook, ".xlsx", true, writeWorkbook},
		{Name: Folder, Binary: true},
		{Template, ".xlsx", true, func(c Content, w io.Writer) ([]exchange.Left, error) {
			c.World, c.Since = domain.World{}, nil
			return writeWorkbook(c, w)
		}},
		{Handover, ".html", false, func(c Content, w io.Writer) ([]exchange.Left, error) {
			return nil, handover.HTML(w, c.sheet(), c.Words)
		}},
		{Markdown, ".md", false, func(c Content, w io.Writer) ([]exchange.Left, error) {
			return nil, handover.Markdown(w, c.sheet(), c.Words)
		}},
		{Ons, ".ons.json", false, func(c Content, w io.Writer) ([]exchange.Left, error) {
			return ons.Write(w, c.World, ons.Options{ValidToInclusive: c.ValidToInclusive})
		}},
		{FHIR, ".fhir.json", false, writeFHIR},
	}
}

func (c Content) sheet() handover.Sheet { return handover.New(c.World, c.On, c.Since) }

// otherEnds are ends of names that promise a form in which nothing goes out.
var otherEnds = []string{".csv", ".tsv", ".tab", ".txt", ".xls", ".xlsm", ".ods", ".pdf", ".doc", ".docx", ".odt", ".xml", ".htm", ".db"}

// OtherEnd is the error of a file whose name promises another form than it would have.
type OtherEnd struct{ End string }

// Error is for developers.
func (e OtherEnd) Error() string { return "export: no form for " + e.End }

// Say says it to a person.
func (e OtherEnd) Say(w tell.Words) string { return w.Say("cli.export.other-end", e.End) }

// Named returns the form of a name, else that of the end of a file's name, else JSON. The
// error is OtherEnd.
func Named(name, path string) (Form, error) {
	all := Forms()
	end := strings.ToLower(filepath.Ext(path))
	if name == "" && slices.Contains(otherEnds, end) {
		return Form{}, OtherEnd{end}
	}
	at := slices.IndexFunc(all, func(f Form) bool {
		if name != "" {
			return f.Name == name
		}
		return f.Name != JSON && f.End != "" && strings.HasSuffix(strings.ToLower(path), f.End)
	})
	return all[max(at, 0)], nil
}

// Write writes c to one file. It returns what the form did not carry.
func (f Form) Write(c Content, w io.Writer) ([]exchange.Left, error) { return f.write(c, w) }

// File is one of the files of a folder.
type File struct {
	Name  string
	Write func(io.Writer) error
}

// Files are those of a folder of tables.
func Files(c Content) []File {
	form := spreadsheet.ForPeople
	if c.System {
		form = spreadsheet.ForSystems
	}
	var out []File
	for _, t := range exchange.Tables(c.part(), heads(c)) {
		out = append(out, File{t.Name + ".csv", func(w io.Writer) error { return spreadsheet.WriteAs(w, form, exchange.Texts(t)) }})
	}
	return out
}

func heads(c Content) exchange.Heads {
	if c.System {
		return exchange.SystemHeads
	}
	return exchange.DutchHeads
}

// writeWorkbook writes the five tables, behind a sheet that says what they are and before one
// of who sees whom. A part of a set-up has no such sheet: on it few would see each other.
func writeWorkbook(c Content, w io.Writer) ([]exchange.Left, error) {
	said := []string{c.Words.Say("cli.export.readme")}
	var sheets []spreadsheet.Sheet
	for _, t := range exchange.Tables(c.part(), heads(c)) {
		t.Name = exchange.SheetName(t)
		sheets = append(sheets, t)
	}
	if c.Since == nil && c.World.Count(domain.PersonNoun) > 0 {
		said = append(said, c.Words.Say("cli.export.readme-visibility", c.Words.LongDate(c.On)))
		sheets = append(sheets, visibility(c, mostSightlines))
	}
	var lines [][]spreadsheet.Cell
	for line := range strings.SplitSeq(strings.Join(said, "\n"), "\n") {
		lines = append(lines, []spreadsheet.Cell{{Text: line}})
	}
	readme := spreadsheet.Sheet{
		Name: c.Words.Say("cli.export.readme-name"), Columns: []spreadsheet.Column{{Head: "Zichtlijn", Width: 100}}, Rows: slices.Values(lines),
	}
	return nil, spreadsheet.WriteWorkbook(w, slices.Insert(sheets, 0, readme))
}

func writeFHIR(c Content, w io.Writer) ([]exchange.Left, error) {
	return fhir.Write(w, c.World, c.On, fhir.Options{
		Demonstration: c.Demonstration,
		Language:      c.Words.Language().String(),
		Narrative: func(g domain.Group) string {
			return c.Words.Say("cli.export.fhir-group", words.Clean(g.Name), c.Words.Visibility(g.Visibility))
		},
	})
}

// SayLeft says what a form did not carry, counted by noun and reason.
func SayLeft(w tell.Words, left []exchange.Left) []string {
	type kind struct {
		noun domain.Noun
		code string
	}
	count := map[kind]int{}
	var kinds []kind
	for _, l := range left {
		k := kind{l.Ref.Noun, l.Code}
		if count[k]++; count[k] == 1 {
			kinds = append(kinds, k)
		}
	}
	slices.SortStableFunc(kinds, func(a, b kind) int { return cmp.Compare(a.noun, b.noun) })
	out := make([]string, len(kinds))
	for i, k := range kinds {
		out[i] = w.Say("cli.export.left", w.Count(k.noun, count[k]), w.Say(words.Key("left."+k.code)))
	}
	return out
}

// Pseudonymised returns c among people with invented names, and says what is replaced.
func Pseudonymised(c Content, secret []byte) (Content, []string) {
	c.World = pseudonym.World(c.World, secret)
	if c.Since != nil {
		since := *c.Since
		since.World = pseudonym.World(since.World, secret)
		c.Since = &since
	}
	var out []string
	for _, how := range []struct {
		how pseudonym.How
		key words.Key
	}{{pseudonym.Invented, "cli.export.invented"}, {pseudonym.Coarser, "cli.export.coarser"}, {pseudonym.Emptied, "cli.export.emptied"}} {
		var parts []string
		for _, f := range pseudonym.Fields() {
			if f.How == how.how {
				parts = append(parts, c.Words.Say("cli.export.of-noun", c.Words.Noun(f.Noun), c.Words.Field(f.Field)))
			}
		}
		out = append(out, c.Words.Say(how.key, strings.Join(parts, ", ")))
	}
	return c, out
}
