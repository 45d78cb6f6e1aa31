package cli_test

import (
	"bytes"
	"io"
	"iter"
	"strings"
	"syscall"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/words"
)

// fakeFiles open one store, which can be made to fail.
type fakeFiles struct {
	cli.Files // for what a test does not use
	store     *fakeStore
}

func (s fakeFiles) Verify(string) (store.Report, error) { return store.Report{}, s.store.verifyFail }

func (s fakeFiles) Open(string, bool) (cli.Store, error) { return s.store, nil }

type fakeStore struct {
	cli.Store
	world      domain.World
	refuses    error // what every edit is answered with
	copyFail   error
	missing    domain.Seq
	closeFail  error
	verifyFail error
	did        []domain.Change // by the last edit
	unreadable error           // of the journal
	read       int             // how often the journal was
}

func (d *fakeStore) World() domain.World { return d.world }
func (d *fakeStore) Opening() store.Opening {
	return store.Opening{Rollback: store.Rollback{Missing: d.missing}}
}
func (d *fakeStore) CopyError() error { return d.copyFail }
func (d *fakeStore) Close() error     { return d.closeFail }

func (d *fakeStore) Scenes() (store.Scenes, error) { return nil, nil }
func (d *fakeStore) Head() domain.Seq              { return 0 }

func (d *fakeStore) Journal(domain.Seq, domain.Seq) iter.Seq2[domain.Entry, error] {
	d.read++
	return func(yield func(domain.Entry, error) bool) {
		if d.unreadable != nil {
			yield(domain.Entry{}, d.unreadable)
		}
	}
}

func (d *fakeStore) Do(c domain.Command, by domain.By, _ domain.Check) (domain.World, domain.Entry, error) {
	if d.refuses != nil {
		return d.world, domain.Entry{}, d.refuses
	}
	changes, err := c.Plan(d.world)
	d.did = changes
	return d.world, domain.Entry{Seq: 1, Verb: c.Verb(), Changes: changes, By: by}, err
}

func koor() domain.World {
	return domain.NewWorld(domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Koor"}}})
}

// call runs a command on d and returns the exit code and what was said.
func call(d *fakeStore, out io.Writer, args ...string) (code int, said string) {
	var stderr bytes.Buffer
	code = cli.Run(cli.Program{
		Args: args, Out: out, Err: &stderr, File: "a.db", Language: words.Dutch, Files: fakeFiles{store: d},
		Now: func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) },
	})
	return code, stderr.String()
}

func TestAnEditThatTheDiskRefusesSaysWhatWasKept(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		code int
		says string
	}{
		{"a full disk", &store.NotSavedError{Cause: syscall.ENOSPC}, 14, "vol"},
		{"a failed write", &store.NotSavedError{Cause: syscall.EIO}, 14, "de schijf weigerde"},
		{"a file that is only looked at", store.ErrReadOnly, 14, "laat --read-only weg"},
		{"a file that may not be written", store.ErrUnwritable, 14, "vraag de eigenaar"},
		{"a file that was replaced", store.ErrNotOurs, 14, "een ander bestand"},
		{"a store that stopped", store.ErrStopped, 14, "open het bestand opnieuw"},
		{"an edit that the disk has but does not confirm", &store.UncertainError{Seen: true, Cause: syscall.EIO}, 1, "niet bevestigd"},
		{"an edit of which nobody knows", &store.UncertainError{Cause: syscall.EIO}, 14, "Onzeker"},
		{"an odd error", syscall.EIO, 14, "input/output error"},
		{"a rule", domain.Refusal{Code: domain.Outdated, Subject: domain.Ref{Noun: domain.GroupNoun, Key: "G1"}}, 3, "groep ‘Koor’ is intussen"},
	} {
		t.Run(c.name, func(t *testing.T) {
			code, said := call(&fakeStore{world: koor(), refuses: c.err}, io.Discard, "group", "G1", "--visibility", "group-visible")
			if code != c.code || !strings.Contains(strings.ToLower(said), strings.ToLower(c.says)) || strings.Count(said, "\n") != 1 {
				t.Errorf("ended with %d and said %q", code, said)
			}
		})
	}
}

