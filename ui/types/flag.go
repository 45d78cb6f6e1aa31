package types

import (
	"zichtlijn/domain"
	"zichtlijn/ui/lang"
)

// flag is one property of a type as it is shown: a letter in the list, a word
// (a shorter one before a field) and a line that says what it does.
type flag struct {
	field                        domain.Field
	letter, word, label, explain lang.Key
	of                           func(*domain.RelationType) *bool
	employee                     bool // only a type for employees may have it
}

// flags are the seven in the order of DOMAIN.md 3. Whether a type is switched
// off (E7) is no flag to tick: that has its own key.
var flags = [...]flag{
	{"primary", lang.TypesLetterPrimary, lang.FlagPrimary, lang.FlagPrimary, lang.TypesAboutPrimary, func(t *domain.RelationType) *bool { return &t.Primary }, true},
	{"exclusive", lang.TypesLetterExclusive, lang.FlagExclusive, lang.FlagExclusive, lang.TypesAboutExclusive, func(t *domain.RelationType) *bool { return &t.Exclusive }, false},
	{"relevant", lang.TypesLetterRelevant, lang.FlagRelevant, lang.FlagRelevant, lang.TypesAboutRelevant, func(t *domain.RelationType) *bool { return &t.Relevant }, false},
	{"negative", lang.TypesLetterNegative, lang.FlagNegative, lang.FlagNegative, lang.TypesAboutNegative, func(t *domain.RelationType) *bool { return &t.Negative }, true},
	{"legal", lang.TypesLetterLegal, lang.FlagLegal, lang.TypesLabelLegal, lang.TypesAboutLegal, func(t *domain.RelationType) *bool { return &t.Legal }, true},
	{"vbmResponsible", lang.TypesLetterVBM, lang.FlagVBM, lang.FlagVBM, lang.TypesAboutVBM, func(t *domain.RelationType) *bool { return &t.VBMResponsible }, true},
	{"network", lang.TypesLetterNetwork, lang.FlagNetwork, lang.FlagNetwork, lang.TypesAboutNetwork, func(t *domain.RelationType) *bool { return &t.Network }, false},
}
