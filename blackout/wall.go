package blackout

import (
	"slices"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A wall is what the wall clock of a zone must not read: a [window.Source]. It answers for one stretch of constant offset at
// a time.
type wall struct {
	zone   tz.Zone
	dates  spans  // in local seconds
	weekly weekly // in seconds of the week
	yearly yearly // in days of a leap year
}

// Holds implements [window.Source].
func (w *wall) Holds(sec int64) bool {
	in, _, _ := w.reads(w.zone.Local(sec))
	return in
}

// Around implements [window.Source].
func (w *wall) Around(sec int64) (open bool, before, from, to, after int64) {
	s := w.zone.Stretch(sec)
	open, first, last := w.reads(sec + int64(s.Offset))
	from, to = max(first-int64(s.Offset), s.From), min(last-int64(s.Offset), s.To)
	// Where the reading does not change any more, and the clock is not set back again to where it did, that is for good.
	if last >= tz.Future && s.To+int64(min(s.Offset, s.After)) >= first {
		to = tz.Future
	}
	if first <= tz.Past && s.From+int64(max(s.Offset, s.Before)) <= last {
		from = tz.Past
	}
	return open, from, from, to, to
}

// reads reports whether a local time is blacked out, and a span [from, to) around it, in local seconds, for which the same holds.
func (w *wall) reads(local int64) (in bool, from, to int64) {
	from, to = tz.Past, tz.Future
	if len(w.dates) > 0 {
		if in, from, to = w.dates.around(local); in {
			return in, from, to
		}
	}
	if len(w.weekly) > 0 {
		in, first, last := w.weekly.around(local)
		if in {
			return in, first, last
		}
		from, to = max(from, first), min(to, last)
	}
	if len(w.yearly) > 0 {
		in, first, last := w.yearly.around(local)
		if in {
			return in, first, last
		}
		from, to = max(from, first), min(to, last)
	}
	return false, from, to
}

// Join implements [window.Joiner]: walls of one zone are one wall.
func (w *wall) Join(other window.Source) (window.Source, bool) {
	o, ok := other.(*wall)
	if !ok || o.zone != w.zone {
		return nil, false
	}
	all := &wall{w.zone, join(w.dates, o.dates), join(w.weekly, o.weekly), join(w.yearly, o.yearly)}
	if all.weekly.always() {
		return window.SetOf(window.OfSeconds(tz.Past, tz.Future)), true
	}
	return all, true
}

func join[S ~[][2]int64](a, b S) S {
	switch {
	case len(a) == 0:
		return b
	case len(b) == 0:
		return a
	}
	return S(merge(slices.Concat(spans(a), spans(b))))
}
