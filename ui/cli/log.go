package cli

import (
	"strconv"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/tell"
	"zichtlijn/ui/words"
)

type (
	logJSON struct {
		Entries []entryJSON `json:"entries"`
	}
	entryJSON struct {
		Seq     domain.Seq  `json:"seq"`
		At      string      `json:"at"` // UTC, RFC 3339
		By      string      `json:"by"`
		Behalf  string      `json:"behalf"`
		Kind    string      `json:"kind"`
		Of      domain.Seq  `json:"of"` // 0: of no other
		Verb    domain.Verb `json:"verb"`
		Reason  string      `json:"reason"`
		Summary string      `json:"summary"`
	}
)

func (r *run) log(s Session, _ []string) error {
	return r.looking(s, func(desk Desk) error {
		w := desk.World()
		entries := []entryJSON{}
		for e, err := range desk.Journal(1, 0) {
			if err != nil {
				return r.notRead(r.about(s), err)
			}
			if r.json() {
				entries = append(entries, entryData(w, e))
			} else {
				r.say(r.entryLine(w, e))
			}
		}
		if r.json() {
			return writeJSON(r.out, logJSON{entries})
		}
		if desk.Head() == 0 {
			r.sayf("cli.log.empty")
		}
		return nil
	})
}

// entryData is an entry as data. JSON never depends on --lang, so its summary is
// always in Dutch; kind and verb say the same in codes.
func entryData(w domain.World, e domain.Entry) entryJSON {
	return entryJSON{
		Seq: e.Seq, At: e.At.UTC().Format(time.RFC3339), By: e.By.Name, Behalf: e.By.Behalf, Kind: e.Kind.String(),
		Of: e.Of, Verb: e.Verb, Reason: e.By.Reason, Summary: tell.In(words.Dutch).Summary(w, e),
	}
}

func (r *run) entryLine(w domain.World, e domain.Entry) string {
	by := words.Clean(e.By.Name)
	if by == "" {
		by = r.words.Say("cli.log.nobody")
	}
	if e.By.Behalf != "" {
		by = r.words.Say("cli.log.behalf", by, words.Clean(e.By.Behalf))
	}
	line := r.words.Say("cli.log.line", seq(e.Seq), r.words.Moment(e.At, r.Now().Location()), by, r.words.Summary(w, e))
	if e.By.Reason != "" {
		line = r.words.Say("cli.log.reason", line, words.Clean(e.By.Reason))
	}
	return line
}

// seq writes the number of an entry: a name, so without grouped digits.
func seq(n domain.Seq) string { return strconv.FormatUint(uint64(n), 10) }
