package groups

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/ui/dialog"
	"zichtlijn/ui/scene"
	"zichtlijn/ui/scene/scenetest"
	"zichtlijn/ui/words"
)

func TestANewPrimaryRelationSaysWhomItReplacesAndFromWhen(t *testing.T) {
	// DOMAIN.md 5, the story: Fatima becomes Lotte's personal counselor from 16 March.
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addRelation(s, "P17"), "pers", "enter", "fatima", "enter", "ctrl+u", "16-3-2026", "tab")
	mustSee(t, s, d, "Lotte van Dam: de relatie ‘Persoonlijk begeleider’ van Bao Nguyễn eindigt op 15-03-2026")
	if strings.Contains(scenetest.Flat(seen(s, d)), "keert niemand vanzelf terug") {
		t.Error("an open end needs no such remark")
	}
	d, _ = do(s, d, "30-6-2026")
	mustSee(t, s, d, "keert niemand vanzelf terug")
	_, wish := do(s, d, "tab", "vanwege verlof", "enter")
	got := commandOf[domain.AddRelation](t, wish).Relation
	want := domain.Relation{Client: "P17", Person: "P05", Type: "T1", Note: "vanwege verlof",
		Period: domain.Period{From: domain.NewDate(2026, 3, 16), Through: domain.NewDate(2026, 6, 30)}}
	if got != want {
		t.Errorf("wished %+v", got)
	}
}

func TestARelationThatWouldNotBeginIsSaidToBeWithdrawn(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	s = edited(t, s, domain.AddRelation{Relation: domain.Relation{Client: "P17", Person: "P11", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 5, 1)}}})
	d, _ := do(s, addRelation(s, "P17"), "pers", "enter", "fatima", "enter")
	mustSee(t, s, d, "van Bao Nguyễn eindigt op 01-03-2026", "van Soraya Ramdin, vanaf 01-05-2026, gaat niet door")
}

func TestOnlyWhoFitsTheTypeIsOffered(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 50)
	d, _ := do(s, addRelation(s, "P17"), "ouder", "enter", "space")
	mustSee(t, s, d, "Petra Bakker", "Fatima El Amrani") // Fatima is a parent in a group (N1)
	for _, not := range []string{"Bao Nguyễn", "Noor Haddad", "Marloes Hoekstra"} {
		if strings.Contains(seen(s, d), not) {
			t.Errorf("it offers %s", not)
		}
	}
}

func TestForAParentTheClientIsLookedUpAndOnlyFittingTypes(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addRelation(s, "P30"), "lotte", "enter", "space")
	mustSee(t, s, d, "Ouder of voogd")
	if strings.Contains(seen(s, d), "Persoonlijk begeleider") {
		t.Error("it offers a type for employees")
	}
	d, wish := saved(s, d, "enter", "enter")
	got := commandOf[domain.AddRelation](t, wish).Relation
	if got.Client != "P17" || got.Person != "P30" || got.Type != "T10" || got.From != s.On {
		t.Errorf("wished %+v", got)
	}
	mustSee(t, s, d, "Rania Haddad ziet en kan berichten sturen aan:") // the network opens (N3)
}

func TestTypesThatAreSwitchedOffComeLastAndSaySo(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addRelation(s, "P17"), "space")
	text := seen(s, d)
	if off := strings.Index(text, "Oud-begeleider"); off < strings.Index(text, "Wzd-") || off < 0 {
		t.Errorf("it does not come last:\n%s", text)
	}
	mustSee(t, s, d, "uitgezet")
}

func TestAnotherTypeTakesBackWhoDoesNotFit(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	d, _ := do(s, addRelation(s, "P17"), "pers", "enter", "bao", "enter", "up", "up", "ouder", "enter")
	if got := d.(dialog.Form).Fields.Value("person"); got != "" {
		t.Errorf("%s stays as a parent", got)
	}
	d, wish := do(s, d, "tab", "enter")
	if wish != nil {
		t.Fatalf("wished %#v", wish)
	}
	mustSee(t, s, d, "Kies een persoon")
}

func TestARelationsPeriodAndNoteAreEditedAndNothingElse(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	r, _ := s.World.Relation("R01")
	d, wish := do(s, editRelation(s, r), "tab", "31-12-2026", "tab", "loopt af", "enter")
	mustSee(t, s, d, "Fatima El Amrani: Persoonlijk begeleider van Sem Bakker · vanaf 01-09-2025")
	want := r
	want.Through, want.Note = domain.NewDate(2026, 12, 31), "loopt af"
	if got := commandOf[domain.EditRelation](t, wish).Relation; got != want {
		t.Errorf("wished %+v", got)
	}
}

func TestEndingAnExclusiveRelationSaysThatNobodyReturns(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	r, _ := s.World.Relation("R01")
	d, wish := do(s, endRelation(s, r), "tab", "uit dienst", "enter")
	mustSee(t, s, d, "keert niemand vanzelf terug")
	got := commandOf[domain.EndRelations](t, wish)
	if got.Through != s.On || len(got.IDs) != 1 || got.IDs[0] != "R01" || wish.(scene.Edit).Reason != "uit dienst" {
		t.Errorf("wished %#v", wish)
	}
}

