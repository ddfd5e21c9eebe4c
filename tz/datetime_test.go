package tz_test

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

func TestDateTimeLocal(t *testing.T) {
	for _, tt := range []struct {
		text  string
		local int64
	}{
		{"1970-01-01T00:00", 0},
		{"1970-01-01T00:00:01", 1},
		{"1969-12-31T23:59:59", -1},
		{"1969-12-31T00:00", -86400},
		{"1969-12-30T23:59:59", -86401},
		{"1970-01-02T00:00", 86400},
		{"2001-09-09T01:46:40", 1e9},
		{"0001-01-01T00:00", -62135596800},
		{"9999-12-31T23:59:59", 253402300799},
	} {
		dt := tz.MustParseDateTime(tt.text)
		if got := dt.Local(); got != tt.local {
			t.Errorf("%s is %d seconds, want %d", tt.text, got, tt.local)
		}
		if got := tz.DateTimeOfLocal(tt.local); got != dt {
			t.Errorf("%d seconds are %v, want %s", tt.local, got, tt.text)
		}
	}
	for _, local := range []int64{-62135596801, 253402300800, tz.Past, tz.Future, math.MinInt64, math.MaxInt64, day << 32} {
		if got := tz.DateTimeOfLocal(local); !got.IsZero() {
			t.Errorf("%d seconds are %v, want none", local, got)
		}
	}
	// 24:00 is another way to write the next midnight, and that is how it reads on the clock.
	end := tz.MustParseDateTime("2025-12-31T24:00")
	if next := tz.MustParseDateTime("2026-01-01T00:00"); end.Local() != next.Local() || tz.DateTimeOfLocal(end.Local()) != next || end == next {
		t.Errorf("%v and %v", end, next)
	}
}

func TestFloorDay(t *testing.T) {
	for local, want := range map[int64]int64{
		0: 0, 1: 0, 86399: 0, 86400: 1, 86401: 1, -1: -1, -86399: -1, -86400: -1, -86401: -2, -172800: -2,
		math.MaxInt64: 106751991167300, math.MinInt64: -106751991167301,
	} {
		if got := tz.FloorDay(local); got != want {
			t.Errorf("FloorDay(%d) = %d, want %d", local, got, want)
		}
	}
}

// The last second before each midnight of the calendar, and of some days around it, and the first after it.
func TestFloorDayAtEveryMidnight(t *testing.T) {
	for day := int64(tz.MinDay - 1000); day <= tz.MaxDay+1000; day++ {
		if before, after := tz.FloorDay(day*86400-1), tz.FloorDay(day*86400); before != day-1 || after != day {
			t.Fatalf("around the midnight of day %d: days %d and %d", day, before, after)
		}
	}
}

// TestCompare sorts by Compare what is written here in order, and compares each pair.
func TestCompare(t *testing.T) {
	wantOrder(t, tz.Date.Compare, []tz.Date{{}, tz.MustParseDate("0001-01-01"), tz.MustParseDate("1969-12-31"),
		tz.MustParseDate("1970-01-01"), tz.MustParseDate("2026-02-28"), tz.MustParseDate("2026-03-01"), tz.MustParseDate("9999-12-31")})
	wantOrder(t, tz.TimeOfDay.Compare, []tz.TimeOfDay{{}, tz.MustParseTimeOfDay("00:00"), tz.MustParseTimeOfDay("00:00:01"),
		tz.MustParseTimeOfDay("23:59:59"), tz.EndOfDay()})
	wantOrder(t, tz.DateTime.Compare, []tz.DateTime{{}, tz.MustParseDateTime("2025-12-31T10:00"), tz.MustParseDateTime("2025-12-31T24:00"),
		tz.MustParseDateTime("2026-01-01T00:00"), tz.MustParseDateTime("2026-01-01T00:00:01"), tz.MustParseDateTime("2026-02-01T00:00")})
	wantOrder(t, tz.MonthDay.Compare, []tz.MonthDay{{}, tz.MustParseMonthDay("01-01"), tz.MustParseMonthDay("02-28"),
		tz.MustParseMonthDay("02-29"), tz.MustParseMonthDay("03-01"), tz.MustParseMonthDay("12-31")})
}

