package window_test

import (
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// Of dense starts with one end by the wall clock, the span says all that begin from the end of the day before on and so end together,
// but does not go beyond what a change of the clock makes uncertain: in New York the first reading of 01:00 to 02:00 on 2026-11-01
// begins at 05:00Z, the second at 06:00Z and ends at 07:00Z; on 2026-03-08 it goes from 02:00 to 03:00 at 07:00Z.
func TestS04SpanOfDenseStarts(t *testing.T) {
	for _, c := range []struct{ zone, at, from, to string }{
		{"UTC", "2026-11-03T00:00:00Z", "2026-11-02T12:00:00Z", "2026-11-03T12:00:00Z"},
		{"UTC", "2026-11-03T11:59:59Z", "2026-11-02T12:00:00Z", "2026-11-03T12:00:00Z"},
		{"UTC", "2026-11-03T12:00:00Z", "2026-11-03T12:00:00Z", "2026-11-04T12:00:00Z"},
		{"America/New_York", "2026-06-03T00:00:00Z", "2026-06-02T16:00:00Z", "2026-06-03T16:00:00Z"},
		{"America/New_York", "2026-11-01T04:55:00Z", "2026-10-31T16:00:00Z", "2026-11-01T17:00:00Z"}, // before the overlap
		{"America/New_York", "2026-11-01T05:00:00Z", "2026-11-01T05:00:00Z", "2026-11-01T17:00:00Z"}, // in the first reading
		{"America/New_York", "2026-11-01T05:45:00Z", "2026-11-01T05:00:00Z", "2026-11-01T17:00:00Z"},
		{"America/New_York", "2026-11-01T07:00:00Z", "2026-11-01T07:00:00Z", "2026-11-01T17:00:00Z"}, // behind the second
		{"America/New_York", "2026-11-01T16:00:00Z", "2026-11-01T07:00:00Z", "2026-11-01T17:00:00Z"},
		{"America/New_York", "2026-03-08T15:00:00Z", "2026-03-08T08:00:00Z", "2026-03-08T16:00:00Z"}, // an hour behind the gap
	} {
		r := recur(t, cron("*/10 * * * *"), c.zone, tz.GapForward, tz.OverlapFirst, "12:00")
		open, before, from, to, after := r.Around(parse(c.at).Unix())
		if got, want := window.OfSeconds(from, to), window.MustParse(c.from+"/"+c.to); !open || got != want {
			t.Errorf("%s at %s: open %v, %v, want %v", c.zone, c.at, open, got, want)
		}
		if before > from || after < to {
			t.Errorf("%s at %s: before %d and after %d lie within", c.zone, c.at, before, after)
		}
	}
}

// Starts a second apart are told apart where the clock changes. In New York on 2026-03-08 the window written from 01:59:59 to 03:00:00
// is a second long; that from 02:59:59, which lies in the gap, would start at the gap's end, where it ends, and so does not exist.
func TestS04StartASecondBeforeAGap(t *testing.T) {
	quartz, err := schedule.CronOptions{Dialect: schedule.CronQuartz}.Parse("59 59 1,2 * * ?")
	if err != nil {
		t.Fatal(err)
	}
	gap := parse("2026-03-08T07:00:00Z").Unix()
	r := recur(t, schedule.Spec{Rule: quartz}, "America/New_York", tz.GapNext, tz.OverlapFirst, "03:00:00")
	for sec, want := range map[int64]bool{gap - 2: false, gap - 1: true, gap: false} {
		open, _, from, to, _ := r.Around(sec)
		if r.Holds(sec) != want || open != want || from > sec || to <= sec || sec == gap && from != gap {
			t.Errorf("%d seconds from the gap: open %v and %v, in [%d, %d)", sec-gap, r.Holds(sec), open, from-gap, to-gap)
		}
	}
	if at, ok := r.Timeline().Last(gap, gap-86400, window.Open); !ok || at != gap-1 {
		t.Errorf("last open %d seconds from the gap: %v", at-gap, ok)
	}
	o, end, ok := r.Latest(gap)
	if !ok || o.Sec != gap-1 || end != gap {
		t.Errorf("the latest starts %d and ends %d seconds from the gap: %v", o.Sec-gap, end-gap, ok)
	}
}

// Before its first start a recurrence has no latest window; from then on it has.
func TestLatestBeforeTheFirst(t *testing.T) {
	for _, zone := range []string{"UTC", "America/New_York", "Pacific/Apia"} {
		for _, length := range []string{"1h", "23:00"} {
			spec := daily("22:00")
			spec.StartDate = tz.MustParseDate("2026-03-01")
			r := recur(t, spec, zone, tz.GapForward, tz.OverlapFirst, length)
			first, ok := r.Starts().From(tz.Past)
			if !ok {
				t.Fatalf("%s: no start", zone)
			}
			for _, sec := range []int64{tz.Past, 0, first.Sec - 1} {
				if o, end, ok := r.Latest(sec); ok {
					t.Errorf("%s, %s: at %d from the first start: %v to %d", zone, length, sec-first.Sec, o, end)
				}
			}
			for _, sec := range []int64{first.Sec, first.Sec + 3599, first.Sec + 3600, first.Sec + 86399} {
				if o, end, ok := r.Latest(sec); !ok || o != first || end != first.Sec+3600 {
					t.Errorf("%s, %s: at %d from the first start: %v to %d, %v", zone, length, sec-first.Sec, o, end, ok)
				}
			}
		}
	}
}

// checkSource checks what a source says about an instant: that it is so at the edges of the spans.
func checkSource(t *testing.T, s window.Source, sec int64) {
	t.Helper()
	open, before, from, to, after := s.Around(sec)
	if before > from || from > sec || sec >= to || to > after {
		t.Fatalf("at %d: %d, %d, %d, %d are not in order", sec, before, from, to, after)
	}
	for at, want := range map[int64]bool{sec: open, from: open, to - 1: open} {
		if s.Holds(at) != want {
			t.Errorf("around %d: open %v, but not at %d", sec, want, at)
		}
	}
	if before < from && (s.Holds(before) == open || s.Holds(from-1) == open) || to < after && (s.Holds(to) == open || s.Holds(after-1) == open) {
		t.Errorf("around %d: open %v, and as much in [%d, %d) or [%d, %d)", sec, open, before, from, to, after)
	}
}

// A start that lies in the gap of every year never comes, or ends before it starts: since 2007, New York skips 02:30 on the second
// Sunday of March. Behind the last window, in 2006, and behind 100 years without any, that is found out.
func TestS04EveryStartInAGap(t *testing.T) {
	const last = "2006-03-12T07:30:00Z/2006-03-12T08:00:00Z" // 02:30 to 03:00 EST
	for _, c := range []struct {
		gap    tz.Gap
		length string
	}{{tz.GapForward, "03:00"}, {tz.GapSkip, "03:00"}, {tz.GapSkip, "30m"}} {
		r := recur(t, cron("30 2 * 3 SUN#2"), "America/New_York", c.gap, tz.OverlapFirst, c.length)
		tl := r.Timeline()
		for _, at := range []string{"2006-03-12T08:00:00Z", "2007-06-01T00:00:00Z", "2100-01-01T00:00:00Z"} {
			if w, ok := tl.Prev(parse(at)); !ok || w.String() != last {
				t.Errorf("%v, %s: before %s comes %v %v, want %s", c.gap, c.length, at, w, ok, last)
			}
			if w, ok := tl.Next(parse(at)); ok {
				t.Errorf("%v, %s: after %s comes %v", c.gap, c.length, at, w)
			}
		}
		for _, at := range []string{"2106-04-01T00:00:00Z", "2150-03-13T07:30:00Z", "2300-01-01T00:00:00Z"} {
			if w, ok := tl.Prev(parse(at)); ok {
				t.Errorf("%v, %s: within 100 years before %s comes %v", c.gap, c.length, at, w)
			}
			if o, end, ok := r.Latest(parse(at).Unix()); ok && end > parse("2006-03-12T08:00:00Z").Unix() {
				t.Errorf("%v, %s: the latest before %s is %v", c.gap, c.length, at, o)
			}
		}
		for _, at := range []string{"1900-01-01T00:00:00Z", "2006-03-12T07:45:00Z", "2006-03-12T08:00:00Z", "2010-01-01T00:00:00Z", "2107-12-31T00:00:00Z", "2300-01-01T00:00:00Z"} {
			checkSource(t, r, parse(at).Unix())
			// What is said to be shut goes back no further than to the last window.
			end := parse("2006-03-12T08:00:00Z").Unix()
			if _, _, from, _, _ := r.Around(parse(at).Unix()); parse(at).Unix() >= end && from < end {
				t.Errorf("%v, %s: around %s, shut from %d on", c.gap, c.length, at, from)
			}
		}
	}
}
