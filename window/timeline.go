package window

import (
	"iter"
	"slices"
	"time"

	"github.com/casement-go/casement/tz"
)

// A State is what an instant of a timeline is: open or shut.
type State bool

const (
	Open State = true
	Shut State = false
)

// A Source is an endless set of instants, in Unix seconds. It is what timelines are made of: a [Set], a [Recurrence], a
// blackout. Methods must be safe for concurrent use and always answer alike.
type Source interface {
	// Holds reports whether the instant sec is open.
	Holds(sec int64) bool

	// First returns the first instant in [sec, limit] that is in the wanted state, and whether there is one.
	First(sec, limit int64, want State) (int64, bool)

	// Last returns the last instant in [limit, sec] that is in the wanted state, and whether there is one.
	Last(sec, limit int64, want State) (int64, bool)
}

// Horizon is how far a search looks, in seconds: 36,525 days, which is at least 100 years.
const Horizon = 36_525 * tz.SecondsPerDay

// A Timeline is an endless set of instants: some are open, the others shut. It is computed as it is asked.
//
// The zero Timeline is never open. A Timeline is immutable and safe for concurrent use. No method but Windows allocates.
type Timeline struct {
	source Source // nil: never open
}

// TimelineOf returns the timeline of a source.
func TimelineOf(s Source) Timeline { return Timeline{s} }

// Always returns the timeline that is open at all times.
func Always() Timeline { return SetOf(Window{tz.Past, tz.Future}).Timeline() }

// Union returns the timeline that is open where any of ts is.
func Union(ts ...Timeline) Timeline {
	var u union
	for _, t := range ts {
		if t.source != nil {
			u = append(u, t.source)
		}
	}
	switch len(u) {
	case 0:
		return Timeline{}
	case 1:
		return Timeline{u[0]}
	}
	return Timeline{u}
}

// Intersect returns the timeline that is open where all of ts are: at all times, if there are none.
func Intersect(ts ...Timeline) Timeline {
	shut := make([]Timeline, len(ts))
	for i, t := range ts {
		shut[i] = t.Complement()
	}
	return Union(shut...).Complement()
}

// Subtract returns the timeline that is open where t is and none of shut is.
func (t Timeline) Subtract(shut ...Timeline) Timeline {
	if t.source == nil {
		return t
	}
	return Union(slices.Insert(slices.Clone(shut), 0, t.Complement())...).Complement()
}

// Complement returns the timeline that is open where t is shut.
func (t Timeline) Complement() Timeline {
	switch s := t.source.(type) {
	case nil:
		return Always()
	case complement:
		return Timeline{s.of}
	}
	return Timeline{complement{t.source}}
}

// IsOpen reports whether the instant t is open.
func (t Timeline) IsOpen(at time.Time) bool { return t.Holds(tz.Seconds(at)) }

// Holds, First and Last make a Timeline a [Source].
func (t Timeline) Holds(sec int64) bool { return t.source != nil && t.source.Holds(sec) }

// First implements [Source].
func (t Timeline) First(sec, limit int64, want State) (int64, bool) {
	if t.source == nil {
		return sec, want == Shut && sec <= limit
	}
	return t.source.First(sec, limit, want)
}

// Last implements [Source].
func (t Timeline) Last(sec, limit int64, want State) (int64, bool) {
	if t.source == nil {
		return sec, want == Shut && sec >= limit
	}
	return t.source.Last(sec, limit, want)
}

// Around returns whether the instant at is open, and the whole span of instants around it for which the same holds: without a
// start or an end where none was found within [Horizon].
func (t Timeline) Around(at time.Time) (open bool, span Window) {
	sec := tz.Seconds(at)
	open = t.Holds(sec)
	span = Window{tz.Past, tz.Future}
	other := !State(open)
	if before, ok := t.Last(sec, sec-Horizon, other); ok {
		span.start = before + 1
	}
	if after, ok := t.First(sec, sec+Horizon, other); ok {
		span.end = after
	}
	return open, span
}

// Next returns the first open period that starts after the instant at, and whether there is one within [Horizon]. Inside an open
// period that is the one after it. A period lacks an end where that is not within the horizon.
func (t Timeline) Next(at time.Time) (Window, bool) {
	sec := tz.Seconds(at)
	limit := sec + Horizon
	from, ok := t.First(sec, limit, Shut)
	if !ok {
		return Window{}, false
	}
	return t.from(from, limit)
}

// AroundNext returns what [Timeline.Around] and [Timeline.Next] do, in little more time than the first of them takes. The
// next period is the zero Window where there is none.
func (t Timeline) AroundNext(at time.Time) (open bool, span, next Window) {
	open, span = t.Around(at)
	if span.end < tz.Future {
		next, _ = t.from(span.end, tz.Seconds(at)+Horizon)
	}
	return open, span, next
}

// from returns the first open period from sec on that begins by limit. An end is looked for up to limit.
func (t Timeline) from(sec, limit int64) (Window, bool) {
	start, ok := t.First(sec, limit, Open)
	if !ok {
		return Window{}, false
	}
	end, ok := t.First(start, limit, Shut)
	if !ok {
		end = tz.Future
	}
	return Window{start, end}, true
}

// Prev returns the last open period that ended at or before the instant at, and whether there is one within [Horizon]. A
// period lacks a start where that is not within the horizon.
func (t Timeline) Prev(at time.Time) (Window, bool) {
	sec := tz.Seconds(at)
	limit := sec - Horizon
	from, ok := t.Last(sec, limit, Shut)
	if !ok {
		return Window{}, false
	}
	inside, ok := t.Last(from, limit, Open)
	if !ok {
		return Window{}, false
	}
	before, ok := t.Last(inside, limit, Shut)
	if !ok {
		before = tz.Past - 1
	}
	return Window{before + 1, inside + 1}, true
}

// Windows returns the open periods from the instant from to the instant to, each clipped to [from, to), so that each has a start
// and an end. The sequence may be ranged over again and by several goroutines.
func (t Timeline) Windows(from, to time.Time) iter.Seq[Window] {
	return func(yield func(Window) bool) {
		limit := tz.Seconds(to)
		for sec := tz.Seconds(from); sec < limit; {
			w, ok := t.from(sec, limit-1)
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
