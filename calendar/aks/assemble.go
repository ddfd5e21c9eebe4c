package aks

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// assemble makes the policy of a configuration.
func (r *reader) assemble(c *configuration) {
	p := &c.Policy
	p.Name = c.Name
	p.Windows = []calendar.WindowSpec{}
	if len(c.times) > 0 {
		p.NotAllowedTime = c.times
	}
	switch {
	case c.window != nil && len(c.hours) > 0:
		r.Fail(tz.Conflict, c.hoursPath, "", "a configuration has hour slots or a window, not both")
	case c.window != nil:
		r.assembleWindow(c)
	case len(c.hours) > 0:
		r.assembleHours(c)
	case len(c.times) > 0:
		p.Windows = append(p.Windows, calendar.WindowSpec{Always: true})
		c.remark(OnlyBlackouts, c.path, "there is no window: this is open at all times but those of "+c.key("notAllowedTime"))
	case len(r.Problems) == 0:
		r.Fail(tz.Missing, c.path, "", "a configuration needs one of "+c.key("maintenanceWindow")+", "+c.key("timeInWeek")+", "+c.key("notAllowedTime"))
	}
	r.checkName(c)
}

func (r *reader) assembleWindow(c *configuration) {
	w := c.window
	at := func(key string) string { return strict.Join(c.windowPath, c.key(key)) }
	c.Policy.UTCOffset, w.UTCOffset = w.UTCOffset, ""
	if len(w.NotAllowedDates) == 0 {
		w.NotAllowedDates = nil
	}
	if w.Schedule == nil {
		r.missing(at("schedule"), "a window needs a schedule")
	}
	switch {
	case w.DurationHours == 0:
		r.missing(at("durationHours"), "a window needs its length in hours, 4 to 24")
	case w.DurationHours < 4 || w.DurationHours > 24:
		r.limit(c, tz.OutOfRange, at("durationHours"), fmt.Sprintf("AKS takes 4 to 24 hours, not %d", w.DurationHours))
	}
	if len(w.StartTime) > len("22:00") {
		r.limit(c, tz.Invalid, at("startTime"), "AKS takes hours and minutes alone")
	}
	for i, d := range w.NotAllowedDates {
		if len(d.Start) == len("01-02") || len(d.End) == len("01-02") {
			r.limit(c, tz.Invalid, strict.Index(at("notAllowedDates"), i), "AKS takes dates of one year alone")
		}
	}
	if interval, at := r.assembleSchedule(c, w.Schedule); interval > 1 {
		if w.StartDate == "" {
			r.startFromCreation(c, at)
		}
		if w.Schedule.Daily == nil {
			w.Anchor = r.anchor
		}
	}
	c.Policy.Windows = append(c.Policy.Windows, *w)
}

// assembleSchedule completes a schedule, checks it by the limits of AKS and returns its interval, 0 if it has none, with its place.
func (r *reader) assembleSchedule(c *configuration, s *calendar.Schedule) (int, string) {
	if s == nil {
		return 0, ""
	}
	check := func(kind, key string, interval *int, most int) (int, string) {
		at := c.places.Of("windows[0].schedule." + kind + "." + key)
		switch {
		case *interval == 0:
			if !r.failed(at) {
				r.limit(c, tz.Missing, at, "AKS wants this to be said, also where it is 1")
			}
			*interval = 1
		case *interval < 1 || *interval > most:
			r.limit(c, tz.OutOfRange, at, fmt.Sprintf("AKS takes 1 to %d, not %d", most, *interval))
		}
		return *interval, at
	}
	switch {
	case s.Daily != nil:
		return check("daily", "intervalDays", &s.Daily.IntervalDays, 7)
	case s.Weekly != nil:
		return check("weekly", "intervalWeeks", &s.Weekly.IntervalWeeks, 4)
	case s.AbsoluteMonthly != nil:
		m := s.AbsoluteMonthly
		if m.DayOfMonth < 0 {
			r.limit(c, tz.OutOfRange, c.places.Of("windows[0].schedule.absoluteMonthly.dayOfMonth"), "AKS takes days from 1 to 31")
		}
		if m.DayOfMonth > 28 || m.DayOfMonth < -28 {
			m.ShortMonth = r.shortMonth
		}
		return check("absoluteMonthly", "intervalMonths", &m.IntervalMonths, 6)
	case s.RelativeMonthly != nil:
		m := s.RelativeMonthly
		if m.WeekIndex == "Fifth" {
			r.limit(c, tz.OutOfRange, c.places.Of("windows[0].schedule.relativeMonthly.weekIndex"), "AKS takes First, Second, Third, Fourth and Last")
		}
		return check("relativeMonthly", "intervalMonths", &m.IntervalMonths, 6)
	}
	return 0, ""
}

