package window_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A set says the longest spans there are: the run of equal cells that holds the instant, and the runs on both sides of it.
func TestSetAroundIsWhole(t *testing.T) {
	for word := range allCells + 1 {
		s, m := setOfCells(word), model(word)
		for _, cell := range cells {
			start, end := cell.Seconds()
			for _, sec := range []int64{start, end - 1} {
				open, _ := m.around(sec)
				want := [5]int64{0, tz.Past, tz.Past, tz.Future, tz.Future}
				for _, w := range m.runs(open) { // that of the instant
					if from, to := w.Seconds(); from <= sec && sec < to {
						want[2], want[3] = from, to
					}
				}
				for _, w := range m.runs(!open) { // those that touch it
					from, to := w.Seconds()
					if to == want[2] {
						want[1] = from
					}
					if from == want[3] {
						want[4] = to
					}
				}
				var got [5]int64
				var gotOpen bool
				gotOpen, got[1], got[2], got[3], got[4] = s.Around(sec)
				if got != want || gotOpen != open {
					t.Fatalf("%010b around %d: %v %v, want %v %v", word, sec, gotOpen, got[1:], open, want[1:])
				}
			}
		}
	}
	if (window.Set{}).Timeline() != (window.Timeline{}) {
		t.Error("the timeline of the empty set is not the zero Timeline, by which unions do not go")
	}
	if window.TimelineOf(nil) != (window.Timeline{}) {
		t.Error("the timeline of no source is not the zero Timeline")
	}
}

// A recurrence says the window that holds an instant and when the next starts or, between two, both of them; at the ends of time there is none on one side. Two
// days of windows, or windows without end in number, at 22:00 UTC for four hours.
func TestRecurrenceAround(t *testing.T) {
	at := func(day, hour int64) int64 { return parse("2026-06-01T00:00:00Z").Unix() + day*86400 + hour*3600 }
	two := daily("22:00")
	two.StartDate, two.EndDate = tz.MustParseDate("2026-06-01"), tz.MustParseDate("2026-06-02")
	for _, length := range []string{"4h", "02:00"} {
		r := recur(t, two, "UTC", tz.GapForward, tz.OverlapFirst, length)
		for _, c := range []struct {
			sec                     int64
			open                    bool
			before, from, to, after int64
		}{
			{at(0, 0), false, tz.Past, tz.Past, at(0, 22), at(1, 2)},
			{at(0, 22) - 1, false, tz.Past, tz.Past, at(0, 22), at(1, 2)},
			{at(0, 22), true, at(0, 22), at(0, 22), at(1, 2), at(1, 22)},
			{at(1, 2) - 1, true, at(0, 22), at(0, 22), at(1, 2), at(1, 22)},
			{at(1, 2), false, at(0, 22), at(1, 2), at(1, 22), at(2, 2)},
			{at(1, 22) - 1, false, at(0, 22), at(1, 2), at(1, 22), at(2, 2)},
			{at(2, 1), true, at(1, 22), at(1, 22), at(2, 2), at(2, 2)},
			{at(2, 2), false, at(1, 22), at(2, 2), tz.Future, tz.Future},
			{at(5000, 0), false, at(1, 22), at(2, 2), tz.Future, tz.Future},
		} {
			if c.open && length == "02:00" {
				c.after = c.to // of windows that end by the clock no more is said than what holds the instant
			}
			open, before, from, to, after := r.Around(c.sec)
			if open != c.open || before != c.before || from != c.from || to != c.to || after != c.after {
				t.Errorf("%s around %d: %v %d %d %d %d, want %v %d %d %d %d", length, c.sec, open, before, from, to, after, c.open, c.before, c.from, c.to, c.after)
			}
		}
	}
	// Every ten minutes of a day for ten, on Monday, 1 June, and Tuesday: one span as far as the days follow each other. Windows of a
	// second less are apart.
	dense := recur(t, cron("*/10 * * * MON,TUE"), "UTC", tz.GapForward, tz.OverlapFirst, "10m")
	if open, before, from, to, after := dense.Around(at(0, 23)); !open || before != at(0, 0) || from != at(0, 0) || to != at(2, 0) || after != at(2, 0) {
		t.Errorf("around 23:00 in ten minutes after ten: %v %d %d %d %d", open, before-at(0, 0), from-at(0, 0), to-at(0, 0), after-at(0, 0))
	}
	// One of a second says as much as a longer one.
	second := recur(t, daily("22:00"), "UTC", tz.GapForward, tz.OverlapFirst, "1s")
	if open, before, from, to, after := second.Around(at(0, 22)); !open || before != at(0, 22) || from != at(0, 22) || to != at(0, 22)+1 || after != at(1, 22) {
		t.Errorf("around a second: %v %d %d %d %d", open, before-at(0, 22), from-at(0, 22), to-at(0, 22), after-at(0, 22))
	}
	apart := recur(t, cron("*/10 * * * MON,TUE"), "UTC", tz.GapForward, tz.OverlapFirst, "9m59s")
	if open, before, from, to, after := apart.Around(at(0, 23)); !open || before != at(0, 23) || from != at(0, 23) || to != at(0, 23)+599 || after != at(0, 23)+600 {
		t.Errorf("around 23:00 in windows a second apart: %v %d %d %d %d", open, before-at(0, 0), from-at(0, 0), to-at(0, 0), after-at(0, 0))
	}
}