func TestRemovingARelationThatReplacedAnotherLeavesTheOtherEnded(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	s = edited(t, s, domain.AddRelation{Relation: domain.Relation{ID: "R99", Client: "P17", Person: "P05", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 3, 16)}}})
	r, _ := s.World.Relation("R99")
	replaced := s.World.ReplacedBy(r)
	d, wish := do(s, removeRelation(s, r), "enter")
	mustSee(t, s, d, "alsof deze relatie er nooit was", "Bao Nguyễn is niet meer vervangen door Fatima El Amrani en eindigt nog steeds: t/m 15-03-2026.")
	s = edited(t, s, commandOf[domain.RemoveRelation](t, wish))
	if len(replaced) != 1 {
		t.Fatalf("%d relations were replaced, want 1", len(replaced))
	}
	if now, _ := s.World.Relation(replaced[0].ID); now.ReplacedBy != "" || now.Through != replaced[0].Through {
		t.Errorf("the replaced relation is now %+v", now)
	}
}

func TestTheOldEndIsOfferedAndGivenBackWithTheRelationThatReplacedIt(t *testing.T) {
	s := demoScene(t, words.Dutch, 100, 40)
	s = edited(t, s, domain.AddRelation{Relation: domain.Relation{ID: "R99", Client: "P17", Person: "P05", Type: "T1", Period: domain.Period{From: domain.NewDate(2026, 3, 16)}}})
	r, _ := s.World.Relation("R99")
	bao := s.World.ReplacedBy(r)[0]
	ends := scene.OldEnds{Of: "R99", Ends: []domain.OldEnd{{Relation: bao.ID, Through: domain.NewDate(2026, 6, 30)}}}
	told := func(d scene.Dialog) scene.Dialog { d, _ = d.Update(s, ends); return d }

	d, wish := do(s, told(removeRelation(s, r)), "up", "right", "enter")
	mustSee(t, s, d, "oude einde", "laten zoals nu", "Bao Nguyễn (t/m 30-06-2026)", "Bao Nguyễn is niet meer vervangen door Fatima El Amrani en loopt weer: t/m 30-06-2026.")
	after := edited(t, s, commandOf[domain.RemoveRelation](t, wish))
	if now, _ := after.World.Relation(bao.ID); now.ReplacedBy != "" || now.Through != domain.NewDate(2026, 6, 30) {
		t.Errorf("the replaced relation is now %+v", now)
	}

	// An edit that keeps the first day replaces still, and offers nothing.
	d, _ = do(s, told(editRelation(s, r)), "tab", "31-12-2026")
	if strings.Contains(seen(s, d), "oude einde") {
		t.Errorf("it offers an end that nobody lost:\n%s", seen(s, d))
	}
	d, wish = do(s, told(editRelation(s, r)), "ctrl+u", "1-8-2026", "tab", "tab", "right", "enter")
	mustSee(t, s, d, "Bao Nguyễn is niet meer vervangen door Fatima El Amrani en loopt weer: t/m 30-06-2026.")
	if got := commandOf[domain.EditRelation](t, wish); len(got.GiveBack) != 1 || got.GiveBack[0] != ends.Ends[0] {
		t.Errorf("wished %+v", got)
	}

	reads := withOldEnds(s, r, scene.Weighs("D", "act.relation-remove", func() scene.Dialog { return removeRelation(s, r) })).Wish()
	if got, ok := reads.(scene.Several); !ok || len(got) != 2 || got[1] != (scene.ReadOldEnds{Of: r}) {
		t.Errorf("wished %#v", reads)
	}
	failed := ends
	failed.Ends, failed.Failure = nil, "Het logboek is niet te lezen."
	d, _ = removeRelation(s, r).Update(s, failed)
	mustSee(t, s, d, "Het logboek is niet te lezen.")
}

// A form that reveals something shows whom, and asks for the reason while it stands there.
func TestARelationThatRevealsAsksForItsReasonInItsForm(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	d, _ := do(s, addRelation(s, "P17"), "ouder", "enter", "dennis", "enter")
	mustSee(t, s, d, "reden *")
	d, wish := do(s, d, "enter")
	if wish != nil {
		t.Fatalf("without a reason it wishes %#v", wish)
	}
	mustSee(t, s, d, "Schrijf op waarom", "het komt in het logboek")
	_, wish = do(s, d, "nieuwe begeleider", "enter")
	if edit, ok := wish.(scene.Edit); !ok || edit.Reason != "nieuwe begeleider" || edit.Shown == nil {
		t.Errorf("wishes %#v", wish)
	}
}

func TestAReasonIsOnlyAskedWhileTheFormReveals(t *testing.T) {
	s := demoScene(t, words.Dutch, 120, 40)
	m := s.World.MembersOn("G1", s.On)[0].Membership
	d := editMembership(s, m)
	if strings.Contains(seen(s, d), "reden") {
		t.Error("asks for a reason before anything changes")
	}
}