func wantOrder[T comparable](t *testing.T, compare func(a, b T) int, inOrder []T) {
	t.Helper()
	shuffled := slices.Clone(inOrder)
	slices.Reverse(shuffled)
	slices.SortFunc(shuffled, compare)
	if !slices.Equal(shuffled, inOrder) {
		t.Errorf("sorted: %v, want %v", shuffled, inOrder)
	}
	for i, a := range inOrder {
		for j, b := range inOrder {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := compare(a, b); got != want {
				t.Errorf("%v compared to %v is %d, want %d", a, b, got, want)
			}
		}
	}
}

// TestMonthDayIn places all 366 days in all years and steps along: in a common year 29 February falls on 1 March, as that
// day itself does.
func TestMonthDayIn(t *testing.T) {
	var all []tz.MonthDay
	for s := (stepper{2000, 1, 1}); s.year == 2000; s.step() {
		md, _ := tz.MonthDayOf(time.Month(s.month), s.dom)
		all = append(all, md)
	}
	for year := tz.MinYear; year <= tz.MaxYear; year++ {
		s := stepper{year, 1, 1}
		for i, md := range all {
			got := md.In(year)
			if got.IsZero() {
				t.Fatalf("%v of %d is no date", md, year)
			}
			y, m, dom := got.Civil()
			if y != year || int(m) != s.month || dom != s.dom {
				t.Fatalf("%v of %d is %v, want %v", md, year, got, s)
			}
			const leapDay = 59
			absent := i == leapDay && s.month == 3
			last := got
			if absent {
				last = tz.DateOfDay(got.Day() - 1)
			}
			if end := md.LastIn(year); end != last {
				t.Fatalf("the last %v of %d is %v, want %v", md, year, end, last)
			}
			if !absent {
				if back := got.MonthDay(); back != md {
					t.Fatalf("%v is %v of its year, want %v", got, back, md)
				}
				s.step()
			}
		}
		if s.year != year+1 {
			t.Fatalf("the year %d ends on %v", year, s)
		}
	}
	for _, year := range []int{0, -1, 10000, math.MinInt, math.MaxInt, 2000 + 1<<30} { // the last has the months of 2000 in 32 bits
		if first, last := all[0].In(year), all[0].LastIn(year); !first.IsZero() || !last.IsZero() {
			t.Errorf("in the year %d: %v, %v", year, first, last)
		}
	}
	if first, last := (tz.MonthDay{}).In(2026), (tz.MonthDay{}).LastIn(2026); !first.IsZero() || !last.IsZero() {
		t.Errorf("no day of 2026 is %v, %v", first, last)
	}
}

// TestWeekdays visits all 128 sets.
func TestWeekdays(t *testing.T) {
	names := []string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
	for bits := range 128 {
		var days []tz.Weekday
		text := ""
		for i, name := range names {
			if bits>>i&1 == 0 {
				continue
			}
			days = append(days, tz.Monday+tz.Weekday(i))
			if text != "" {
				text += ","
			}
			text += name
		}
		s := tz.WeekdaysOf(days...)
		if s.String() != text || s.Len() != len(days) {
			t.Errorf("%v is %q with %d days", days, s, s.Len())
		}
		for d := tz.Monday; d <= tz.Sunday; d++ {
			if s.Has(d) != slices.Contains(days, d) {
				t.Errorf("%v: has %v: %v", days, d, s.Has(d))
			}
		}
		slices.Reverse(days)
		if again := tz.WeekdaysOf(append(days, days...)...); again != s {
			t.Errorf("%v twice and backwards is %v", days, again)
		}
		if s.Has(0) || s.Has(8) || s.Has(255) {
			t.Errorf("%v has a day that is none", s)
		}
	}
	if got := tz.WeekdaysOf(0, 8, 9, 255); got != 0 {
		t.Errorf("days that are none make the set %v", got)
	}
	if all := tz.WeekdaysOf(1, 2, 3, 4, 5, 6, 7); all != tz.EveryDay || all.Len() != 7 {
		t.Errorf("all days are %v", all)
	}
}
