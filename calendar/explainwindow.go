package calendar

import (
	"strconv"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A windowExplainer explains one window.
type windowExplainer struct {
	*explainer
	i         int
	opening   *opening
	blackouts []int           // that may shut it
	shut      window.Timeline // all of them
	open      window.Timeline // the window without them
	gaveUp    bool            // it is not known when it opens next
	e         WindowExplanation
}

// window explains window i.
func (x *explainer) window(i int) WindowExplanation {
	o := &x.calendar.windows[i]
	w := &windowExplainer{explainer: x, i: i, opening: o, blackouts: x.blackoutsOf(i)}
	w.shut = window.Union(union(x.calendar.blackouts[o.blackouts:o.nextOne]), x.own)
	w.open = o.source.Subtract(w.shut)
	w.e = WindowExplanation{Path: index("windows", i), Name: o.name, Zone: o.zone.String()}
	if o.source.Holds(x.sec) {
		w.holds()
	} else {
		w.misses()
	}
	return w.e
}

// moment returns an instant as the window's clock reads it.
func (w *windowExplainer) moment(sec int64) Moment { return moment(sec, w.opening.zone) }

// holds explains a window that holds the instant.
func (w *windowExplainer) holds() {
	held := w.held()
	switch {
	case w.shut.Holds(w.sec):
		w.e.Because = CauseShutByBlackout
		blamed := w.blame(at(w.sec))
		w.e.ShutBy = w.paths(blamed)
		for _, b := range blamed {
			w.shuts[b] = append(w.shuts[b], w.e.Path) // at most 50: no more windows are explained
		}
		w.opens()
		w.e.Detail = "shut by " + w.shutUntil(blamed) + "; " + held + w.opensNext()
	case !w.calendar.timeline.Holds(w.sec):
		w.e.Because = CauseTooShort
		_, piece, _ := w.calendar.whole.Around(w.status.Time())
		from, to := piece.Seconds()
		w.opens()
		w.e.Detail = "shut, because what would be open here," + fromTo(w.moment(from), w.moment(to)) + ", is shorter than the policy's minDuration; " + held + w.opensNext()
	default:
		w.e.Open, w.e.Because, w.e.Detail = true, CauseHolds, "open: "+held
		w.shutsAt()
	}
}

// shutUntil says how long the blackouts shut the window that hold the instant, and which take over from them, as far as a few.
func (w *windowExplainer) shutUntil(blamed []int) string {
	limit := w.sec + window.Horizon
	says := w.refs(blamed)
	for sec := w.sec; ; {
		end, ends := w.unionOf(blamed).First(sec, limit, window.Shut)
		if !ends {
			return says + " without an end within 100 years"
		}
		says += " until " + w.moment(end).String()
		if !w.shut.Holds(end) {
			return says
		}
		if len(says) > 300 {
			if end, ends = w.shut.First(end, limit, window.Shut); !ends {
				return says + ", then by others without an end within 100 years"
			}
			return says + ", then by others until " + w.moment(end).String()
		}
		sec, blamed = end, w.blame(at(end))
		says += ", then by " + w.refs(blamed)
	}
}

// shutsAt says when the window, which is open, shuts, where that is not when its occurrence ends.
func (w *windowExplainer) shutsAt() {
	until, ends := w.open.First(w.sec, w.sec+window.Horizon, window.Shut)
	if !ends {
		if o := w.e.Occurrence; o != nil && !o.End.IsZero() {
			w.e.Detail += ", and so on without a break within 100 years"
		}
		return
	}
	w.e.Until = w.moment(until)
	if o := w.e.Occurrence; o != nil && o.End.Equal(w.e.Until.Time) {
		return
	}
	w.e.Detail += "; shuts " + w.e.Until.String()
	if w.opening.source.Holds(until) {
		blamed := w.blame(at(until))
		w.e.Detail += ", when " + w.refs(blamed) + plural(len(blamed), " begins", " begin")
	} else {
		w.e.Detail += ", as occurrences follow each other until then"
	}
}

// held says what holds the instant, and notes it.
func (w *windowExplainer) held() string {
	if w.opening.span != nil {
		w.e.Occurrence = w.spanned()
		return "its span is" + fromTo(w.e.Occurrence.Start, w.e.Occurrence.End)
	}
	r, ok := w.opening.source.Recurrence()
	if !ok {
		return "it is open at all times"
	}
	occurrence, end, _ := r.Latest(w.sec)
	w.e.Occurrence = w.occurrence(occurrence, end)
	return "its occurrence is" + fromTo(w.e.Occurrence.Start, w.e.Occurrence.End) + w.e.Occurrence.clock()
}

// spanned returns the span of the window.
func (w *windowExplainer) spanned() *OccurrenceExplanation {
	start, end := w.opening.span.Seconds()
	return &OccurrenceExplanation{Start: w.moment(start), End: w.moment(end)}
}

// occurrence returns an occurrence that ends at end.
func (w *windowExplainer) occurrence(o schedule.Occurrence, end int64) *OccurrenceExplanation {
	e := &OccurrenceExplanation{Written: o.Written(), Start: w.moment(o.Sec), End: w.moment(end)}
	switch at := w.opening.zone.Resolve(o.Local); {
	case at.Kind == tz.InGap:
		e.Clock = MovedByGap
	case at.Kind == tz.InOverlap && o.Sec == at.First:
		e.Clock = FirstReading
	case at.Kind == tz.InOverlap:
		e.Clock = SecondReading
	}
	return e
}

// opens notes when the window, which is shut, opens next. A period of it that is shorter than minDuration is passed over, as far
// as the next period of the calendar; after a hundred of them it gives up.
func (w *windowExplainer) opens() {
	limit := w.sec + window.Horizon
	from := w.sec
	for range tries {
		start, ok := w.open.First(from, limit, window.Open)
		if !ok {
			return
		}
		if from = w.opensFrom(start); from == start {
			w.e.Opens = w.moment(start)
			return
		}
	}
	w.gaveUp = true
}

// tries is at how many periods that are too short a search for one that is not gives up.
const tries = 100

// opensNext says when the window opens next.
func (w *windowExplainer) opensNext() string {
	if w.gaveUp {
		return "; is open for too short the next " + strconv.Itoa(tries) + " times"
	}
	return clause(w.e.Opens, "; opens next ", "; does not open within 100 years")
}

// blame returns those of the blackouts, by their places, that are as asked, and notes that the explanation names them.
func (w *windowExplainer) blame(is func(window.Timeline) bool) []int {
	var blamed []int
	for _, b := range w.blackouts {
		if is(w.calendar.blackouts[b].timeline) {
			w.touched[b] = true
			blamed = append(blamed, b)
		}
	}
	return blamed
}

// at returns what tells whether a blackout holds at an instant.
func at(sec int64) func(window.Timeline) bool {
	return func(t window.Timeline) bool { return t.Holds(sec) }
}

// paths returns where blackouts are in the document, the first 50 of them.
func (w *windowExplainer) paths(blackouts []int) []string {
	var paths []string
	for _, b := range blackouts[:min(len(blackouts), maxExplained)] {
		paths = append(paths, w.calendar.blackouts[b].ref.Path)
	}
	return paths
}
