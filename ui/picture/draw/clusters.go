package draw

import (
	"math"
	"slices"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/picture"
)

// pairs counts, of the pairs of members in two roles, how many the one sees of the other.
type pairs struct{ all, seen, here int }

func (p pairs) share() float64 {
	if p.all == 0 {
		return 0
	}
	return float64(p.seen) / float64(p.all)
}

// rolePair is a viewer's role and the other's.
type rolePair struct{ viewer, other domain.Role }

// countPairs counts a whole group by roles.
func countPairs(q sight.Square) map[rolePair]pairs {
	out, members := map[rolePair]pairs{}, q.Members()
	for i, viewer := range members {
		var byRole [8]pairs
		for j, c := range q.Line(i) {
			if i == j {
				continue
			}
			p := &byRole[members[j].As]
			p.all++
			if c.Sight != sight.NoRoute {
				p.seen++
			}
			if c.Sight == sight.Here {
				p.here++
			}
		}
		for as, p := range byRole {
			if p.all > 0 {
				sum := out[rolePair{viewer.As, domain.Role(as)}]
				out[rolePair{viewer.As, domain.Role(as)}] = pairs{sum.all + p.all, sum.seen + p.seen, sum.here + p.here}
			}
		}
	}
	return out
}

// percent says a share; none that is not whole says 0% or 100%.
func (s Subject) percent(share float64) string {
	n := int(math.Round(share * 100))
	switch {
	case share > 0 && n == 0:
		return s.Words.Say("picture.below-one")
	case share < 1 && n == 100:
		return s.Words.Say("picture.percent", 99)
	}
	return s.Words.Say("picture.percent", n)
}

// clusters draws a point for each role, and between them how much is seen.
func (l *groupLayer) clusters(s Subject, id domain.GroupID, members []domain.Member, count map[domain.Role]int) {
	counted := countPairs(sight.NewSquare(s.World, id, members, s.On))
	at := l.clusterPoints(s, count)
	for i, a := range rolesDown() {
		if count[a] == 0 {
			continue
		}
		for _, b := range rolesDown()[i:] {
			if count[b] == 0 {
				continue
			}
			if a != b {
				l.cluster(s, at[a], at[b], counted[rolePair{a, b}])
				l.cluster(s, at[b], at[a], counted[rolePair{b, a}])
			}
		}
	}
	l.add(l.shares...)
	for _, a := range rolesDown() {
		if count[a] == 0 {
			continue
		}
		for _, b := range rolesDown() {
			if p := counted[rolePair{a, b}]; p.all > 0 {
				l.says(s.Words.Say("picture.cluster.says", s.Words.RoleWord(a), s.percent(p.share()), s.Words.RoleWord(b)))
			}
		}
	}
	for _, r := range rolesDown() {
		if count[r] > 0 {
			l.clusterLabel(s, at[r], r, count[r], counted[rolePair{r, r}])
		}
	}
	l.used.oneWay = true
}

// clusterPoints are where the roles stand: counselors above, users below.
func (l *groupLayer) clusterPoints(s Subject, count map[domain.Role]int) map[domain.Role]picture.Spot {
	var rows [2][]domain.Role
	for _, r := range rolesDown() {
		if count[r] > 0 {
			row := 0
			if r.IsUser() {
				row = 1
			}
			rows[row] = append(rows[row], r)
		}
	}
	out := map[domain.Role]picture.Spot{}
	for row, roles := range rows {
		for i, r := range roles {
			out[r] = picture.Spot{X: l.W * (float64(i) + 0.5) / float64(len(roles)), Y: l.H + 90 + 260*float64(row)}
		}
	}
	// Three in a row would lie on one line: the one in the middle stands lower.
	l.H += 90 + 260 + 90
	if users := rows[1]; len(users) == 3 {
		l.H += 70
		out[users[1]] = picture.Spot{X: out[users[1]].X, Y: out[users[1]].Y + 70}
	}
	return out
}

// cluster draws how much one role sees of another, with the share near who sees.
func (l *groupLayer) cluster(s Subject, from, to picture.Spot, p pairs) {
	if p.seen == 0 {
		l.used.none = true
		return
	}
	shift := across(from, to, 9)
	from, to = move(from, shift, 1), move(to, shift, 1)
	style := picture.Solid
	if p.here == 0 {
		style, l.used.elsewhere = picture.Dotted, true
	}
	l.add(picture.Line{From: from, To: to, Style: style, Weight: 1.5 + 3.5*p.share(), Gap: 30, Arrow: true})
	at := l.freeSpot(from, to, shift)
	l.said = append(l.said, at)
	l.shares = append(l.shares, picture.Text{At: at, Text: s.percent(p.share()), Anchor: picture.Middle, Plate: true, Bold: true})
}

// freeSpot is where a share stands beside its line: near who sees, unless another share
// stands there.
func (l *groupLayer) freeSpot(from, to, shift picture.Spot) picture.Spot {
	at := picture.Spot{}
	for _, way := range []float64{0.36, 0.28, 0.44, 0.2, 0.52, 0.6} {
		at = picture.Spot{X: from.X + (to.X-from.X)*way + shift.X*2.4, Y: from.Y + (to.Y-from.Y)*way + shift.Y*1.2}
		if !slices.ContainsFunc(l.said, func(o picture.Spot) bool { return math.Abs(o.X-at.X) < 50 && math.Abs(o.Y-at.Y) < 22 }) {
			break
		}
	}
	return at
}

func (l *groupLayer) clusterLabel(s Subject, at picture.Spot, r domain.Role, n int, among pairs) {
	point := s.role(r)
	point.At, point.Strong = at, true
	way := 1.0
	if r.IsCounselor() {
		way = -1
	}
	said := s.Words.Say("picture.cluster.alone")
	if among.all > 0 {
		said = s.Words.Say("picture.cluster.among", s.percent(among.share()))
	}
	room := l.W/3 - 10
	first, second := 38.0, 60.0
	if way < 0 {
		first, second = second, first
	}
	l.add(
		picture.Text{At: picture.Spot{X: at.X, Y: at.Y + way*first}, Text: s.counted(map[domain.Role]int{r: n}), Anchor: picture.Middle, Room: room, Bold: true, Plate: true},
		picture.Text{At: picture.Spot{X: at.X, Y: at.Y + way*second}, Text: said, Anchor: picture.Middle, Room: room, Plate: true}, point)
}

// across is a step aside from the way from one spot to another, to the left of it.
func across(a, b picture.Spot, by float64) picture.Spot {
	long := math.Hypot(b.X-a.X, b.Y-a.Y)
	if long == 0 {
		return picture.Spot{}
	}
	return picture.Spot{X: -(b.Y - a.Y) / long * by, Y: (b.X - a.X) / long * by}
}
