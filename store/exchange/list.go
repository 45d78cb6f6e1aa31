package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
)

// List writes the list at the end of a JSON object, an element a line, so that a large
// one is never in memory. Its bufio.Writer keeps an error until End.
type List struct {
	out     *bufio.Writer
	open    string
	begun   bool
	line    bytes.Buffer
	encoder *json.Encoder
	err     error
}

// NewList returns the list that open begins: the text of the object up to and with
// the bracket.
func NewList(w io.Writer, open string) *List {
	l := &List{out: bufio.NewWriter(w), open: open}
	l.encoder = json.NewEncoder(&l.line)
	l.encoder.SetEscapeHTML(false)
	return l
}

// Add writes one element.
func (l *List) Add(element any) {
	between := ",\n"
	if !l.begun {
		l.begun, between = true, l.open+"\n"
	}
	l.out.WriteString(between)
	l.line.Reset()
	if err := l.encoder.Encode(element); err != nil {
		l.err = err
	}
	l.out.Write(bytes.TrimSuffix(l.line.Bytes(), []byte("\n")))
}

// End closes the list and the object; none is the whole object if the list is empty.
func (l *List) End(none string) error {
	rest := none
	if l.begun {
		rest = "\n]}"
	}
	l.out.WriteString(rest + "\n")
	if err := l.out.Flush(); err != nil {
		return err
	}
	return l.err
}
