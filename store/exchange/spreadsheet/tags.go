package spreadsheet

import (
	"encoding/xml"
	"errors"
	"io"
)

// visitor is told the tags of a part, by their names without a prefix, and the text between
// them. Nothing that it is given may be kept.
type visitor interface {
	begin(t tag) error
	text(b []byte)
	end(name string) error
}

// tag is the beginning of an element: its name where a visitor knows it, and the three
// attributes that cells and rows have.
type tag struct {
	name    string
	r, t, s []byte
}

// knownNames are the names that a visitor asks for; any other is empty.
var knownNames = map[string]string{"row": "row", "c": "c", "v": "v", "t": "t", "f": "f", "rPh": "rPh", "si": "si"}

// tags visits the tags of a part and the text in them; a part that is absent has none. What
// is no plain XML is visited again from the beginning, by a fresh visitor.
func (b *workbook) tags(name, sheet string, fresh func() visitor) error {
	before := b.left
	err := b.visit(name, fresh(), plain)
	if errors.Is(err, errUnusual) && b.left >= 0 {
		b.left = before
		err = b.visit(name, fresh(), decoded)
	}
	if _, ours := errors.AsType[Problem](err); err != nil && !ours {
		return b.failure(sheet)
	}
	return err
}

func (b *workbook) visit(name string, v visitor, read func(io.Reader, visitor) error) error {
	r, err := b.open(name)
	if err != nil || r == nil {
		return err
	}
	defer func() { _ = r.Close() }() // of memory
	return read(r, v)
}

// errDamaged says that a part is no XML.
var errDamaged = errors.New("spreadsheet: damaged XML")

// decoded visits a part in any XML.
func decoded(in io.Reader, v visitor) error {
	d := xml.NewDecoder(in)
	d.Strict = true
	for depth := 0; ; {
		t, err := d.RawToken()
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil || depth < 0 || depth > deepest {
			return errDamaged
		}
		switch t := t.(type) {
		case xml.StartElement:
			err = v.begin(tag{knownNames[t.Name.Local], attribute(t, "r"), attribute(t, "t"), attribute(t, "s")})
		case xml.CharData:
			v.text(t)
		case xml.EndElement:
			err = v.end(knownNames[t.Name.Local])
		}
		if err != nil {
			return err
		}
	}
}

func attribute(t xml.StartElement, name string) []byte {
	for _, a := range t.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return []byte(a.Value)
		}
	}
	return nil
}

const deepest = 64 // tags within tags; a sheet needs a dozen