// A start that is moved past its end has no window: it is shut up to that start and in it, and no more is said. In New York 02:30 of
// 2026-03-08 comes at 07:30Z, behind its end at 03:00, 07:00Z.
func TestS04AroundWithoutWindow(t *testing.T) {
	r := recur(t, daily("02:30"), "America/New_York", tz.GapForward, tz.OverlapFirst, "03:00")
	moved := parse("2026-03-08T07:30:00Z").Unix()
	start, end := moved-86400, moved-86400+1800 // the day before: from 07:30Z to 08:00Z
	if open, before, from, to, after := r.Around(moved - 3600); open || before != start || from != end || to != moved+1 || after != moved+1 {
		t.Errorf("before it: %v %d %d %d %d", open, before-moved, from-moved, to-moved, after-moved)
	}
	for _, sec := range []int64{moved - 86400, moved - 1, moved, moved + 1, moved + 1800, moved + 86400} {
		checkSource(t, r, sec)
	}
	// From there on the next is that of the day after, at 06:30Z.
	if open, before, from, to, after := r.Around(moved); open || before != start || from != end || to != moved+23*3600 || after != to+1800 {
		t.Errorf("in it: %v %d %d %d %d", open, before-moved, from-moved, to-moved, after-moved)
	}
	// Where start and end both move to the end of the gap, 07:00Z, there is none either.
	r = recur(t, daily("02:30"), "America/New_York", tz.GapNext, tz.OverlapFirst, "02:45")
	if open, _, _, to, after := r.Around(moved - 3600); open || to != moved-1800+1 || after != to {
		t.Errorf("before one of no length: %v %d %d", open, to-moved, after-moved)
	}
}

// A window is at least a second and at most 366 days long, in whole seconds.
func TestCheckDuration(t *testing.T) {
	const year = 366 * 24 * time.Hour
	for d, ok := range map[time.Duration]bool{time.Second: true, year: true, 366*24*time.Hour - time.Second: true, year + time.Second: false, year + 1: false,
		0: false, 1: false, -time.Second: false, time.Second + 1: false, 1<<63 - 1: false, -1 << 63: false} {
		err := window.CheckDuration(d)
		if (err == nil) != ok {
			t.Errorf("%v: %v", d, err)
		}
		if err != nil && err.(*tz.Error).Code != tz.OutOfRange {
			t.Errorf("%v: %v", d, err)
		}
		starts, err := schedule.MustCompile(daily("22:00")).In(tz.UTC(), tz.GapForward, tz.OverlapFirst)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := window.Compile(window.Spec{Starts: starts, Duration: d}); (err == nil) != ok {
			t.Errorf("a window of %v: %v", d, err)
		}
	}
	if window.MaxDuration != year {
		t.Errorf("at most %v", window.MaxDuration)
	}
}