// startFromCreation gives the window, whose interval stands at the given place, the startDate that AKS would.
func (r *reader) startFromCreation(c *configuration, interval string) {
	if c.createdAt == "" {
		r.Fail(tz.NoStartDate, interval, "", "an interval above 1 needs a day to count from: add "+c.key("startDate")+", or hand over the whole resource with its "+c.key("systemData")+"."+c.key("createdAt"))
		return
	}
	created, err := time.Parse(time.RFC3339Nano, c.createdAt)
	if err != nil {
		r.Fail(tz.Invalid, c.createdAs, c.createdAt, "an instant has the form 2026-01-09T22:00:00Z: or add a "+c.key("startDate")+" to the window")
		c.window.StartDate = "1970-01-01" // so that this is the only problem with it
		return
	}
	c.window.StartDate = dateAt(created, c.Policy.UTCOffset).String()
	c.remark(StartFromCreation, strict.Join(c.windowPath, c.key("startDate")), "intervals count from the day on which the configuration was created, "+c.window.StartDate)
}

// assembleHours makes windows of hour slots: one for each day and each run of slots.
func (r *reader) assembleHours(c *configuration) {
	var slots [8]uint32 // by weekday, a bit for each slot
	for _, s := range c.hours {
		if s.day == "" {
			r.missing(strict.Join(s.path, "day"), "a day of the week is required, such as Monday")
			continue
		}
		day, err := tz.ParseWeekday(s.day)
		if err != nil {
			r.Note(tz.Join(strict.Join(s.path, "day"), err))
			continue
		}
		if len(s.slots) == 0 {
			if at := strict.Join(s.path, c.key("hourSlots")); !r.failed(at) {
				r.Fail(tz.Empty, at, "", "hours are required, such as [1, 2] for 01:00 to 03:00 UTC")
			}
		}
		for _, h := range s.slots {
			slots[day] |= 1 << h
		}
	}
	for day := tz.Monday; day <= tz.Sunday; day++ {
		for h := 0; h < 24; h++ {
			if slots[day]>>h&1 == 0 {
				continue
			}
			end := h + 1
			for end < 24 && slots[day]>>end&1 != 0 {
				end++
			}
			start, _ := tz.TimeOfDayOf(h * 3600)
			c.places[strict.Index("windows", len(c.Policy.Windows))] = c.hoursPath
			c.Policy.Windows = append(c.Policy.Windows, calendar.WindowSpec{
				Schedule:  &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: day.String()}},
				StartTime: start.String(), DurationHours: end - h,
			})
			h = end
		}
	}
	c.remark(HourSlots, c.hoursPath, "hour slots are hours in UTC: slot 1 is 01:00 to 02:00")
}

// checkName checks the name of a configuration, and that a configuration of that name can have such windows.
func (r *reader) checkName(c *configuration) {
	if c.Name == "" || c.Standalone {
		return
	}
	at := c.places.Of("name")
	w := &calendar.WindowSpec{}
	if c.window != nil {
		w = c.window
	}
	schedule := w.Schedule
	if schedule == nil {
		schedule = &calendar.Schedule{}
	}
	switch name := c.Name[strings.LastIndexByte(c.Name, '/')+1:]; {
	case !slices.Contains([]string{Default, AutoUpgrade, NodeOS}, name):
		r.limit(c, tz.Invalid, at, "the configurations of a cluster are named "+Default+", "+AutoUpgrade+" and "+NodeOS)
	case name == Default && w.Schedule != nil && (schedule.Weekly == nil || schedule.Weekly.IntervalWeeks != 1):
		r.limit(c, tz.Conflict, c.places.Of("windows[0].schedule"), "the configuration "+name+" takes every week alone")
	case name == AutoUpgrade && schedule.Daily != nil:
		r.limit(c, tz.Conflict, c.places.Of("windows[0].schedule.daily"), "the configuration "+name+" takes no daily schedule: only "+NodeOS+" does")
	case name != Default && len(c.hours) > 0:
		r.limit(c, tz.Conflict, c.hoursPath, "hour slots are for the configuration "+Default)
	}
}

// missing notes that a value is missing, unless something else is known to be wrong with it.
func (r *reader) missing(path, detail string) {
	if !r.failed(path) {
		r.Fail(tz.Missing, path, "", detail)
	}
}

// failed reports whether a problem with the value at path is known.
func (r *reader) failed(path string) bool {
	return slices.ContainsFunc(r.Problems, func(e *tz.Error) bool { return e.Path == path })
}

// limit notes what AKS would refuse.
func (r *reader) limit(c *configuration, code tz.Code, path, detail string) {
	if r.strictly {
		r.Fail(code, path, "", detail)
		return
	}
	c.remark(BeyondAKS, path, detail)
}
