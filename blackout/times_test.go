package blackout_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
)

// 2026-01-05 is a Monday. A span goes over midnight into the day behind the one that is named; Sunday's into Monday.
func TestS13TimesOfTheWeek(t *testing.T) {
	for _, c := range []struct {
		name string
		list []blackout.TimeSpan
		want []string // from Monday 5 to Monday 12 January 2026, 12:00
	}{
		{"working hours", []blackout.TimeSpan{times("08:00", "18:00", tz.Monday, tz.Friday)},
			[]string{"2026-01-05T08:00:00Z/2026-01-05T18:00:00Z", "2026-01-09T08:00:00Z/2026-01-09T18:00:00Z", "2026-01-12T08:00:00Z/2026-01-12T12:00:00Z"}},
		{"over midnight", []blackout.TimeSpan{times("22:00", "02:00", tz.Tuesday)}, []string{"2026-01-06T22:00:00Z/2026-01-07T02:00:00Z"}},
		{"from Sunday to Monday", []blackout.TimeSpan{times("22:00", "02:00", tz.Sunday)}, []string{"2026-01-05T00:00:00Z/2026-01-05T02:00:00Z", "2026-01-11T22:00:00Z/2026-01-12T02:00:00Z"}},
		{"to 24:00", []blackout.TimeSpan{times("22:00", "24:00", tz.Sunday)}, []string{"2026-01-11T22:00:00Z/2026-01-12T00:00:00Z"}},
		{"to 00:00", []blackout.TimeSpan{times("22:00", "00:00", tz.Sunday)}, []string{"2026-01-11T22:00:00Z/2026-01-12T00:00:00Z"}},
		{"all Saturday", []blackout.TimeSpan{times("00:00", "24:00", tz.Saturday)}, []string{"2026-01-10T00:00:00Z/2026-01-11T00:00:00Z"}},
		{"the weekend, in pieces", []blackout.TimeSpan{times("00:00", "24:00", tz.Sunday), times("12:00", "24:00", tz.Saturday), times("00:00", "12:00", tz.Saturday), times("06:00", "07:00", tz.Sunday)},
			[]string{"2026-01-10T00:00:00Z/2026-01-12T00:00:00Z"}},
		{"nearly all day", []blackout.TimeSpan{times("12:00:01", "12:00:00", tz.Wednesday)}, []string{"2026-01-07T12:00:01Z/2026-01-08T12:00:00Z"}},
		{"a second", []blackout.TimeSpan{times("23:59:59", "24:00", tz.Wednesday), times("00:00", "00:00:01", tz.Thursday)}, []string{"2026-01-07T23:59:59Z/2026-01-08T00:00:01Z"}},
	} {
		tl := must(blackout.Times(tz.UTC(), c.list...))
		wantSpans(t, c.name, between(tl, "2026-01-05T00:00:00Z", "2026-01-12T12:00:00Z"), c.want...)
	}
	tl := must(blackout.Times(tz.UTC(), times("23:30", "00:30")))
	if open, span, _ := tl.Around(parse("2026-01-12T00:00:00Z")); !open || span.String() != "2026-01-11T23:30:00Z/2026-01-12T00:30:00Z" {
		t.Errorf("the turn of the week cuts nothing: %v %v", open, span)
	}
	if open, span, _ := tl.Around(parse("2026-01-11T23:00:00Z")); open || span.String() != "2026-01-11T00:30:00Z/2026-01-11T23:30:00Z" {
		t.Errorf("nor outside: %v %v", open, span)
	}
}

// All times of all days are a blackout without an end, in any zone.
func TestS13AllTimes(t *testing.T) {
	for _, zoneName := range []string{"UTC", "America/New_York"} {
		for _, list := range [][]blackout.TimeSpan{
			{times("00:00", "24:00")}, {times("00:00", "12:00"), times("12:00", "00:00")}, {times("18:00", "12:00"), times("11:00", "18:00")},
			{times("00:00", "24:00", tz.Monday, tz.Tuesday, tz.Wednesday, tz.Thursday), times("00:00", "24:00", tz.Friday, tz.Saturday, tz.Sunday)},
		} {
			tl := must(blackout.Times(tz.MustLoad(zoneName), list...))
			for _, at := range []time.Time{parse("2026-01-01T00:00:00Z"), {}, time.Unix(1<<61, 0)} {
				if open, span, _ := tl.Around(at); !open || span.String() != "../.." {
					t.Errorf("%s, %v at %v: %v %v", zoneName, list, at, open, span)
				}
			}
		}
	}
}

// In an overlap both readings are covered, in a gap there is nothing. New York goes from 02:00 EST to 03:00 EDT on 2026-03-08
// (07:00Z), and from 02:00 EDT to 01:00 EST on 2026-11-01 (06:00Z).
func TestS13OverlapAndGap(t *testing.T) {
	z := tz.MustLoad("America/New_York")
	for _, c := range []struct {
		start, end     string
		spring, autumn []string
	}{
		{"01:15", "01:45", []string{"2026-03-08T06:15:00Z/2026-03-08T06:45:00Z"}, []string{"2026-11-01T05:15:00Z/2026-11-01T05:45:00Z", "2026-11-01T06:15:00Z/2026-11-01T06:45:00Z"}},
		{"02:15", "02:45", nil, []string{"2026-11-01T07:15:00Z/2026-11-01T07:45:00Z"}},
		{"01:30", "02:30", []string{"2026-03-08T06:30:00Z/2026-03-08T07:00:00Z"}, []string{"2026-11-01T05:30:00Z/2026-11-01T06:00:00Z", "2026-11-01T06:30:00Z/2026-11-01T07:30:00Z"}},
		{"02:30", "03:30", []string{"2026-03-08T07:00:00Z/2026-03-08T07:30:00Z"}, []string{"2026-11-01T07:30:00Z/2026-11-01T08:30:00Z"}},
		{"00:30", "01:30", []string{"2026-03-08T05:30:00Z/2026-03-08T06:30:00Z"}, []string{"2026-11-01T04:30:00Z/2026-11-01T05:30:00Z", "2026-11-01T06:00:00Z/2026-11-01T06:30:00Z"}},
		{"01:00", "02:00", []string{"2026-03-08T06:00:00Z/2026-03-08T07:00:00Z"}, []string{"2026-11-01T05:00:00Z/2026-11-01T07:00:00Z"}}, // in one piece
	} {
		tl := must(blackout.Times(z, times(c.start, c.end)))
		wantSpans(t, c.start+" to "+c.end+" in spring", between(tl, "2026-03-08T05:00:00Z", "2026-03-08T12:00:00Z"), c.spring...)
		wantSpans(t, c.start+" to "+c.end+" in autumn", between(tl, "2026-11-01T04:00:00Z", "2026-11-01T12:00:00Z"), c.autumn...)
	}
}

