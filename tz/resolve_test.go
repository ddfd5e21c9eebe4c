package tz_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// resolve is what Resolve should return, worked out by trial: each offset that the zone has within two days of an edge is tried,
// and counts if the clock of package time then reads local. A change lies at edge; there is no other within those days.
func (p place) resolve(local, edge int64) tz.Resolution {
	var hits []int64
	for _, off := range []int32{p.offset(edge - 1), p.offset(edge)} {
		if at := local - int64(off); p.offset(at) == off && !slices.Contains(hits, at) {
			hits = append(hits, at)
		}
	}
	slices.Sort(hits)
	switch len(hits) {
	case 0:
		forward := local - int64(p.offset(edge-1)) // the offset before the gap
		return tz.Resolution{Kind: tz.InGap, First: forward, Second: forward, Edge: edge}
	case 1:
		return tz.Resolution{Kind: tz.Unique, First: hits[0], Second: hits[0], Edge: hits[0]}
	default:
		return tz.Resolution{Kind: tz.InOverlap, First: hits[0], Second: hits[1], Edge: hits[0]}
	}
}

// TestS03EveryChange resolves every minute from three hours before to three hours after each gap and overlap of each zone from
// 1970 to 2100, and the seconds on both sides of their edges. Zones that make the same change at the same instant (there are
// many) are gone through by the minute once and otherwise every ten minutes, and so is a second copy of the database.
func TestS03EveryChange(t *testing.T) {
	const around = 3 * 3600
	eachSource(t, func(t *testing.T, s *source) {
		type same struct {
			edge          int64
			before, after int32
		}
		seen := make(map[same]bool)
		var gaps, overlaps int
		for _, p := range s.distinct(t) {
			for st := p.zone.Stretch(from1970); st.To < to2100; st = p.zone.Stretch(st.To) {
				edge := st.To
				for at := edge - 2*day; at <= edge+2*day; at += day {
					if p.offset(at) != p.offset(edge-1) && p.offset(at) != p.offset(edge) {
						t.Fatalf("%s at %s: a third offset near by, which this test does not expect", p.name, rfc(edge))
					}
				}
				a, b := edge+int64(p.offset(edge-1)), edge+int64(p.offset(edge)) // what the clock goes from, and to
				if a < b {
					gaps++
				} else {
					overlaps++
				}
				lo, hi := min(a, b), max(a, b)
				key, step := same{edge, p.offset(edge - 1), p.offset(edge)}, int64(600)
				if !seen[key] && s == sources()[0] {
					seen[key], step = true, 60
				}
				check := func(local int64) {
					if got, want := p.zone.Resolve(local), p.resolve(local, edge); got != want {
						t.Fatalf("%s %v: %+v, want %+v", p.name, tz.DateTimeOfLocal(local), got, want)
					}
				}
				for local := lo - around; local <= hi+around; local += step {
					check(local)
				}
				for _, local := range []int64{lo - 1, lo, lo + 1, (lo + hi) / 2, hi - 1, hi, hi + 1} {
					check(local)
				}
			}
		}
		if gaps < 500 || overlaps < 500 {
			t.Errorf("saw %d gaps and %d overlaps", gaps, overlaps)
		}
		t.Logf("%d gaps and %d overlaps, %d by the minute", gaps, overlaps, len(seen))
	})
}

