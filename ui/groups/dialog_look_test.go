package groups

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

// someDialogs is one of each, half-way.
func someDialogs(t testing.TB, s scene.Scene) map[string]scene.Dialog {
	g1, g4 := groupOf(t, s, "G1"), groupOf(t, s, "G4")
	rel, _ := s.World.Relation("R01")
	var members []domain.Membership
	for m := range s.World.MembersOf("G1") {
		members = append(members, m)
	}
	out := map[string]scene.Dialog{}
	add := func(name string, d scene.Dialog, keys ...string) { out[name], _ = do(s, d, keys...) }
	add("group-new", newGroup(s), "Kookgroep", "tab", "right")
	add("group-edit", editGroup(s, g1))
	add("group-copy", copyGroup(s, g4), "tab", "right")
	add("group-remove", removeGroup(s, groupOf(t, s, "G6")))
	add("visibility", setVisibility(s, g1), "down", "down")
	add("members-pick", addMembers(s, g4), "space", "space", "jan")
	list := paste(s, addMembers(s, g4), "Dennis Bakker\n100014\nVries\nPetra Bakker\nPiet Puk\n")
	add("members-sort", list)
	add("members-terms", list, "space", "enter", "shift+tab", "space")
	add("membership-edit", editMembership(s, members[0]), "right")
	add("membership-end", endMembers(s, members[:3]))
	add("membership-remove", removeMembers(s, members[:1]))
	add("relation-add", addRelation(s, "P17"), "pers", "enter", "fati", "enter", "ctrl+u", "16-03-2026")
	add("relation-pick", addRelation(s, "P17"), "space")
	add("relation-edit", editRelation(s, rel))
	add("relation-end", endRelation(s, rel))
	add("relation-remove", removeRelation(s, rel))
	return out
}

func TestTheDialogsLookAsTheyDid(t *testing.T) {
	for _, c := range []struct {
		l    words.Language
		w, h int
	}{{words.Dutch, 80, 24}, {words.Dutch, 120, 40}, {words.English, 80, 24}} {
		s := demoScene(t, c.l, c.w, c.h)
		for name, d := range someDialogs(t, s) {
			t.Run(fmt.Sprintf("%s-%v-%dx%d", name, c.l, c.w, c.h), func(t *testing.T) {
				golden.RequireEqual(t, scenetest.Dialog(t, s, d))
			})
		}
	}
}

func TestNoDialogBreaksALineAtAnySizeAndKey(t *testing.T) {
	demo := demoScene(t, words.Dutch, 100, 30)
	keys := []string{"up", "down", "left", "right", "tab", "shift+tab", "enter", "esc", "space", "pgdown", "pgup", "backspace", "ctrl+u", "ctrl+s", "ctrl+v", "a", "Noor", "1-1-2026", "世界"}
	long := strings.Repeat("Wijdlopig 世界 ", 8)
	demo = edited(t, demo, domain.EditGroup{Group: domain.Group{ID: "G4", Name: long, Visibility: domain.MembersVisible, Description: long + "\n" + long}})
	dennis, _ := demo.World.Person("P29")
	dennis.DisplayName, dennis.Function = long, long
	demo = edited(t, demo, domain.EditPerson{Person: dennis})
	open := map[words.Language]map[string]scene.Dialog{}
	for _, l := range words.Languages() {
		demo.Words = tell.In(l).Spoken()
		open[l] = someDialogs(t, demo)
	}
	names := slices.Sorted(maps.Keys(open[words.Dutch]))
	rapid.Check(t, func(r *rapid.T) {
		s := demo
		s.Words = tell.In(rapid.SampledFrom(words.Languages()).Draw(r, "language")).Spoken()
		s.Size.W, s.Size.H = rapid.IntRange(40, 140).Draw(r, "w"), rapid.IntRange(10, 45).Draw(r, "h")
		name := rapid.SampledFrom(names).Draw(r, "dialog")
		d := open[s.Words.Language()][name]
		for range rapid.IntRange(0, 12).Draw(r, "presses") {
			switch key := rapid.SampledFrom(append(keys, "click", "paste", "refused")).Draw(r, "key"); key {
			case "click":
				d, _ = d.Update(s, scene.Clicked{X: rapid.IntRange(0, s.Size.W).Draw(r, "x"), Y: rapid.IntRange(0, s.Size.H).Draw(r, "y"), Wheel: rapid.IntRange(-1, 1).Draw(r, "wheel")})
			case "paste":
				d = paste(s, d, "Sem Bakker\nVries\n\x1b[31m\u202ekwaad\n"+strings.Repeat("x", 300))
			case "refused":
				d, _ = d.Update(s, scene.Refused{Refusal: domain.Refusal{Code: domain.ValueMissing, Field: "from"}})
			default:
				d, _ = do(s, d, key)
			}
			scenetest.Dialog(t, s, d)
			s.Size.W = rapid.IntRange(40, 140).Draw(r, "w")
			scenetest.Dialog(t, s, d)
		}
	})
}

func TestAnyInstitutionCanBeEditedWithoutAPanic(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		s := scenetest.At(domaintest.Small(r), words.Dutch, 80, 24)
		open := []scene.Dialog{newGroup(s)}
		for g := range s.World.Groups() {
			open = append(open, editGroup(s, g), setVisibility(s, g), copyGroup(s, g), removeGroup(s, g), addMembers(s, g))
			for m := range s.World.MembersOf(g.ID) {
				open = append(open, editMembership(s, m), endMembers(s, []domain.Membership{m}), removeMembers(s, []domain.Membership{m}))
			}
		}
		for p := range s.World.Persons() {
			open = append(open, addRelation(s, p.ID))
		}
		for rel := range s.World.Relations() {
			open = append(open, editRelation(s, rel), endRelation(s, rel), removeRelation(s, rel))
		}
		for range 4 {
			d := rapid.SampledFrom(open).Draw(r, "dialog")
			for _, key := range []string{"down", "space", "enter", "enter", "space", "enter"} {
				d, _ = do(s, d, key)
				scenetest.Dialog(t, s, d)
			}
		}
	})
}
