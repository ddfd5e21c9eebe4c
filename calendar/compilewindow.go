package calendar

import (
	"math"
	"strconv"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// An opening is a compiled WindowSpec. A process may hold very many of them, so that it is kept small.
type opening struct {
	name     string
	zone     tz.Zone
	span     *window.Window  // nil: no span
	source   window.Timeline // before any blackout
	timeline window.Timeline // after its own

	firstDay, lastDay  int32 // the days of startDate and endDate; noFirstDay, noLastDay
	blackouts, nextOne int32 // its own are blackouts up to nextOne of the calendar's
}

// Beyond all days.
const (
	noFirstDay = math.MinInt32
	noLastDay  = math.MaxInt32
)

// bounds reports whether the instant sec lies before the startDate of the window, and whether it lies after the endDate; a span begins
// and ends likewise.
func (o *opening) bounds(sec int64) (before, after bool) {
	if o.span != nil {
		start, end := o.span.Seconds()
		return sec < start, sec >= end
	}
	if o.firstDay == noFirstDay && o.lastDay == noLastDay {
		return false, false // without asking the zone
	}
	day := max(noFirstDay, min(tz.FloorDay(o.zone.Local(sec)), noLastDay))
	return day < int64(o.firstDay), day > int64(o.lastDay)
}

// window compiles an entry of windows. The zone is the policy's.
func (c *compiler) window(path string, w *WindowSpec, zone tz.Zone) opening {
	c.texts(path, w.Name, w.Description)
	if w.UTCOffset != "" || w.TimeZone != "" {
		zone = c.zone(path, w.UTCOffset, w.TimeZone)
	}
	o := opening{name: w.Name, zone: zone, firstDay: noFirstDay, lastDay: noLastDay, blackouts: int32(len(c.shut))}
	shut := c.blackouts(path, w.NotAllowedDates, w.NotAllowedTime, zone, false)
	o.nextOne = int32(len(c.shut))
	present := map[string]bool{"schedule": w.Schedule != nil, "span": w.Span != nil, "always": w.Always}
	switch {
	case !c.single(path, present, "schedule", "span", "always"):
	case w.Schedule != nil:
		c.recurring(path, w, &o)
	default:
		c.once(path, w, &o)
	}
	o.timeline = o.source.Subtract(shut)
	return o
}

// once compiles a window without a schedule.
func (c *compiler) once(path string, w *WindowSpec, o *opening) {
	for _, k := range []struct {
		key     string
		present bool
	}{{"startDate", w.StartDate != ""}, {"endDate", w.EndDate != ""}, {"startTime", w.StartTime != ""}, {"anchor", w.Anchor != ""}, {"gap", w.Gap != ""},
		{"overlap", w.Overlap != ""}, {"durationHours", w.DurationHours != 0}, {"duration", w.Duration != ""}, {"endTime", w.EndTime != ""}} {
		if k.present {
			c.fail(tz.Conflict, join(path, k.key), "", k.key+" belongs to a schedule: it has no meaning without one")
		}
	}
	if w.Always {
		o.source = window.Always()
		return
	}
	span := c.instants(join(path, "span"), w.Span.Start, w.Span.End)
	o.span = &span
	o.source = window.SetOf(span).Timeline()
}

// recurring compiles the schedule and the length of a window. What is wrong with one part keeps no other from being checked.
func (c *compiler) recurring(path string, w *WindowSpec, o *opening) {
	duration, endTime := c.length(path, w)
	gap := leaf(c, path, "gap", w.Gap, tz.ParseGap)
	overlap := leaf(c, path, "overlap", w.Overlap, tz.ParseOverlap)
	spec := c.spec(path, w)
	compiled, err := schedule.Compile(spec)
	if c.note(path, err) {
		return
	}
	if compiled.Never() {
		c.fail(tz.NeverMatches, join(path, "schedule"), "", "no day of any year matches: the window would never open")
	}
	if compiled.FollowsRealClock() {
		// In cannot tell an option that is left out from one that is spelled out as its default.
		const detail = `a cron schedule whose hour field begins with "*" (in Vixie also the minute field) follows the real clock: leave this out`
		if w.Gap != "" {
			c.fail(tz.Conflict, join(path, "gap"), w.Gap, detail)
		}
		if w.Overlap != "" {
			c.fail(tz.Conflict, join(path, "overlap"), w.Overlap, detail)
		}
	}
	// The dialect of a cron expression has rules of its own for what the window does not say.
	defaultGap, defaultOverlap := compiled.Defaults()
	if w.Gap == "" || compiled.FollowsRealClock() {
		gap = defaultGap
	}
	if w.Overlap == "" || compiled.FollowsRealClock() {
		overlap = defaultOverlap
	}
	if c.pool != nil {
		compiled = c.pool.schedules.Share(compiled)
	}
	starts, err := compiled.In(o.zone, gap, overlap)
	if c.note(path, err) || len(c.form)+len(c.meaning) > 0 {
		return // where anything is wrong, no calendar comes out
	}
	r, err := window.Compile(window.Spec{Starts: starts, Duration: duration, EndTime: endTime})
	if c.note(path, err) {
		return
	}
	o.source = r.Timeline()
	if c.pool != nil {
		o.source = c.pool.windows.Share(r)
	}
	if !spec.StartDate.IsZero() {
		o.firstDay = int32(spec.StartDate.Day())
	}
	if !spec.EndDate.IsZero() {
		o.lastDay = int32(spec.EndDate.Day())
	}
}

// spec compiles when the windows start. In the place of a part whose form is wrong, which is noted, stands one that is right,
// so that the rest can be checked as well.
func (c *compiler) spec(path string, w *WindowSpec) schedule.Spec {
	spec := schedule.Spec{
		Rule:      c.rule(join(path, "schedule"), w.Schedule),
		StartTime: leaf(c, path, "startTime", w.StartTime, tz.ParseTimeOfDay),
		StartDate: leaf(c, path, "startDate", w.StartDate, tz.ParseDate),
		EndDate:   leaf(c, path, "endDate", w.EndDate, tz.ParseDate),
		Anchor:    leaf(c, path, "anchor", w.Anchor, schedule.ParseAnchor),
	}
	if spec.Rule == nil {
		spec.Rule, spec.Anchor = schedule.Daily{}, schedule.AnchorFirst
		if w.Schedule.Cron != nil {
			spec.Rule = schedule.MustParseCron("0 0 * * *")
		}
	}
	if spec.StartDate.IsZero() && w.StartDate != "" {
		spec.StartDate, spec.EndDate = tz.MustParseDate("2000-01-01"), tz.Date{}
	}
	return spec
}

// length compiles how long the windows are: a duration or an end time.
func (c *compiler) length(path string, w *WindowSpec) (duration time.Duration, endTime tz.TimeOfDay) {
	present := map[string]bool{"durationHours": w.DurationHours != 0, "duration": w.Duration != "", "endTime": w.EndTime != ""}
	c.single(path, present, "durationHours", "duration", "endTime")
	endTime = leaf(c, path, "endTime", w.EndTime, tz.ParseTimeOfDay)
	if w.DurationHours > int(window.MaxDuration/time.Hour) || w.DurationHours < 0 {
		c.fail(tz.OutOfRange, join(path, "durationHours"), strconv.Itoa(w.DurationHours), "a duration is 1 to 8784 hours (366 days)")
	}
	duration = time.Duration(w.DurationHours) * time.Hour
	if w.Duration != "" {
		duration = c.duration(join(path, "duration"), w.Duration)
	}
	return duration, endTime
}

// duration compiles a length of time: 0 if the text is empty.
func (c *compiler) duration(path, text string) time.Duration {
	d := leafAt(c, path, text, parseDuration)
	if err := window.CheckDuration(d); err != nil && text != "" {
		c.fail(tz.OutOfRange, path, text, err.(*tz.Error).Detail)
	}
	return d
}

func parseDuration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		return 0, &tz.Error{Code: tz.Invalid, Input: s, Detail: "a duration has a form like 6h30m or 90m (units h, m, s)"}
	}
	return d, nil
}

