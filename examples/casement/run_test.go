package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Flags may stand anywhere behind the subcommand, with one dash or two.
func TestFlagsInAnyOrder(t *testing.T) {
	_, want, _ := answers(prod, "at", "--at", "2026-01-10T04:00:00Z", "--zone", "America/New_York", "-")
	if !strings.HasPrefix(want, "open until Sat 2026-01-10 02:00 EST") {
		t.Fatalf("got %s", want)
	}
	for _, args := range [][]string{
		{"-", "--at", "2026-01-10T04:00:00Z", "--zone", "America/New_York"},
		{"--at", "2026-01-10T04:00:00Z", "-", "--zone", "America/New_York"},
		{"-zone=America/New_York", "-", "-at=2026-01-10T04:00:00Z"},
		{"--zone", "America/New_York", "--at", "2026-01-10T04:00:00Z", "--", "-"},
	} {
		expect(t, prod, yes, want, append([]string{"at"}, args...)...)
	}
}

// Behind -- everything is a file, whatever its name looks like.
func TestFileNamedLikeAFlag(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("--json", []byte(always), 0o600); err != nil {
		t.Fatal(err)
	}
	expect(t, "", yes, "open, no end within 100 years: windows[0]\n", "at", "--", "--json")
}

func TestHelp(t *testing.T) {
	for _, args := range [][]string{{"-h"}, {"--help"}, {"help"}, {"at", "-h"}, {"next", "--help"}, {"list", "-", "-h"}, {"fit", "-h"}, {"diff", "-h"}} {
		status, stdout, stderr := answers("", args...)
		if status != 0 || stderr != "" {
			t.Errorf("casement %v: status %d, standard error %q", args, status, stderr)
		}
		for _, said := range []string{"casement at", "casement next", "casement list", "casement fit", "casement diff", "--at", "-n", "--from", "--to", "30 days", "--zone", "--json", "exit status"} {
			if !strings.Contains(stdout, said) {
				t.Errorf("casement %v: the help does not have %q", args, said)
			}
		}
	}
}

func TestWrongUsage(t *testing.T) {
	for _, args := range [][]string{
		{},
		{""},
		{"open", "-"},
		{"--json", "at", "-"}, // flags belong to subcommands
		{"at"},
		{"at", "-", "-"},
		{"at", "--", "-", "--json"}, // two files
		{"at", "--from", "2026-01-01T00:00:00Z", "-"},
		{"list", "--at", "2026-01-01T00:00:00Z", "-"},
		{"at", "--at", "-"},
		{"at", "-", "--at"},
		{"at", "--at", "tomorrow", "-"},
		{"at", "--at", "2026-01-01T00:00:00", "-"}, // not an instant: no offset
		{"at", "--at", "2026-02-30T00:00:00Z", "-"},
		{"at", "--zone", "europe/berlin", "-"},
		{"at", "--zone", "Mars/Olympus", "-"},
		{"at", "--zone", "../etc/passwd", "-"},
		{"at", "--zone", "+99:99", "-"},
		{"at", "--zone", "", "-"},
		{"at", "--json=perhaps", "-"},
		{"at", "--format", "xml", "-"},
		{"at", "--format", "", "-"},
		{"next", "-n", "0", "-"},
		{"next", "-n", "many", "-"},
		{"list", "--to", "2025-12-31T00:00:00Z", "-"},
		{"list", "--from", "2026-03-01T00:00:00Z", "--to", "2026-03-01T00:00:00Z", "-"},
	} {
		status, stdout, stderr := answers(always, args...)
		if status != failure || stdout != "" || !strings.Contains(stderr, "usage: casement at") || !strings.HasPrefix(stderr, "casement") {
			t.Errorf("casement %q: status %d, standard output %q, standard error:\n%s", args, status, stdout, stderr)
		}
	}
}

