package exchange

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zichtlijn/domain"
	"zichtlijn/domain/domaintest"
)

// everything is a set-up with every property of the schema, as Write writes it.
const everything = `{
 "format": "zichtlijn-setup",
 "version": 1,
 "date": "2026-03-02",
 "organisation": {
  "name": "Hazel & <Meander>",
  "usesNewsGroups": false
 },
 "revealingWords": [
  "trauma"
 ],
 "acceptedSignals": [
  {
   "code": "group.few-counselors",
   "objects": [
    "G1"
   ],
   "reason": "vacature",
   "by": "coördinator",
   "on": "2026-02-01"
  },
  {
   "code": "kaal",
   "objects": [],
   "reason": ""
  }
 ],
 "pseudonymised": true,
 "readings": {
  "network": false,
  "counselorMessagesMembers": false,
  "openKeepsMessagesTile": false,
  "openKeepsCounselorMessages": false,
  "openPeerMessages": false,
  "namedGuardianMessages": true,
  "namedExternalMessages": true,
  "openExternalMessages": true,
  "unlinkedCounselorsSeeGroups": true,
  "newsGroupReachesHidden": false,
  "newsGroupMembersPost": true,
  "networkReports": false,
  "reportsFollowMembership": false
 },
 "persons": [
  {
   "id": "P1",
   "number": "0010423",
   "role": "CLIENT",
   "givenName": "Sem",
   "initials": "S.",
   "familyNamePrefix": "van den",
   "familyName": "Berg-Özdemir",
   "displayName": "Sem\u202e",
   "userName": "sem",
   "email": "sem@example.org",
   "birthDate": "2012-05-14",
   "location": "Steiger",
   "function": "jeugd",
   "active": false,
   "note": "regel 1\n\tregel \"2\" \\"
  },
  {
   "id": "P10",
   "role": "GUARDIAN",
   "givenName": "Petra",
   "familyName": "-",
   "active": false
  },
  {
   "id": "P2",
   "role": "COUNSELOR_PLUS",
   "givenName": "Bao",
   "familyName": "Nguyễn"
  }
 ],
 "groups": [
  {
   "id": "G1",
   "name": "Oudercafé",
   "visibility": "members-visible",
   "location": "Kade",
   "newsGroup": "Nieuws",
   "description": "elke week"
  }
 ],
 "memberships": [
  {
   "group": "G1",
   "person": "P1",
   "through": "2025-12-31"
  },
  {
   "group": "G1",
   "person": "P1",
   "role": "EXTERNAL",
   "from": "2026-01-01",
   "through": "2026-12-31"
  }
 ],
 "relationTypes": [
  {
   "id": "T1",
   "name": "Begeleider",
   "kind": "employee",
   "primary": true,
   "exclusive": true,
   "relevant": true,
   "legal": true,
   "vbmResponsible": true,
   "network": true,
   "active": false
  },
  {
   "id": "T2",
   "name": "Ongewenst",
   "kind": "employee",
   "negative": true
  }
 ],
 "relations": [
  {
   "id": "R1",
   "client": "P1",
   "person": "P2",
   "type": "T1",
   "from": "2026-01-01",
   "through": "2026-01-31",
   "replacedBy": "R2",
   "withdrawn": true,
   "note": "gewisseld"
  },
  {
   "id": "R2",
   "client": "P1",
   "person": "P2",
   "type": "T1",
   "from": "2026-02-01"
  }
 ],
 "accessRoles": [
  {
   "id": "A1",
   "name": "Begeleider",
   "kind": "manual",
   "tasks": [
    "dossier inzien",
    "rapporteren"
   ],
   "scope": {
    "kind": "relation",
    "locations": [
     "Kade"
    ],
    "relationTypes": [
     "T1"
    ]
   },
   "active": false
  },
  {
   "id": "A2",
   "name": "Basis",
   "kind": "standard",
   "tasks": []
  }
 ],
 "roleAssignments": [
  {
   "role": "A1",
   "person": "P2",
   "from": "2026-01-01",
   "through": "2026-06-30"
  }
 ],
 "shifts": [
  {
   "id": "S1",
   "date": "2026-03-02",
   "begin": "23:00",
   "end": "00:00",
   "code": "N",
   "name": "Nacht",
   "employees": [
    "P2"
   ],
   "clients": []
  }
 ],
 "agreements": [
  {
   "id": "F1",
   "kind": "never-sees",
   "viewer": "P10",
   "other": "P1",
   "note": "contactverbod"
  },
  {
   "id": "F2",
   "kind": "group-at-most",
   "group": "G1",
   "visibility": "hidden"
  },
  {
   "id": "F3",
   "kind": "no-role-in-group",
   "group": "G1",
   "role": "ADMINISTRATOR"
  }
 ],
 "extensions": {
  "a.later": {
   "x": [
    1.50,
    null
   ],
   "y": {}
  },
  "zichtlijn.inactiveFrom": {
   "P1": "2026-07-01"
  },
  "zz": "\u200b"
 }
}
`

func TestEveryPropertyOfTheFormSurvivesReadingAndWriting(t *testing.T) {
	w := taken(t, domain.World{}, Import{Setups: []Setup{fileOf(t, everything)}, TakeDate: true})
	if got := written(t, w); got != everything {
		line := 0
		a, b := strings.Split(got, "\n"), strings.Split(everything, "\n")
		for line < min(len(a), len(b))-1 && a[line] == b[line] {
			line++
		}
		t.Errorf("line %d: got %q, want %q", line+1, a[line], b[line])
	}
}

