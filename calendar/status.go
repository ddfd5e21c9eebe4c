package calendar

import (
	"iter"
	"strings"
	"time"

	"github.com/casement-go/casement/window"
)

// A Status is what a calendar says about one instant. It is immutable and safe for concurrent use. The zero Status says nothing: it is
// shut for no reason. It is not for JSON, which would have its fields alone: an [Explanation] is, and [Status.LogValue] has all of it.
type Status struct {
	Open   bool
	Reason Reason // why it is shut; empty where it is open

	at         int64
	span, next window.Window
	calendar   *Calendar
}

// Time returns the instant asked about, without a fraction of a second, in UTC.
func (s Status) Time() time.Time { return time.Unix(s.at, 0).UTC() }

// Since returns when the state of the instant began, the start of the open period or the end of the last one, and whether it
// began within [window.Horizon].
func (s Status) Since() (time.Time, bool) { return s.span.Start() }

// Until returns when the state of the instant ends, the end of the open period or the start of the next one, and whether it
// ends within [window.Horizon].
func (s Status) Until() (time.Time, bool) { return s.span.End() }

// Remaining returns how much open time is left, from Time to Until, and whether that is known: it is not where the calendar is shut,
// nor where it stays open for all of [window.Horizon].
func (s Status) Remaining() (time.Duration, bool) {
	until, ends := s.Until()
	if !s.Open || !ends {
		return 0, false
	}
	return until.Sub(s.Time()), true
}

// Next returns the first open period that starts after the instant, and whether there is one within [window.Horizon].
func (s Status) Next() (window.Window, bool) { return s.next, !s.next.IsZero() }

// Windows returns the windows of the policy that hold the instant: those that are open or, where the reason is Blackout or TooShort,
// those that would be.
func (s Status) Windows() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		if s.calendar == nil {
			return
		}
		for i := range s.calendar.windows {
			w := &s.calendar.windows[i]
			timeline := w.timeline
			if !s.Open {
				timeline = w.source
			}
			if timeline.Holds(s.at) && !yield(s.calendar.ref(i)) {
				return
			}
		}
	}
}

// Blackouts returns the blackouts that keep the windows of Windows shut: none where the reason is not Blackout.
func (s Status) Blackouts() iter.Seq[Ref] {
	return func(yield func(Ref) bool) {
		if s.Reason != Blackout {
			return
		}
		for i := range s.calendar.windows {
			w := &s.calendar.windows[i]
			if !w.source.Holds(s.at) {
				continue
			}
			for _, b := range s.calendar.blackouts[w.blackouts:w.nextOne] {
				if b.timeline.Holds(s.at) && !yield(b.ref) {
					return
				}
			}
		}
		for _, b := range s.calendar.blackouts[s.calendar.own:] {
			if b.timeline.Holds(s.at) && !yield(b.ref) {
				return
			}
		}
	}
}

// String returns the status in one line, the empty text for the zero Status:
//
//	open until 2026-01-10T07:00:00Z: windows[0] "fortnightly"
//	shut until 2026-12-30T03:00:00Z: Blackout by notAllowedDates[0] (2026-12-18 to 2027-01-04)
func (s Status) String() string {
	if s.calendar == nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(map[bool]string{true: "open", false: "shut"}[s.Open])
	if until, ok := s.Until(); ok {
		b.WriteString(" until " + until.Format(time.RFC3339))
	}
	b.WriteString(": ")
	refs := s.Windows()
	if !s.Open {
		b.WriteString(string(s.Reason))
		if s.Reason == Blackout {
			b.WriteString(" by ")
		}
		refs = s.Blackouts()
	}
	sep := ""
	for r := range refs {
		b.WriteString(sep + r.String())
		sep = ", "
	}
	return b.String()
}
