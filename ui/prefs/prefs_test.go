package prefs_test

import (
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"

	"zichtlijn/ui/prefs"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

func TestWhatAUserChoseIsThereTheNextTime(t *testing.T) {
	path := filepath.Join(t.TempDir(), "config", "settings.json")
	for _, want := range []prefs.Preferences{
		{},
		{Language: words.Dutch, LanguageChosen: true},
		{Language: words.English, LanguageChosen: true, Theme: theme.Paper, Locked: true},
		{Columns: map[string]string{"cl.nr": "nummer"}},
	} {
		if err := prefs.Save(path, want); err != nil {
			t.Fatal(err)
		}
		if got := prefs.Load(path); !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
	}
	for at, mode := range map[string]os.FileMode{path: 0o600, filepath.Dir(path): 0o700} {
		if info, err := os.Stat(at); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v", at, info.Mode(), err)
		}
	}
}

func TestAnOddFileOfPreferencesIsNoObstacle(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	if got := prefs.Load(path); !reflect.DeepEqual(got, prefs.Preferences{}) {
		t.Errorf("absent: %+v", got)
	}
	for _, text := range []string{"", "{", "[]", `{"language":5}`, `{"language":"fr","theme":"pink"}`} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := prefs.Load(path); !reflect.DeepEqual(got, prefs.Preferences{}) {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

func TestTheLocaleSpeaksWhereNothingWasChosen(t *testing.T) {
	if l := (prefs.Preferences{}).LanguageOr(words.English); l != words.English {
		t.Errorf("nothing chosen: %v", l)
	}
	if l := (prefs.Preferences{LanguageChosen: true, Language: words.Dutch}).LanguageOr(words.English); l != words.Dutch {
		t.Errorf("Dutch chosen: %v", l)
	}
}
