package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/words"
)

// flag is one property of a type as it is shown: a letter in the list, a word
// (a shorter one before a field) and a line that says what it does.
type flag struct {
	field                        domain.Field
	letter, word, label, explain words.Key
	of                           func(*domain.RelationType) *bool
	employee                     bool // only a type for employees may have it
}

// flags are the seven in the order of DOMAIN.md 3. Whether a type is switched
// off (E7) is no flag to tick: that has its own key.
var flags = [...]flag{
	{"primary", "types.letter-primary", "flag.primary", "flag.primary", "types.about-primary", func(t *domain.RelationType) *bool { return &t.Primary }, true},
	{"exclusive", "types.letter-exclusive", "flag.exclusive", "flag.exclusive", "types.about-exclusive", func(t *domain.RelationType) *bool { return &t.Exclusive }, false},
	{"relevant", "types.letter-relevant", "flag.relevant", "flag.relevant", "types.about-relevant", func(t *domain.RelationType) *bool { return &t.Relevant }, false},
	{"negative", "types.letter-negative", "flag.negative", "flag.negative", "types.about-negative", func(t *domain.RelationType) *bool { return &t.Negative }, true},
	{"legal", "types.letter-legal", "flag.legal", "types.label-legal", "types.about-legal", func(t *domain.RelationType) *bool { return &t.Legal }, true},
	{"vbmResponsible", "types.letter-vbm", "flag.vbmResponsible", "flag.vbmResponsible", "types.about-vbm", func(t *domain.RelationType) *bool { return &t.VBMResponsible }, true},
	{"network", "types.letter-network", "flag.network", "flag.network", "types.about-network", func(t *domain.RelationType) *bool { return &t.Network }, false},
}
