package draw

import (
	"slices"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
	"zichtlijn/ui/words"
)

// related is somebody to whom a client has a relation that counts.
type related struct {
	id     domain.PersonID
	name   string
	as     domain.Role
	types  []string
	to, by sight.Route // how the client sees them, and they the client: Here is by a relation
}

// Client is the picture of the network of a client: they in the middle, the people of their
// relations around, and their groups as rings.
func Client(s Subject, client domain.PersonID) picture.Drawing {
	around := s.related(client)
	ids := []domain.PersonID{client}
	for _, r := range around {
		ids = append(ids, r.id)
	}
	names := s.apart(ids)
	for i := range around {
		around[i].name = names[around[i].id]
	}
	sortRelated(around)
	l := groupLayer{layer: newLayer(s.Words.Say("picture.client.title", names[client]), wide), used: usedMarks{roles: map[domain.Role]bool{domain.Client: true}}}
	among := s.among(around)
	l.head(l.Title, s.day(), among)
	l.says(s.Words.Say("picture.client.desc", len(around), names[client], s.Words.FullDate(s.On)))
	if among != "" {
		l.says(among + ".")
	}
	l.network(s, names[client], around)
	l.rings(s, client)
	l.legend(s.clientSamples(l.used)...)
	return l.Drawing
}

// clientSamples explain the lines of a network, where what is no relation is dotted.
func (s Subject) clientSamples(u usedMarks) []sample {
	elsewhere := u.elsewhere
	u.elsewhere = false
	out := s.samples(u)
	if elsewhere {
		out = append([]sample{lineSample(s.Words.Say("picture.client.elsewhere"), picture.Line{Style: picture.Dotted, Weight: 2.5})}, out...)
	}
	return out
}

// related are the people of the relations of a client that count on the day, each once.
func (s Subject) related(client domain.PersonID) []related {
	var out []related
	for r := range s.World.RelationsOf(client) {
		if r.Client != client {
			continue
		}
		if _, counts := s.World.InEffect(r, s.On); !counts {
			continue
		}
		at := slices.IndexFunc(out, func(o related) bool { return o.id == r.Person })
		if at < 0 {
			p, _ := s.World.Person(r.Person)
			out = append(out, related{id: r.Person, as: p.Role, to: s.direct(client, r.Person), by: s.direct(r.Person, client)})
			at = len(out) - 1
		}
		out[at].types = append(out[at].types, s.relationType(r.Type))
	}
	return out
}

// direct is the route by which one sees another: Here by a relation of the two.
func (s Subject) direct(viewer, other domain.PersonID) sight.Route {
	grounds := sight.Between(s.World, viewer, other, s.On).Sight
	switch {
	case len(grounds) == 0:
		return sight.NoRoute
	case slices.ContainsFunc(grounds, func(g sight.Ground) bool { return g.Rule == sight.N2 }):
		return sight.Here
	}
	return sight.Elsewhere
}

func sortRelated(all []related) {
	words.SortBy(all, func(r related) string {
		at := slices.Index(append(rolesDown(), domain.Administrator), r.as)
		return string(rune('a'+at)) + words.SortKey(r.name)
	})
}

// among says whether all whom a relation lets see the client see one another; empty where
// there are no two.
func (s Subject) among(around []related) string {
	in := map[domain.PersonID]bool{}
	for _, r := range around {
		if r.by == sight.Here {
			in[r.id] = true
		}
	}
	if len(in) < 2 {
		return ""
	}
	seen := 0
	for viewer := range in {
		for _, l := range sight.Persons(s.World, viewer, s.On) {
			if l.Sees() && in[l.Other] {
				seen++
			}
		}
	}
	if all := len(in) * (len(in) - 1); seen == all {
		return s.Words.Say("picture.client.among-all")
	} else if seen > 0 {
		return s.Words.Say("picture.client.among-some")
	}
	return s.Words.Say("picture.client.among-none")
}

