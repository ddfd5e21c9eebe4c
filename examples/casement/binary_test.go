package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// What scripts rely on, of the program as it is built: nothing here goes through run.
func TestBinaryExitStatus(t *testing.T) {
	binary := filepath.Join(t.TempDir(), "casement.exe")
	if out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, c := range []struct {
		document string
		args     string
		want     int
	}{
		{prod, "at --at 2026-01-10T04:00:00Z -", yes},
		{prod, "at --at 2026-01-10T07:00:00Z -", no},
		{always, "at -", yes}, // whatever the clock says
		{never, "at -", no},
		{`{}`, "at -", failure},
		{"", "at nothing.json", failure},
		{"", "at", failure},
		{prod, "next --at 2026-01-10T04:00:00Z -", yes},
		{never, "next -", no},
		{`{}`, "next -", failure},
		{prod, "list -", 0},
		{never, "list -", 0},
		{`{}`, "list -", failure},
		{"", "-h", 0},
		{"", "", failure},
	} {
		cmd := exec.Command(binary, strings.Fields(c.args)...)
		cmd.Stdin = strings.NewReader(c.document)
		var stdout, stderr strings.Builder
		cmd.Stdout, cmd.Stderr = &stdout, &stderr
		got := 0
		if err := cmd.Run(); err != nil {
			exit := (*exec.ExitError)(nil)
			if !errors.As(err, &exit) {
				t.Fatal(err)
			}
			got = exit.ExitCode()
		}
		if got != c.want {
			t.Errorf("casement %s: exit status %d, want %d\n%s%s", c.args, got, c.want, &stdout, &stderr)
		}
		if failed := got == failure; failed != (stderr.Len() > 0) || failed != (stdout.Len() == 0) {
			t.Errorf("casement %s: standard output %q, standard error %q", c.args, &stdout, &stderr)
		}
	}
}
