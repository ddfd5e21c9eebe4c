package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// A rule of months that can never match says so, and no other does: every start month, many intervals and the days that some
// months lack, compared with a count through the 400 years after which everything repeats.
func TestNeverMonthly(t *testing.T) {
	const years = 400
	months := naiveMonths(2001, 2000+years)
	for startMonth := range 48 {
		start := months[startMonth].first
		for every := 1; every <= 60; every++ {
			for _, named := range []int{28, 29, 30, 31, -28, -29, -30, -31} {
				want := true
				for m, visited := startMonth, 0; visited < len(months); m, visited = (m+every)%len(months), visited+1 {
					if length := months[m].length; named <= length && -named <= length {
						want = false
						break
					}
				}
				s := MustCompile(Spec{
					Rule:      AbsoluteMonthly{Interval: every, Days: []int{named}},
					StartTime: noon, StartDate: tz.DateOfDay(start), Anchor: AnchorStartDate,
				})
				if s.Never() != want {
					t.Fatalf("day %d every %d months from %v: never is %v", named, every, tz.DateOfDay(start), s.Never())
				}
			}
		}
	}
}

// The same for the fifth weekdays.
func TestNeverFifthWeekday(t *testing.T) {
	months := naiveMonths(2001, 2400)
	for startMonth := range 24 {
		for every := 1; every <= 60; every++ {
			for _, weekday := range []tz.Weekday{tz.Monday, tz.Thursday} {
				want := true
				for m, visited := startMonth, 0; visited < len(months); m, visited = (m+every)%len(months), visited+1 {
					if _, ok := findWeekday(months[m], Fifth, weekday); ok {
						want = false
						break
					}
				}
				s := MustCompile(Spec{
					Rule:      RelativeMonthly{Interval: every, WeekIndex: Fifth, DayOfWeek: weekday},
					StartTime: noon, StartDate: tz.DateOfDay(months[startMonth].first), Anchor: AnchorStartDate,
				})
				if s.Never() != want {
					t.Fatalf("fifth %v every %d months from month %d: never is %v", weekday, every, startMonth, s.Never())
				}
			}
		}
	}
}

// Worked by hand: what can never come, and what is only rare, far, or over.
func TestNeverOrRareOrOver(t *testing.T) {
	spec := func(rule Rule, start, end string, anchor Anchor) Spec {
		s := Spec{Rule: rule, Anchor: anchor}
		if _, isCron := rule.(*Cron); !isCron {
			s.StartTime = noon
		}
		if start != "" {
			s.StartDate = tz.MustParseDate(start)
		}
		if end != "" {
			s.EndDate = tz.MustParseDate(end)
		}
		return s
	}
	for _, c := range []struct {
		name  string
		spec  Spec
		never bool
		first string // the first start in the calendar; empty: there is none
	}{
		{"day 31 of every February", spec(AbsoluteMonthly{Interval: 12, Days: []int{31}}, "2026-02-01", "", AnchorStartDate), true, ""},
		{"day 31 of a month with 31 days", spec(AbsoluteMonthly{Interval: 12, Days: []int{31}}, "2026-02-01", "", AnchorFirst), false, "2026-03-31T12:00"},
		{"day 31 of every February, clamped", spec(AbsoluteMonthly{Interval: 12, Days: []int{31}, ShortMonth: Clamp}, "2026-02-01", "", AnchorStartDate), false, "2026-02-28T12:00"},
		{"29 February of odd years", spec(AbsoluteMonthly{Interval: 24, Days: []int{29}}, "2023-02-01", "", AnchorStartDate), true, ""},
		{"29 February of every 4th year", spec(AbsoluteMonthly{Interval: 48, Days: []int{29}}, "2020-02-01", "", AnchorStartDate), false, "2020-02-29T12:00"},
		{"29 February of each year", spec(AbsoluteMonthly{Interval: 12, Days: []int{29}}, "2097-02-01", "", AnchorStartDate), false, "2104-02-29T12:00"},
		{"fifth Monday of each February", spec(RelativeMonthly{Interval: 12, WeekIndex: Fifth, DayOfWeek: tz.Monday}, "2025-02-01", "", AnchorStartDate), false, "2044-02-29T12:00"},
		{"cron, 30 February", spec(MustParseCron("0 0 30 2 *"), "", "", AnchorFirst), true, ""},
		{"cron, 31 of short months", spec(MustParseCron("0 0 31 2,4,6,9,11 *"), "", "", AnchorFirst), true, ""},
		// The 22nd of a leap year's February is not the last Monday: with it comes a 29th. It is that in 2027.
		{"cron, 22 February that is the last Monday", spec(MustParseCron("0 0 22 2 +1L"), "2026-01-01", "", AnchorFirst), false, "2027-02-22T00:00"},
		{"cron, 29 February", spec(MustParseCron("0 0 29 2 *"), "2097-01-01", "", AnchorFirst), false, "2104-02-29T00:00"},
		{"over before it begins", spec(AbsoluteMonthly{Days: []int{29}}, "2026-02-01", "2026-02-28", AnchorFirst), false, ""},
		{"over, weekly", spec(Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Friday)}, "2026-01-10", "2026-01-15", AnchorFirst), false, ""},
		{"the next is beyond the calendar", spec(AbsoluteMonthly{Interval: 1000, Days: []int{30}}, "9999-02-01", "", AnchorStartDate), false, ""},
		{"startDate after the last day that matches", spec(RelativeMonthly{WeekIndex: First, DayOfWeek: tz.Monday}, "9999-12-31", "", AnchorFirst), false, ""},
		{"the same, with an interval", spec(RelativeMonthly{Interval: 2, WeekIndex: Last, DayOfWeek: tz.Monday}, "9999-12-31", "", AnchorFirst), false, ""},
		// Neither December 9999 nor January 10000 has a fifth Tuesday; other months have, so that the rule is not impossible.
		{"an anchor beyond the calendar", spec(RelativeMonthly{Interval: 2, WeekIndex: Fifth, DayOfWeek: tz.Tuesday}, "9999-12-31", "", AnchorFirst), false, ""},
	} {
		s := MustCompile(c.spec)
		if s.Never() != c.never {
			t.Errorf("%s: never is %v", c.name, s.Never())
		}
		local, ok := s.next(-1 << 60)
		if ok != (c.first != "") || ok && tz.DateTimeOfLocal(local).String() != c.first {
			t.Errorf("%s: the first start is %v %v, want %q", c.name, tz.DateTimeOfLocal(local), ok, c.first)
		}
		if c.first == "" {
			if local, ok := s.prev(1 << 60); ok {
				t.Errorf("%s: the last start is %v, want none", c.name, tz.DateTimeOfLocal(local))
			}
		}
	}
}

