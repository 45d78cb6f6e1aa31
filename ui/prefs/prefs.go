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
	RoleCodes      bool              // the platform's codes for roles go first
	Columns        map[string]string // what heads of tables stand for, by folded head
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
	Codes    bool   `json:"roleCodes,omitempty"`

	Columns map[string]string `json:"columns,omitempty"`
}

// largest bounds what is read: our own files have some hundred bytes.
const largest = 1 << 20

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
	p.Locked, p.RoleCodes, p.Columns = kept.Locked, kept.Codes, kept.Columns
	return p
}

// Save keeps the preferences at path, for the user's eyes only. A missing
// folder is made.
func Save(path string, p Preferences) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	kept := form{Locked: p.Locked, Codes: p.RoleCodes, Columns: p.Columns}
	if p.LanguageChosen {
		kept.Language = p.Language.String()
	}
	if p.Theme != theme.Auto {
		kept.Theme = p.Theme.String()
	}
	return whole.Replace(path, func(w io.Writer) error { return json.NewEncoder(w).Encode(kept) })
}

// Mapping is what heads of tables stand for, in the preferences at a path; an empty path
// keeps nothing.
type Mapping struct{ Path string }

// Columns returns what is kept.
func (m Mapping) Columns() map[string]string { return Load(m.Path).Columns }

// Keep keeps columns beside the other preferences.
func (m Mapping) Keep(columns map[string]string) error {
	if m.Path == "" {
		return os.ErrNotExist
	}
	p := Load(m.Path)
	p.Columns = columns
	return Save(m.Path, p)
}
