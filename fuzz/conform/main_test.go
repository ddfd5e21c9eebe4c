package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The answers were computed by an evaluator in another language, minute by minute, for tz database 2025b, whose zones lie
// beside the cases.
func TestConformance(t *testing.T) {
	for _, c := range []struct {
		cases, expected string
		n               int
	}{
		{"testdata/cases.jsonl", "testdata/expected.jsonl", 400},
		{"testdata/documents.jsonl", "testdata/documents.expected.jsonl", 250},
	} {
		t.Run(c.cases, func(t *testing.T) {
			in, err := os.Open(c.cases)
			if err != nil {
				t.Fatal(err)
			}
			defer in.Close()
			want, err := os.ReadFile(c.expected)
			if err != nil {
				t.Fatal(err)
			}
			var got bytes.Buffer
			if err := run("testdata/zones.zip", in, &got); err != nil {
				t.Fatal(err)
			}
			wants, gots := strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")
			if len(wants) != c.n+1 || len(gots) != c.n+1 {
				t.Fatalf("%d cases, %d answers: want %d of each", len(wants)-1, len(gots)-1, c.n)
			}
			for i := range wants {
				if diff := cmp.Diff(wants[i], gots[i]); diff != "" {
					t.Errorf("case %d (-want +got):\n%s", i+1, diff)
				}
			}
		})
	}
}

func TestRunRefuses(t *testing.T) {
	for name, c := range map[string]struct{ zones, in string }{
		"no such archive": {"testdata/none.zip", ""},
		"not a case":      {"", "[]"},
		"a bad instant":   {"", `{"id":"x","policy":{"windows":[]},"from":"yesterday","to":"2026-01-01T00:00:00Z","probes":[]}`},
	} {
		if err := run(c.zones, strings.NewReader(c.in), new(bytes.Buffer)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestRefusalsAreInWords(t *testing.T) {
	for policy, want := range map[string]string{
		`{}`:                         "missing",
		`{"windows":[],"window":[]}`: "unknown key",
		`{"windows":[{"schedule":{"weekly":{"intervalWeeks":2,"dayOfWeek":"Friday"}},"startTime":"01:00","durationHours":1}]}`: "no start date",
	} {
		var got bytes.Buffer
		in := `{"id":"x","policy":` + policy + `,"from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z","probes":[]}`
		if err := run("", strings.NewReader(in+"\n\n"), &got); err != nil {
			t.Fatal(err)
		}
		if want := `{"error":"` + want + `","id":"x"}` + "\n"; got.String() != want {
			t.Errorf("%s: got %swant %s", policy, got.String(), want)
		}
	}
}
