package calendar_test

import (
	"fmt"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

func TestRequeueAfter(t *testing.T) {
	nightly := `{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4}]}`
	const day, ms, longest = 24 * time.Hour, time.Millisecond, time.Duration(math.MaxInt64)
	hundredYears := window.Horizon * time.Second
	for _, c := range []struct {
		name, doc, asked, now string
		limit, want           time.Duration
	}{
		{"shut", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", day, 10*time.Hour + ms},
		{"open", nightly, "2026-06-10T23:00:00Z", "2026-06-10T23:00:00Z", day, 3*time.Hour + ms},
		{"a fraction", nightly, "2026-06-10T21:59:59Z", "2026-06-10T21:59:59.999999999Z", day, ms + 1},
		{"on the edge", nightly, "2026-06-10T22:00:00Z", "2026-06-10T22:00:00Z", day, 4*time.Hour + ms},
		{"capped", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", time.Hour, time.Hour},
		{"a cap on the edge", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", 10 * time.Hour, 10 * time.Hour},
		{"a cap that is right", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", 10*time.Hour + ms, 10*time.Hour + ms},
		{"acting took time", nightly, "2026-06-10T12:00:00Z", "2026-06-10T21:00:00.5Z", day, time.Hour - 500*ms + ms},
		{"acting took until the edge", nightly, "2026-06-10T12:00:00Z", "2026-06-10T22:00:00Z", day, ms},
		{"acting took longer", nightly, "2026-06-10T12:00:00Z", "2026-06-11T05:00:00Z", day, ms},
		{"the clock was set back", nightly, "2026-06-10T12:00:00Z", "2026-06-09T12:00:00Z", 48 * time.Hour, 34*time.Hour + ms},
		{"set back by centuries, no cap to speak of", nightly, "2026-06-10T12:00:00Z", "1026-06-10T12:00:00Z", longest, longest},
		{"set forward by centuries", nightly, "2026-06-10T12:00:00Z", "9026-06-10T12:00:00Z", longest, ms},
		{"a tiny cap", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", 1, 1},
		{"a tiny cap after the edge", nightly, "2026-06-10T12:00:00Z", "2026-06-10T23:00:00Z", 1, 1},
		{"no cap", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", 0, 10*time.Hour + ms},
		{"less than no cap", nightly, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", math.MinInt64, 10*time.Hour + ms},
		{"never", `{"windows":[]}`, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", day, day},
		{"never, and no cap", `{"windows":[]}`, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", 0, hundredYears},
		{"always", `{"windows":[{"always":true}]}`, "2026-06-10T12:00:00Z", "2026-06-10T12:00:00Z", day, day},
	} {
		now, err := time.Parse(time.RFC3339, c.now)
		if err != nil {
			t.Fatal(err)
		}
		if got := compile(t, c.doc).At(instant(t, c.asked)).RequeueAfter(now, c.limit); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if got := (calendar.Status{}).RequeueAfter(midnight, time.Hour); got != time.Hour {
		t.Errorf("the zero Status: %v", got)
	}
}

// Whenever it is asked: a wait is more than 0, no longer than the limit, and shorter only where it ends a millisecond after a transition, of
// which there is none on the way.
func TestRequeueAfterLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cal := drawCalendar(t, "calendar")
		now := midnight.Add(time.Duration(rapid.Int64Range(-2*86400e9, 2*86400e9).Draw(t, "nanoseconds")))
		if w, ok := cal.Next(midnight); ok && rapid.Bool().Draw(t, "near an edge") {
			start, _ := w.Start()
			now = start.Add(time.Duration(rapid.Int64Range(-2e9, 2e9).Draw(t, "from it")))
		}
		limit := time.Duration(rapid.Int64Range(1, 3*86400e9).Draw(t, "limit"))

		s := cal.At(now)
		wait := s.RequeueAfter(now, limit)
		woken := now.Add(wait)
		switch until, ends := s.Until(); {
		case wait <= 0 || wait > limit:
			t.Fatalf("%v: waits %v of %v", now, wait, limit)
		case wait < limit && (!ends || !woken.Equal(until.Add(time.Millisecond)) || cal.IsOpen(woken) == s.Open):
			t.Fatalf("%v: waits %v, until %v, in the same state", now, wait, woken)
		case wait == limit && ends && until.Add(time.Millisecond).Before(woken):
			t.Fatalf("%v: waits %v, past the transition at %v", now, wait, until)
		}
		for at := now; at.Before(woken.Add(-time.Millisecond)); at = at.Add(time.Minute) {
			if cal.IsOpen(at) != s.Open {
				t.Fatalf("%v: waits %v, and passes a transition before %v", now, wait, at)
			}
		}
	})
}

func ExampleStatus_RequeueAfter() {
	cal := calendarOf(fridays)
	now := time.Date(2026, 1, 10, 2, 59, 30, 400_000_000, time.UTC)
	for range 3 {
		s := cal.At(now)
		wait := s.RequeueAfter(now, time.Hour)
		fmt.Println(s.Open, wait)
		now = now.Add(wait)
	}
	// Output:
	// false 29.601s
	// true 1h0m0s
	// true 1h0m0s
}
