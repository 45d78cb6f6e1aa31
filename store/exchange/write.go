package exchange

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"

	"zichtlijn/domain"
)

// ErrExtensions says that the extensions of a World are not JSON, so that no file can
// be written without losing them.
var ErrExtensions = errors.New("exchange: write: the extensions are damaged")

// ErrTooLarge says that a set-up is larger than Read reads back.
var ErrTooLarge = errors.New("exchange: write: larger than is read")

// Write writes a World as a set-up: sections and properties in the order of the
// schema, records by key, without defaults and without a time stamp. Writing what
// Read makes of it gives the same bytes. Where Read would refuse it for its size, the
// error is ErrTooLarge and nothing is written.
func Write(w io.Writer, world domain.World) error { return writeWithin(w, world, Limits{}) }

func writeWithin(w io.Writer, world domain.World, limits Limits) error {
	limits = limits.orDefault()
	var size counter
	values, err := write(&size, world)
	switch {
	case err != nil:
		return err
	case size.bytes > limits.Bytes || values > limits.values() || recordsOf(world) > limits.Records:
		return ErrTooLarge
	}
	_, err = write(w, world)
	return err
}

// counter counts what is written.
type counter struct{ bytes int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.bytes += int64(len(b))
	return len(b), nil
}

func recordsOf(world domain.World) int {
	n := 0
	for _, f := range sections() {
		n += world.Count(f.domainNoun())
	}
	return n
}

// write returns how many values it wrote.
func write(w io.Writer, world domain.World) (values int, err error) {
	about, err := root(world.Institution())
	if err != nil {
		return 0, err
	}
	if since, set := inactiveDays(world); set {
		kept := about.member("extensions")
		if kept == nil {
			about.kids = append(about.kids, node{kind: object}.withKey("extensions"))
			kept = &about.kids[len(about.kids)-1]
		}
		kept.kids = append(kept.kids, since)
		sortKeys(kept.kids)
	}
	out := printer{w: bufio.NewWriter(w), values: 1}
	all := sections()
	for _, key := range rootKeys() {
		if n := about.member(key); n != nil {
			out.member(*n)
		}
		for _, f := range all {
			if f.name() == key && world.Count(f.domainNoun()) > 0 {
				out.section(world, f)
			}
		}
	}
	if err := out.end(); err != nil {
		return 0, fmt.Errorf("exchange: write: %w", err)
	}
	return out.values, nil
}

// Record writes one record on one line, as Write has it in its section, and the
// institution as a set-up without sections. It leaves out the day from which a person
// is not active, which stands in the extensions of a set-up.
func Record(rec domain.Keyed) ([]byte, error) {
	if i, ok := rec.(domain.Institution); ok {
		n, err := root(i)
		keys := rootKeys()
		slices.SortFunc(n.kids, func(a, b node) int { return slices.Index(keys, a.key) - slices.Index(keys, b.key) })
		return appendNode(nil, &n, compact), err
	}
	for _, f := range sections() {
		if n, ok := f.record(rec); ok {
			return appendNode(nil, &n, compact), nil
		}
	}
	return nil, fmt.Errorf("exchange: write: no form for a %T", rec)
}

// root returns the keys of the root that are no section.
func root(i domain.Institution) (node, error) {
	if _, f := parseExtensions(i.Extensions); f != nil {
		return node{}, ErrExtensions
	}
	n := writeObject(institution().properties, &i)
	n.kids = append(n.kids,
		node{kind: text, text: formatName}.withKey("format"),
		numberNode(strconv.Itoa(formatVersion)).withKey("version"))
	return n, nil
}

// printer writes the root object piece by piece, so that a large set-up is never in
// memory twice. The bufio.Writer keeps an error until the end.
type printer struct {
	w      *bufio.Writer
	begun  bool
	line   []byte
	values int
}

func (p *printer) member(n node) {
	p.key(n.key)
	p.value(&n, 1)
}

func (p *printer) key(key string) {
	open := ",\n "
	if !p.begun {
		open = "{\n "
	}
	p.begun = true
	p.line = append(appendText(append(p.line[:0], open...), key), ": "...)
	p.w.Write(p.line)
}

func (p *printer) value(n *node, depth int) {
	p.values += n.size()
	p.line = appendNode(p.line[:0], n, depth)
	p.w.Write(p.line)
}

func (p *printer) section(world domain.World, f section) {
	p.key(f.name())
	p.values++
	between := "[\n  "
	for n := range f.records(world) {
		p.w.WriteString(between)
		p.value(&n, 2)
		between = ",\n  "
	}
	p.w.WriteString("\n ]")
}

func (p *printer) end() error {
	p.w.WriteString("\n}\n")
	return p.w.Flush()
}

// size returns how many values a value holds, itself included.
func (n *node) size() int {
	out := 1
	for i := range n.kids {
		out += n.kids[i].size()
	}
	return out
}
