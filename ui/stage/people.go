package stage

import "slices"

// entry is one person or heading in a list. people counts the former, head is over them.
type entry struct {
	block
	people int
	head   block
}

// sizes are the ways to draw people, the largest first.
func (d drawing) sizes() []func(Column) []entry {
	return []func(Column) []entry{d.largeEntries, d.spacedEntries, d.tightEntries, d.narrowEntries}
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
func (d drawing) largeEntries(c Column) []entry {
	var out []entry
	for _, part := range c.Parts {
		head := block{line{{part.Head, d.strong}}, nil}
		out = append(out, entry{block: head})
		for _, p := range part.People {
			rows := largeText(p.First, d.W, letterRows, 1)
			if rows == nil {
				return nil
			}
			b := append(lines(rows, d.text), d.role(p.Role, p), nil)
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
// would seem to stand under the one beside them. The last line of a column may be an empty
// one of an entry.
func (d drawing) flow(all []entry, w, h int) (out block, ok bool) {
	var columns []block
	var now block
	for i, e := range all {
		need := e.high()
		if e.people == 0 && i+1 < len(all) { // a heading goes with whom it heads
			need = len(e.block) + all[i+1].high()
		}
		if len(now)+need > h && len(now) > 0 {
			columns, now = append(columns, now), slices.Clone(e.head)
		}
		if len(now)+e.high() > h {
			return nil, false
		}
		now = append(now, e.block...)
	}
	columns = append(columns, now)
	wide, total := make([]int, len(columns)), 0
	for i, c := range columns {
		wide[i] = c.width(d.Measure)
		if i < len(columns)-1 {
			wide[i] += 3
		}
		total += wide[i]
	}
	if total > w || len(all) == 0 {
		return nil, false
	}
	for i, c := range columns {
		columns[i] = c.fit(d.Measure, wide[i], h, d.ground)
	}
	return beside(columns...), true
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

// cut draws the first entries in one column and says how many of all people are left out.
func (d drawing) cut(entries []entry, w, h, all int) block {
	var out block
	shown := 0
	for _, e := range entries {
		if len(out)+len(e.block) > h-1 {
			break
		}
		out, shown = append(out, e.block...), shown+e.people
	}
	if left := all - shown; left > 0 {
		out = append(out, line{{d.more(left), d.strong}})
	}
	return out.fit(d.Measure, w, h, d.ground)
}
