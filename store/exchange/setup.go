package exchange

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"
	"unicode/utf8"

	"zichtlijn/domain"
	"zichtlijn/store/whole"
)

const (
	formatName    = "zichtlijn-setup"
	formatVersion = 1

	generatorLimit = 120 // characters of the name of the program that wrote a file
)

// Setup is the content of one file, with every problem of the file by itself. Import
// finds out whether it fits a World.
type Setup struct {
	file    string
	batches []batch // the institution's, then those of sections(), in order
	found   problems
	noted   problems
	sheets  []*sheet // of a file with tables: an Import makes the batches of them
	about   About
}

// About is what is known of a file as a whole.
type About struct {
	Hash     [sha256.Size]byte
	Encoding string   // of separated values; empty for any other file
	Guessed  bool     // by its letters
	Sample   []string // at most two lines that show the guess
}

// About returns what is known of the file as a whole.
func (s Setup) About() About { return s.about }

// How says how a file is read, beyond what it says itself. The zero How is for a file in
// the exchange form.
type How struct {
	Limits
	Encoding string            // of separated values; empty: guess
	Columns  map[string]string // heads of tables, and the heads that they stand for
	Headless bool              // a list without heads is one of names
	Tables   bool              // it holds tables, whatever its name and first bytes say
	// Keys are the heads that somebody gave the columns of the first table, by place; an
	// empty one is not read, and those beyond its last column are new ones. None: as the table
	// says.
	Keys []string
	// Cells are cells of the first table that somebody corrected.
	Cells map[CellAt]string
	Work  *Work // of the reading; nil: nobody watches it

	name string
}

// CellAt is the place of a cell as Place counts.
type CellAt struct{ Row, Column int }

// Read reads a set-up from a file that may hold anything. name is the name of the
// file in its problems. The error is one of reading src, or ErrStopped; problems of the
// content are in the Setup.
func Read(name string, src io.Reader, limits Limits) (Setup, error) {
	return ReadAs(name, src, How{Limits: limits})
}

// ReadAs is Read for a file that may also hold tables: separated values or a workbook.
func ReadAs(name string, src io.Reader, how How) (Setup, error) {
	how.Limits, how.name = how.Limits.orDefault(), name
	data, err := io.ReadAll(io.LimitReader(src, how.Bytes+1))
	if err != nil {
		return Setup{}, fmt.Errorf("exchange: read: %w", err)
	}
	r := &reader{file: name}
	s := Setup{file: name, batches: make([]batch, 1+len(sections())), about: About{Hash: sha256.Sum256(data)}}
	if how.Tables || holdsTables(name, data) {
		s.sheets = r.tables(data, how, &s.about)
	} else if root, ok := r.root(data, how); ok {
		s.batches = r.setup(&root)
	}
	if err := how.Work.Err(); err != nil {
		return Setup{}, err
	}
	r.found.inOrder()
	s.found, s.noted = r.found, r.notices
	return s, nil
}

