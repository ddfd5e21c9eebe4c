package schedule

import (
	"sync"
	"testing"

	"github.com/casement-go/casement/tz"
)

// pooled are schedules no two of which are equal, though each has parts that others have too.
func pooled() []*Schedule {
	date, eleven := tz.MustParseDate, tz.MustParseTimeOfDay("11:00")
	var all []*Schedule
	for _, spec := range []Spec{
		{Rule: Daily{}, StartTime: noon},
		{Rule: Daily{}, StartTime: eleven},
		{Rule: Daily{Interval: 2}, StartTime: noon, StartDate: date("2026-01-01")},
		{Rule: Daily{Interval: 2}, StartTime: noon, StartDate: date("2026-01-02")},
		{Rule: Daily{}, StartTime: noon, StartDate: date("2026-01-01")},
		{Rule: Daily{}, StartTime: noon, EndDate: date("2026-01-01")},
		{Rule: Weekly{Days: tz.WeekdaysOf(tz.Monday)}, StartTime: noon},
		{Rule: AbsoluteMonthly{Days: []int{1}}, StartTime: noon},
		{Rule: AbsoluteMonthly{Days: []int{1}}, StartTime: eleven},
		{Rule: RelativeMonthly{WeekIndex: First, DayOfWeek: tz.Monday}, StartTime: noon},
		{Rule: RelativeMonthly{WeekIndex: First, DayOfWeek: tz.Monday, OffsetDays: 1}, StartTime: noon},
		{Rule: MustParseCron("0 1,2 * * *")},
		{Rule: MustParseCron("0 1,2 * * 1")},
		{Rule: MustParseCron("0 1,3 * * 1")},
		{Rule: MustParseCron("0 0 1,2 1 * * 2026-2028")},
		{Rule: MustParseCron("0 0 1,2 1 * * 2026-2029")},
		{Rule: MustParseCron("0 0 1,2 2 * * 2026-2029")},
		{Rule: CronOptions{Dialect: CronKubernetes}.MustParse("0 1,2 * * *")}, // the times of Default, other rules in a gap
	} {
		all = append(all, MustCompile(spec))
	}
	return all
}

// A pool has one schedule for all that are equal, and others for those that are not.
func TestPoolSharesEqualSchedules(t *testing.T) {
	var pool Pool
	first, second := pooled(), pooled()
	of := make(map[*Schedule]int)
	for i, s := range first {
		one := pool.Share(s)
		if j, ok := of[one]; ok {
			t.Errorf("schedules %d and %d are shared, though they differ", j, i)
		}
		of[one] = i
	}
	for i, s := range second {
		if j, ok := of[pool.Share(s)]; !ok || j != i {
			t.Errorf("schedule %d is not shared with its equal", i)
		}
		if again := pool.Share(pool.Share(s)); of[again] != i {
			t.Errorf("schedule %d, shared already, is shared with another", i)
		}
	}
}

// What is shared means what it meant, and the schedule that was handed over stays as it was.
func TestPoolChangesNothing(t *testing.T) {
	var pool Pool
	for i, s := range pooled() {
		before := *s
		one := pool.Share(s)
		if *s != before {
			t.Errorf("schedule %d was changed", i)
		}
		for local := int64(dayOfText("2025-12-20")) * 86400; local < int64(dayOfText("2029-02-10"))*86400; local += 40_000 {
			want, wantOK := s.next(local)
			if got, ok := one.next(local); got != want || ok != wantOK {
				t.Fatalf("schedule %d: from %d on %d %v, shared %d %v", i, local, want, wantOK, got, ok)
			}
			want, wantOK = s.prev(local)
			if got, ok := one.prev(local); got != want || ok != wantOK {
				t.Fatalf("schedule %d: up to %d %d %v, shared %d %v", i, local, want, wantOK, got, ok)
			}
		}
	}
}

// Schedules that differ share what they have in common: the table of months, the years, the times.
func TestPoolSharesParts(t *testing.T) {
	var pool Pool
	share := func(text string) *Schedule { return pool.Share(MustCompile(Spec{Rule: MustParseCron(text)})) }
	a, b := share("0 1,2 5 * *"), share("0 3,4 5 * *")
	if a == b || a.days.months != b.days.months || a.times == b.times {
		t.Error("the same days at other times are one table of months and two sets of times")
	}
	c := share("0 1,2 6 * *")
	if c.times != a.times || c.days.months == a.days.months {
		t.Error("other days at the same times are one set of times and two tables of months")
	}
	d, e, f := share("0 0 1,2 5 * * 2026"), share("0 0 1,2 6 * * 2026"), share("0 0 1,2 6 * * 2027")
	if d.days.months == e.days.months || d.days.months.years != e.days.months.years || f.days.months.years == e.days.months.years {
		t.Error("other days of the same years are one set of years")
	}
}

// S19: a pool is asked by many at once.
func TestS19PoolConcurrent(t *testing.T) {
	var pool Pool
	var done sync.WaitGroup
	got := make([][]*Schedule, 8)
	for worker := range got {
		done.Go(func() {
			for _, s := range pooled() {
				got[worker] = append(got[worker], pool.Share(s))
			}
		})
	}
	done.Wait()
	for worker := range got {
		for i, s := range got[worker] {
			if s != got[0][i] {
				t.Errorf("worker %d has another schedule %d than worker 0", worker, i)
			}
		}
	}
}
