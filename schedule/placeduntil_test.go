package schedule_test

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// untilPlaced are schedules whose starts gaps and overlaps swallow, move and double, and some that end.
func untilPlaced(t *testing.T) []*schedule.Placed {
	var all []*schedule.Placed
	for _, zoneName := range []string{"UTC", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Casablanca"} {
		for _, spec := range []schedule.Spec{
			cronSpec("30 2 8-14 3 +SUN"), cronSpec("30 2 * 3 SUN"), cronSpec("30 2 29 2 *"), cronSpec("*/20 0-5 * * *"), cronSpec("15 * 1 * *"),
			cronSpec("0 0 30 2 *"), cronSpec("0 9 30 12 *"),
			{Rule: schedule.Weekly{Interval: 5, Days: tz.WeekdaysOf(tz.Sunday)}, StartTime: tz.MustParseTimeOfDay("02:30"),
				StartDate: tz.MustParseDate("1990-01-07"), EndDate: tz.MustParseDate("2060-01-01")},
		} {
			for _, option := range options {
				if schedule.MustCompile(spec).FollowsRealClock() {
					option = options[0]
				}
				all = append(all, place(t, zoneName, option.gap, option.overlap, spec))
			}
		}
	}
	return all
}

// checkUntil holds FromUntil and UpToUntil to what they promise, given From and UpTo: up to the limit they miss nothing, what they
// find is the same, and what they say of none is true and leads beyond the limit.
func checkUntil(t fatal, p *schedule.Placed, sec, limit int64) {
	name := fmt.Sprintf("%+v", *p)
	want, exists := p.From(sec)
	switch got, ok := p.FromUntil(sec, limit); {
	case ok && (!exists || got != want):
		t.Fatalf("%s: from %d until %d it starts at %v, but from there on at %v %v", name, sec, limit, got, want, exists)
	case !ok && exists && want.Sec <= limit:
		t.Fatalf("%s: from %d until %d it misses %v", name, sec, limit, want)
	case !ok && got.Sec <= limit:
		t.Fatalf("%s: from %d until %d there is none before %d, which says too little", name, sec, limit, got.Sec)
	case !ok && exists && want.Sec < got.Sec:
		t.Fatalf("%s: from %d until %d there is none before %d, but there is %v", name, sec, limit, got.Sec, want)
	}
}

func checkBackUntil(t fatal, p *schedule.Placed, sec, limit int64) {
	name := fmt.Sprintf("%+v", *p)
	want, exists := p.UpTo(sec)
	switch got, ok := p.UpToUntil(sec, limit); {
	case ok && (!exists || got != want):
		t.Fatalf("%s: up to %d, not before %d, it starts last at %v, but up to there at %v %v", name, sec, limit, got, want, exists)
	case !ok && exists && want.Sec >= limit:
		t.Fatalf("%s: up to %d, not before %d, it misses %v", name, sec, limit, want)
	case !ok && got.Sec >= limit:
		t.Fatalf("%s: up to %d, not before %d, there is none after %d, which says too little", name, sec, limit, got.Sec)
	case !ok && exists && want.Sec > got.Sec:
		t.Fatalf("%s: up to %d, not before %d, there is none after %d, but there is %v", name, sec, limit, got.Sec, want)
	}
}

// With limits from none to some years, at any instant of a century and around the starts of it.
func TestSearchUntilALimit(t *testing.T) {
	all := untilPlaced(t)
	distance := rapid.OneOf(rapid.Just[int64](0), rapid.Int64Range(0, 3), rapid.Int64Range(0, 100*86400), rapid.Int64Range(0, 10*366*86400))
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom(all).Draw(t, "placed")
		sec := rapid.Int64Range(start1975, end2095).Draw(t, "sec")
		for _, at := range []int64{sec, p.Zone().Stretch(sec).To - 1, p.Zone().Stretch(sec).To} {
			if at > end2095 {
				continue // a zone without a change to come
			}
			far := distance.Draw(t, "distance")
			checkUntil(t, p, at, at+far)
			checkBackUntil(t, p, at, at-far)
			if o, ok := p.From(at); ok {
				checkUntil(t, p, at, o.Sec)
				checkUntil(t, p, at, o.Sec-1)
				checkUntil(t, p, o.Sec, o.Sec)
				checkBackUntil(t, p, o.Sec, o.Sec)
				checkBackUntil(t, p, at, o.Sec)
			}
		}
	})
}

// In New York the clock skips 02:00 to 03:00 on the second Sunday of March, from 2007 on and as far as the tz database knows for ever.
// What starts then, at 02:30, starts last in 2006, when the clock was changed in April: the second Sunday of March 2006 is the 12th.
func TestSearchUntilGivesUp(t *testing.T) {
	p := place(t, "America/New_York", tz.GapSkip, tz.OverlapFirst, cronSpec("30 2 8-14 3 +SUN"))
	last := parse(t, "2006-03-12T07:30:00Z").Unix()
	const year = 366 * 86400
	for from := last + 10*year; from < parse(t, "2400-01-01T00:00:00Z").Unix(); from += 7 * year {
		for _, span := range []int64{0, 1, 86400, year, 10 * year, 100 * year} {
			o, ok := p.FromUntil(from, from+span)
			if ok || o.Sec <= from+span || o.Sec > from+span+2*year {
				t.Fatalf("from %d until %d: %v %v, want none until shortly after that", from, from+span, o, ok)
			}
			limit := max(from-span, last+2*year)
			if o, ok := p.UpToUntil(from, limit); ok || o.Sec >= limit || o.Sec < limit-2*year {
				t.Fatalf("up to %d, not before %d: %v %v, want none until shortly before that", from, limit, o, ok)
			}
			if o, ok := p.UpToUntil(from, last); !ok || o.Sec != last {
				t.Fatalf("up to %d, not before %d: %v %v, want that", from, last, o, ok)
			}
		}
	}
	// Nothing is written any more, or not yet: that is known for all of time.
	over := place(t, "America/New_York", tz.GapSkip, tz.OverlapFirst, schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("02:30"),
		StartDate: tz.MustParseDate("2026-01-05"), EndDate: tz.MustParseDate("2026-01-09")})
	at := parse(t, "2026-01-20T00:00:00Z").Unix()
	if o, ok := over.FromUntil(at, at+1); ok || o.Sec != tz.Future {
		t.Errorf("after the last: %v %v, want none for ever", o, ok)
	}
	at = parse(t, "2026-01-01T00:00:00Z").Unix()
	if o, ok := over.UpToUntil(at, at-1); ok || o.Sec != tz.Past {
		t.Errorf("before the first: %v %v, want none ever", o, ok)
	}
}
