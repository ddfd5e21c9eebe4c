package kubedb_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/kubedb"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Each document in testdata gives the remarks and the windows over a year of the golden file beside it: as this module means it, and
// as KubeDB does.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) != 4 {
		t.Fatalf("%d documents (%v)", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := answers(t, data, time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)) +
				"\nfaithful\n" + answers(t, data, time.Date(2025, 2, 1, 0, 0, 0, 0, time.UTC), time.Date(2025, 3, 10, 0, 0, 0, 0, time.UTC), kubedb.Faithful())
			golden := strings.TrimSuffix(file, ".json") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func answers(t *testing.T, data []byte, from, to time.Time, opts ...kubedb.Option) string {
	var b strings.Builder
	windows, err := kubedb.Parse(data, opts...)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range windows {
		fmt.Fprintf(&b, "%s %q of %q, default %v\n", w.Kind, w.Name, w.Namespace, w.Default)
		for _, f := range w.Remarks {
			fmt.Fprintf(&b, "%s %s\n", f.Code, f)
		}
		for w := range calendar.MustCompile(w.Policy).Windows(from, to) {
			fmt.Fprintln(&b, w)
		}
	}
	return b.String()
}
