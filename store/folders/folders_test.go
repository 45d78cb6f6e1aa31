package folders_test

import (
	"errors"
	"path/filepath"
	"testing"

	"zichtlijn/store/folders"
)

func TestEveryPlatformHasItsOwnFolders(t *testing.T) {
	root := t.TempDir() // absolute on whatever platform the test runs
	at := func(parts ...string) string { return filepath.Join(append([]string{root}, parts...)...) }
	for _, c := range []struct {
		name, os, home string
		env            map[string]string
		file, settings string
	}{
		{"linux", "linux", at("h"), nil,
			at("h", ".local", "share", "zichtlijn", "zichtlijn.db"), at("h", ".config", "zichtlijn", "settings.json")},
		{"macOS", "darwin", at("h"), nil,
			at("h", "Library", "Application Support", "zichtlijn", "zichtlijn.db"),
			at("h", "Library", "Application Support", "zichtlijn", "settings.json")},
		{"Windows", "windows", at("h"), map[string]string{"LocalAppData": at("local"), "AppData": at("roaming")},
			at("local", "zichtlijn", "zichtlijn.db"), at("roaming", "zichtlijn", "settings.json")},
		{"XDG goes first everywhere", "darwin", at("h"), map[string]string{"XDG_DATA_HOME": at("d"), "XDG_CONFIG_HOME": at("c")},
			at("d", "zichtlijn", "zichtlijn.db"), at("c", "zichtlijn", "settings.json")},
		{"a relative XDG folder counts as none", "linux", at("h"), map[string]string{"XDG_DATA_HOME": "d", "XDG_CONFIG_HOME": "c"},
			at("h", ".local", "share", "zichtlijn", "zichtlijn.db"), at("h", ".config", "zichtlijn", "settings.json")},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := folders.System{OS: c.os, Home: c.home, Env: func(name string) string { return c.env[name] }}
			if got, err := s.File(); err != nil || got != c.file {
				t.Errorf("file: got %q, %v; want %q", got, err, c.file)
			}
			if got, err := s.Settings(); err != nil || got != c.settings {
				t.Errorf("settings: got %q, %v; want %q", got, err, c.settings)
			}
		})
	}
}

func TestARelativeHomeIsRefusedWhereItWouldBeUsed(t *testing.T) {
	root := t.TempDir()
	for _, os := range []string{"linux", "darwin"} {
		env := map[string]string{}
		s := folders.System{OS: os, Home: "h", Env: func(name string) string { return env[name] }}
		for _, ask := range []func() (string, error){s.File, s.Settings, s.Seen} {
			if path, err := ask(); !errors.Is(err, folders.ErrRelative) || path != "" {
				t.Errorf("%s: got %q, %v", os, path, err)
			}
		}
		env["XDG_DATA_HOME"] = root
		if path, err := s.File(); err != nil || path != filepath.Join(root, "zichtlijn", "zichtlijn.db") {
			t.Errorf("%s: got %q, %v", os, path, err)
		}
	}
}

func TestWithoutAHomeThereIsNoPlaceAndNoGuess(t *testing.T) {
	for _, os := range []string{"linux", "darwin", "windows"} {
		s := folders.System{OS: os, Env: func(string) string { return "" }}
		for _, ask := range []func() (string, error){s.File, s.Settings} {
			if path, err := ask(); !errors.Is(err, folders.ErrHomeless) || path != "" {
				t.Errorf("%s: got %q, %v", os, path, err)
			}
		}
	}
}
