package main

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/casement-go/casement/fuzz/conform/v1"
	"github.com/casement-go/casement/tz"
	"github.com/google/go-cmp/cmp"
)

const published = "testdata/v1"

// All cases take the engine some seconds and the reference half a minute, and ten times that under the race detector.
var all = flag.Bool("all", false, "take all published cases, not one in sixteen")

// stride is how far the cases lie apart that a test takes.
func stride() int {
	if *all {
		return 1
	}
	return 16
}

// some returns those of a list that a test takes.
func some(list []string) (taken []string) {
	for i := 0; i < len(list); i += stride() {
		taken = append(taken, list[i])
	}
	return taken
}

// The engine answers the published cases as the file says.
func TestPublishedCases(t *testing.T) {
	t.Parallel()
	cases, wants := some(lines(t, "cases.jsonl")), some(lines(t, "expected.jsonl"))
	var out bytes.Buffer
	if err := run(filepath.Join(published, "zones.zip"), strings.NewReader(strings.Join(cases, "\n")), &out); err != nil {
		t.Fatal(err)
	}
	got := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
	if len(got) != len(wants) {
		t.Fatalf("%d answers to %d cases", len(got), len(wants))
	}
	for i := range got {
		if diff := cmp.Diff(wants[i], got[i]); diff != "" {
			t.Errorf("%s\n(-want +got):\n%s", cases[i], diff)
		}
	}
}

// The published files are what -write makes: all cases, and the answers of some.
func TestPublishedFilesAreMadeAgain(t *testing.T) {
	t.Parallel()
	zones, err := v1.ReadZones(filepath.Join(published, "zones.zip"))
	if err != nil {
		t.Fatal(err)
	}
	cases, err := v1.Cases(zones)
	if err != nil {
		t.Fatal(err)
	}
	made, err := asLines(cases)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lines(t, "cases.jsonl"), split(string(made))); diff != "" {
		t.Errorf("cases.jsonl (-file +made):\n%s", diff)
	}
	wants := lines(t, "expected.jsonl")
	if len(wants) != len(cases) {
		t.Fatalf("%d cases, %d answers", len(cases), len(wants))
	}
	for i := 0; i < len(cases); i += stride() {
		got, err := v1.Judge(cases[i], zones.Zone)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(wants[i], string(got)); diff != "" {
			t.Errorf("%s (-file +made):\n%s", cases[i].ID, diff)
		}
	}
}

// Every rule that a file can show has its cases. S19 is none: that nothing panics, allocates or races is not an answer.
func TestEveryRuleHasCases(t *testing.T) {
	least := map[string]int{
		"S01": 200, "S02": 250, "S03": 600, "S04": 500, "S05": 300, "S06": 100, "S07": 200, "S08": 250, "S09": 400, "S10": 1200,
		"S11": 200, "S12": 300, "S13": 400, "S14": 200, "S15": 200, "S16": 75, "S17": 200, "S18": 70, "S20": 75,
		"reason": 150, "document": 30, "mixed": 300, "minDuration": 250, "cutoff": 80,
	}
	got, total, seen := map[string]int{}, 0, map[string]bool{}
	for _, line := range lines(t, "cases.jsonl") {
		var c v1.Case
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		if seen[c.ID] {
			t.Errorf("%s stands twice", c.ID)
		}
		seen[c.ID] = true
		rule, _, _ := strings.Cut(c.ID, "-")
		got[rule]++
		total++
	}
	for rule, n := range least {
		if got[rule] < n {
			t.Errorf("%s: %d cases, want %d", rule, got[rule], n)
		}
	}
	if total < 5000 {
		t.Errorf("%d cases, want 5000", total)
	}
	data, err := os.ReadFile(filepath.Join(published, "about.json"))
	if err != nil {
		t.Fatal(err)
	}
	var said about
	if err := json.Unmarshal(data, &said); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(about{v1.Version, v1.Revision, v1.TZDatabase, total, got}, said); diff != "" {
		t.Errorf("about.json (-counted +said):\n%s", diff)
	}
}

