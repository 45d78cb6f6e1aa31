package cli

import (
	"github.com/spf13/pflag"

	"zichtlijn/domain"
)

// asItWas declares the flag that looks by modes and readings of --date. Its Dutch
// name does the same.
func (r *run) asItWas(f *pflag.FlagSet) {
	f.BoolVar(&r.given.asItWas, "as-it-was", false, r.words.Say("cli.flag.as-it-was"))
	f.SetNormalizeFunc(func(_ *pflag.FlagSet, name string) pflag.NormalizedName {
		if name == "zoals-toen" {
			name = "as-it-was"
		}
		return pflag.NormalizedName(name)
	})
}

// chronicle reads from the journal how modes and readings went.
func (r *run) chronicle(s Session, desk Desk) (domain.Chronicle, error) {
	var failed error
	frozen := desk.World().Institution().Date
	c := domain.NewChronicle(func(yield func(domain.Entry, domain.Date) bool) {
		for e, err := range desk.Journal(1, 0) {
			if err != nil {
				failed = r.notRead(r.about(s), err)
				return
			}
			if !yield(e, domain.DayOf(e, r.Now().Location(), frozen)) {
				return
			}
		}
	})
	return c, failed
}

// seen returns the world whose sight is shown on a day: as it is, or with
// --as-it-was by modes and readings as they stood then; text says so above.
func (r *run) seen(s Session, desk Desk, on domain.Date) (domain.World, error) {
	w := desk.World()
	if !r.given.asItWas {
		return w, nil
	}
	c, err := r.chronicle(s, desk)
	if err == nil && r.given.format == asText {
		r.sayf("cli.as-it-was", r.words.LongDate(on))
	}
	return c.World(w, on), err
}
