package calendar_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
)

// pooled are documents of every kind of schedule, some of which have windows in common.
var pooled = []string{
	`{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-05","startTime":"22:00","durationHours":4}]}`,
	`{"timeZone":"America/New_York","windows":[{"name":"other","schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-05","startTime":"22:00","durationHours":4}],
		"notAllowedDates":[{"start":"2026-07-01","end":"2026-07-14"}]}`,
	`{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-06","startTime":"22:00","durationHours":4}]}`,
	`{"timeZone":"Europe/Berlin","windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-05","startTime":"22:00","durationHours":4}]}`,
	`{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{"intervalDays":3}},"startDate":"2026-01-05","startTime":"22:00","endTime":"02:00"}]}`,
	`{"windows":[{"schedule":{"weekly":{"daysOfWeek":["Tuesday","Friday"]}},"startTime":"02:30","duration":"90m","timeZone":"America/New_York","gap":"skip"},
		{"schedule":{"weekly":{"daysOfWeek":["Tuesday","Friday"]}},"startTime":"02:30","duration":"90m","timeZone":"America/New_York","gap":"next","overlap":"both"}]}`,
	`{"windows":[{"schedule":{"absoluteMonthly":{"dayOfMonth":31}},"startTime":"02:00","durationHours":1},{"schedule":{"absoluteMonthly":{"dayOfMonth":31,"shortMonth":"clamp"}},"startTime":"02:00","durationHours":1}]}`,
	`{"windows":[{"schedule":{"relativeMonthly":{"weekIndex":"Last","dayOfWeek":"Sunday"}},"startTime":"02:00","durationHours":1},{"always":true,"notAllowedTime":[{"start":"01:00","end":"24:00"}]}]}`,
	`{"timeZone":"Asia/Kathmandu","windows":[{"schedule":{"cron":"*/15 2 * * MON-FRI"},"duration":"5m","cutoff":"1m"},{"span":{"start":"2026-03-01T00:00:00Z","end":"2026-03-02T00:00:00Z"}}]}`,
	`{"timeZone":"Asia/Kathmandu","windows":[{"schedule":{"cron":"*/15 2 * * MON-FRI"},"duration":"5m","cutoff":"2m"}]}`,
}

// answers writes all that a calendar says of an instant.
func answers(cal *calendar.Calendar, at time.Time) string {
	return fmt.Sprint(cal.At(at), cal.Explain(at))
}

// A calendar answers the same with a pool and without, whatever else is in the pool.
func TestPoolAnswersTheSame(t *testing.T) {
	var pool calendar.Pool
	from, to := instant(t, "2026-01-01T00:00Z"), instant(t, "2027-01-01T00:00Z")
	for range 2 { // into an empty pool, and into one that has it all
		for _, doc := range pooled {
			with, without := compile(t, doc, calendar.WithPool(&pool)), compile(t, doc)
			if got, want := slices.Collect(with.Windows(from, to)), slices.Collect(without.Windows(from, to)); !slices.Equal(got, want) || len(want) == 0 {
				t.Errorf("%s:\nwith a pool %v\nwithout %v", doc, got, want)
			}
			for at := from; at.Before(to); at = at.Add(191 * time.Hour) {
				if got, want := answers(with, at), answers(without, at); got != want {
					t.Errorf("%s at %v:\nwith a pool %s\nwithout %s", doc, at, got, want)
				}
			}
		}
	}
}

// In a pool, windows that start and last alike in one zone are one, whatever they are called; others are not.
func TestPoolShares(t *testing.T) {
	var pool calendar.Pool
	timeline := func(start, more string, opts ...calendar.Option) any {
		return compile(t, `{"windows":[{"schedule":{"weekly":{"dayOfWeek":"Friday"}},"startTime":"`+start+`","durationHours":4`+more+`}]}`, opts...).Timeline()
	}
	one := timeline("22:00", "", calendar.WithPool(&pool))
	if timeline("22:00", `,"name":"friday"`, calendar.WithPool(&pool)) != one {
		t.Error("equal windows are kept twice")
	}
	for _, more := range []string{`,"timeZone":"Europe/Berlin"`, `,"startDate":"2026-01-01"`, `,"timeZone":"Europe/Berlin","overlap":"both"`} {
		if timeline("22:00", more, calendar.WithPool(&pool)) == one {
			t.Errorf("a window with %s is the one without", more)
		}
	}
	if timeline("23:00", "", calendar.WithPool(&pool)) == one || timeline("22:00", "") == one {
		t.Error("different windows are kept once")
	}
}

// What does not compile without a pool does not with one, for the same reasons.
func TestPoolRefusesTheSame(t *testing.T) {
	var pool calendar.Pool
	for _, doc := range []string{
		`{"windows":[{"schedule":{"daily":{}},"startTime":"22:00"}]}`,
		`{"windows":[{"schedule":{"cron":"0 0 31 2 *"},"duration":"1h"}]}`,
		`{"windows":[{"schedule":{"daily":{}},"startTime":"22:00","durationHours":4,"gap":"never"}]}`,
	} {
		if got, want := refuse(t, doc, calendar.WithPool(&pool)), refuse(t, doc); got.Error() != want.Error() {
			t.Errorf("%s: %v, without a pool %v", doc, got, want)
		}
	}
}

// Calendars are compiled into one pool at the same time.
func TestPoolIsSafeForConcurrentUse(t *testing.T) {
	var pool calendar.Pool
	from := instant(t, "2026-01-01T00:00Z")
	policies := make([]calendar.Policy, len(pooled))
	want := make([]string, len(pooled))
	for i, doc := range pooled {
		p, err := calendar.Parse([]byte(strings.Clone(doc)))
		if err != nil {
			t.Fatal(err)
		}
		policies[i], want[i] = p, fmt.Sprint(calendar.MustCompile(p).Next(from))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i, p := range policies {
				if got := fmt.Sprint(calendar.MustCompile(p, calendar.WithPool(&pool)).Next(from)); got != want[i] {
					t.Errorf("%s: %s, want %s", pooled[i], got, want[i])
				}
			}
		})
	}
	group.Wait()
}
