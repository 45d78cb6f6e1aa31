package domain_test

import (
	"testing"

	"zichtlijn/domain"
)

func related(client, other domain.PersonID, ty domain.RelationTypeID, p domain.Period) domain.Relation {
	return domain.Relation{Client: client, Person: other, Type: ty, Period: p}
}

func relate(client, other domain.PersonID, ty domain.RelationTypeID, first string) domain.Command {
	return domain.AddRelation{Relation: related(client, other, ty, from(first))}
}

func relations(keys ...string) []domain.Ref {
	var out []domain.Ref
	for _, k := range keys {
		out = append(out, domain.Ref{Noun: domain.RelationNoun, Key: k})
	}
	return out
}

func TestTheFlagsOfATypeGoTogetherOrAreRefused(t *testing.T) {
	with := func(ty domain.RelationType) domain.Command {
		ty.Name = "Nieuw"
		return domain.AddRelationType{Type: ty}
	}
	refuse(t, kade(), []attempt{
		{"primary without exclusive (E1)", with(domain.RelationType{Primary: true}), domain.Refusal{Code: domain.PrimaryNotExclusive, Field: "exclusive"}},
		{"primary and unwanted (E1)", with(domain.RelationType{Primary: true, Exclusive: true, Negative: true}), domain.Refusal{Code: domain.TypePrimaryNegative, Field: "negative"}},
		{"unwanted and a direct relation (N4)", with(domain.RelationType{Negative: true, Network: true}), domain.Refusal{Code: domain.TypeNegativeNetwork, Field: "network"}},
		{"a primary guardian", with(domain.RelationType{Kind: domain.GuardianKind, Primary: true, Exclusive: true}), domain.Refusal{Code: domain.TypeEmployeeOnly, Field: "primary"}},
		{"an unwanted guardian", with(domain.RelationType{Kind: domain.GuardianKind, Negative: true}), domain.Refusal{Code: domain.TypeEmployeeOnly, Field: "negative"}},
		{"a legally responsible external", with(domain.RelationType{Kind: domain.ExternalKind, Legal: true}), domain.Refusal{Code: domain.TypeEmployeeOnly, Field: "legal"}},
		{"a BOPZ-responsible external", with(domain.RelationType{Kind: domain.ExternalKind, VBMResponsible: true}), domain.Refusal{Code: domain.TypeEmployeeOnly, Field: "vbmResponsible"}},
		{"of a kind that does not exist", with(domain.RelationType{Kind: 3}), domain.Refusal{Code: domain.ValueMalformed, Field: "kind"}},
	})
	for _, fine := range []domain.RelationType{
		{Name: "Alles", Primary: true, Exclusive: true, Relevant: true, Legal: true, VBMResponsible: true, Network: true},
		{Name: "Ongewenst en uniek", Negative: true, Exclusive: true, Relevant: true},
		{Name: "Eén voogd", Kind: domain.GuardianKind, Exclusive: true, Relevant: true, Network: true},
	} {
		do(t, kade(), domain.AddRelationType{Type: fine})
	}
}

