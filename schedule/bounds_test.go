package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// startDate and endDate are the first and the last date that anything can be written on, whatever the rule: every pair of
// bounds over a month, compared with the unbounded rule.
func TestS07BoundsAreInclusive(t *testing.T) {
	from, to := dayOfText("2024-02-10"), dayOfText("2024-03-12")
	for name, rule := range map[string]Rule{
		"daily":           Daily{},
		"weekly":          Weekly{Days: tz.WeekdaysOf(tz.Tuesday, tz.Saturday)},
		"absoluteMonthly": AbsoluteMonthly{Days: []int{29, 1, 15}},
		"relativeMonthly": RelativeMonthly{WeekIndex: Last, DayOfWeek: tz.Thursday},
		"moved":           RelativeMonthly{WeekIndex: First, DayOfWeek: tz.Friday, OffsetDays: -3},
	} {
		free := MustCompile(Spec{Rule: rule, StartTime: noon})
		for first := from; first <= to; first++ {
			for last := first; last <= to; last++ {
				s := MustCompile(Spec{Rule: rule, StartTime: noon, StartDate: tz.DateOfDay(first), EndDate: tz.DateOfDay(last)})
				checkEachDay(t, fmt.Sprint(name, tz.DateOfDay(first), tz.DateOfDay(last)), s, from-2, to+2, func(day int) bool {
					local, ok := free.next(int64(day) * 86400)
					return ok && local == int64(day)*86400+noonSec && first <= day && day <= last
				})
				if got, ok := s.next(int64(to+3) * 86400); ok {
					t.Fatalf("%s has a start at %v, after its endDate", name, tz.DateTimeOfLocal(got))
				}
				if got, ok := s.prev(int64(from-3) * 86400); ok {
					t.Fatalf("%s has a start at %v, before its startDate", name, tz.DateTimeOfLocal(got))
				}
			}
		}
	}
}

// With offsetDays it is the moved date that is compared: the same bounds as for any other rule, above; and here one by hand.
func TestS07MovedDateIsCompared(t *testing.T) {
	// The second Tuesday of May 2026 is the 12th; three days later is the 15th.
	rule := RelativeMonthly{WeekIndex: Second, DayOfWeek: tz.Tuesday, OffsetDays: 3}
	for _, c := range []struct {
		start, end string
		want       bool
	}{
		{"2026-05-13", "2026-05-31", true}, // startDate after the unmoved day
		{"2026-05-15", "2026-05-15", true},
		{"2026-05-16", "2026-05-31", false},
		{"2026-05-01", "2026-05-14", false}, // endDate after the unmoved day
	} {
		s := MustCompile(Spec{Rule: rule, StartTime: noon, StartDate: tz.MustParseDate(c.start), EndDate: tz.MustParseDate(c.end)})
		local, ok := s.next(int64(tz.MinDay) * 86400)
		if ok != c.want || ok && tz.DateTimeOfLocal(local).String() != "2026-05-15T12:00" {
			t.Errorf("%s to %s: %v %v, want one: %v", c.start, c.end, tz.DateTimeOfLocal(local), ok, c.want)
		}
	}
}

// A date bounds the whole of its days: the first time of startDate and the last of endDate count, the times around do not.
func TestS07BoundsAndTimes(t *testing.T) {
	s := MustCompile(Spec{Rule: MustParseCron("0 0,6,23 * * *"), StartDate: tz.MustParseDate("2026-03-01"), EndDate: tz.MustParseDate("2026-03-02")})
	want := []string{"2026-03-01T00:00", "2026-03-01T06:00", "2026-03-01T23:00", "2026-03-02T00:00", "2026-03-02T06:00", "2026-03-02T23:00"}
	var got []string
	for local, ok := s.next(-1 << 60); ok; local, ok = s.next(local + 1) {
		got = append(got, tz.DateTimeOfLocal(local).String())
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("forwards: %v", got)
	}
	got = nil
	for local, ok := s.prev(1 << 60); ok; local, ok = s.prev(local - 1) {
		got = append([]string{tz.DateTimeOfLocal(local).String()}, got...)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("backwards: %v", got)
	}
}

