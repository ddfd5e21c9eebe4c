package fuzz_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/teambition/rrule-go"
	"pgregory.net/rapid"
)

// An rruleDraw draws a schedule and says it once more as a recurrence rule.
type rruleDraw struct {
	*rapid.T
	spec  schedule.Spec
	zone  tz.Zone
	loc   *time.Location
	clock time.Duration // from midnight to StartTime
	start time.Time     // StartDate at that time
}

// newRRuleDraw draws what all kinds have: a fixed offset, a date and a time to start at, and at times a date to end at.
func newRRuleDraw(t *rapid.T) *rruleDraw {
	d := &rruleDraw{T: t}
	minutes := rapid.IntRange(-12*60, 14*60).Draw(t, "offset")
	offset, _ := tz.OffsetOf(minutes)
	d.zone, d.loc = offset.Zone(), time.FixedZone("", minutes*60)

	year := rapid.IntRange(1990, 2050).Draw(t, "year")
	if d.oneIn(8) {
		year = rapid.IntRange(100, 9990).Draw(t, "any year")
	}
	day := rapid.IntRange(0, 365).Draw(t, "day of the year")
	d.clock = time.Duration(rapid.IntRange(0, 24*3600-1).Draw(t, "second")) * time.Second
	midnight := time.Date(year, 1, 1+day, 0, 0, 0, 0, d.loc)
	d.start = midnight.Add(d.clock)
	d.spec.StartDate = dateOf(midnight)
	d.spec.StartTime = tz.MustParseTimeOfDay(d.start.Format(time.TimeOnly))
	if d.oneIn(4) {
		d.spec.EndDate = dateOf(midnight.AddDate(0, 0, rapid.IntRange(0, 2000).Draw(t, "days to the end")))
	}
	return d
}

func dateOf(t time.Time) tz.Date {
	d, ok := tz.DateOf(t.Date())
	if !ok {
		panic(fmt.Sprintf("%v is no date", t))
	}
	return d
}

func (d *rruleDraw) oneIn(n int) bool { return rapid.IntRange(0, n-1).Draw(d.T, "one in") == n-1 }

// interval draws an interval, mostly a small one.
func (d *rruleDraw) interval() int {
	if d.oneIn(8) {
		return rapid.IntRange(1, schedule.MaxInterval).Draw(d.T, "any interval")
	}
	return rapid.IntRange(1, 6).Draw(d.T, "interval")
}

// some draws different numbers from lo to hi, without 0.
func (d *rruleDraw) some(what string, lo, hi, most int) []int {
	return rapid.SliceOfNDistinct(rapid.IntRange(lo, hi).Filter(func(n int) bool { return n != 0 }), 1, most, rapid.ID[int]).Draw(d.T, what)
}

func (d *rruleDraw) weekday(what string) tz.Weekday {
	return tz.Weekday(rapid.IntRange(1, 7).Draw(d.T, what))
}

// rruleWeekdays are those of rrule-go in the order of package tz.
var rruleWeekdays = []rrule.Weekday{{}, rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR, rrule.SA, rrule.SU}

// simple returns the case of a rule and an interval. DTSTART is what the interval counts from: startDate or, where that is not
// an occurrence and the schedule does not say so, the first occurrence of the same rule without an interval.
func (d *rruleDraw) simple(rule schedule.Rule, option rrule.ROption, interval int) rruleCase {
	d.spec.Rule = rule
	option.Dtstart = d.start
	if interval > 1 && d.spec.Anchor == schedule.AnchorFirst {
		option.Dtstart = expandRule(d.T, option)[0]
	}
	option.Interval = interval
	return d.caseOf(0, option)
}

// caseOf returns the case of rules whose days the schedule moves by some days.
func (d *rruleDraw) caseOf(offset int, rules ...rrule.ROption) rruleCase {
	last := tz.MustParseDate("9999-12-31")
	if !d.spec.EndDate.IsZero() {
		last = d.spec.EndDate
	}
	for i := range rules {
		y, m, day := last.Civil()
		rules[i].Until = time.Date(y, m, day-offset, 23, 59, 59, 0, d.loc)
	}
	return rruleCase{spec: d.spec, rules: rules, from: d.start.Add(-d.clock), offset: offset, zone: d.zone}
}

