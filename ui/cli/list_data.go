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
	records, err := sectionOf(domain.NewWorld(domain.RecordsOf(list(rows, func(r listRow) domain.Keyed { return r.record })...)))
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
