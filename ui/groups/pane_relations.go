package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// relationRow is a relation of the person as whom one looks.
type relationRow struct {
	domain.Relation
	name  string // who stands opposite
	kind  domain.RelationType
	tells bool // has effect on the reference date
}

// relationRows are the relations as the pane lists them, and from what they were built.
type relationRows struct {
	key  relationKey
	rows []relationRow
}

type relationKey struct {
	built  bool
	world  domain.World
	person domain.PersonID
	on     domain.Date
	ended  bool
	query  string
	height int
}

func (g Screen) syncRelations(s scene.Scene) Screen {
	lane := g.lanes[relationsPane]
	key := relationKey{true, s.World, g.person, s.On, s.ShowEnded, lane.query(), g.arrange(s).relations.inner.H}
	old := g.ties.key
	if old == key {
		return g
	}
	stand, _ := g.relation()
	g.ties = relationRows{key, g.listRelations(s)}
	lane.list = lane.list.Set(widget.Rows{N: len(g.ties.rows)}, key.height)
	if old.person != key.person {
		lane.list = lane.list.Home()
	}
	for i, r := range g.ties.rows {
		if r.ID == stand.ID && old.person == key.person {
			lane.list = lane.list.Select(i)
		}
	}
	g.lanes[relationsPane] = lane
	return g
}

// listRelations lists what has effect first, each part by type and name.
func (g Screen) listRelations(s scene.Scene) []relationRow {
	var out []relationRow
	for r := range s.World.RelationsOf(g.person) {
		p, _ := s.World.Person(r.Opposite(g.person))
		t, tells := s.World.InEffect(r, s.On)
		row := relationRow{r, words.Clean(p.Shown()), t, tells}
		if t.ID == "" {
			row.kind, _ = s.World.RelationType(r.Type)
		}
		if !s.ShowEnded && !r.RunsOn(s.On) || !g.lanes[relationsPane].matches(p.Shown()+" "+row.kind.Name) {
			continue
		}
		out = append(out, row)
	}
	words.SortBy(out, func(r relationRow) string {
		p, _ := s.World.Person(r.Opposite(g.person))
		order := "0"
		switch {
		case r.Withdrawn || r.Ended(s.On):
			order = "2"
		case !r.tells:
			order = "1"
		}
		if r.kind.Primary {
			order += "0"
		} else {
			order += "1"
		}
		return order + s.Roster.TextKey(r.kind.Name) + s.Roster.NameKey(p)
	})
	return out
}

// relation returns the relation under the cursor.
func (g Screen) relation() (relationRow, bool) {
	at := g.lanes[relationsPane].list.Cursor()
	if at < 0 || at >= len(g.ties.rows) {
		return relationRow{}, false
	}
	return g.ties.rows[at], true
}

func (g Screen) drawRelations(s scene.Scene, box widget.Box) string {
	lane, focused := g.lanes[relationsPane], g.focus == relationsPane
	title := s.Words.Say("relations.title-none")
	if g.person != "" {
		title = s.Words.Say("relations.title", s.Words.Person(s.World, g.person))
	}
	f := widget.Pane(s.Theme, lane.title(s.Words, title), focused)
	f.Thumb = lane.list.Thumb()
	inner := f.Inner(box)
	lines := lane.list.Lines(func(i int, state widget.RowState) string {
		return g.drawRelation(s, g.ties.rows[i], inner.W, state, focused)
	})
	if len(g.ties.rows) == 0 && g.person != "" {
		key := words.Key("relations.empty")
		if lane.query() != "" {
			key = "list.no-match"
		}
		lines = widget.Wrap(s.Words.Say(key), inner.W)
	}
	return f.View(box.W, box.H, lines)
}

func (g Screen) drawRelation(s scene.Scene, r relationRow, w int, state widget.RowState, focused bool) string {
	base := widget.RowStyle(s.Theme, state, focused)
	style := s.Theme.Text
	kind := words.Clean(r.kind.Name)
	switch {
	case r.Withdrawn:
		style, kind = s.Theme.Faint, kind+" · "+s.Words.Say("relation.withdrawn")
	case !r.RunsOn(s.On):
		style, kind = s.Theme.Faint, s.Words.Period(r.Period)+" · "+kind
	case r.Through != 0:
		// The end stands first: in a narrow pane it must not be what is cut off.
		kind = s.Words.Period(domain.Period{Through: r.Through}) + " · " + kind
	}
	if r.kind.SwitchedOff {
		style, kind = s.Theme.Faint, kind+" · "+s.Words.Say("relation.type-off")
	}
	sign, signStyle := "  ", s.Theme.Text
	switch {
	case r.kind.Primary && r.tells:
		sign, signStyle = "★ ", s.Theme.Primary
	case r.kind.Negative && r.tells:
		sign, signStyle = "! ", s.Theme.Warning
	}
	return widget.Line(w, base,
		widget.Cell{Text: cursorMark(state), W: 1},
		widget.Cell{Text: sign, Style: signStyle, W: 2},
		widget.Cell{Text: r.name, Style: style, W: widget.Share(5)},
		widget.Cell{Text: " " + kind, Style: style, W: widget.Share(6)},
	)
}
