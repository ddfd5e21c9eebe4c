// Package calendar answers, for a maintenance policy and an instant: is it open? until when? when next? why not?
//
// [CompileJSON] turns a policy document into a [Calendar], and that is asked:
//
//	cal, err := calendar.CompileJSON(data)
//	cal.IsOpen(t)                          // a bool
//	cal.At(t)                              // open or shut, since when, until when, which windows, or why not, and what comes next
//	cal.Explain(t)                         // window by window and blackout by blackout: because of what
//	cal.Next(t)                            // the next open period
//	cal.NextFit(t, need)                   // the first span in which that much work fits
//	for w := range cal.Windows(from, to)   // the open periods of a range
//
// A [Policy] is the document as plain data: [Parse] reads one, [Compile] takes one from wherever it comes.
//
// # What it means
//
// A policy is open where at least one of its windows is and no blackout holds. Everything is half-open: open at a start, shut at an
// end. Windows that overlap or touch are one open period. Blackouts always beat windows: those of a window cut that window,
// those of the policy cut all.
//
// An open period that is shorter than the policy's minDuration, after all that, is shut. The cutoff of a window does not
// shut anything: it says how long before the end nothing new starts, which [Calendar.NextFit] heeds.
//
// A start at a local time that the wall clock jumps over moves forward by as much; where the clock is set back, the first
// reading counts (RFC 5545 section 3.3.5). A window says otherwise with gap and overlap. A blackout covers all that reads
// as it says: where the clock is ambiguous a window opens once and a blackout covers everything.
//
// Calendars read no clock, no disk and no environment: the caller passes the instant. The same document, the same tz database and
// the same instant give the same answer on every machine. [Calendar.TZVersion] says which database.
//
// # Limits
//
//	a document           4 MiB, 1,048,576 values, objects of 100 keys, 16 levels deep
//	windows              10,000
//	notAllowedDates      10,000 entries, of the policy and of each window
//	notAllowedTime       10,000 entries, of the policy and of each window
//	daysOfWeek           100 entries (equal ones merge)
//	daysOfMonth          100 entries
//	cron                 1,024 bytes
//	names, descriptions  256 and 4,096 bytes
//	intervals            1 to 1,000 days, weeks or months
//	durations            1 second to 366 days, also as cutoff and as minDuration
//	offsets              -12:00 to +14:00
//	dates                0001-01-01 to 9999-12-31
//	problems listed      1,000
//
// # Cost
//
// IsOpen, At, Next, Prev and NextFit allocate nothing. They take time in proportion to the number of windows and to the logarithm of the
// number of blackouts, and do not depend on how far startDate lies back. Searches look [window.Horizon] ahead, 100 years: in the worst
// case, where nothing is found, they take a step a local day for each window and blackout; a cron window counts as many times as it
// has starts a day, and so does a blackout that cuts into each. Where all that opens is too short, for
// minDuration or for what NextFit is asked, they take up to two steps for each such length of time instead.
//
// # Errors
//
// Every problem is a [tz.Error] with a stable code and the path of the value in the document; all of them are reported at once,
// as [tz.Errors].
package calendar