func TestEverythingMentionsEveryPropertyThereIs(t *testing.T) {
	known := rootKeys()
	known = append(known, keysOf(institution().properties)...)
	for _, keys := range [][]string{
		keysOf(persons().properties), keysOf(groups().properties), keysOf(memberships().properties),
		keysOf(relationTypes().properties), keysOf(relations().properties), keysOf(accessRoles().properties),
		keysOf(assignments().properties), keysOf(shifts().properties), keysOf(agreements().properties),
		keysOf(acceptedSignals().properties),
	} {
		known = append(known, keys...)
	}
	for _, key := range known {
		if dropped := key == "$schema" || key == "createdAt" || key == "generator"; !dropped && !strings.Contains(everything, `"`+key+`": `) {
			t.Errorf("%q is in no test", key)
		}
	}
}

func TestAnEmptySetupIsItsHeadOnly(t *testing.T) {
	want := "{\n \"format\": \"zichtlijn-setup\",\n \"version\": 1\n}\n"
	if got := written(t, domain.World{}); got != want {
		t.Errorf("got %q", got)
	}
}

func TestWhoMadeAFileAndWhenIsReadAndLetGo(t *testing.T) {
	w := worldOf(t, setupOf(t, `"$schema":"setup.schema.json","createdAt":"2026-03-02T09:00:00+01:00","generator":"x",`+groep))
	if got := written(t, w); strings.Contains(got, "generator") || strings.Contains(got, "createdAt") || strings.Contains(got, "$schema") {
		t.Errorf("got %s", got)
	}
}

// wantBack asserts that w, written and read, has no problem, equals w, and is written
// as the same bytes.
func wantBack(t rapid.TB, w domain.World) {
	t.Helper()
	var first strings.Builder
	if err := Write(&first, w); err != nil {
		t.Fatalf("%v", err)
	}
	s, err := Read("terug.json", strings.NewReader(first.String()), Limits{})
	if err != nil {
		t.Fatalf("%v", err)
	}
	if found, _ := s.Problems(); len(found) > 0 {
		t.Fatalf("what was written is not in the form: %+v", found[0])
	}
	i := Import{Setups: []Setup{s}, TakeDate: true}
	o := i.Outcome(domain.World{})
	if len(o.Problems) > 0 {
		t.Fatalf("what was written breaks a rule: %+v", o.Problems[0])
	}
	back, err := domain.World{}.With(o.Changes...)
	if err != nil {
		t.Fatalf("%v", err)
	}
	if same := i.Outcome(w); len(same.Problems)+len(same.Changes) > 0 {
		t.Fatalf("it is not what was written: %+v %d changes", same.Problems, len(same.Changes))
	}
	for _, n := range domain.Nouns() {
		if n != domain.InstitutionNoun && back.Count(n) != w.Count(n) {
			t.Fatalf("%d of %s came back, %d went", back.Count(n), n, w.Count(n))
		}
	}
	var second strings.Builder
	if err := Write(&second, back); err != nil || second.String() != first.String() {
		t.Fatalf("the second time it is written differently: %v", err)
	}
}

func TestWhatIsWrittenIsReadBackAndWrittenAsTheSameBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { wantBack(t, domaintest.Small(t)) })
}

func TestWhatEditsMadeIsReadBackToo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := domaintest.Small(t)
		for range 5 {
			changes, err := domaintest.Command(t, w).Plan(w)
			if err != nil {
				continue
			}
			if w, err = w.With(changes...); err != nil {
				t.Fatal(err)
			}
		}
		wantBack(t, w)
	})
}

func TestALargeInstitutionIsReadBack(t *testing.T) { wantBack(t, domaintest.Large()) }

func TestATextInAnotherNormalFormIsWrittenAsItWillBeRead(t *testing.T) {
	g := domain.Group{ID: "G1", Name: "Cafe\u0301"}
	w, err := domain.World{}.With(domain.Change{Group: &domain.Swap[domain.Group]{After: &g}})
	if err != nil {
		t.Fatal(err)
	}
	first := written(t, w)
	if again := written(t, worldOf(t, fileOf(t, first))); again != first {
		t.Errorf("got %s, then %s", first, again)
	}
}

func TestWhatCannotBeSeenIsEscapedAndNothingElse(t *testing.T) {
	for text, want := range map[string]string{
		"a<b>&c":       `"a<b>&c"`,
		"\u200b\u2066": `"\u200b\u2066"`,
		"\ufeff\u2028": `"\ufeff\u2028"`,
		"\u00ad\u009b": `"\u00ad\u009b"`,
		"\U000e0001":   `"\udb40\udc01"`,
		"\a\n\t":       `"\u0007\n\t"`,
		"é 😀 \u00a0":   "\"é 😀 \u00a0\"",
		`"\`:           `"\"\\"`,
	} {
		if got := string(appendText(nil, text)); got != want {
			t.Errorf("%q is written as %s, want %s", text, got, want)
		}
	}
}

func TestDamagedExtensionsAreNotWrittenAway(t *testing.T) {
	i := domain.Institution{Extensions: []byte(`{"a":`)}
	w, err := domain.World{}.With(domain.Change{Institution: &domain.Swap[domain.Institution]{After: &i}})
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(&strings.Builder{}, w); !errors.Is(err, ErrExtensions) {
		t.Errorf("got %v", err)
	}
}

type full struct{}

var errFull = errors.New("the disk is full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestAFullDiskIsToldAndNotSwallowed(t *testing.T) {
	if err := Write(full{}, domaintest.Institution(1, domaintest.Size{Persons: 500})); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
