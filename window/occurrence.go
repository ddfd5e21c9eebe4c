package window

import (
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// Recurrence returns the recurrence that the timeline is, and whether it is one and nothing else.
func (t Timeline) Recurrence() (*Recurrence, bool) {
	if t.expr == nil || t.expr.inverted {
		return nil, false
	}
	r, ok := t.expr.source.(*Recurrence)
	return r, ok
}

// Spec returns what r was compiled from, to change it: the same windows by another schedule, say.
func (r *Recurrence) Spec() Spec {
	s := Spec{Starts: &r.starts, Duration: time.Duration(r.length) * time.Second}
	if r.length == 0 {
		s.EndTime, _ = tz.TimeOfDayOf(int(r.end))
	}
	return s
}

// End returns the instant, in Unix seconds, at which the window of an occurrence of the schedule ends, and whether there is such a
// window. There is none where its wall-clock end does not come after its start (S4): a start that a gap moves past it, say.
func (r *Recurrence) End(o schedule.Occurrence) (int64, bool) {
	if r.length != 0 {
		return o.Sec + r.length, true
	}
	end := r.endOf(o)
	return end, end > o.Sec
}

// Latest returns, of the windows that have started by the instant sec, the one that ends last: its occurrence and its end, and
// whether there is one in the 100 years before. It holds sec if any does.
func (r *Recurrence) Latest(sec int64) (o schedule.Occurrence, end int64, ok bool) {
	return r.latest(sec)
}
