package vet

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// The calendar repeats after 400 years, which are a whole number of weeks, and so does what is open by it: once no date of the
// policy lies ahead, no year of a cron expression (they go up to 2199) and no rule of a zone that will be replaced (what the tz
// database has by date ends before; the rule behind that is for ever). A search that finds nothing in all of one cycle has
// proved that there is nothing for ever:
//
//	given instant      last date        settled                      hi
//	   ┣━━━━━━━━━━━━━━━━━━━┿━━━━━━━━━━━━━━━━┿━━━━━━━━━ a cycle ━━━━━━━━━┫ ... the same again
//
// Towards the past it is alike: before 1800 no zone has had a change. An interval of n days, weeks or months makes the cycle longer, up
// to n times.
const (
	cycleDays   = 146_097
	cycleWeeks  = cycleDays / 7
	cycleMonths = 4_800
)

// The longest window, a change of the clock and a day of offset do not reach over this many seconds.
const settles = 2 * 366 * tz.SecondsPerDay

// repeat narrows [v.lo, v.hi) and that of each entry to what has to be searched.
func (v *vetter) repeat() {
	first := int64(tz.MustParseDate("1800-01-01").Day()) * tz.SecondsPerDay
	last := int64(tz.MustParseDate("2200-01-01").Day()) * tz.SecondsPerDay
	for i := range v.entries {
		if e := &v.entries[i]; e.compiles {
			v.lo, v.hi = min(v.lo, e.lo), max(v.hi, e.hi)
			for _, bound := range []int64{e.lo, e.hi} {
				if bound != calendarFrom && bound != calendarTo {
					first, last = min(first, bound), max(last, bound)
				}
			}
		}
	}
	for i := range v.spans {
		if s := &v.spans[i]; s.finite {
			first, last = min(first, s.lo), max(last, s.hi)
		}
	}
	first, last = min(first, v.from)-settles, max(last, v.from)+settles
	whole := 1
	for i := range v.entries {
		e := &v.entries[i]
		n := cycles(e.spec)
		e.lo, e.hi = max(e.lo, before(first, n)), min(e.hi, after(last, n))
		if e.hi == calendarTo || e.hi > last { // else it ends, and its interval does not matter then
			whole = lcm(whole, n)
		}
	}
	v.lo, v.hi = max(v.lo, before(first, whole)), min(v.hi, after(last, whole))
	v.alwaysTo = min(alwaysTo, after(last, whole))
}

// after returns the instant n cycles after another one, as far as the calendar goes.
func after(sec int64, n int) int64 {
	if n > 25 {
		return calendarTo
	}
	return min(sec+int64(n)*cycleDays*tz.SecondsPerDay, calendarTo)
}

// before is the mirror of after.
func before(sec int64, n int) int64 {
	if n > 25 {
		return calendarFrom
	}
	return max(sec-int64(n)*cycleDays*tz.SecondsPerDay, calendarFrom)
}

// cycles returns after how many times 400 years a window repeats.
func cycles(w *calendar.WindowSpec) int {
	n, of := 1, 1
	switch s := w.Schedule; {
	case s == nil:
	case s.Daily != nil:
		n, of = s.Daily.IntervalDays, cycleDays
	case s.Weekly != nil:
		n, of = s.Weekly.IntervalWeeks, cycleWeeks
	case s.AbsoluteMonthly != nil:
		n, of = s.AbsoluteMonthly.IntervalMonths, cycleMonths
	case s.RelativeMonthly != nil:
		n, of = s.RelativeMonthly.IntervalMonths, cycleMonths
	}
	n = max(n, 1)
	return n / gcd(n, of)
}

func gcd(a, b int) int {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// lcm returns the least common multiple of two numbers, or a thousand if it is more.
func lcm(a, b int) int { return min(a/gcd(a, b)*b, 1000) }
