package aks

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/internal/strict"
	"github.com/casement-go/casement/tz"
)

// windowTargets returns the targets for the keys of a maintenance window, which stand in the object at path.
func (r *reader) windowTargets(c *configuration, path string) map[string]strict.Target {
	w := &calendar.WindowSpec{}
	c.window, c.windowPath = w, path
	c.places["windows[0]"] = path
	for _, key := range windowKeys {
		c.places["windows[0]."+key] = strict.Join(path, c.key(key))
	}
	c.places["utcOffset"] = strict.Join(path, c.key("utcOffset"))
	return map[string]strict.Target{
		"schedule":             strict.Pointer(&w.Schedule, func(s *calendar.Schedule) strict.Target { return r.schedule(c, s) }),
		c.key("startDate"):     r.Word(&w.StartDate),
		c.key("startTime"):     r.Word(&w.StartTime),
		c.key("utcOffset"):     r.Word(&w.UTCOffset),
		c.key("durationHours"): r.Count(&w.DurationHours),
		c.key("notAllowedDates"): strict.Items(&r.Reader, &w.NotAllowedDates, calendar.MaxSpans, func(s *calendar.DateSpan) strict.Target {
			return r.Object(map[string]strict.Target{"start": r.Word(&s.Start), "end": r.Word(&s.End)})
		}),
	}
}

// schedule returns a target for a schedule: an object with one of its kinds or, in the SDK's form, the keys of that kind at
// once, which also tell which it is.
func (r *reader) schedule(c *configuration, s *calendar.Schedule) strict.Target {
	kinds := map[string]strict.Target{
		c.key("daily"): strict.Pointer(&s.Daily, func(d *calendar.Daily) strict.Target {
			return r.kind(c, "daily", map[string]strict.Target{"intervalDays": r.Count(&d.IntervalDays)})
		}),
		c.key("weekly"): strict.Pointer(&s.Weekly, func(w *calendar.Weekly) strict.Target {
			return r.kind(c, "weekly", map[string]strict.Target{"intervalWeeks": r.Count(&w.IntervalWeeks), "dayOfWeek": r.dayTarget(c, &w.DayOfWeek)})
		}),
		c.key("absoluteMonthly"): strict.Pointer(&s.AbsoluteMonthly, func(m *calendar.AbsoluteMonthly) strict.Target {
			return r.kind(c, "absoluteMonthly", map[string]strict.Target{"intervalMonths": r.Count(&m.IntervalMonths), "dayOfMonth": r.Count(&m.DayOfMonth)})
		}),
		c.key("relativeMonthly"): strict.Pointer(&s.RelativeMonthly, func(m *calendar.RelativeMonthly) strict.Target {
			return r.kind(c, "relativeMonthly", map[string]strict.Target{"intervalMonths": r.Count(&m.IntervalMonths),
				"weekIndex": r.indexTarget(c, &m.WeekIndex), "dayOfWeek": r.dayTarget(c, &m.DayOfWeek)})
		}),
	}
	return func(v strict.Value, path string) {
		if c.snake {
			for _, flat := range []struct{ key, kind string }{{"interval_days", "daily"}, {"interval_weeks", "weekly"},
				{"day_of_month", "absolute_monthly"}, {"week_index", "relative_monthly"}, {"interval_months", "absolute_monthly"}} {
				if v.Has(flat.key) {
					kinds[flat.kind](v, path)
					return
				}
			}
		}
		r.Object(kinds)(v, path)
	}
}

// kind returns a target for the keys of one kind of schedule, and notes where they stand.
func (r *reader) kind(c *configuration, name string, camel map[string]strict.Target) strict.Target {
	targets := make(map[string]strict.Target, len(camel))
	for key, target := range camel {
		targets[c.key(key)] = target
	}
	return func(v strict.Value, path string) {
		at := "windows[0].schedule." + name
		c.places[at] = path
		for key := range camel {
			c.places[at+"."+key] = strict.Join(path, c.key(key))
		}
		r.Object(targets)(v, path)
	}
}

// A daySlots is an entry of timeInWeek.
type daySlots struct {
	path  string
	day   string
	slots []int
}

// maxDaySlots is how many entries timeInWeek may have, and each of them slots. There are no more than 7 and 24 to say.
const maxDaySlots = 100

func (r *reader) daySlots(c *configuration, s *daySlots) strict.Target {
	return func(v strict.Value, path string) {
		s.path = path
		r.Object(map[string]strict.Target{
			"day": r.dayTarget(c, &s.day),
			c.key("hourSlots"): strict.Items(&r.Reader, &s.slots, maxDaySlots, func(h *int) strict.Target {
				return func(v strict.Value, path string) {
					if r.Integer(h)(v, path); *h < 0 || *h > 23 {
						r.Fail(tz.OutOfRange, path, v.Text, "an hour slot is 0 to 23, where 23 is the hour from 23:00 UTC")
						*h = 0
					}
				}
			}),
		})(v, path)
	}
}
