package calendar

import (
	"slices"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// maxExplained is how many windows and how many blackouts an explanation lists, and maxIdle how many of them that are blackouts
// which have nothing to do with the instant.
const (
	maxExplained = 50
	maxIdle      = 8
)

// An explainer makes one Explanation.
type explainer struct {
	calendar *Calendar
	sec      int64
	status   Status
	zone     tz.Zone // of the answer as a whole

	own     window.Timeline  // all blackouts of the policy
	closed  []window.Window  // spans in which the calendar is known to be shut
	touched map[int]bool     // the blackouts that the explanation names, by their places in the calendar
	shuts   map[int][]string // the windows that each of them shuts
	reasons map[int]string   // why windows do not hold the instant, by their places
	covers  map[int]string   // which blackouts cover what they have next
}

func newExplainer(c *Calendar, t time.Time) *explainer {
	x := &explainer{calendar: c, sec: tz.Seconds(t), status: c.At(t),
		touched: make(map[int]bool), shuts: make(map[int][]string), reasons: make(map[int]string), covers: make(map[int]string)}
	for i := range c.windows {
		switch {
		case i == 0:
			x.zone = c.windows[0].zone
		case c.windows[i].zone != x.zone:
			x.zone = tz.UTC()
		}
	}
	x.own = union(c.blackouts[c.own:])
	return x
}

// union returns the union of blackouts. Halves are united first: what can be joined then is joined in time n log n, not n*n.
func union(list []blackedOut) window.Timeline {
	switch n := len(list); n {
	case 0:
		return window.Timeline{}
	case 1:
		return list[0].timeline
	default:
		return window.Union(union(list[:n/2]), union(list[n/2:]))
	}
}

// unionOf returns the union of blackouts that are known by their places.
func (x *explainer) unionOf(places []int) window.Timeline {
	list := make([]blackedOut, len(places))
	for i, b := range places {
		list[i] = x.calendar.blackouts[b]
	}
	return union(list)
}

func (x *explainer) explain() Explanation {
	c, s := x.calendar, x.status
	e := Explanation{
		Policy:    c.name,
		At:        moment(x.sec, x.zone),
		Zone:      x.zone.String(),
		Open:      s.Open,
		Reason:    s.Reason,
		TZVersion: c.version,
	}
	since, until := s.span.Seconds()
	e.Since, e.Until = moment(since, x.zone), moment(until, x.zone)
	listed := x.chooseWindows(until)
	for _, i := range listed {
		e.Windows = append(e.Windows, x.window(i))
	}
	e.WindowsLeftOut = len(c.windows) - len(e.Windows)
	ends, byBlackout := x.ends(until)
	for _, i := range x.chooseBlackouts() {
		e.Blackouts = append(e.Blackouts, x.blackout(i))
	}
	e.BlackoutsLeftOut = len(c.blackouts) - len(e.Blackouts)
	e.Summary = x.summary(&e, listed, ends, byBlackout)
	return e
}

// chooseWindows returns which windows to list, in order: those that hold the instant before those that open next, and
// those before the rest.
func (x *explainer) chooseWindows(until int64) []int {
	ranks := make([]int, len(x.calendar.windows))
	for i := range x.calendar.windows {
		switch w := &x.calendar.windows[i]; {
		case w.source.Holds(x.sec):
		case w.timeline.Holds(until): // not tz.Future: what holds that holds the instant
			ranks[i] = 1
		default:
			ranks[i] = 2
		}
	}
	return choose(ranks, maxExplained, maxExplained)
}

// chooseBlackouts returns which blackouts to list, in order: those that the explanation names before others that hold, and those
// before a few of the rest.
func (x *explainer) chooseBlackouts() []int {
	ranks := make([]int, len(x.calendar.blackouts))
	for i := range x.calendar.blackouts {
		switch {
		case x.touched[i]:
		case x.calendar.blackouts[i].timeline.Holds(x.sec):
			ranks[i] = 1
		default:
			ranks[i] = 2
		}
	}
	return choose(ranks, maxExplained, maxIdle)
}

// choose returns the places of up to limit items, the lowest ranks first, of rank 2 up to idle, in order.
func choose(ranks []int, limit, idle int) []int {
	var chosen []int
	for rank := range 3 {
		if rank == 2 {
			limit = min(limit, len(chosen)+idle)
		}
		for i := range ranks {
			if ranks[i] == rank && len(chosen) < limit {
				chosen = append(chosen, i)
			}
		}
	}
	slices.Sort(chosen)
	return chosen
}

// ends returns the first blackout that ends what is open until then: false where it ends for want of windows.
func (x *explainer) ends(until int64) (Ref, bool) {
	var blamed []int
	if x.status.Open {
		blamed = x.blamed(until)
	}
	if len(blamed) == 0 {
		return Ref{}, false
	}
	x.touched[blamed[0]] = true
	return x.calendar.blackouts[blamed[0]].ref, true
}

// blamed returns the places of the blackouts that shut windows at an instant, as [Status.Blackouts] does.
func (x *explainer) blamed(sec int64) []int {
	var all []int
	any := false
	for i := range x.calendar.windows {
		w := &x.calendar.windows[i]
		if !w.source.Holds(sec) {
			continue
		}
		any = true
		all = x.holding(all, int(w.blackouts), int(w.nextOne), sec)
	}
	if any {
		all = x.holding(all, int(x.calendar.own), len(x.calendar.blackouts), sec)
	}
	return all
}

// opensFrom returns the first instant from sec on at which the calendar is open, tz.Future if there is none within the horizon of the
// explanation, before which it is not asked. Each span in which it is shut is searched once for all windows.
func (x *explainer) opensFrom(sec int64) int64 {
	for _, span := range x.closed {
		if start, end := span.Seconds(); start <= sec && sec < end {
			return end
		}
	}
	start, end := x.sec, int64(tz.Future)
	if opens, ok := x.calendar.timeline.First(sec, x.sec+window.Horizon, window.Open); ok {
		end = opens
	}
	if last, ok := x.calendar.timeline.Last(sec, x.sec, window.Open); ok {
		start = last + 1
	}
	x.closed = append(x.closed, window.OfSeconds(start, end)) // the zero Window, which says nothing, where it is open
	return end
}

// holding appends to all those of the blackouts from one place up to another that hold at an instant.
func (x *explainer) holding(all []int, from, to int, sec int64) []int {
	for b := from; b < to; b++ {
		if x.calendar.blackouts[b].timeline.Holds(sec) {
			all = append(all, b)
		}
	}
	return all
}

// refs returns blackouts in words.
func (x *explainer) refs(blackouts []int) string {
	return names(blackouts, func(b int) string { return x.calendar.blackouts[b].ref.String() })
}

// blackoutsOf returns the places of the blackouts of a window and of those of the policy.
func (x *explainer) blackoutsOf(i int) []int {
	w := &x.calendar.windows[i]
	var all []int
	for b := int(w.blackouts); b < int(w.nextOne); b++ {
		all = append(all, b)
	}
	for b := int(x.calendar.own); b < len(x.calendar.blackouts); b++ {
		all = append(all, b)
	}
	return all
}

// blackout explains blackout i.
func (x *explainer) blackout(i int) BlackoutExplanation {
	b := &x.calendar.blackouts[i]
	zone := x.zone
	for w := range x.calendar.windows {
		if o := &x.calendar.windows[w]; int(o.blackouts) <= i && i < int(o.nextOne) {
			zone = o.zone
		}
	}
	e := BlackoutExplanation{Path: b.ref.Path, Name: b.ref.Name, Span: b.ref.Span, Holds: b.timeline.Holds(x.sec), Shuts: x.shuts[i]}
	if !e.Holds {
		if begins, ok := b.timeline.First(x.sec, x.sec+window.Horizon, window.Open); ok {
			e.Begins = moment(begins, zone)
		}
		e.Detail = "does not hold" + clause(e.Begins, "; begins next ", ", nor begin again within 100 years")
		return e
	}
	if before, ok := b.timeline.Last(x.sec, x.sec-window.Horizon, window.Shut); ok {
		e.Since = moment(before+1, zone)
	}
	if after, ok := b.timeline.First(x.sec, x.sec+window.Horizon, window.Shut); ok {
		e.Until = moment(after, zone)
	}
	e.Detail = "holds" + fromTo(e.Since, e.Until)
	if len(e.Shuts) > 0 {
		e.Detail += ", and shuts " + names(e.Shuts, func(path string) string { return path })
	} else {
		e.Detail += ", and shuts nothing at this instant"
	}
	return e
}
