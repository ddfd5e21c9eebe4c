package schedule

import "github.com/casement-go/casement/tz"

// A Unit is what the interval of a rule counts.
type Unit uint8

const (
	Days Unit = iota
	Weeks
	Months
)

// String returns day, week or month.
func (u Unit) String() string { return [...]string{"day", "week", "month", "invalid"}[min(u, 3)] }

// Interval returns the interval of the schedule: 1 where it has none. An interval of 14 days is one of 2 weeks: they are the same,
// and a compiled schedule does not know which was written.
func (s *Schedule) Interval() (n int, unit Unit) {
	if m := s.days.months; m != nil {
		return int(m.every.n), Months
	}
	switch n := int(s.days.cycle.period.n); {
	case n == 7:
		return 1, Days
	case n%7 == 0:
		return n / 7, Weeks
	default:
		return n, Days
	}
}

// WithoutInterval returns the schedule of every day, week or month: s itself where that is what it is. Its occurrences are those of
// s and those that the interval leaves out.
func (s *Schedule) WithoutInterval() *Schedule {
	n, unit := s.Interval()
	if n == 1 {
		return s
	}
	all := *s
	switch c := s.days.cycle; unit {
	case Days:
		all.days.cycle = newCycle(0, 1, 1)
	case Weeks:
		all.days.cycle = newCycle(int(c.base), 7, c.week)
	case Months:
		every := *s.days.months
		every.count(0, 1)
		all.days.months = &every
	}
	return &all
}

// LacksDay reports whether the month of a date has none of the days that the schedule asks for, though it is one of its months:
// for the 31st April does, for the fifth Friday most months. Where days are moved by an offset, the month is that of the unmoved day.
func (s *Schedule) LacksDay(d tz.Date) bool {
	m := s.days.months
	if m == nil || s.days.never || d.IsZero() {
		return false
	}
	month, _ := tz.MonthOfDay(d.Day() - int(s.days.offset))
	if m.allowedFrom(month) != month {
		return false
	}
	return m.in(month) == 0
}

// Written returns the first written time that is not before local, and whether there is one. Both are in seconds since
// 1970-01-01T00:00, on a clock without a zone (see [tz.DateTimeOfLocal]). Whether that time comes, and when, [Placed] knows.
func (s *Schedule) Written(local int64) (int64, bool) {
	return s.next(min(max(local, tz.Past), tz.Future))
}
