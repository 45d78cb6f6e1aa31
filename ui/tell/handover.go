package tell

import (
	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
	"zichtlijn/ui/words"
)

// LanguageCode is the code of the language in HTML.
func (w Words) LanguageCode() string { return w.Language().String() }

// HandOver says a sentence of the hand-over sheet, which knows its keys as texts.
func (w Words) HandOver(key string, args ...any) string {
	return w.Say(words.Key("handover."+key), args...)
}

// Clean is words.Clean, for a package that may not know it.
func (w Words) Clean(s string) string { return words.Clean(s) }

// NameKey is the key by which a person sorts.
func (w Words) NameKey(p domain.Person) string { return NameKey(p) }

// SortKey is words.SortKey, for a package that may not know it.
func (w Words) SortKey(s string) string { return words.SortKey(s) }

// ChangedFields names the fields that a change changes.
func (w Words) ChangedFields(world domain.World, c domain.Change) string {
	st := c.Step()
	return w.changedFields(world, st.Noun, st.Before, st.After)
}

// OpenQuestion is Signal, for a package that may not know Naming.
func (w Words) OpenQuestion(by func(domain.PersonID) string, world domain.World, on domain.Date, s signal.Signal) string {
	return w.Signal(by, world, on, s)
}

// BrokenAgreement is VerdictBy, for a package that may not know Naming.
func (w Words) BrokenAgreement(by func(domain.PersonID) string, world domain.World, v sight.Verdict) string {
	return w.VerdictBy(by, world, v)
}
