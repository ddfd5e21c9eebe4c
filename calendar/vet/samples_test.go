package vet_test

import (
	"os"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/aks"
	"github.com/casement-go/casement/calendar/vet"
	"github.com/casement-go/casement/examples/policies"
	"github.com/casement-go/casement/tz"
)

// codes returns the code and the path of each finding.
func codes(found []calendar.Finding) []string {
	var list []string
	for _, f := range found {
		list = append(list, string(f.Code)+" "+f.Path)
	}
	return list
}

// The published samples of AKS: what is odd about them has been worked out on a calendar.
func TestAKSSamples(t *testing.T) {
	for _, c := range []struct {
		file, at string
		want     []string
	}{
		// Eight hours a month.
		{"aks-sdk-first-saturday", "2026-01-01T00:00:00Z", []string{"TooLittle "}},
		{"aks-sdk-production", "2024-01-01T00:00:00Z", []string{"Inverted main_maintenance_window.not_allowed_dates[1].end"}},
		// Every other Sunday from 7 January on: 24 November and 8 December, 22 December and 5 January, but 17 March, 23 June and 15
		// September. From 01:00 to 05:00 it is never as late as 06:00. 32 days hold two such Sundays at the least.
		{"aks-sdk-production-fixed", "2024-01-01T00:00:00Z", []string{
			"CutsNothing notAllowedTime[0]", "CutsNothing windows[0].notAllowedDates[0]", "CutsNothing windows[0].notAllowedDates[1]", "TooLittle "}},
		// Two years later all of the dates are past.
		{"aks-sdk-production-fixed", "2026-01-01T00:00:00Z", []string{"CutsNothing notAllowedTime[0]", "TooLittle ", "Past windows[0].notAllowedDates[0]",
			"Past windows[0].notAllowedDates[1]", "Past windows[0].notAllowedDates[2]", "Past windows[0].notAllowedDates[3]", "Past windows[0].notAllowedDates[4]"}},
	} {
		data, err := os.ReadFile("testdata/" + c.file + ".json")
		if err != nil {
			t.Fatal(err)
		}
		configurations, err := aks.Parse(data)
		found := vet.Problems(err)
		at, _ := tz.ParseInstant(c.at)
		for _, configuration := range configurations {
			found = append(found, vet.Check(configuration.Policy, at, vet.Options{})...)
		}
		if got := codes(found); !slices.Equal(got, c.want) {
			t.Errorf("%s at %s:\ngot  %q\nwant %q", c.file, c.at, got, c.want)
		}
	}
}

// The policies among the examples are as their authors mean them: what is left to say are notes.
func TestExamplePolicies(t *testing.T) {
	want := map[string][]string{
		"continuous-delivery.json": nil,
		// Four hours each Saturday but where exams are. The spans of February are past in March.
		"emergency.json": {"TooLittle ", "Past notAllowedTime[0]", "Past windows[1].span", "Past windows[2].span"},
		// The settlement leaves pieces of half an hour and of three hours; month ends on a Saturday run into the Sunday.
		"european-bank.json":       {"TooLittle ", "Merges windows[1]"},
		"kubernetes-upgrades.json": {"TooLittle "},
		"patch-tuesday.json":       {"TooLittle "},
		"weeknights.json":          nil,
	}
	files, err := policies.Files.ReadDir(".")
	if err != nil || len(files) != len(want) {
		t.Fatalf("%d policies, not %d (%v)", len(files), len(want), err)
	}
	for _, file := range files {
		data, err := policies.Files.ReadFile(file.Name())
		if err != nil {
			t.Fatal(err)
		}
		found := vet.Check(decode(t, string(data)), time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), vet.Options{})
		if got := codes(found); !slices.Equal(got, want[file.Name()]) {
			t.Errorf("%s:\ngot  %q\nwant %q", file.Name(), got, want[file.Name()])
		}
	}
}
