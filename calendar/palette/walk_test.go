package palette_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/palette"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// A plan is a schedule in plain numbers. Lists that are left out are nil.
type plan struct {
	preset, every                         string
	startDate                             time.Time
	months, weekdays, days, hours, minute []int
	length                                int // hours
}

func plans() *rapid.Generator[plan] {
	return rapid.Custom(func(t *rapid.T) plan {
		list := func(label string, least, most int) []int {
			if rapid.IntRange(0, 2).Draw(t, label+" left out") == 0 {
				return nil
			}
			return rapid.SliceOfN(rapid.IntRange(least, most), 1, 4).Draw(t, label)
		}
		p := plan{length: rapid.IntRange(1, 24).Draw(t, "hours of length")}
		if rapid.IntRange(0, 4).Draw(t, "preset or not") == 0 {
			p.preset = rapid.SampledFrom([]string{palette.Weekly, palette.Fortnightly, palette.Monthly, palette.BiMonthly}).Draw(t, "preset")
			p.startDate = time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 600).Draw(t, "startDate"))
			return p
		}
		p.every = rapid.SampledFrom([]string{"day", "week", "month", "year"}).Draw(t, "every")
		p.hours, p.minute = list("hours", 0, 23), list("minutes", 0, 59)
		if p.every != "day" {
			p.weekdays = list("days of week", 0, 6)
		}
		if p.every == "month" || p.every == "year" {
			p.days = list("days of month", 1, 31)
		}
		if p.every == "year" {
			p.months = list("months", 1, 12)
		}
		return p
	})
}

// schedule writes the plan as an entry of schedules.
func (p plan) schedule(name string) map[string]any {
	s := map[string]any{"name": name, "durationHours": p.length}
	if p.preset != "" {
		s["preset"] = p.preset
		if p.preset == palette.Fortnightly {
			s["startDate"] = p.startDate.Format(time.DateOnly)
		}
		return s
	}
	s["every"] = p.every
	for key, list := range map[string][]int{"daysOfMonth": p.days, "hours": p.hours, "minutes": p.minute} {
		if list != nil {
			s[key] = list
		}
	}
	var months, weekdays []string
	for _, m := range p.months {
		months = append(months, time.Month(m).String())
	}
	for _, d := range p.weekdays {
		weekdays = append(weekdays, time.Weekday(d).String())
	}
	if months != nil {
		s["months"] = months
	}
	if weekdays != nil {
		s["daysOfWeek"] = weekdays
	}
	return s
}

// in reports whether a list that is left out, or holds n, does.
func in(list []int, n int) bool { return list == nil || slices.Contains(list, n) }

// on reports whether the plan starts on a day.
func (p plan) on(d time.Time) bool {
	switch p.preset {
	case palette.Weekly:
		return d.Weekday() == time.Sunday
	case palette.Fortnightly:
		return !d.Before(p.startDate) && int(d.Sub(p.startDate).Hours()/24)%14 == 0
	case palette.Monthly:
		return d.Day() == 1
	case palette.BiMonthly:
		return d.Day() == 1 && slices.Contains([]time.Month{1, 3, 5, 7, 9, 11}, d.Month())
	}
	if !in(p.months, int(d.Month())) {
		return false
	}
	switch {
	case p.days != nil && p.weekdays != nil:
		return slices.Contains(p.days, d.Day()) || slices.Contains(p.weekdays, int(d.Weekday()))
	case p.days != nil:
		return slices.Contains(p.days, d.Day())
	default:
		return in(p.weekdays, int(d.Weekday()))
	}
}

// starts calls f for each start, walking over days, hours and minutes.
func (p plan) starts(from, to time.Time, f func(time.Time)) {
	for d := from; d.Before(to); d = d.AddDate(0, 0, 1) {
		if !p.on(d) {
			continue
		}
		if p.preset != "" {
			f(d)
			continue
		}
		for h := range 24 {
			if !in(p.hours, h) {
				continue
			}
			for m := range 60 {
				if in(p.minute, m) {
					f(d.Add(time.Duration(h)*time.Hour + time.Duration(m)*time.Minute))
				}
			}
		}
	}
}

// A policy gives the windows that a walk over days, hours and minutes gives, which shares no cron code with it: over a leap year and the
// months about it.
func TestAgainstPlainWalk(t *testing.T) {
	from, to := time.Date(2027, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2029, 3, 2, 0, 0, 0, 0, time.UTC)
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(plans(), 1, 3).Draw(t, "schedules")
		var schedules []map[string]any
		var want window.Set
		for i, p := range list {
			schedules = append(schedules, p.schedule(string(rune('a'+i))))
			var open, until time.Time
			p.starts(from.AddDate(0, 0, -2), to, func(at time.Time) {
				if at.After(until) {
					want = want.Union(clipped(open, until, from, to))
					open = at
				}
				until = at.Add(time.Duration(p.length) * time.Hour)
			})
			want = want.Union(clipped(open, until, from, to))
		}
		data, _ := json.Marshal(map[string]any{"schedules": schedules})
		policy, _, err := palette.Parse(data)
		if err != nil {
			for _, e := range err.(tz.Errors) {
				if e.Code != tz.NeverMatches { // day 30 of February alone
					t.Fatalf("%v\n%s", err, data)
				}
			}
			return
		}
		var got []window.Window
		for w := range calendar.MustCompile(policy).Windows(from, to) {
			got = append(got, w)
		}
		if !slices.Equal(got, slices.Collect(want.All())) {
			t.Fatalf("got %v\nwant %v\n%s", got, want, data)
		}
	})
}

// clipped returns the part of a window that lies in a range.
func clipped(open, until, from, to time.Time) window.Set {
	w, err := window.Of(open, until)
	if err != nil {
		return window.Set{}
	}
	r, _ := window.Of(from, to)
	return window.SetOf(w.Clip(r))
}
