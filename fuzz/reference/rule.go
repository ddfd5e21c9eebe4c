package reference

import (
	"slices"
	"time"
)

// rule tells on which written local dates a schedule starts.
//
// A base day is one that the schedule's own words pick: a weekday, a day of the
// month, the last Sunday. It becomes an occurrence if its period (its day, week
// or month) is a whole number of intervals away from the period counted from,
// and is then moved by offsetDays.
type rule struct {
	picks  func(day) bool              // is it a base day, intervals aside?
	period func(day) int64             // the number of the period that holds a day
	days   func(int64) (from, end day) // the days of a period

	interval    int64
	intervalKey string
	countedFrom int64 // a period in which the interval is due
	offsetDays  day
}

// on reports whether the schedule starts on the date, startDate and endDate
// aside (S5, S9: the interval counts the period of the unmoved day).
func (r *rule) on(date day) bool {
	base := date - r.offsetDays
	return r.picks(base) && (r.period(base)-r.countedFrom)%r.interval == 0
}

// countFrom sets where intervals count from (S5): the period of the first
// occurrence on or after startDate, or by choice the period of startDate.
func (r *rule) countFrom(startDate day, fromStartDate bool) {
	base := startDate
	if !fromStartDate {
		base -= r.offsetDays
		// Any rule with an interval picks a day within months; one that finds
		// none in fifty years never matches, and is left to never.
		for tried := 0; !r.picks(base) && tried < 50*366; tried++ {
			base++
		}
	}
	r.countedFrom = r.period(base)
}

// never reports whether no period that the interval makes due holds a base day
// (S10). The calendar repeats after 400 years, which are 4800 months and a whole
// number of weeks: the 4801st due month is of the same kind as the first.
func (r *rule) never() bool {
	for i := range int64(4800) {
		from, end := r.days(r.countedFrom + i*r.interval)
		for base := from; base < end; base++ {
			if r.picks(base) {
				return false
			}
		}
	}
	return true
}

func daily() rule {
	return rule{
		picks:  func(day) bool { return true },
		period: func(d day) int64 { return int64(d) },
		days:   func(n int64) (from, end day) { return day(n), day(n) + 1 },
	}
}

func weekly(weekdays []time.Weekday, weekStart time.Weekday) rule {
	zeroth := day(0)
	for zeroth.week(weekStart) != 0 {
		zeroth++
	}
	return rule{
		picks:  func(d day) bool { return slices.Contains(weekdays, d.weekday()) },
		period: func(d day) int64 { return d.week(weekStart) },
		days:   func(n int64) (from, end day) { return zeroth + day(7*n), zeroth + day(7*n+7) },
	}
}

func monthly(picks func(day) bool) rule {
	return rule{picks: picks, period: day.month, days: monthDays}
}

// absoluteMonthly picks days of the month, -1 being the last (S8).
func absoluteMonthly(daysOfMonth []int, clamp bool) rule {
	return monthly(func(d day) bool {
		firstDay, after := monthDays(d.month())
		for _, n := range daysOfMonth {
			wanted := firstDay + day(n) - 1
			if n < 0 {
				wanted = after + day(n)
			}
			if clamp {
				wanted = min(max(wanted, firstDay), after-1)
			}
			if d == wanted { // never so for a day outside the month of d
				return true
			}
		}
		return false
	})
}

// lastWeek is the weekIndex Last; First to Fifth are 1 to 5.
const lastWeek = -1

// relativeMonthly picks the nth such weekday of the month, or the last (S9).
func relativeMonthly(weekIndex int, weekday time.Weekday) rule {
	return monthly(func(d day) bool {
		if d.weekday() != weekday {
			return false
		}
		firstDay, after := monthDays(d.month())
		if weekIndex == lastWeek {
			return d+7 >= after
		}
		return int(d-firstDay)/7+1 == weekIndex
	})
}
