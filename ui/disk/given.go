package disk

import (
	"io"
	"path/filepath"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/ui"
	"zichtlijn/ui/export"
	"zichtlijn/ui/page"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/picture/draw"
	"zichtlijn/ui/scene"
)

// writeGiven writes a picture, or a page to give along.
func (f Files) writeGiven(e ui.Export) (domain.Exported, bool, error) {
	secret, err := f.secret(e)
	if err != nil {
		return domain.Exported{}, false, err
	}
	given, _ := export.NewGiven(export.Content{World: e.World, On: e.On, Words: e.Words}, secret)
	given.AsItWas = e.AsItWas
	if given.Invented() {
		e.Decided.By = domain.By{}
	}
	form, fill, err := filled(e, given)
	if err != nil {
		return domain.Exported{}, false, err
	}
	exists, err := f.write(e.Path, e.Overwrite, e.Work, fill)
	return given.Exported(form, domain.ToFile), exists, err
}

// filled returns the form of what is written, and what writes it. The error is
// export.OtherEnd.
func filled(e ui.Export, given export.Given) (form string, fill func(io.Writer) error, err error) {
	end, s, person := strings.ToLower(filepath.Ext(e.Path)), given.Subject, given.Shown(e.Person)
	switch e.Of {
	case scene.PersonPage:
		fill = func(out io.Writer) error { return page.Person(out, s, person) }
	case scene.GroupPage:
		fill = func(out io.Writer) error { return page.Group(out, s, e.Group, e.Decided) }
	case scene.GroupPicture:
		fill = drawn(e, end, func() picture.Drawing { return draw.Settings(s, e.Group) })
	default:
		fill = drawn(e, end, func() picture.Drawing { return draw.Seen(s, person) })
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
