package tell

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/domain/sight"
	"zichtlijn/domain/steps"
	"zichtlijn/ui/words"
)

func allSteps() []steps.Step {
	return []steps.Step{steps.People, steps.Types, steps.Relations, steps.Groups, steps.Hidden, steps.Members,
		steps.Look, steps.Mode, steps.News, steps.Programmes, steps.Handover}
}

func TestEveryStepAndWhateverIsOpenHasWords(t *testing.T) {
	codes := regexp.MustCompile(`Code = "([a-z-]+)"`).FindAllStringSubmatch(source(t, "../../domain/steps/step.go"), -1)
	if len(codes) < 20 {
		t.Fatalf("found %d codes only", len(codes))
	}
	for _, l := range words.Languages() {
		w := In(l)
		for _, s := range allSteps() {
			for _, key := range []string{"step-name.", "step-how.", "steps.go."} {
				if !w.Has(words.Key(key + string(s))) {
					t.Errorf("%v has no words for %s%s", l, key, s)
				}
			}
		}
		for _, c := range codes {
			for n := range 3 {
				o := steps.Open{Code: steps.Code(c[1]), Refs: make([]domain.Ref, n), Roles: []domain.Role{domain.Client}}
				if said := w.StepOpen(domain.World{}, "", o); said == "" || strings.Contains(said, "step-open.") || strings.Contains(said, "%!") {
					t.Errorf("%v %s: %q", l, c[1], said)
				}
			}
		}
	}
}

func TestTheJournalDoesNotCallATickAnAcceptedSignal(t *testing.T) {
	w, err := small(t).With(domain.Change{Group: &domain.Swap[domain.Group]{After: &domain.Group{ID: "G9", Name: "Moestuin"}}})
	if err != nil {
		t.Fatal(err)
	}
	tick := domain.TickStep{Step: domain.ModeStep, Group: "G9", Reason: "met het team", By: "Wil", On: domain.NewDate(2026, 3, 2)}
	done := domain.DoneCheck{Reason: "nr. 1 t/m 7", On: domain.NewDate(2026, 3, 2)}
	for _, c := range []struct {
		command domain.Command
		kind    domain.EntryKind
		summary string
		detail  string
	}{
		{tick, domain.Edit, "Stap afgevinkt: Zichtbaarheid kiezen met het team · Moestuin", "nieuw, afgevinkte stap: Zichtbaarheid kiezen met het team · Moestuin · waarover: onzichtbaar; reden: met het team; door: Wil; op: 02-03-2026"},
		{tick, domain.Undo, "Ongedaan gemaakt: stap afgevinkt: Zichtbaarheid kiezen met het team · Moestuin", "verwijderd, afgevinkte stap: "},
		{done, domain.Edit, "Periodieke controle gedaan: nr. 1 t/m 7", "nieuw, controle: periodieke controle · reden: nr. 1 t/m 7; op: 02-03-2026"},
	} {
		changes, err := c.command.Plan(w)
		if err != nil {
			t.Fatal(err)
		}
		if c.kind == domain.Undo {
			changes = domain.Inverse(changes)
		}
		e := domain.Entry{Kind: c.kind, Verb: c.command.Verb(), Changes: changes}
		if got := In(words.Dutch).Summary(w, e); got != c.summary {
			t.Errorf("summary is %q, want %q", got, c.summary)
		}
		if got := In(words.Dutch).Details(w, e)[0]; !strings.HasPrefix(got, c.detail) {
			t.Errorf("detail is %q, want %q", got, c.detail)
		}
	}
}

func TestHowLongAgoIsSaidInTheUnitThatReadsBest(t *testing.T) {
	on := domain.NewDate(2026, 3, 2)
	for days, want := range map[int]string{0: "vandaag", 1: "1 dag geleden", 20: "20 dagen geleden", 21: "3 weken geleden", 90: "12 weken geleden",
		92: "3 maanden geleden", 365: "12 maanden geleden", -3: "05-03-2026"} {
		if got := In(words.Dutch).Ago(on-domain.Date(days), on); got != want {
			t.Errorf("%d days: %q, want %q", days, got, want)
		}
	}
}

func TestATurnSaysWhatBeganAndWhatEnded(t *testing.T) {
	who := func(id domain.PersonID) string { return string(id) }
	all, sees, mails, none := sight.Fact{Sees: true, Messages: true}, sight.Fact{Sees: true}, sight.Fact{Messages: true}, sight.Fact{}
	for _, c := range []struct {
		before, after sight.Fact
		want          string
	}{
		{none, all, "A ziet nu B en mag berichten sturen"}, {none, sees, "A ziet nu B"}, {sees, all, "A mag B nu berichten sturen"},
		{all, none, "A ziet B niet meer en mag geen berichten meer sturen"}, {sees, none, "A ziet B niet meer"}, {all, sees, "A mag B geen berichten meer sturen"},
		{mails, sees, "A ziet nu B; A mag B geen berichten meer sturen"},
	} {
		if got := In(words.Dutch).Turn(sight.Turn{Viewer: "A", Other: "B", Before: c.before, After: c.after}, who); got != c.want {
			t.Errorf("%v → %v: %q, want %q", c.before, c.after, got, c.want)
		}
	}
}

func source(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