func (d *rruleDraw) anchor() {
	if d.oneIn(3) {
		d.spec.Anchor = schedule.AnchorStartDate
	}
}

func (d *rruleDraw) daily() rruleCase {
	n := d.interval()
	return d.simple(schedule.Daily{Interval: n}, rrule.ROption{Freq: rrule.DAILY}, n)
}

func (d *rruleDraw) weekly() rruleCase {
	d.anchor()
	n := d.interval()
	var days tz.Weekdays
	option := rrule.ROption{Freq: rrule.WEEKLY}
	for _, day := range d.some("days of the week", 1, 7, 7) {
		days |= tz.WeekdaysOf(tz.Weekday(day))
		option.Byweekday = append(option.Byweekday, rruleWeekdays[day])
	}
	first := d.weekday("week start")
	option.Wkst = rruleWeekdays[first]
	return d.simple(schedule.Weekly{Interval: n, Days: days, WeekStart: first}, option, n)
}

func (d *rruleDraw) absoluteMonthly() rruleCase {
	n := d.interval()
	days := d.some("days of the month", -31, 31, 5)
	if slices.ContainsFunc(days, func(day int) bool { return day >= -28 && day <= 28 }) {
		d.anchor() // else the months of the interval might all be too short: a rule without any date
	}
	return d.simple(schedule.AbsoluteMonthly{Interval: n, Days: days}, rrule.ROption{Freq: rrule.MONTHLY, Bymonthday: days}, n)
}

// clampedMonthly draws a day that short months do not have: of the days from the 28th to it, the last that there is.
func (d *rruleDraw) clampedMonthly() rruleCase {
	d.anchor()
	n := d.interval()
	day := rapid.IntRange(29, 31).Draw(d.T, "day of the month")
	option := rrule.ROption{Freq: rrule.MONTHLY, Bysetpos: []int{-1}}
	sign := 1
	if d.oneIn(3) {
		sign, option.Bysetpos = -1, []int{1}
	}
	for m := 28; m <= day; m++ {
		option.Bymonthday = append(option.Bymonthday, sign*m)
	}
	return d.simple(schedule.AbsoluteMonthly{Interval: n, Days: []int{sign * day}, ShortMonth: schedule.Clamp}, option, n)
}

// relativeMonthly draws a weekday by its place, moved by some days or not. A rule cannot say the move: it begins as many days
// before startDate, and what it finds is moved afterwards.
func (d *rruleDraw) relativeMonthly() rruleCase {
	n := d.interval()
	weekday := d.weekday("day of the week")
	index := schedule.WeekIndex(rapid.IntRange(int(schedule.First), int(schedule.Last)).Draw(d.T, "week index"))
	place := int(index)
	switch index {
	case schedule.Last:
		place = -1
	case schedule.Fifth: // else the months of the interval might never have one
		n = min(n, 11)
	}
	d.anchor()
	offset := 0
	if d.oneIn(2) {
		offset = rapid.IntRange(-31, 31).Draw(d.T, "offset days")
	}
	if offset < 0 && d.spec.EndDate.IsZero() { // else a day of the year 10000 might be moved into 9999, and rrule-go finds none there
		d.spec.EndDate = tz.MustParseDate("9999-11-30")
	}
	day := rruleWeekdays[weekday]
	option := rrule.ROption{Freq: rrule.MONTHLY, Byweekday: []rrule.Weekday{day.Nth(place)}, Dtstart: d.start.AddDate(0, 0, -offset)}
	switch {
	case d.spec.Anchor == schedule.AnchorStartDate: // in the month of startDate; two months before may still be moved to where they count
		back := (n + 1) / n * n
		option.Dtstart = time.Date(d.start.Year(), d.start.Month()-time.Month(back), 1, d.start.Hour(), d.start.Minute(), d.start.Second(), 0, d.loc)
	case n > 1:
		option.Dtstart = expandRule(d.T, option)[0]
	}
	option.Interval = n
	d.spec.Rule = schedule.RelativeMonthly{Interval: n, WeekIndex: index, DayOfWeek: weekday, OffsetDays: offset}
	return d.caseOf(offset, option)
}

