// Package invented makes up names for people, so that something can be shown or handed on
// without saying who it is about.
//
// It promises the same name for the same person under the same secret, and that nobody
// without the secret can tell who it was. It refuses to know where names are shown.
package invented

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
)

// Name is an invented name.
type Name struct{ Given, Prefix, Family string }

var given = []string{
	"Aafke", "Abel", "Adnan", "Aisha", "Anouk", "Arie", "Ayşe", "Bas", "Berend", "Brit", "Cas", "Chantal", "Daan", "Dewi", "Dirk", "Elif", "Emre", "Esmée",
	"Evert", "Fatma", "Femke", "Finn", "Floor", "Gijs", "Greetje", "Hanna", "Hidde", "Imane", "Ineke", "Ivo", "Jaap", "Jasmijn", "Joris", "Kaat", "Karim",
	"Kees", "Lieke", "Linh", "Lotte", "Luuk", "Maaike", "Malik", "Mees", "Merel", "Milan", "Nadia", "Niels", "Noah", "Olga", "Pim", "Puck", "Quinten", "Rachid",
	"Roos", "Ruben", "Saskia", "Sefa", "Sjoerd", "Sofie", "Teun", "Tess", "Thijs", "Umar", "Vera", "Wietse", "Xander", "Yara", "Yusuf", "Zoë",
}

// moreGiven are further first names, for a stage: there two of one name are mistaken for one
// person. The names of pseudonyms stay as they are.
var moreGiven = []string{
	"Ada", "Aron", "Amber", "Anton", "Asma", "Bente", "Björn", "Bo", "Bram", "Britt", "Carlo", "Cato", "Celine", "Damla", "Demi", "Djamila", "Eefje", "Eline", "Eren", "Evi",
	"Fabian", "Faye", "Fenna", "Fleur", "Florian", "Frits", "Gerda", "Gerrit", "Guus", "Hamza", "Harm", "Hasan", "Heleen", "Hilde", "Huib", "Ida", "Igor", "Ilse", "Iris", "Isa",
	"Jelle", "Jesse", "Jette", "Jolien", "Jurre", "Kamil", "Kim", "Klaas", "Koen", "Lars", "Lena", "Leyla", "Lidia", "Lisa", "Loes", "Louis", "Lucas", "Maud", "Marit", "Mats",
	"Mehmet", "Mette", "Mira", "Murat", "Naomi", "Nina", "Noor", "Okke", "Otto", "Paul", "Pien", "Pieter", "Ravi", "Renske", "Rik", "Robin", "Roel", "Romy", "Rosa", "Sami",
	"Sander", "Sanne", "Selma", "Siebe", "Silke", "Simone", "Stef", "Stijn", "Suze", "Tamara", "Tijn", "Timo", "Tygo", "Ties", "Ursula", "Valentijn", "Veerle", "Viktor", "Wendel", "Wouter",
	"Ymke", "Yorick", "Zeger", "Zora",
}

var prefixes = []string{"", "", "", "", "de", "van", "ten", "ter"}

var family = []string{
	"Aalders", "Akkerman", "Arslan", "Balk", "Beukema", "Boomgaard", "Brink", "Bruinsma", "Cornelisse", "Dam", "Deelen", "Dijkhuis", "Duin", "Eikelboom",
	"Elzinga", "Esdoorn", "Fluitman", "Gelder", "Graaf", "Groot", "Haan", "Hagedoorn", "Hazelaar", "Heide", "Hoek", "Holst", "Iep", "Jansma", "Kamp", "Kersen",
	"Kievit", "Klaver", "Koolmees", "Kraan", "Kuiper", "Landman", "Leeuwerik", "Linde", "Lijster", "Maas", "Meidoorn", "Merel", "Molen", "Mus", "Noord",
	"Olm", "Ooievaar", "Paardekooper", "Plas", "Populier", "Pruim", "Reiger", "Rietman", "Rogge", "Roos", "Schaap", "Sluis", "Spreeuw", "Steen", "Tarwe",
	"Terpstra", "Tulp", "Uil", "Veld", "Vink", "Vlier", "Waard", "Wilg", "Winter", "Wulp", "IJzer", "Yıldız", "Zand", "Zomer", "Zwaluw",
}

// digest is what a secret makes of an id, for one use of it.
func digest(secret []byte, use, id string) [sha256.Size]byte {
	h := hmac.New(sha256.New, secret)
	h.Write([]byte(use + "\x00" + id))
	return [sha256.Size]byte(h.Sum(nil))
}

// Person returns the invented name of the person of an id.
func Person(secret []byte, id string) Name {
	d := digest(secret, "name", id)
	pick := func(at int, from []string) string { return from[binary.BigEndian.Uint32(d[at:])%uint32(len(from))] }
	return Name{pick(0, given), pick(4, prefixes), pick(8, family)}
}

// ID returns another id in the place of an id: a letter and ten that tell nothing.
func ID(secret []byte, letter, id string) string {
	d := digest(secret, "id", id)
	return letter + base32.StdEncoding.EncodeToString(d[:])[:10]
}

// Label returns a word for something that is no person, such as a place, under its own
// secret number: two of one name get one label.
func Label(secret []byte, word, name string) string {
	d := digest(secret, "label "+word, name)
	return word + " " + family[binary.BigEndian.Uint32(d[:])%uint32(len(family))] + " " + base32.StdEncoding.EncodeToString(d[4:])[:5]
}
