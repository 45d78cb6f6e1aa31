package cli

import (
	"bytes"
	"cmp"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/store/exchange"
	"zichtlijn/store/exchange/fhir"
	"zichtlijn/store/exchange/ons"
	"zichtlijn/store/exchange/pseudonym"
	"zichtlijn/store/exchange/spreadsheet"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// exporting are the flags of export, not judged yet.
type exporting struct {
	system, pseudonymise bool
	validTo, key         string
}

func (r *run) outputFlag(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.output, "output", "o", "cli.flag.output")
}

func (r *run) exportFlags(f *pflag.FlagSet) {
	r.outputFlag(f)
	f.BoolVar(&r.given.exporting.system, "system", false, r.words.Say("cli.flag.system"))
	f.BoolVar(&r.given.exporting.pseudonymise, "pseudonymise", false, r.words.Say("cli.flag.pseudonymise"))
	r.textFlag(f, &r.given.exporting.key, "key", "", "cli.flag.key")
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

// export writes the set-up, to stdout or to a file that does not exist yet, and notes that
// in its journal.
func (r *run) export(s Session, _ []string) error {
	form, to := r.exportForm(), r.given.output
	if form.file && to == "" {
		return r.fail(failure.WrongUse, "cli.export.needs-file", form.name)
	}
	secret, err := r.secret()
	if err != nil {
		return err
	}
	return r.openForExport(s, func(db Store) error {
		w := db.World()
		if secret != nil {
			w = pseudonym.World(w, secret)
			r.noteReplaced()
		}
		what := domain.NewExported(w, form.name, placeOf(form, to))
		what.Pseudonymised = secret != nil
		if err := r.exportAs(s, form, w, to); err != nil {
			return err
		}
		r.noteExport(s, db, what)
		return nil
	})
}

// openForExport opens the store so that the export can be noted; with --read-only as it is.
func (r *run) openForExport(s Session, do func(Store) error) error {
	if s.ReadOnly {
		return r.readStore(s, do)
	}
	return r.editStore(s, do)
}

func placeOf(form exportForm, to string) string {
	switch {
	case to == "":
		return domain.ToOutput
	case form.name == asCSV:
		return domain.ToFolder
	}
	return domain.ToFile
}

// noteExport notes an export in the journal. Where that can not be written the export is
// done all the same, and the call says so and ends with 1.
func (r *run) noteExport(s Session, db Store, what domain.Exported) {
	err := error(store.ErrReadOnly)
	if !s.ReadOnly {
		_, err = db.NoteExport(what, s.By)
	}
	if err != nil {
		r.note(r.words.Say("cli.export.not-noted"))
		r.notice = failure.Attend
	}
}

// exportAs writes a World in a form.
func (r *run) exportAs(s Session, form exportForm, w domain.World, to string) error {
	if form.name == asCSV {
		return r.writeFolder(w, to)
	}
	var left []exchange.Left
	write := func(out io.Writer) (err error) {
		left, err = form.write(r, s, w, out)
		return err
	}
	if to == "" {
		if err := write(r.out); err != nil {
			return r.notWritten(s, err)
		}
	} else {
		if err := whole.Create(to, write); err != nil {
			return r.writeFailure(w, to, err)
		}
		r.note(r.words.Say("cli.written", words.Clean(to)))
	}
	r.noteLeft(left)
	return nil
}

// notWritten says why nothing was written to stdout.
func (r *run) notWritten(s Session, err error) error {
	if errors.Is(err, exchange.ErrExtensions) {
		return r.readFailure(r.fileName(s), err)
	}
	return err
}

// leastSecret is the length of a secret, in bytes, that nobody guesses.
const leastSecret = 16

// secret returns what people are given other names with: that of --key, which is made where
// there is none, else one for this time only. nil: nobody is.
func (r *run) secret() ([]byte, error) {
	g := r.given.exporting
	switch {
	case !g.pseudonymise && g.key != "":
		return nil, r.fail(failure.WrongUse, "cli.export.key-alone")
	case !g.pseudonymise:
		return nil, nil
	}
	fresh := make([]byte, 2*leastSecret)
	if _, err := io.ReadFull(r.Random, fresh); err != nil {
		return nil, err
	}
	if g.key == "" {
		return fresh, nil
	}
	known, err := whole.Read(g.key, mostKey)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		text := hex.EncodeToString(fresh)
		if err := whole.Create(g.key, func(w io.Writer) error { _, err := io.WriteString(w, text+"\n"); return err }); err != nil {
			return nil, r.writeFailure(domain.World{}, g.key, err)
		}
		r.note(r.words.Say("cli.export.key-made", words.Clean(g.key)))
		return []byte(text), nil
	case err != nil:
		return nil, r.readFailure(g.key, err)
	}
	if known = bytes.TrimSpace(known); len(known) < leastSecret {
		return nil, r.fail(failure.Refused, "cli.export.key-short", words.Clean(g.key), leastSecret)
	}
	return known, nil
}

const mostKey = 64 << 10 // bytes of a file with a secret

// noteReplaced says which properties have something else in their place.
func (r *run) noteReplaced() {
	for _, how := range []pseudonym.How{pseudonym.Invented, pseudonym.Coarser, pseudonym.Emptied} {
		var parts []string
		for _, f := range pseudonym.Fields() {
			if f.How == how {
				parts = append(parts, r.words.Say("cli.export.of-noun", r.words.Noun(f.Noun), r.words.Field(f.Field)))
			}
		}
		key := map[pseudonym.How]words.Key{pseudonym.Invented: "cli.export.invented", pseudonym.Coarser: "cli.export.coarser", pseudonym.Emptied: "cli.export.emptied"}[how]
		r.note(r.words.Say(key, strings.Join(parts, ", ")))
	}
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
