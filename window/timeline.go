package window

import (
	"iter"
	"slices"
	"time"

	"github.com/casement-go/casement/tz"
)

// A Source says what is open around an instant, in Unix seconds. It is what timelines are made of; a Set is one. Methods must be
// safe for concurrent use and always answer alike.
type Source interface {
	// Holds reports whether the instant sec is open.
	Holds(sec int64) bool

	// Ahead reports whether sec is open, and an instant after sec up to which that does not change: all of [sec, until) is
	// open, or all of it is shut. The span need not be the longest possible, but must not be cut without reason: searches
	// take a step a span. It is tz.Future where nothing changes any more.
	Ahead(sec int64) (open bool, until int64)

	// Behind is the mirror of Ahead: all of [since, sec] is open, or all of it is shut. It is tz.Past where nothing ever
	// changed before.
	Behind(sec int64) (open bool, since int64)
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

// Holds, Ahead and Behind make a Timeline a [Source].
func (t Timeline) Holds(sec int64) bool { return t.source != nil && t.source.Holds(sec) }

// Ahead implements [Source].
func (t Timeline) Ahead(sec int64) (open bool, until int64) {
	if t.source == nil {
		return false, tz.Future
	}
	return t.source.Ahead(sec)
}

// Behind implements [Source].
func (t Timeline) Behind(sec int64) (open bool, since int64) {
	if t.source == nil {
		return false, tz.Past
	}
	return t.source.Behind(sec)
}

// Around returns whether the instant at is open, and the whole span of instants around it for which the same holds: without a
// start or an end where none was found within [Horizon].
func (t Timeline) Around(at time.Time) (open bool, span Window) {
	sec := tz.Seconds(at)
	open = t.Holds(sec)
	span = Window{tz.Past, tz.Future}
	other := !state(open)
	if before, ok := last(t.source, sec, sec-Horizon, other); ok {
		span.start = before + 1
	}
	if after, ok := first(t.source, sec, sec+Horizon, other); ok {
		span.end = after
	}
	return open, span
}

// Next returns the first open period that starts after the instant at, and whether there is one within [Horizon]. Inside an open
// period that is the one after it. A period lacks an end where that is not within the horizon.
func (t Timeline) Next(at time.Time) (Window, bool) {
	sec := tz.Seconds(at)
	limit := sec + Horizon
	from, ok := first(t.source, sec, limit, shut)
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
	start, ok := first(t.source, sec, limit, open)
	if !ok {
		return Window{}, false
	}
	end, ok := first(t.source, start, limit, shut)
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
	from, ok := last(t.source, sec, limit, shut)
	if !ok {
		return Window{}, false
	}
	inside, ok := last(t.source, from, limit, open)
	if !ok {
		return Window{}, false
	}
	before, ok := last(t.source, inside, limit, shut)
	if !ok {
		before = tz.Past - 1
	}
	return Window{before + 1, inside + 1}, true
}

// Windows returns the open periods from the instant from to the instant to, each clipped to [from, to). The sequence may be
// ranged over again and by several goroutines.
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

// union is open where any of its sources is.
type union []Source

func (u union) Holds(sec int64) bool {
	for _, s := range u {
		if s.Holds(sec) {
			return true
		}
	}
	return false
}

func (u union) Ahead(sec int64) (open bool, until int64) {
	shutUntil := int64(tz.Future)
	for _, s := range u {
		if o, e := s.Ahead(sec); o {
			open, until = true, max(until, e)
		} else {
			shutUntil = min(shutUntil, e)
		}
	}
	if !open {
		until = shutUntil
	}
	return open, until
}

func (u union) Behind(sec int64) (open bool, since int64) {
	since = tz.Future
	shutSince := int64(tz.Past)
	for _, s := range u {
		if o, b := s.Behind(sec); o {
			open, since = true, min(since, b)
		} else {
			shutSince = max(shutSince, b)
		}
	}
	if !open {
		since = shutSince
	}
	return open, since
}

// complement is open where its source is shut.
type complement struct{ of Source }

func (c complement) Holds(sec int64) bool { return !c.of.Holds(sec) }

func (c complement) Ahead(sec int64) (open bool, until int64) {
	open, until = c.of.Ahead(sec)
	return !open, until
}

func (c complement) Behind(sec int64) (open bool, since int64) {
	open, since = c.of.Behind(sec)
	return !open, since
}
