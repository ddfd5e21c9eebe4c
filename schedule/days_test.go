package schedule

import (
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// Rules of months in which only the day of the week counts are searched as weeks; those that look alike but leave months or
// days out are not. Each against a count of days.
func TestRulesOfWeeksAndAlike(t *testing.T) {
	all := make([]int, 31)
	for i := range all {
		all[i] = i + 1
	}
	from, to := dayOfText("2023-01-01"), dayOfText("2029-12-31")
	month := func(day int) int {
		u := time.Unix(int64(day)*86400, 0).UTC()
		return u.Year()*12 + int(u.Month()) - 1
	}
	noonCron := func(text string) Spec { return Spec{Rule: MustParseCron("0 12 " + text)} }
	start := tz.DateOfDay(from)
	for _, c := range []struct {
		name  string
		spec  Spec
		match func(day int) bool
	}{
		{"every day", noonCron("* * *"), func(int) bool { return true }},
		{"every day, by number", Spec{Rule: AbsoluteMonthly{Days: all}, StartTime: noon}, func(int) bool { return true }},
		{"every day of every second month", Spec{Rule: AbsoluteMonthly{Days: all, Interval: 2}, StartTime: noon, StartDate: start},
			func(day int) bool { return (month(day)-month(from))%2 == 0 }},
		// The last three are the 1st of the months of 29, 30 and 31 days: nothing else is left out than 1 February in common years.
		{"every day but that", Spec{Rule: AbsoluteMonthly{Days: append(all[1:31:31], -29, -30, -31)}, StartTime: noon},
			func(day int) bool {
				return month(day)%12 != 1 || month(day-1) == month(day) || month(day+28) == month(day)
			}},
		{"every day of some months", noonCron("* 2,7,8 *"), func(day int) bool { m := month(day)%12 + 1; return m == 2 || m == 7 || m == 8 }},
		{"every day but the 31st", noonCron("1-30 * *"), func(day int) bool { return month(day+1) == month(day) || month(day-30) != month(day) }},
		{"Monday to Friday", noonCron("* * 1-5"), func(day int) bool { return naiveWeekday(day) <= tz.Friday }},
		{"Sunday and Wednesday", noonCron("* * 0,3"), func(day int) bool { return naiveWeekday(day) == tz.Sunday || naiveWeekday(day) == tz.Wednesday }},
		// 1W is the 1st, but not where that is a Saturday or a Sunday: then it is one of the days that are there anyway.
		{"no Saturdays, and no Sunday that is a 1st", noonCron("2-31,1W * +0-5"),
			func(day int) bool {
				w := naiveWeekday(day)
				return w < tz.Saturday || w == tz.Sunday && month(day-1) == month(day)
			}},
		{"Mondays of some months", noonCron("* 1-6 1"), func(day int) bool { return naiveWeekday(day) == tz.Monday && month(day)%12 < 6 }},
		{"Mondays of some years", Spec{Rule: MustParseCron("0 0 12 * * 1 2024,2026")}, func(day int) bool {
			y := month(day) / 12
			return naiveWeekday(day) == tz.Monday && (y == 2024 || y == 2026)
		}},
	} {
		checkEachDay(t, c.name, MustCompile(c.spec), from, to, c.match)
	}
}
