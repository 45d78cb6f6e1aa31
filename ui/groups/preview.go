package groups

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// preview is what one person sees, ready to be drawn, and what it was built from.
type preview struct {
	viewer
	key    previewKey
	rows   []sightRow
	hidden sight.Hidden
	broken []string // says whom the viewer should see and does not
	unseen []string // says what they do not see

	breaches sight.Breaches
	unread   int // in a rehearsal
}

type previewKey struct {
	built  bool
	world  domain.World
	person domain.PersonID
	role   domain.Role
	group  domain.GroupID // in which the viewer has a role
	on     domain.Date
	voice  tell.Voice
	query  string
	acts   *scene.Rehearsing
}

func (g Screen) syncPreview(s scene.Scene) Screen {
	pane := g.panes[previewPane]
	key := previewKey{
		built: true, world: s.Seen(), person: g.person, role: g.role, on: s.On,
		voice: s.Words.Voice(), query: pane.query, group: g.group, acts: s.Rehearsal,
	}
	was, stood := g.previewRow()
	old := g.preview.key
	elsewhere := key
	elsewhere.group = old.group
	switch {
	case old == key:
	case old == elsewhere && g.person != "": // another group changes nothing of what a person sees
		g.preview.viewer, g.preview.key = g.viewer(s), key
	default:
		g.preview = g.newPreview(s)
		g.preview.key = key
	}
	rows := g.preview.rows
	pane.list = pane.list.Set(widget.Rows{N: len(rows), Selectable: func(i int) bool { return rows[i].selectable() }}, g.listHeight(s))
	if old.acts != key.acts && old.person == key.person && stood {
		if at := slices.IndexFunc(rows, func(r sightRow) bool { return r.spot == was.spot }); at >= 0 {
			pane.list = pane.list.Select(at)
		}
	}
	if old.person != key.person || old.world != key.world && pane.list.Cursor() < 0 {
		pane.list = pane.list.Home()
	}
	g.panes[previewPane] = pane
	return g
}

// newPreview asks sight what the person sees.
func (g Screen) newPreview(s scene.Scene) preview {
	out := preview{viewer: g.viewer(s)}
	if out.name == "" {
		return out
	}
	p, b := sight.Tiles(out.world, out.person, s.On)
	out.hidden = sight.HiddenFrom(out.world, out.person, s.On)
	out.breaches = g.breaches.At(out.world, s.On)
	live := receivedBy(s, out.viewer)
	out.unread = live.unread
	out.rows = liveRows(s, out.world, g.panes[previewPane], p, b, live)
	return out.withUnseen(s)
}

// rowKind is the kind of a row of the preview.
type rowKind uint8

const (
	blankRow   rowKind = iota
	tileRow            // Personentegel, Berichtentegel
	groupRow           // a group in a tile, or a section of it
	personRow          // somebody who is seen
	abilityRow         // something that may be done with a group
	emptyRow           // a tile without anything in it
	liveRow            // something that is read in a rehearsal
)

// tileID is one of the two tiles.
type tileID uint8

const (
	personsTile tileID = iota
	messagesTile
	newsTile // of a rehearsal
)

// section is a part of a tile.
type section uint8

const (
	groupSection section = iota
	networkSection
	addresseesSection
	conversationSection // of a rehearsal
	reportSection       // likewise
)

// spot identifies a row: the same row in the tiles of another world has the same spot.
type spot struct {
	kind    rowKind
	tile    tileID
	section section
	group   domain.GroupID  // of a groupSection
	person  domain.PersonID // of a personRow
	ability sight.Rule      // of an abilityRow
	act     int             // of a liveRow
}

// sightRow is one line of a tile.
type sightRow struct {
	spot
	text    string // of a person it is made when the row is drawn: see said
	rank    int32  // of a person among the others of the section
	as      domain.Role
	message bool
	sight   []sight.Ground
	mail    []sight.Ground
	// Of a rehearsal: what enter wishes, a word at the right, and the act on whose ground
	// it is read.
	opens scene.Wish
	mark  string
	act   int
}

