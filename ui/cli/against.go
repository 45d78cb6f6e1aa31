package cli

import (
	"encoding/hex"
	"strings"

	"zichtlijn/domain"
	"zichtlijn/store"
	"zichtlijn/ui/failure"
)

// leastCode is how many digits of a hash tell an entry from any that somebody could make.
const leastCode = 32

// codeGiven is the code of --against as digits only; empty without that flag.
func (r *run) codeGiven() (string, error) {
	if r.given.against == "" {
		return "", nil
	}
	code := strings.NewReplacer("-", "", " ", "").Replace(strings.ToLower(r.given.against))
	if len(code) < leastCode || strings.Trim(code, "0123456789abcdef") != "" {
		return "", r.fail(failure.WrongUse, "cli.verify.no-code", leastCode)
	}
	return code, nil
}

// entryOf returns the entry whose hash begins with a code, 0: none does. The hash of an
// entry stands in the next one.
func entryOf(db Store, report store.Report, code string) (domain.Seq, error) {
	if report.Entries > 0 && strings.HasPrefix(hex.EncodeToString(report.Head[:]), code) {
		return report.Entries, nil
	}
	for e, err := range db.Journal(2, 0) {
		if err != nil {
			return 0, err
		}
		if strings.HasPrefix(hex.EncodeToString(e.Prev[:]), code) {
			return e.Seq - 1, nil
		}
	}
	return 0, nil
}

// verifyAgainst checks a file, and says whether the code of a page is that of one of its
// entries.
func (r *run) verifyAgainst(s Session, args []string, code string) error {
	s.ReadOnly = true
	if len(args) > 0 {
		s.File, s.Demo = args[0], false
	}
	return r.readStore(s, func(db Store) error {
		path := r.fileName(s)
		report, err := db.Verify()
		if err != nil {
			return r.reportVerified(path, report, err)
		}
		at, err := entryOf(db, report, code)
		switch {
		case err != nil:
			return r.readFailure(path, err)
		case at == 0:
			return r.fail(failure.Refused, "cli.verify.other")
		}
		return r.reportAgainst(path, report, nil, at)
	})
}
