package schedule

import "github.com/casement-go/casement/tz"

// days says which days match: those of a cycle, or those of months. Which of the two is a field and not an interface, since what is
// called through an interface is not inlined.
type days struct {
	months *months // nil: cycle
	offset int32   // the days of months match this many days later, earlier if negative
	never  bool    // no day matches
	cycle  cycle
}

// noDay stands for a day that does not come, and -noDay for one that did not: they lie outside the calendar, by more than
// anything moves a day.
const noDay = tz.MaxDay + 1000

// next returns the first matching day that is not before day, a day after the calendar if there is none. Here and in prev, day
// lies in the calendar.
func (d *days) next(day int) int {
	if d.months == nil {
		return d.cycle.next(day)
	}
	return d.nextOfMonths(day)
}

// prev returns the last matching day that is not after day, a day before the calendar if there is none.
func (d *days) prev(day int) int {
	if d.months == nil {
		return d.cycle.prev(day)
	}
	return d.prevOfMonths(day)
}

func (d *days) nextOfMonths(day int) int { return d.months.next(day-int(d.offset)) + int(d.offset) }
func (d *days) prevOfMonths(day int) int { return d.months.prev(day-int(d.offset)) + int(d.offset) }

// simple returns d as a cycle if only the day of the week counts, as in most cron expressions.
func (d days) simple() days {
	if m := d.months; m != nil && m.years == nil && d.offset == 0 && !d.never {
		if week := m.week(); week != 0 {
			return days{cycle: weeks(0, 1, tz.Monday, week)}
		}
	}
	return d
}
