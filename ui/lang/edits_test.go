package lang

import "testing"

func TestEveryKeyOfAnEditHasWordsInBothLanguages(t *testing.T) {
	for k := range nlEdits {
		if _, ok := enEdits[k]; !ok {
			t.Errorf("%s has no English words", k)
		}
	}
	for k := range enEdits {
		if _, ok := nlEdits[k]; !ok {
			t.Errorf("%s has no Dutch words", k)
		}
	}
}
