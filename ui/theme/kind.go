package theme

// Kind is which theme a person asked for. The zero value follows the terminal.
type Kind uint8

// The kinds, in the order a choice shows them.
const (
	Auto Kind = iota
	Dark
	Light
	Paper
)

// Kinds lists every kind in the order a choice shows them.
func Kinds() []Kind { return []Kind{Auto, Dark, Light, Paper} }

// String gives the word that ParseKind reads and the preferences keep: auto, dark, light or paper.
func (k Kind) String() string {
	switch k {
	case Dark:
		return "dark"
	case Light:
		return "light"
	case Paper:
		return "paper"
	default:
		return "auto"
	}
}

// ParseKind reads a word as String writes it; false means it is none of them.
func ParseKind(word string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.String() == word {
			return k, true
		}
	}
	return Auto, false
}