// rule compiles the kind of a schedule: nil where something is wrong.
func (c *compiler) rule(path string, s *Schedule) schedule.Rule {
	present := map[string]bool{"daily": s.Daily != nil, "weekly": s.Weekly != nil, "absoluteMonthly": s.AbsoluteMonthly != nil,
		"relativeMonthly": s.RelativeMonthly != nil, "cron": s.Cron != nil}
	if !c.single(path, present, "daily", "weekly", "absoluteMonthly", "relativeMonthly", "cron") {
		return nil
	}
	switch {
	case s.Daily != nil:
		return schedule.Daily{Interval: s.Daily.IntervalDays}
	case s.Weekly != nil:
		return c.weekly(join(path, "weekly"), s.Weekly)
	case s.AbsoluteMonthly != nil:
		return c.absoluteMonthly(join(path, "absoluteMonthly"), s.AbsoluteMonthly)
	case s.RelativeMonthly != nil:
		m := s.RelativeMonthly
		path = join(path, "relativeMonthly")
		return schedule.RelativeMonthly{
			Interval:   m.IntervalMonths,
			WeekIndex:  leaf(c, path, "weekIndex", m.WeekIndex, schedule.ParseWeekIndex),
			DayOfWeek:  leaf(c, path, "dayOfWeek", m.DayOfWeek, tz.ParseWeekday),
			OffsetDays: m.OffsetDays,
		}
	}
	return c.cron(join(path, "cron"), s.Cron)
}

