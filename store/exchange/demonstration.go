package exchange

import (
	"bytes"
	_ "embed"
)

// demonstration is the fictional institution of the demonstration, in the form
// that Write gives it.
//
//go:embed demonstration.json
var demonstration []byte

// Demonstration returns the import of the demonstration institution, with the
// reference date on which it is frozen.
func Demonstration() Import {
	// Reading from memory cannot fail, and problems of the file would be in the Setup.
	s, _ := Read("demonstration.json", bytes.NewReader(demonstration), Limits{})
	return Import{Setups: []Setup{s}, TakeDate: true}
}
