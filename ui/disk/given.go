package disk

import (
	"io"
	"path/filepath"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/pseudonym"
	"zichtlijn/ui"
	"zichtlijn/ui/export"
	"zichtlijn/ui/page"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/scene"
)

// writeGiven writes a picture, or a page to give along.
func (f Files) writeGiven(e ui.Export) (domain.Exported, bool, error) {
	named := map[domain.Ref]bool{}
	subject := draw.Subject{World: e.World, On: e.On, Words: e.Words, Named: func(ref domain.Ref) { named[ref] = true }}
	if e.Masked {
		secret := make([]byte, secretSize)
		if _, err := io.ReadFull(f.Options.Random, secret); err != nil {
			return domain.Exported{}, false, fileError{e.Path, false, err}
		}
		c, _ := export.Pseudonymised(export.Content{World: e.World, Words: e.Words}, secret)
		subject.World, e.Person, e.Decided.By = c.World, pseudonym.ID(e.Person, secret), domain.By{}
	}
	form, fill, err := given(e, subject)
	if err != nil {
		return domain.Exported{}, false, err
	}
	exists, err := f.write(e.Path, e.Overwrite, e.Work, fill)
	return export.Naming(form, domain.ToFile, named, e.Masked), exists, err
}

// given returns the form of what is written, and what writes it. The error is
// export.OtherEnd.
func given(e ui.Export, s draw.Subject) (form string, fill func(io.Writer) error, err error) {
	end := strings.ToLower(filepath.Ext(e.Path))
	switch e.Of {
	case scene.PersonPage:
		fill = func(out io.Writer) error { return page.Person(out, s, e.Person) }
	case scene.GroupPage:
		fill = func(out io.Writer) error { return page.Group(out, s, e.Group, e.Decided) }
	case scene.GroupPicture:
		fill = drawn(e, end, func() picture.Drawing { return draw.Settings(s, e.Group) })
	default:
		fill = drawn(e, end, func() picture.Drawing { return draw.Seen(s, e.Person) })
	}
	switch isPage := e.Of == scene.PersonPage || e.Of == scene.GroupPage; {
	case end == ".html" && isPage:
		return "page", fill, nil
	case end == ".html" || end == ".svg" && !isPage:
		return end[1:], fill, nil
	}
	return "", nil, export.OtherEnd{End: end}
}

// drawn writes a picture as the end of the file's name says.
func drawn(e ui.Export, end string, make func() picture.Drawing) func(io.Writer) error {
	return func(out io.Writer) error {
		d := make()
		if end == ".svg" {
			return d.SVG(out)
		}
		return d.HTML(out, e.Words.LanguageCode(), e.Words.Say("picture.in-words"))
	}
}
