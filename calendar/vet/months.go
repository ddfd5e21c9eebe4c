package vet

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// months reports days that some months lack, which are skipped there, and in cron expressions also days of both kinds.
func (v *vetter) months() {
	m := v.meter()
	for i := range v.entries {
		e := &v.entries[i]
		if !e.compiles || e.spec.Schedule == nil {
			continue
		}
		switch s := e.spec.Schedule; {
		case s.AbsoluteMonthly != nil:
			v.monthDays(m, e, s.AbsoluteMonthly)
		case s.RelativeMonthly != nil && s.RelativeMonthly.WeekIndex == "Fifth":
			v.fifths(m, e, s.RelativeMonthly)
		case s.Cron != nil:
			if c, ok := v.cronOf(e); ok {
				v.cronDays(m, c)
				v.cronMonths(m, c)
			}
		}
		if m.empty() {
			v.unfinished("days that months lack and days of both kinds", "up to "+e.path)
			return
		}
	}
}

func (v *vetter) monthDays(m *meter, e *entry, s *calendar.AbsoluteMonthly) {
	if s.ShortMonth == "clamp" {
		return
	}
	path := join(e.path, "schedule.absoluteMonthly")
	days, paths := s.DaysOfMonth, join(path, "daysOfMonth")
	if s.DayOfMonth != 0 {
		days, paths = []int{s.DayOfMonth}, join(path, "dayOfMonth")
	}
	seen := make(map[int]bool)
	for i, day := range days {
		n := max(day, -day)
		if n < 29 || seen[day] {
			continue
		}
		seen[day] = true
		lacking := v.lacking(m, e, s.IntervalMonths, 0, func(month int) bool { return daysIn(month) < n })
		if s.DayOfMonth == 0 {
			v.skipped(index(paths, i), day, lacking, quote("shortMonth", "clamp")+" takes the nearest day of such a month")
		} else {
			v.skipped(paths, day, lacking, quote("shortMonth", "clamp")+" takes the nearest day of such a month")
		}
	}
}

// skipped reports the months that lack a day.
func (v *vetter) skipped(path string, day int, lacking []int, remedy string) {
	if len(lacking) == 0 {
		return
	}
	v.add(ShortMonths, path, "day "+strconv.Itoa(day)+" is skipped in "+monthNames(lacking)+", without one: next "+nextMonths(lacking), remedy)
}

func (v *vetter) fifths(m *meter, e *entry, s *calendar.RelativeMonthly) {
	day, _ := tz.ParseWeekday(s.DayOfWeek)
	lacking := v.lacking(m, e, s.IntervalMonths, s.OffsetDays, func(month int) bool {
		first := tz.FirstOfMonth(month)
		offset := (int(day) - int(tz.WeekdayOfDay(first)) + 7) % 7
		return offset+28 >= daysIn(month)
	})
	if len(lacking) > 0 {
		v.add(FifthWeekday, join(e.path, "schedule.relativeMonthly.weekIndex"), "months without a fifth "+s.DayOfWeek+" are skipped: "+
			strconv.Itoa(len(lacking))+" of them up to "+year(v.to)+", next "+nextMonths(lacking), quote("weekIndex", "Last")+" comes every month")
	}
}

// lacking returns those months of a monthly schedule, from the given instant on for Options.Years, of which lacks is true. The schedule
// moves the days it finds by offset days.
func (v *vetter) lacking(m *meter, e *entry, interval, offset int, lacks func(month int) bool) []int {
	from, to := v.monthsOf(e)
	first, interval := from, max(interval, 1)
	if interval > 1 {
		startDate, _ := tz.ParseDate(e.spec.StartDate)
		anchor := startDate.Day()
		if e.spec.Anchor == "" {
			day, ok := v.firstDay(e, "")
			if !ok {
				return nil
			}
			anchor = day - offset
		}
		first, _ = tz.MonthOfDay(anchor)
		if first < from {
			first += (from - first + interval - 1) / interval * interval
		}
	}
	var list []int
	for month := first; month < to && m.spend(1, 0); month += interval {
		if lacks(month) {
			list = append(list, month)
		}
	}
	return list
}