// times draws the fields of the time and the month, and makes the rule of all days that they leave.
func (d *rruleDraw) times() (minute, hour, month string, option rrule.ROption) {
	d.spec.StartTime, d.start, d.clock = tz.TimeOfDay{}, d.start.Add(-d.clock), 0
	minutes, hours := d.some("minutes", 1, 60, 4), d.some("hours", 1, 24, 4)
	for i := range minutes {
		minutes[i]--
	}
	for i := range hours {
		hours[i]--
	}
	option = rrule.ROption{Freq: rrule.DAILY, Dtstart: d.start, Byminute: minutes, Byhour: hours, Bysecond: []int{0}}
	month = "*"
	if d.oneIn(2) {
		option.Bymonth = d.some("months", 1, 12, 4)
		month = listOf(option.Bymonth)
	}
	return listOf(minutes), listOf(hours), month, option
}

func listOf(numbers []int) string {
	texts := make([]string, len(numbers))
	for i, n := range numbers {
		texts[i] = strconv.Itoa(n)
	}
	return strings.Join(texts, ",")
}

// days draws days of the month, one of which every month has, and days of the week.
func (d *rruleDraw) days() (month, week []int, byday []rrule.Weekday) {
	month = d.some("days of the month", 1, 31, 4)
	if slices.Min(month) > 28 {
		month = append(month, 28)
	}
	week = d.some("days of the week", 1, 7, 4)
	for _, day := range week {
		byday = append(byday, rruleWeekdays[day])
	}
	return month, week, byday
}

// cron draws an expression with one kind of days, or with both of which both must match.
func (d *rruleDraw) cron() rruleCase {
	minute, hour, month, option := d.times()
	days, week, byday := d.days()
	dom, dow := "*", "*"
	switch rapid.IntRange(0, 3).Draw(d.T, "kind of days") {
	case 1:
		dom, option.Bymonthday = listOf(days), days
	case 2:
		dow, option.Byweekday = listOf(week), byday
	case 3:
		dom, option.Bymonthday = listOf(days), days
		dow, option.Byweekday = "+"+listOf(week), byday
	}
	return d.expression(minute, hour, dom, month, dow, option)
}

// cronEitherDay draws an expression of which either kind of days matches: two rules.
func (d *rruleDraw) cronEitherDay() rruleCase {
	minute, hour, month, option := d.times()
	days, week, byday := d.days()
	other := option
	option.Bymonthday, other.Byweekday = days, byday
	return d.expression(minute, hour, listOf(days), month, listOf(week), option, other)
}

// cronNthWeekday draws an expression of a weekday by its place in the month.
func (d *rruleDraw) cronNthWeekday() rruleCase {
	minute, hour, month, option := d.times()
	weekday := d.weekday("day of the week")
	option.Freq = rrule.MONTHLY
	place, dow := rapid.IntRange(1, 6).Draw(d.T, "place"), ""
	if dow = fmt.Sprintf("%d#%d", weekday, place); place == 6 {
		place, dow = -1, fmt.Sprintf("%dL", weekday)
	}
	day := rruleWeekdays[weekday]
	option.Byweekday = []rrule.Weekday{day.Nth(place)}
	return d.expression(minute, hour, "*", month, dow, option)
}

func (d *rruleDraw) expression(minute, hour, dom, month, dow string, rules ...rrule.ROption) rruleCase {
	d.spec.Rule = schedule.MustParseCron(strings.Join([]string{minute, hour, dom, month, dow}, " "))
	return d.caseOf(0, rules...)
}
