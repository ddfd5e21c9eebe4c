package schedule_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// checkBeside holds Beside to UpTo and From, where it says anything.
func checkBeside(t fatal, p *schedule.Placed, sec int64) {
	last, next, ok := p.Beside(sec)
	if !ok {
		return
	}
	if want, exists := p.UpTo(sec); !exists || last != want {
		t.Fatalf("%+v: beside %d the last is %v, want %v %v", *p, sec, last, want, exists)
	}
	if want, exists := p.From(sec + 1); !exists || next != want {
		t.Fatalf("%+v: beside %d the next is %v, want %v %v", *p, sec, next, want, exists)
	}
}

// At any instant of a century, and around the changes of offset and the occurrences that follow.
func TestBesideIsUpToAndFrom(t *testing.T) {
	all := untilPlaced(t)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "placed")
		sec := rapid.Int64Range(start1975, end2095).Draw(t, "sec")
		around := []int64{sec}
		if to := p.Zone().Stretch(sec).To; to < end2095 {
			around = append(around, to, to-3600, to+3600)
		}
		for _, at := range around {
			if o, ok := p.From(at); ok {
				around = append(around, o.Sec)
			}
		}
		for _, at := range around {
			for sec := at - 1; sec <= at+1; sec++ {
				checkBeside(t, p, sec)
			}
		}
	})
}

// Around every change of offset of some years, to the second: the gap or overlap itself and as long before and after it.
func TestBesideAroundChanges(t *testing.T) {
	for _, p := range untilPlaced(t) {
		z := p.Zone()
		for s, n := z.Stretch(parse(t, "2009-06-01T00:00:00Z").Unix()), 0; n < 8 && s.To < end2095; s, n = z.Stretch(s.To), n+1 {
			move := int64(max(s.After-s.Offset, s.Offset-s.After))
			for _, at := range []int64{s.To - move, s.To, s.To + move} {
				for sec := at - 2; sec <= at+1; sec++ {
					checkBeside(t, p, sec)
				}
			}
		}
	}
}

