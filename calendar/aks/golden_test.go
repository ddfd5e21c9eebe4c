package aks_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
)

var update = flag.Bool("update", false, "write the golden files anew")

// years says from which year on the windows of a document are listed.
var years = map[string]int{
	"arm-default": 2021, "arm-relative": 2026, "arm-weekly": 2026, "cli-show": 2023, "cli-show-all": 2026, "preview-flat": 2026,
	"sdk-first-saturday": 2026, "sdk-production": 2024, "sdk-production-fixed": 2024, "only-blackouts": 2026,
}

// Each document in testdata gives the problems, or the remarks and the windows over a year, of the golden file beside it.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) != len(years) {
		t.Fatalf("%d documents, not %d (%v)", len(files), len(years), err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		t.Run(name, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := answers(data, years[name])
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

// answers returns all about a document: its problems, or the remarks and the windows of a year of each of its configurations.
func answers(data []byte, year int, opts ...aks.Option) string {
	var b strings.Builder
	configurations, err := aks.Parse(data, opts...)
	if err != nil {
		fmt.Fprintln(&b, err)
	}
	for _, c := range configurations {
		fmt.Fprintf(&b, "configuration %q\n", c.Name)
		for _, f := range c.Remarks {
			fmt.Fprintf(&b, "%s %s\n", f.Code, f)
		}
		cal := calendar.MustCompile(c.Policy)
		from := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
		for w := range cal.Windows(from, from.AddDate(1, 0, 0)) {
			fmt.Fprintln(&b, w)
		}
	}
	return b.String()
}
