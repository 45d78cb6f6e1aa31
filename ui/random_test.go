package ui

import (
	"errors"
	"flag"
	"math/rand/v2"
	"testing"

	tea "charm.land/bubbletea/v2"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/theme"
	"zichtlijn/ui/words"
)

var long = flag.Bool("long", false, "play 100,000 random keys instead of 3,000")

// monkey plays keys, pastes, clicks and sizes at random, and knows what must
// hold after each.
type monkey struct {
	*driver
	rand  *rand.Rand
	store *memory
	// entries is how many the journal had when the rehearsal was first seen; nil: in none.
	entries *int
}

var monkeyKeys = []string{
	"up", "down", "left", "right", "tab", "shift+tab", "enter", "enter", "esc", "space", "pgup", "pgdown", "home", "end",
	"backspace", "delete", "1", "2", "3", "4", "5", "6", "7", "8", "9", "p", "n", "e", "d", "D", "z", "a", "r", "C", "v", "w", "M", "[", "]", "/", "t", "x", "L",
	"u", "u", "ctrl+r", ":", "?", "I", "E", "B", "i", "o", "f", "m", "V", "<", ">", "(", "}", ".", "j", "k", "h", "l", "g", "G", "w", "c", "s", "y", "-", "é", "漢", "ctrl+l", "ctrl+t",
	"R", "b", "H", "S", "enter", "ctrl+z", "ctrl+k", "ctrl+s", "ctrl+j", "ctrl+v", "ctrl+space",
}

var monkeyPastes = []string{
	"Noor Haddad\nBao Nguyễn\nonbekend", "16-03-2026", "\x1b[31mrood\x1b[0m", "a\u202eb\u200bc", "", "👩‍👩‍👧‍👦 é 漢字", "100014\n200005\n",
}

func (m *monkey) top() scene.Dialog {
	if n := len(m.m.dialogs); n > 0 {
		return m.m.dialogs[n-1]
	}
	return nil
}

func (m *monkey) step() {
	switch n := m.rand.IntN(100); {
	case n < 84:
		_, chooses := m.top().(palette) // the palette has leaving too
		if m.keys(monkeyKeys[m.rand.IntN(len(monkeyKeys))]); chooses && m.quit {
			m.quit, m.m.leaving = false, false
		}
	case n < 88:
		m.send(tea.PasteMsg{Content: monkeyPastes[m.rand.IntN(len(monkeyPastes))]})
	case n < 94:
		m.send(tea.MouseClickMsg{X: m.rand.IntN(220) - 5, Y: m.rand.IntN(70) - 5, Button: tea.MouseLeft})
	case n < 96:
		m.send(tea.MouseWheelMsg{X: m.rand.IntN(120), Y: m.rand.IntN(40), Button: tea.MouseWheelDown})
	case n < 98:
		m.send(tea.BackgroundColorMsg{})
	default:
		m.send(tea.WindowSizeMsg{Width: m.rand.IntN(200), Height: m.rand.IntN(60)})
	}
}

// holds fails when the screen is broken, or shows another world than the disk has.
func (m *monkey) holds() {
	m.t.Helper()
	m.whole()
	if m.quit {
		m.t.Fatal("it left without being asked to")
	}
	if m.m.scene.Source == scene.NoFile {
		return
	}
	shown, now := m.m.scene.World, len(m.store.entries)
	switch was, inside := m.entries, m.m.scene.Rehearsal != nil; {
	case inside && was != nil && *was != now:
		m.t.Fatal("something of a rehearsal has reached the set-up")
	case inside:
		m.entries = &now
	default:
		m.entries = nil
	}
	if shown != m.m.store.World() || m.entries == nil && shown != m.store.world {
		m.t.Fatal("the screen shows another world than the disk has")
	}
}

func TestRandomKeysBreakNothing(t *testing.T) {
	keys, every := 3000, 1
	if *long {
		keys, every = 100_000, 7
	}
	const runs = 10
	for seed := range uint64(runs) {
		store := demonstration()
		if seed%2 == 1 {
			store = &memory{world: domaintest.Institution(seed, domaintest.Size{Persons: 60, Groups: 8, Memberships: 150, Relations: 90})}
		}
		o := opening(store, &fakeFiles{readErr: errors.New("unreadable"), exists: seed%3 == 0})
		o.Choices = Choices{Language: words.Languages()[seed%2], Theme: theme.Kinds()[seed%4]}
		m := &monkey{driver: drive(t, o, 120, 40), rand: rand.New(rand.NewPCG(seed, 1)), store: store}
		for i := range keys / runs {
			m.step()
			if i%every == 0 {
				m.holds()
			}
		}
		m.holds()
		if found := domain.JudgeAll(store.world); len(found) > 0 {
			t.Fatalf("seed %d: %v", seed, found[0])
		}
		for at, _ := store.Position(); at.Undo != 0; at, _ = store.Position() {
			if _, _, err := store.Undo(domain.By{}, domain.Unchecked); err != nil {
				t.Fatalf("seed %d: taking back: %v", seed, err)
			}
		}
	}
}

func TestEverySizeIsDrawnWhole(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	widths := []int{0, 1, 39, 40, 41, 59, 60, 61, 79, 80, 81, 99, 100, 101, 119, 120, 121, 200}
	heights := []int{0, 1, 9, 10, 11, 14, 15, 16, 18, 19, 23, 24, 25, 39, 40, 60}
	for _, id := range []string{"1", "2", "3", "7", "8", "R"} {
		d := drive(t, opening(demonstration(), &fakeFiles{}), 120, 40)
		d.keys(id)
		for _, w := range widths {
			for _, h := range heights {
				d.send(tea.WindowSizeMsg{Width: w, Height: h})
				d.whole()
			}
		}
		for range 200 {
			d.send(tea.WindowSizeMsg{Width: r.IntN(240), Height: r.IntN(80)})
			d.whole()
		}
	}
}