// In any zone that is accepted, however near to each other the changes are.
func TestBesideInAnyZone(t *testing.T) {
	specs := []schedule.Spec{
		cronSpec("*/20 0-5 * * *"), cronSpec("0 */2 * * *"), cronSpec("0,59 7 */3 * *"), cronSpec("0 1 * * 2,6"),
		{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:30")},
		{Rule: schedule.Daily{Interval: 2}, StartTime: tz.MustParseTimeOfDay("23:59:59"), StartDate: tz.MustParseDate("2000-01-01")},
	}
	rapid.Check(t, func(t *rapid.T) {
		zone, changes := anyZone(t)
		s := schedule.MustCompile(rapid.SampledFrom(specs).Draw(t, "spec"))
		o := rapid.SampledFrom(options).Draw(t, "options")
		if s.FollowsRealClock() {
			o = options[0]
		}
		p, err := s.In(zone, o.gap, o.overlap)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range changes {
			sec := int64(c.at) - 10*86400
			for at, ok := p.From(sec); ok && at.Sec < sec+20*86400; at, ok = p.From(at.Sec + 1) {
				checkBeside(t, p, at.Sec-1)
				checkBeside(t, p, at.Sec)
				checkBeside(t, p, rapid.Int64Range(at.Sec, at.Sec+86400).Draw(t, "sec"))
			}
			for sec := int64(c.at) - 1; sec <= int64(c.at)+1; sec++ {
				checkBeside(t, p, sec)
			}
		}
	})
}

// Away from changes of offset both are told at once; within an hour of a change of an hour, and where one of them lies there, it is
// left to others, and where there is none before or after as well. In New York the clock goes from 02:00 to 03:00 on 2026-03-08 at
// 07:00Z. The first Sunday of 2026 is 4 January, its last 27 December.
func TestBesideWhereItTells(t *testing.T) {
	sundays := schedule.Spec{Rule: schedule.Weekly{Days: tz.WeekdaysOf(tz.Sunday)}, StartTime: tz.MustParseTimeOfDay("02:30"),
		StartDate: tz.MustParseDate("2026-01-01"), EndDate: tz.MustParseDate("2026-12-31")}
	quarters := cronSpec("*/15 2-3 * * *")
	for _, c := range []struct {
		spec           schedule.Spec
		at, last, next string // none: not told
	}{
		{sundays, "2026-01-04T07:29:59Z", "", ""}, // there is none before
		{sundays, "2026-01-04T07:30:00Z", "2026-01-04T07:30:00Z", "2026-01-11T07:30:00Z"},
		{sundays, "2026-01-11T07:29:59Z", "2026-01-04T07:30:00Z", "2026-01-11T07:30:00Z"},
		{sundays, "2026-01-11T07:30:00Z", "2026-01-11T07:30:00Z", "2026-01-18T07:30:00Z"},
		{sundays, "2026-03-01T07:29:59Z", "2026-02-22T07:30:00Z", "2026-03-01T07:30:00Z"},
		{sundays, "2026-03-01T07:30:00Z", "", ""}, // the next is in the gap
		{sundays, "2026-03-08T05:00:00Z", "", ""},
		{sundays, "2026-03-09T00:00:00Z", "", ""}, // the last was
		{sundays, "2026-03-15T06:30:00Z", "2026-03-15T06:30:00Z", "2026-03-22T06:30:00Z"},
		{sundays, "2026-12-27T07:29:59Z", "2026-12-20T07:30:00Z", "2026-12-27T07:30:00Z"},
		{sundays, "2026-12-27T07:30:00Z", "", ""}, // there is none after
		{sundays, "2027-06-01T00:00:00Z", "", ""},
		{quarters, "2026-07-01T06:00:00Z", "2026-07-01T06:00:00Z", "2026-07-01T06:15:00Z"}, // of one day
		{quarters, "2026-07-01T07:44:59Z", "2026-07-01T07:30:00Z", "2026-07-01T07:45:00Z"},
		{quarters, "2026-07-01T07:45:00Z", "2026-07-01T07:45:00Z", "2026-07-02T06:00:00Z"},
		{cronSpec("0 9 1 * *"), "2026-03-08T06:00:00Z", "", ""},                                         // this instant is not calm
		{cronSpec("0 9 1 * *"), "2026-03-08T05:59:59Z", "2026-03-01T14:00:00Z", "2026-04-01T13:00:00Z"}, // in two stretches
		{cronSpec("0 9 1 * *"), "2026-03-08T08:00:00Z", "2026-03-01T14:00:00Z", "2026-04-01T13:00:00Z"},
	} {
		p := place(t, "America/New_York", tz.GapForward, tz.OverlapFirst, c.spec)
		last, next, ok := p.Beside(parse(t, c.at).Unix())
		if ok != (c.last != "") || ok && (last.Time() != parse(t, c.last) || next.Time() != parse(t, c.next)) {
			t.Errorf("beside %s: %v, %v, %v; want %s, %s", c.at, last.Time(), next.Time(), ok, c.last, c.next)
		}
	}
}

// A fixed offset has no changes: only the ends of the calendar are not told.
func TestBesideOfEveryRule(t *testing.T) {
	for _, spec := range []schedule.Spec{
		{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("00:00")},
		{Rule: schedule.Daily{Interval: 3}, StartTime: tz.MustParseTimeOfDay("12:00")},
		{Rule: schedule.Daily{Interval: 1000}, StartTime: tz.MustParseTimeOfDay("23:59:59")},
		{Rule: schedule.Weekly{Interval: 3, Days: tz.WeekdaysOf(tz.Monday, tz.Thursday, tz.Sunday)}, StartTime: tz.MustParseTimeOfDay("02:30")},
		{Rule: schedule.Weekly{Interval: 2, Days: tz.EveryDay}, StartTime: tz.MustParseTimeOfDay("02:30")},
		{Rule: schedule.RelativeMonthly{Interval: 2, WeekIndex: schedule.Last, DayOfWeek: tz.Friday, OffsetDays: 3}, StartTime: tz.MustParseTimeOfDay("22:00")},
		cronSpec("*/7 1,5,23 * * 1-5"), cronSpec("0 0 29 2 *"),
	} {
		spec.StartDate = tz.MustParseDate("1990-01-01")
		p := place(t, "UTC", tz.GapForward, tz.OverlapFirst, spec)
		o, _ := p.From(parse(t, "2020-01-01T00:00:00Z").Unix())
		for range 300 {
			for sec := o.Sec - 1; sec <= o.Sec+1; sec++ {
				if _, _, ok := p.Beside(sec); !ok {
					t.Fatalf("%+v: nothing is told beside %d", spec, sec)
				}
				checkBeside(t, p, sec)
			}
			o, _ = p.From(o.Sec + 1)
		}
	}
}