// ReadFile is ReadAs for the file at path, which is also its name in problems. The error
// is one of opening or reading the file.
func ReadFile(path string, how How) (Setup, error) {
	f, err := whole.Open(path)
	if err != nil {
		return Setup{}, err
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	return ReadAs(path, f, how)
}

// Problems returns the problems of the file by itself, in its order, and how many
// were found beyond those.
func (s Setup) Problems() (found []Problem, more int) {
	return slices.Clone(s.found.list), s.found.more
}

// Records returns how many records the file has, the institution counted as one, and the
// rows of tables.
func (s Setup) Records() int {
	n := 0
	for _, b := range s.batches {
		if b != nil {
			n += b.size()
		}
	}
	for _, t := range s.sheets {
		n += len(t.rows)
	}
	return n
}

// root parses a file and judges its format and version. ok is false when the rest
// can not be read.
func (r *reader) root(data []byte, how How) (root node, ok bool) {
	limits := how.Limits
	give := func(c Code, n node, args ...string) (node, bool) {
		r.refuseValue(&n, c, n.text, args...)
		return node{}, false
	}
	if int64(len(data)) > limits.Bytes {
		return give(TooLarge, node{}, strconv.FormatInt(limits.Bytes, 10))
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return give(NotUTF8, node{line: 1, column: 1})
	}
	root, f := parse(data, limits.values(), how.Work)
	if f != nil {
		where := node{line: f.line, column: f.column}
		switch {
		case f.code == TooMany:
			return give(f.code, where, strconv.Itoa(limits.Records))
		case f.code == TooDeep:
			return give(f.code, where, strconv.Itoa(deepest))
		case !utf8.Valid(data):
			return give(NotUTF8, where)
		}
		return give(f.code, where)
	}
	if root.kind != object {
		return give(NotOurs, root)
	}
	format := root.member("format")
	if format == nil || format.kind != text || format.text != formatName {
		return give(NotOurs, *cmp.Or(format, &root))
	}
	version := root.member("version")
	if c, ok := versionFits(version); !ok {
		return give(c, *cmp.Or(version, &root))
	}
	records := 0
	for _, f := range sections() {
		if n := root.member(f.name()); n != nil {
			records += len(n.kids)
		}
	}
	if records > limits.Records {
		return give(TooMany, node{line: root.line, column: root.column}, strconv.Itoa(limits.Records))
	}
	return root, true
}

// versionFits reports whether n is our version, and otherwise the code: Newer for a
// version to come, NoVersion for one that never was.
func versionFits(n *node) (wrong Code, ok bool) {
	if n == nil || n.kind != number {
		return NoVersion, false
	}
	v, err := strconv.ParseFloat(n.text, 64)
	switch {
	case err == nil && v == formatVersion:
		return "", true
	case err == nil && v > formatVersion:
		return Newer, false
	}
	return NoVersion, false
}

// rootKeys returns the keys of the root in the order of the schema.
func rootKeys() []string {
	keys := []string{
		"$schema", "format", "version", "createdAt", "generator", "date", "organisation", "revealingWords",
		"acceptedSignals", "pseudonymised", "readings",
	}
	for _, f := range sections()[1:] { // acceptedSignals stands among what is said of the institution
		keys = append(keys, f.name())
	}
	return append(keys, "extensions")
}

// setup reads everything below the root.
func (r *reader) setup(root *node) []batch {
	whole, all := institution(), sections()
	out := make([]batch, 1+len(all))
	about := patch[domain.Institution]{node: root}
	before := 0
	keys := rootKeys()
	r.members(root, keys, func(at int, n *node) {
		key := keys[at]
		for i, p := range whole.properties {
			if p.key == key {
				before = r.refused
				if p.read(r, n, &about.values) {
					about.given |= 1 << i
				}
				about.refused = about.refused || r.refused > before
				return
			}
		}
		for i, f := range all {
			if f.name() == key {
				out[1+i] = f.read(r, n)
				return
			}
		}
		r.readHead(n)
	})
	before = r.refused
	r.readInactive(out)
	about.refused = about.refused || r.refused > before
	if about.given != 0 || about.refused {
		out[0] = patches[domain.Institution]{about}
	}
	return out
}

// readInactive reads our own extension. It comes last: persons may stand behind it.
func (r *reader) readInactive(read []batch) {
	r.descend(step{key: "extensions"}, func() {
		r.descend(step{key: inactiveKey}, func() {
			for _, b := range read {
				if people, ok := b.(patches[domain.Person]); ok {
					readInactiveDays(r, people)
					return
				}
			}
			readInactiveDays(r, nil)
		})
	})
}

// readHead judges the keys that describe the file and not the institution. Their
// values are not kept.
func (r *reader) readHead(n *node) {
	switch n.key {
	case "$schema":
		r.expect(n, text)
	case "generator":
		readText(r, n, domain.Line, generatorLimit)
	case "createdAt":
		if _, err := time.Parse(time.RFC3339, n.text); r.expect(n, text) && err != nil {
			r.refuse(n, WrongDate)
		}
	}
}

// Limits bound the size of a file, so that a hostile file costs no more than a large
// one. Zero means the default. Read and Write have the same ones.
//
// The defaults are far above the largest institution, and bounded by memory: a trial of
// 100,000 people took 390 MB at its highest as JSON and 470 MB as separated values, of 300,000
// 1.1 and 1.4 GB, of 999,999 3.7 and 4.5 GB. A workbook takes as much as separated values, and
// at some 800,000 people it is larger unpacked than a file may be.
type Limits struct {
	Bytes   int64 // length of the file, 250 MB by default
	Records int   // records in all sections together, 1,000,000 by default
}

const (
	defaultBytes   = 250_000_000
	defaultRecords = 1_000_000
	// deepest is how far lists and objects may nest. The form itself needs five;
	// the rest is for extensions.
	deepest = 64
	// valuesPerRecord and sparePerFile bound the memory, some 70 bytes a value. A full
	// person has 16 values, most records have five.
	valuesPerRecord = 12
	sparePerFile    = 10_000
)

func (l Limits) orDefault() Limits {
	if l.Bytes == 0 {
		l.Bytes = defaultBytes
	}
	if l.Records == 0 {
		l.Records = defaultRecords
	}
	return l
}

func (l Limits) values() int { return l.Records*valuesPerRecord + sparePerFile }
