// Package prefs keeps what a user has chosen for themselves: language, theme and
// the edit lock. It is about the person at the keyboard, never about an institution.
//
// It promises that an absent or odd file is no obstacle: whatever can not be read
// counts as not chosen. It refuses to know where the file lies.
package prefs

import (
	"encoding/json"
	"io"
	"os"
	"path/filepath"

	"zichtlijn/store/whole"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// Preferences are the choices of one user. The zero value is somebody who has
// chosen nothing.
type Preferences struct {
	Language       words.Language
	LanguageChosen bool // else the locale decides
	Theme          theme.Kind
	Locked         bool
}

// LanguageOr returns the chosen language, else the given one.
func (p Preferences) LanguageOr(otherwise words.Language) words.Language {
	if p.LanguageChosen {
		return p.Language
	}
	return otherwise
}

// form is the JSON of the file.
type form struct {
	Language string `json:"language,omitempty"`
	Theme    string `json:"theme,omitempty"`
	Locked   bool   `json:"locked,omitempty"`
}

// largest bounds what is read: our own files have under a hundred bytes.
const largest = 64 << 10

// Load reads the preferences at path; an empty path is nobody's.
func Load(path string) Preferences {
	if path == "" {
		return Preferences{}
	}
	f, err := whole.Open(path)
	if err != nil {
		return Preferences{}
	}
	defer func() { _ = f.Close() }() // nothing was written through it
	var kept form
	if err := json.NewDecoder(io.LimitReader(f, largest)).Decode(&kept); err != nil {
		return Preferences{}
	}
	var p Preferences
	p.Language, p.LanguageChosen = words.ParseLanguage(kept.Language)
	p.Theme, _ = theme.ParseKind(kept.Theme)
	p.Locked = kept.Locked
	return p
}

// Save keeps the preferences at path, for the user's eyes only. A missing
// folder is made.
func Save(path string, p Preferences) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	kept := form{Locked: p.Locked}
	if p.LanguageChosen {
		kept.Language = p.Language.String()
	}
	if p.Theme != theme.Auto {
		kept.Theme = p.Theme.String()
	}
	return whole.Replace(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(kept) })
}
