package gen

import (
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// interval draws an interval and, if it is above 1, says with startDate where it counts from: so that the target day is in a
// period that is due, or close to one.
func (s *stage) interval(w *calendar.WindowSpec, target, daysPerPeriod int) int {
	n := 0
	switch weighted(s.t, 4, 1, 4, 1) {
	case 0:
		return 0 // left out
	case 1:
		return 1
	case 2:
		n = 2 + below(s.t, 11)
	default:
		n = 2 + below(s.t, 999)
	}
	periods := n * upTo(s.t, max(1, 400/n))
	start := target - periods*daysPerPeriod + pick(s.t, 0, 0, -1, 1, near(s.t, 2*daysPerPeriod))
	w.StartDate = dateText(max(tz.MinDay, start))
	return n
}

func (s *stage) anchor(w *calendar.WindowSpec) {
	if w.StartDate != "" && chance(s.t, 4) {
		w.Anchor = "startDate"
	}
}

func (s *stage) daily(w *calendar.WindowSpec, target int) *calendar.Daily {
	return &calendar.Daily{IntervalDays: s.interval(w, target, 1)}
}

func (s *stage) weekly(w *calendar.WindowSpec, target int) *calendar.Weekly {
	r := &calendar.Weekly{IntervalWeeks: s.interval(w, target, 7)}
	day := weekday(target + pick(s.t, 0, 0, 0, 1, -1, 3))
	if chance(s.t, 2) {
		r.DaysOfWeek = s.weekdays(day)
	} else {
		r.DayOfWeek = day
	}
	if chance(s.t, 4) {
		r.WeekStart = weekday(below(s.t, 7))
	}
	s.anchor(w)
	return r
}

// weekdays draws a list of weekdays that mostly holds the given one.
func (s *stage) weekdays(day string) []string {
	var days []string
	if !chance(s.t, 8) {
		days = append(days, day)
	}
	for range upTo(s.t, 4) {
		days = append(days, weekday(below(s.t, 7)))
	}
	if len(days) == 0 {
		return []string{day}
	}
	return days
}

func (s *stage) absoluteMonthly(w *calendar.WindowSpec, target int) *calendar.AbsoluteMonthly {
	r := &calendar.AbsoluteMonthly{IntervalMonths: s.interval(w, target, 30)}
	_, dom, length := civil(target)
	one := func() int {
		switch weighted(s.t, 5, 3, 2, 1) {
		case 0:
			return dom
		case 1:
			return dom - length - 1 // the same day from the end
		case 2:
			return pick(s.t, 29, 30, 31, -1, 1, -29, -30, -31)
		}
		return pick(s.t, 1, -1) * (1 + below(s.t, 31))
	}
	if chance(s.t, 4) {
		for range 1 + upTo(s.t, 4) {
			r.DaysOfMonth = append(r.DaysOfMonth, one())
		}
	} else {
		r.DayOfMonth = one()
	}
	r.ShortMonth = pick(s.t, "", "clamp", "skip")
	s.anchor(w)
	return r
}

func (s *stage) relativeMonthly(w *calendar.WindowSpec, target int) *calendar.RelativeMonthly {
	r := &calendar.RelativeMonthly{IntervalMonths: s.interval(w, target, 30)}
	if chance(s.t, 2) {
		r.OffsetDays = near(s.t, pick(s.t, 3, 7, 31))
	}
	_, dom, length := civil(target - r.OffsetDays)
	r.DayOfWeek = weekday(target - r.OffsetDays)
	r.WeekIndex = [...]string{"First", "Second", "Third", "Fourth", "Fifth"}[(dom-1)/7]
	switch {
	case chance(s.t, 8):
		r.WeekIndex = pick(s.t, "First", "Second", "Third", "Fourth", "Fifth", "Last")
	case dom+7 > length && chance(s.t, 2):
		r.WeekIndex = "Last"
	}
	s.anchor(w)
	return r
}

// civil returns the month of a day (1 to 12), the day of the month and how many days the month has.
func civil(day int) (month, dom, length int) {
	y, m, d := tz.DateOfDay(day).Civil()
	return int(m), d, tz.DaysIn(y, m)
}

func weekday(day int) string { return time.Weekday((int(tz.WeekdayOfDay(day))) % 7).String() }
