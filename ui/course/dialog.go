package course

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Dialog shows the spans of one sightline, past above.
type Dialog struct {
	viewer, other domain.PersonID
	spans         []sight.Span
	made          source
	tallest       int // lines that are told of any span at most: so that the window stands still
	list          widget.List
	at            dialog.Scroll // in what is told of the span under the cursor
	failed        string        // why the journal could not be read
}

// source is what spans were made from.
type source struct {
	world     domain.World
	chronicle *domain.Chronicle
	viewer    domain.PersonID
	width     int
	language  words.Language
}

// New shows what the viewer sees of the other over time; the cursor stands on
// the span of the reference date.
func New(s scene.Scene, viewer, other domain.PersonID) Dialog {
	return Dialog{viewer: viewer, other: other}.synced(s)
}

// Ask asks of whom one wants to know what the viewer sees of them.
func Ask(s scene.Scene, viewer domain.PersonID) scene.Dialog {
	title := s.Words.Say("course.ask", s.Words.Person(s.World, viewer))
	return dialog.PickPerson(s, title, viewer, func(other domain.PersonID) scene.Wish {
		return scene.Course{Viewer: viewer, Other: other}
	})
}

// synced makes the spans anew where the world or what is known of its past is
// another; then the cursor stands on the reference date again.
func (d Dialog) synced(s scene.Scene) Dialog {
	now := source{s.World, s.Chronicle, d.viewer, dialog.BodyWidth(s, bodyWidth), s.Words.Language()}
	if d.spans != nil && d.made == now {
		return d
	}
	var past domain.Chronicle // until the journal is read: by today's settings
	if s.Chronicle != nil {
		past = *s.Chronicle
	}
	at := func(on domain.Date) domain.World { return past.World(s.World, on) }
	d.spans, d.made, d.at = sight.Spans(at, s.World, d.viewer, d.other, past.Days()), now, dialog.Scroll{}
	d.tallest = 0
	for _, span := range d.spans {
		d.tallest = max(d.tallest, len(d.told(s, span, now.width)))
	}
	d.list = d.list.Set(d.rows(), d.arrange(s).rows.H).Select(sight.SpanOn(d.spans, s.On))
	return d
}

func (d Dialog) rows() widget.Rows { return widget.Rows{N: len(d.spans)} }

// current is the span under the cursor; there always is one.
func (d Dialog) current() sight.Span { return d.spans[max(d.list.Cursor(), 0)] }

// Update implements scene.Dialog.
func (d Dialog) Update(s scene.Scene, msg tea.Msg) (scene.Dialog, scene.Wish) {
	d = d.synced(s)
	d.list = d.list.Set(d.rows(), d.arrange(s).rows.H)
	switch msg := msg.(type) {
	case scene.Chronicled:
		d.failed = msg.Failure
	case scene.Clicked:
		return d.clicked(s, msg)
	case tea.KeyPressMsg:
		return d.key(s, msg.String())
	}
	return d, nil
}

func (d Dialog) key(s scene.Scene, key string) (scene.Dialog, scene.Wish) {
	switch key {
	case "esc":
		return d, scene.Close{}
	case "enter":
		return d, d.visit(s)
	case "tab", "shift+tab":
		d.viewer, d.other = d.other, d.viewer
		return d.synced(s), nil
	case "pgup":
		return d.scrolled(s, -1), nil
	case "pgdown", "space":
		return d.scrolled(s, 1), nil
	}
	if list, ok := d.list.Key(key); ok {
		d.list, d.at = list, dialog.Scroll{}
	}
	return d, nil
}

// scrolled reads on in what is told, a line short of what there is room for.
func (d Dialog) scrolled(s scene.Scene, by int) Dialog {
	l := d.arrange(s)
	d.at = d.at.By(by*max(l.told.H-1, 1), len(d.told(s, d.current(), l.told.W)), l.told.H)
	return d
}

func (d Dialog) clicked(s scene.Scene, at scene.Clicked) (scene.Dialog, scene.Wish) {
	l := d.arrange(s)
	switch {
	case at.Wheel != 0 && l.told.Contains(at.X, at.Y):
		d.at = d.at.By(at.Wheel, len(d.told(s, d.current(), l.told.W)), l.told.H)
	case at.Wheel != 0:
		d.list = d.list.Scroll(at.Wheel)
	default:
		if key, ok := l.Key(s.Theme, at); ok {
			return d.key(s, key.String())
		}
		if i, ok := d.list.At(at.Y - l.rows.Y); ok {
			d.list, d.at = d.list.Select(i), dialog.Scroll{}
		}
	}
	return d, nil
}

// visit makes the first day of the span the reference date, or the last of one
// that was from always on. Where modes or readings were others then, sight is to
// be shown by those: under today's the screen would contradict the span.
func (d Dialog) visit(s scene.Scene) scene.Wish {
	span := d.current()
	on := span.From
	if on == 0 {
		on = span.Through
	}
	if on == 0 {
		return scene.Say{Words: s.Words.Say("course.every-day")}
	}
	out := scene.Several{scene.Close{}}
	at := slices.IndexFunc(span.Stretches, func(t sight.Stretch) bool { return t.Covers(on) })
	if span.Stretches[at].AsItWas && !s.AsItWas {
		out = append(out, scene.SetAsItWas{AsItWas: true})
	}
	return append(out, scene.SetDate{On: on})
}
