package ui

import (
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestTypingADateReplacesTheOneThatStands(t *testing.T) {
	s := scenetest.At(domain.World{}, words.Dutch, 80, 24)
	for _, c := range []struct {
		keys []string
		want domain.Date
	}{
		{[]string{"16-03-2027", "enter"}, domain.NewDate(2027, 3, 16)},
		{[]string{"backspace", "9", "enter"}, domain.NewDate(2029, 3, 2)},
		{[]string{"up", "16-03-2027", "enter"}, domain.NewDate(2027, 3, 16)},
		{[]string{"enter"}, s.On},
	} {
		_, wish := scenetest.Typed(s, newDateDialog(s), c.keys...)
		several, ok := wish.(scene.Several)
		if !ok || several[len(several)-1] != scene.Wish(scene.SetDate{On: c.want}) {
			t.Errorf("%v wishes %#v", c.keys, wish)
		}
	}
}
