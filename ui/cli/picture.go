package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store/whole"
	"zichtlijn/ui/export"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// The forms of a picture: text is cells, for a terminal.
const (
	asSVG  = "svg"
	asHTML = "html"
)

// picturing are the flags of picture, not judged yet.
type picturing struct {
	ascii, settings bool
	width           int
}

const (
	leastWidth, mostWidth = 40, 400 // cells
	usualWidth            = 80
	besideWidth           = 144 // from here on three pictures stand side by side
)

// pictured is what a picture or page is made of, and what the command line knows beside it.
type pictured struct {
	export.Given
	run     *run
	session Session
	db      Store
}

// pictured returns what is drawn or written of a store.
func (r *run) pictured(s Session, db Store, secret []byte) (pictured, error) {
	on := r.referenceDate(s, db.World())
	w, err := r.seenWorld(s, db, on)
	if err != nil {
		return pictured{}, err
	}
	given, said := export.NewGiven(export.Content{World: w, On: on, Words: r.words}, secret)
	given.AsItWas = r.given.asItWas
	r.noteAll(said)
	return pictured{given, r, s, db}, nil
}

// drawing draws what the words behind a command ask for.
type drawing func(p pictured, args []string) ([]picture.Drawing, error)

// addPictures adds picture and what can be drawn (SHOWING.md 2).
func (r *run) addPictures(root *cobra.Command) {
	one := func(name, alias string, argument words.Key, least, most int, options string, flags func(*pflag.FlagSet), make drawing) command {
		return command{
			name: name, alias: alias, short: words.Key("cli.short.picture." + name), argument: argument, least: least, most: most,
			options: strings.TrimSpace(options + " [-o …] [--pseudonymise [--key …]] [--ascii]"), formats: []string{asText, asSVG, asHTML},
			flags: func(f *pflag.FlagSet) {
				flags(f)
				r.pictureFlags(f)
			},
			do: func(s Session, args []string) error { return r.picture(s, args, make) },
		}
	}
	r.addVerbs(root, command{name: "picture", alias: "afbeelding", short: "cli.short.picture"}, []command{
		one("group", "groep", "cli.group-word", 1, 1, "[--settings] [--as-it-was]", func(f *pflag.FlagSet) {
			f.BoolVar(&r.given.picturing.settings, "settings", false, r.words.Say("cli.flag.settings"))
			r.asItWasFlag(f)
		}, pictured.group),
		one("client", "cliënt", "cli.client-word", 1, 1, "[--as-it-was]", r.asItWasFlag, pictured.client),
		one("matrix", "", "", 0, 0, "[--as-it-was]", r.asItWasFlag, pictured.matrix),
		one("course", "verloop", "cli.pair-word", 0, 2, "[--group …]", func(f *pflag.FlagSet) {
			r.textFlag(f, &r.given.group, "group", "", "cli.flag.course-group")
		}, pictured.course),
		one("person", "persoon", "cli.person-word", 1, 1, "[--as-it-was]", r.asItWasFlag, pictured.person),
	})
}

func (r *run) pictureFlags(f *pflag.FlagSet) {
	r.outputFlag(f)
	f.BoolVar(&r.given.picturing.ascii, "ascii", false, r.words.Say("cli.flag.ascii"))
	f.IntVar(&r.given.picturing.width, "width", usualWidth, r.words.Say("cli.flag.width", leastWidth, mostWidth))
	f.BoolVar(&r.given.exporting.pseudonymise, "pseudonymise", false, r.words.Say("cli.flag.pseudonymise"))
	r.textFlag(f, &r.given.exporting.key, "key", "", "cli.flag.key")
}

// picture draws, to the terminal as text, or as a file that does not exist yet. A picture
// that leaves the program is noted in the journal, as an export is.
func (r *run) picture(s Session, args []string, make drawing) error {
	form, err := r.pictureForm()
	if err != nil {
		return err
	}
	secret, err := r.secret()
	if err != nil {
		return err
	}
	open := r.openForExport
	if form == asText {
		open = r.readStore
	}
	return open(s, func(db Store) error {
		p, err := r.pictured(s, db, secret)
		if err != nil {
			return err
		}
		all, err := make(p, args)
		if err != nil {
			return err
		}
		if form == asText {
			r.printPictures(all)
			return nil
		}
		return r.giveAlong(p, form, func(out io.Writer) error { return writePicture(out, r.words, all[0], form) })
	})
}

