package cli

import (
	"encoding/hex"
	"errors"

	"github.com/spf13/pflag"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/ui/failure"
	"zichtlijn/ui/words"
)

type (
	backupJSON struct {
		File string `json:"file"`
	}
	verifyJSON struct {
		OK      bool   `json:"ok"`
		Records object `json:"records"`
		Entries uint64 `json:"entries"`
		Head    string `json:"head"` // hash of the last entry; empty before the first
		// Against is the entry whose code --against gave.
		Against uint64 `json:"against,omitempty"`
	}
)

// backup writes a consistent copy to a file that does not exist yet.
func (r *run) backup(s Session, args []string) error {
	return r.readStore(s, func(db Store) error {
		if err := db.Backup(args[0]); err != nil {
			return r.writeFailure(db.World(), args[0], err)
		}
		return r.answer(backupJSON{args[0]}, "cli.written", words.Clean(args[0]))
	})
}

// verify checks a file in full: the one that is named, else that of the session.
func (r *run) verify(s Session, args []string) error {
	code, err := r.codeGiven()
	switch {
	case err != nil:
		return err
	case code != "" && r.given.accept:
		return r.fail(failure.WrongUse, "cli.verify.one-of")
	case code != "":
		return r.verifyAgainst(s, args, code)
	}
	if len(args) == 0 && s.Demo {
		return r.readStore(s, func(db Store) error {
			report, err := db.Verify()
			return r.reportVerified(r.fileName(s), report, err)
		})
	}
	path := s.File
	if len(args) > 0 {
		path = args[0]
	} else if err := r.requireFile(s); err != nil {
		return err
	}
	if !r.given.accept {
		report, err := r.Files.Verify(path)
		return r.reportVerified(path, report, err)
	}
	if s.ReadOnly {
		return r.writeFailure(domain.World{}, path, store.ErrReadOnly)
	}
	report, err := r.Files.Accept(path)
	return r.reportVerified(path, report, err)
}

func (r *run) verifyFlags(f *pflag.FlagSet) {
	f.BoolVar(&r.given.accept, "accept", false, r.words.Say("cli.flag.accept"))
	r.textFlag(f, &r.given.against, "against", "", "cli.flag.against")
}

// found reports whether err is what a check found. A file that is absent or locked, or
// that the system or the disk did not give, was not checked.
func found(err error) bool {
	var d *store.DamagedError
	if errors.As(err, &d) {
		return d.Reason != store.DamageUnsteady
	}
	for _, finding := range []error{store.ErrEmpty, store.ErrForeign, store.ErrNewer, store.ErrTooLarge, store.ErrSymlink} {
		if errors.Is(err, finding) {
			return true
		}
	}
	return false
}

func (r *run) reportVerified(path string, report store.Report, err error) error {
	return r.reportAgainst(path, report, err, 0)
}

// reportAgainst is reportVerified with the entry of a code; 0: none was asked for.
func (r *run) reportAgainst(path string, report store.Report, err error, against domain.Seq) error {
	if err != nil {
		failed := r.explainer(domain.World{}).Read(path, err)
		if r.wantsJSON() && found(err) {
			return errors.Join(failed, writeJSON(r.out, verifyJSON{}))
		}
		return failed
	}
	head := ""
	if report.Entries > 0 {
		head = hex.EncodeToString(report.Head[:])
	}
	if r.wantsJSON() {
		out := verifyJSON{OK: true, Entries: uint64(report.Entries), Head: head, Against: uint64(against)}
		for _, c := range report.Records {
			out.Records = append(out.Records, field{c.Noun.String(), c.N})
		}
		return writeJSON(r.out, out)
	}
	r.say("cli.verify.good", int(report.Entries))
	for _, c := range report.Records {
		if c.N > 0 {
			r.print("  " + r.words.Count(c.Noun, c.N))
		}
	}
	if head != "" {
		r.say("cli.verify.head", head)
	}
	switch against {
	case 0:
	case report.Entries:
		r.say("cli.verify.last")
	default:
		r.say("cli.verify.earlier", int(report.Entries-against), seqText(against))
	}
	return nil
}