func TestATypeIsRefused(t *testing.T) {
	w := kade()
	edited := func(id domain.RelationTypeID, edit func(*domain.RelationType)) domain.Command {
		ty, _ := w.RelationType(id)
		edit(&ty)
		return domain.EditRelationType{Type: ty}
	}
	typeRef := func(id string) []domain.Ref { return one(domain.RelationTypeNoun, id) }
	refuse(t, w, []attempt{
		{"whose id is in use", domain.AddRelationType{Type: domain.RelationType{ID: "oud", Name: "Nieuw"}}, domain.Refusal{Code: domain.AlreadyExists}},
		{"whose name another type has", domain.AddRelationType{Type: domain.RelationType{Name: "TWEEDE begeleider "}},
			domain.Refusal{Code: domain.NameTaken, Field: "name", Others: typeRef("tweede")}},
		{"without a name", domain.AddRelationType{}, domain.Refusal{Code: domain.ValueMissing, Field: "name"}},
		{"edited though it is not there", domain.EditRelationType{Type: domain.RelationType{ID: "weg"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"edited into what it is", edited("oud", func(*domain.RelationType) {}), domain.Refusal{Code: domain.NothingToDo}},
		{"removed though it is not there", domain.RemoveRelationType{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
		{"removed though relations are of it", domain.RemoveRelationType{ID: "tweede"},
			domain.Refusal{Code: domain.StillReferred, Others: relations("noor-tomasz", "noor-vera")}},
		{"removed though an access role names it", domain.RemoveRelationType{ID: "regie"},
			domain.Refusal{Code: domain.StillReferred, Others: one(domain.AccessRoleNoun, "dossier")}},
		{"made exclusive while Noor has two of it together", edited("tweede", func(ty *domain.RelationType) { ty.Exclusive = true }),
			domain.Refusal{Code: domain.ExclusiveOverlap, Field: "exclusive", Others: relations("noor-tomasz", "noor-vera")}},
		{"made one for guardians while counselors hold it", edited("tweede", func(ty *domain.RelationType) { ty.Kind = domain.GuardianKind }),
			domain.Refusal{Code: domain.KindMisfit, Field: "person", Others: []domain.Ref{
				{Noun: domain.PersonNoun, Key: "tomasz"}, {Noun: domain.RelationTypeNoun, Key: "tweede"}}}},
	})
}

func TestATypeMayBecomeExclusiveWhenNobodyHasTwoTogether(t *testing.T) {
	w, _ := do(t, kade(), domain.EndRelations{IDs: []domain.RelationID{"noor-tomasz"}, Through: day("2026-02-28")})
	vera, _ := w.Relation("noor-vera")
	vera.From = day("2026-03-01")
	w, _ = do(t, w, domain.EditRelation{Relation: vera})
	ty, _ := w.RelationType("tweede")
	ty.Exclusive = true
	do(t, w, domain.EditRelationType{Type: ty})
}

func TestATypeThatNothingUsesIsRemoved(t *testing.T) {
	w, _ := do(t, kade(), domain.RemoveRelationType{ID: "oud"})
	if _, ok := w.RelationType("oud"); ok {
		t.Error("it is still there")
	}
}

func TestARelationIsRefused(t *testing.T) {
	ref := func(n domain.Noun, k string) domain.Ref { return domain.Ref{Noun: n, Key: k} }
	misfit := func(who, ty string) domain.Refusal {
		return domain.Refusal{Code: domain.KindMisfit, Field: "person", Others: []domain.Ref{ref(domain.PersonNoun, who), ref(domain.RelationTypeNoun, ty)}}
	}
	with := func(r domain.Relation) domain.Command { return domain.AddRelation{Relation: r} }
	refuse(t, kade(), []attempt{
		{"with a client who does not exist", relate("niemand", "bao", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.UnknownRef, Field: "client", Others: one(domain.PersonNoun, "niemand")}},
		{"with somebody who does not exist", relate("sem", "niemand", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.UnknownRef, Field: "person", Others: one(domain.PersonNoun, "niemand")}},
		{"of a type that does not exist", relate("sem", "bao", "geen", "2026-03-02"),
			domain.Refusal{Code: domain.UnknownRef, Field: "type", Others: one(domain.RelationTypeNoun, "geen")}},
		{"without a first day", with(related("sem", "bao", "tweede", domain.Period{})), domain.Refusal{Code: domain.ValueMissing, Field: "from"}},
		{"that ends before it begins", with(related("sem", "bao", "tweede", through("2026-03-02", "2026-03-01"))), domain.Refusal{Code: domain.PeriodReversed, Field: "through"}},
		{"whose client is a counselor (N1)", relate("bao", "vera", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.ClientSide, Field: "client", Others: one(domain.PersonNoun, "bao")}},
		{"between two clients (N1)", relate("sem", "noor", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.OtherSide, Field: "person", Others: one(domain.PersonNoun, "noor")}},
		{"of a client with themselves (N1)", relate("sem", "sem", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.OtherSide, Field: "person", Others: one(domain.PersonNoun, "sem")}},
		{"with the administrator (G7)", relate("sem", "beheer", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.AdministratorLinked, Field: "person", Others: one(domain.PersonNoun, "beheer")}},
		{"of a mother as a counselor (N1)", relate("sem", "petra", "tweede", "2026-03-02"), misfit("petra", "tweede")},
		{"of a counselor as a parent (N1)", relate("noor", "bao", "ouder", "2026-03-02"), misfit("bao", "ouder")},
		{"of an external as a parent (N1)", relate("sem", "ingrid", "ouder", "2026-03-02"), misfit("ingrid", "ouder")},
		{"of a parent as a network contact (N1)", relate("noor", "petra", "contact", "2026-03-02"), misfit("petra", "contact")},
		{"that the two have on those days", relate("noor", "vera", "tweede", "2026-03-02"),
			domain.Refusal{Code: domain.AlreadyRelated, Field: "from", Others: relations("noor-vera")}},
		{"whose id is in use", with(domain.Relation{ID: "noor-vera", Client: "sem", Person: "bao", Type: "tweede", Period: from("2026-03-02")}),
			domain.Refusal{Code: domain.AlreadyExists}},
		{"with a note that would drive a terminal", with(domain.Relation{Client: "sem", Person: "bao", Type: "tweede", Period: from("2026-03-02"), Note: "\x1b]0;"}),
			domain.Refusal{Code: domain.ValueCharacter, Field: "note"}},
		{"replaced by one that does not exist", with(domain.Relation{Client: "sem", Person: "bao", Type: "tweede", Period: from("2026-03-02"), ReplacedBy: "geen"}),
			domain.Refusal{Code: domain.UnknownRef, Field: "replacedBy", Others: relations("geen")}},
	})
}

func TestAnEmployeeIsNotPrimaryAndUnwantedOnOneDay(t *testing.T) {
	w := kade()
	against := func(r string) domain.Refusal {
		return domain.Refusal{Code: domain.PrimaryAndNegative, Field: "person", Others: relations(r)}
	}
	refuse(t, w, []attempt{
		{"unwanted while primary", relate("lotte", "bao", "niet", "2026-03-02"), against("lotte-bao")},
		{"unwanted from before they were primary", relate("lotte", "bao", "niet", "2020-01-01"), against("lotte-bao")},
	})
	w, _ = do(t, w, domain.AddRelation{Relation: related("lotte", "bao", "niet", through("2020-01-01", "2025-08-31"))}) // until the day before
	w, _ = do(t, w, relate("lotte", "vera", "niet", "2026-03-02"))                                                      // another employee
	w, _ = do(t, w, relate("sem", "bao", "niet", "2026-03-02"))                                                         // another client
	refuse(t, w, []attempt{{"primary while unwanted", relate("sem", "bao", "begeleider", "2026-06-01"), against("R3")}})

	ty, _ := w.RelationType("tweede")
	w, _ = do(t, w, relate("sem", "bao", "tweede", "2026-03-02"))
	ty.Primary, ty.Exclusive = true, true
	clash := domain.EditRelationType{Type: ty}
	w, _ = do(t, w, domain.RemoveRelation{ID: "noor-tomasz"})
	refuse(t, w, []attempt{{"when the type of a relation turns primary", clash, against("R3")}})

	negative, _ := w.RelationType("niet")
	negative.SwitchedOff = true // E7: it contradicts nobody any more
	w, _ = do(t, w, domain.EditRelationType{Type: negative})
	w, _ = do(t, w, clash)
	negative.SwitchedOff = false
	refuse(t, w, []attempt{{"when the unwanted type is switched on again", domain.EditRelationType{Type: negative}, against("R4")}})
}

func TestARelationEndsWithItsLastDayIncluded(t *testing.T) {
	w, changes := do(t, kade(), domain.EndRelations{IDs: []domain.RelationID{"sem-petra", "sem-dennis"}, Through: today()})
	r, _ := w.Relation("sem-petra")
	if len(changes) != 2 || !r.RunsOn(today()) || r.RunsOn(today()+1) {
		t.Errorf("%d changes; %v", len(changes), r)
	}
}

func TestARelationIsNotEnded(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "begeleider", "2025-09-01")) // withdraws Bao's
	end := func(last domain.Date, ids ...domain.RelationID) domain.Command {
		return domain.EndRelations{IDs: ids, Through: last}
	}
	w, _ = do(t, w, end(today(), "noor-vera"))
	refuse(t, w, []attempt{
		{"when it is not there", end(today(), "weg"), domain.Refusal{Code: domain.UnknownRef}},
		{"without a last day", end(0, "sem-petra"), domain.Refusal{Code: domain.ValueMissing, Field: "through"}},
		{"when it never began", end(today(), "lotte-bao"), domain.Refusal{Code: domain.NotRunning}},
		{"when it has ended already", end(today()+1, "noor-vera"), domain.Refusal{Code: domain.NotRunning}},
		{"on the day on which it ends already", end(today(), "noor-vera"), domain.Refusal{Code: domain.NothingToDo}},
		{"before it begins", end(day("2025-08-31"), "sem-petra"), domain.Refusal{Code: domain.BeforeFirstDay, Field: "through"}},
	})
}

func TestARelationIsNotEditedOrRemoved(t *testing.T) {
	w, _ := do(t, kade(), relate("lotte", "vera", "begeleider", "2026-03-16"))
	bao, _ := w.Relation("lotte-bao")
	longer := bao
	longer.Through = day("2026-03-16")
	refuse(t, w, []attempt{
		{"when it is not there", domain.EditRelation{Relation: domain.Relation{ID: "weg"}}, domain.Refusal{Code: domain.UnknownRef}},
		{"into what it is", domain.EditRelation{Relation: bao}, domain.Refusal{Code: domain.NothingToDo}},
		{"into the days of its successor (E8)", domain.EditRelation{Relation: longer},
			domain.Refusal{Code: domain.ExclusiveOverlap, Field: "from", Others: relations("R1")}},
		{"taken off when it is not there", domain.RemoveRelation{ID: "weg"}, domain.Refusal{Code: domain.UnknownRef}},
	})
	do(t, w, domain.RemoveRelation{ID: "noor-vera"})
}
