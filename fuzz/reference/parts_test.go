package reference

import (
	"math/bits"
	"testing"
	"time"
)

// TestSets compares union, subtract and clip with bit operations, over every
// pair of sets of seven points.
func TestSets(t *testing.T) {
	const points = 7
	// spansOf makes one span of each bit, so that neighbours have to be joined.
	spansOf := func(word uint) (out []span) {
		for i := int64(0); i < points; i++ {
			if word>>i&1 == 1 {
				out = append(out, span{i, i + 1}, span{i, i})
			}
		}
		return out
	}
	// check wants the set of exactly these points, in as few spans as can be.
	check := func(what string, got set, want uint) {
		var word uint
		for _, s := range got {
			for i := s.start; i < s.end; i++ {
				word |= 1 << i
			}
		}
		runs := bits.OnesCount(want &^ (want << 1))
		if word != want || len(got) != runs {
			t.Fatalf("%s: %v, want %07b", what, got, want)
		}
		for i := 1; i < len(got); i++ {
			if got[i-1].end >= got[i].start {
				t.Fatalf("%s: %v", what, got)
			}
		}
	}
	for a := range uint(1) << points {
		for b := range uint(1) << points {
			check("union", union(append(spansOf(b), spansOf(a)...)...), a|b)
			check("subtract", subtract(union(spansOf(a)...), union(spansOf(b)...)), a&^b)
		}
		for from := range points {
			for to := from; to <= points; to++ {
				bounds := uint(1)<<to - uint(1)<<from
				check("clip", clip(union(spansOf(a)...), span{int64(from), int64(to)}), a&bounds)
			}
		}
	}
}

// TestCalendar walks 800 years day by day beside package time.
func TestCalendar(t *testing.T) {
	date := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	for d := dayOf(1600, 1, 1); d < dayOf(2400, 1, 1); d++ {
		year, month, dayOfMonth := d.date()
		if got := time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC); !got.Equal(date) || d.weekday() != date.Weekday() {
			t.Fatalf("day %d is %s, %s", d, got, d.weekday())
		}
		first, after := monthDays(d.month())
		if first != dayOf(year, month, 1) || after != dayOf(year, month+1, 1) {
			t.Fatalf("month of %s: [%d, %d)", date, first, after)
		}
		for weekStart := time.Sunday; weekStart <= time.Saturday; weekStart++ {
			if begins := d.week(weekStart) != (d - 1).week(weekStart); begins != (d.weekday() == weekStart) {
				t.Fatalf("%s begins a week of %s: %t", date, weekStart, begins)
			}
		}
		date = date.AddDate(0, 0, 1)
	}
}

// TestClock compares the observed stretches of some zones with the zone itself,
// every half-hour and at each edge, and every reading near a change with a
// search second by second.
func TestClock(t *testing.T) {
	zones := pinnedZones(t)
	for _, name := range []string{
		"Africa/Cairo", "Africa/Casablanca", "America/New_York", "America/Nuuk", "America/Sao_Paulo", "America/St_Johns",
		"Antarctica/Troll", "Asia/Gaza", "Asia/Kathmandu", "Australia/Lord_Howe", "Europe/Dublin", "Pacific/Apia", "Pacific/Kwajalein",
	} {
		zone, err := zones(name)
		if err != nil {
			t.Fatal(err)
		}
		offsetAt := func(at int64) int64 {
			_, offset := time.Unix(at, 0).In(zone).Zone()
			return int64(offset)
		}
		from, to := dayOf(1980, 1, 1).at(0), dayOf(2030, 1, 1).at(0)
		observed := observe(zone, from, to)
		expect := from
		for i, s := range observed {
			if s.start != expect || s.start >= s.end || i > 0 && s.offset == observed[i-1].offset {
				t.Fatalf("%s: stretch %d is %+v", name, i, s)
			}
			expect = s.end
			for at := s.start; at < s.end; at += 1800 {
				if offsetAt(at) != s.offset {
					t.Fatalf("%s: offset at %d", name, at)
				}
			}
			if offsetAt(s.start) != s.offset || offsetAt(s.end-1) != s.offset {
				t.Fatalf("%s: edges of %+v", name, s)
			}
		}
		if expect != to {
			t.Fatalf("%s: observed up to %d", name, expect)
		}
		// One change in eight is looked at closely; a whole-day change always.
		for i := 1; i < len(observed); i++ {
			step := observed[i].offset - observed[i-1].offset
			if i%8 == 0 || step > 7200 || step < -7200 {
				checkReadings(t, name, observed, i, offsetAt)
			}
		}
	}
}

// checkReadings resolves readings around a change both ways.
func checkReadings(t *testing.T, name string, observed clock, i int, offsetAt func(int64) int64) {
	t.Helper()
	change := observed[i].start
	shown := map[int64][]int64{} // reading -> instants
	const reach = 30 * 60 * 60
	for at := change - reach; at < change+reach; at += 60 {
		local := at + offsetAt(at)
		shown[local] = append(shown[local], at)
	}
	before, after := observed[i-1].offset, observed[i].offset
	for local := change + min(before, after) - 3600; local < change+max(before, after)+3600; local += 60 {
		want := shown[local]
		got := observed.readings(local)
		if len(got) != len(want) {
			t.Fatalf("%s: reading %d at %v, want %v", name, local, got, want)
		}
		for j := range got {
			if got[j] != want[j] {
				t.Fatalf("%s: reading %d at %v, want %v", name, local, got, want)
			}
		}
		if len(got) > 0 {
			continue
		}
		// A gap: moved forward by its length, the reading is that of the instant.
		at := observed.starts(local, forward, anyLength, first)[0].at
		if at < change || at+after != local+(after-before) {
			t.Fatalf("%s: skipped reading %d moved to %d", name, local, at)
		}
		if at := observed.starts(local, next, anyLength, first)[0].at; at != change {
			t.Fatalf("%s: skipped reading %d: next is %d", name, local, at)
		}
	}
}
