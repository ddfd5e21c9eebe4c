package blackout_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A rule is a blackout together with what the clock must read in it.
type rule struct {
	name string
	make func(z tz.Zone) window.Timeline
	in   func(clock reading) bool
}

func dateRule(pairs ...string) rule {
	list, texts := dates(pairs...), inPairs(pairs)
	return rule{fmt.Sprint("dates ", pairs), func(z tz.Zone) window.Timeline { return must(blackout.Dates(z, list...)) },
		func(clock reading) bool { return inDates(clock, texts) }}
}

func yearlyRule(pairs ...string) rule {
	list, texts := yearly(pairs...), inPairs(pairs)
	return rule{fmt.Sprint("yearly ", pairs), func(z tz.Zone) window.Timeline { return must(blackout.Yearly(z, list...)) },
		func(clock reading) bool { return inYearly(clock, texts) }}
}

func timeRule(list ...blackout.TimeSpan) rule {
	return rule{fmt.Sprint("times ", list), func(z tz.Zone) window.Timeline { return must(blackout.Times(z, list...)) },
		func(clock reading) bool { return inTimes(clock, list) }}
}

// Minute by minute, a day and more before and behind each change of offset of the awkward zones: what is blacked out is what the
// clock says, both readings of an overlap and nothing of a gap, in as many pieces as that takes.
func TestS14EveryChangeOfOffset(t *testing.T) {
	minutes := 0
	for _, zoneName := range awkwardZones {
		zone, loc := tz.MustLoad(zoneName), location(t, zoneName)
		var changes []int64
		for _, years := range [][2]int{{1959, 1963}, {2003, 2030}, {2110, 2112}} { // zones have tables for 1970 to 2100
			end := time.Date(years[1], 1, 1, 0, 0, 0, 0, time.UTC).Unix()
			for sec := time.Date(years[0], 1, 1, 0, 0, 0, 0, time.UTC).Unix(); sec < end; sec += 3600 {
				_, before := time.Unix(sec, 0).In(loc).Zone()
				if _, after := time.Unix(sec+3600, 0).In(loc).Zone(); before != after {
					changes = append(changes, sec+3600) // within the hour: some come at a minute past
				}
			}
		}
		for _, change := range changes {
			from, to := change-27*3600, change+26*3600
			var clock []reading
			for sec := from; sec < to; sec += 60 {
				clock = append(clock, read(time.Unix(sec, 0).In(loc)))
			}
			for _, r := range rulesAround(time.Unix(change, 0).In(loc)) {
				checkMinutes(t, zoneName, r, r.make(zone), from, clock)
				minutes += len(clock)
			}
		}
	}
	if minutes < 10_000_000 {
		t.Errorf("only %d minutes were looked at: the zones were not what they must be", minutes)
	}
}

// rulesAround returns blackouts with edges near a change of offset: at its date, the day before and after, and at the times that
// are mostly skipped or repeated.
func rulesAround(change time.Time) []rule {
	date := func(days int) string { return change.AddDate(0, 0, days).Format(time.DateOnly) }
	day := func(days int) string { return change.AddDate(0, 0, days).Format("01-02") }
	weekday := tz.Weekday((int(change.Weekday())+6)%7 + 1)
	before := tz.Weekday((int(change.Weekday())+5)%7 + 1)
	return []rule{
		dateRule(date(0), date(0)), dateRule(date(-1), date(-1)), dateRule(date(-1), date(-1), date(1), date(1)), dateRule(date(-200), date(0)),
		yearlyRule(day(0), day(0)), yearlyRule(day(1), day(-1)), // all but that day
		timeRule(times("02:15", "02:45")), timeRule(times("01:30", "02:30"), times("23:30", "00:30")),
		timeRule(times("22:00", "01:15", weekday, before)), timeRule(times("02:00", "02:01", weekday), times("00:00", "24:00", before)),
	}
}

func checkMinutes(t *testing.T, zoneName string, r rule, tl window.Timeline, from int64, clock []reading) {
	want := make([]bool, len(clock))
	var spans []window.Window
	for i, shown := range clock {
		want[i] = r.in(shown)
		sec := from + int64(60*i)
		if tl.Holds(sec) != want[i] || tl.Holds(sec+59) != want[i] {
			t.Fatalf("%s in %s: at %v it holds %v", r.name, zoneName, shown, tl.Holds(sec))
		}
		switch {
		case want[i] && i > 0 && want[i-1]:
			start, _ := spans[len(spans)-1].Seconds()
			spans[len(spans)-1] = window.OfSeconds(start, sec+60)
		case want[i]:
			spans = append(spans, window.OfSeconds(sec, sec+60))
		}
	}
	to := from + int64(60*len(clock))
	if got := slices.Collect(tl.Windows(time.Unix(from, 0), time.Unix(to, 0))); !slices.Equal(got, spans) {
		t.Fatalf("%s in %s: %v, want %v", r.name, zoneName, got, spans)
	}
	set := window.SetOf(spans...)
	for _, w := range append(spans, window.OfSeconds(from, to)) {
		a, b := w.Seconds()
		for _, sec := range []int64{a - 1, a, a + 1, b - 1, b} {
			if sec < from || sec >= to {
				continue
			}
			for _, state := range []window.State{window.Open, window.Shut} {
				first, ok1 := set.Timeline().First(sec, to-1, state)
				if got, ok := tl.First(sec, to-1, state); ok != ok1 || ok && got != first {
					t.Fatalf("%s in %s: the first from %d on that is in (%v) is %d %v, want %d %v", r.name, zoneName, sec, state, got, ok, first, ok1)
				}
				last, ok2 := set.Timeline().Last(sec, from, state)
				if got, ok := tl.Last(sec, from, state); ok != ok2 || ok && got != last {
					t.Fatalf("%s in %s: the last up to %d that is in (%v) is %d %v, want %d %v", r.name, zoneName, sec, state, got, ok, last, ok2)
				}
				if ok1 {
					if _, ok := tl.First(sec, first-1, state); ok {
						t.Fatalf("%s in %s: one is in (%v) from %d to %d", r.name, zoneName, state, sec, first-1)
					}
				}
				if ok2 {
					if _, ok := tl.Last(sec, last+1, state); ok {
						t.Fatalf("%s in %s: one is in (%v) from %d to %d", r.name, zoneName, state, last+1, sec)
					}
				}
			}
		}
	}
}
