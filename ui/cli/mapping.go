package cli

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"

	"github.com/spf13/cobra"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
	"zichtlijn/store/whole"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

// Mapping is what somebody once said that heads of columns stand for (EXCHANGE.md 4). It is
// kept with the user's settings: by folded head the head of a column that is known.
type Mapping interface {
	Columns() map[string]string
	Keep(map[string]string) error
}

// mappingJSON is the form of a file with a mapping.
type mappingJSON struct {
	Columns map[string]string `json:"columns"`
}

func (r *run) addMapping(root *cobra.Command) {
	r.addVerbs(root, command{name: "mapping", alias: "koppeling", short: "cli.short.mapping"}, []command{
		{name: "list", short: "cli.short.mapping.list", formats: textOrJSON, do: r.listMapping},
		{name: "export", alias: "exporteer", short: "cli.short.mapping.export", options: "-o …", flags: r.outputFlag, formats: textOrJSON, do: r.exportMapping},
		{name: "import", alias: "importeer", short: "cli.short.mapping.import", argument: "cli.file-word", least: 1, most: 1, formats: textOrJSON, do: r.importMapping},
		{name: "forget", alias: "vergeet", short: "cli.short.mapping.forget", argument: "cli.head-word", least: 1, most: 1, formats: textOrJSON, do: r.forgetMapping},
	})
}

// columns are the heads that somebody ever said they stand for, this call's last.
func (r *run) columns(said map[string]string) map[string]string {
	all := map[string]string{}
	if r.Mapping != nil {
		maps.Copy(all, r.Mapping.Columns())
	}
	maps.Copy(all, said)
	return all
}

// keepColumns remembers what was said. A failure disturbs nobody: it is asked again.
func (r *run) keepColumns(said map[string]string) {
	if r.Mapping == nil || len(said) == 0 {
		return
	}
	if r.Mapping.Keep(r.columns(said)) == nil {
		r.note(r.words.Say("cli.mapping.kept", len(said)))
	}
}

func (r *run) listMapping(Session, []string) error {
	all := r.columns(nil)
	if r.wantsJSON() {
		return writeJSON(r.out, mappingJSON{all})
	}
	if len(all) == 0 {
		r.say("cli.mapping.none")
	}
	for _, head := range slices.Sorted(maps.Keys(all)) {
		r.say("cli.mapping.one", words.Clean(head), words.Clean(all[head]))
	}
	return nil
}

func (r *run) exportMapping(Session, []string) error {
	if r.given.output == "" {
		return writeJSON(r.out, mappingJSON{r.columns(nil)})
	}
	err := whole.Create(r.given.output, func(w io.Writer) error { return json.NewEncoder(w).Encode(mappingJSON{r.columns(nil)}) })
	if err != nil {
		return r.writeFailure(domain.World{}, r.given.output, err)
	}
	r.note(r.words.Say("cli.written", words.Clean(r.given.output)))
	return nil
}

const mostMapping = 1 << 20 // bytes of a file

// importMapping adds what a file says, which wins.
func (r *run) importMapping(_ Session, args []string) error {
	b, err := whole.Read(args[0], mostMapping)
	if err != nil {
		return r.readFailure(args[0], err)
	}
	var read mappingJSON
	if json.Unmarshal(b, &read) != nil || read.Columns == nil {
		return r.fail(failure.Refused, "cli.mapping.no-file", words.Clean(args[0]))
	}
	said := map[string]string{}
	for from, to := range read.Columns {
		if !exchange.KnownHead(to) {
			return r.fail(failure.Refused, "cli.wrong-column", words.Clean(from+"="+to))
		}
		said[exchange.FoldHead(from)] = to
	}
	return r.saveMapping(r.columns(said))
}

func (r *run) forgetMapping(_ Session, args []string) error {
	all := r.columns(nil)
	head := exchange.FoldHead(args[0])
	if _, known := all[head]; !known {
		return r.fail(failure.WrongUse, "cli.mapping.unknown", words.Clean(args[0]))
	}
	delete(all, head)
	return r.saveMapping(all)
}

func (r *run) saveMapping(all map[string]string) error {
	err := errors.New("cli: no place for settings")
	if r.Mapping != nil {
		err = r.Mapping.Keep(all)
	}
	if err != nil {
		return r.fail(failure.Unsaved, "cli.mapping.not-kept")
	}
	return r.listMapping(Session{}, nil)
}
