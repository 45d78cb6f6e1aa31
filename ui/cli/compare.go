package cli

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

type (
	compareJSON struct {
		Viewer domain.PersonID `json:"viewer"`
		Group  domain.GroupID  `json:"group"`
		Date   domain.Date     `json:"date"`
		Now    string          `json:"now"` // the present setting
		Modes  []modeJSON      `json:"modes"`
	}
	modeJSON struct {
		Visibility     string             `json:"visibility"`
		Personentegel  personentegelJSON  `json:"personentegel"`
		Berichtentegel berichtentegelJSON `json:"berichtentegel"`
	}
)

// compare shows both tiles of one person under each setting of a group,
// one after another: the triptych of the screen.
func (r *run) compare(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		w := db.World()
		viewer, err := r.personNamed(w, args[0])
		if err != nil {
			return err
		}
		g, err := r.groupNamed(w, args[1])
		if err != nil {
			return err
		}
		on := r.referenceDate(s, w)
		out := compareJSON{viewer.ID, g.ID, on, g.Visibility.String(), []modeJSON{}}
		var views []view
		for _, mode := range domain.Visibilities() {
			v, err := viewUnder(w, viewer, g, mode, on)
			if err != nil {
				return r.writeFailure(w, r.fileName(s), err)
			}
			views = append(views, v)
		}
		if r.aloud != nil && !r.wantsJSON() {
			r.hearDifferences(g, viewer, views)
			return nil
		}
		for i, mode := range domain.Visibilities() {
			v := views[i]
			if r.wantsJSON() {
				d := v.data()
				out.Modes = append(out.Modes, modeJSON{mode.String(), d.Personentegel, d.Berichtentegel})
				continue
			}
			if i > 0 {
				r.print("")
			}
			head := words.Key("cli.compare-mode")
			if mode == g.Visibility {
				head = "cli.compare-now"
			}
			r.say(head, r.words.Visibility(mode), r.groupName(w, g.ID), r.personName(w, viewer.ID), r.words.LongDate(on))
			r.printPersonentegel(v)
			r.printBerichtentegel(v)
		}
		if r.wantsJSON() {
			return writeJSON(r.out, out)
		}
		return nil
	})
}

// viewUnder is what the viewer would see if the group had that setting.
func viewUnder(w domain.World, viewer domain.Person, g domain.Group, mode domain.Visibility, on domain.Date) (view, error) {
	changes, err := planChanges(domain.SetVisibility{ID: g.ID, Visibility: mode}, w)
	if err != nil {
		return view{}, err
	}
	after, err := w.With(changes...)
	if err != nil {
		return view{}, err
	}
	return newView(after, viewer, on), nil
}
