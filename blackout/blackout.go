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
)

// check returns the problems of a list of spans, with their places in it.
func check[S interface{ Check() error }](list []S) tz.Errors {
	var errs tz.Errors
	for i, s := range list {
		errs = append(errs, tz.Join("["+strconv.Itoa(i)+"]", s.Check())...)
	}
	return errs
}
