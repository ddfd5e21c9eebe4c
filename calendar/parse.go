package calendar

import (
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// Parse reads a policy document: strict JSON, in which an unknown key, a key in another letter case and a key that stands
// twice are errors, and null is the same as no key at all.
//
// It checks the form: that every value has its type and every text the form of what it says. What the values mean together
// is for [Compile] to check, so that a policy that does not compile can still be held and looked at. Where the form is
// wrong, all that is wrong is reported at once, as [tz.Errors] with a path each, but for zones that no database has.
func Parse(data []byte) (Policy, error) {
	p, problems := read(data)
	if p == nil {
		return Policy{}, problems
	}
	c := &compiler{}
	c.policy(p)
	if len(problems)+len(c.form) > 0 {
		return Policy{}, strict.Merge(problems, c.problems())
	}
	return *p, nil
}

// CompileJSON is [Parse] and [Compile] in one, for whoever needs no Policy. It reports the problems of both at once.
func CompileJSON(data []byte, opts ...Option) (*Calendar, error) {
	p, problems := read(data)
	if p == nil {
		return nil, problems
	}
	c := newCompiler(opts)
	cal := c.policy(p)
	if len(problems)+len(c.form)+len(c.meaning) > 0 {
		return nil, strict.Merge(problems, c.problems())
	}
	return cal, nil
}

// read returns the policy of a document as far as it can be read, and what is wrong with its JSON, its keys and its types: no
// policy where it is not JSON.
func read(data []byte) (*Policy, tz.Errors) {
	tree, problems := strict.Parse(data)
	if tree == nil {
		return nil, problems
	}
	r := &reader{strict.Reader{Problems: problems}}
	p := new(Policy)
	r.policy(p)(*tree, "")
	return p, r.Problems
}

// A reader turns a tree into a Policy.
type reader struct{ strict.Reader }

func (r *reader) always(to *bool) strict.Target {
	return func(v strict.Value, path string) {
		if !r.Expect(strict.Boolean, v, path) {
			return
		}
		if *to = v.Text == "true"; !*to {
			r.Fail(tz.OutOfRange, path, v.Text, "always is true, or left out")
		}
	}
}

func (r *reader) policy(p *Policy) strict.Target {
	return r.Object(map[string]strict.Target{
		"name":            r.Text(&p.Name),
		"description":     r.Text(&p.Description),
		"utcOffset":       r.Word(&p.UTCOffset),
		"timeZone":        r.Word(&p.TimeZone),
		"windows":         strict.Items(&r.Reader, &p.Windows, MaxWindows, r.window),
		"minDuration":     r.Word(&p.MinDuration),
		"notAllowedDates": strict.Items(&r.Reader, &p.NotAllowedDates, MaxSpans, r.dateSpan),
		"notAllowedTime":  strict.Items(&r.Reader, &p.NotAllowedTime, MaxSpans, r.timeSpan),
	})
}

func (r *reader) window(w *WindowSpec) strict.Target {
	return r.Object(map[string]strict.Target{
		"name":            r.Text(&w.Name),
		"description":     r.Text(&w.Description),
		"schedule":        strict.Pointer(&w.Schedule, r.schedule),
		"span":            strict.Pointer(&w.Span, r.instantSpan),
		"always":          r.always(&w.Always),
		"startDate":       r.Word(&w.StartDate),
		"endDate":         r.Word(&w.EndDate),
		"startTime":       r.Word(&w.StartTime),
		"anchor":          r.Word(&w.Anchor),
		"gap":             r.Word(&w.Gap),
		"overlap":         r.Word(&w.Overlap),
		"durationHours":   r.Count(&w.DurationHours),
		"duration":        r.Word(&w.Duration),
		"endTime":         r.Word(&w.EndTime),
		"cutoff":          r.Word(&w.Cutoff),
		"utcOffset":       r.Word(&w.UTCOffset),
		"timeZone":        r.Word(&w.TimeZone),
		"notAllowedDates": strict.Items(&r.Reader, &w.NotAllowedDates, MaxSpans, r.dateSpan),
		"notAllowedTime":  strict.Items(&r.Reader, &w.NotAllowedTime, MaxSpans, r.timeSpan),
	})
}

func (r *reader) schedule(s *Schedule) strict.Target {
	return r.Object(map[string]strict.Target{
		"daily": strict.Pointer(&s.Daily, func(d *Daily) strict.Target {
			return r.Object(map[string]strict.Target{"intervalDays": r.Count(&d.IntervalDays)})
		}),
		"weekly": strict.Pointer(&s.Weekly, func(w *Weekly) strict.Target {
			return r.Object(map[string]strict.Target{
				"intervalWeeks": r.Count(&w.IntervalWeeks),
				"dayOfWeek":     r.Word(&w.DayOfWeek),
				"daysOfWeek":    strict.Items(&r.Reader, &w.DaysOfWeek, MaxDays, r.Word),
				"weekStart":     r.Word(&w.WeekStart),
			})
		}),
		"absoluteMonthly": strict.Pointer(&s.AbsoluteMonthly, func(m *AbsoluteMonthly) strict.Target {
			return r.Object(map[string]strict.Target{
				"intervalMonths": r.Count(&m.IntervalMonths),
				"dayOfMonth":     r.Count(&m.DayOfMonth),
				"daysOfMonth":    strict.Items(&r.Reader, &m.DaysOfMonth, MaxDays, r.Count),
				"shortMonth":     r.Word(&m.ShortMonth),
			})
		}),
		"relativeMonthly": strict.Pointer(&s.RelativeMonthly, func(m *RelativeMonthly) strict.Target {
			return r.Object(map[string]strict.Target{
				"intervalMonths": r.Count(&m.IntervalMonths),
				"weekIndex":      r.Word(&m.WeekIndex),
				"dayOfWeek":      r.Word(&m.DayOfWeek),
				"offsetDays":     r.Integer(&m.OffsetDays),
			})
		}),
		"cron": strict.Pointer(&s.Cron, r.cron),
	})
}

func (r *reader) instantSpan(s *InstantSpan) strict.Target {
	return r.Object(map[string]strict.Target{"start": r.Word(&s.Start), "end": r.Word(&s.End)})
}

func (r *reader) dateSpan(s *DateSpan) strict.Target {
	return r.Object(map[string]strict.Target{"name": r.Text(&s.Name), "start": r.Word(&s.Start), "end": r.Word(&s.End)})
}

func (r *reader) timeSpan(s *TimeSpan) strict.Target {
	return r.Object(map[string]strict.Target{
		"name":       r.Text(&s.Name),
		"start":      r.Word(&s.Start),
		"end":        r.Word(&s.End),
		"daysOfWeek": strict.Items(&r.Reader, &s.DaysOfWeek, MaxDays, r.Word),
	})
}

func join(path, key string) string { return strict.Join(path, key) }
