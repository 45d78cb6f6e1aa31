package cli

import (
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/pseudonym"
	"zichtlijn/store/whole"
	"zichtlijn/ui/export"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
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

// pictured is what a picture is drawn of, and what the command line knows beside it.
type pictured struct {
	draw.Subject
	run     *run
	session Session
	db      Store
	secret  []byte
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
	none := func(*pflag.FlagSet) {}
	r.addVerbs(root, command{name: "picture", alias: "afbeelding", short: "cli.short.picture"}, []command{
		one("group", "groep", "cli.group-word", 1, 1, "[--settings]", func(f *pflag.FlagSet) {
			f.BoolVar(&r.given.picturing.settings, "settings", false, r.words.Say("cli.flag.settings"))
		}, pictured.group),
		one("client", "cliënt", "cli.client-word", 1, 1, "", none, pictured.client),
		one("matrix", "", "", 0, 0, "", none, pictured.matrix),
		one("course", "verloop", "cli.pair-word", 0, 2, "[--group …]", func(f *pflag.FlagSet) {
			r.textFlag(f, &r.given.group, "group", "", "cli.flag.course-group")
		}, pictured.course),
		one("person", "persoon", "cli.person-word", 1, 1, "", none, pictured.person),
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
		w := db.World()
		named := map[domain.Ref]bool{}
		p := pictured{Subject: draw.Subject{World: w, On: r.referenceDate(s, w), Words: r.words}, run: r, session: s, db: db, secret: secret}
		p.Named = func(ref domain.Ref) { named[ref] = true }
		if secret != nil {
			c, said := export.Pseudonymised(export.Content{World: w, Words: r.words}, secret)
			p.World = c.World
			r.noteAll(said)
		}
		all, err := make(p, args)
		if err != nil {
			return err
		}
		if form == asText {
			r.printPictures(all)
			return nil
		}
		if err := r.writePicture(s, w, all[0], form); err != nil {
			return err
		}
		r.noteExport(s, db, export.Naming(form, placeOf(export.Form{}, r.given.output), named, secret != nil))
		return nil
	})
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
			r.print(d.Title + ". " + d.Desc)
			continue
		}
		for _, line := range d.Cells(g.width, 0, charset) {
			r.print(line)
		}
	}
}

func (r *run) writePicture(s Session, w domain.World, d picture.Drawing, form string) error {
	write := d.SVG
	if form == asHTML {
		write = func(out io.Writer) error {
			return d.HTML(out, r.words.LanguageCode(), r.words.Say("picture.in-words"))
		}
	}
	to := r.given.output
	if to == "" {
		if err := write(r.out); err != nil {
			return r.notWritten(s, err)
		}
		return nil
	}
	if err := whole.Create(to, write); err != nil {
		return r.writeFailure(w, to, err)
	}
	r.note(r.words.Say("cli.written", words.Clean(to)))
	return nil
}

// shown is the id that somebody has in the world of the picture.
func (p pictured) shown(id domain.PersonID) domain.PersonID {
	if p.secret == nil {
		return id
	}
	return pseudonym.ID(id, p.secret)
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
	return []picture.Drawing{draw.Client(p.Subject, p.shown(one.ID))}, nil
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
	return []picture.Drawing{draw.Course(p.Subject, at, past.Days(), p.shown(viewer.ID), p.shown(other.ID))}, nil
}

func (p pictured) person(args []string) ([]picture.Drawing, error) {
	one, err := p.run.personNamed(p.db.World(), args[0])
	if err != nil {
		return nil, err
	}
	return []picture.Drawing{draw.Seen(p.Subject, p.shown(one.ID))}, nil
}
