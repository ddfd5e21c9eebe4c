package gen

import (
	"slices"
	"strings"

	"github.com/casement-go/casement/calendar"
	"pgregory.net/rapid"
)

// Flawed returns a generator of cases whose policies have had one thing done to them that mostly makes them wrong: a text
// misspelled or emptied, a value out of range, a key beside one that excludes it, a required one removed. Some are still
// right, so that it takes a judge to tell.
func Flawed() *rapid.Generator[Case] {
	documents := Documents()
	return rapid.Custom(func(t *rapid.T) Case {
		c := documents.Draw(t, "case")
		p := &c.Policy
		var flaws []func()
		add := func(f func()) { flaws = append(flaws, f) }
		word := func(s *string) { add(func() { *s = misspell(t, *s) }) }
		number := func(n *int) {
			add(func() { *n = pick(t, -1, 1000, 1001, 32, -32, 31, -31, 8784, 8785, 1<<31-1, -1<<31) })
		}

		word(&p.TimeZone)
		word(&p.UTCOffset)
		word(&p.MinDuration)
		add(func() { p.Windows = nil })
		spans := func(dates []calendar.DateSpan, times []calendar.TimeSpan) {
			for i := range dates {
				d := &dates[i]
				word(&d.Start)
				word(&d.End)
				word(&d.Name)
				add(func() { d.Start, d.End = d.End, d.Start })
			}
			for i := range times {
				b := &times[i]
				word(&b.Start)
				word(&b.End)
				add(func() { b.Start, b.End = b.End, b.Start })
				add(func() { b.DaysOfWeek = []string{} })
				add(func() { b.DaysOfWeek = append(slices.Clone(b.DaysOfWeek), misspell(t, "Monday")) })
			}
		}
		spans(p.NotAllowedDates, p.NotAllowedTime)
		for i := range p.Windows {
			w := &p.Windows[i]
			spans(w.NotAllowedDates, w.NotAllowedTime)
			for _, s := range []*string{&w.StartDate, &w.EndDate, &w.StartTime, &w.Anchor, &w.Gap, &w.Overlap, &w.Duration, &w.EndTime, &w.Cutoff, &w.UTCOffset, &w.TimeZone} {
				word(s)
			}
			number(&w.DurationHours)
			add(func() { w.Always = !w.Always })
			add(func() { w.Span = &calendar.InstantSpan{Start: "2026-03-01T22:00:00Z", End: "2026-03-02T04:00:00Z"} })
			add(func() { w.Schedule = nil })
			add(func() { w.StartDate, w.EndDate = w.EndDate, w.StartDate })
			s := w.Schedule
			if s == nil {
				continue
			}
			add(func() { s.Daily = &calendar.Daily{IntervalDays: 2} })
			if r := s.Daily; r != nil {
				number(&r.IntervalDays)
			}
			if r := s.Weekly; r != nil {
				number(&r.IntervalWeeks)
				word(&r.DayOfWeek)
				word(&r.WeekStart)
				add(func() { r.DaysOfWeek = []string{} })
			}
			if r := s.AbsoluteMonthly; r != nil {
				number(&r.IntervalMonths)
				number(&r.DayOfMonth)
				word(&r.ShortMonth)
				add(func() { r.DaysOfMonth = []int{} })
				add(func() { r.DaysOfMonth = append(slices.Clone(r.DaysOfMonth), pick(t, 0, 32, -32, 30)) })
			}
			if r := s.RelativeMonthly; r != nil {
				number(&r.IntervalMonths)
				number(&r.OffsetDays)
				word(&r.WeekIndex)
				word(&r.DayOfWeek)
			}
			if r := s.Cron; r != nil {
				word(&r.Expression)
				word(&r.Expression)
				word(&r.Expression)
			}
		}
		pick(t, flaws...)()
		return c
	})
}

// misspell changes a text a little, or makes another of it.
func misspell(t *rapid.T, s string) string {
	at := 0
	if s != "" {
		at = below(t, len(s))
	}
	switch weighted(t, 2, 3, 3, 2, 1, 3) {
	case 1: // a byte less
		if s != "" {
			return s[:at] + s[at+1:]
		}
	case 2: // another byte
		if s != "" {
			return s[:at] + string(pick(t, []byte("0123456789:-+*/,?LW# .TZabM")...)) + s[at+1:]
		}
	case 3: // a byte more
		return s[:at] + string(pick(t, []byte("0123456789:-+*/,?LW# .TZabM")...)) + s[at:]
	case 4:
		return strings.ToUpper(s)
	case 5:
		return pick(t, "24:00", "24:00:00", "24:01", "23:60", "2026-02-29", "2024-02-29", "0000-01-01", "9999-12-31", "02-30", "02-29", "Local", "posix/UTC",
			"Europe/../UTC", "america/new_york", "UTC", "+14:01", "-12:00", "+00:00", "1h", "8784h", "8784h1s", "0s", "-1h", "1.5s", "500ms", "2026-03-08T02:30:00Z",
			"2026-03-08T02:30:00.5Z", "2026-03-08T02:30:00+24:00", "skip", "next", "both", "second", "first", "forward", "startDate", "Monday", "Last", "Fifth",
			"clamp", "0 0 30 2 *", "0 0 29 2 MON", "*/15 * * * *", "* * * * * *", "@every 1h", "TZ=UTC 0 0 * * *", "0 0 31 2,4 +1", "0 0 * * 8")
	}
	return ""
}
