package aks

import (
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// explain adds the remarks on a configuration that is right: on what AKS leaves open where that matters, and on blackouts
// that have no effect.
func (r *reader) explain(c *configuration) {
	r.explainInterval(c)
	for _, w := range c.Policy.Windows {
		if s := w.Schedule; s != nil && s.AbsoluteMonthly != nil && (s.AbsoluteMonthly.DayOfMonth > 28 || s.AbsoluteMonthly.DayOfMonth < -28) {
			became := "such months are skipped"
			if r.shortMonth == "clamp" {
				became = "the last day of such months stands in for it"
			}
			c.remark(ShortMonth, c.places.Of("windows[0].schedule.absoluteMonthly.dayOfMonth"), "not every month has this day, and AKS does not say what then: "+became)
		}
	}
	explainTimes(c)
	explainBlackouts(c)
}

// explainInterval says where it matters what intervals count from.
func (r *reader) explainInterval(c *configuration) {
	if c.window == nil || c.window.StartDate == "" {
		return
	}
	s := c.window.Schedule
	path := "windows[0].schedule."
	switch {
	case s.Weekly != nil && s.Weekly.IntervalWeeks > 1:
		path += "weekly.intervalWeeks"
	case s.AbsoluteMonthly != nil && s.AbsoluteMonthly.IntervalMonths > 1:
		path += "absoluteMonthly.intervalMonths"
	case s.RelativeMonthly != nil && s.RelativeMonthly.IntervalMonths > 1:
		path += "relativeMonthly.intervalMonths"
	default:
		return
	}
	byOccurrence, byDate := firstDate(c, ""), firstDate(c, "startDate")
	if byOccurrence == byDate {
		return
	}
	taken := "the first of these is taken"
	if r.anchor != "" {
		taken = "the second of these is taken"
	}
	c.remark(IntervalStart, c.places.Of(path), "AKS does not say what this counts from: counted from the first occurrence it opens on "+byOccurrence+
		" first, counted from the start date's own week or month on "+byDate+"; "+taken)
}

// firstDate returns the date of the first opening if intervals count from anchor, "no day" if there is none.
func firstDate(c *configuration, anchor string) string {
	w := *c.window
	w.Anchor, w.NotAllowedDates = anchor, nil
	cal, err := calendar.Compile(calendar.Policy{UTCOffset: c.Policy.UTCOffset, Windows: []calendar.WindowSpec{w}})
	if err == nil {
		startDate, _ := tz.ParseDate(w.StartDate)
		first, _ := cal.Next(time.Unix(int64(startDate.Day()-2)*tz.SecondsPerDay, 0))
		if start, ok := first.Start(); ok {
			return dateAt(start, c.Policy.UTCOffset).String()
		}
	}
	return "no day"
}

// explainTimes says how notAllowedTime was read.
func explainTimes(c *configuration) {
	instants, times := false, false
	for _, t := range c.times {
		if isTimeOfDay(t) {
			times = true
		} else {
			instants = true
		}
	}
	if instants {
		c.remark(Instants, c.timesPath, "read as instants")
	}
	if times {
		offset := c.Policy.UTCOffset
		if offset == "" {
			offset = "+00:00"
		}
		c.remark(TimesOfDay, c.timesPath, "read as times of day of every day, on the clock of the window ("+offset+"): the REST API has instants alone")
	}
}

func isTimeOfDay(t calendar.TimeSpan) bool { return len(t.Start) <= len("15:04:05") }

// explainBlackouts says which blackouts do not cut any window.
func explainBlackouts(c *configuration) {
	open := c.Policy
	open.NotAllowedTime = nil
	open.Windows = append([]calendar.WindowSpec(nil), open.Windows...)
	for i := range open.Windows {
		open.Windows[i].NotAllowedDates = nil
	}
	cal, err := calendar.Compile(open)
	if err != nil {
		return // never: with its blackouts the policy compiles
	}
	zone := zoneOf(c.Policy.UTCOffset)
	check := func(path string, cuts bool) {
		if !cuts {
			c.remark(CutsNothing, c.places.Of(path), "no window ever opens in this blackout")
		}
	}
	if c.window != nil {
		for i, d := range c.window.NotAllowedDates {
			start, err1 := tz.ParseDate(d.Start)
			end, err2 := tz.ParseDate(d.End)
			if err1 == nil && err2 == nil { // not days of every year
				from, to := localDay(zone, start.Day()), localDay(zone, end.Day()+1)
				check(strict.Index("windows[0].notAllowedDates", i), opens(cal, from, to))
			}
		}
	}
	for i, t := range c.times {
		path := strict.Index("notAllowedTime", i)
		if isTimeOfDay(t) {
			check(path, meetsClock(c.Policy.Windows, t))
			continue
		}
		from, err1 := tz.ParseInstant(t.Start)
		to, err2 := tz.ParseInstant(t.End)
		check(path, err1 != nil || err2 != nil || opens(cal, from, to))
	}
}

// opens reports whether the calendar is open at some instant of a range.
func opens(cal *calendar.Calendar, from, to time.Time) bool {
	for range cal.Windows(from, to) {
		return true
	}
	return false
}

// meetsClock reports whether some window, of the offset that the times of day have, holds a time of the span. Blackouts of this
// kind hold every day and offsets are fixed: what is true of one day is true of all.
func meetsClock(windows []calendar.WindowSpec, t calendar.TimeSpan) bool {
	day := func(n int) int { return (n + tz.SecondsPerDay) % tz.SecondsPerDay }
	from, _ := tz.ParseTimeOfDay(t.Start) // the policy compiles
	to, _ := tz.ParseTimeOfDay(t.End)
	shut := day(to.Seconds() - from.Seconds())
	if shut == 0 {
		shut = tz.SecondsPerDay // 00:00 to 24:00
	}
	for _, w := range windows {
		start, err := tz.ParseTimeOfDay(w.StartTime)
		if err != nil {
			return true // always
		}
		// Two arcs of a circle meet if the start of one lies in the other.
		if day(start.Seconds()-from.Seconds()) < shut || day(from.Seconds()-start.Seconds()) < w.DurationHours*3600 {
			return true
		}
	}
	return false
}

// zoneOf returns the zone of an offset: UTC for the empty text, and for a wrong one, which is reported elsewhere.
func zoneOf(offset string) tz.Zone {
	o, _ := tz.ParseOffset(offset)
	return o.Zone()
}

// localDay returns the instant at which a day, counted from 1970-01-01, begins in a zone of constant offset.
func localDay(zone tz.Zone, day int) time.Time {
	return time.Unix(zone.Resolve(int64(day)*tz.SecondsPerDay).First, 0).UTC()
}