// said is the text of the row.
func (r sightRow) said(s scene.Scene) string {
	if r.kind == personRow {
		return s.Words.Person(s.World, r.person)
	}
	return r.text
}

// selectable reports whether the cursor may stand on the row: it has grounds.
func (r sightRow) selectable() bool { return len(r.sight)+len(r.mail) > 0 || r.opens != nil }

// tileWriter writes the two tiles of one person as rows.
type tileWriter struct {
	s      scene.Scene
	world  domain.World
	filter pane
	at     spot // the tile and the section that is being written
	live   received
	out    []sightRow
}

// sightRows are the tiles as that person sees them, without a trace of what they do
// not see (C4).
func sightRows(s scene.Scene, world domain.World, filter pane, p sight.Personentegel, b sight.Berichtentegel) []sightRow {
	return liveRows(s, world, filter, p, b, received{})
}

// liveRows are sightRows with what is received in a rehearsal.
func liveRows(s scene.Scene, world domain.World, filter pane, p sight.Personentegel, b sight.Berichtentegel, live received) []sightRow {
	t := tileWriter{s: s, world: world, filter: filter, live: live}
	t.personentegel(p)
	t.at = spot{tile: messagesTile}
	t.add(sightRow{spot: spot{kind: blankRow}})
	t.berichtentegel(b)
	t.reports()
	t.newsTile()
	return t.out
}

// add writes a row in the current tile and section.
func (t *tileWriter) add(r sightRow) {
	r.tile, r.section, r.group = t.at.tile, t.at.section, t.at.group
	t.out = append(t.out, r)
}

func (t *tileWriter) enter(in section, g domain.GroupID) { t.at.section, t.at.group = in, g }

func (t *tileWriter) head(kind rowKind, key words.Key, args ...any) {
	t.add(sightRow{spot: spot{kind: kind}, text: t.s.Words.Say(key, args...)})
}

func (t *tileWriter) personentegel(p sight.Personentegel) {
	t.head(tileRow, "tile.persons")
	if len(p.Groups) == 0 && len(p.Network) == 0 {
		t.head(emptyRow, "tile.empty")
	}
	for _, g := range p.Groups {
		t.group(g, g.Access.Personentegel)
		t.persons(g.Rows, false)
	}
	if len(p.Network) > 0 {
		t.enter(networkSection, "")
		t.head(groupRow, "tile.network")
		t.persons(p.Network, false)
	}
}

func (t *tileWriter) berichtentegel(b sight.Berichtentegel) {
	t.head(tileRow, "tile.messages")
	t.conversations()
	if len(b.Groups)+len(b.Addressees)+len(t.live.conversations)+len(t.live.clients) == 0 {
		t.head(emptyRow, "tile.empty")
	}
	for _, g := range b.Groups {
		t.group(g, g.Access.Berichtentegel)
		t.abilities(g)
		t.persons(g.Rows, false)
	}
	if n := len(b.Addressees); n > 0 {
		t.enter(addresseesSection, "")
		t.head(groupRow, "tile.addressees", n)
		t.persons(b.Addressees, true)
	}
}

// group writes the group's name, with the ground for which it stands in the tile.
func (t *tileWriter) group(g sight.GroupRows, c sight.Clause) {
	t.enter(groupSection, g.Group)
	t.add(sightRow{spot: spot{kind: groupRow}, text: t.s.Words.Group(t.world, g.Group), sight: c.Of(g.Group)})
}

// abilities write what may be done with the group as a whole (D1, D3, D4).
func (t *tileWriter) abilities(g sight.GroupRows) {
	for _, a := range []struct {
		clause sight.Clause
		words  func() string
	}{
		{g.Access.GroupMessage, func() string { return t.s.Words.Say("tile.group-message", t.counselors(g.Group)) }},
		{g.Access.GroupReport, func() string { return t.s.Words.Say("tile.group-report") }},
		{g.Access.Programme, func() string { return t.s.Words.Say("tile.programme") }},
	} {
		if a.clause.Holds() {
			t.add(sightRow{spot: spot{kind: abilityRow, ability: a.clause.Rule}, text: a.words(), mail: a.clause.Of(g.Group)})
		}
	}
}

