package cli

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
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

// compare shows both tiles of one person under each of the three settings of a
// group: the triptych of the screen, one after another.
func (r *run) compare(s Session, args []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		viewer, err := r.person(w, args[0])
		if err != nil {
			return err
		}
		g, err := r.aGroup(w, args[1])
		if err != nil {
			return err
		}
		on := r.on(s, w)
		out := compareJSON{viewer.ID, g.ID, on, g.Visibility.String(), []modeJSON{}}
		for _, mode := range domain.Visibilities() {
			v, err := supposed(w, viewer, g, mode, on)
			if err != nil {
				return r.notWritten(w, r.about(s), err)
			}
			if r.json() {
				d := v.json()
				out.Modes = append(out.Modes, modeJSON{mode.String(), d.Personentegel, d.Berichtentegel})
				continue
			}
			head := words.Key("cli.compare-mode")
			if mode == g.Visibility {
				head = "cli.compare-now"
			}
			r.sayf(head, r.words.Visibility(mode), r.which(w, g.ID), r.who(w, viewer.ID), r.words.LongDate(on))
			r.personentegel(v)
			r.berichtentegel(v)
			if mode != domain.MembersVisible {
				r.say("")
			}
		}
		if r.json() {
			return writeJSON(r.out, out)
		}
		return nil
	})
}

// supposed is what the viewer would see in a World in which the group has that
// setting.
func supposed(w domain.World, viewer domain.Person, g domain.Group, mode domain.Visibility, on domain.Date) (view, error) {
	changes, err := effective(domain.SetVisibility{ID: g.ID, Visibility: mode}, w)
	if err != nil {
		return view{}, err
	}
	after, err := w.With(changes...)
	if err != nil {
		return view{}, err
	}
	v := view{world: after, viewer: viewer, on: on}
	v.personentegel, v.berichtentegel = sight.Tiles(after, viewer.ID, on)
	return v, nil
}
