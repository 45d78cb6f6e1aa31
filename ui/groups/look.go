package groups

import (
	"zichtlijn/domain"
	"zichtlijn/ui/dialog"

	"zichtlijn/ui/scene"
)

// newLook picks as whom to look; the preview holds that person until esc.
func newLook(s scene.Scene) scene.Dialog {
	return dialog.PickPerson(s, s.Words.Say("look.title"), "", func(id domain.PersonID) scene.Wish { return scene.Look{Person: id} })
}