// counselors counts the members that get a group message.
func (t *tileWriter) counselors(id domain.GroupID) int {
	n := 0
	for _, m := range t.world.MembersOn(id, t.s.On) {
		if m.As.IsCounselor() {
			n++
		}
	}
	return n
}

// keeps reports whether somebody's name fits the filter.
func (t *tileWriter) keeps(id domain.PersonID) bool {
	if !t.filter.filtered() {
		return true
	}
	p, _ := t.world.Person(id)
	return t.filter.matches(p.Shown())
}

// persons writes a row for each person, by name. Everybody among the addressees may be
// messaged, so their rows do not say it. There may be thousands: only what is drawn is put
// into words.
func (t *tileWriter) persons(rows []sight.Row, addressees bool) {
	list := make([]sightRow, 0, len(rows))
	for _, r := range rows {
		if !t.keeps(r.Person) {
			continue
		}
		list = append(list, sightRow{
			spot: spot{kind: personRow, person: r.Person}, as: r.As, rank: t.s.Roster.Rank(r.Person),
			message: len(r.Messages) > 0 && !addressees, sight: r.Sight, mail: r.Messages,
		})
	}
	slices.SortFunc(list, func(a, b sightRow) int { return cmp.Compare(a.rank, b.rank) })
	for _, r := range list {
		t.add(r)
	}
}

// Lines of the blocks above and below the tiles.
const (
	switcherLines = 2
	groundLines   = 5
)

// listHeight is how many rows of the tiles fit.
func (g Screen) listHeight(s scene.Scene) int {
	inner := g.arrange(s).panes[previewPane].inner
	why, hidden := g.footHeights(s, inner)
	return max(inner.H-switcherLines-why-hidden, 0)
}

// footHeights returns the lines of the two blocks below the tiles. The grounds stand
// there only while the preview has the keys. The block of what is not seen gets the
// lines it needs, up to a third.
func (g Screen) footHeights(s scene.Scene, inner widget.Box) (why, hidden int) {
	room := max(inner.H-switcherLines-3, 0)
	if g.focus == previewPane {
		why = min(groundLines, room)
	}
	need := 1
	for _, line := range g.hiddenLines(s) {
		if need += len(widget.Wrap(s.Theme.Measure, line, inner.W)); need > inner.H {
			break
		}
	}
	return why, min(max(need, 2), max(inner.H/3, 4), room-why)
}

func (g Screen) drawPreview(s scene.Scene, box widget.Box) string {
	focused := g.focus == previewPane
	f := widget.Preview(s.Theme, g.previewTitle(s, box.W), focused)
	if g.pinned {
		f.Foot = s.Words.Say("preview.held")
	} else if g.role != domain.NoRole {
		f.Foot = s.Words.Say("preview.role-held")
	}
	if n := g.preview.unread; n > 0 {
		f.Foot = s.Words.Say("rehearse.unread-for", n)
	}
	if s.Seen() != s.World { // the signs of the groups stay today's
		f.Foot = strings.TrimSuffix(s.Words.Say("banner.as-it-was")+" · "+f.Foot, " · ")
	}
	pane := g.panes[previewPane]
	if f.Thumb = pane.list.Thumb(); f.Thumb.To > 0 {
		f.Thumb.From, f.Thumb.To = f.Thumb.From+switcherLines, f.Thumb.To+switcherLines
	}
	inner := f.Inner(box)
	bar, _ := g.switcher(s, inner.W)
	lines := []string{bar, ""}
	columns := newSightColumns(s, max(inner.W/3, leastRole))
	from, to := pane.list.Window()
	columns.name = nameWidth(s, to-from, func(i int) string { return g.preview.rows[from+i].said(s) })
	tiles := pane.list.Lines(func(i int, state widget.RowState) string {
		return g.drawSight(s, g.preview.rows[i], inner.W, columns, state, focused)
	})
	height := g.listHeight(s)
	for len(tiles) < height {
		tiles = append(tiles, "")
	}
	lines = append(lines, tiles...)
	return f.View(box.W, box.H, append(lines, g.previewFoot(s, inner)...))
}

