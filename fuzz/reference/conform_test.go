package reference

import (
	"archive/zip"
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

const testdata = "../conform/testdata"

type conformCase struct {
	ID     string          `json:"id"`
	Policy json.RawMessage `json:"policy"`
	From   time.Time       `json:"from"`
	To     time.Time       `json:"to"`
	Probes []time.Time     `json:"probes"`
}

type conformAnswer struct {
	ID        string         `json:"id"`
	Error     string         `json:"error"`
	Intervals [][2]time.Time `json:"intervals"`
	Open      []bool         `json:"open"`
}

// TestConformance compares with the answers of an evaluator in another
// language.
func TestConformance(t *testing.T) {
	zones := pinnedZones(t)
	for _, files := range [][2]string{
		{"cases.jsonl", "expected.jsonl"},
		{"documents.jsonl", "documents.expected.jsonl"},
	} {
		cases := readLines[conformCase](t, files[0])
		answers := readLines[conformAnswer](t, files[1])
		if len(cases) != len(answers) || len(cases) == 0 {
			t.Fatalf("%s: %d cases, %d answers", files[0], len(cases), len(answers))
		}
		for i, c := range cases {
			t.Run(c.ID, func(t *testing.T) {
				t.Parallel()
				checkCase(t, zones, c, answers[i])
			})
		}
	}
}

func checkCase(t *testing.T, zones Zones, c conformCase, want conformAnswer) {
	if c.ID != want.ID {
		t.Fatalf("the answer is that of %s", want.ID)
	}
	p, err := Compile(c.Policy, zones)
	if err != nil || want.Error != "" {
		// The answers say a code in words: ambiguous zone.
		problem := (*Problem)(nil)
		if !errors.As(err, &problem) || !strings.EqualFold(problem.Code, strings.ReplaceAll(want.Error, " ", "")) {
			t.Errorf("%v, want %q", err, want.Error)
		}
		return
	}
	if got := p.Windows(c.From, c.To); !slices.Equal(got, want.Intervals) {
		for i := range max(len(got), len(want.Intervals)) {
			if i >= len(got) || i >= len(want.Intervals) || got[i] != want.Intervals[i] {
				t.Errorf("%s\n got %v\nwant %v", c.Policy, got[min(i, len(got)):], want.Intervals[min(i, len(want.Intervals)):])
				break
			}
		}
	}
	for i, probe := range c.Probes {
		if got := p.IsOpen(probe); got != want.Open[i] {
			t.Errorf("open at %s: %t", probe, got)
		}
	}
}

func readLines[T any](t *testing.T, name string) []T {
	t.Helper()
	f, err := os.Open(filepath.Join(testdata, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var value T
		if err := json.Unmarshal(lines.Bytes(), &value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, value)
	}
	if err := lines.Err(); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return out
}

// pinnedZones reads the zones that the answers hold for.
func pinnedZones(t *testing.T) Zones {
	t.Helper()
	archive, err := zip.OpenReader(filepath.Join(testdata, "zones.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	zones := map[string]*time.Location{}
	for _, entry := range archive.File {
		f, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		if zones[entry.Name], err = time.LoadLocationFromTZData(entry.Name, data); err != nil {
			t.Fatal(err)
		}
	}
	return func(name string) (*time.Location, error) {
		if zone, ok := zones[name]; ok {
			return zone, nil
		}
		return nil, fmt.Errorf("no time zone %q", name)
	}
}
