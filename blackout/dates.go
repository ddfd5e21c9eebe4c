package blackout

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A DateSpan is the local dates from Start to End, both inclusive (S12).
type DateSpan struct{ Start, End tz.Date }

// Check returns an error, an *[tz.Error], if the span is not usable: an end missing or before the start.
func (s DateSpan) Check() error {
	switch {
	case s.Start.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "start", Detail: "the first date is required, such as 2026-12-18"}
	case s.End.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "end", Detail: "the last date is required, such as 2027-01-04"}
	case s.End.Compare(s.Start) < 0:
		detail := "the span from " + s.Start.String() + " to " + s.End.String() + " ends before it starts"
		if end := firstEnd(s.End.MonthDay(), s.Start); !end.IsZero() {
			detail += ": write " + end.String() + " if the next year is meant"
		}
		return &tz.Error{Code: tz.Inverted, Path: "end", Input: s.End.String(), Detail: detail}
	}
	return nil
}

// firstEnd returns the first date from start on that is this day of a year or, in a common year for 02-29, the last of February.
func firstEnd(md tz.MonthDay, start tz.Date) tz.Date {
	year, _, _ := start.Civil()
	for ; ; year++ {
		end := md.LastIn(year)
		if end.IsZero() || end.Compare(start) >= 0 {
			return end
		}
	}
}

// Dates returns the timeline of all instants whose local date lies in one of the spans. Spans may overlap. The error is
// [tz.Errors], with paths such as [2].end.
func Dates(z tz.Zone, list ...DateSpan) (window.Timeline, error) {
	if errs := check(list); len(errs) > 0 {
		return window.Timeline{}, errs
	}
	local := make(spans, len(list))
	for i, s := range list {
		local[i] = [2]int64{int64(s.Start.Day()) * tz.SecondsPerDay, int64(s.End.Day()+1) * tz.SecondsPerDay}
	}
	if len(list) == 0 {
		return window.Timeline{}, nil
	}
	return window.TimelineOf(&wall{zone: z, dates: merge(local)}), nil
}