// previewTitle always names the viewer, and the role by a shorter word where the long one does
// not fit.
func (g Screen) previewTitle(s scene.Scene, w int) string {
	p := g.preview
	if p.name == "" {
		return s.Words.Say("preview.title-none")
	}
	title := ""
	for _, role := range []string{s.Words.Role(p.head), s.Words.RoleTiny(p.head), s.Words.RoleCode(p.head)} {
		if title = s.Words.Say("preview.title", p.name, role); s.Theme.Measure.Width(title) <= w-beforeTitle-afterTitle {
			break
		}
	}
	return g.panes[previewPane].title(s, title, w)
}

// switcher draws the six roles, that of the head marked, and returns where each can
// be clicked.
func (g Screen) switcher(s scene.Scene, w int) (string, []widget.Hit) {
	var cells []widget.Cell
	var hits []widget.Hit
	x := 0
	name := roleTab(s, w)
	for _, r := range domain.Roles() {
		text := name(r)
		style := s.Theme.Faint
		if g.preview.name != "" && r == g.preview.head {
			style = s.Theme.TabActive
		}
		width := s.Theme.Measure.Width(text)
		cells = append(cells, widget.Cell{Text: text, Style: style, W: width})
		hits = append(hits, widget.Hit{X: x, W: width, Key: r.String()})
		x += width
	}
	return widget.Line(s.Theme.Measure, w, s.Theme.Text, cells...), hits
}

// roleTab is how the six roles are said beside each other in w cells.
func roleTab(s scene.Scene, w int) func(domain.Role) string {
	padded := func(name func(domain.Role) string, after string) func(domain.Role) string {
		return func(r domain.Role) string { return " " + name(r) + after }
	}
	for _, tab := range []func(domain.Role) string{padded(s.Words.RoleShort, " "), padded(s.Words.RoleTiny, " "), padded(s.Words.RoleTiny, "")} {
		width := 0
		for _, r := range domain.Roles() {
			width += s.Theme.Measure.Width(tab(r))
		}
		if width <= w {
			return tab
		}
	}
	return padded(s.Words.RoleCode, " ")
}

// leastRole is room for the longest short word for a role.
const leastRole = 12

// roomForBroken is the width of a row from which a broken agreement has room beside the
// role; below it the agreement has its place.
const roomForBroken = 60

// breaks are the agreements that a row breaks.
func (p preview) breaks(r sightRow) []domain.AgreementID {
	return rowBreaks(p.breaches, p.person, r)
}

func rowBreaks(b sight.Breaches, viewer domain.PersonID, r sightRow) []domain.AgreementID {
	switch {
	case r.kind == groupRow && r.group != "":
		return b.Group(r.group)
	case r.kind == personRow && r.group != "":
		return slices.Concat(b.Pair(viewer, r.person), b.Member(r.group, r.as))
	case r.kind == personRow:
		return b.Pair(viewer, r.person)
	}
	return nil
}

// sightColumns are the columns at the right of a person, the same for all rows of a frame.
type sightColumns struct {
	name         int // of the names in view; 0: all there is
	role         func(domain.Role) string
	roleWidth    int
	message      string
	messageWidth int // with its sign
}

func newSightColumns(s scene.Scene, mostRole int) sightColumns {
	c := sightColumns{message: s.Words.Say("tile.message")}
	c.role, c.roleWidth = s.Words.RoleColumn(mostRole)
	c.messageWidth = 1 + s.Theme.Measure.Width(c.message)
	return c
}

