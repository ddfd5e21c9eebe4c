package blackout

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A TimeSpan is the times of day [Start, End) of every day, or of the days that Days names. It goes over midnight where End is
// not after Start, into the day after one of Days; 24:00 is an end (S13).
type TimeSpan struct {
	Start, End tz.TimeOfDay
	Days       tz.Weekdays // the local days on which the span starts; empty stands for every day
}

// Check returns an error, an *[tz.Error], if the span is not usable: an end missing, both equal, or 24:00 as the start.
func (s TimeSpan) Check() error {
	switch {
	case s.Start.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "start", Detail: "the first time of day is required, such as 08:00"}
	case s.End.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "end", Detail: "the end is required, such as 18:00"}
	case s.Start == tz.EndOfDay():
		return &tz.Error{Code: tz.OutOfRange, Path: "start", Input: s.Start.String(), Detail: "nothing starts at the end of a day: write 00:00 of the next"}
	case s.Start == s.End:
		return &tz.Error{Code: tz.Empty, Path: "end", Input: s.End.String(), Detail: "the end is the start: write 00:00 to 24:00 for a whole day"}
	}
	return nil
}

// Times returns the timeline of all instants whose local time of day lies in one of the spans. Spans may overlap. The error is
// [tz.Errors], with paths such as [2].end.
func Times(z tz.Zone, list ...TimeSpan) (window.Timeline, error) {
	if errs := check(list); len(errs) > 0 {
		return window.Timeline{}, errs
	}
	var r spans
	for _, s := range list {
		for d := tz.Monday; d <= tz.Sunday; d++ {
			if s.Days&tz.EveryDay != 0 && !s.Days.Has(d) {
				continue
			}
			midnight := int64(d-tz.Monday) * tz.SecondsPerDay
			start, end := midnight+int64(s.Start.Seconds()), midnight+int64(s.End.Seconds())
			if end <= start {
				end += tz.SecondsPerDay
			}
			r = append(r, [2]int64{start, min(end, week)})
			if end > week { // from Sunday into Monday
				r = append(r, [2]int64{0, end - week})
			}
		}
	}
	r = merge(r)
	switch {
	case len(r) == 0:
		return window.Timeline{}, nil
	case weekly(r).always():
		return window.Always(), nil
	}
	return window.TimelineOf(&wall{zone: z, weekly: weekly(r)}), nil
}

// week is the length of a week on the wall clock, in seconds.
const week = 7 * tz.SecondsPerDay

// mondayBeforeEpoch is the midnight of Monday 1969-12-29, in local seconds.
const mondayBeforeEpoch = -3 * tz.SecondsPerDay

// weekly holds in some spans of every week, in seconds from Monday 00:00.
type weekly spans

func (r weekly) around(local int64) (in bool, from, to int64) {
	at := (local - mondayBeforeEpoch) % week
	if at < 0 {
		at += week
	}
	monday := local - at
	in, from, to = spans(r).around(at)
	return in, monday + max(from, 0), monday + min(to, week)
}

// always reports whether the spans are the whole week.
func (r weekly) always() bool { return len(r) == 1 && r[0] == [2]int64{0, week} }
