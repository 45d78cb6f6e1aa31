package exchange

import (
	"encoding/json"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"zichtlijn/domain"
)

// schema is what we ask of setup.schema.json.
type schema struct {
	Ref        string            `json:"$ref"`
	Type       string            `json:"type"`
	Format     string            `json:"format"`
	Pattern    string            `json:"pattern"`
	MinLength  int               `json:"minLength"`
	MaxLength  int               `json:"maxLength"`
	Enum       []string          `json:"enum"`
	Items      *schema           `json:"items"`
	Unique     bool              `json:"uniqueItems"`
	Required   []string          `json:"required"`
	Properties map[string]schema `json:"properties"`
	Defs       map[string]schema `json:"$defs"`
}

// structural lists the keys of the schema that are no property: ids, references to
// parents, and values that only a verb or a file sets.
var structural = map[string][]string{
	"organisation":    nil,
	"acceptedSignals": {"objects"},
	"person":          {"id", "active"},
	"group":           {"id"},
	"membership":      {"group", "person"},
	"relationType":    {"id"},
	"relation":        {"id", "replacedBy", "withdrawn"},
	"accessRole":      {"id", "scope"},
	"roleAssignment":  {"role", "person"},
	"shift":           {"id"},
	"agreement":       {"id"},
}

func TestTheSchemaAndThePropertiesSayTheSame(t *testing.T) {
	data, err := os.ReadFile("testdata/setup.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var root schema
	if err := json.Unmarshal(data, &root); err != nil {
		t.Fatal(err)
	}
	at := func(name string) schema {
		switch name {
		case "organisation":
			return root.Properties[name]
		case "acceptedSignals":
			return *root.Properties[name].Items
		}
		return root.Defs[name]
	}
	told := map[string]map[string]described{
		"organisation":    asked(domain.InstitutionProperties()),
		"acceptedSignals": asked(domain.AcceptedSignalProperties()),
		"person":          asked(domain.PersonProperties()),
		"group":           asked(domain.GroupProperties()),
		"membership":      asked(domain.MembershipProperties()),
		"relationType":    asked(domain.RelationTypeProperties()),
		"relation":        asked(domain.RelationProperties()),
		"accessRole":      asked(domain.AccessRoleProperties()),
		"roleAssignment":  asked(domain.AssignmentProperties()),
		"shift":           asked(domain.ShiftProperties()),
		"agreement":       asked(domain.AgreementProperties()),
	}
	for name, properties := range told {
		compareWith(t, root, at(name), name, properties, structural[name])
	}
	scope := root.Defs["accessRole"].Properties["scope"]
	for field := range scope.Properties {
		if _, ok := told["accessRole"]["scope."+field]; !ok {
			t.Errorf("accessRole: the schema has scope.%s, which no property says", field)
		}
	}
	// Of the keys in the root only the revealing words are a property.
	words := described{domain.Lines, 120, false, true, nil}
	if got := asked([]domain.Property[domain.Institution]{domain.RevealingWords()})["revealingWords"]; !got.equal(words) {
		t.Errorf("revealingWords: a property says %+v, want %+v", got, words)
	}
	if got := root.Properties["revealingWords"]; !words.is(root, got) {
		t.Errorf("revealingWords: the schema says %+v", got)
	}
	if keys := slices.Sorted(maps.Keys(root.Properties)); !slices.Equal(keys, slices.Sorted(slices.Values(rootKeys()))) {
		t.Errorf("the root has %v, we know %v", keys, rootKeys())
	}
}

// described is a property without its noun.
type described struct {
	shape    domain.Shape
	limit    int
	must     bool
	distinct bool
	choices  []string
}

func asked[T any](all []domain.Property[T]) map[string]described {
	out := map[string]described{}
	for _, p := range all {
		out[string(p.Field)] = described{p.Shape, p.Limit, p.Must, p.Distinct, p.Choices}
	}
	return out
}

func compareWith(t *testing.T, root, at schema, name string, properties map[string]described, structural []string) {
	t.Helper()
	for field, p := range properties {
		where, required := at, p.must
		_, part, inside := strings.Cut(field, ".")
		if inside {
			where, required = at.Properties["scope"], part == "kind" // given as a whole, then it says its kind
			field = part
		}
		s, ok := where.Properties[field]
		switch {
		case !ok:
			t.Errorf("%s: a property says %s, which the schema has not", name, field)
		case slices.Contains(where.Required, field) != required:
			t.Errorf("%s: %s is required by the schema or by the properties, and not by both", name, field)
		case !p.is(root, s):
			t.Errorf("%s: the schema has %s as %+v, the properties as %+v", name, field, s, p)
		}
	}
	for field := range at.Properties {
		if _, ok := properties[field]; !ok && !slices.Contains(structural, field) {
			t.Errorf("%s: the schema has %s, which no property says", name, field)
		}
	}
	for _, field := range structural {
		if _, ok := at.Properties[field]; !ok {
			t.Errorf("%s: the schema has no %s", name, field)
		}
	}
}

func (p described) equal(q described) bool {
	return p.shape == q.shape && p.limit == q.limit && p.must == q.must && p.distinct == q.distinct && slices.Equal(p.choices, q.choices)
}

// is reports whether the schema and the property say the same about a value.
func (p described) is(root, s schema) bool {
	if s.Ref != "" {
		s = root.Defs[strings.TrimPrefix(s.Ref, "#/$defs/")]
	}
	text := s.Type == "string" && s.Enum == nil && s.Format == ""
	switch p.shape {
	case domain.Line, domain.Prose:
		return text && s.MaxLength == p.limit && s.MinLength == 0 && s.Pattern == ""
	case domain.Name:
		return text && s.MaxLength == p.limit && (s.MinLength == 1 || p.must)
	case domain.Word:
		return text && s.MaxLength == p.limit && s.Pattern == `^\S+$`
	case domain.Mail:
		return s.Type == "string" && s.Format == "email"
	case domain.Day:
		return s.Type == "string" && s.Format == "date"
	case domain.TimeOfDay:
		return text && strings.Contains(s.Pattern, ":")
	case domain.Choice:
		return slices.Equal(s.Enum, p.choices)
	case domain.Flag:
		return s.Type == "boolean"
	case domain.One:
		return text && s.MaxLength == 0 && s.Pattern == root.Defs["id"].Pattern
	case domain.Lines, domain.Many:
		one := described{shape: domain.Line, limit: p.limit}
		if p.shape == domain.Many {
			one.shape = domain.One
		}
		return s.Type == "array" && s.Unique == p.distinct && one.is(root, *s.Items)
	}
	return false
}
