package schedule_test

import (
	"testing"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Single starts to the second at the edges of a gap, worked by hand, from both sides of it: where they come, and that nothing else does.
// New York has no 02:00 to 03:00 on 2026-03-08 (the change is at 07:00Z) and on 1960-04-24 (07:00Z), Caracas no 00:00 to 00:30 on
// 1965-01-01 (04:30Z), Berlin no 02:00 to 03:00 on 2026-03-29 (01:00Z).
func TestS03EdgesOfAGap(t *testing.T) {
	const skip, forward, next = tz.GapSkip, tz.GapForward, tz.GapNext
	for _, c := range []struct {
		zone, date, time string
		gap              tz.Gap
		want             string // empty: it does not come
	}{
		{"America/New_York", "2026-03-08", "01:59:59", skip, "2026-03-08T06:59:59Z"},
		{"America/New_York", "2026-03-08", "01:59:59", forward, "2026-03-08T06:59:59Z"},
		{"America/New_York", "2026-03-08", "01:59:59", next, "2026-03-08T06:59:59Z"},
		{"America/New_York", "2026-03-08", "02:00", skip, ""},
		{"America/New_York", "2026-03-08", "02:00", forward, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "02:00", next, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "02:59:59", skip, ""},
		{"America/New_York", "2026-03-08", "02:59:59", forward, "2026-03-08T07:59:59Z"},
		{"America/New_York", "2026-03-08", "02:59:59", next, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "03:00", skip, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "03:00", forward, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "03:00", next, "2026-03-08T07:00:00Z"},
		{"America/New_York", "2026-03-08", "03:00:01", skip, "2026-03-08T07:00:01Z"},
		{"America/New_York", "2026-03-08", "03:00:01", forward, "2026-03-08T07:00:01Z"},
		{"America/New_York", "2026-03-08", "03:00:01", next, "2026-03-08T07:00:01Z"},
		{"America/New_York", "1960-04-24", "01:59:59", skip, "1960-04-24T06:59:59Z"},
		{"America/New_York", "1960-04-24", "02:30", skip, ""},
		{"America/New_York", "1960-04-24", "02:30", forward, "1960-04-24T07:30:00Z"},
		{"America/New_York", "1960-04-24", "02:30", next, "1960-04-24T07:00:00Z"},
		{"America/New_York", "1960-04-24", "03:00:01", next, "1960-04-24T07:00:01Z"},
		{"America/Caracas", "1965-01-01", "00:00", forward, "1965-01-01T04:30:00Z"},
		{"America/Caracas", "1965-01-01", "00:29:59", forward, "1965-01-01T04:59:59Z"},
		{"America/Caracas", "1965-01-01", "00:29:59", next, "1965-01-01T04:30:00Z"},
		{"Europe/Berlin", "2026-03-29", "01:30", skip, "2026-03-29T00:30:00Z"},
		{"Europe/Berlin", "2026-03-29", "02:30", skip, ""},
		{"Europe/Berlin", "2026-03-29", "02:30", forward, "2026-03-29T01:30:00Z"},
	} {
		date := tz.MustParseDate(c.date)
		placed := place(t, c.zone, c.gap, tz.OverlapFirst, schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay(c.time), StartDate: date, EndDate: date})
		midnight := int64(date.Day()) * 86400
		if c.want == "" {
			for sec := midnight - 86400; sec <= midnight+2*86400; sec += 1800 {
				if o, ok := placed.From(sec); ok {
					t.Errorf("%+v: from %d on it comes at %v", c, sec, o.Time())
				}
				if o, ok := placed.UpTo(sec); ok {
					t.Errorf("%+v: up to %d it comes at %v", c, sec, o.Time())
				}
			}
			continue
		}
		at := parse(t, c.want).Unix()
		want := schedule.Occurrence{Local: tz.MustParseDateTime(c.date + "T" + c.time).Local(), Sec: at}
		for _, away := range []int64{0, 1, 2, 10, 600, 1799, 1800, 3599, 3600, 3601, 86400, 40 * 86400, 1 << 34} {
			if o, ok := placed.From(at - away); !ok || o != want {
				t.Errorf("%+v: from %d s before, %+v %v, want %+v", c, away, o, ok, want)
			}
			if o, ok := placed.UpTo(at + away); !ok || o != want {
				t.Errorf("%+v: up to %d s after, %+v %v, want %+v", c, away, o, ok, want)
			}
			if o, ok := placed.From(at + 1 + away); ok {
				t.Errorf("%+v: from %d s after, %+v", c, 1+away, o)
			}
			if o, ok := placed.UpTo(at - 1 - away); ok {
				t.Errorf("%+v: up to %d s before, %+v", c, 1+away, o)
			}
		}
	}
}

