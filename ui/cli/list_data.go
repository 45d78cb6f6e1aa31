package cli

import (
	"bytes"
	"encoding/json"
	"fmt"

	"zichtlijn/domain"
	"zichtlijn/store/exchange"
)

// listData gives rows, which are ordered by key, as the exchange form has their
// records, each with more behind it. They are written as one world: one for
// each would take seconds for thousands.
func listData(rows []listRow) ([]json.RawMessage, error) {
	out := []json.RawMessage{}
	if len(rows) == 0 {
		return out, nil
	}
	switch rows[0].record.(type) {
	case answer, signalRow: // not a section of its own
		for _, row := range rows {
			b, err := encode(row.more)
			if err != nil {
				return nil, err
			}
			out = append(out, b)
		}
		return out, nil
	}
	records, err := sectionOf(together(rows))
	if err != nil {
		return nil, err
	}
	if len(records) != len(rows) {
		return nil, fmt.Errorf("cli: json: %d records of %d", len(records), len(rows))
	}
	for i, row := range rows {
		one, err := withMore(records[i], row.more)
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// together returns a world of the records of rows, which are of one noun.
func together(rows []listRow) domain.World {
	var all domain.Records
	for _, row := range rows {
		switch rec := row.record.(type) {
		case domain.AcceptedSignal:
			all.AcceptedSignal = append(all.AcceptedSignal, rec)
		case domain.Person:
			all.Persons = append(all.Persons, rec)
		case domain.Group:
			all.Groups = append(all.Groups, rec)
		case domain.Membership:
			all.Memberships = append(all.Memberships, rec)
		case domain.RelationType:
			all.RelationTypes = append(all.RelationTypes, rec)
		case domain.Relation:
			all.Relations = append(all.Relations, rec)
		case domain.AccessRole:
			all.AccessRoles = append(all.AccessRoles, rec)
		case domain.Assignment:
			all.Assignments = append(all.Assignments, rec)
		case domain.Agreement:
			all.Agreements = append(all.Agreements, rec)
		}
	}
	return domain.NewWorld(all)
}

// sectionOf returns the records of the one section that w has.
func sectionOf(w domain.World) ([]json.RawMessage, error) {
	var b bytes.Buffer
	if err := exchange.Write(&b, w); err != nil {
		return nil, err
	}
	sections := map[string]json.RawMessage{}
	if err := json.Unmarshal(b.Bytes(), &sections); err != nil {
		return nil, fmt.Errorf("cli: json: %w", err)
	}
	for _, name := range []string{"format", "version", "extensions"} {
		delete(sections, name)
	}
	var records []json.RawMessage
	for _, section := range sections { // there is one
		if err := json.Unmarshal(section, &records); err != nil {
			return nil, fmt.Errorf("cli: json: %w", err)
		}
	}
	return records, nil
}

// withMore puts the fields of more behind those of a record.
func withMore(record json.RawMessage, more object) (json.RawMessage, error) {
	if len(more) == 0 {
		return record, nil
	}
	b, err := encode(more)
	if err != nil {
		return nil, err
	}
	rest := bytes.TrimSuffix(bytes.TrimSpace(record), []byte("}"))
	return append(append(bytes.Clone(rest), ','), b[1:]...), nil
}
