package schedule

import (
	"fmt"
	"strconv"

	"github.com/casement-go/casement/tz"
)

// An Anchor says what the interval of a weekly or monthly rule counts from.
type Anchor uint8

const (
	// AnchorFirst counts from the week or month of the first occurrence on or after startDate: every 2 weeks on Friday with a
	// startDate on Saturday begins on the coming Friday. It is the default.
	AnchorFirst Anchor = iota
	// AnchorStartDate counts from the week or month that holds startDate, even where that has no occurrence.
	AnchorStartDate
)

// ParseAnchor reads startDate, the only anchor that a document names. The error is an *[tz.Error].
func ParseAnchor(s string) (Anchor, error) {
	if s == "startDate" {
		return AnchorStartDate, nil
	}
	return 0, &tz.Error{Code: tz.Invalid, Input: s, Detail: "anchor is startDate, or left out"}
}

// String returns first or startDate.
func (a Anchor) String() string { return [...]string{"first", "startDate", "invalid"}[min(a, 2)] }

// interval returns an interval with its default, 1, and an error if it cannot be used: because of its size, or because it
// has nothing to count from (S6: an answer never depends on when it is asked).
func (s Spec) interval(n int, path string) (int, error) {
	if n == 0 {
		n = 1
	}
	switch {
	case n < 1 || n > MaxInterval:
		return 0, &tz.Error{Code: tz.OutOfRange, Path: path, Input: strconv.Itoa(n), Detail: fmt.Sprintf("an interval is a whole number from 1 to %d", MaxInterval)}
	case n > 1 && s.StartDate.IsZero():
		return 0, &tz.Error{Code: tz.NoStartDate, Path: path, Input: strconv.Itoa(n), Detail: "an interval above 1 needs a startDate to count from"}
	}
	return n, nil
}

// noAnchor returns an error if s has an anchor, for rules in which it has no meaning.
func (s Spec) noAnchor(kind string) error {
	if s.Anchor == AnchorFirst {
		return nil
	}
	return &tz.Error{Code: tz.Conflict, Path: "anchor", Input: s.Anchor.String(), Detail: "anchor has no meaning for a " + kind + " schedule: leave it out"}
}

// anchorDay returns the day whose week or month intervals count from (S5), given a rule that matches the same days in every
// week or month. Without a startDate the interval is 1, and any day will do, as that of no date does.
func (s Spec) anchorDay(every days) int {
	if s.Anchor == AnchorStartDate {
		return s.StartDate.Day()
	}
	return every.next(s.StartDate.Day())
}