import (
	"iter"
	"strconv"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A Calendar is a compiled policy: [Compile] and [CompileJSON] make one. It is immutable and safe for concurrent use. The zero
// Calendar has no windows and is never open.
type Calendar struct {
	name      string
	windows   []opening
	blackouts []blackedOut // those of the windows, and then the policy's
	timeline  window.Timeline
	whole     window.Timeline // before minDuration; never open where there is none
	shut      window.Timeline // all the policy's blackouts
	cutoffs   []int32         // of the windows, in seconds; nil: all are 0
	version   string
	own       int32 // where the policy's begin
}

// Name returns the name of the policy; it may be empty.
func (c *Calendar) Name() string { return c.name }

// IsOpen reports whether the policy is open at t.
func (c *Calendar) IsOpen(t time.Time) bool { return c.timeline.IsOpen(t) }

// Next returns the first open period that starts after t, and whether there is one within [window.Horizon]: inside an open
// period, the one after it. It has a start, and lacks an end where that is not within the horizon. Asked with the start it
// returned, it always advances.
func (c *Calendar) Next(t time.Time) (window.Window, bool) { return c.timeline.Next(t) }

// Prev returns the last open period that ended at or before t, and whether there is one within [window.Horizon]. It has an end,
// and lacks a start where that is not within the horizon.
func (c *Calendar) Prev(t time.Time) (window.Window, bool) { return c.timeline.Prev(t) }

// Windows returns the open periods from one instant to another, each clipped to [from, to), so that each has a start and an end. The
// sequence may be ranged over again.
func (c *Calendar) Windows(from, to time.Time) iter.Seq[window.Window] {
	return c.timeline.Windows(from, to)
}

// Timeline returns the calendar as a timeline, for the algebra of several: open in all of them, in any, in one and not the
// other.
func (c *Calendar) Timeline() window.Timeline { return c.timeline }

// TZVersion returns the version of the tz database that the calendar's zones were loaded from, such as 2025b: empty where
// the database does not say, and where the calendar has no zone but fixed offsets.
func (c *Calendar) TZVersion() string { return c.version }

// A Ref names a window or a blackout of the policy document.
type Ref struct {
	Path string // windows[1], windows[1].notAllowedDates[0], notAllowedTime[3]
	Name string // as the document gives it; may be empty
	Span string // of a blackout: its ends as the document gives them, "2026-12-18 to 2027-01-04"
}

// ref names window i.
func (c *Calendar) ref(i int) Ref { return Ref{Path: index("windows", i), Name: c.windows[i].name} }

// String returns the path and what else is known, in one line whatever the name: windows[1] "nightly".
func (r Ref) String() string {
	s := r.Path
	if r.Name != "" {
		s += " " + strconv.Quote(r.Name)
	}
	if r.Span != "" {
		s += " (" + r.Span + ")"
	}
	return s
}

// A Reason says why a calendar is shut. Reasons are stable.
type Reason string

// The reasons, in the order in which they are looked for: the first that holds is given.
const (
	Blackout       Reason = "Blackout"       // a window would hold the instant, but a blackout does too
	TooShort       Reason = "TooShort"       // a window holds the instant, but it is open for less than minDuration
	BeforeStart    Reason = "BeforeStart"    // the startDate of every window, or its span, is still to come
	AfterEnd       Reason = "AfterEnd"       // the endDate of every window, or its span, is past
	BetweenWindows Reason = "BetweenWindows" // no window holds the instant
	NoWindows      Reason = "NoWindows"      // the policy has no windows
)

// reason returns why the calendar is shut at sec.
func (c *Calendar) reason(sec int64) Reason {
	if len(c.windows) == 0 {
		return NoWindows
	}
	if len(c.blackouts) > 0 {
		// Where none of the policy's holds, a window is shut by its own or not at all.
		shut := c.shut.Holds(sec)
		for i := range c.windows {
			if w := &c.windows[i]; (shut || w.blackouts < w.nextOne && !w.timeline.Holds(sec)) && w.source.Holds(sec) {
				return Blackout
			}
		}
	}
	if c.whole.Holds(sec) {
		return TooShort
	}
	before, after := true, true
	for i := 0; i < len(c.windows) && (before || after); i++ {
		b, a := c.windows[i].bounds(sec)
		before, after = before && b, after && a
	}
	switch {
	case before:
		return BeforeStart
	case after:
		return AfterEnd
	}
	return BetweenWindows
}

// At returns all about the instant t at once.
func (c *Calendar) At(t time.Time) Status {
	sec := tz.Seconds(t)
	s := Status{calendar: c, at: sec}
	s.Open, s.span, s.next = c.timeline.Around(t)
	if !s.Open {
		s.Reason = c.reason(sec)
	}
	return s
}
