package window

import (
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// endOf returns the instant at which the window of an occurrence ends by the wall clock (S4): at the end time on the
// written date of the start, or on the next if that is not later than the start. If that instant does not come after the
// start, there is no such window: it would lie in a gap that moved its start past its end, say.
func (r *Recurrence) endOf(o schedule.Occurrence) int64 {
	zone := r.starts.Zone()
	at := zone.Resolve(r.writtenEnd(o.Local))
	switch at.Kind {
	case tz.InGap:
		if r.starts.Gap() == tz.GapNext {
			return at.Edge
		}
	case tz.InOverlap:
		switch r.starts.Overlap() {
		case tz.OverlapSecond:
			return at.Second
		case tz.OverlapBoth: // as the start was read; one that is not ambiguous takes the second
			if start := zone.Resolve(o.Local); start.Kind != tz.InOverlap || o.Sec != start.First {
				return at.Second
			}
		}
	}
	return at.First
}

// writtenEnd returns the local time at which the window of a written start ends.
func (r *Recurrence) writtenEnd(start int64) int64 {
	end := tz.FloorDay(start)*tz.SecondsPerDay + r.end
	if end <= start {
		end += tz.SecondsPerDay
	}
	return end
}

// sameEnd returns an instant, at most that of o, from which on all windows that start by o end with it: those that are written
// from the end time of the day before on, within a stretch, behind the gap or overlap that it begins with, and all before
// the overlap that it ends with or all in it.
func (r *Recurrence) sameEnd(o schedule.Occurrence) int64 {
	s := r.starts.Zone().Stretch(o.Sec)
	calm := s.From + int64(max(s.Before-s.Offset, s.Offset-s.Before))
	if o.Sec < calm || o.Local != o.Sec+int64(s.Offset) {
		return o.Sec
	}
	from := max(calm, r.writtenEnd(o.Local)-tz.SecondsPerDay-int64(s.Offset))
	if overlap := s.To - int64(s.Offset-s.After); s.After < s.Offset && o.Sec >= overlap {
		from = max(from, overlap)
	}
	return from
}

// reach is more than the longest a window with a wall-clock end can be, in seconds: a day on the clock, and a change of
// offset by as much as a day within it.
const reach = 3 * tz.SecondsPerDay

// latestEnd is latest for windows with a wall-clock end.
//
// Mostly the window that started last also ends last, since a later written start never ends earlier. Near a change of offset it need
// not: a start that a gap has moved may come after one that is written later, and the two readings of an overlap may end
// in either order. Then all those are looked at that may still be open, of those that end together one.
func (r *Recurrence) latestEnd(sec int64) (latest schedule.Occurrence, end int64, ok bool) {
	o, found := r.starts.UpToUntil(sec, sec-Horizon)
	if !found {
		return o, overBy(o.Sec), false
	}
	if s := r.starts.Zone().Stretch(o.Sec); s.From <= o.Sec-reach && o.Sec+reach <= s.To {
		return o, r.endOf(o), true
	}
	for lastStart := o.Sec; found && (o.Sec > lastStart-reach || !ok); o, found = r.starts.UpToUntil(r.sameEnd(o)-1, sec-Horizon) {
		if e := r.endOf(o); e > o.Sec && (!ok || e > end) {
			latest, end, ok = o, e, true
		}
	}
	if !ok {
		return o, overBy(o.Sec), false
	}
	return latest, end, true
}
