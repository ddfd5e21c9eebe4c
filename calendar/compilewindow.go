package calendar

import (
	"strconv"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// An opening is a compiled WindowSpec.
type opening struct {
	ref         Ref
	zone        tz.Zone
	source      window.Timeline // before any blackout
	timeline    window.Timeline // after all
	blackouts   []blackedOut    // its own, in the order of the document
	merged      []window.Timeline
	span        bool  // a single span of instants
	first, last int64 // where starts may lie at all, [first, last): in local seconds, of a span in Unix seconds
}

// shut subtracts the window's own blackouts and those of the policy.
func (o *opening) shut(policy []window.Timeline) {
	o.timeline = o.source.Subtract(append(o.merged, policy...)...)
	o.merged = nil
}

// window compiles an entry of windows. The zone is the policy's.
func (c *compiler) window(path string, w *WindowSpec, zone tz.Zone) opening {
	c.texts(path, w.Name, w.Description)
	if w.UTCOffset != "" || w.TimeZone != "" {
		zone = c.zone(path, w.UTCOffset, w.TimeZone)
	}
	o := opening{ref: Ref{Path: path, Name: w.Name}, zone: zone, first: tz.Past, last: tz.Future}
	shut := c.blackouts(path, w.NotAllowedDates, w.NotAllowedTime, zone, false)
	o.blackouts, o.merged = shut.each, shut.merged

	present := map[string]bool{"schedule": w.Schedule != nil, "span": w.Span != nil, "always": w.Always}
	if !c.single(path, present, "schedule", "span", "always") {
		return o
	}
	if w.Schedule != nil {
		c.recurring(path, w, &o)
		return o
	}
	kind := "span"
	if w.Always {
		kind = "always"
	}
	for _, k := range []struct {
		key     string
		present bool
	}{{"startDate", w.StartDate != ""}, {"endDate", w.EndDate != ""}, {"startTime", w.StartTime != ""}, {"anchor", w.Anchor != ""}, {"gap", w.Gap != ""},
		{"overlap", w.Overlap != ""}, {"durationHours", w.DurationHours != 0}, {"duration", w.Duration != ""}, {"endTime", w.EndTime != ""}} {
		if k.present {
			c.fail(tz.Conflict, join(path, k.key), "", k.key+" belongs to a schedule: it has no meaning beside "+kind)
		}
	}
	if w.Always {
		o.source = window.Always()
		return o
	}
	span := c.instants(join(path, "span"), w.Span.Start, w.Span.End)
	o.span = true
	o.first, o.last = span.Seconds()
	o.source = window.SetOf(span).Timeline()
	return o
}

// recurring compiles the schedule and the length of a window.
func (c *compiler) recurring(path string, w *WindowSpec, o *opening) {
	formBefore := len(c.form)
	spec := schedule.Spec{
		Rule:      c.rule(join(path, "schedule"), w.Schedule),
		StartTime: leaf(c, join(path, "startTime"), w.StartTime, tz.ParseTimeOfDay),
		StartDate: leaf(c, join(path, "startDate"), w.StartDate, tz.ParseDate),
		EndDate:   leaf(c, join(path, "endDate"), w.EndDate, tz.ParseDate),
		Anchor:    leaf(c, join(path, "anchor"), w.Anchor, schedule.ParseAnchor),
	}
	gap := leaf(c, join(path, "gap"), w.Gap, tz.ParseGap)
	overlap := leaf(c, join(path, "overlap"), w.Overlap, tz.ParseOverlap)
	length := window.Spec{
		Duration: leaf(c, join(path, "duration"), w.Duration, parseDuration),
		EndTime:  leaf(c, join(path, "endTime"), w.EndTime, tz.ParseTimeOfDay),
	}
	present := map[string]bool{"durationHours": w.DurationHours != 0, "duration": w.Duration != "", "endTime": w.EndTime != ""}
	hasLength := c.single(path, present, "durationHours", "duration", "endTime")
	if len(c.form) > formBefore || spec.Rule == nil {
		return // what is wrong with the parts would only come back as something wrong with the whole
	}
	compiled, err := schedule.Compile(spec)
	if err != nil {
		c.meaning = append(c.meaning, tz.Join(path, err)...)
		return
	}
	if compiled.FollowsRealClock() {
		// In cannot tell an option that is left out from one that is spelled out as its default.
		const detail = `a cron schedule whose hour field begins with "*" follows the real clock: leave this out`
		if w.Gap != "" {
			c.fail(tz.Conflict, join(path, "gap"), w.Gap, detail)
		}
		if w.Overlap != "" {
			c.fail(tz.Conflict, join(path, "overlap"), w.Overlap, detail)
		}
		gap, overlap = tz.GapForward, tz.OverlapFirst
	}
	length.Starts, err = compiled.In(o.zone, gap, overlap)
	c.meaning = append(c.meaning, tz.Join(path, err)...)
	switch {
	case w.DurationHours > int(window.MaxDuration/time.Hour) || w.DurationHours < 0:
		c.fail(tz.OutOfRange, join(path, "durationHours"), strconv.Itoa(w.DurationHours), "a duration is 1 to 8784 hours (366 days)")
		return
	case w.DurationHours != 0:
		length.Duration = time.Duration(w.DurationHours) * time.Hour
	case w.Duration != "":
		if err := window.CheckDuration(length.Duration); err != nil {
			c.fail(tz.OutOfRange, join(path, "duration"), w.Duration, err.(*tz.Error).Detail)
			return
		}
	}
	if !hasLength {
		return
	}
	r, err := window.Compile(length)
	c.meaning = append(c.meaning, tz.Join(path, err)...)
	if err != nil {
		return
	}
	o.source = r.Timeline()
	if !spec.StartDate.IsZero() {
		o.first = int64(spec.StartDate.Day()) * tz.SecondsPerDay
	}
	if !spec.EndDate.IsZero() {
		o.last = int64(spec.EndDate.Day()+1) * tz.SecondsPerDay
	}
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
			WeekIndex:  leaf(c, join(path, "weekIndex"), m.WeekIndex, schedule.ParseWeekIndex),
			DayOfWeek:  leaf(c, join(path, "dayOfWeek"), m.DayOfWeek, tz.ParseWeekday),
			OffsetDays: m.OffsetDays,
		}
	}
	if s.Cron.Expression == "" {
		c.fail(tz.Missing, join(path, "cron"), "", "a cron expression is required, such as 0 2 * * MON-FRI")
		return nil
	}
	cron := leaf(c, join(path, "cron"), s.Cron.Expression, schedule.ParseCron)
	if cron == nil {
		return nil
	}
	return cron
}

