// Package blackout answers: when must it stay shut?
//
// A blackout is a set of instants that is never open. There are four kinds: spans of local dates ([Dates]), spans of dates
// that recur every year ([Yearly]), times of day ([Times]), each of which becomes a [window.Timeline] that is open where
// the blackout holds; and spans of instants, which are a [window.Set].
//
// The first three are functions of the wall clock: an instant is blacked out if what the clock reads then is. In an
// overlap of the clock both readings are covered, in a gap there is nothing to cover, and a local date that comes in two pieces
// (St. John's 2006-10-28, which the clock left at midnight and entered again) is covered in both.
//
// Timelines are immutable and safe for concurrent use. A question takes time in proportion to the logarithm of the number
// of spans, and allocates nothing.
package blackout

import (
	"strconv"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A reading is a function of what the wall clock reads.
type reading interface {
	// around reports whether the local time is in, and a span [from, to) around it, in local seconds, for which the same holds.
	around(local int64) (in bool, from, to int64)
}

// A wall is a reading in a zone: a [window.Source]. It answers for one stretch of constant offset at a time.
type wall struct {
	zone    tz.Zone
	reading reading
}

// Holds implements [window.Source].
func (w wall) Holds(sec int64) bool {
	in, _, _ := w.reading.around(w.zone.Local(sec))
	return in
}

// First implements [window.Source].
func (w wall) First(sec, limit int64, want window.State) (int64, bool) {
	for sec <= limit {
		s := w.zone.Stretch(sec)
		in, from, to := w.reading.around(sec + int64(s.Offset))
		if window.State(in) == want {
			return sec, true
		}
		// The reading does not change any more, and the clock is not set back again to where it did.
		if to >= tz.Future && s.To+int64(min(s.Offset, s.After)) >= from {
			break
		}
		sec = min(to-int64(s.Offset), s.To)
	}
	return 0, false
}

// Last implements [window.Source].
func (w wall) Last(sec, limit int64, want window.State) (int64, bool) {
	for sec >= limit {
		s := w.zone.Stretch(sec)
		in, from, to := w.reading.around(sec + int64(s.Offset))
		if window.State(in) == want {
			return sec, true
		}
		if from <= tz.Past && s.From+int64(max(s.Offset, s.Before)) <= to {
			break
		}
		sec = max(from-int64(s.Offset), s.From) - 1
	}
	return 0, false
}

// check returns the problems of a list of spans, with their places in it.
func check[S interface{ Check() error }](list []S) tz.Errors {
	var errs tz.Errors
	for i, s := range list {
		errs = append(errs, tz.Join("["+strconv.Itoa(i)+"]", s.Check())...)
	}
	return errs
}