func (c *compiler) weekly(path string, w *Weekly) schedule.Rule {
	weekStart := leaf(c, path, "weekStart", w.WeekStart, tz.ParseWeekday)
	if !c.single(path, map[string]bool{"dayOfWeek": w.DayOfWeek != "", "daysOfWeek": w.DaysOfWeek != nil}, "dayOfWeek", "daysOfWeek") {
		return nil
	}
	formBefore := len(c.form)
	day := leaf(c, path, "dayOfWeek", w.DayOfWeek, tz.ParseWeekday)
	days := tz.WeekdaysOf(day) | c.weekdays(join(path, "daysOfWeek"), w.DaysOfWeek)
	if len(c.form) > formBefore {
		days = tz.EveryDay // so that the rest can be checked
	}
	return schedule.Weekly{
		Interval:  w.IntervalWeeks,
		Days:      days,
		WeekStart: weekStart,
	}
}

// weekdays compiles a list of weekdays.
func (c *compiler) weekdays(path string, names []string) tz.Weekdays {
	if len(names) > MaxDays {
		c.fail(tz.TooLarge, path, "", "a list of days has at most "+strconv.Itoa(MaxDays)+" entries")
		return tz.EveryDay // so that the rest can be checked
	}
	var days tz.Weekdays
	for i, name := range names {
		if name == "" {
			c.fail(tz.Missing, index(path, i), "", "a weekday is required, such as Friday")
		}
		day, err := parsed(name, tz.ParseWeekday)
		if err != nil {
			c.malformed(index(path, i), err)
		}
		days |= tz.WeekdaysOf(day)
	}
	return days
}

func (c *compiler) absoluteMonthly(path string, m *AbsoluteMonthly) schedule.Rule {
	shortMonth := leaf(c, path, "shortMonth", m.ShortMonth, schedule.ParseShortMonth)
	if !c.single(path, map[string]bool{"dayOfMonth": m.DayOfMonth != 0, "daysOfMonth": m.DaysOfMonth != nil}, "dayOfMonth", "daysOfMonth") {
		return nil
	}
	days := m.DaysOfMonth
	if len(days) > MaxDays {
		c.fail(tz.TooLarge, join(path, "daysOfMonth"), "", "a list of days has at most "+strconv.Itoa(MaxDays)+" entries")
		return nil
	}
	if m.DayOfMonth != 0 {
		if m.DayOfMonth < -31 || m.DayOfMonth > 31 { // here, so that the path is that of the single day
			c.fail(tz.OutOfRange, join(path, "dayOfMonth"), strconv.Itoa(m.DayOfMonth), "a day of the month is 1 to 31, or -1 (the last) to -31")
			return nil
		}
		days = []int{m.DayOfMonth}
	}
	return schedule.AbsoluteMonthly{
		Interval:   m.IntervalMonths,
		Days:       days,
		ShortMonth: shortMonth,
	}
}
