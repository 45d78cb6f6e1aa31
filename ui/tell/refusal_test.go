package tell

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/ui/words"
)

// domainCodes reads every refusal code from the domain's source.
func domainCodes(t *testing.T) []domain.Code {
	t.Helper()
	source, err := os.ReadFile("../../domain/refusal.go")
	if err != nil {
		t.Fatal(err)
	}
	var out []domain.Code
	for _, m := range regexp.MustCompile(`Code = "([a-z-]+)"`).FindAllStringSubmatch(string(source), -1) {
		out = append(out, domain.Code(m[1]))
	}
	return out
}

func TestEveryRefusalIsASentenceInEveryLanguage(t *testing.T) {
	codes := domainCodes(t)
	if len(codes) < 20 {
		t.Fatalf("found %d codes only", len(codes))
	}
	group := domain.Ref{Noun: domain.GroupNoun, Key: "G1"}
	for _, l := range words.Languages() {
		for _, c := range codes {
			got := In(l).Refusal(domain.World{}, domain.Refusal{Code: c, Subject: group, Field: "name", Value: "x", Others: []domain.Ref{group}, Date: 700000, Limit: 3})
			if strings.Contains(got, "refusal.") || strings.Contains(got, "%!") || !strings.HasSuffix(got, ".") {
				t.Errorf("%v %s: %q", l, c, got)
			}
		}
	}
}

func TestEveryRuleReadingNounRoleAndSettingHasWords(t *testing.T) {
	for _, l := range words.Languages() {
		w := In(l)
		said := map[string]string{}
		for _, r := range sight.Rules() {
			said["rule "+r.String()] = w.Rule(r)
		}
		for _, n := range domain.Nouns() {
			said["noun "+n.String()] = w.Noun(n)
		}
		for _, r := range domain.Roles() {
			said["role "+r.String()] = w.RoleWord(r)
		}
		for _, v := range domain.Visibilities() {
			said["mode "+v.String()] = w.Visibility(v) + w.VisibilityShort(v) + w.VisibilityExplain(v)
		}
		for _, r := range domain.AllReadings() {
			said["reading "+r.String()] = w.ReadingQuestion(r) + w.ReadingWhy(r) + w.ReadingRule(r)
		}
		for what, got := range said {
			if got == "" || strings.Contains(got, "reading.") || strings.Contains(got, "noun.") {
				t.Errorf("%v: %s is %q", l, what, got)
			}
		}
	}
}

// A list without heads has columns without names: nothing stands for them.
func TestAColumnWithoutAHeadIsNamedByItsLetterAlone(t *testing.T) {
	said := In(words.Dutch).ProblemAt(SeverityError, Place{Row: 3, Column: 2}, "W-ROL", "begelijder", nil)
	if !strings.Contains(said, "rij 3, kolom B: ") || strings.Contains(said, "«") {
		t.Errorf("said %q", said)
	}
}
