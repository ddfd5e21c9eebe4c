package gen

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// window draws an entry of windows, sometimes in a zone of its own.
func (s *stage) window() calendar.WindowSpec {
	var w calendar.WindowSpec
	if chance(s.t, 8) {
		if z := zones.Draw(s.t, "zone"); z.offset+z.name != "" {
			w.UTCOffset, w.TimeZone = z.offset, z.name
			s = s.in(z)
		}
	}
	switch weighted(s.t, 24, 2, 1) {
	case 0:
		s.recurring(&w)
	case 1:
		from := s.instant()
		to := from + int64(s.later())
		s.instants = append(s.instants, from, to)
		w.Span = &calendar.InstantSpan{Start: instantText(s.t, from), End: instantText(s.t, to)}
	default:
		w.Always = true
	}
	if chance(s.t, 4) {
		w.NotAllowedDates = s.dateSpans(2)
		w.NotAllowedTime = s.timeSpans(2)
	}
	if chance(s.t, 8) {
		w.Cutoff = durationText(s.t, s.later())
	}
	if chance(s.t, 64) {
		w.Description = text(s.t)
	}
	return w
}

// minDuration draws how long a policy is open at least: an hour or more where a schedule is cron, since a search that passes over windows
// of every minute, all too short, takes that many steps in a century.
func (s *stage) minDuration(windows []calendar.WindowSpec) int {
	length := s.later()
	for _, w := range windows {
		if w.Schedule != nil && w.Schedule.Cron != nil {
			return max(length, 3600)
		}
	}
	return length
}

// recurring draws a schedule that mostly has an occurrence on or near the day of the stage, and its length.
func (s *stage) recurring(w *calendar.WindowSpec) {
	t := s.t
	target := s.day + pick(t, 0, 0, 0, 0, -1, 1, -2, 2)
	start := s.time()
	w.Schedule = &calendar.Schedule{}
	switch weighted(t, 6, 4, 4, 3, 5) {
	case 0:
		w.Schedule.Daily = s.daily(w, target)
	case 1:
		w.Schedule.Weekly = s.weekly(w, target)
	case 2:
		w.Schedule.AbsoluteMonthly = s.absoluteMonthly(w, target)
	case 3:
		w.Schedule.RelativeMonthly = s.relativeMonthly(w, target)
	default:
		w.Schedule.Cron = &calendar.Cron{Expression: s.cron(target, start)}
	}
	isCron := w.Schedule.Cron != nil
	if !isCron {
		w.StartTime = clockText(start)
		if chance(t, 16) {
			w.StartTime = clockText(start-start%60) + ":00" // the long form
		}
	}
	if w.StartDate == "" && chance(t, 4) {
		w.StartDate = dateText(target + pick(t, 0, 0, -1, 1, -7, -30, near(t, 400)))
	}
	if chance(t, 8) {
		last := target + pick(t, 0, 0, 1, -1, 7, near(t, 400))
		if w.StartDate != "" {
			last = max(last, tz.MustParseDate(w.StartDate).Day())
		}
		w.EndDate = dateText(last)
	}
	if !isCron || !followsRealClock(w.Schedule.Cron.Expression) {
		w.Gap = pick(t, "", "skip", "next", "", "skip", "next", "forward")
		w.Overlap = pick(t, "", "second", "both", "", "second", "both", "first")
	}
	length := 0
	switch weighted(t, 6, 2, 5) {
	case 0:
		length = s.later()
		w.Duration = durationText(t, length)
	case 1:
		hours := 1 + upTo(t, pick(t, 24, 24, 100, 8783))
		length = 3600 * hours
		w.DurationHours = hours
	default:
		end := s.endTime()
		length = (end - start + tz.SecondsPerDay) % tz.SecondsPerDay
		w.EndTime = clockText(end)
	}
	s.note(target, start, length)
}
