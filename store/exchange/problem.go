package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Problem is one thing that is wrong with a file, and where. Everything in it
// may come from the file: whoever shows it cleans it first.
type Problem struct {
	File         string // as it was handed to Read; empty when no record of a file is to blame
	Path         string // such as persons[3].role; empty for the file as a whole
	Line, Column int    // from 1, columns in characters; 0 where there is no place
	Code         Code
	Value        string   // what stands there, at most 40 characters
	Args         []string // what the code's docstring says
}

const (
	mostProblems = 1000
	mostValue    = 40
	mostOthers   = 5
)

// problems collects, up to a number that somebody could still read.
type problems struct {
	list []Problem
	more int
}

func (p *problems) full() bool { return len(p.list) >= mostProblems }

func (p *problems) add(x Problem) {
	if p.full() {
		p.more++
		return
	}
	x.Value = clip(x.Value)
	p.list = append(p.list, x)
}

func (p *problems) join(q problems) {
	for _, x := range q.list {
		p.add(x)
	}
	p.more += q.more
}

// inOrder sorts by place; what has none comes last.
func (p *problems) inOrder() {
	slices.SortStableFunc(p.list, func(a, b Problem) int {
		nowhere := func(x Problem) int {
			if x.Line == 0 {
				return 1
			}
			return 0
		}
		return cmp.Or(nowhere(a)-nowhere(b), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// Rejected says that a file is not taken, and why. It is an error so that Import
// can return it; Error is for developers.
type Rejected struct {
	Problems []Problem // in the order of the files, at most 1,000
	More     int       // how many were found beyond those
}

// Error counts the problems: they quote the file and belong in no log.
func (r Rejected) Error() string {
	return fmt.Sprintf("exchange: rejected for %d problems", len(r.Problems)+r.More)
}

// clip cuts a value from a file to what a problem may quote.
func clip(s string) string {
	n := 0
	for i := range s {
		if n == mostValue {
			return strings.Clone(s[:i])
		}
		n++
	}
	return s
}

// step is one step of a path: a key, or a place in a list.
type step struct {
	key    string
	at     int
	inList bool
}

// pathOf writes steps as persons[3].role, with extensions["a b"] for odd keys.
func pathOf(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		switch {
		case s.inList:
			b.WriteString("[" + strconv.Itoa(s.at) + "]")
		case !plainKey(s.key):
			b.WriteString("[" + strconv.Quote(clip(s.key)) + "]")
		case b.Len() > 0:
			b.WriteString("." + s.key)
		default:
			b.WriteString(s.key)
		}
	}
	return b.String()
}

func plainKey(s string) bool {
	return s != "" && len(s) <= mostValue && !strings.ContainsFunc(s, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && r != '$' && r != '_'
	})
}
