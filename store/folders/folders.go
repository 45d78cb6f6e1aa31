// Package folders says where a user's files belong on their platform.
//
// It promises a path or a reason, and touches nothing: it refuses to know
// whether a file exists. The platform, the home folder and the environment are
// handed in.
package folders

import (
	"errors"
	"path/filepath"
)

// ErrHomeless says that neither the environment nor the platform names a place.
var ErrHomeless = errors.New("folders: no place is known for files of this user")

// ErrRelative says that the home folder is no absolute path: where it is would depend on the
// working directory.
var ErrRelative = errors.New("folders: the home folder is a relative path")

const own = "zichtlijn"

// System has the facts about a workstation that decide where files belong.
type System struct {
	OS   string // as runtime.GOOS names it
	Home string // empty when unknown
	Env  func(name string) string
}

// File returns the path of the user's institution: zichtlijn.db in their data folder.
func (s System) File() (string, error) {
	base, err := s.base("XDG_DATA_HOME", "LocalAppData", filepath.Join(".local", "share"))
	return join(base, own+".db", err)
}

// Settings returns the path of the user's preferences: settings.json in their
// configuration folder.
func (s System) Settings() (string, error) {
	base, err := s.base("XDG_CONFIG_HOME", "AppData", ".config")
	return join(base, "settings.json", err)
}

// Seen returns the folder where the last head of each file is remembered: seen in their
// state folder.
func (s System) Seen() (string, error) {
	base, err := s.base("XDG_STATE_HOME", "LocalAppData", filepath.Join(".local", "state"))
	return join(base, "seen", err)
}

// Stage returns the folder in which a stage and its second screen meet: in the run-time
// folder, which goes when the user logs out, else stage in their state folder.
func (s System) Stage() (string, error) {
	if dir := s.Env("XDG_RUNTIME_DIR"); filepath.IsAbs(dir) {
		return filepath.Join(dir, own), nil
	}
	base, err := s.base("XDG_STATE_HOME", "LocalAppData", filepath.Join(".local", "state"))
	return join(base, "stage", err)
}

func join(base, name string, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return filepath.Join(base, own, name), nil
}

// base returns the folder that the XDG variable names, else the platform's own: a
// variable on Windows, a folder under home elsewhere. A relative path is ignored, as
// the XDG specification has it: it would depend on the working directory.
func (s System) base(xdg, windows, underHome string) (string, error) {
	if dir := s.Env(xdg); filepath.IsAbs(dir) {
		return dir, nil
	}
	switch s.OS {
	case "windows":
		if dir := s.Env(windows); filepath.IsAbs(dir) {
			return dir, nil
		}
		return "", ErrHomeless
	case "darwin":
		underHome = filepath.Join("Library", "Application Support")
	}
	if s.Home == "" {
		return "", ErrHomeless
	}
	if !filepath.IsAbs(s.Home) {
		return "", ErrRelative
	}
	return filepath.Join(s.Home, underHome), nil
}
