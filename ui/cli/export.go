package cli

import (
	"cmp"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
	"zichtlijn/store/exchange/ons"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// exporting are the flags of export, not judged yet.
type exporting struct {
	system  bool
	validTo string
}

func (r *run) outputFlag(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.output, "output", "o", "cli.flag.output")
}

func (r *run) exportFlags(f *pflag.FlagSet) {
	r.outputFlag(f)
	f.BoolVar(&r.given.exporting.system, "system", false, r.words.Say("cli.flag.system"))
	r.textFlag(f, &r.given.exporting.validTo, "valid-to", "", "cli.flag.valid-to")
}

// exportForm is a form in which a set-up goes out.
type exportForm struct {
	name string
	end  string // of a file's name, which chooses the form where --format does not
	// file says that it is no text for a terminal.
	file  bool
	write func(r *run, s Session, w domain.World, out io.Writer) ([]exchange.Left, error)
}

func exportForms() []exportForm {
	return []exportForm{
		{name: asJSON, end: ".json", write: func(_ *run, _ Session, w domain.World, out io.Writer) ([]exchange.Left, error) {
			return nil, exchange.Write(out, w)
		}},
		{name: "xlsx", end: ".xlsx", file: true, write: (*run).writeWorkbook},
		{name: asCSV, file: true}, // a folder, see writeFolder
		{name: "template", file: true, write: func(r *run, s Session, _ domain.World, out io.Writer) ([]exchange.Left, error) {
			return r.writeWorkbook(s, domain.World{}, out)
		}},
		{name: "ons", write: (*run).writeOns},
		{name: "fhir", write: (*run).writeFHIR},
	}
}

// exportForm returns the form that --format asks for, else that of the end of the file's
// name.
func (r *run) exportForm() exportForm {
	all := exportForms()
	end := strings.ToLower(filepath.Ext(r.given.output))
	at := slices.IndexFunc(all, func(f exportForm) bool {
		return r.given.formatChosen && f.name == r.given.format || !r.given.formatChosen && end != "" && f.end == end
	})
	return all[max(at, 0)]
}

// export writes the set-up, to stdout or to a file that does not exist yet.
func (r *run) export(s Session, _ []string) error {
	form, to := r.exportForm(), r.given.output
	if form.file && to == "" {
		return r.fail(failure.WrongUse, "cli.export.needs-file", form.name)
	}
	return r.readStore(s, func(db Store) error {
		w := db.World()
		if form.name == asCSV {
			return r.writeFolder(w, to)
		}
		var left []exchange.Left
		write := func(out io.Writer) (err error) {
			left, err = form.write(r, s, w, out)
			return err
		}
		var err error
		if to == "" {
			if err = write(r.out); errors.Is(err, exchange.ErrExtensions) {
				return r.readFailure(r.fileName(s), err)
			}
		} else if err = whole.Create(to, write); err != nil {
			return r.writeFailure(w, to, err)
		} else {
			r.note(r.words.Say("cli.written", words.Clean(to)))
		}
		r.noteLeft(left)
		return err
	})
}

// writeWorkbook writes the five tables, behind a sheet that says what they are.
func (r *run) writeWorkbook(_ Session, w domain.World, out io.Writer) ([]exchange.Left, error) {
	h, readme := exchange.DutchHeads, r.words.Say("cli.export.readme-name")
	if r.given.exporting.system {
		h = exchange.SystemHeads
	}
	var lines [][]spreadsheet.Cell
	for line := range strings.SplitSeq(r.words.Say("cli.export.readme"), "\n") {
		lines = append(lines, []spreadsheet.Cell{{Text: line}})
	}
	sheets := []spreadsheet.Sheet{{Name: readme, Columns: []spreadsheet.Column{{Head: "Zichtlijn", Width: 100}}, Rows: slices.Values(lines)}}
	for _, t := range exchange.Tables(w, h) {
		t.Name = exchange.SheetName(t)
		sheets = append(sheets, t)
	}
	return nil, spreadsheet.WriteWorkbook(out, sheets)
}

// writeFolder writes the five tables as files in a folder that does not exist yet. Where
// one can not be written nothing stays.
func (r *run) writeFolder(w domain.World, to string) error {
	h, form := exchange.DutchHeads, spreadsheet.ForPeople
	if r.given.exporting.system {
		h, form = exchange.SystemHeads, spreadsheet.ForSystems
	}
	if err := os.Mkdir(to, 0o700); err != nil {
		return r.writeFailure(w, to, err)
	}
	for _, t := range exchange.Tables(w, h) {
		path := filepath.Join(to, t.Name+".csv")
		err := whole.Create(path, func(out io.Writer) error { return spreadsheet.WriteAs(out, form, exchange.Texts(t)) })
		if err != nil {
			return r.writeFailure(w, path, errors.Join(err, os.RemoveAll(to)))
		}
	}
	r.note(r.words.Say("cli.written", words.Clean(to)))
	return nil
}

func (r *run) writeOns(_ Session, w domain.World, out io.Writer) ([]exchange.Left, error) {
	var o ons.Options
	switch r.given.exporting.validTo {
	case "", "exclusive":
	case "inclusive":
		o.ValidToInclusive = true
	default:
		return nil, r.wrongChoice("--valid-to", r.given.exporting.validTo, []string{"exclusive", "inclusive"})
	}
	return ons.Write(out, w, o)
}

func (r *run) writeFHIR(s Session, w domain.World, out io.Writer) ([]exchange.Left, error) {
	return fhir.Write(out, w, r.referenceDate(s, w), fhir.Options{
		Demonstration: s.Demo,
		Language:      r.words.Language().String(),
		Narrative: func(g domain.Group) string {
			return r.words.Say("cli.export.fhir-group", words.Clean(g.Name), r.words.Visibility(g.Visibility))
		},
	})
}

// noteLeft says what the form did not carry, counted by noun and reason.
func (r *run) noteLeft(left []exchange.Left) {
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
	for _, k := range kinds {
		r.note(r.words.Say("cli.export.left", r.words.Count(k.noun, count[k]), r.words.Say(words.Key("left."+k.code))))
	}
}
