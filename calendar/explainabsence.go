package calendar

import (
	"strconv"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// misses explains a window that does not hold the instant.
func (w *windowExplainer) misses() {
	before, after := w.opening.bounds(w.sec)
	var why string
	switch r, recurs := w.opening.source.Recurrence(); {
	case !recurs && before:
		w.e.Because, w.e.Next = CauseBeforeStart, w.spanned()
		why = "has not begun"
	case !recurs: // not a window that is always open: it would hold the instant
		w.e.Because, w.e.Previous = CauseAfterEnd, w.spanned()
		why = "is past"
	default:
		w.neighbours(r)
		switch {
		case before:
			w.e.Because = CauseBeforeStart
			why = "begins with its startDate, " + tz.DateOfDay(int(w.opening.firstDay)).String()
		case after:
			w.e.Because = CauseAfterEnd
			why = "ended with its endDate, " + tz.DateOfDay(int(w.opening.lastDay)).String()
		default:
			w.e.Because, why = w.absence(r)
		}
	}
	w.reasons[w.i] = why
	w.opens()
	w.e.Detail = "shut: it " + why + w.last() + w.next()
}

// neighbours notes the occurrences on both sides of the instant.
func (w *windowExplainer) neighbours(r *window.Recurrence) {
	if o, end, ok := r.Latest(w.sec); ok {
		w.e.Previous = w.occurrence(o, end)
	}
	for o, ok := r.Starts().From(w.sec + 1); ok && o.Sec <= w.sec+window.Horizon; o, ok = r.Starts().From(o.Sec + 1) {
		if end, exists := r.End(o); exists {
			w.e.Next = w.occurrence(o, end)
			return
		}
	}
}

// absence returns why no occurrence of a schedule holds the instant, which lies neither before its startDate nor after its endDate.
func (w *windowExplainer) absence(r *window.Recurrence) (Cause, string) {
	day := tz.FloorDay(w.opening.zone.Local(w.sec))
	today := func(dt tz.DateTime) bool { return !dt.IsZero() && int64(dt.Date.Day()) == day }
	comes := w.e.Previous != nil && today(w.e.Previous.Written) || w.e.Next != nil && today(w.e.Next.Written)
	if why, ok := w.noSuchOccurrence(r, today); ok {
		return CauseNoSuchOccurrence, why
	}
	if why, ok := w.skipped(r.Starts(), day); ok {
		return CauseSkippedByGap, why
	}
	switch {
	case w.e.Next == nil:
		if last := w.opening.lastDay; last != noLastDay {
			return CauseNoOccurrenceLeft, "has no occurrence left up to its endDate, " + tz.DateOfDay(int(last)).String()
		}
		return CauseNoOccurrenceLeft, "has no occurrence left within 100 years"
	case comes:
		return CauseBetweenOccurrences, w.between()
	}
	if cause, why := w.offInterval(r, day); cause != "" {
		return cause, why
	}
	if date := tz.DateOfDay(int(day)); r.Starts().Schedule().LacksDay(date) {
		return CauseNoSuchDay, "asks for a day that " + date.String()[:len("2006-01")] + " does not have"
	}
	return CauseBetweenOccurrences, w.between()
}

// between says on which side of its occurrences a window is.
func (w *windowExplainer) between() string {
	if w.e.Previous == nil {
		return "has its first occurrence still to come"
	}
	return "is between occurrences"
}

// noSuchOccurrence says what became of an occurrence of today that ends before it starts, if there is one.
func (w *windowExplainer) noSuchOccurrence(r *window.Recurrence, today func(tz.DateTime) bool) (string, bool) {
	started, ok1 := r.Starts().UpTo(w.sec)
	coming, ok2 := r.Starts().From(w.sec + 1)
	for _, c := range []struct {
		schedule.Occurrence
		ok bool
	}{{started, ok1}, {coming, ok2}} {
		if !c.ok || !today(c.Written()) {
			continue
		}
		end, exists := r.End(c.Occurrence)
		if exists {
			continue
		}
		o := w.occurrence(c.Occurrence, end)
		w.e.Occurrence = o
		return "has no occurrence of " + written(o.Written) + ", because of a change of the clock: it would start " + o.Start.String() + o.clock() +
			", not before its end, " + o.End.String(), true
	}
	return "", false
}

// skipped says that a start which is written for a day, counted from 1970-01-01, between the last occurrence and the next, lies in a
// gap and does not come, if that is so.
func (w *windowExplainer) skipped(starts *schedule.Placed, day int64) (string, bool) {
	s := w.opening.zone.Stretch(w.sec)
	for _, s := range []tz.Stretch{s, w.opening.zone.Stretch(s.To)} {
		lo, hi := s.From+int64(s.Before), s.From+int64(s.Offset)
		local, ok := starts.Schedule().Written(max(lo, day*tz.SecondsPerDay))
		at := w.opening.zone.Resolve(local).First
		o, comes := starts.From(at)
		switch {
		case !ok || local >= min(hi, (day+1)*tz.SecondsPerDay) || s.From == tz.Past:
			continue
		case w.e.Previous != nil && w.e.Previous.Start.Unix() >= s.From, w.e.Next != nil && w.e.Next.Start.Unix() <= s.From:
			continue // there are others in between, such as this one where it moves to the end of the gap
		case comes && o.Sec == at && o.Local < hi:
			continue // it came, moved
		}
		w.e.Occurrence = &OccurrenceExplanation{Written: tz.DateTimeOfLocal(local), Clock: SkippedByGap}
		return "leaves out " + written(w.e.Occurrence.Written) + ", which the clock skips: it jumps from " + clockTime(lo) + " to " + clockTime(hi), true
	}
	return "", false
}

// offInterval says that the window would hold the instant, or start on its day, if it were not for the interval of its schedule.
func (w *windowExplainer) offInterval(r *window.Recurrence, day int64) (Cause, string) {
	starts := r.Starts()
	n, unit := starts.Schedule().Interval()
	if n == 1 {
		return "", ""
	}
	// Nothing here can fail: only cron refuses options, and has no intervals; and the lengths are those of r.
	all, _ := starts.Schedule().WithoutInterval().In(starts.Zone(), starts.Gap(), starts.Overlap())
	spec := r.Spec()
	spec.Starts = all
	every, _ := window.Compile(spec)
	o, end, ok := every.Latest(w.sec)
	missed := o.Local
	if !ok || w.sec >= end {
		missed, ok = all.Schedule().Written(day * tz.SecondsPerDay)
		if !ok || missed >= (day+1)*tz.SecondsPerDay {
			return "", ""
		}
	}
	cause := map[schedule.Unit]Cause{schedule.Days: CauseNotAnIntervalDay, schedule.Weeks: CauseNotAnIntervalWeek, schedule.Months: CauseNotAnIntervalMonth}[unit]
	return cause, "comes every " + strconv.Itoa(n) + " " + unit.String() + "s, and not on " + onDay(missed)
}

// last says what came before the instant.
func (w *windowExplainer) last() string {
	p := w.e.Previous
	if p == nil {
		return ""
	}
	if w.opening.span != nil {
		return "; its span was" + fromTo(p.Start, p.End)
	}
	return "; its last occurrence was" + fromTo(p.Start, p.End) + p.clock()
}

// next says what comes after the instant, and why it opens then, and notes which blackouts are in the way.
func (w *windowExplainer) next() string {
	n := w.e.Next
	if n == nil {
		return w.opensNext()
	}
	start, end := n.Start.Unix(), n.End.Unix()
	if w.e.Opens.Equal(n.Start.Time) {
		return "; opens next " + n.Start.String() + n.clock()
	}
	says := "; its next occurrence is" + fromTo(n.Start, n.End) + n.clock()
	if _, some := w.open.First(start, end-1, window.Open); !some {
		covers := func(t window.Timeline) bool { _, ok := t.First(start, end-1, window.Open); return ok }
		blamed := w.blame(covers)
		w.e.NextCoveredBy, w.covers[w.i] = w.paths(blamed), w.refs(blamed)+plural(len(blamed), " covers", " cover")
		until, ends := w.shut.First(start, start+window.Horizon, window.Shut)
		if !ends {
			until = tz.Future
		}
		return says + ", but " + w.covers[w.i] + " all of it" +
			clause(w.moment(until), ", until ", ", without an end") + w.opensNext()
	}
	if w.shut.Holds(start) {
		blamed := w.blame(at(start))
		return says + ", but " + w.refs(blamed) + plural(len(blamed), " covers", " cover") + " its beginning" + w.opensNext()
	}
	return says + ", too short for the policy's minDuration" + w.opensNext()
}