// The nastiest nights there are, or have been.
var nights = []struct {
	zone, local   string
	kind          tz.Kind
	first, second string
	edge          string // of a gap
}{
	{"America/New_York", "2026-03-08T01:59:59", tz.Unique, "2026-03-08T06:59:59Z", "", ""},
	{"America/New_York", "2026-03-08T02:00", tz.InGap, "2026-03-08T07:00:00Z", "", "2026-03-08T07:00:00Z"},
	{"America/New_York", "2026-03-08T02:30", tz.InGap, "2026-03-08T07:30:00Z", "", "2026-03-08T07:00:00Z"}, // 03:30 EDT
	{"America/New_York", "2026-03-08T02:59:59", tz.InGap, "2026-03-08T07:59:59Z", "", "2026-03-08T07:00:00Z"},
	{"America/New_York", "2026-03-08T03:00", tz.Unique, "2026-03-08T07:00:00Z", "", ""},
	{"America/New_York", "2026-11-01T00:59:59", tz.Unique, "2026-11-01T04:59:59Z", "", ""},
	{"America/New_York", "2026-11-01T01:00", tz.InOverlap, "2026-11-01T05:00:00Z", "2026-11-01T06:00:00Z", ""},
	{"America/New_York", "2026-11-01T01:30", tz.InOverlap, "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z", ""},
	{"America/New_York", "2026-11-01T01:59:59", tz.InOverlap, "2026-11-01T05:59:59Z", "2026-11-01T06:59:59Z", ""},
	{"America/New_York", "2026-11-01T02:00", tz.Unique, "2026-11-01T07:00:00Z", "", ""},
	{"America/New_York", "2026-12-31T24:00", tz.Unique, "2027-01-01T05:00:00Z", "", ""}, // the next midnight
	{"America/New_York", "1969-04-27T02:30", tz.InGap, "1969-04-27T07:30:00Z", "", "1969-04-27T07:00:00Z"},

	// East of Greenwich, where package time takes the second reading of an overlap.
	{"Europe/Berlin", "2026-03-29T02:30", tz.InGap, "2026-03-29T01:30:00Z", "", "2026-03-29T01:00:00Z"},
	{"Europe/Berlin", "2026-10-25T02:30", tz.InOverlap, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", ""},

	// Half an hour, from +10:30 to +11:00.
	{"Australia/Lord_Howe", "2026-10-04T01:59:59", tz.Unique, "2026-10-03T15:29:59Z", "", ""},
	{"Australia/Lord_Howe", "2026-10-04T02:15", tz.InGap, "2026-10-03T15:45:00Z", "", "2026-10-03T15:30:00Z"},
	{"Australia/Lord_Howe", "2026-10-04T02:30", tz.Unique, "2026-10-03T15:30:00Z", "", ""},
	{"Australia/Lord_Howe", "2026-04-05T01:29:59", tz.Unique, "2026-04-04T14:29:59Z", "", ""},
	{"Australia/Lord_Howe", "2026-04-05T01:45", tz.InOverlap, "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z", ""},
	{"Australia/Lord_Howe", "2026-04-05T02:00", tz.Unique, "2026-04-04T15:30:00Z", "", ""},

	// Two hours, from +00:00 to +02:00.
	{"Antarctica/Troll", "2026-03-29T01:00", tz.InGap, "2026-03-29T01:00:00Z", "", "2026-03-29T01:00:00Z"},
	{"Antarctica/Troll", "2026-03-29T02:30", tz.InGap, "2026-03-29T02:30:00Z", "", "2026-03-29T01:00:00Z"}, // 04:30 +02:00
	{"Antarctica/Troll", "2026-03-29T03:00", tz.Unique, "2026-03-29T01:00:00Z", "", ""},
	{"Antarctica/Troll", "2026-10-25T01:00", tz.InOverlap, "2026-10-24T23:00:00Z", "2026-10-25T01:00:00Z", ""},
	{"Antarctica/Troll", "2026-10-25T02:59:59", tz.InOverlap, "2026-10-25T00:59:59Z", "2026-10-25T02:59:59Z", ""},

	// A whole date: Samoa went from -10:00 to +14:00 and skipped 30 December 2011.
	{"Pacific/Apia", "2011-12-29T23:59:59", tz.Unique, "2011-12-30T09:59:59Z", "", ""},
	{"Pacific/Apia", "2011-12-30T00:00", tz.InGap, "2011-12-30T10:00:00Z", "", "2011-12-30T10:00:00Z"}, // the 31st, 00:00
	{"Pacific/Apia", "2011-12-30T12:00", tz.InGap, "2011-12-30T22:00:00Z", "", "2011-12-30T10:00:00Z"}, // the 31st, noon
	{"Pacific/Apia", "2011-12-30T23:59:59", tz.InGap, "2011-12-31T09:59:59Z", "", "2011-12-30T10:00:00Z"},
	{"Pacific/Apia", "2011-12-31T00:00", tz.Unique, "2011-12-30T10:00:00Z", "", ""},
	// So did Kwajalein on 21 August 1993, from -12:00 to +12:00.
	{"Pacific/Kwajalein", "1993-08-21T12:00", tz.InGap, "1993-08-22T00:00:00Z", "", "1993-08-21T12:00:00Z"},

	// Egypt has no midnight on the last Friday of April, and its last Thursday of October has 25 hours.
	{"Africa/Cairo", "2026-04-24T00:00", tz.InGap, "2026-04-23T22:00:00Z", "", "2026-04-23T22:00:00Z"},
	{"Africa/Cairo", "2026-04-24T00:30", tz.InGap, "2026-04-23T22:30:00Z", "", "2026-04-23T22:00:00Z"},
	{"Africa/Cairo", "2026-10-29T23:30", tz.InOverlap, "2026-10-29T20:30:00Z", "2026-10-29T21:30:00Z", ""},
	{"Africa/Cairo", "2026-10-30T00:00", tz.Unique, "2026-10-29T22:00:00Z", "", ""},

	// Newfoundland changed at one minute past midnight: the end of a date came twice, and a first minute of the next.
	{"America/St_Johns", "2006-04-02T00:00:30", tz.Unique, "2006-04-02T03:30:30Z", "", ""},
	{"America/St_Johns", "2006-04-02T00:01", tz.InGap, "2006-04-02T03:31:00Z", "", "2006-04-02T03:31:00Z"},
	{"America/St_Johns", "2006-10-28T23:30", tz.InOverlap, "2006-10-29T02:00:00Z", "2006-10-29T03:00:00Z", ""},
	{"America/St_Johns", "2006-10-29T00:00:30", tz.InOverlap, "2006-10-29T02:30:30Z", "2006-10-29T03:30:30Z", ""},
	{"America/St_Johns", "2006-10-29T00:01", tz.Unique, "2006-10-29T03:31:00Z", "", ""},

	// Daylight saving that is declared backwards: Ireland's winter, Morocco's Ramadan.
	{"Europe/Dublin", "2026-03-29T01:30", tz.InGap, "2026-03-29T01:30:00Z", "", "2026-03-29T01:00:00Z"},
	{"Europe/Dublin", "2026-10-25T01:30", tz.InOverlap, "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", ""},
	{"Africa/Casablanca", "2026-02-15T02:30", tz.InOverlap, "2026-02-15T01:30:00Z", "2026-02-15T02:30:00Z", ""},
	{"Africa/Casablanca", "2026-03-22T02:30", tz.InGap, "2026-03-22T02:30:00Z", "", "2026-03-22T02:00:00Z"},

	// 44 minutes and 30 seconds, on 7 January 1972.
	{"Africa/Monrovia", "1972-01-07T00:44:29", tz.InGap, "1972-01-07T01:28:59Z", "", "1972-01-07T00:44:30Z"},
	{"Africa/Monrovia", "1972-01-07T00:44:30", tz.Unique, "1972-01-07T00:44:30Z", "", ""},

	{"UTC", "2026-03-08T02:30", tz.Unique, "2026-03-08T02:30:00Z", "", ""},
	{"Asia/Kathmandu", "2026-03-08T02:30", tz.Unique, "2026-03-07T20:45:00Z", "", ""},
}

func TestS03NamedNights(t *testing.T) {
	for _, tt := range nights {
		want := tz.Resolution{Kind: tt.kind, First: sec(tt.first)}
		want.Second, want.Edge = want.First, want.First
		if tt.second != "" {
			want.Second = sec(tt.second)
		}
		if tt.edge != "" {
			want.Edge = sec(tt.edge)
		}
		local := tz.MustParseDateTime(tt.local).Local()
		if got := tz.MustLoad(tt.zone).Resolve(local); got != want {
			t.Errorf("%s %s: %s, want %s", tt.zone, tt.local, show(got), show(want))
		}
	}
}

func show(r tz.Resolution) string {
	return fmt.Sprintf("%v %s %s %s", r.Kind, rfc(r.First), rfc(r.Second), rfc(r.Edge))
}

// TestS03FarFuture: the rule of New York, if it lasts.
func TestS03FarFuture(t *testing.T) {
	york, err := tz.ZoneOf("York", location(t, tzif(-5*3600, nil, "EST5EDT,M3.2.0,M11.1.0", 0)))
	if err != nil {
		t.Fatal(err)
	}
	for local, want := range map[string]tz.Resolution{
		"2500-03-14T02:30": {Kind: tz.InGap, First: sec("2500-03-14T07:30:00Z"), Second: sec("2500-03-14T07:30:00Z"), Edge: sec("2500-03-14T07:00:00Z")},
		"2500-11-07T01:30": {Kind: tz.InOverlap, First: sec("2500-11-07T05:30:00Z"), Second: sec("2500-11-07T06:30:00Z"), Edge: sec("2500-11-07T05:30:00Z")},
		"9999-07-01T00:00": {Kind: tz.Unique, First: sec("9999-07-01T04:00:00Z"), Second: sec("9999-07-01T04:00:00Z"), Edge: sec("9999-07-01T04:00:00Z")},
		"9999-12-31T00:00": {Kind: tz.Unique, First: sec("9999-12-31T05:00:00Z"), Second: sec("9999-12-31T05:00:00Z"), Edge: sec("9999-12-31T05:00:00Z")},
	} {
		if got := york.Resolve(tz.MustParseDateTime(local).Local()); got != want {
			t.Errorf("%s: %s, want %s", local, show(got), show(want))
		}
	}
}

// TestS03Options: what becomes of a start under each pair of options.
func TestS03Options(t *testing.T) {
	york := tz.MustLoad("America/New_York")
	const (
		forward = "2026-03-08T07:30:00Z"
		edge    = "2026-03-08T07:00:00Z"
		first   = "2026-11-01T05:30:00Z"
		second  = "2026-11-01T06:30:00Z"
		once    = "2026-07-01T06:30:00Z"
	)
	for _, o := range []tz.Overlap{tz.OverlapFirst, tz.OverlapSecond, tz.OverlapBoth} {
		for _, g := range []tz.Gap{tz.GapForward, tz.GapSkip, tz.GapNext} {
			for local, want := range map[string][]string{
				"2026-07-01T02:30": {once},
				"2026-03-08T02:30": map[tz.Gap][]string{tz.GapForward: {forward}, tz.GapSkip: {}, tz.GapNext: {edge}}[g],
				"2026-11-01T01:30": map[tz.Overlap][]string{tz.OverlapFirst: {first}, tz.OverlapSecond: {second}, tz.OverlapBoth: {first, second}}[o],
			} {
				got := []string{}
				for _, at := range york.Resolve(tz.MustParseDateTime(local).Local()).Instants(g, o) {
					if at.Location() != time.UTC {
						t.Errorf("%s, gap %v, overlap %v: %v is not in UTC", local, g, o, at)
					}
					got = append(got, at.Format(time.RFC3339Nano))
				}
				if !slices.Equal(got, want) {
					t.Errorf("%s, gap %v, overlap %v: %v, want %v", local, g, o, got, want)
				}
			}
		}
	}
}

// TestS03RoundTrip: what the clock reads at an instant resolves to that instant, as the first or the second reading, in all
// years that have dates.
func TestS03RoundTrip(t *testing.T) {
	const step = 1_000_003 // a prime: some twelve days, at all times of day
	for _, name := range []string{"America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "UTC"} {
		z := tz.MustLoad(name)
		for at := sec("1800-01-01T00:00:00Z"); at < sec("2300-01-01T00:00:00Z"); at += step {
			r := z.Resolve(z.Local(at))
			if r.Kind == tz.InGap || r.First != at && r.Second != at {
				t.Fatalf("%s at %s: %s", name, rfc(at), show(r))
			}
		}
	}
}

// TestS19ResolveFar resolves local times that no clock will ever show.
func TestS19ResolveFar(t *testing.T) {
	for _, z := range []tz.Zone{tz.UTC(), tz.MustParseOffset("-12:00").Zone(), tz.MustLoad("America/New_York"), tz.MustLoad("Asia/Tokyo")} {
		for _, at := range far {
			if at < tz.Past/2 || at > tz.Future/2 {
				continue // see TestResolveEnds
			}
			local := z.Local(at)
			if r := z.Resolve(local); r.Kind != tz.Unique || r.First != at || r.Second != at || r.Edge != at {
				t.Errorf("%v at %d: %+v", z, at, r)
			}
		}
	}
}

// TestResolveEnds: Resolve comes to an end for every number, also those that are no local time by any stretch, and they are as
// far away as one can be and in no gap.
func TestResolveEnds(t *testing.T) {
	done := make(chan bool)
	go func() {
		defer close(done)
		for _, z := range []tz.Zone{tz.UTC(), tz.MustParseOffset("+14:00").Zone(), tz.MustLoad("America/New_York")} {
			for _, local := range []int64{tz.Past - 1, tz.Past, tz.Past + 1, tz.Future - 1, tz.Future, tz.Future + 1, math.MinInt64, math.MaxInt64} {
				r := z.Resolve(local)
				if r.Kind != tz.Unique || r.First != r.Second || r.First != r.Edge || (r.First < 0) != (local < 0) || abs64(r.First) < tz.Future/2 || abs64(r.First) > tz.Future {
					t.Errorf("%v, local %d: %+v", z, local, r)
				}
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(30 * time.Second): // it takes microseconds, or for ever
		t.Error("Resolve does not return")
	}
}

func abs64(n int64) int64 { return max(n, -n) }
