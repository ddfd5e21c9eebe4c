package schedule

import "github.com/casement-go/casement/tz"

// Weekly matches days of the week, of every week or every n-th. With several days, an interval week is the anchor's week
// whole, from WeekStart on.
type Weekly struct {
	Interval  int         // in weeks, 1 to MaxInterval; 0 stands for 1
	Days      tz.Weekdays // at least one
	WeekStart tz.Weekday  // the day on which weeks begin; zero stands for Monday
}

func (r Weekly) compile(s Spec) (days, times, error) {
	n, err := s.interval(r.Interval, "schedule.weekly.intervalWeeks")
	errs := tz.Join("", err)
	if r.Days&tz.EveryDay == 0 {
		errs = append(errs, &tz.Error{Code: tz.Empty, Path: "schedule.weekly.daysOfWeek", Detail: "a weekly schedule needs at least one weekday"})
	}
	if r.WeekStart > tz.Sunday {
		errs = append(errs, &tz.Error{Code: tz.OutOfRange, Path: "schedule.weekly.weekStart", Input: r.WeekStart.String(), Detail: "there is no such weekday"})
	}
	if len(errs) > 0 {
		return days{}, times{}, errs
	}
	start := r.WeekStart
	if start.IsZero() {
		start = tz.Monday
	}
	anchor := s.anchorDay(days{cycle: weeks(0, 1, start, r.Days)})
	return days{cycle: weeks(anchor, n, start, r.Days)}, at(s.StartTime), nil
}

// weeks returns the cycle of some weekdays of every n-th week, counted from the week that holds day.
func weeks(day, n int, start tz.Weekday, of tz.Weekdays) cycle {
	// The days of the week in the order of the week: bit 0 is the day it starts on.
	rot := int(start - tz.Monday)
	twoWeeks := uint16(of&tz.EveryDay) * (1<<7 + 1)
	week := uint8(twoWeeks >> rot & uint16(tz.EveryDay))
	startOfWeek := day - floorMod(int(tz.WeekdayOfDay(day))-int(start), 7)
	return newCycle(startOfWeek, 7*n, week)
}
