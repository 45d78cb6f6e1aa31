package fhir_test

import (
	"strings"
	"testing"

	"zichtlijn/domain"
	"zichtlijn/store/exchange/fhir"
)

func TestAnEmptySetUpIsABundleWithoutEntries(t *testing.T) {
	for _, c := range []struct {
		o    fhir.Options
		want string
	}{
		{fhir.Options{}, `{"resourceType":"Bundle","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"}]},"type":"collection"}`},
		{fhir.Options{Demonstration: true}, `{"resourceType":"Bundle","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"R"},{"system":"http://terminology.hl7.org/CodeSystem/v3-ActReason","code":"HTEST"}]},"type":"collection"}`},
	} {
		if got, left := written(t, domain.World{}, day("2026-03-02"), c.o); got != c.want+"\n" || len(left) > 0 {
			t.Errorf("wrote %s and left %v, want %s", got, left, c.want)
		}
	}
}

// alone writes one person, or one group, and returns the first line of an entry.
func alone(t *testing.T, r domain.Records, o fhir.Options) string {
	t.Helper()
	text, _ := written(t, domain.NewWorld(r), day("2026-03-02"), o)
	return strings.TrimSuffix(strings.Split(text, "\n")[1], ",")
}

// TestAClientIsAPatient shows all of a Patient. The UUID is the one that others compute
// for Patient/sem in our namespace.
func TestAClientIsAPatient(t *testing.T) {
	got := alone(t, domain.Records{Persons: []domain.Person{{
		ID: "sem", Number: "0010423", Role: domain.Client, GivenName: "Sem", Initials: "S.", FamilyNamePrefix: "van den", FamilyName: "Berg",
		DisplayName: "Sem & co <b>", UserName: "sem", Email: "sem@example.org", BirthDate: day("2012-05-14"), Location: "Kade", Function: "jeugd", Note: "geheim",
	}}}, fhir.Options{})
	want := `{"fullUrl":"urn:uuid:UUID","resource":{"resourceType":"Patient","meta":{"tag":[{"system":"urn:zichtlijn:role","code":"CLIENT"}]},` +
		`"identifier":[{"system":"urn:zichtlijn:person","value":"sem"},{"system":"urn:zichtlijn:client-number","value":"0010423"}],"active":true,` +
		`"name":[{"text":"Sem & co <b>","family":"van den Berg","given":["Sem"]}],"telecom":[{"system":"email","value":"sem@example.org"}],"birthDate":"2012-05-14"}}`
	if want = strings.Replace(want, "UUID", "84c8048d-0af8-53df-98df-d7256ae3005e", 1); got != want {
		t.Errorf("wrote\n%s\nwant\n%s", got, want)
	}
}

func TestANameIsWrittenWithoutWhatItLacks(t *testing.T) {
	for _, c := range []struct {
		person domain.Person
		want   string
	}{
		{domain.Person{GivenName: "Selam", FamilyName: domain.NoFamilyName}, `"name":[{"text":"Selam","given":["Selam"]}]`},
		{domain.Person{GivenName: "Zoë", FamilyName: "Groot"}, `"name":[{"text":"Zoë Groot","family":"Groot","given":["Zoë"]}]`},
		{domain.Person{GivenName: "Henk", FamilyNamePrefix: "van 't", FamilyName: "Hof"}, `"name":[{"text":"Henk van 't Hof","family":"van 't Hof","given":["Henk"]}]`},
		{domain.Person{GivenName: "Jan", FamilyNamePrefix: "de", FamilyName: "Vries", DisplayName: "Jan (Kade)"}, `"name":[{"text":"Jan (Kade)","family":"de Vries","given":["Jan"]}]`},
	} {
		c.person.ID, c.person.Role = "sem", domain.Client
		if got := alone(t, domain.Records{Persons: []domain.Person{c.person}}, fhir.Options{}); !strings.Contains(got, c.want) {
			t.Errorf("wrote %s, want %s", got, c.want)
		}
	}
}

func TestAnEmployeeHasTheirFunctionInAPractitionerRole(t *testing.T) {
	text, left := written(t, kade(func(r *domain.Records) {
		r.Persons = r.Persons[1:2]
		r.Persons[0].Number, r.Persons[0].Function, r.Persons[0].Location, r.Persons[0].UserName = "200007", "begeleider", "Kade", "jan"
	}), day("2026-03-02"), fhir.Options{})
	for _, want := range []string{
		`{"system":"urn:zichtlijn:employee-number","value":"200007"}`,
		`"code":[{"text":"begeleider"}],"location":[{"display":"Kade"}]`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	if len(left) != 1 || left[0].Field != "userName" || left[0].Code != fhir.Property {
		t.Errorf("left %v, want the user name", left)
	}
}

func TestWhatPeopleReadOfAGroupIsHandedIn(t *testing.T) {
	r := domain.Records{Groups: []domain.Group{{ID: "G1", Name: "Koken & <zo>", Visibility: domain.GroupVisible}}}
	say := func(text string) func(domain.Group) string { return func(domain.Group) string { return text } }
	for _, c := range []struct {
		o    fhir.Options
		want string
	}{
		{fhir.Options{Narrative: say("Koken & <zo> \"2\"\x00"), Language: "nl-NL"}, `"language":"nl-NL","text":{"status":"extensions","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nl-NL\" xml:lang=\"nl-NL\">Koken &amp; &lt;zo&gt; &#34;2&#34;` + "\uFFFD" + `</div>"},`},
		{fhir.Options{Narrative: say("ja")}, `"text":{"status":"extensions","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\">ja</div>"},`},
		{fhir.Options{Narrative: say(" "), Language: "nl-NL"}, ""},
		{fhir.Options{Language: "nl-NL"}, ""},
	} {
		want := `"resource":{"resourceType":"Group",` + c.want + `"extension":[{"url":"urn:zichtlijn:visibility","valueCode":"group-visible"}],` +
			`"identifier":[{"system":"urn:zichtlijn:group","value":"G1"}],"active":true,"type":"person","actual":true,"name":"Koken & <zo>"}}`
		if got := alone(t, r, c.o); !strings.HasSuffix(got, want) {
			t.Errorf("wrote\n%s\nwant\n%s", got, want)
		}
	}
}

func TestEveryCodeIsOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range fhir.Codes() {
		if seen[c] || !strings.HasPrefix(c, "F-") {
			t.Errorf("%s is there twice, or is no code of FHIR", c)
		}
		seen[c] = true
	}
}
