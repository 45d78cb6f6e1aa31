package domaintest

import (
	"encoding/json"

	"zichtlijn/domain"
)

// Demonstration returns the institution of the demonstration. A test of store/exchange
// holds that it is the one that the program opens, and writes demonstration_records.go
// again with -update. The reader of set-ups is not asked: behind it are workbooks, which
// would be linked into the tests of nearly every package.
func Demonstration() domain.World {
	var r domain.Records
	if err := json.Unmarshal([]byte(demonstration), &r); err != nil {
		panic(err) // the test of store/exchange finds it first
	}
	return domain.NewWorld(r)
}
