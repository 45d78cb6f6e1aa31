package people

import (
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// Actions implements scene.Screen.
func (c Screen) Actions(s scene.Scene) []scene.Action {
	p, ok := c.current(s)
	stop := words.Key("people.stop")
	if ok && p.InactiveFrom != 0 {
		stop = "people.resume"
	}
	out := []scene.Action{
		{Key: "n", Name: "people.new", Edits: true, Bar: true},
		{Key: "e", Also: []string{"enter"}, Name: "people.edit", Edits: true, Bar: true},
	}
	if other := c.other(p, ok); other != "" {
		out = append(out, scene.Action{Key: "m", Name: other, Bar: true})
	}
	if c.second { // the keys that go with what is read stand where they can be seen
		out = append(out, walks(true)...)
	}
	out = append(out,
		scene.Action{Key: "i", Name: stop, Edits: true, Bar: true},
		scene.Action{Key: "d", Name: "people.remove", Edits: true, Bar: true},
		scene.Action{Key: "v", Name: "people.look", Bar: true},
		scene.Action{Key: "f", Name: "people.by-role", Bar: true},
		scene.Action{Key: "/", Name: "people.find", Bar: true},
		scene.Action{Key: "V", Name: "leave.act", Edits: true, Bar: true},
	)
	if !c.second {
		out = append(out, walks(false)...)
	}
	return out
}

// leafed goes to the other section of the details, from its top. Where one pane
// is shown at a time it shows that: a key must not change what cannot be seen.
func (c Screen) leafed(s scene.Scene) Screen {
	p, ok := c.current(s)
	if c.other(p, ok) != "" {
		c.second, c.detail = !c.second, widget.List{}
		c.inside = c.inside || s.Body.W < oneColumn
	}
	return c
}
