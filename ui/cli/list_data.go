package cli

import (
	"bytes"
	"encoding/json"

	"zichtlijn/store/exchange"
)

// listData gives rows, which are ordered by key, as the exchange form has their
// records, each with more behind it.
func listData(rows []listRow) ([]json.RawMessage, error) {
	out := []json.RawMessage{}
	for _, row := range rows {
		var one json.RawMessage
		var err error
		switch row.record.(type) {
		case answer, signalRow: // no records of a set-up
			one, err = encode(row.more)
		default:
			if one, err = exchange.Record(row.record); err == nil {
				one, err = withMore(one, row.more)
			}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
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
