package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zichtlijn/domain"
	"zichtlijn/ui/cli"
	"zichtlijn/ui/words"
)

// interrupted is a store during whose opening somebody presses ctrl+c.
type interrupted struct{ fakeFiles }

func (f interrupted) Open(string, bool) (cli.Store, error) {
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Signal(os.Interrupt)
	}
	time.Sleep(200 * time.Millisecond) // signals come when they come
	return f.store, err
}

func TestAnImportThatIsInterruptedChangesNothing(t *testing.T) {
	if os.PathSeparator == '\\' {
		t.Skip("a program can not press ctrl+c there")
	}
	path := filepath.Join(t.TempDir(), "personen.csv")
	if err := os.WriteFile(path, []byte("nummer;rol;voornaam;achternaam\n1;client;An;Bos\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, more := range [][]string{nil, {"--format", "json"}} {
		var out, said bytes.Buffer
		d := &fakeStore{world: domain.World{}.At(domain.NewDate(2026, 3, 2))}
		code := cli.Run(cli.Program{
			Args: append([]string{"import", path}, more...), Out: &out, Err: &said, File: "a.db", Language: words.Dutch, Files: interrupted{fakeFiles{store: d}},
			Now: func() time.Time { return time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC) },
		})
		if code != 14 || !strings.HasPrefix(said.String(), "Gestopt: er is niets ingelezen en er is niets gewijzigd.") || out.Len() > 0 || d.did != nil {
			t.Errorf("ended with %d, said %q and %q, and changed %v", code, said.String(), out.String(), d.did)
		}
	}
}
