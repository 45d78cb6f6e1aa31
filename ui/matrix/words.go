package matrix

import (
	"slices"

	"zichtlijn/domain/sight"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/widget"
	"zichtlijn/ui/words"
)

// drawWords says the cell under the cursor in h lines: what holds, how it is now
// where that differs, and every ground for which there is room.
func (d matrix) drawWords(s scene.Scene, w, h int) []string {
	viewer, other, _ := d.pair()
	t, k := s.Theme, d.known
	if viewer == other {
		key := words.Key("matrix.self")
		if len(k.members) == 1 {
			key = "matrix.alone"
		}
		return dialog.Lines(t.Text, w, s.Words.Say(key, k.names[viewer]))
	}
	line := k.between(viewer, other)
	grounds := every(line)
	head := words.Key("matrix.plain")
	if len(grounds) > 0 {
		head = "matrix.grounds"
	}
	out := dialog.Lines(t.Text, w, s.Words.Say(head, d.fact(s, viewer, other, sight.Fact{Sees: line.Sees(), Messages: line.MayMessage()})))
	if turn := k.turn(viewer, other); turn.Before != turn.After {
		out = append(out, dialog.Lines(t.Warning, w, s.Words.Say("matrix.now", d.fact(s, viewer, other, turn.Before)))...)
	}
	for i, g := range grounds {
		said := s.Words.Say("matrix.ground", s.Words.Ground(k.seen(), g), s.Words.Tag(g.Clause))
		lines := widget.Wrap(said, w)
		last := i == len(grounds)-1
		if room := h - len(out); len(lines) > room || !last && len(lines) == room {
			return d.more(s, out, len(grounds)-i, w, h)
		}
		out = append(out, dialog.Lines(t.Faint, w, said)...)
	}
	return out
}

// more says at the foot how many grounds have no room, and where they are to be
// found: of what is only supposed nowhere.
func (d matrix) more(s scene.Scene, out []string, n, w, h int) []string {
	key := words.Key("matrix.more-grounds")
	if d.known.holds {
		key = "matrix.more-if"
	}
	return append(out[:min(len(out), max(h-1, 0))], widget.Paint(s.Theme.Faint, widget.FitLine(s.Words.Say(key, n), w)))
}

// fact says what one member can of another.
func (d matrix) fact(s scene.Scene, viewer, other int, f sight.Fact) string {
	key := words.Key("matrix.nothing")
	switch {
	case f.Sees && f.Messages:
		key = "cli.line.sees-messages"
	case f.Sees:
		key = "cli.line.sees"
	case f.Messages:
		key = "cli.line.messages"
	}
	return s.Words.Say(key, d.known.names[viewer], d.known.names[other])
}

// every returns the grounds of sight and of messages, each once.
func every(l sight.Sightline) []sight.Ground {
	out := slices.Clone(l.Sight)
	for _, g := range l.Messages {
		if !slices.Contains(out, g) {
			out = append(out, g)
		}
	}
	return out
}
