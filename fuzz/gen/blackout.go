package gen

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// howMany draws a number of blackouts: most often none.
func (s *stage) howMany(most int) int {
	switch weighted(s.t, 5, 3, 1) {
	case 1:
		return 1
	case 2:
		return below(s.t, most+1)
	}
	return 0
}

// dateSpans draws notAllowedDates: of a few days at the stage's, of a year, and of every year.
func (s *stage) dateSpans(most int) []calendar.DateSpan {
	var list []calendar.DateSpan
	for range s.howMany(most) {
		from := s.date()
		to := from
		switch weighted(s.t, 4, 3, 1) {
		case 1:
			to += upTo(s.t, 10)
		case 2:
			to += upTo(s.t, 400)
		}
		d := calendar.DateSpan{Start: dateText(from), End: dateText(to)}
		switch weighted(s.t, 6, 3, 1) {
		case 1:
			d.Start, d.End = d.Start[len("2006-"):], d.End[len("2006-"):]
		case 2:
			d.Start, d.End = d.Start[len("2006-"):], d.End[len("2006-"):]
			if chance(s.t, 2) {
				d.Start = pick(s.t, "02-29", "02-28", "03-01", "01-01", "12-31")
			} else {
				d.End = pick(s.t, "02-29", "02-28", "03-01", "01-01", "12-31")
			}
		}
		list = append(list, d)
	}
	return list
}

// timeSpans draws notAllowedTime: times of day, of all or some days, and instants.
func (s *stage) timeSpans(most int) []calendar.TimeSpan {
	var list []calendar.TimeSpan
	for range s.howMany(most) {
		var b calendar.TimeSpan
		if weighted(s.t, 2, 1) == 0 {
			from, to := s.time(), s.endTime()
			if from == to {
				to = tz.SecondsPerDay
			}
			if chance(s.t, 16) {
				from, to = 0, tz.SecondsPerDay
			}
			b.Start, b.End = clockText(from), clockText(to)
			if chance(s.t, 2) {
				b.DaysOfWeek = s.weekdays(weekday(s.day + pick(s.t, 0, -1, 1)))
			}
		} else {
			from := s.instant()
			to := s.instant()
			if to < from {
				from, to = to, from
			}
			if to == from {
				to += int64(s.later())
			}
			s.instants = append(s.instants, from, to)
			b.Start, b.End = instantText(s.t, from), instantText(s.t, to)
		}
		list = append(list, b)
	}
	return list
}
