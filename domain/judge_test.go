package domain_test

import (
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

func TestAReadingIsSetAndSetBack(t *testing.T) {
	w, _ := do(t, kade(), domain.SetReading{Reading: domain.ReadNetwork, On: false})
	if w.Readings().On(domain.ReadNetwork) || w.Institution().Name != "Zorg aan de Kade" {
		t.Errorf("%+v", w.Institution())
	}
	refuse(t, w, []attempt{{"to what it is", domain.SetReading{Reading: domain.ReadNetwork, On: false}, domain.Refusal{Code: domain.NothingToDo}}})
	w, _ = do(t, w, domain.SetReading{Reading: domain.ReadNetwork, On: true})
	if w.Readings() != 0 {
		t.Errorf("readings %b after all are at their default again", w.Readings())
	}
}

func TestAnInstitutionIsNamedFromNothing(t *testing.T) {
	w, changes := do(t, domain.World{}, domain.EditInstitution{Name: "Hazelmeander", WithoutNewsGroups: true})
	if i := w.Institution(); i.Name != "Hazelmeander" || !i.WithoutNewsGroups || changes[0].Step().Before != nil {
		t.Errorf("%+v", i)
	}
	refuse(t, w, []attempt{
		{"to what it is", domain.EditInstitution{Name: "Hazelmeander", WithoutNewsGroups: true}, domain.Refusal{Code: domain.NothingToDo}},
		{"with a name that is too long", domain.EditInstitution{Name: strings.Repeat("x", 121)}, domain.Refusal{Code: domain.ValueTooLong, Field: "name"}},
	})
	refuse(t, domain.World{}, []attempt{{"to nothing", domain.EditInstitution{}, domain.Refusal{Code: domain.NothingToDo}}})
}

// Records that no command makes come by import and are judged, too.
func TestAnImportOfWhatBreaksARuleIsRefused(t *testing.T) {
	put := func(c domain.Change) []domain.Change { return []domain.Change{c} }
	role := func(a domain.AccessRole) []domain.Change {
		return put(domain.Change{AccessRole: &domain.Swap[domain.AccessRole]{After: &a}})
	}
	assign := func(a domain.Assignment) []domain.Change {
		return put(domain.Change{Assignment: &domain.Swap[domain.Assignment]{After: &a}})
	}
	shift := func(s domain.Shift) []domain.Change {
		return put(domain.Change{Shift: &domain.Swap[domain.Shift]{After: &s}})
	}
	agree := func(a domain.Agreement) []domain.Change {
		return put(domain.Change{Agreement: &domain.Swap[domain.Agreement]{After: &a}})
	}
	accept := func(a domain.AcceptedSignal) []domain.Change {
		return put(domain.Change{AcceptedSignal: &domain.Swap[domain.AcceptedSignal]{After: &a}})
	}
	for _, c := range []struct {
		name    string
		changes []domain.Change
		want    string
	}{
		{"an access role without a name", role(domain.AccessRole{ID: "a"}), "value-missing name"},
		{"an access role with a bad id", role(domain.AccessRole{ID: "a b", Name: "A"}), "value-malformed id"},
		{"an access role with a task of two lines", role(domain.AccessRole{ID: "a", Name: "A", Tasks: []string{"x\ny"}}), "value-character tasks"},
		{"an access role over a place too long", role(domain.AccessRole{ID: "a", Name: "A", Scope: domain.Scope{Kind: domain.LocationScope, Locations: []string{strings.Repeat("x", 121)}}}), "value-too-long scope.locations"},
		{"an access role over a type that is not there", role(domain.AccessRole{ID: "a", Name: "A", Scope: domain.Scope{Kind: domain.RelationScope, RelationTypes: []domain.RelationTypeID{"weg"}}}), "unknown-ref scope.relationTypes"},
		{"an access role over places without saying that they are its scope", role(domain.AccessRole{ID: "a", Name: "A", Scope: domain.Scope{Locations: []string{"Steiger"}}}), "value-missing scope.kind"},
		{"an access role with one task twice", role(domain.AccessRole{ID: "a", Name: "A", Tasks: []string{"x", "x"}}), "value-repeated tasks"},
		{"an assignment of a role that is not there", assign(domain.Assignment{Role: "weg", Person: "bao"}), "unknown-ref role"},
		{"an assignment to nobody", assign(domain.Assignment{Role: "nacht", Person: "weg"}), "unknown-ref person"},
		{"an assignment that ends before it begins", assign(domain.Assignment{Role: "nacht", Person: "bao", Period: through("2026-03-02", "2026-03-01")}), "period-reversed through"},
		{"a shift on no day", shift(domain.Shift{ID: "s"}), "value-missing date"},
		{"a shift with a name too long", shift(domain.Shift{ID: "s", Date: today(), Name: strings.Repeat("x", 121)}), "value-too-long name"},
		{"a shift with a code of two lines", shift(domain.Shift{ID: "s", Date: today(), Code: "a\rb"}), "value-character code"},
		{"a shift by nobody", shift(domain.Shift{ID: "s", Date: today(), Employees: []domain.PersonID{"weg"}}), "unknown-ref employees"},
		{"a shift for nobody", shift(domain.Shift{ID: "s", Date: today(), Clients: []domain.PersonID{""}}), "value-missing clients"},
		{"a shift with one client twice", shift(domain.Shift{ID: "s", Date: today(), Clients: []domain.PersonID{"sem", "sem"}}), "value-repeated clients"},
		{"an agreement without a viewer", agree(domain.Agreement{ID: "f", Other: "sem"}), "value-missing viewer"},
		{"an agreement about somebody who is not there", agree(domain.Agreement{ID: "f", Viewer: "sem", Other: "weg"}), "unknown-ref other"},
		{"an agreement about a group that is not there", agree(domain.Agreement{ID: "f", Kind: domain.GroupAtMost, Group: "weg"}), "unknown-ref group"},
		{"an agreement of a kind that is none", agree(domain.Agreement{ID: "f", Kind: domain.NoRoleInGroup + 1, Group: "leeg"}), "value-malformed kind"},
		{"an agreement about one person twice", agree(domain.Agreement{ID: "f", Kind: domain.Sees, Viewer: "sem", Other: "sem"}), "same-person other"},
		{"an agreement of a pair about a group too", agree(domain.Agreement{ID: "f", Viewer: "sem", Other: "noor", Group: "leeg"}), "not-of-kind group"},
		{"an agreement of a pair with a setting too", agree(domain.Agreement{ID: "f", Viewer: "sem", Other: "noor", MostVisible: domain.GroupVisible}), "not-of-kind visibility"},
		{"an agreement about a setting with a viewer too", agree(domain.Agreement{ID: "f", Kind: domain.GroupAtMost, Group: "leeg", Viewer: "sem"}), "not-of-kind viewer"},
		{"an agreement about a setting with a role too", agree(domain.Agreement{ID: "f", Kind: domain.GroupAtMost, Group: "leeg", Role: domain.External}), "not-of-kind role"},
		{"an agreement about a role with another person too", agree(domain.Agreement{ID: "f", Kind: domain.NoRoleInGroup, Group: "leeg", Role: domain.External, Other: "sem"}), "not-of-kind other"},
		{"an agreement about a setting that is none", agree(domain.Agreement{ID: "f", Kind: domain.GroupAtMost, Group: "leeg", MostVisible: domain.MembersVisible + 1}), "value-malformed visibility"},
		{"an agreement about a role that is none", agree(domain.Agreement{ID: "f", Kind: domain.NoRoleInGroup, Group: "leeg", Role: domain.Administrator + 1}), "value-malformed role"},
		{"an agreement with a note too long", agree(domain.Agreement{ID: "f", Viewer: "sem", Other: "noor", Note: strings.Repeat("x", 2001)}), "value-too-long note"},
		{"an agreement about no role", agree(domain.Agreement{ID: "f", Kind: domain.NoRoleInGroup, Group: "leeg"}), "value-missing role"},
		{"an acceptance of nothing", accept(domain.AcceptedSignal{Reason: "weet ik"}), "value-missing code"},
		{"an acceptance whose code looks like objects", accept(domain.AcceptedSignal{Code: "a/b", Reason: "weet ik"}), "value-malformed code"},
		{"an acceptance of an object with a bad id", accept(domain.AcceptedSignal{Code: "a", Objects: []string{"b/c"}, Reason: "weet ik"}), "value-malformed objects"},
		{"an access role removed while somebody has it", domain.Inverse(role(domain.AccessRole{ID: "nacht", Name: "Nachtdienst", Scope: domain.Scope{Kind: domain.AllClients}})), "still-referred "},
	} {
		w, err := kade().With(c.changes...)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var got []string
		for _, r := range domain.Judge(w, c.changes) {
			got = append(got, string(r.Code)+" "+string(r.Field))
		}
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
