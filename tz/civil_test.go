package tz_test

import (
	"math"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// stepper walks the calendar day by day, knowing nothing but the lengths of the months and the leap rule.
type stepper struct{ year, month, dom int }

func (s *stepper) length() int {
	switch s.month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if s.year%4 == 0 && s.year%100 != 0 || s.year%400 == 0 {
			return 29
		}
		return 28
	}
	return 31
}

func (s *stepper) step() {
	s.dom++
	if s.dom > s.length() {
		s.dom = 1
		s.month++
	}
	if s.month > 12 {
		s.month = 1
		s.year++
	}
}

// TestCivilEveryDay steps through all the days there are, and through a whole cycle of 400 years (146,097 days) before the
// first and after the last of them. One day is fixed by hand: 1970-01-01 is day 0, and a Thursday.
func TestCivilEveryDay(t *testing.T) {
	const from, to = -400, 10400
	s := stepper{1970, 1, 1}
	first := 0 // the day on which the walk begins: counted backwards, year by year
	for y := 1969; y >= from; y-- {
		february := stepper{y, 2, 1}
		first -= 337 + february.length()
	}
	s.year = from
	weekday := ((first+3)%7+7)%7 + 1

	dates := 0
	for n := first; s.year < to; n++ {
		month := 12*s.year + s.month - 1
		if m, dom := tz.MonthOfDay(n); m != month || dom != s.dom {
			t.Fatalf("MonthOfDay(%d) = %d, %d, want %d, %d", n, m, dom, month, s.dom)
		}
		if s.dom == 1 {
			if got := tz.FirstOfMonth(month); got != n {
				t.Fatalf("FirstOfMonth(%d) = %d, want %d", month, got, n)
			}
			if got := tz.DaysIn(s.year, time.Month(s.month)); got != s.length() {
				t.Fatalf("DaysIn(%d, %d) = %d, want %d", s.year, s.month, got, s.length())
			}
		}
		if got := tz.WeekdayOfDay(n); int(got) != weekday {
			t.Fatalf("WeekdayOfDay(%d) = %v, want %d", n, got, weekday)
		}
		if d := tz.DateOfDay(n); s.year >= tz.MinYear && s.year <= tz.MaxYear {
			dates++
			y, m, dom := d.Civil()
			if d.IsZero() || y != s.year || int(m) != s.month || dom != s.dom || d.Day() != n || d.Weekday() != tz.Weekday(weekday) {
				t.Fatalf("DateOfDay(%d) is %d-%d-%d, day %d, a %v; want %v, a %d", n, y, m, dom, d.Day(), d.Weekday(), s, weekday)
			}
			if back, ok := tz.DateOf(s.year, time.Month(s.month), s.dom); !ok || back != d {
				t.Fatalf("DateOf%v = %v, %v, want %v", s, back, ok, d)
			}
		} else if !d.IsZero() {
			t.Fatalf("DateOfDay(%d) = %v, want no date in year %d", n, d, s.year)
		}
		s.step()
		weekday = weekday%7 + 1
	}
	if dates != 3_652_059 { // 24 cycles, and 399 years of one that ends with a leap year: 24*146097 + 146097-366
		t.Errorf("saw %d dates", dates)
	}
}

func TestDateLimits(t *testing.T) {
	for _, tt := range []struct {
		day  int
		text string
	}{{tz.MinDay, "0001-01-01"}, {tz.MaxDay, "9999-12-31"}, {0, "1970-01-01"}, {-1, "1969-12-31"}, {11016, "2000-02-29"}} {
		if got := tz.DateOfDay(tt.day).String(); got != tt.text {
			t.Errorf("DateOfDay(%d) = %s, want %s", tt.day, got, tt.text)
		}
	}
	for _, day := range []int{tz.MinDay - 1, tz.MaxDay + 1, math.MinInt, math.MaxInt, math.MinInt32, math.MaxInt32} {
		if d := tz.DateOfDay(day); !d.IsZero() {
			t.Errorf("DateOfDay(%d) = %v, want none", day, d)
		}
	}
}

