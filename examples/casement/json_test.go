package main

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/casement-go/casement/tz"
)

// Keys, their order and the form of their values, one object a line.
func TestJSON(t *testing.T) {
	version := ""
	if v := tz.MustLoad("America/New_York").Version(); v != "" {
		version = `,"tzVersion":"` + v + `"`
	}
	expect(t, prod, yes, `{"policy":"prod","at":"2026-01-10T04:00:00Z","open":true,`+
		`"since":"2026-01-10T03:00:00Z","until":"2026-01-10T07:00:00Z","windows":[{"path":"windows[0]","name":"fortnightly"}],`+
		`"next":{"start":"2026-01-24T03:00:00Z","end":"2026-01-24T07:00:00Z","seconds":14400}`+version+"}\n",
		"at", "--json", "--at", "2026-01-10T04:00:00Z", "-")
	expect(t, prod, no, `{"policy":"prod","at":"2026-12-26T03:30:05Z","open":false,"reason":"Blackout",`+
		`"since":"2026-12-12T07:00:00Z","until":"2027-01-09T03:00:00Z","windows":[{"path":"windows[0]","name":"fortnightly"}],`+
		`"blackouts":[{"path":"notAllowedDates[0]","name":"new year","span":"12-20 to 01-05"}],`+
		`"next":{"start":"2027-01-09T03:00:00Z","end":"2027-01-09T07:00:00Z","seconds":14400}`+version+"}\n",
		"at", "--json", "--at", "2026-12-26T03:30:05Z", "-")

	// --zone is for the terminal.
	expect(t, prod, yes, `{"start":"2026-01-10T03:00:00Z","end":"2026-01-10T07:00:00Z","seconds":14400}
{"start":"2026-01-24T03:00:00Z","end":"2026-01-24T07:00:00Z","seconds":14400}
`, "next", "--json", "-n", "2", "--zone", "America/New_York", "-")
	expect(t, prod, yes, `{"start":"2026-03-01T23:00:00Z","end":"2026-03-02T00:30:00Z","seconds":5400}
`, "list", "--json", "--from", "2026-03-01T23:00:00Z", "--to", "2026-03-02T00:30:00Z", "-")
}

// What is not there has no key: no empty text, no year 1, no null.
func TestJSONAbsent(t *testing.T) {
	opensForGood := `{ "windows": [ { "always": true, "notAllowedTime": [ { "start": "2026-01-01T00:00:00Z", "end": "2026-03-01T00:00:00Z" } ] } ] }`
	for _, c := range []struct {
		document string
		keys     []string
	}{
		{never, []string{"at", "open", "reason"}},
		{always, []string{"at", "open", "windows"}},
		{opensForGood, []string{"at", "blackouts", "next", "open", "reason", "since", "until", "windows"}},
	} {
		_, stdout, _ := answers(c.document, "at", "--json", "-")
		var object map[string]any
		if err := json.Unmarshal([]byte(stdout), &object); err != nil {
			t.Fatal(err)
		}
		if got := slices.Sorted(maps.Keys(object)); !slices.Equal(got, c.keys) {
			t.Errorf("%s: keys %v, want %v", c.document, got, c.keys)
		}
		if strings.Contains(stdout, `""`) || strings.Contains(stdout, "0001") || strings.Contains(stdout, "null") {
			t.Errorf("%s: %s", c.document, stdout)
		}
	}
	expect(t, opensForGood, yes, `{"start":"2026-03-01T00:00:00Z"}`+"\n", "next", "--json", "-")
}
