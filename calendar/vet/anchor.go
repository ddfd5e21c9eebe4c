package vet

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// startDate reports an interval of weeks or months with a startDate on which the schedule has no occurrence: intervals then
// count from another day.
func (v *vetter) startDate(e *entry) {
	s := e.spec.Schedule
	if s == nil || e.spec.StartDate == "" {
		return
	}
	unit := ""
	switch {
	case s.Weekly != nil && s.Weekly.IntervalWeeks > 1:
		unit = "week"
	case s.AbsoluteMonthly != nil && s.AbsoluteMonthly.IntervalMonths > 1:
		unit = "month"
	case s.RelativeMonthly != nil && s.RelativeMonthly.IntervalMonths > 1:
		unit = "month"
	default:
		return
	}
	first, ok := v.firstDate(e, e.spec.Anchor)
	if !ok || first == e.spec.StartDate {
		return
	}
	detail := "the schedule has no occurrence on this day: the first one, from which intervals count, is on " + first
	if e.spec.Anchor != "" {
		detail = "the schedule has no occurrence on this day: intervals count from the " + unit + " that holds it, and the first one is on " + first
	}
	remedy := quote("startDate", first) + " says the same"
	if other, ok := v.firstDate(e, "startDate"); ok && other != first {
		remedy += "; " + quote("anchor", "startDate") + " counts from the " + unit + " that holds this day, first on " + other
	}
	v.add(StartDateMoved, join(e.path, "startDate"), detail, remedy)
}

// firstDate returns the written date of the first occurrence if intervals count from anchor.
func (v *vetter) firstDate(e *entry, anchor string) (string, bool) {
	day, ok := v.firstDay(e, anchor)
	return date(day), ok
}

func (v *vetter) firstDay(e *entry, anchor string) (int, bool) {
	w := written(e.spec)
	w.Anchor = anchor
	t, err := v.timeline(w)
	startDate, wrong := tz.ParseDate(w.StartDate)
	if err != nil || wrong != nil {
		return 0, false
	}
	local, ok := t.First(int64(startDate.Day())*tz.SecondsPerDay, calendarTo, window.Open)
	return dayOf(local), ok
}
