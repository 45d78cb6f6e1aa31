package cli

import (
	"errors"
	"io"

	"github.com/spf13/pflag"

	"zichtlijn/store/exchange"
	"zichtlijn/store/whole"
	"zichtlijn/ui/words"
)

func (r *run) outputFlag(f *pflag.FlagSet) {
	r.textFlag(f, &r.given.output, "output", "o", "cli.flag.output")
}

// export writes the set-up, to stdout or to a file that does not exist yet.
func (r *run) export(s Session, _ []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		to := r.given.output
		if to == "" {
			err := exchange.Write(r.out, w)
			if errors.Is(err, exchange.ErrExtensions) {
				return r.readFailure(r.fileName(s), err)
			}
			return err
		}
		if err := whole.Create(to, func(out io.Writer) error { return exchange.Write(out, w) }); err != nil {
			return r.writeFailure(w, to, err)
		}
		r.note(r.words.Say("cli.written", words.Clean(to)))
		return nil
	})
}
