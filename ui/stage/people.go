package stage

import (
	"cmp"
	"slices"
)

// entry is one person or heading in a list. people counts the former, head is over them.
type entry struct {
	block
	people int
	head   block
}

// sizes are the ways to draw people, the largest first.
func (d drawing) sizes() []func(Column) []entry {
	return []func(Column) []entry{d.largeEntries, d.smallerEntries, d.spacedEntries, d.tightEntries, d.narrowEntries}
}

// sizeOf is the largest size at which all columns fit in w by h cells: of settings next to
// each other none may seem to weigh more.
func (d drawing) sizeOf(all []Column, w, h int) int {
	sizes := d.sizes()
	for at, size := range sizes {
		fits := true
		for _, c := range all {
			if c.Nobody != "" {
				continue
			}
			if n := count(c.Parts); n > h*max(w/leastColumn, 1) {
				return len(sizes)
			}
			_, ok := d.flow(size(c), w, h)
			fits = fits && ok
		}
		if fits {
			return at
		}
	}
	return len(sizes)
}

// people draws whom a column shows, in w by h cells: in the largest size from one on in which
// they all fit, in columns where they must be.
func (d drawing) people(c Column, w, h, from int) block {
	if h <= 0 {
		return nil
	}
	if c.Nobody != "" {
		return block{line{{c.Nobody, d.bold}}}
	}
	if all := count(c.Parts); all > h*max(w/leastColumn, 1) { // so many fit in no way: draw only those in view
		c.Parts = firstOf(c.Parts, h)
		return d.cut(d.narrowEntries(c), w, h, all)
	}
	for _, size := range d.sizes()[min(from, len(d.sizes())):] {
		if out, ok := d.flow(size(c), w, h); ok {
			return out
		}
	}
	if narrow := d.narrowEntries(c); d.wide(narrow) <= w {
		return d.cut(narrow, w, h, count(c.Parts))
	}
	return d.cut(d.tightEntries(c), w, h, count(c.Parts))
}

// leastColumn is less than any column of people needs.
const leastColumn = 8

func count(parts []Part) int {
	n := 0
	for _, part := range parts {
		n += len(part.People)
	}
	return n
}

// firstOf are parts with the first n people of them.
func firstOf(parts []Part, n int) []Part {
	var out []Part
	for _, part := range parts {
		part.People = part.People[:min(len(part.People), n)]
		n -= len(part.People)
		if len(part.People) > 0 {
			out = append(out, part)
		}
	}
	return out
}

// largeEntries have first names in large letters; none where a letter is not known.
func (d drawing) largeEntries(c Column) []entry { return d.lettered(c, large(), block{nil}) }

// smallerEntries are largeEntries where there is less room.
func (d drawing) smallerEntries(c Column) []entry { return d.lettered(c, smaller(), nil) }

// lettered has first names in the letters of a typeface, with some space after each.
func (d drawing) lettered(c Column, face typeface, space block) []entry {
	var out []entry
	for _, part := range c.Parts {
		head := append(block{line{{part.Head, d.strong}}}, space...)
		out = append(out, entry{block: head})
		for _, p := range part.People {
			rows := face.write(p.First, d.W, face.rows, 1)
			if rows == nil {
				return nil
			}
			b := append(append(lines(rows, d.text), d.role(p.Role, p)), space...)
			out = append(out, entry{b, 1, head})
		}
	}
	return append(out, d.elsewhere(c)...)
}

func (d drawing) role(role string, p Person) line {
	out := line{{role, d.quiet}}
	if p.Messages != "" {
		out = append(out, segment{" · ", d.quiet}, segment{p.Messages, d.strong})
	}
	return out
}

func (d drawing) spacedEntries(c Column) []entry {
	out := d.tightEntries(c)
	for i := range out {
		out[i].block = append(out[i].block, nil)
		if out[i].people > 0 {
			out[i].head = append(slices.Clone(out[i].head), nil)
		}
	}
	return out
}

func (d drawing) tightEntries(c Column) []entry {
	return d.entries(c, func(p Person) (name, role string) { return p.Name, p.Role })
}

