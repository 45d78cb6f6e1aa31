package invented

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
)

// Names for a stage must not be names of the institution itself: an audience would take them
// for real. taken reports whether a word is one; each name is the first of a row that
// depends on the secret and the id alone, in which no word is taken.

var places = []string{
	"Linde", "Beuk", "Eik", "Berk", "Iep", "Es", "Els", "Wilg", "Den", "Spar", "Hulst", "Meidoorn", "Vlier", "Populier", "Esdoorn", "Kastanje", "Hazelaar", "Taxus",
	"Lijsterbes", "Lork", "Plataan", "Acacia", "Ceder", "Cipres", "Jeneverbes", "Kornoelje", "Liguster", "Olijf", "Perenboom", "Pruimenboom", "Robinia", "Walnoot", "Zilverspar",
	"Merel", "Mees", "Vink", "Roodborst", "Koolmees", "Zwaluw", "Leeuwerik", "Kievit", "Grutto", "Wulp", "Reiger", "Lepelaar", "IJsvogel", "Specht", "Uil", "Valk", "Havik", "Zwaan",
	"Dotterbloem", "Madelief", "Paardenbloem", "Korenbloem", "Klaproos", "Margriet", "Lavendel", "Salie", "Tijm", "Venkel", "Kamille", "Veldzuring", "Sleutelbloem",
	"Klaver", "Tulp", "Roos", "Iris", "Narcis", "Krokus", "Anemoon", "Akelei", "Duinroos", "Zonnedauw",
}

var syllables = [3][]string{
	{"Al", "Be", "Da", "El", "Fe", "Ga", "Ha", "Io", "Ja", "Ka", "La", "Ma", "Na", "Or", "Pe", "Ra", "Sa", "Ta", "Va", "Wi"},
	{"bri", "da", "fe", "go", "li", "ma", "ni", "ra", "se", "to", "vi", "za"},
	{"an", "da", "el", "ia", "im", "ko", "len", "mar", "na", "ris", "ta", "win"},
}

// mostTried is how many words of a list are tried before one is made of syllables.
const mostTried = 32

// Believable returns the invented name of a person.
func Believable(secret []byte, id string, taken func(word string) bool) Name {
	one := row{secret, id, taken}
	prefix := prefixes[one.number("prefix", 0)%uint32(len(prefixes))]
	return Name{one.first("given", allGiven()), prefix, one.first("family", family)}
}

// Place returns an invented name for a group, an institution or a place.
func Place(secret []byte, id string, taken func(word string) bool) string {
	return row{secret, id, taken}.first("place", places)
}

// row is the words that may become a name.
type row struct {
	secret []byte
	id     string
	taken  func(string) bool
}

func (r row) number(use string, at int) uint32 {
	d := digest(r.secret, "stage "+use+" "+strconv.Itoa(at), r.id)
	return binary.BigEndian.Uint32(d[:])
}

// first returns the first word that is not taken: of a list, else of syllables, of which
// there is always a longer one.
func (r row) first(use string, list []string) string {
	for at := range mostTried {
		if word := list[r.number(use, at)%uint32(len(list))]; !r.taken(word) {
			return word
		}
	}
	var b strings.Builder
	for at := mostTried; ; at++ {
		n := r.number(use, at)
		for part, of := range syllables {
			piece := of[(n>>(8*part))%uint32(len(of))]
			if b.Len() > 0 {
				piece = strings.ToLower(piece)
			}
			b.WriteString(piece)
		}
		if word := b.String(); !r.taken(word) {
			return word
		}
	}
}

// allGiven are all first names.
func allGiven() []string { return slices.Concat(given, moreGiven) }