func TestNothingIsSaidOfAnEditThatFailed(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		var out bytes.Buffer
		d := &fakeStore{world: koor(), refuses: &store.NotSavedError{Cause: syscall.ENOSPC}}
		if code, _ := call(d, &out, "group", "G1", "--visibility", "group-visible", "--format", format); code != 14 || out.Len() > 0 {
			t.Errorf("ended with %d and said %q", code, out.String())
		}
		if code, _ := call(d, &out, "group", "edit", "G1", "--name", "Orkest", "--format", format); code != 14 || out.Len() > 0 {
			t.Errorf("ended with %d and said %q", code, out.String())
		}
	}
}

func TestWhomANewRelationWouldHaveReplacedIsTakenBackWhenItIsNotSaved(t *testing.T) {
	w := domain.NewWorld(domain.Records{
		Persons: []domain.Person{
			{ID: "P1", Role: domain.Client, GivenName: "Sem"}, {ID: "P2", Role: domain.Counselor, GivenName: "Bao"},
			{ID: "P3", Role: domain.Counselor, GivenName: "Fatima"},
		},
		RelationTypes: []domain.RelationType{{ID: "T1", Name: "Mentor", Kind: domain.EmployeeKind, Exclusive: true}},
		Relations:     []domain.Relation{{ID: "R1", Client: "P1", Person: "P2", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 1, 1)}}},
	})
	add := []string{"relation", "add", "--client", "P1", "--person", "P3", "--type", "T1", "--from", "2026-03-16"}
	for _, c := range []struct {
		err  error
		says string
	}{
		{&store.NotSavedError{Cause: syscall.ENOSPC}, "Opslaan vervangt Bao (P2) (R1): laatste dag 15-03-2026; vanaf 16-03-2026 is het Fatima (P3).\nDit is niet opgeslagen; er is niets gewijzigd.\n"},
		{&store.UncertainError{Cause: syscall.EIO}, "Opslaan vervangt Bao (P2) (R1): laatste dag 15-03-2026; vanaf 16-03-2026 is het Fatima (P3).\n"},
	} {
		var out bytes.Buffer
		if code, _ := call(&fakeStore{world: w, refuses: c.err}, &out, add...); code != 14 || out.String() != c.says {
			t.Errorf("%v: ended with %d and said %q", c.err, code, out.String())
		}
	}
}

// replacedWorld is one in which Fatima (R2) replaced Bao (R1).
func replacedWorld() domain.World {
	from, of := domain.NewDate(2026, 3, 16), domain.NewDate(2026, 1, 1)
	return domain.NewWorld(domain.Records{
		Persons: []domain.Person{
			{ID: "P1", Role: domain.Client, GivenName: "Sem"}, {ID: "P2", Role: domain.Counselor, GivenName: "Bao"},
			{ID: "P3", Role: domain.Counselor, GivenName: "Fatima"},
		},
		RelationTypes: []domain.RelationType{{ID: "T1", Name: "Mentor", Kind: domain.EmployeeKind, Exclusive: true}},
		Relations: []domain.Relation{
			{ID: "R1", Client: "P1", Person: "P2", Type: "T1", Period: domain.Period{From: of, Through: from - 1}, ReplacedBy: "R2"},
			{ID: "R2", Client: "P1", Person: "P3", Type: "T1", Period: domain.Period{From: from}},
		},
	})
}

func TestAJournalThatCannotBeReadForAnOldEndStopsTheEdit(t *testing.T) {
	for _, args := range [][]string{{"relation", "remove", "R2"}, {"relation", "remove", "R2", "--give-back"}} {
		for _, format := range []string{"text", "json"} {
			var out bytes.Buffer
			d := &fakeStore{world: replacedWorld(), unreadable: syscall.EIO}
			code, said := call(d, &out, append(args, "--format", format)...)
			if code != 13 || !strings.Contains(said, "a.db") || out.Len() > 0 || d.did != nil {
				t.Errorf("%v: ended with %d, said %q and %q, did %v", args, code, said, out.String(), d.did)
			}
		}
	}
}

func TestTheJournalIsReadOnceForAnOldEnd(t *testing.T) {
	for _, args := range [][]string{{"relation", "remove", "R2"}, {"relation", "remove", "R2", "--give-back"}} {
		d := &fakeStore{world: replacedWorld()}
		if code, said := call(d, io.Discard, args...); code != 0 || len(d.did) != 2 || d.read != 1 {
			t.Errorf("%v: ended with %d and said %q, did %v, read the journal %d times", args, code, said, d.did, d.read)
		}
	}
}

