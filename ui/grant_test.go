package ui

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/files"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

func TestEveryWishIsGranted(t *testing.T) {
	table := &scene.Table{Rows: slices.Values([][]string{{"naam"}})}
	wishes := map[string]scene.Wish{}
	for _, w := range []scene.Wish{
		set("G1", domain.MembersVisible), scene.Undo{}, scene.Redo{},
		scene.Agreed{Wish: set("G3", domain.Hidden)},
		scene.Open{Dialog: files.Export(scene.Scene{Words: tell.In(words.Dutch)}, files.About{})},
		scene.Why{Viewer: "P29", Other: "P37"}, scene.Again{}, scene.Close{},
		scene.Look{Person: "P29"}, scene.Matrix{Group: "G1"}, scene.Go{Screen: scene.PeopleScreen},
		scene.Say{Words: "gezegd"}, scene.SetDate{On: 20000}, scene.SetEnded{Show: true}, scene.SetLock{Locked: true},
		scene.SetLanguage{Language: words.English}, scene.SetTheme{Kind: theme.Kinds()[1]}, scene.SetRoles{},
		scene.Timeline{Viewer: "P29", Other: "P37"}, scene.ReadChronicle{}, scene.SetAsItWas{},
		scene.ReadJournal{Count: 1}, scene.ReadOldEnds{}, scene.Start{How: scene.StartDemo},
		scene.Transfer{What: scene.Export}, scene.Stop{}, scene.Write{Name: "tabel", Table: table}, scene.Copy{Rows: [][]string{{"An Bos"}}}, scene.Paste{Text: "An Bos\nJo Bos"}, scene.Complete{Path: "/"},
		scene.Press{Key: "1"}, scene.Find{}, scene.Stage{}, scene.Quit{}, scene.Several{scene.Close{}},
		scene.Rehearse{}, scene.Leave{}, scene.NextStep{}, scene.Act{}, scene.Compose{}, scene.ReadIn{}, scene.ReadScenes{},
	} {
		wishes[reflect.TypeOf(w).Name()] = w
	}
	for _, name := range namesOfWishes(t) {
		w, ok := wishes[name]
		if !ok {
			t.Errorf("nobody sends %s: say here what it looks like", name)
			continue
		}
		drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).m.grant(w, nil)
		drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).keys("R").m.grant(w, nil)
		delete(wishes, name)
	}
	if len(wishes) > 0 {
		t.Errorf("no wishes any more: %v", slices.Sorted(maps.Keys(wishes)))
	}
}

// namesOfWishes reads the sealed set from the sources, so that a new wish can not
// be forgotten here.
func namesOfWishes(t *testing.T) []string {
	t.Helper()
	var names []string
	sources, err := fs.Glob(os.DirFS("scene"), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		file, err := parser.ParseFile(token.NewFileSet(), "scene/"+source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if ok && f.Name.Name == "isWish" && !strings.HasSuffix(source, "_test.go") {
				names = append(names, f.Recv.List[0].Type.(*ast.Ident).Name)
			}
		}
	}
	if len(names) == 0 {
		t.Fatal("no wish was found")
	}
	return names
}

type nobodys struct{ scene.Wish }

func TestAWishThatNobodyGrantsIsAMistakeOfTheProgram(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it is granted in silence")
		}
	}()
	drive(t, opening(demonstration(), &fakeFiles{}), 120, 40).m.grant(nobodys{}, nil)
}
