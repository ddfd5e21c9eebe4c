package window_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// shared compiles a recurrence whose schedule is that of a pool, as package calendar does.
func shared(t *testing.T, pool *schedule.Pool, start, zoneName, length string) *window.Recurrence {
	t.Helper()
	r := recur(t, daily(start), zoneName, tz.GapForward, tz.OverlapFirst, length)
	starts, err := pool.Share(r.Starts().Schedule()).In(r.Starts().Zone(), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		t.Fatal(err)
	}
	spec := r.Spec()
	spec.Starts = starts
	if r, err = window.Compile(spec); err != nil {
		t.Fatal(err)
	}
	return r
}

// A pool has one timeline for all recurrences that start and last alike in one zone, and another for any other; each answers as the
// recurrence itself does.
func TestPoolSharesEqualRecurrences(t *testing.T) {
	var schedules schedule.Pool
	var pool window.Pool
	from, to := parse("2026-03-01T00:00:00Z"), parse("2026-04-01T00:00:00Z")
	seen := make(map[window.Timeline]string)
	for _, kind := range [][3]string{{"22:00", "UTC", "4h"}, {"23:00", "UTC", "4h"}, {"22:00", "America/New_York", "4h"}, {"22:00", "UTC", "5h"}, {"22:00", "UTC", "02:00"}} {
		r := shared(t, &schedules, kind[0], kind[1], kind[2])
		tl := pool.Share(r)
		if again := pool.Share(shared(t, &schedules, kind[0], kind[1], kind[2])); again != tl {
			t.Errorf("%v: two timelines of equal recurrences", kind)
		}
		if other, ok := seen[tl]; ok {
			t.Errorf("%v has the timeline of %s", kind, other)
		}
		seen[tl] = kind[0] + " " + kind[1] + " " + kind[2]
		if got, want := slices.Collect(tl.Windows(from, to)), slices.Collect(r.Timeline().Windows(from, to)); !slices.Equal(got, want) || len(got) < 30 {
			t.Errorf("%v: %v, want %v", kind, got, want)
		}
	}
}

func TestPoolIsSafeForConcurrentUse(t *testing.T) {
	var schedules schedule.Pool
	var pool window.Pool
	rs := []*window.Recurrence{shared(t, &schedules, "22:00", "UTC", "4h"), shared(t, &schedules, "23:00", "UTC", "4h")}
	timelines := make([]window.Timeline, 16)
	var group sync.WaitGroup
	for i := range timelines {
		group.Go(func() { timelines[i] = pool.Share(rs[i%2]) })
	}
	group.Wait()
	for i, tl := range timelines {
		if tl != timelines[i%2] {
			t.Errorf("goroutine %d was given another timeline", i)
		}
		start, _ := tl.Next(parse("2026-01-01T12:00:00Z"))
		if at, _ := start.Start(); at.Hour() != 22+i%2 || start.Duration() != 4*time.Hour {
			t.Errorf("goroutine %d: %v", i, start)
		}
	}
}