// Where a whole day does not come, its times do not; what is read on the next is decided by that reading. Samoa went from Thursday
// 2011-12-29 24:00 (10:00Z) to Saturday 2011-12-31 00:00.
func TestS13MissingDay(t *testing.T) {
	z := tz.MustLoad("Pacific/Apia")
	from, to := "2011-12-30T06:00:00Z", "2011-12-31T06:00:00Z"
	wantSpans(t, "Friday", between(must(blackout.Times(z, times("00:00", "24:00", tz.Friday))), from, to))
	wantSpans(t, "from Thursday into Friday", between(must(blackout.Times(z, times("22:00", "02:00", tz.Thursday))), from, to), "2011-12-30T08:00:00Z/2011-12-30T10:00:00Z")
	wantSpans(t, "from Friday into Saturday", between(must(blackout.Times(z, times("22:00", "02:00", tz.Friday))), from, to), "2011-12-30T10:00:00Z/2011-12-30T12:00:00Z")
}

// Any spans, second by second, against the reading.
func TestS13EverySecond(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	anyTime := func(last int) tz.TimeOfDay {
		tod, _ := tz.TimeOfDayOf(random.IntN(last + 1))
		return tod
	}
	for range 12 {
		var list []blackout.TimeSpan
		for range 1 + random.IntN(4) {
			s := blackout.TimeSpan{Start: anyTime(86399), End: anyTime(86400), Days: tz.Weekdays(random.IntN(128))}
			if s.Check() == nil {
				list = append(list, s)
			}
		}
		tl := must(blackout.Times(tz.UTC(), list...))
		start := parse("2023-12-30T00:00:00Z").Unix() // a Saturday
		for sec := start; sec < start+3*86400; sec++ {
			if local := time.Unix(sec, 0).UTC(); tl.Holds(sec) != inTimes(read(local), list) {
				t.Fatalf("%v at %v: %v", list, local, tl.Holds(sec))
			}
		}
	}
}

// Long before and after the calendar the week goes on.
func TestS13FarInstants(t *testing.T) {
	tl := must(blackout.Times(tz.UTC(), times("08:00", "18:00", tz.Monday)))
	for _, year := range []int{-2000, 0, 10_000, 20_000} {
		monday := time.Date(year, 1, 1, 8, 0, 0, 0, time.UTC)
		for monday.Weekday() != time.Monday {
			monday = monday.AddDate(0, 0, 1)
		}
		if open, span, _ := tl.Around(monday); !open || span.Duration() != 10*time.Hour || !span.Contains(monday) || span.Contains(monday.Add(-time.Second)) {
			t.Errorf("%v: %v %v", monday, open, span)
		}
	}
}

func TestS13TimesRefuse(t *testing.T) {
	tod := tz.MustParseTimeOfDay
	for name, c := range map[string]struct {
		list []blackout.TimeSpan
		want []string
	}{
		"none":             {nil, nil},
		"over midnight":    {[]blackout.TimeSpan{times("18:00", "08:00")}, nil},
		"to 24:00":         {[]blackout.TimeSpan{times("00:00", "24:00")}, nil},
		"no start":         {[]blackout.TimeSpan{{End: tod("08:00")}}, []string{"Missing [0].start"}},
		"no end":           {[]blackout.TimeSpan{{Start: tod("08:00")}}, []string{"Missing [0].end"}},
		"24:00 as a start": {[]blackout.TimeSpan{times("24:00", "08:00")}, []string{"OutOfRange [0].start"}},
		"24:00 twice":      {[]blackout.TimeSpan{times("24:00", "24:00")}, []string{"OutOfRange [0].start"}},
		"equal":            {[]blackout.TimeSpan{times("08:00", "08:00")}, []string{"Empty [0].end"}},
		"equal at 00:00":   {[]blackout.TimeSpan{times("00:00", "00:00")}, []string{"Empty [0].end"}},
		"all at once":      {[]blackout.TimeSpan{times("00:00", "01:00"), {}, times("24:00", "01:00"), times("01:00", "01:00")}, []string{"Missing [1].start", "OutOfRange [2].start", "Empty [3].end"}},
	} {
		t.Run(name, func(t *testing.T) {
			tl, err := blackout.Times(tz.UTC(), c.list...)
			wantProblems(t, err, c.want...)
			if err != nil || len(c.list) == 0 {
				if open, span, _ := tl.Around(parse("2026-01-01T00:00:00Z")); open || span.String() != "../.." {
					t.Errorf("it is in force: %v %v", open, span)
				}
			}
		})
	}
}