// giveAlong writes to stdout, or to a file that does not exist yet, and notes that in the
// journal as it does an export.
func (r *run) giveAlong(p pictured, form string, write func(io.Writer) error) error {
	to, at := r.given.output, domain.ToFile
	if to == "" {
		if err := write(r.out); err != nil {
			return r.notWritten(p.session, err)
		}
		at = domain.ToOutput
	} else {
		if err := whole.Create(to, write); err != nil {
			return r.writeFailure(p.db.World(), to, err)
		}
		r.note(r.words.Say("cli.written", words.Clean(to)))
	}
	r.noteExport(p.session, p.db, p.Exported(form, at))
	return nil
}

// pictureForm is that of --format, else that of the end of the file's name.
func (r *run) pictureForm() (string, error) {
	to, form := r.given.output, r.given.format
	end := strings.TrimPrefix(strings.ToLower(filepath.Ext(to)), ".")
	switch {
	case r.given.picturing.width < leastWidth || r.given.picturing.width > mostWidth:
		return "", r.fail(failure.WrongUse, "cli.picture.width", leastWidth, mostWidth)
	case to == "" || r.given.formatChosen && form != asText:
		return form, nil
	case !slices.Contains([]string{asSVG, asHTML}, end) || r.given.formatChosen:
		return "", r.fail(failure.WrongUse, "cli.picture.other-end", words.Clean(to))
	}
	return end, nil
}

// printPictures draws in cells: each on lines of its own.
func (r *run) printPictures(all []picture.Drawing) {
	g, charset := r.given.picturing, picture.Braille
	if g.ascii || r.ASCII {
		charset = picture.ASCII
	}
	if len(all) > 1 && g.width < besideWidth {
		all = all[1:]
	} else {
		all = all[:1]
	}
	for _, d := range all {
		if r.given.plain { // a picture is no help to who hears it
			if !strings.HasPrefix(d.InWords(), d.Title) {
				r.print(d.Title + ".")
			}
			for _, sentence := range d.Desc {
				r.print(sentence)
			}
			continue
		}
		for _, line := range d.Cells(g.width, 0, charset) {
			r.print(line)
		}
	}
}

func writePicture(out io.Writer, w tell.Words, d picture.Drawing, form string) error {
	if form == asHTML {
		return d.HTML(out, w.LanguageCode(), w.Say("picture.in-words"))
	}
	return d.SVG(out)
}

// group draws a group: with --settings first all three settings in one, then each alone.
func (p pictured) group(args []string) ([]picture.Drawing, error) {
	g, err := p.run.groupNamed(p.db.World(), args[0])
	if err != nil {
		return nil, err
	}
	if !p.run.given.picturing.settings {
		return []picture.Drawing{draw.Group(p.Subject, g.ID)}, nil
	}
	out := []picture.Drawing{draw.Settings(p.Subject, g.ID)}
	for _, v := range domain.Visibilities() {
		out = append(out, draw.InSetting(p.Subject, g.ID, v))
	}
	return out, nil
}

func (p pictured) client(args []string) ([]picture.Drawing, error) {
	w := p.db.World()
	one, err := p.run.personNamed(w, args[0])
	if err != nil {
		return nil, err
	}
	if one.Role != domain.Client {
		return nil, p.run.fail(failure.WrongUse, "care.not-a-client", p.run.words.Person(w, one.ID), string(one.ID))
	}
	return []picture.Drawing{draw.Client(p.Subject, p.Shown(one.ID))}, nil
}

func (p pictured) matrix([]string) ([]picture.Drawing, error) {
	return []picture.Drawing{draw.Matrix(p.Subject)}, nil
}

// course draws the days of two people, or of a group.
func (p pictured) course(args []string) ([]picture.Drawing, error) {
	w, group := p.db.World(), p.run.given.group
	if group == "" && len(args) != 2 || group != "" && len(args) != 0 {
		return nil, p.run.fail(failure.WrongUse, "cli.picture.pair-or-group")
	}
	past, err := p.run.readChronicle(p.session, p.db)
	if err != nil {
		return nil, err
	}
	if group != "" {
		g, err := p.run.groupNamed(w, group)
		if err != nil {
			return nil, err
		}
		return []picture.Drawing{draw.GroupCourse(p.Subject, past, g.ID)}, nil
	}
	viewer, other, err := p.run.pairNamed(w, args)
	if err != nil {
		return nil, err
	}
	at := func(on domain.Date) domain.World { return past.World(p.World, on) }
	return []picture.Drawing{draw.Course(p.Subject, at, past.Days(), p.Shown(viewer.ID), p.Shown(other.ID))}, nil
}

func (p pictured) person(args []string) ([]picture.Drawing, error) {
	one, err := p.run.personNamed(p.db.World(), args[0])
	if err != nil {
		return nil, err
	}
	return []picture.Drawing{draw.Seen(p.Subject, p.Shown(one.ID))}, nil
}
