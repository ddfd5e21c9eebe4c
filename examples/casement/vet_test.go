package main

import (
	"encoding/json"
	"strings"
	"testing"
)

// findings are policies and what is odd about them: severity, code and path of each.
var findings = []struct {
	name, document string
	status         int
	want           []string
}{
	{"nothing", `{ "windows": [ { "schedule": { "daily": {} }, "startTime": "22:00", "durationHours": 6 } ] }`, yes, nil},
	// The cut-over of 1 March is over after a year; the blackout cuts the fortnightly window each December.
	{"prod", prod, no, []string{"note TooLittle ", "note Past windows[1].span"}},
	{"a policy that does not compile", `{ "windows": [ { "schedule": { "cron": "0 2 13 * FRI" }, "duration": "1h" } ],
		"notAllowedDates": [ { "start": "2026-12-18", "end": "2026-01-04" } ] }`, no,
		[]string{"problem Inverted notAllowedDates[0].end", "warning BothDays windows[0].schedule.cron"}},
	{"a document of the wrong form", `{ "windows": [ { "allways": true } ], "timeZone": "Nowhere/Land" }`, no,
		[]string{"problem UnknownKey windows[0].allways", "problem UnknownZone timeZone"}},
	{"no JSON", `{`, no, []string{"problem Syntax "}},
}

func TestVet(t *testing.T) {
	for _, c := range findings {
		for _, format := range []string{"text", "json"} {
			status, stdout, stderr := answers(c.document, "vet", "--at", "2027-01-01T00:00:00Z", "--json="+map[string]string{"text": "false", "json": "true"}[format], "-")
			var got []string
			for line := range strings.Lines(stdout) {
				if format == "json" {
					var f struct{ Severity, Code, Path, Detail, Remedy string }
					if err := json.Unmarshal([]byte(line), &f); err != nil || f.Detail == "" {
						t.Fatalf("%s: %q: %v", c.name, line, err)
					}
					got = append(got, f.Severity+" "+f.Code+" "+f.Path)
				} else {
					got = append(got, line)
				}
			}
			ok := status == c.status && stderr == ""
			switch {
			case len(c.want) == 0 && format == "text":
				ok = ok && stdout == "nothing found\n"
			default:
				ok = ok && len(got) == len(c.want)
				for i := range c.want {
					ok = ok && i < len(got) && strings.HasPrefix(got[i], c.want[i])
				}
			}
			if !ok {
				t.Errorf("%s: status %d, want %d; standard error %q\ngot  %q\nwant %q", c.name, status, c.status, stderr, got, c.want)
			}
		}
	}
}

// Findings that are expected can be left out, and then the exit status has nothing of them.
func TestVetIgnores(t *testing.T) {
	args := []string{"vet", "--at", "2027-01-01T00:00:00Z", "--ignore"}
	if status, stdout, _ := answers(prod, append(args, "TooLittle", "-")...); status != no || !strings.HasPrefix(stdout, "note Past ") || strings.Count(stdout, "\n") != 1 {
		t.Errorf("without TooLittle: status %d, %q", status, stdout)
	}
	if status, stdout, _ := answers(prod, append(args, "TooLittle,Past", "-")...); status != yes || stdout != "nothing found\n" {
		t.Errorf("without both: status %d, %q", status, stdout)
	}
	if status, _, stderr := answers(prod, append(args, "Past,tooLittle", "-")...); status != failure || !strings.Contains(stderr, "TooLittle") {
		t.Errorf("no such code: status %d, %q", status, stderr)
	}
}

// The instant decides what is past. Without --at it is now, when the cut-over of 1 March is to come.
func TestVetNow(t *testing.T) {
	_, stdout, _ := answers(prod, "vet", "-")
	if strings.Contains(stdout, "Past") || !strings.Contains(stdout, "TooLittle") {
		t.Errorf("got %s", stdout)
	}
}

func TestVetFailures(t *testing.T) {
	for _, args := range [][]string{{"vet"}, {"vet", "nothing.json"}, {"vet", "--at", "tomorrow", "-"}, {"vet", "--name", "other", "-"}} {
		if status, stdout, stderr := answers(always, args...); status != failure || stdout != "" || stderr == "" {
			t.Errorf("%q: status %d, standard output %q, standard error %q", args, status, stdout, stderr)
		}
	}
}
