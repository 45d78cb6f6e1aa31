package export

import "zichtlijn/domain"

// Naming is what to note of a picture or page: whom and which groups it names.
func Naming(form string, to string, named map[domain.Ref]bool, pseudonymised bool) domain.Exported {
	out := domain.NewExported(domain.World{}, form, to)
	for ref := range named {
		out.Counts[ref.Noun]++
	}
	out.Pseudonymised = pseudonymised
	return out
}
