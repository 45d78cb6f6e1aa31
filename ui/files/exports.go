package files

import (
	"slices"

	"zichtlijn/ui/scene"
	"zichtlijn/ui/words"
)

// exportForms are what an export can be of: what it is called, and how its file is.
var exportForms = map[scene.ExportOf]struct {
	title, explain words.Key
	name, end      string
}{
	scene.SetupExport:  {"files.export", "files.export-explain", "zichtlijn", ".json"},
	scene.GroupPicture: {"files.of-group-picture", "files.of-picture-explain", "standen", ".svg"},
	scene.SightPicture: {"files.of-sight-picture", "files.of-picture-explain", "wat-iemand-ziet", ".svg"},
	scene.PersonPage:   {"files.of-person-page", "files.of-person-explain", "wat-ik-zie", ".html"},
	scene.GroupPage:    {"files.of-group-page", "files.of-group-explain", "team", ".html"},
}

// offered are the exports that there is something for.
func (d transfer) offered() []scene.ExportOf {
	out := []scene.ExportOf{scene.SetupExport}
	if d.what != scene.Export {
		return out
	}
	if d.about.Group != "" {
		out = append(out, scene.GroupPicture)
	}
	if d.about.Person != "" {
		out = append(out, scene.SightPicture, scene.PersonPage)
	}
	if d.about.Group != "" {
		out = append(out, scene.GroupPage)
	}
	return out
}

// ofNext is the dialog about the next export. A name that somebody typed stays; no name says
// whom it is about.
func (d transfer) ofNext(s scene.Scene) transfer {
	all := d.offered()
	d.of = all[(slices.Index(all, d.of)+1)%len(all)]
	if f := exportForms[d.of]; d.path.Value() == d.opened {
		d.opened = f.name + "-" + s.Today.String() + f.end
		d.path = d.path.SetValue(d.opened).Fresh()
	}
	d.failure = ""
	return d
}

// intro explains what is written or read.
func (d transfer) intro() words.Key {
	if d.of != scene.SetupExport {
		return exportForms[d.of].explain
	}
	return intros[d.what]
}

// title says what the dialog is about, and of whom or which group.
func (d transfer) title(s scene.Scene) string {
	whom := d.about.Group
	if d.of == scene.SightPicture || d.of == scene.PersonPage {
		whom = d.about.Person
	}
	title := s.Words.Say(titles[d.what])
	if d.of != scene.SetupExport {
		title = s.Words.Say(exportForms[d.of].title, whom)
	}
	switch {
	case d.masked && d.of == scene.SetupExport:
		return s.Words.Say("files.export-masked")
	case d.masked:
		return title + " · " + s.Words.Say("files.masked")
	}
	return title
}

// wanted is the wish of what was filled in.
func (d transfer) wanted(overwrite bool) scene.Transfer {
	return scene.Transfer{What: d.what, Path: d.typed(), Table: d.table, Masked: d.masked, Of: d.of, Overwrite: overwrite}
}