// A moved start may come after one that is written later: 00:10 at 00:40, behind 00:35.
func TestS03MovedBehindDirect(t *testing.T) {
	for _, c := range []struct{ zone, day, month, from, direct, moved, to string }{
		{"America/Caracas", "1", "1", "1965-01-01T04:30:00Z", "1965-01-01T04:35:00Z", "1965-01-01T04:40:00Z", "1965-01-01T06:00:00Z"},
		{"America/Caracas", "1", "5", "2016-05-01T07:00:00Z", "2016-05-01T07:05:00Z", "2016-05-01T07:10:00Z", "2016-05-01T08:00:00Z"}, // 02:30 to 03:00
	} {
		hours, minutes := "0", "10,35"
		if c.month == "5" {
			hours, minutes = "2,3", "5,40" // 02:05 and 03:40 lie outside
		}
		spec := schedule.Spec{Rule: schedule.MustParseCron(minutes + " " + hours + " " + c.day + " " + c.month + " *")}
		placed := place(t, c.zone, tz.GapForward, tz.OverlapFirst, spec)
		sec := func(text string) int64 { return parse(t, text).Unix() }
		for _, step := range []struct{ from, want string }{{c.from, c.direct}, {c.direct, c.direct}} {
			if o, ok := placed.From(sec(step.from)); !ok || o.Sec != sec(step.want) {
				t.Errorf("%s from %s on: %v, want %s", c.zone, step.from, o.Time(), step.want)
			}
		}
		if o, ok := placed.From(sec(c.direct) + 1); !ok || o.Sec != sec(c.moved) {
			t.Errorf("%s after %s: %v, want %s", c.zone, c.direct, o.Time(), c.moved)
		}
		if o, ok := placed.UpTo(sec(c.moved)); !ok || o.Sec != sec(c.moved) {
			t.Errorf("%s up to %s: %v", c.zone, c.moved, o.Time())
		}
		if o, ok := placed.UpTo(sec(c.moved) - 1); !ok || o.Sec != sec(c.direct) {
			t.Errorf("%s before %s: %v, want %s", c.zone, c.moved, o.Time(), c.direct)
		}
		if o, ok := placed.UpTo(sec(c.moved) + 60); !ok || o.Sec != sec(c.moved) {
			t.Errorf("%s after %s: %v, want %s", c.zone, c.moved, o.Time(), c.moved)
		}
	}
}

// A start a little before a change is the last up to a little after it, though the one before lies a year back.
func TestLastBeforeAChange(t *testing.T) {
	for _, c := range []struct{ zone, cron, asked, want string }{
		{"Europe/Berlin", "30 1 29 3 *", "2026-03-29T01:00:10Z", "2026-03-29T00:30:00Z"},
		{"Europe/Berlin", "59 59 1 29 3 *", "2026-03-29T01:00:00Z", "2026-03-29T00:59:59Z"},
		{"Australia/Lord_Howe", "0 23 3 10 *", "2026-10-03T16:00:00Z", "2026-10-03T12:30:00Z"},
		{"Pacific/Auckland", "30 1 27 9 *", "2026-09-26T14:00:05Z", "2026-09-26T13:30:00Z"},
		{"America/New_York", "30 1 8 3 *", "2026-03-08T07:00:10Z", "2026-03-08T06:30:00Z"},
	} {
		spec := cronSpec(c.cron)
		o, ok := place(t, c.zone, tz.GapForward, tz.OverlapFirst, spec).UpTo(parse(t, c.asked).Unix())
		if !ok || o.Sec != parse(t, c.want).Unix() {
			t.Errorf("%s, %s: up to %s the last is %v %v, want %s", c.zone, c.cron, c.asked, o.Time(), ok, c.want)
		}
	}
}

