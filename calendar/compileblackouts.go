package calendar

import (
	"strconv"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A blackedOut is one compiled blackout.
type blackedOut struct {
	ref      Ref
	timeline window.Timeline
}

// blackouts compiles both lists of a policy or a window that read zone. Each goes to c.shut for itself, to tell which one holds; it
// returns all of them as one, to search. It reports local ones if needsZone says that there is no telling which zone is meant.
func (c *compiler) blackouts(path string, dates []DateSpan, times []TimeSpan, zone tz.Zone, needsZone bool) window.Timeline {
	var (
		dated   []blackout.DateSpan
		yearly  []blackout.YearlySpan
		daily   []blackout.TimeSpan
		instant []window.Window
		local   = "" // the first local one
	)
	add := func(ref Ref, t window.Timeline) { c.shut = append(c.shut, blackedOut{ref, t}) }

	datesPath, timesPath := join(path, "notAllowedDates"), join(path, "notAllowedTime")
	for _, l := range []struct {
		path string
		n    int
	}{{datesPath, len(dates)}, {timesPath, len(times)}} {
		if l.n > MaxSpans {
			c.fail(tz.TooLarge, l.path, "", "a list of blackouts has at most "+strconv.Itoa(MaxSpans)+" entries")
			return window.Timeline{}
		}
	}
	for i, d := range dates {
		at := index(datesPath, i)
		c.texts(at, d.Name, "")
		ref := Ref{Path: at, Name: d.Name, Span: d.Start + " to " + d.End}
		if local == "" {
			local = at
		}
		switch c.dateKinds(at, d) {
		case yearlyDates:
			s := blackout.YearlySpan{
				Start: leaf(c, at, "start", d.Start, tz.ParseMonthDay),
				End:   leaf(c, at, "end", d.End, tz.ParseMonthDay),
			}
			t, err := blackout.Yearly(zone, s)
			if c.consistent(at, err) {
				yearly = append(yearly, s)
				add(ref, t)
			}
		case fixedDates:
			s := blackout.DateSpan{
				Start: leaf(c, at, "start", d.Start, tz.ParseDate),
				End:   leaf(c, at, "end", d.End, tz.ParseDate),
			}
			t, err := blackout.Dates(zone, s)
			if c.consistent(at, err) {
				dated = append(dated, s)
				add(ref, t)
			}
		}
	}
	for i, t := range times {
		at := index(timesPath, i)
		c.texts(at, t.Name, "")
		ref := Ref{Path: at, Name: t.Name, Span: t.Start + " to " + t.End}
		if t.DaysOfWeek != nil && len(t.DaysOfWeek) == 0 {
			c.fail(tz.Empty, join(at, "daysOfWeek"), "", "a list of weekdays is empty: leave it out for every day")
		}
		days := c.weekdays(join(at, "daysOfWeek"), t.DaysOfWeek)
		switch c.timeKinds(at, t) {
		case instants:
			if t.DaysOfWeek != nil {
				c.fail(tz.Conflict, join(at, "daysOfWeek"), "", "daysOfWeek has no meaning beside instants")
			}
			if w := c.instants(at, t.Start, t.End); !w.IsZero() {
				instant = append(instant, w)
				add(ref, window.SetOf(w).Timeline())
			}
		case timesOfDay:
			if local == "" {
				local = at
			}
			s := blackout.TimeSpan{
				Start: leaf(c, at, "start", t.Start, tz.ParseTimeOfDay),
				End:   leaf(c, at, "end", t.End, tz.ParseTimeOfDay),
				Days:  days,
			}
			timeline, err := blackout.Times(zone, s)
			if c.consistent(at, err) {
				daily = append(daily, s)
				add(ref, timeline)
			}
		}
	}
	c.unique(datesPath, len(dates), func(i int) string { return dates[i].Name })
	c.unique(timesPath, len(times), func(i int) string { return times[i].Name })
	if needsZone && local != "" {
		c.fail(tz.AmbiguousZone, local, "", "this blackout is local time, a window states a zone of its own, and the policy states none: state the policy's utcOffset or timeZone")
	}

	var kinds [3]window.Timeline // without errors: each span has been looked at
	kinds[0], _ = blackout.Dates(zone, dated...)
	kinds[1], _ = blackout.Times(zone, daily...)
	kinds[2], _ = blackout.Yearly(zone, yearly...)
	return window.Union(append(kinds[:], window.SetOf(instant...).Timeline())...)
}

// consistent reports whether err, of a list of one blackout at path, is nil, and notes it if not. What is missing because its
// form is wrong has been noted before, at the same place.
func (c *compiler) consistent(path string, err error) bool {
	for _, e := range tz.Join("", err) {
		one := *e
		one.Path = one.Path[len("[0]."):]
		c.meaning = append(c.meaning, one.Under(path))
	}
	return err == nil
}

type spanKind int

const (
	unclear spanKind = iota
	fixedDates
	yearlyDates
	timesOfDay
	instants
)

// dateKinds tells whether both ends of a span are dates or days of every year, and notes where they differ.
func (c *compiler) dateKinds(path string, d DateSpan) spanKind {
	isYearly := func(s string) bool { return len(s) == len("01-02") }
	return c.kinds(path, d.Start, d.End, isYearly, yearlyDates, fixedDates, "one end is a day of every year, the other a date: write both with the year or both without")
}

// timeKinds tells whether both ends of a span are instants or times of day, and notes where they differ.
func (c *compiler) timeKinds(path string, t TimeSpan) spanKind {
	isInstant := func(s string) bool { return len(s) > len("15:04:05") }
	return c.kinds(path, t.Start, t.End, isInstant, instants, timesOfDay, "one end is an instant, the other a time of day: write both alike")
}

func (c *compiler) kinds(path, start, end string, is func(string) bool, yes, no spanKind, differ string) spanKind {
	switch {
	case start == "":
		c.fail(tz.Missing, join(path, "start"), "", "the start of the span is required")
	case end == "":
		c.fail(tz.Missing, join(path, "end"), "", "the end of the span is required")
	case is(start) != is(end):
		c.fail(tz.Conflict, join(path, "end"), end, differ)
	case is(start):
		return yes
	default:
		return no
	}
	return unclear
}

// instants compiles a span of instants: the zero Window where something is wrong.
func (c *compiler) instants(path, start, end string) window.Window {
	if start == "" {
		c.fail(tz.Missing, join(path, "start"), "", "the first instant is required, such as 2026-03-01T22:00:00Z")
	}
	if end == "" {
		c.fail(tz.Missing, join(path, "end"), "", "the end is required, such as 2026-03-02T04:00:00Z")
	}
	formBefore := len(c.form)
	from := leaf(c, path, "start", start, tz.ParseInstant)
	to := leaf(c, path, "end", end, tz.ParseInstant)
	if start == "" || end == "" || len(c.form) > formBefore {
		return window.Window{}
	}
	w, err := window.Of(from, to)
	if err != nil {
		c.fail(err.(*tz.Error).Code, join(path, "end"), end, err.(*tz.Error).Detail)
	}
	return w
}
