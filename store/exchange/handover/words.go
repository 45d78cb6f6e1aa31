package handover

import (
	"iter"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/signal"
)

// Words says a sheet in one language. What they return is clean: nothing from outside
// steers or hides text. They return plain text; the sheet escapes it.
type Words interface {
	// LanguageCode is that of the lang attribute.
	LanguageCode() string
	// HandOver says a sentence of the sheet itself, by its key.
	HandOver(key string, args ...any) string
	// Clean makes text from outside safe to show.
	Clean(string) string
	List([]string) string
	// ListAnd is List of names with the number of further ones.
	ListAnd(names []string, more int) string

	// FullDate writes a day with its month in letters; the zero date is empty.
	FullDate(domain.Date) string
	LongDate(domain.Date) string
	YesNo(bool) string
	// RoleWord says a role as people speak of it, Visibility a setting as the product does.
	RoleWord(domain.Role) string
	Visibility(domain.Visibility) string
	Kind(domain.Kind) string
	Noun(domain.Noun) string
	Field(domain.Field) string
	Count(n domain.Noun, number int) string

	// Apart is what tells a person from a namesake.
	Apart(domain.Person) string
	// NameKey is by what people sort, SortKey by what anything else does.
	NameKey(domain.Person) string
	SortKey(string) string

	// Changes says each change in a line, in their order.
	Changes(domain.World, []domain.Change) iter.Seq[string]
	// ChangedFields names the fields that a change changes.
	ChangedFields(domain.World, domain.Change) string
	// OpenQuestion says a signal, BrokenAgreement how an agreement is broken; by names people.
	OpenQuestion(by func(domain.PersonID) string, w domain.World, on domain.Date, s signal.Signal) string
	BrokenAgreement(by func(domain.PersonID) string, w domain.World, v sight.Verdict) string
}