// network draws the client and the people around, with a line for each sightline.
func (l *groupLayer) network(s Subject, name string, around []related) {
	more := 0
	if len(around) > mostSingle {
		around, more = around[:mostSingle], len(around)-mostSingle
	}
	var above, below []picture.Point
	for _, r := range around {
		p := s.role(r.as)
		p.Label = r.name
		if l.used.roles[r.as] = true; r.as.IsUser() {
			below = append(below, p)
		} else {
			above = append(above, p)
		}
	}
	arcs := newArcs(l.W, len(around))
	arcs.apart = 40
	points, bottom := arcs.spread(above, below, l.H)
	middle := arcs.center(len(above), l.H)
	for i, r := range around {
		l.joined(middle, points[i].At, r.to, r.by, 0)
		l.says(s.relatedWords(name, r))
	}
	for i, p := range points {
		l.add(p, typesText(p, strings.Join(around[i].types, ", ")))
	}
	l.add(picture.Text{At: picture.Spot{X: middle.X, Y: middle.Y + 34}, Text: name, Anchor: picture.Middle, Room: 180, Bold: true, Plate: true})
	one := s.role(domain.Client)
	one.At, one.Strong = middle, true
	l.add(one)
	switch {
	case len(around) == 0:
		l.add(picture.Text{At: picture.Spot{X: middle.X, Y: middle.Y - 40}, Text: s.Words.Say("picture.client.none"), Anchor: picture.Middle})
	case more > 0:
		said := s.Words.Say("picture.more", more)
		l.says(said + ".")
		l.add(picture.Text{At: picture.Spot{X: middle.X, Y: bottom}, Text: said, Anchor: picture.Middle})
		bottom += line
	}
	l.H = bottom
}

// typesText stands under the label of a point.
func typesText(p picture.Point, types string) picture.Text {
	out := picture.Text{At: picture.Spot{X: p.At.X + 19, Y: p.At.Y + 18}, Text: types, Room: p.Room, Size: 0.8}
	switch p.Side {
	case picture.Left:
		out.At.X, out.Anchor = p.At.X-19, picture.End
	case picture.Above:
		out.At, out.Anchor = picture.Spot{X: p.At.X, Y: p.At.Y - 50}, picture.Middle
	case picture.Below:
		out.At, out.Anchor = picture.Spot{X: p.At.X, Y: p.At.Y + 48}, picture.Middle
	}
	return out
}

func (s Subject) relatedWords(client string, r related) string {
	other := s.Words.Say("picture.as", r.name, s.Words.List(r.types))
	switch {
	case r.to != sight.NoRoute && r.by != sight.NoRoute:
		return s.Words.Say("picture.client.both", client, other)
	case r.to != sight.NoRoute:
		return s.Words.Say("picture.client.sees", client, other)
	case r.by != sight.NoRoute:
		return s.Words.Say("picture.client.sees", other, client)
	}
	return s.Words.Say("picture.client.neither", client, other)
}

const (
	ringsInLine = 3
	ringH       = 100.0
)

// rings draw the groups of the client, with how many of the others the client sees there.
func (l *groupLayer) rings(s Subject, client domain.PersonID) {
	groups := s.World.GroupsOn(client, s.On)
	words.SortBy(groups, func(m domain.Member) string { return words.SortKey(s.group(m.Group)) })
	step := (l.W - margin) / ringsInLine
	left := margin/2 + step*float64(max(ringsInLine-len(groups), 0))/2
	for i, m := range groups {
		at := picture.Spot{X: left + step*(float64(i%ringsInLine)+0.5), Y: l.H + margin + ringH*(float64(i/ringsInLine)+0.5)}
		members := s.World.MembersOn(m.Group, s.On)
		seen := 0
		for i, one := range members {
			if one.Person == client {
				for _, c := range sight.NewSquare(s.World, m.Group, members, s.On).Line(i) {
					if c.Sight != sight.NoRoute {
						seen++
					}
				}
			}
		}
		g, _ := s.World.Group(m.Group)
		share := s.Words.Say("picture.client.of-group", seen, len(members)-1)
		room := step - 40
		l.add(picture.Ring{At: at, RX: step/2 - 4, RY: ringH/2 - 6, Weight: 2},
			picture.Text{At: picture.Spot{X: at.X, Y: at.Y - 20}, Text: s.group(m.Group), Anchor: picture.Middle, Room: room, Bold: true},
			picture.Text{At: at, Text: s.Words.VisibilityShort(g.Visibility), Anchor: picture.Middle, Room: room},
			picture.Text{At: picture.Spot{X: at.X, Y: at.Y + 20}, Text: share, Anchor: picture.Middle, Room: room})
		l.says(s.Words.Say("picture.client.in-group", s.group(m.Group), s.Words.Visibility(g.Visibility), share))
	}
	if len(groups) > 0 {
		l.H += margin + ringH*float64((len(groups)+ringsInLine-1)/ringsInLine)
	}
}
