package aks

import (
	"github.com/casement-go/casement/tz"
)

// weekHours returns the windows of the policy as hours of the week in UTC, and whether that is what they are.
func (f *formatter) weekHours() ([]dayHours, bool) {
	windows := f.policy.Windows
	if f.standalone || f.name == AutoUpgrade || f.name == NodeOS {
		return nil, false
	}
	var slots [7 * 24]bool // from Monday
	for i := range windows {
		w := &windows[i]
		if w.Schedule == nil || w.Schedule.Weekly == nil && w.Schedule.Daily == nil || w.StartDate != "" || w.EndDate != "" {
			return nil, false
		}
		days := tz.EveryDay
		interval := 0
		if weekly := w.Schedule.Weekly; weekly != nil {
			days, interval = weekdays(weekly), weekly.IntervalWeeks
		} else {
			interval = w.Schedule.Daily.IntervalDays
		}
		start, err := tz.ParseTimeOfDay(w.StartTime)
		hours := wholeHours(w)
		offset, zone := f.zoneOf(w)
		simple := len(windows) == 1 && (w.Schedule.Daily != nil || interval == 1 && days.Len() == 1) // which a window says better
		if err != nil || simple || start.Seconds()%3600 != 0 || hours == 0 || !isUTC(offset, zone) {
			return nil, false
		}
		for day := tz.Monday; day <= tz.Sunday; day++ {
			for h := 0; days.Has(day) && h < min(hours, len(slots)); h++ {
				slots[(int(day-tz.Monday)*24+start.Seconds()/3600+h)%len(slots)] = true
			}
		}
	}
	var out []dayHours
	for day := tz.Monday; day <= tz.Sunday; day++ {
		entry := dayHours{Day: day.String()}
		for h, open := range slots[int(day-tz.Monday)*24:][:24] {
			if open {
				entry.HourSlots = append(entry.HourSlots, h)
			}
		}
		if entry.HourSlots != nil {
			out = append(out, entry)
		}
	}
	return out, true
}
