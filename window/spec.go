package window

import (
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// MaxDuration is the longest a window of a schedule may be.
const MaxDuration = 366 * 24 * time.Hour

// A Spec says when windows open and how long each is, as plain data. It has either a Duration or an EndTime (S4).
type Spec struct {
	Starts   *schedule.Placed // when; not of a schedule that never comes
	Duration time.Duration    // elapsed time, in whole seconds, up to MaxDuration
	EndTime  tz.TimeOfDay     // a wall-clock end, on the start's written date or the next
}

// A Recurrence is a compiled Spec: windows without end in number, each from an occurrence of a schedule on. It is a [Source].
// Windows that overlap or touch are one open period in the timeline.
//
// It is immutable and safe for concurrent use; its methods allocate nothing.
type Recurrence struct {
	starts schedule.Placed
	length int64 // seconds; 0: the windows end at endTime
	end    int64 // seconds from midnight
}

// Compile checks s and returns its windows. All problems are reported at once, as [tz.Errors] whose paths are the keys of the
// policy document.
func Compile(s Spec) (*Recurrence, error) {
	var errs tz.Errors
	switch {
	case s.Starts == nil:
		errs = append(errs, &tz.Error{Code: tz.Missing, Path: "schedule", Detail: "a window needs a schedule that says when it starts"})
	case s.Starts.Schedule().Never():
		errs = append(errs, &tz.Error{Code: tz.NeverMatches, Path: "schedule", Detail: "no day of any year matches: the window would never open"})
	}
	switch {
	case s.Duration != 0 && !s.EndTime.IsZero():
		errs = append(errs, &tz.Error{Code: tz.Conflict, Path: "endTime", Input: s.EndTime.String(), Detail: "a window has either a duration or an endTime"})
	case s.Duration == 0 && s.EndTime.IsZero():
		errs = append(errs, &tz.Error{Code: tz.Missing, Path: "duration", Detail: "a window needs a length: a duration or an endTime"})
	case s.EndTime.IsZero():
		if err := CheckDuration(s.Duration); err != nil {
			errs = append(errs, tz.Join("duration", err)...)
		}
	}
	if len(errs) > 0 {
		return nil, errs
	}
	return &Recurrence{starts: *s.Starts, length: int64(s.Duration / time.Second), end: int64(s.EndTime.Seconds())}, nil
}

// CheckDuration returns an error, an *[tz.Error], if a window cannot be this long: more than nothing, up to [MaxDuration], in
// whole seconds.
func CheckDuration(d time.Duration) error {
	switch {
	case d <= 0 || d > MaxDuration:
		return &tz.Error{Code: tz.OutOfRange, Input: d.String(), Detail: "a duration is more than nothing and at most 366 days (8784h)"}
	case d%time.Second != 0:
		return &tz.Error{Code: tz.OutOfRange, Input: d.String(), Detail: "a duration is in whole seconds"}
	}
	return nil
}

// Timeline returns the windows as a timeline.
func (r *Recurrence) Timeline() Timeline { return TimelineOf(r) }

// Starts returns the schedule, in its zone, that the windows start by.
func (r *Recurrence) Starts() *schedule.Placed { return &r.starts }

// Holds implements [Source].
func (r *Recurrence) Holds(sec int64) bool {
	if r.length == 0 {
		_, end, _ := r.latestEnd(sec)
		return sec < end
	}
	o, ok := r.starts.UpToUntil(sec, sec-Horizon)
	return ok && sec < o.Sec+r.length
}

// Around implements [Source]. Windows so dense that they are one open period are one span, as far as [schedule.Placed.Run] can tell.
func (r *Recurrence) Around(sec int64) (open bool, before, from, to, after int64) {
	if r.length > 0 { // all are equally long: what starts on both sides of sec is all there is to know
		if last, next, ok := r.starts.Beside(sec); ok {
			end := last.Sec + r.length
			if sec >= end {
				return false, last.Sec, end, next.Sec, next.Sec + r.length
			}
			from, to = r.run(last, end)
			return true, from, from, to, max(to, next.Sec)
		}
	}
	o, end, started := r.latest(sec)
	if sec < end {
		from, to = r.run(o, end)
		return true, from, from, to, to
	}
	before = end
	if started {
		before = o.Sec
	}
	next, ok := r.starts.FromUntil(sec+1, sec+Horizon)
	switch {
	case !ok:
		return false, before, end, next.Sec, next.Sec
	case r.length > 0:
		return false, before, end, next.Sec, next.Sec + r.length
	}
	if after = r.endOf(next); after <= next.Sec { // there is no such window
		return false, before, end, next.Sec + 1, next.Sec + 1
	}
	return false, before, end, next.Sec, after
}

// run returns a span of windows around that of o, which ends at end, in which one overlaps or touches the next.
func (r *Recurrence) run(o schedule.Occurrence, end int64) (from, to int64) {
	if r.length == 0 {
		first, _ := r.starts.From(r.sameEnd(o))
		return first.Sec, end
	}
	first, last := r.starts.Run(o, r.length)
	return first, last + r.length
}

// latest returns, of the windows that have started by sec, the one that ends last, and its end. If there is none, or none in the
// last 100 years, it returns an instant by which all are over that may have started before: [tz.Past] if none has.
func (r *Recurrence) latest(sec int64) (o schedule.Occurrence, end int64, ok bool) {
	if r.length == 0 {
		return r.latestEnd(sec)
	}
	// All are equally long: the one that started last ends last.
	o, ok = r.starts.UpToUntil(sec, sec-Horizon)
	if !ok {
		return o, overBy(o.Sec), false
	}
	return o, o.Sec + r.length, true
}

// overBy returns an instant by which all windows are over that have started by sec, if that is no edge.
func overBy(sec int64) int64 {
	if sec == tz.Past {
		return tz.Past
	}
	return sec + int64(MaxDuration/time.Second)
}