func TestAnEditWithoutTheCopyOfTheDayIsDoneAndNeedsAttention(t *testing.T) {
	var out bytes.Buffer
	code, said := call(&fakeStore{world: koor(), copyFail: store.ErrFull}, &out, "group", "G1", "--visibility", "group-visible")
	if code != 1 || !strings.Contains(said, "De wijziging is opgeslagen, maar de kopie van vandaag") {
		t.Errorf("ended with %d and said %q", code, said)
	}
	if !strings.Contains(out.String(), "Opgeslagen als nummer 1") {
		t.Errorf("out: %q", out.String())
	}
}

func TestOutputThatCannotBeWrittenIsNoSuccess(t *testing.T) {
	for _, args := range [][]string{
		{"matrix"}, {"matrix", "--format", "json"}, {"matrix", "--format", "csv"}, {"export"}, {"--help"},
	} {
		code, said := call(&fakeStore{world: koor()}, full{}, args...)
		if code != 1 || said != "De uitvoer kon niet geschreven worden, want de schijf is vol; maak ruimte of kies een andere bestemming.\n" {
			t.Errorf("%v ended with %d and said %q", args, code, said)
		}
	}
}

func TestAnEditThatIsSavedIsSaidToBeSavedThoughItsOutputCannotBeWritten(t *testing.T) {
	for _, format := range []string{"text", "json"} {
		code, said := call(&fakeStore{world: koor()}, full{}, "group", "G1", "--visibility", "group-visible", "--format", format)
		if code != 1 || !strings.HasPrefix(said, "De wijziging is opgeslagen als nummer 1 ") || strings.Count(said, "\n") != 1 {
			t.Errorf("%s: ended with %d and said %q", format, code, said)
		}
	}
}

func TestAFileThatCannotBeClosedHoldsWhatWasSaved(t *testing.T) {
	for _, args := range [][]string{{"group", "G1", "--visibility", "group-visible"}, {"matrix"}} {
		code, said := call(&fakeStore{world: koor(), closeFail: syscall.EIO}, io.Discard, args...)
		if code != 1 || !strings.Contains(said, "alles wat is opgeslagen staat erin") || strings.Contains(said, "Niet opgeslagen") {
			t.Errorf("%v ended with %d and said %q", args, code, said)
		}
	}
}

func TestADiskThatDoesNotAnswerIsNotSaidToHoldADamagedFile(t *testing.T) {
	for err, finds := range map[error]bool{
		syscall.EIO: false, syscall.EMFILE: false, syscall.ENOMEM: false, &store.DamagedError{Reason: store.DamageUnsteady}: false,
		&store.DamagedError{Reason: store.DamageSeal}: true, store.ErrEmpty: true,
	} {
		var out bytes.Buffer
		if code, _ := call(&fakeStore{verifyFail: err}, &out, "verify", "--format", "json"); code != 13 || (out.Len() > 0) != finds {
			t.Errorf("%v: ended with %d and said %q", err, code, out.String())
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestTheScreenGetsWhatTheFlagsSayAndItsCodeIsTheEnd(t *testing.T) {
	var got cli.Session
	p := cli.Program{
		Args: []string{"--demo", "--date", "2026-03-05", "--lang", "en", "--by", "Marloes", "--read-only", "--theme", "paper"},
		Out:  io.Discard, Err: io.Discard, Now: time.Now, Terminal: true, Login: "anna", File: "a.db",
		Screen: func(s cli.Session) int { got = s; return 143 },
	}
	if code := cli.Run(p); code != 143 {
		t.Errorf("ended with %d", code)
	}
	if !got.Demo || got.Date.String() != "2026-03-05" || got.Language != words.English || got.By.Name != "Marloes" ||
		!got.ReadOnly || got.Theme.String() != "paper" {
		t.Errorf("got %+v", got)
	}
	p.Args = nil
	if cli.Run(p); got.By.Name != "anna" || got.File != "a.db" || got.Demo {
		t.Errorf("without flags: %+v", got)
	}
}

func TestAFileThatIsOlderThanLastSeenIsSaidAndEndsWith1(t *testing.T) {
	var out bytes.Buffer
	code, said := call(&fakeStore{world: koor(), missing: 3}, &out, "check")
	if code != 1 || !strings.Contains(said, "ontbreken 3 regels") || !strings.Contains(said, "verify --accept") {
		t.Errorf("%d: %s", code, said)
	}
}
