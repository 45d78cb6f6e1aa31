package sight

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"

	"zichtlijn/domain"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestThePolicyIsTheOneThatWasSigned compares the policy with the table that a
// care expert has read: testdata/policy.golden. To change it on purpose, run the test
// with -update and have the expert read the difference.
func TestThePolicyIsTheOneThatWasSigned(t *testing.T) {
	path := filepath.Join("testdata", "policy.golden")
	got := policyTable()
	if *update {
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Equal(got, want) {
		return
	}
	had := map[string]bool{}
	for line := range strings.Lines(string(want)) {
		had[line] = true
	}
	for line := range strings.Lines(string(got)) {
		if !had[line] {
			t.Errorf("not signed: %s", strings.TrimSuffix(line, "\n"))
		}
	}
	t.Error("the policy is not the one that was signed (-update writes it anew)")
}

const policyHead = `# WIE ZIET WIE: de regels van Zichtlijn, ter controle door een zorgdeskundige
#
# Elke regel: wie kijkt, naar welk ander lid, van een groep met welke zichtbaarheid. Daarachter: in welke tegel
# de groep voor de kijker staat, in welke tegel de ander voor de kijker staat, of de kijker de ander een bericht
# kan sturen, en wat de kijker met de groep kan. Een streepje is: niets, ook geen spoor.
#
# PT = Personentegel, BT = Berichtentegel. G2, D5 enzovoort zijn de nummers van de regels; daarachter op wiens woord:
# (S) de artikelen van de producten, (P) een andere pagina van de leverancier, (R) een lezing van ons.
# Het groepsbericht (D4) bestaat alleen in een groep met ten minste één behandelaar.
#
# Eerst alles met de standaardlezingen, daarna per lezing alleen de regels die erdoor veranderen.
# Opnieuw gemaakt met: go test ./domain/sight -run Signed -update
`

// policyTable writes the whole policy: every line under the default readings, and
// for each reading the lines that turn with it.
func policyTable() []byte {
	var out bytes.Buffer
	out.WriteString(policyHead)
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	defaults := policyLines(policy{})
	fmt.Fprint(table, "\n## ALLE LEZINGEN OP HUN STANDAARD\n\n")
	writeLines(table, defaults, nil)
	for _, r := range domain.AllReadings() {
		on := !r.Default()
		word := map[bool]string{true: "AAN", false: "UIT"}
		fmt.Fprintf(table, "\n## LEZING %s: %s (standaard %s)\n\n", r, word[on], word[!on])
		turned := policyLines(policy{domain.Readings(0).With(r, on)})
		if writeLines(table, turned, defaults) == 0 {
			fmt.Fprintln(table, "verandert niets aan wie wie ziet")
		}
	}
	if err := table.Flush(); err != nil {
		panic(err) // a buffer takes everything
	}
	return out.Bytes()
}

// writeLines writes the lines that differ from those of before, and counts them.
func writeLines(table *tabwriter.Writer, lines, before []string) int {
	n := 0
	for i, line := range lines {
		if before != nil && before[i] == line {
			continue
		}
		if n == 0 {
			fmt.Fprintln(table, "zichtbaarheid\tkijker\tander\tgroep staat in\tander staat in\tbericht aan ander\tkan met de groep")
		}
		n++
		fmt.Fprintln(table, line)
	}
	return n
}

func policyLines(p policy) []string {
	modes := map[domain.Visibility]string{
		domain.Hidden: "1 onzichtbaar", domain.GroupVisible: "2 groep zichtbaar", domain.MembersVisible: "3 elkaar zichtbaar",
	}
	var lines []string
	line := func(cells ...string) { lines = append(lines, strings.Join(cells, "\t")) }
	for _, v := range domain.Visibilities() {
		for _, rv := range domain.Roles() {
			for _, ro := range domain.MemberRoles() {
				s, h := p.groupAccess(v, rv, 1), p.access(v, rv, ro)
				line(modes[v], rv.String(), ro.String(), tileCell(s.Personentegel, s.Berichtentegel),
					tileCell(h.Personentegel, h.Berichtentegel), clauseCell("", h.Message), abilityCell(s))
			}
		}
	}
	line("elke", "behandelaar buiten de groep", "ieder lid", tileCell(Clause{}, p.unlinked()), tileCell(Clause{}, p.unlinked()), "–", "–")
	line("netwerk", "cliënt", "directe relatie", "–", clauseCell("PT", p.direct()), clauseCell("", p.direct()), "–")
	line("netwerk", "directe relatie", "cliënt", "–", clauseCell("PT", p.direct()), clauseCell("", p.direct()), "–")
	line("netwerk", "directe relatie", "directe relatie van dezelfde cliënt", "–", clauseCell("PT", p.around()), clauseCell("", p.around()), "–")
	return lines
}

func tileCell(personentegel, berichtentegel Clause) string {
	return cells(clauseCell("PT", personentegel), clauseCell("BT", berichtentegel))
}

func abilityCell(s GroupAccess) string {
	return cells(clauseCell("rapportage", s.GroupReport), clauseCell("klaarzetten", s.Programme),
		clauseCell("groepsbericht", s.GroupMessage))
}

func cells(each ...string) string {
	var out []string
	for _, c := range each {
		if c != "–" {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return "–"
	}
	return strings.Join(out, ", ")
}

func clauseCell(what string, c Clause) string {
	if !c.Holds() {
		return "–"
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s (%s)", what, c.Rule, c.Tag))
}
