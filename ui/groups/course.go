package groups

import (
	"zichtlijn/ui/scene"
)

// course wishes to know since when and until when the person looked at sees the
// one in the row under the cursor of the preview; without a row it is asked whom.
func (g Screen) course(s scene.Scene) scene.Wish {
	if g.person == "" { // nobody, or an invented member: nothing ever held of them
		return scene.Say{Tone: scene.Warn, Words: s.Words.Say("course.no-viewer")}
	}
	out := scene.Course{Viewer: g.person}
	at := g.lanes[previewPane].list.Cursor()
	if g.focus == previewPane && at >= 0 && at < len(g.preview.rows) { // elsewhere its cursor is not seen
		out.Other = g.preview.rows[at].person
	}
	return out
}
