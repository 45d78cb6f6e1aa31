package words_test

import (
	"os"
	"slices"
	"sync"
	"testing"

	"github.com/pelletier/go-toml/v2"

	"zichtlijn/ui/words"
)

// texts are the forms of every sentence in Dutch: one, or two where the number decides.
func texts(t *testing.T) map[words.Key][]string {
	t.Helper()
	out, err := dutch()
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var dutch = sync.OnceValues(func() (map[words.Key][]string, error) {
	source, err := os.ReadFile("nl.toml")
	if err != nil {
		return nil, err
	}
	var top map[string]any
	if err := toml.Unmarshal(source, &top); err != nil {
		return nil, err
	}
	out := map[words.Key][]string{}
	var add func(prefix string, table map[string]any)
	add = func(prefix string, table map[string]any) {
		for name, v := range table {
			switch v := v.(type) {
			case string:
				out[words.Key(prefix+name)] = []string{v}
			case map[string]any:
				if one, ok := v["one"].(string); ok {
					out[words.Key(prefix+name)] = []string{one, v["other"].(string)}
				} else {
					add(prefix+name+".", v)
				}
			}
		}
	}
	add("", top)
	return out, nil
})

func keys(t *testing.T) []words.Key {
	t.Helper()
	var out []words.Key
	for k := range texts(t) {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