func (c *compiler) weekly(path string, w *Weekly) schedule.Rule {
	if !c.single(path, map[string]bool{"dayOfWeek": w.DayOfWeek != "", "daysOfWeek": w.DaysOfWeek != nil}, "dayOfWeek", "daysOfWeek") {
		return nil
	}
	day := leaf(c, join(path, "dayOfWeek"), w.DayOfWeek, tz.ParseWeekday)
	return schedule.Weekly{
		Interval:  w.IntervalWeeks,
		Days:      tz.WeekdaysOf(day) | c.weekdays(join(path, "daysOfWeek"), w.DaysOfWeek),
		WeekStart: leaf(c, join(path, "weekStart"), w.WeekStart, tz.ParseWeekday),
	}
}

// weekdays compiles a list of weekdays.
func (c *compiler) weekdays(path string, names []string) tz.Weekdays {
	if len(names) > MaxDays {
		c.fail(tz.TooLarge, path, "", "a list of days has at most "+strconv.Itoa(MaxDays)+" entries")
		return 0
	}
	var days tz.Weekdays
	for i, name := range names {
		if name == "" {
			c.fail(tz.Missing, index(path, i), "", "a weekday is required, such as Friday")
		}
		days |= tz.WeekdaysOf(leaf(c, index(path, i), name, tz.ParseWeekday))
	}
	return days
}

func (c *compiler) absoluteMonthly(path string, m *AbsoluteMonthly) schedule.Rule {
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
		ShortMonth: leaf(c, join(path, "shortMonth"), m.ShortMonth, schedule.ParseShortMonth),
	}
}