// Every problem of a document is reported, one a line, with the name of the file and the path in it.
func TestEveryProblem(t *testing.T) {
	for _, c := range []struct {
		name, document string
		want           []string // paths
	}{
		{"form", `{ "foo": 1, "timeZone": "Europe//London", "windows": [
			{ "schedule": { "cron": "0 0 * * 9" }, "startDate": "2026-02-30", "durationHours": "4" },
			{ "always": 1 } ] }`,
			[]string{"foo", "timeZone", "windows[0].durationHours", "windows[0].schedule.cron", "windows[0].startDate", "windows[1].always"}},
		{"meaning", `{ "timeZone": "Nowhere/Land", "windows": [
			{ "name": "a", "schedule": { "weekly": { "intervalWeeks": 2, "dayOfWeek": "Friday" } }, "startTime": "22:00", "durationHours": 4 },
			{ "name": "a", "always": true, "endDate": "2026-01-01" } ],
			"notAllowedDates": [ { "start": "2026-12-20", "end": "2026-01-05" } ] }`,
			[]string{"notAllowedDates[0].end", "timeZone", "windows[0].schedule.weekly.intervalWeeks", "windows[1].endDate", "windows[1].name"}},
		{"one", `{}`, []string{"windows"}},
		// One mistake must not hide another one, in the same window but of something else.
		{"form beside meaning", `{ "windows": [ { "schedule": { "daily": {} }, "startDate": "tomorrow", "startTime": "22:00", "duration": "0s" } ] }`,
			[]string{"windows[0].duration", "windows[0].startDate"}},
		{"meaning beside meaning", `{ "windows": [ { "schedule": { "weekly": { "intervalWeeks": 2, "dayOfWeek": "Friday" } }, "startTime": "22:00", "duration": "0s" } ] }`,
			[]string{"windows[0].duration", "windows[0].schedule.weekly.intervalWeeks"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "policy.json")
			if err := os.WriteFile(file, []byte(c.document), 0o600); err != nil {
				t.Fatal(err)
			}
			for subcommand := range subcommands {
				if subcommand == "vet" {
					continue // to which they are findings
				}
				args := []string{subcommand, file}
				if subcommand == "diff" {
					args = append(args, "-")
				}
				status, stdout, stderr := answers(always, args...)
				if status != failure || stdout != "" {
					t.Errorf("status %d, want %d; standard output %q", status, failure, stdout)
				}
				var paths []string
				for line := range strings.Lines(stderr) {
					rest, ok := strings.CutPrefix(line, file+": ")
					path, _, _ := strings.Cut(rest, ": ")
					if paths = append(paths, path); !ok {
						t.Errorf("no file name in front of %q", line)
					}
				}
				if slices.Sort(paths); !slices.Equal(paths, c.want) {
					t.Errorf("problems at %q\nwant        %q\n%s", paths, c.want, stderr)
				}
			}
		})
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct{ file, document, want string }{
		{filepath.Join(dir, "nothing.json"), "", filepath.Join(dir, "nothing.json") + ": "},
		{dir, "", dir + ": "},
		{"-", "", "<stdin>: "},
		{"-", "windows: [", "<stdin>: "},
		{"-", "windows: []\nwindows: []", "<stdin>: "},
		{"-", strings.Repeat(" ", 5<<20) + always, "<stdin>: "},
	} {
		status, stdout, stderr := answers(c.document, "at", c.file)
		if status != failure || stdout != "" || !strings.HasPrefix(stderr, c.want) || strings.Count(stderr, "\n") != 1 || strings.Count(stderr, dir) > 1 {
			t.Errorf("status %d, standard output %q, standard error %q", status, stdout, stderr)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// An answer that cannot be written is none, whatever it says.
func TestWriteFails(t *testing.T) {
	for _, args := range [][]string{{"at", "-"}, {"at", "--json", "-"}, {"list", "-"}, {"list", "--json", "-"}, {"-h"}} {
		var stderr strings.Builder
		if status := run(args, strings.NewReader(always), full{}, &stderr, now); status != failure || !strings.Contains(stderr.String(), "no space left") {
			t.Errorf("casement %v: status %d, standard error %q", args, status, &stderr)
		}
	}
}
