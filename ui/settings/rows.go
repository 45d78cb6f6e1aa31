package settings

import (
	"zichtlijn/domain"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

// row is one line of the screen: a heading or a setting.
type row interface {
	label(scene.Scene) string
	value(scene.Scene) string
	// explain returns the paragraphs beside the list; an empty one is a blank line.
	explain(scene.Scene) []string
	// press returns the wish of enter; nil is none.
	press(scene.Scene) scene.Wish
}

type (
	headingRow     struct{ key words.Key }
	institutionRow struct{ field domain.Field }
	readingRow     struct{ reading domain.Reading }
	languageRow    struct{ language words.Language }
	themeRow       struct{ kind theme.Kind }
	lockRow        struct{}
)

const (
	nameField domain.Field = "name"
	newsField domain.Field = "usesNewsGroups"
)

// rows returns every line in order.
func rows() []row {
	out := []row{headingRow{"settings.institution"}, institutionRow{nameField}, institutionRow{newsField}, headingRow{"settings.readings"}}
	for _, r := range domain.AllReadings() {
		out = append(out, readingRow{r})
	}
	out = append(out, headingRow{"settings.language"})
	for _, l := range words.Languages() {
		out = append(out, languageRow{l})
	}
	out = append(out, headingRow{"settings.theme"})
	for _, k := range theme.Kinds() {
		out = append(out, themeRow{k})
	}
	return append(out, headingRow{"settings.lock"}, lockRow{})
}

// chosen marks one of several with a sign, for terminals without colour.
func chosen(b bool) string {
	if b {
		return "(•) "
	}
	return "( ) "
}

func (r headingRow) label(s scene.Scene) string     { return s.Words.Say(r.key) }
func (headingRow) value(scene.Scene) string         { return "" }
func (headingRow) explain(scene.Scene) []string     { return nil }
func (headingRow) press(scene.Scene) scene.Wish     { return nil }
func (r institutionRow) label(s scene.Scene) string { return s.Words.Field(r.field) }

func (r institutionRow) value(s scene.Scene) string {
	i := s.World.Institution()
	if r.field == newsField {
		return s.Words.YesNo(!i.WithoutNewsGroups)
	}
	if i.Name == "" {
		return s.Words.Say("settings.no-name")
	}
	return words.Clean(i.Name)
}

func (r institutionRow) explain(s scene.Scene) []string {
	key := words.Key("settings.about-name")
	if r.field == newsField {
		key = "settings.about-usesNewsGroups"
	}
	return []string{r.value(s), "", s.Words.Say(key)}
}

func (r institutionRow) press(s scene.Scene) scene.Wish {
	return scene.Open{Dialog: newInstitution(s, r.field), Edits: true}
}

func (r readingRow) label(s scene.Scene) string { return s.Words.ReadingQuestion(r.reading) }

func (r readingRow) on(s scene.Scene) bool { return s.World.Readings().On(r.reading) }

func (r readingRow) value(s scene.Scene) string {
	now := s.Words.YesNo(r.on(s))
	if r.on(s) != r.reading.Default() {
		return s.Words.Say("settings.turned", now)
	}
	return now
}

func (r readingRow) explain(s scene.Scene) []string {
	w := s.Words
	return []string{
		w.ReadingQuestion(r.reading),
		w.Say("settings.now", w.YesNo(r.on(s)), w.YesNo(r.reading.Default())), "",
		w.Say("settings.why", w.ReadingWhy(r.reading)),
		w.Say("settings.read-explain"),
	}
}

func (r readingRow) press(s scene.Scene) scene.Wish {
	return scene.Edit{Command: domain.SetReading{Reading: r.reading, On: !r.on(s)}, Ask: true}
}

func (r languageRow) label(s scene.Scene) string {
	return chosen(r.language == s.Words.Language()) + r.language.Name()
}

func (languageRow) value(scene.Scene) string { return "" }

func (languageRow) explain(s scene.Scene) []string {
	return []string{s.Words.Say("settings.language-explain"), "", s.Words.Say("settings.remembered")}
}

func (r languageRow) press(s scene.Scene) scene.Wish {
	if r.language == s.Words.Language() {
		return nil
	}
	return scene.SetLanguage{Language: r.language}
}

func (r themeRow) label(s scene.Scene) string {
	return chosen(r.kind == s.ThemeChosen) + s.Words.Say(words.Key("settings.theme."+r.kind.String()))
}

func (themeRow) value(scene.Scene) string { return "" }

func (r themeRow) explain(s scene.Scene) []string {
	return []string{s.Words.Say(words.Key("settings.theme-explain." + r.kind.String())), "", s.Words.Say("settings.remembered")}
}

func (r themeRow) press(s scene.Scene) scene.Wish {
	if r.kind == s.ThemeChosen {
		return nil
	}
	return scene.SetTheme{Kind: r.kind}
}

func (lockRow) label(s scene.Scene) string { return s.Words.Say("settings.locked") }
func (lockRow) value(s scene.Scene) string { return s.Words.YesNo(s.Locked) }

func (lockRow) explain(s scene.Scene) []string {
	if s.Source.ForReading() {
		return []string{s.Words.Say("settings.read-only")}
	}
	return []string{s.Words.Say("settings.lock-explain"), "", s.Words.Say("settings.remembered")}
}

func (r lockRow) press(s scene.Scene) scene.Wish {
	if s.Source.ForReading() {
		return scene.Say{Tone: scene.Quiet, Words: s.Words.Say("settings.read-only")}
	}
	return scene.SetLock{Locked: !s.Locked}
}
