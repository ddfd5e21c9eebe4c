package aks

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

// window writes a window: nil where that is not possible.
func (f *formatter) window(path string, w *calendar.WindowSpec) *maintenanceWindow {
	if w.Schedule == nil {
		f.leftOut(path, "AKS has no windows without a schedule")
		return nil
	}
	schedule, why := oneDay(w.Schedule)
	if why != "" {
		f.leftOut(path, why)
		return nil
	}
	hours := wholeHours(w)
	if hours == 0 {
		f.leftOut(path, "AKS takes whole hours")
		return nil
	}
	start, err := tz.ParseTimeOfDay(w.StartTime)
	if err != nil || start.Seconds()%60 != 0 {
		f.leftOut(path, "AKS takes start times of whole minutes")
		return nil
	}
	if w.EndDate != "" {
		f.leftOut(path+".endDate", "AKS has no end dates")
	}
	if w.Anchor != "" {
		f.leftOut(path+".anchor", "AKS does not say what intervals count from")
	}
	if m := w.Schedule.AbsoluteMonthly; m != nil && m.ShortMonth == "clamp" && schedule.AbsoluteMonthly.DayOfMonth > 28 {
		f.leftOut(path+".schedule.absoluteMonthly.shortMonth", "AKS does not say what becomes of a day that a month does not have")
	}
	return &maintenanceWindow{
		Schedule: schedule, StartDate: w.StartDate, StartTime: start.String(), DurationHours: hours,
		UTCOffset: f.offset(path, w),
	}
}

// oneDay returns a schedule as AKS has it, or why it has not.
func oneDay(s *calendar.Schedule) (one calendar.Schedule, why string) {
	switch {
	case s.Daily != nil:
		one.Daily = &calendar.Daily{IntervalDays: max(s.Daily.IntervalDays, 1)}
	case s.Weekly != nil:
		days := weekdays(s.Weekly)
		one.Weekly = &calendar.Weekly{IntervalWeeks: max(s.Weekly.IntervalWeeks, 1), DayOfWeek: days.String()}
		switch {
		case days == tz.EveryDay && s.Weekly.IntervalWeeks <= 1:
			return calendar.Schedule{Daily: &calendar.Daily{IntervalDays: 1}}, ""
		case days.Len() != 1:
			return one, "AKS takes one day of the week"
		}
	case s.AbsoluteMonthly != nil:
		m := s.AbsoluteMonthly
		days := slices.Compact(slices.Sorted(slices.Values(append([]int{m.DayOfMonth}, m.DaysOfMonth...))))
		days = slices.DeleteFunc(days, func(d int) bool { return d == 0 })
		if len(days) != 1 || days[0] < 0 {
			return one, "AKS takes one day of the month, from 1 to 31"
		}
		one.AbsoluteMonthly = &calendar.AbsoluteMonthly{IntervalMonths: max(m.IntervalMonths, 1), DayOfMonth: days[0]}
	case s.RelativeMonthly != nil:
		m := s.RelativeMonthly
		if m.OffsetDays != 0 || m.WeekIndex == "Fifth" {
			return one, "AKS takes First to Fourth and Last, and no offsetDays"
		}
		one.RelativeMonthly = &calendar.RelativeMonthly{IntervalMonths: max(m.IntervalMonths, 1), WeekIndex: m.WeekIndex, DayOfWeek: m.DayOfWeek}
	default:
		return one, "AKS has no cron schedules"
	}
	return one, ""
}

// weekdays returns the days of a weekly schedule that compiles.
func weekdays(w *calendar.Weekly) tz.Weekdays {
	var days tz.Weekdays
	for _, name := range append([]string{w.DayOfWeek}, w.DaysOfWeek...) {
		day, _ := tz.ParseWeekday(name)
		days |= tz.WeekdaysOf(day)
	}
	return days
}

// wholeHours returns the length of a window that compiles, in hours: 0 if it is not a whole number of them. By the wall clock that
// is the length which it has where the offset does not change.
func wholeHours(w *calendar.WindowSpec) int {
	length := time.Duration(w.DurationHours) * time.Hour
	switch {
	case w.Duration != "":
		length, _ = time.ParseDuration(w.Duration)
	case w.EndTime != "":
		start, _ := tz.ParseTimeOfDay(w.StartTime)
		end, _ := tz.ParseTimeOfDay(w.EndTime)
		length = time.Duration(end.Seconds()-start.Seconds()) * time.Second
		if length <= 0 {
			length += 24 * time.Hour
		}
	}
	if length%time.Hour != 0 {
		return 0
	}
	return int(length / time.Hour)
}

// usual is the instant whose offset a zone gets where nothing says another one: the beginning of 2026.
var usual = time.Unix(1_767_225_600, 0).UTC()

// longAgo is the beginning of 2020, in Unix seconds: before AKS had maintenance windows.
const longAgo = 1_577_836_800

// offset returns the offset of a window, and notes what that changes.
func (f *formatter) offset(path string, w *calendar.WindowSpec) string {
	offset, name := f.zoneOf(w)
	if name == "" || isUTC(offset, name) {
		return offset
	}
	zone, _ := tz.Load(name) // which has been loaded before: the policy compiles
	at := usual
	date, err := tz.ParseDate(w.StartDate)
	if err == nil {
		at = time.Unix(zone.Resolve(int64(date.Day())*tz.SecondsPerDay).First, 0)
	}
	if f.offsetAt != nil {
		at = *f.offsetAt
	}
	stretch := zone.Stretch(at.Unix())
	o, _ := tz.OffsetOf(int(stretch.Offset) / 60) // which, from 1972 on, are whole minutes
	where := "timeZone"
	if w.TimeZone != "" {
		where = path + ".timeZone"
	}
	if constant := stretch.To == tz.Future && stretch.From <= longAgo; !constant {
		f.lose(calendar.Changed, where, "AKS has no zones: "+name+" becomes "+o.String()+" for ever, its offset on "+zone.Read(at).Date.String())
		if w.Gap != "" || w.Overlap != "" {
			f.leftOut(path, "gap and overlap mean nothing where the offset does not change")
		}
	}
	return o.String()
}
