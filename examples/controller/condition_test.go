package main

import (
	"regexp"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

// What the API server demands of a condition, and what the calendars of these tests are.
func TestCondition(t *testing.T) {
	reason := regexp.MustCompile(`^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$`)
	for _, c := range []struct {
		cal            *calendar.Calendar
		at             time.Time
		status, reason string
		message        string
	}{
		{nights, at(23, 0, 0), "True", "WindowOpen", "open until 2026-01-10T02:00:00Z: windows[0]"},
		{nights, at(12, 0, 0), "False", "BetweenWindows", "shut until 2026-01-09T22:00:00Z: BetweenWindows"},
		{never, at(12, 0, 0), "False", "NoWindows", "shut: NoWindows"},
		{always, at(12, 0, 0), "True", "WindowOpen", "open: windows[0]"},
	} {
		got := condition(c.cal.At(c.at))
		if want := (Condition{"MaintenanceOpen", c.status, c.reason, c.message}); got != want {
			t.Errorf("at %v: %v, want %v", c.at, got, want)
		}
		if !reason.MatchString(got.Reason) || len(got.Message) > 32768 {
			t.Errorf("at %v: the API server would refuse %v", c.at, got)
		}
	}
	// It does not count down.
	if a, b := condition(nights.At(at(22, 0, 0))), condition(nights.At(at(23, 59, 59))); a != b {
		t.Errorf("in one window: %v and %v", a, b)
	}
}
