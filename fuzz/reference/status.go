package reference

import (
	"slices"
	"time"
)

// A Status is what a policy says about one instant.
type Status struct {
	Open   bool
	Reason string // why it is shut; empty where it is open

	Since, Until *time.Time // the edges of its state, nil where there is none
	Next, Prev   *Period    // the first period that starts after it, the last that ended by then (S17)
}

// A Period is an open period; an end that there is not is nil.
type Period struct{ Start, End *time.Time }

// horizon is how far a search looks (S18): 100 years.
const horizon = 36_525 * secondsPerDay

// At answers instants that lie near each other: it looks around all of them at
// once, farther and farther until no answer depends on it.
func (p *Policy) At(times ...time.Time) []Status {
	if len(times) == 0 {
		return nil
	}
	var seconds []int64
	for _, t := range times {
		seconds = append(seconds, t.Unix())
	}
	var out []Status
	for _, reach := range []int64{3 * secondsPerDay, 40 * secondsPerDay, 800 * secondsPerDay, 12 * 366 * secondsPerDay, horizon} {
		bounds := span{slices.Min(seconds) - reach, slices.Max(seconds) + reach + 1}
		opened := p.open(bounds)
		out = nil
		settled := true
		for _, t := range seconds {
			s, all := statusIn(opened, bounds, t)
			if !s.Open {
				s.Reason = p.reason(t)
			}
			out = append(out, s)
			settled = settled && all
		}
		if settled {
			break
		}
	}
	return out
}

// statusIn reads the status of t from what is open within bounds, and reports
// whether wider bounds would say nothing else.
func statusIn(opened set, bounds span, t int64) (s Status, settled bool) {
	// Edges on the bounds are those of what was looked at, and those beyond the
	// horizon are none.
	edge := func(at int64) *time.Time {
		if at <= bounds.start || at >= bounds.end || at < t-horizon || at > t+horizon {
			return nil
		}
		edge := time.Unix(at, 0).UTC()
		return &edge
	}
	for _, x := range opened {
		period := &Period{edge(x.start), edge(x.end)}
		switch {
		case x.end <= t:
			s.Prev, s.Since = period, period.End
		case x.start <= t:
			s.Open, s.Since, s.Until = true, period.Start, period.End
		case s.Next == nil && period.Start != nil:
			s.Next = period
		}
	}
	if !s.Open && s.Next != nil {
		s.Until = s.Next.Start
	}
	settled = s.Since != nil && s.Until != nil && s.Prev != nil && s.Prev.Start != nil && s.Next != nil && s.Next.End != nil
	return s, settled
}

// reason returns why the policy is shut at t: the first that holds.
func (p *Policy) reason(t int64) string {
	before, after := true, true
	here := span{t, t + 1}
	short := len(p.ofAnyLength(here)) > 0
	for _, w := range p.windows {
		if len(w.opened(here)) > 0 && (!short || len(w.open(here)) == 0) {
			return "Blackout"
		}
		before = before && w.beforeStart(t)
		after = after && w.afterEnd(t)
	}
	switch {
	case short:
		return "TooShort"
	case len(p.windows) == 0:
		return "NoWindows"
	case before:
		return "BeforeStart"
	case after:
		return "AfterEnd"
	}
	return "BetweenWindows"
}

// beforeStart reports whether the startDate of the window, or its span, is
// still to come.
func (w *window) beforeStart(t int64) bool {
	if w.fixed != nil {
		return t < w.fixed.start
	}
	return !w.always && w.date(t) < w.startDate
}

// afterEnd reports whether the endDate of the window, or its span, is past.
func (w *window) afterEnd(t int64) bool {
	if w.fixed != nil {
		return t >= w.fixed.end
	}
	return !w.always && w.date(t) > w.endDate
}

// date returns the date that the wall clock shows at t.
func (w *window) date(t int64) day {
	_, offset := time.Unix(t, 0).In(w.zone).Zone()
	return dayOfReading(t + int64(offset))
}