// Fifth weekdays of February come every 28 years, but every 40 over a common year that is divisible by 100: found both ways.
func TestRareDaysAreFound(t *testing.T) {
	for weekday := tz.Monday; weekday <= tz.Sunday; weekday++ {
		s := MustCompile(Spec{Rule: RelativeMonthly{Interval: 12, WeekIndex: Fifth, DayOfWeek: weekday}, StartTime: noon,
			StartDate: tz.MustParseDate("1801-02-01"), Anchor: AnchorStartDate})
		var matches []int
		for _, m := range naiveMonths(1801, 2801) {
			if m.length == 29 && m.begins == weekday { // only February has 29 days, and its 29th is a fifth as its 1st is a first
				matches = append(matches, m.first+28)
			}
		}
		checkMatches(t, fmt.Sprint("fifth of February", weekday), s, matches)
	}
}

// A day of the month never comes in a month that is always shorter, and comes in every other.
func TestNeverOfDayAndMonth(t *testing.T) {
	longest := []int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for month := 1; month <= 12; month++ {
		for day := 1; day <= 31; day++ {
			for _, alike := range []string{fmt.Sprint(day), fmt.Sprintf("L-%d", day-1), fmt.Sprintf("%dW", day)} {
				if alike == "L-0" {
					alike = "L"
				}
				c := MustParseCron(fmt.Sprintf("0 12 %s %d *", alike, month))
				if want := day > longest[month-1]; c.Never() != want {
					t.Errorf("%v: never is %v", c, c.Never())
				}
			}
		}
	}
}

// Where nothing comes any more, whether the rule is to blame is asked of the months that startDate counts from, as the unmoved day has it.
func TestNeverWhereNothingComes(t *testing.T) {
	months := naiveMonths(2001, 2400)
	last := dayOfText("9999-12-31")
	begun := []naiveMonth{naiveMonths(9999, 9999)[10], naiveMonths(9999, 9999)[11], naiveMonths(10000, 10000)[0]}
	blameless := 0
	for _, every := range []int{2, 12, 48, 600, 800, 960} {
		for _, offset := range []int{0, 1, -1, 31, -31} {
			start := 12*398 + 11 // December 9999 is as December 2399
			switch offset {
			case 31:
				start--
			case -1, -31:
				start++
			}
			for weekday := tz.Monday; weekday <= tz.Sunday; weekday++ {
				anchored := false
				for _, m := range begun {
					day, ok := findWeekday(m, Fifth, weekday)
					anchored = anchored || ok && day+offset >= last
				}
				if anchored {
					continue
				}
				want := true
				for m, visited := start, 0; visited < len(months); m, visited = (m+every)%len(months), visited+1 {
					if _, ok := findWeekday(months[m], Fifth, weekday); ok {
						want = false
						break
					}
				}
				s := MustCompile(Spec{
					Rule:      RelativeMonthly{Interval: every, WeekIndex: Fifth, DayOfWeek: weekday, OffsetDays: offset},
					StartTime: noon, StartDate: tz.DateOfDay(last),
				})
				if got, ok := s.next(-1 << 60); ok || s.Never() != want {
					t.Errorf("the fifth %v every %d months, moved by %d: it comes at %v %v, never is %v", weekday, every, offset, tz.DateTimeOfLocal(got), ok, s.Never())
				}
				// The month of startDate counts, though it has no such day.
				_, has := findWeekday(months[start], Fifth, weekday)
				if got := s.LacksDay(tz.DateOfDay(last)); got != (!want && !has) {
					t.Errorf("the fifth %v every %d months, moved by %d: the month of startDate lacks it: %v", weekday, every, offset, got)
				}
				if !want {
					blameless++
				}
			}
		}
	}
	if blameless < 10 {
		t.Errorf("only %d that are not to blame", blameless)
	}
}