// narrowEntries have first names and short roles, and count the messages.
func (d drawing) narrowEntries(c Column) []entry {
	c.Elsewhere = cmp.Or(c.ElsewhereBrief, c.Elsewhere)
	for i, part := range c.Parts {
		c.Parts = slices.Clone(c.Parts)
		c.Parts[i].People = slices.Clone(part.People)
		for j := range part.People {
			c.Parts[i].People[j].Messages = ""
		}
	}
	out := d.entries(c, func(p Person) (name, role string) { return p.First, p.Brief })
	if c.Messages != "" {
		out = append(out, entry{block: block{line{{c.Messages, d.strong}}}})
	}
	return out
}

// entries has each person on a line.
func (d drawing) entries(c Column, say func(Person) (name, role string)) []entry {
	var out []entry
	for _, part := range c.Parts {
		head := block{line{{part.Head, d.strong}}}
		out = append(out, entry{block: head})
		for _, p := range part.People {
			name, role := say(p)
			l := append(line{{"  " + name, d.bold}, {" · ", d.quiet}}, d.role(role, p)...)
			out = append(out, entry{block{l}, 1, head})
		}
	}
	return append(out, d.elsewhere(c)...)
}

func (d drawing) elsewhere(c Column) []entry {
	if c.Elsewhere == "" {
		return nil
	}
	return []entry{{block: block{line{{c.Elsewhere, d.text}}}}}
}

// flow puts entries below each other, and in a next column where one is full; ok is false
// where they do not fit. A column that goes on with people begins with their heading: they
// would seem to stand under the one beside them. The lines behind all people stand below the
// columns. The last line of a column may be an empty one of an entry.
func (d drawing) flow(all []entry, w, h int) (out block, ok bool) {
	people, after := apart(all)
	room := h - after.high()
	columns, ok := columnsOf(people, room)
	if !ok || len(all) == 0 || room < 0 || after.width(d.Measure) > w {
		return nil, false
	}
	wide, total, high := make([]int, len(columns)), 0, 0
	for i, c := range columns {
		wide[i], high = c.width(d.Measure), max(high, min(len(c), room))
		if i < len(columns)-1 {
			wide[i] += 3
		}
		total += wide[i]
	}
	if total > w {
		return nil, false
	}
	for i, c := range columns {
		columns[i] = c.fit(d.Measure, wide[i], high, d.ground)
	}
	return append(beside(columns...), after.block...), true
}

// apart returns people with their headings, and the lines behind them all.
func apart(all []entry) (people []entry, after entry) {
	n := len(all)
	for n > 0 && all[n-1].people == 0 {
		n--
	}
	for _, e := range all[n:] {
		after.block = append(after.block, e.block...)
	}
	return all[:n], after
}

// columnsOf puts people and their headings in columns of h lines; ok is false where one is too
// high.
func columnsOf(all []entry, h int) (out []block, ok bool) {
	var now block
	for i, e := range all {
		need := e.high()
		if e.people == 0 { // a heading goes with whom it heads
			need = len(e.block) + all[i+1].high()
		}
		if len(now)+need > h && len(now) > 0 {
			out, now = append(out, now), slices.Clone(e.head)
		}
		if len(now)+e.high() > h {
			return nil, false
		}
		now = append(now, e.block...)
	}
	return append(out, now), true
}

// wide is the width of the widest of entries.
func (d drawing) wide(all []entry) int {
	w := 0
	for _, e := range all {
		w = max(w, e.width(d.Measure))
	}
	return w
}

// high is how many lines an entry needs: an empty one at its end may go.
func (e entry) high() int {
	n := len(e.block)
	for n > 0 && len(e.block[n-1]) == 0 {
		n--
	}
	return n
}

// cut draws the first entries in one column and says how many of all people are left out; the
// lines behind them stay.
func (d drawing) cut(entries []entry, w, h, all int) block {
	people, after := apart(entries)
	var out block
	shown := 0
	for _, e := range people {
		if len(out)+len(e.block) > h-1-len(after.block) {
			break
		}
		out, shown = append(out, e.block...), shown+e.people
	}
	if left := all - shown; left > 0 {
		out = append(out, line{{d.more(left), d.strong}})
	}
	return append(out, after.block...).fit(d.Measure, w, h, d.ground)
}