// What has been published stays: cases are added at the end, and no line before them changes.
func TestPublishedCasesStay(t *testing.T) {
	for _, revision := range []struct {
		lines          int
		cases, answers string // their SHA-256
	}{
		{6710, "dd5243d2fd45e0934c537bbb3fced36fbfcbf17585960d29395bcdcea24fca03", "d68a609cf8cfe8e5ad4ef9bf34a41a8e50cd67792e5ed9eb3d1cc8a39cb22b63"},
	} {
		for name, want := range map[string]string{"cases.jsonl": revision.cases, "expected.jsonl": revision.answers} {
			all := lines(t, name)
			got := sha256.Sum256([]byte(strings.Join(all[:min(revision.lines, len(all))], "\n") + "\n"))
			if hex.EncodeToString(got[:]) != want {
				t.Errorf("the first %d lines of %s have changed", revision.lines, name)
			}
		}
	}
}

// A cutoff changes no answer: each of these policies stands twice, without cutoffs and with them.
func TestCutoffChangesNoAnswer(t *testing.T) {
	cases, answers := lines(t, "cases.jsonl"), lines(t, "expected.jsonl")
	pairs := 0
	for i := 0; i+1 < len(cases); i++ {
		var without, with v1.Case
		if err := errors.Join(json.Unmarshal([]byte(cases[i]), &without), json.Unmarshal([]byte(cases[i+1]), &with)); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(without.ID, "cutoff-same-") || strings.Contains(cases[i], `"cutoff":`) {
			continue
		}
		pairs++
		if !strings.Contains(cases[i+1], `"cutoff":`) || strings.ReplaceAll(answers[i+1], with.ID, without.ID) != answers[i] {
			t.Errorf("%s\n%s\nand with a cutoff\n%s", without.ID, answers[i], answers[i+1])
		}
	}
	if pairs != 30 {
		t.Errorf("%d pairs, want 30", pairs)
	}
}

// S20: the version of the tz database that the answers hold for can be read from the archive of zones.
func TestS20PublishedVersion(t *testing.T) {
	archive, err := zip.OpenReader(filepath.Join(published, "zones.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	if got := tz.DatabaseFS(archive, "").Version(); got != v1.TZDatabase {
		t.Errorf("tz database %q, want %q", got, v1.TZDatabase)
	}
}

// Answers are worth having where they differ: every reason, every kind of problem and both states are among them.
func TestAnswersAreOfEveryKind(t *testing.T) {
	n := map[string]int{}
	for _, line := range lines(t, "expected.jsonl") {
		var a struct {
			v1.Answer
			Error string
		}
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			t.Fatal(err)
		}
		if a.Error != "" {
			n[a.Error]++
			continue
		}
		if len(a.Status) != len(a.Open) {
			t.Errorf("%s: %d answers, %d with a status", a.ID, len(a.Open), len(a.Status))
		}
		for i, s := range a.Status {
			if a.Open[i] != (s.Reason == "") {
				t.Errorf("%s: open %t, reason %q", a.ID, a.Open[i], s.Reason)
			}
			switch {
			case a.Open[i]:
				n["open"]++
			default:
				n[s.Reason]++
			}
			if s.Next == nil {
				n["no next"]++
			}
			if s.Until == nil {
				n["no until"]++
			}
		}
	}
	for kind, least := range map[string]int{
		"open": 5000, "Blackout": 1000, "BetweenWindows": 2000, "BeforeStart": 100, "AfterEnd": 100, "NoWindows": 50, "TooShort": 250, "no next": 500, "no until": 500,
		"invalid": 100, "out of range": 80, "missing": 15, "conflict": 45, "empty": 14, "inverted": 15, "too large": 4, "wrong type": 15, "unknown key": 5,
		"duplicate key": 3, "duplicate": 2, "invalid zone": 15, "unknown zone": 4, "ambiguous zone": 3, "no start date": 10, "never matches": 8,
	} {
		if n[kind] < least {
			t.Errorf("%s: %d times, want %d", kind, n[kind], least)
		}
	}
}

// lines returns those of a published file.
func lines(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(published, name))
	if err != nil {
		t.Fatal(err)
	}
	return split(string(data))
}

func split(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }
