package domain

import "testing"

func TestAWholeNameIsSplit(t *testing.T) {
	for _, one := range []struct{ whole, given, prefix, family string }{
		{"Anna de Bos", "Anna", "de", "Bos"},
		{"Bos, Anna de", "Anna", "de", "Bos"},
		{"de Bos, Anna", "Anna", "de", "Bos"},
		{"Bos, Anna Maria", "Anna Maria", "", "Bos"},
		{"Anna Maria van den Berg-de Vries", "Anna Maria", "van den", "Berg-de Vries"},
		{"Jan van 't Hof", "Jan", "van 't", "Hof"},
		{"Jan van ’t Hof", "Jan", "van ’t", "Hof"},
		{"Noor El Haddad", "Noor", "El", "Haddad"},
		{"Bao Nguyễn", "Bao", "", "Nguyễn"},
		{"Sita Maria Ram", "Sita Maria", "", "Ram"},
		{"Pelé", "Pelé", "", NoFamilyName},
		{"De Bos", "De", "", "Bos"},
		{"Jan de", "Jan", "", "de"},
		{"Bos,", "", "", "Bos"},
		{"", "", "", NoFamilyName},
	} {
		given, prefix, family := SplitName(one.whole)
		if given != one.given || prefix != one.prefix || family != one.family {
			t.Errorf("%q became %q, %q, %q", one.whole, given, prefix, family)
		}
	}
}
