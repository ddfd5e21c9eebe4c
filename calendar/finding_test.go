package calendar_test

import (
	"testing"

	"github.com/casement-go/casement/calendar"
)

func TestFindingString(t *testing.T) {
	for _, c := range []struct {
		f    calendar.Finding
		want string
	}{
		{calendar.Finding{}, ""},
		{calendar.Finding{Code: calendar.LeftOut, Detail: "it has no place"}, "it has no place"},
		{calendar.Finding{Severity: calendar.Warning, Path: "windows[0].name", Detail: "it has no place"}, "windows[0].name: it has no place"},
		{calendar.Finding{Detail: "it has no place", Remedy: "leave it out"}, "it has no place; leave it out"},
		{calendar.Finding{Path: "name", Detail: "it has no place", Remedy: "leave it out"}, "name: it has no place; leave it out"},
	} {
		if got := c.f.String(); got != c.want {
			t.Errorf("%#v: %q, want %q", c.f, got, c.want)
		}
	}
}

// The zero Severity is Note; the higher, the worse.
func TestSeverities(t *testing.T) {
	var zero calendar.Severity
	if zero != calendar.Note || calendar.Note >= calendar.Warning || calendar.Warning >= calendar.Problem {
		t.Error("severities are out of order")
	}
	for s, want := range map[calendar.Severity]string{calendar.Note: "note", calendar.Warning: "warning", calendar.Problem: "problem"} {
		if s.String() != want {
			t.Errorf("%d is %q, want %q", s, s, want)
		}
	}
}