func (g Screen) drawSight(s scene.Scene, r sightRow, w int, columns sightColumns, state widget.RowState, focused bool) string {
	t := s.Theme
	base := widget.RowStyle(t, state, focused)
	if !focused {
		base = t.Text // the preview shows what somebody sees, not where a cursor stands
	}
	mark := " "
	if focused {
		mark = cursorMark(state)
	}
	switch r.kind {
	case tileRow:
		return widget.Line(t.Measure, w, t.Text, widget.Cell{Text: r.text, Style: t.Preview.Bold(true), W: w})
	case groupRow:
		return widget.Line(t.Measure, w, base, widget.Cell{Text: mark, W: 1}, widget.Cell{Text: " " + r.text, Style: t.Heading, W: widget.Share(1)}, s.Broken(g.preview.breaks(r)))
	case personRow:
		word := ""
		if r.message {
			word = columns.message
		}
		broken := s.Broken(g.preview.breaks(r))
		as := widget.Cell{Text: " " + columns.role(r.as), Style: t.Text, W: 1 + columns.roleWidth}
		if broken.W > 0 && w < roomForBroken {
			as.W = 0
		}
		return widget.Line(t.Measure, w, base,
			widget.Cell{Text: mark, W: 1},
			widget.Cell{Text: "   " + r.said(s), Style: t.Text, W: nameCell(w, 3+columns.name, 1+broken.W+as.W+columns.messageWidth)},
			broken, as,
			widget.Cell{Text: " " + word, Style: t.Accent, W: columns.messageWidth}, widget.Cell{W: widget.Share(1)})
	case liveRow:
		text := t.Text
		if r.mark != "" {
			text = t.Text.Bold(true)
		}
		mail := widget.Cell{Text: " " + r.mark, Style: t.Accent, W: 1 + t.Measure.Width(r.mark)}
		return widget.Line(t.Measure, w, base, widget.Cell{Text: mark, W: 1}, widget.Cell{Text: " " + r.text, Style: text, W: widget.Share(1)}, mail)
	case abilityRow:
		return widget.Line(t.Measure, w, base, widget.Cell{Text: mark, W: 1}, widget.Cell{Text: "   " + r.text, Style: t.Accent, W: widget.Share(1)})
	default:
		return widget.Line(t.Measure, w, t.Faint, widget.Cell{Text: "   " + r.text, Style: t.Faint, W: w})
	}
}

// previewFoot draws the two blocks below the tiles; only the coordinator sees them.
func (g Screen) previewFoot(s scene.Scene, inner widget.Box) []string {
	why, hidden := g.footHeights(s, inner)
	var out []string
	if why > 0 {
		out = block(s, inner.W, why, "preview.why", g.grounds(s))
	}
	if hidden > 0 {
		out = append(out, block(s, inner.W, hidden, "preview.hidden", g.hiddenLines(s))...)
	}
	return out
}

// rule is a line with a title in it.
func rule(s scene.Scene, w int, style lipgloss.Style, title words.Key) string {
	head := "── " + s.Words.Say(title) + " "
	return widget.Paint(style, widget.FitLine(s.Theme.Measure, head+strings.Repeat("─", max(0, w-s.Theme.Measure.Width(head))), w))
}

// block is a line with a title, above a text in the coordinator's own style.
func block(s scene.Scene, w, h int, title words.Key, text []string) []string {
	out := []string{rule(s, w, s.Theme.Coordinator, title)}
	var lines []string
	for _, line := range text {
		if lines = append(lines, widget.Wrap(s.Theme.Measure, line, w)...); len(lines) > h {
			break
		}
	}
	if room := h - 1; len(lines) > room && room > 0 {
		lines = append(lines[:room-1:room-1], widget.FitLine(s.Theme.Measure, lines[room-1], max(w-2, 0))+" …")
	}
	for i := 0; i < h-1; i++ {
		line := ""
		if i < len(lines) {
			line = lines[i]
		}
		out = append(out, widget.Paint(s.Theme.Coordinator, widget.FitLine(s.Theme.Measure, line, w)))
	}
	return out
}

// previewRow is the row under the cursor.
func (g Screen) previewRow() (sightRow, bool) {
	return underCursor(g.panes[previewPane], g.preview.rows)
}

// grounds says why the row under the cursor is seen: rule, route and source of the
// rule.
func (g Screen) grounds(s scene.Scene) []string {
	row, ok := g.previewRow()
	said := append(s.Words.Broken(s.World, g.preview.breaks(row)), s.Words.Grounds(s.World, row.sight, row.mail)...)
	if row.kind == liveRow && len(row.mail) == 0 {
		said = s.Aside(row.act, 2)
	}
	if !ok || row.kind == liveRow && len(said) == 0 {
		return []string{s.Words.Say("preview.why-none")}
	}
	return said
}
