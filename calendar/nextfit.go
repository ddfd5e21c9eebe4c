package calendar

import (
	"slices"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// NextFit returns the earliest span of at least need open time without a break, from t on, and whether there is one that starts
// within [window.Horizon]. Inside an open period it may start at t itself. It ends where the open period ends that it lies in, and
// lacks an end where that is not within the horizon; such a period is long enough for any need.
//
//	open         ┣━━━━━━━━━━━━┫   ┣━━┫      ┣━━━━━━━━━━━━━┫
//	t and need      ┣━━━━┫
//	NextFit         ┣━━━━━━━━━┫
//	t and need             ┣━━━━┫           ┣━━━━┫
//	NextFit                                 ┣━━━━━━━━━━━━━┫
//
// It never starts before t (S1): fractions of a second are rounded up, in t and in need. A need of nothing or less is one of a
// second.
//
// Nothing starts within the cutoff of a window: an instant will do if it is at least in one window that permits it, which is one
// whose cutoff is shorter than the open time that is left. That is counted to the end of the open period, when the policy shuts,
// not to the end of the window: windows that overlap or touch are one period (S11), and what starts in one of them may go on
// in the next. So it does not matter whether a weekend is written as one window or as two.
//
//	window, cutoff  ┣━━━━━━━━━━━░░░┫
//	another one                 ┣━━━━━━━━━━░░░░░┫
//	may start       ┣━━━━━━━━━━━━━━━━━━━━━━┫
//
// A span that starts at t says that one may start now and will be done in time.
func (c *Calendar) NextFit(t time.Time, need time.Duration) (window.Window, bool) {
	sec := tz.Seconds(t)
	limit := sec + window.Horizon
	if t.Nanosecond() > 0 {
		sec++
	}
	length := int64(need / time.Second)
	if need%time.Second > 0 {
		length++
	}
	length = max(1, min(length, window.Horizon))
	shortest, longest := length, length
	if c.cutoffs != nil {
		shortest, longest = stay(length, slices.Min(c.cutoffs)), stay(length, slices.Max(c.cutoffs))
	}
	for {
		start, ok := c.timeline.FirstLasting(sec, limit, shortest)
		if !ok {
			return window.Window{}, false
		}
		end, ok := c.timeline.First(start, limit+longest, window.Shut)
		if !ok {
			end = tz.Future
		}
		if start, ok = c.startable(start, end, limit, length); ok {
			if end > limit {
				end = tz.Future
			}
			return window.OfSeconds(start, end), true
		}
		sec = end
	}
}

// startable returns the first instant in [start, limit] at which something that takes length seconds may start and be done by
// the end, in an open period that holds start and ends there; and whether there is one.
func (c *Calendar) startable(start, end, limit, length int64) (int64, bool) {
	if c.cutoffs == nil {
		return start, true // which has room for it
	}
	first, found := limit, false
	for i := 0; i < len(c.windows) && (!found || first > start); i++ {
		last := min(first, end-stay(length, c.cutoffs[i]))
		if at, ok := c.windows[i].timeline.First(start, last, window.Open); ok {
			first, found = at, true
		}
	}
	return first, found
}

// stay returns how long it must be open from a start on, in seconds, so that it permits the start of something of a length in a
// window with a cutoff.
func stay(length int64, cutoff int32) int64 { return max(length, int64(cutoff)+1) }