func TestDateOfRefuses(t *testing.T) {
	for _, tt := range []struct{ year, month, dom int }{
		{0, 12, 31}, {10000, 1, 1}, {-1, 1, 1}, {math.MinInt, 1, 1}, {math.MaxInt, 1, 1}, {2000 + 1<<30, 1, 1},
		{2026, 0, 1}, {2026, 13, 1}, {2026, -1, 1}, {2026, math.MaxInt, 1}, {2026, math.MinInt, 1},
		{2026, 1, 0}, {2026, 1, -1}, {2026, 1, 32}, {2026, 1, math.MaxInt}, {2026, 1, math.MinInt},
		{2026, 2, 29}, {1900, 2, 29}, {2100, 2, 29}, {2000, 2, 30}, {2026, 4, 31}, {2026, 6, 31}, {2026, 9, 31}, {2026, 11, 31},
	} {
		if d, ok := tz.DateOf(tt.year, time.Month(tt.month), tt.dom); ok || !d.IsZero() {
			t.Errorf("DateOf%v = %v, %v, want none", tt, d, ok)
		}
	}
	for year := tz.MinYear; year <= tz.MaxYear; year++ {
		for month := time.January; month <= time.December; month++ {
			s := stepper{year, int(month), 1}
			if _, ok := tz.DateOf(year, month, s.length()); !ok {
				t.Fatalf("no last day of %d-%d", year, month)
			}
			if d, ok := tz.DateOf(year, month, s.length()+1); ok {
				t.Fatalf("%v is the day after the last of %d-%d", d, year, month)
			}
		}
	}
}

func TestDateAdd(t *testing.T) {
	for _, tt := range []struct {
		from string
		n    int
		want string
	}{
		{"2026-01-31", 1, "2026-02-01"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2100-02-28", 1, "2100-03-01"},
		{"2000-03-01", -1, "2000-02-29"},
		{"2011-12-29", 1, "2011-12-30"}, // a date that Samoa's clocks skipped is a date all the same
		{"1600-02-29", 146097, "2000-02-29"},
		{"2026-07-01", 0, "2026-07-01"},
		{"0001-01-01", tz.MaxDay - tz.MinDay, "9999-12-31"},
		{"9999-12-31", tz.MinDay - tz.MaxDay, "0001-01-01"},
		{"0001-01-01", -1, ""},
		{"9999-12-31", 1, ""},
		{"0001-01-01", tz.MaxDay - tz.MinDay + 1, ""},
		{"9999-12-31", tz.MinDay - tz.MaxDay - 1, ""},
		{"2026-07-01", math.MaxInt, ""},
		{"2026-07-01", math.MinInt, ""},
		{"2026-07-01", math.MaxInt/2 + 1, ""}, // in 64 bits a power of two, whose low 32 bits are no step at all
		{"", 0, ""},
		{"", 1, ""},
		{"", math.MaxInt, ""},
	} {
		var from tz.Date
		if tt.from != "" {
			from = tz.MustParseDate(tt.from)
		}
		if got := from.Add(tt.n).String(); got != tt.want {
			t.Errorf("%s + %d days = %q, want %q", tt.from, tt.n, got, tt.want)
		}
	}
}

func TestZeroDate(t *testing.T) {
	var d tz.Date
	if y, m, dom := d.Civil(); !d.IsZero() || y != 0 || m != 0 || dom != 0 {
		t.Errorf("the zero date is %d-%d-%d, IsZero %v", y, m, dom, d.IsZero())
	}
	if md := d.MonthDay(); !md.IsZero() {
		t.Errorf("the zero date is %v of the year", md)
	}
	if d.Compare(tz.DateOfDay(tz.MinDay)) != -1 || tz.DateOfDay(tz.MinDay).Compare(d) != 1 || d.Compare(tz.Date{}) != 0 {
		t.Error("the zero date does not come before all others")
	}
}
