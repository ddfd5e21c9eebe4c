package window

import (
	"iter"
	"time"

	"github.com/casement-go/casement/tz"
)

// A Timeline is an endless set of instants: some are open, the others shut. It is computed as it is asked.
//
// The zero Timeline is never open. A Timeline is immutable, one word and safe for concurrent use. Asking one allocates nothing,
// but for Windows.
type Timeline struct {
	expr *expr // nil: never open
}

// Horizon is how far a search looks, in seconds: 36,525 days, which is at least 100 years.
const Horizon = 36_525 * tz.SecondsPerDay

// IsOpen reports whether the instant at is open.
func (t Timeline) IsOpen(at time.Time) bool { return t.Holds(tz.Seconds(at)) }

// Holds reports whether the instant sec, in Unix seconds, is open.
func (t Timeline) Holds(sec int64) bool {
	switch e := t.expr; {
	case e == nil:
		return false
	case e.source != nil: // one call less, for most timelines are one recurrence
		return e.source.Holds(sec) != e.inverted
	default:
		return e.holds(sec)
	}
}

// First returns the first instant in [sec, limit], in Unix seconds, that is in the wanted state, and whether there is one.
func (t Timeline) First(sec, limit int64, want State) (int64, bool) {
	var m memory
	return m.first(t.root(), 0, sec, min(limit, tz.Future-1), want)
}

// Last returns the last instant in [limit, sec], in Unix seconds, that is in the wanted state, and whether there is one.
func (t Timeline) Last(sec, limit int64, want State) (int64, bool) {
	var m memory
	return m.last(t.root(), 0, sec, max(limit, tz.Past), want)
}

// Around returns what there is around the instant at: whether it is open, the whole span of instants for which the same holds,
// and the first open period that starts after it, as [Timeline.Next] does. An edge that was not found within [Horizon] is
// lacking; next is the zero Window where there is none.
//
//	      at                                       at
//	┣━━━━━┿━━━┫        ┣━━━━━━┫           ┣━━━┫    │       ┣━━━━━━┫
//	┗━ span ━━┛        ┗ next ┛               ┗━ span ━━━━━┛ next ┛
func (t Timeline) Around(at time.Time) (open bool, span, next Window) {
	var m memory
	e, sec := t.root(), tz.Seconds(at)
	limit := sec + Horizon
	open, span = m.around(e, sec)
	switch {
	case span.end == tz.Future: // there is none
	case open:
		next, _ = m.next(e, span.end, limit)
	default:
		next = m.from(e, span.end, limit)
	}
	return open, span, next
}

// Next returns the first open period that starts after the instant at, and whether there is one within [Horizon]. Inside an open
// period that is the one after it. A period lacks an end where that is not within the horizon.
func (t Timeline) Next(at time.Time) (Window, bool) {
	var m memory
	e, sec := t.root(), tz.Seconds(at)
	limit := sec + Horizon
	shut, ok := m.first(e, 0, sec, limit, Shut)
	if !ok {
		return Window{}, false
	}
	return m.next(e, shut, limit)
}

// Prev returns the last open period that ended at or before the instant at, and whether there is one within [Horizon]. A
// period lacks a start where that is not within the horizon.
func (t Timeline) Prev(at time.Time) (Window, bool) {
	var m memory
	e, sec := t.root(), tz.Seconds(at)
	limit := sec - Horizon
	shut, ok := m.last(e, 0, sec, limit, Shut)
	if !ok {
		return Window{}, false
	}
	inside, ok := m.last(e, 0, shut, limit, Open)
	if !ok {
		return Window{}, false
	}
	w := Window{tz.Past, inside + 1}
	if before, ok := m.last(e, 0, inside, limit, Shut); ok {
		w.start = before + 1
	}
	return w, true
}

// Windows returns the open periods from the instant from to the instant to, each clipped to [from, to), so that each has a start
// and an end. The sequence may be ranged over again and by several goroutines.
func (t Timeline) Windows(from, to time.Time) iter.Seq[Window] {
	return func(yield func(Window) bool) {
		var m memory
		e, limit := t.root(), tz.Seconds(to)
		for sec := tz.Seconds(from); sec < limit; {
			w, ok := m.next(e, sec, limit-1)
			if !ok {
				return
			}
			w.end = min(w.end, limit)
			if !yield(w) {
				return
			}
			sec = w.end
		}
	}
}

// root returns the expression of the timeline.
func (t Timeline) root() *expr {
	if t.expr == nil {
		return new(expr)
	}
	return t.expr
}
