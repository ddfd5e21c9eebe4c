package calendar

import (
	"time"

	"github.com/casement-go/casement/window"
)

// past is by how much a controller should miss a transition: timers fire early as clocks drift, and whoever asks a
// millisecond too soon finds nothing changed.
const past = time.Millisecond

// RequeueAfter returns how long a controller that knows the status should wait, from now on, until it asks again: until the
// state ends and a millisecond more, but no longer than limit. If the state has ended in the meantime that is the
// millisecond alone. So it is always more than 0, which controllers take for never.
//
// What time it is, now, is asked for again because acting on a status takes time, and because a Status knows whole seconds only.
//
//	      s.Time()  now           until
//	━━━━━━━━━┿━━━━━━━┿━━━━━━━━━━━━━━┫
//	                 ┗━ RequeueAfter ━┛
//
// The limit is how late it may be noticed that the clock was set. If it is 0 or less there is none; the wait is
// [window.Horizon] where the state does not end within that. A limit below a millisecond holds as well.
func (s Status) RequeueAfter(now time.Time, limit time.Duration) time.Duration {
	if limit <= 0 {
		limit = window.Horizon * time.Second
	}
	until, ends := s.Until()
	if !ends {
		return limit
	}
	wait := min(max(until.Sub(now), 0), limit)
	return wait + min(past, limit-wait)
}
