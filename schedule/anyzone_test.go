package schedule_test

import (
	"encoding/binary"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// A change is an instant from which on a zone has another offset.
type change struct{ at, offset int32 }

// tzData returns compiled zone data (TZif, RFC 9636, version 1) with an offset before the first change, and the changes.
func tzData(offset int32, changes []change) []byte {
	b := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []int{0, 0, 0, len(changes), len(changes) + 1, 4} { // the last: bytes of abbreviations
		b = binary.BigEndian.AppendUint32(b, uint32(count))
	}
	for _, c := range changes {
		b = binary.BigEndian.AppendUint32(b, uint32(c.at))
	}
	for i := range changes {
		b = append(b, byte(i+1))
	}
	for _, offset := range append([]int32{offset}, offsets(changes)...) {
		b = append(binary.BigEndian.AppendUint32(b, uint32(offset)), 0, 0)
	}
	return append(b, "XXX\x00"...)
}

func offsets(changes []change) []int32 {
	list := make([]int32, len(changes))
	for i, c := range changes {
		list[i] = c.offset
	}
	return list
}

// anyZone draws a zone such as tz.ZoneOf still takes: offsets of up to 26 hours, stretches only just longer than the changes at
// their ends. Whoever gets those right has nothing to fear from what governments decree.
func anyZone(t *rapid.T) (zone tz.Zone, changes []change) {
	offset := rapid.Custom(func(t *rapid.T) int32 {
		if rapid.Bool().Draw(t, "far") {
			return rapid.Int32Range(-26*3600+1, 26*3600-1).Draw(t, "offset")
		}
		return rapid.Int32Range(-8, 8).Draw(t, "quarters") * 900
	})
	first := offset.Draw(t, "first")
	before, at := first, int32(1_600_000_000)
	for i := range rapid.IntRange(1, 6).Draw(t, "changes") {
		next := offset.Draw(t, "next")
		if next == before {
			next += 1800
		}
		jump := max(next-before, before-next)
		if i > 0 {
			// The stretch that now ends must be longer than both its changes. The one at its start has been counted.
			at += jump
		}
		changes = append(changes, change{at, next})
		at += jump + 1 + rapid.OneOf(rapid.Int32Range(0, 7200), rapid.Int32Range(0, 10*86400)).Draw(t, "longer")
		before = next
	}
	loc, err := time.LoadLocationFromTZData("Any", tzData(first, changes))
	if err != nil {
		t.Fatal(err)
	}
	zone, err = tz.ZoneOf("Any/Zone", loc)
	if err != nil {
		t.Skip(err) // an offset of 26 hours and a half
	}
	return zone, changes
}

// In any zone that is accepted, and with any options: all occurrences around the changes, from both sides.
func TestS03AnyZone(t *testing.T) {
	plans := []plan{
		cron("*/20 0-5 * * *", everyDay, clock(upTo(6), []int{0, 20, 40})...),
		cron("0 */2 * * *", everyDay, clock([]int{0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22}, []int{0})...),
		daily("02:30"), daily("23:59:59"),
		cron("0,59 7 */3 * *", func(d tz.Date) bool { _, _, dom := d.Civil(); return dom%3 == 1 }, 7*3600, 7*3600+59*60),
	}
	rapid.Check(t, func(t *rapid.T) {
		zone, changes := anyZone(t)
		p := rapid.SampledFrom(plans).Draw(t, "plan")
		g := rapid.SampledFrom([]tz.Gap{tz.GapForward, tz.GapSkip, tz.GapNext}).Draw(t, "gap")
		o := rapid.SampledFrom([]tz.Overlap{tz.OverlapFirst, tz.OverlapSecond, tz.OverlapBoth}).Draw(t, "overlap")
		s := schedule.MustCompile(p.spec)
		if s.FollowsRealClock() {
			g, o = tz.GapForward, tz.OverlapFirst
		}
		placed, err := s.In(zone, g, o)
		if err != nil {
			t.Fatal(err)
		}
		from, to := int64(changes[0].at)-10*86400, int64(changes[len(changes)-1].at)+10*86400
		list := p.occurrences(zone, placed.Gap(), placed.Overlap(), int(from/86400), int(to/86400))
		name := func() string { return fmt.Sprintf("%s, gap %v, overlap %v", p.name, g, o) }
		for _, at := range list {
			if from+4*86400 < at.Sec && at.Sec < to-4*86400 {
				for sec := at.Sec - 1; sec <= at.Sec+1; sec++ {
					checkOccurrences(t, name, placed, list, sec)
				}
			}
		}
		for _, c := range changes {
			for sec := int64(c.at) - 1; sec <= int64(c.at)+1; sec++ {
				checkOccurrences(t, name, placed, list, sec)
			}
		}
	})
}

// From and UpTo mirror each other at any instant of the calendar.
func TestFromAndUpToMirror(t *testing.T) {
	var all []*schedule.Placed
	for _, zoneName := range awkwardZones {
		for _, spec := range []schedule.Spec{
			cronSpec("*/20 0-5 * * *"), cronSpec("30 2 29 2 *"), cronSpec("0 0 * * *"), cronSpec("15 * 1 * *"),
			{Rule: schedule.Weekly{Interval: 7, Days: 0b1001}, StartTime: tz.MustParseTimeOfDay("02:30"), StartDate: tz.MustParseDate("1990-01-01")},
			{Rule: schedule.RelativeMonthly{Interval: 5, WeekIndex: schedule.Last, DayOfWeek: tz.Sunday, OffsetDays: -9},
				StartTime: tz.MustParseTimeOfDay("01:00"), StartDate: tz.MustParseDate("1990-01-01"), EndDate: tz.MustParseDate("2200-01-01")},
		} {
			s := schedule.MustCompile(spec)
			placed, err := s.In(tz.MustLoad(zoneName), tz.GapForward, tz.OverlapFirst)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, placed)
		}
	}
	instants := rapid.OneOf(rapid.Int64Range(start1975, end2095), rapid.Int64Range(-62_200_000_000, 253_500_000_000), rapid.Int64())
	rapid.Check(t, func(t *rapid.T) {
		placed := rapid.SampledFrom(all).Draw(t, "placed")
		sec := min(max(instants.Draw(t, "sec"), tz.Past/2), tz.Future/2)
		if next, ok := placed.From(sec); ok {
			if next.Sec < sec {
				t.Fatalf("from %d on it starts at %v", sec, next)
			}
			if back, ok := placed.UpTo(next.Sec); !ok || back != next {
				t.Fatalf("it starts at %v; up to then last at %v %v", next, back, ok)
			}
			if before, ok := placed.UpTo(next.Sec - 1); ok && before.Sec >= sec {
				t.Fatalf("from %d on it starts at %v, but also at %v", sec, next, before)
			}
		} else if last, ok := placed.UpTo(tz.Future / 2); ok && last.Sec >= sec {
			t.Fatalf("from %d on it does not start, but at %v", sec, last)
		}
		if prev, ok := placed.UpTo(sec); ok {
			if prev.Sec > sec {
				t.Fatalf("up to %d it starts at %v", sec, prev)
			}
			if again, ok := placed.From(prev.Sec); !ok || again != prev {
				t.Fatalf("it starts at %v; from then on at %v %v", prev, again, ok)
			}
			if after, ok := placed.From(prev.Sec + 1); ok && after.Sec <= sec {
				t.Fatalf("up to %d it starts last at %v, but also at %v", sec, prev, after)
			}
		} else if first, ok := placed.From(tz.Past / 2); ok && first.Sec <= sec {
			t.Fatalf("up to %d it does not start, but at %v", sec, first)
		}
	})
}
