package schedule

import (
	"testing"

	"github.com/casement-go/casement/tz"
)

// The days of a run are those that match one after the other, up to the bounds of the schedule: compared with a walk over ten years.
func TestRunOfDays(t *testing.T) {
	from, to := dayOfText("2023-01-01"), dayOfText("2032-12-31")
	inside := func(s Spec) Spec {
		s.StartDate, s.EndDate = tz.DateOfDay(from), tz.DateOfDay(to)
		return s
	}
	cron := func(text string) Spec { return inside(Spec{Rule: MustParseCron("0 0 12 " + text)}) }
	cut := cron("* * * 2024,2026-2028,2030")
	cut.StartDate, cut.EndDate = tz.MustParseDate("2026-02-03"), tz.MustParseDate("2027-11-12")
	var all []int
	for day := 1; day <= 31; day++ {
		all = append(all, day)
	}
	months := inside(Spec{Rule: AbsoluteMonthly{Days: all, Interval: 2}, StartTime: noon})
	for name, s := range map[string]*Schedule{
		"listed years":                 MustCompile(cron("* * * 2024,2026-2028,2030")),
		"listed years, cut":            MustCompile(cut),
		"months of listed years":       MustCompile(cron("* 1-3,11,12 * 2024,2026-2028,2030")),
		"Mondays of listed years":      MustCompile(cron("? * 1 2024,2026-2028,2030")),
		"most days of listed years":    MustCompile(cron("? * 1-6 2024,2026-2028,2030")),
		"days of listed years":         MustCompile(cron("30,31,1-5 * ? 2024,2026-2028,2030")),
		"every day":                    MustCompile(cron("* * *")),
		"working days":                 MustCompile(cron("* * 1-5")),
		"every second month":           MustCompile(months),
		"every month, of every second": MustCompile(months).WithoutInterval(),
		"every second day":             MustCompile(inside(Spec{Rule: Daily{Interval: 2}, StartTime: noon})),
		"every second week":            MustCompile(inside(Spec{Rule: Weekly{Interval: 2, Days: tz.EveryDay}, StartTime: noon})),
	} {
		match := func(day int) bool {
			local, ok := s.next(int64(day) * 86400)
			return ok && local == int64(day)*86400+noonSec
		}
		for first := from; first <= to; first++ {
			if !match(first) {
				continue
			}
			last := first
			for last < to && match(last+1) {
				last++
			}
			for _, day := range []int{first, (first + last) / 2, last} {
				if a, b := s.run(day); a != first || b != last {
					t.Fatalf("%s: the run of %v is from %v to %v, want %v to %v", name, tz.DateOfDay(day), tz.DateOfDay(a), tz.DateOfDay(b), tz.DateOfDay(first), tz.DateOfDay(last))
				}
			}
			first = last
		}
	}
}