// A run goes up to the last start before a gap and no further, whatever becomes of a start in the gap.
func TestRunUpToAGap(t *testing.T) {
	for _, c := range []struct {
		time        string
		gap         tz.Gap
		first, last string
	}{
		// The winter of 2025 in New York. What 01:00 to 02:00 has written on 2025-11-02 comes before the clock is set back.
		{"01:59:59", tz.GapSkip, "2025-11-03T06:59:59Z", "2026-03-08T06:59:59Z"},
		{"02:00", tz.GapSkip, "2025-11-02T07:00:00Z", "2026-03-07T07:00:00Z"},
		{"02:00:01", tz.GapSkip, "2025-11-02T07:00:01Z", "2026-03-07T07:00:01Z"},
		{"23:59:59", tz.GapSkip, "2025-11-03T04:59:59Z", "2026-03-08T04:59:59Z"},
		{"00:00", tz.GapSkip, "2025-11-03T05:00:00Z", "2026-03-08T05:00:00Z"},
	} {
		placed := place(t, "America/New_York", c.gap, tz.OverlapFirst, schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay(c.time)})
		for _, from := range []string{c.first, c.last, "2026-01-01T00:00:00Z"} {
			o, ok := placed.From(parse(t, from).Unix())
			if !ok {
				t.Fatal("no start")
			}
			if first, last := placed.Run(o, 86400); first != parse(t, c.first).Unix() || last != parse(t, c.last).Unix() {
				t.Errorf("%s: the run of %v is from %v to %v, want %s to %s", c.time, o.Time(), tz.DateTimeOfLocal(first), tz.DateTimeOfLocal(last), c.first, c.last)
			}
		}
	}
	weekly := schedule.Spec{Rule: schedule.Weekly{Days: tz.EveryDay &^ tz.WeekdaysOf(tz.Saturday, tz.Sunday)}, StartTime: tz.MustParseTimeOfDay("23:59:59")}
	placed := place(t, "UTC", tz.GapForward, tz.OverlapFirst, weekly)
	o, _ := placed.From(parse(t, "2026-01-07T00:00:00Z").Unix())
	if first, last := placed.Run(o, 86400); first != parse(t, "2026-01-05T23:59:59Z").Unix() || last != parse(t, "2026-01-09T23:59:59Z").Unix() {
		t.Errorf("the week is from %v to %v", tz.DateTimeOfLocal(first), tz.DateTimeOfLocal(last))
	}
}

// The same at the edges of an overlap: New York reads 01:00 to 02:00 twice on 2026-11-01, first from 05:00Z on and then from 06:00Z on.
func TestS03EdgesOfAnOverlap(t *testing.T) {
	date := tz.MustParseDate("2026-11-01")
	for _, c := range []struct{ time, first, second string }{
		{"00:59:59", "2026-11-01T04:59:59Z", "2026-11-01T04:59:59Z"},
		{"01:00", "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z"},
		{"01:00:01", "2026-11-01T05:00:01Z", "2026-11-01T06:00:01Z"},
		{"01:59:59", "2026-11-01T05:59:59Z", "2026-11-01T06:59:59Z"},
		{"02:00", "2026-11-01T07:00:00Z", "2026-11-01T07:00:00Z"},
	} {
		first, second := parse(t, c.first).Unix(), parse(t, c.second).Unix()
		for overlap, want := range map[tz.Overlap][]int64{tz.OverlapFirst: {first}, tz.OverlapSecond: {second}, tz.OverlapBoth: {first, second}} {
			spec := schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay(c.time), StartDate: date, EndDate: date}
			placed := place(t, "America/New_York", tz.GapForward, overlap, spec)
			for sec := first - 10000; sec <= second+10000; sec++ {
				from, upTo := int64(-1), int64(-1)
				for _, at := range want {
					if at >= sec && from < 0 {
						from = at
					}
					if at <= sec {
						upTo = at
					}
				}
				if o, ok := placed.From(sec); ok != (from >= 0) || ok && o.Sec != from {
					t.Fatalf("%s, %v: from %d on at %d %v, want %d", c.time, overlap, sec, o.Sec, ok, from)
				}
				if o, ok := placed.UpTo(sec); ok != (upTo >= 0) || ok && o.Sec != upTo {
					t.Fatalf("%s, %v: up to %d at %d %v, want %d", c.time, overlap, sec, o.Sec, ok, upTo)
				}
			}
		}
	}
}
