package policies_test

import (
	"os"
	"strings"
	"testing"
	"time"
)

// Each policy explains itself, at some instants, as the file beside it has it: a line with the instant, and what is said about it.
func TestExplain(t *testing.T) {
	for _, file := range names(t) {
		_, cal := load(t, file)
		golden := "testdata/" + strings.TrimSuffix(file, ".json") + ".explain"
		data, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		parts := strings.Split(string(data), "--- ")[1:]
		if len(parts) < 3 {
			t.Errorf("%s: %d instants", golden, len(parts))
		}
		for _, part := range parts {
			text, want, _ := strings.Cut(part, "\n")
			at, err := time.Parse(time.RFC3339, text)
			if err != nil {
				t.Fatal(err)
			}
			if got := cal.Explain(at).String() + "\n"; got != want {
				t.Errorf("%s at %s\ngot\n%s\nwant\n%s", file, text, got, want)
			}
		}
	}
}
