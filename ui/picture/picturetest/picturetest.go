// Package picturetest judges SVG in tests.
//
// It promises that what it finds no fault in runs nothing, loads nothing and has no colour.
// It refuses to know how a picture is drawn.
package picturetest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// grammar is every element that an SVG of ours may have, with every attribute.
var grammar = map[string]string{
	"svg":     "xmlns role aria-labelledby viewBox width height font-family font-size",
	"title":   "id",
	"desc":    "id",
	"rect":    "x y width height rx fill stroke stroke-width stroke-dasharray stroke-linecap",
	"circle":  "cx cy r fill stroke stroke-width",
	"ellipse": "cx cy rx ry fill stroke stroke-width stroke-dasharray stroke-linecap",
	"line":    "x1 y1 x2 y2 stroke stroke-width stroke-dasharray stroke-linecap",
	"path":    "d fill stroke stroke-width stroke-dasharray stroke-linecap",
	"polygon": "points fill stroke stroke-width",
	"text":    "x y fill text-anchor font-size font-weight",
}

// values is what an attribute may say; of the others only numbers.
var values = map[string]string{
	"xmlns": `http://www\.w3\.org/2000/svg`, "role": "img", "aria-labelledby": `picture-[\w-]+-title picture-[\w-]+-desc`, "id": `picture-[\w-]+-(title|desc)`,
	"viewBox": `0 0 \d+(\.\d+)? \d+(\.\d+)?`, "font-family": "Arial, Helvetica, sans-serif", "fill": "#000|#fff|none", "stroke": "#000", "stroke-linecap": "round",
	"stroke-dasharray": `[\d. ]+`, "d": `(M-?[\d.]+ -?[\d.]+(L-?[\d.]+ -?[\d.]+|Q-?[\d.]+ -?[\d.]+ -?[\d.]+ -?[\d.]+))+`, "points": `[-\d., ]+`, "text-anchor": "start|middle|end", "font-weight": "bold",
}

// Faults returns what in an SVG is outside the grammar of our pictures, and its ids.
func Faults(svg string) (out, ids []string) {
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, ids
		}
		if err != nil {
			return append(out, err.Error()), ids
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			if _, ok := token.(xml.CharData); !ok {
				if _, ok := token.(xml.EndElement); !ok {
					out = append(out, fmt.Sprintf("a token %T", token))
				}
			}
			continue
		}
		allowed, ok := grammar[start.Name.Local]
		if !ok {
			out = append(out, "element "+start.Name.Local)
		}
		for _, a := range start.Attr {
			if !slices.Contains(strings.Fields(allowed), a.Name.Local) {
				out = append(out, start.Name.Local+" has "+a.Name.Local)
			}
			if a.Name.Local == "id" {
				ids = append(ids, a.Value)
			}
			if !sound(a) {
				out = append(out, a.Name.Local+" is "+a.Value)
			}
		}
	}
}

func sound(a xml.Attr) bool {
	if values[a.Name.Local] != "" || a.Name.Local == "xmlns" {
		return regexp.MustCompile("^(" + values[a.Name.Local] + ")$").MatchString(a.Value)
	}
	f, err := strconv.ParseFloat(a.Value, 64)
	return err == nil && !math.IsInf(f, 0) && !math.IsNaN(f)
}