// monthsOf returns the months, [from, to), in which a window may start of those that are looked at.
func (v *vetter) monthsOf(e *entry) (from, to int) {
	from, _ = tz.MonthOfDay(dayOf(e.zone.Local(v.from)))
	to, _ = tz.MonthOfDay(dayOf(e.zone.Local(v.to - 1)))
	if d, err := tz.ParseDate(e.spec.StartDate); err == nil {
		month, _ := tz.MonthOfDay(d.Day())
		from = max(from, month)
	}
	if d, err := tz.ParseDate(e.spec.EndDate); err == nil {
		month, _ := tz.MonthOfDay(d.Day())
		to = min(to, month)
	}
	return from, to + 1
}

// cronMonths reports the days 29 to 31 and the fifth weekdays that a cron expression names one by one: months that lack one of
// those are not meant by 1-31 or */2.
func (v *vetter) cronMonths(m *meter, c cronText) {
	monthly, ok := v.cronTimeline(c, "1", c.every())
	if !ok {
		return
	}
	months := func(lacks func(month int) bool) (list []int) {
		from, to := v.monthsOf(c.entry)
		for month := from; month < to && m.spend(31, 0); month++ {
			if inMonth(monthly, month) && lacks(month) {
				list = append(list, month)
			}
		}
		return list
	}
	seen := make(map[string]bool)
	for _, item := range strings.Split(c.fields[c.dom], ",") {
		day := namedDay(item)
		if day < 29 || seen[item] {
			continue
		}
		seen[item] = true
		remedy := ""
		if _, ok := v.cronTimeline(c, "L", c.every()); ok {
			remedy = "L is the last day of every month"
		}
		v.skipped(c.path, day, months(func(month int) bool { return daysIn(month) < day }), remedy)
	}
	for _, item := range strings.Split(c.fields[c.dow], ",") {
		if !strings.HasSuffix(item, "#5") || seen[item] {
			continue
		}
		seen[item] = true
		fifth, ok := v.cronTimeline(c, c.every(), item)
		if !ok {
			continue
		}
		weekday, remedy := strings.TrimSuffix(strings.TrimPrefix(item, "+"), "#5"), ""
		if _, ok := v.cronTimeline(c, c.every(), weekday+"L"); ok {
			remedy = weekday + "L is the last one of every month"
		}
		if list := months(func(month int) bool { return !inMonth(fifth, month) }); len(list) > 0 {
			v.add(FifthWeekday, c.path, "months without "+item+" are skipped: "+strconv.Itoa(len(list))+" of them up to "+year(v.to)+", next "+nextMonths(list), remedy)
		}
	}
}

var dayItem = regexp.MustCompile(`^([0-9]{1,2})(W|w|-[0-9]{1,2})?$`)

// namedDay returns the day of the month that an item of a cron field names, of a range the first: 0 if it is something else.
func namedDay(item string) int {
	parts := dayItem.FindStringSubmatch(item)
	if parts == nil {
		return 0
	}
	day, _ := strconv.Atoi(parts[1])
	return day
}

// inMonth reports whether a timeline is open in a month, in local seconds.
func inMonth(t window.Timeline, month int) bool {
	_, ok := t.First(int64(tz.FirstOfMonth(month))*tz.SecondsPerDay, int64(tz.FirstOfMonth(month+1))*tz.SecondsPerDay-1, window.Open)
	return ok
}

// daysIn returns how many days a month has, counted as [tz.MonthOfDay] does.
func daysIn(month int) int { return tz.FirstOfMonth(month+1) - tz.FirstOfMonth(month) }

// monthNames returns the names of months, each once, in the order of the year. Of February it says where leap years are not
// among them.
func monthNames(months []int) string {
	var has, leap [12]bool
	for _, m := range months {
		has[m%12] = true
		leap[m%12] = leap[m%12] || daysIn(m) == 29
	}
	var names []string
	for i := range has {
		name := time.Month(i + 1).String()
		if i == 1 && !leap[i] {
			name += " of common years"
		}
		if has[i] {
			names = append(names, name)
		}
	}
	return and(names)
}

// nextMonths returns the first three months of a list, which is not empty.
func nextMonths(months []int) string {
	var list []string
	for _, m := range months[:min(len(months), 3)] {
		list = append(list, month(m))
	}
	return and(list)
}