// Without bounds a rule has the whole calendar, and nothing outside.
func TestS07CalendarIsTheBound(t *testing.T) {
	for name, rule := range map[string]Rule{
		"daily":   Daily{},
		"weekly":  Weekly{Days: tz.EveryDay},
		"monthly": AbsoluteMonthly{Days: []int{1, 31}},
		"moved":   RelativeMonthly{WeekIndex: Last, DayOfWeek: naiveWeekday(tz.MaxDay), OffsetDays: 0},
		// 0001-01-01 is a Monday: 31 days after the first Friday of December of year 0, and 31 days before a day of year 10000.
		"moved into the calendar": RelativeMonthly{WeekIndex: First, DayOfWeek: naiveWeekday(tz.MinDay - 31), OffsetDays: 31},
		"moved back into it":      RelativeMonthly{WeekIndex: Last, DayOfWeek: naiveWeekday(tz.MaxDay + 31), OffsetDays: -31},
	} {
		s := MustCompile(Spec{Rule: rule, StartTime: noon})
		first, ok1 := s.next(-1 << 60)
		last, ok2 := s.prev(1 << 60)
		if !ok1 || !ok2 {
			t.Fatalf("%s has no start", name)
		}
		for _, none := range []int64{first - 1, -1 << 60} {
			if got, ok := s.prev(none); ok || got != 0 {
				t.Errorf("%s has a start before the first, %v: %v", name, tz.DateTimeOfLocal(first), got)
			}
		}
		for _, none := range []int64{last + 1, 1 << 60} {
			if got, ok := s.next(none); ok || got != 0 {
				t.Errorf("%s has a start after the last, %v: %v", name, tz.DateTimeOfLocal(last), got)
			}
		}
		if got, ok := s.prev(first); !ok || got != first {
			t.Errorf("%s: the last up to the first is %v %v", name, tz.DateTimeOfLocal(got), ok)
		}
		if got, ok := s.next(last); !ok || got != last {
			t.Errorf("%s: the first from the last on is %v %v", name, tz.DateTimeOfLocal(got), ok)
		}
		switch name {
		case "daily", "weekly", "monthly", "moved into the calendar":
			if got := tz.DateTimeOfLocal(first).String(); got != "0001-01-01T12:00" {
				t.Errorf("%s: the first is %s", name, got)
			}
		}
		switch name {
		case "daily", "weekly", "monthly", "moved", "moved back into it":
			if got := tz.DateTimeOfLocal(last).String(); got != "9999-12-31T12:00" {
				t.Errorf("%s: the last is %s", name, got)
			}
		}
	}
}

// Intervals that begin with the calendar, up to the longest, and such that end with it: every n-th day, week and month from there.
func TestIntervalsAtTheEndsOfTheCalendar(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 11, 12, 13, 365, 999, MaxInterval} {
		begin := Spec{StartTime: noon, StartDate: tz.DateOfDay(tz.MinDay)} // a Monday
		begin.Rule = Daily{Interval: n}
		checkMatches(t, fmt.Sprintf("every %d days", n), MustCompile(begin), []int{tz.MinDay, tz.MinDay + n, tz.MinDay + 2*n, tz.MinDay + 3*n})
		begin.Rule = Weekly{Interval: n, Days: tz.WeekdaysOf(tz.Monday, tz.Sunday)}
		checkMatches(t, fmt.Sprintf("every %d weeks", n), MustCompile(begin), []int{tz.MinDay, tz.MinDay + 6, tz.MinDay + 7*n, tz.MinDay + 7*n + 6})
		for _, month := range []int{1, 2, 11, 12} { // of year 1
			var days []int
			list := naiveMonths(1, 9999)
			for i := month - 1; i < len(list); i += n {
				days = append(days, list[i].first+14)
			}
			begin.StartDate = tz.DateOfDay(days[0])
			begin.Rule = AbsoluteMonthly{Interval: n, Days: []int{15}}
			s := MustCompile(begin)
			name := fmt.Sprintf("every %d months from month %d", n, month)
			checkMatches(t, name, s, days[:min(len(days), 4)])
			checkMatches(t, name, s, days[max(0, len(days)-4):])
			if got, ok := s.next(int64(days[len(days)-1]+1) * 86400); ok {
				t.Errorf("%s: one more on %v", name, tz.DateTimeOfLocal(got))
			}
		}
	}
}
