package fuzz

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// A Law is something that holds for every policy that compiles, at every instant.
type Law struct {
	Name  string
	Says  string                       // the law in one sentence
	Check func(t *rapid.T, c gen.Case) // fails t where c breaks the law; may draw more from t
}

// Laws are all laws, the comparison with package reference first. To hold policies of one's own against them:
//
//	for _, law := range fuzz.Laws() {
//		t.Run(law.Name, rapid.MakeCheck(func(t *rapid.T) { law.Check(t, ours.Draw(t, "case")) }))
//	}
func Laws() []Law {
	return []Law{
		{"Reference", "over a range of up to 60 days, open periods and the edges of each, a second beside them, and instants between are as the reference says", reference60},
		{"ReferenceSearch", "Next and Prev find what the reference finds, and nothing is open, says the reference, where they pass", referenceSearch},
		{"IsOpen", "an instant is open exactly if it lies in one of Windows, which are apart, in order, not empty, and clipped to the range", isOpen},
		{"Split", "the windows of a range are those of its two parts put together, wherever it is split", split},
		{"Progress", "Next starts after the instant and Prev ends by it; fed with starts, both always advance", progress},
		{"Mirror", "Prev undoes Next: between the two there is nothing", mirror},
		{"Fit", "NextFit finds what a walk through Windows finds: nothing earlier fits, it is open throughout, and a window permits its start", fit},
		{"Status", "At says the same as IsOpen, Next and Windows; Since and Until are the edges of its state; a reason is given exactly where it is shut", status},
		{"Explain", "an explanation says the same as At, and each part of it what a policy with that part alone does; without the blackouts that it blames it is open", explain},
		{"Source", "First and Last find the next and the last instant of a state, and pass none", source},
		{"Fraction", "the fraction of a second of a question makes no difference", fraction},
		{"MoreBlackouts", "one more blackout opens nothing", moreBlackouts},
		{"MoreWindows", "one more window shuts nothing, and opens what it would alone", moreWindows},
		{"Shift", "in zones with fixed offsets, moving the offset moves the answers by as much", shift},
		{"RoundTrip", "a policy written as JSON and read again is the same policy", roundTrip},
		{"Deterministic", "compiling twice gives the same answers, and leaves the policy as it was", deterministic},
		{"Concurrent", "many who ask at once get the answers that one gets", concurrent},
		{"Algebra", "union, intersection, subtraction and complement of timelines are those of the sets of their windows", algebra},
	}
}

// A span is a half-open span of Unix seconds.
type span struct{ start, end int64 }

// open returns the open periods of a calendar within [from, to).
func open(cal *calendar.Calendar, from, to int64) []span { return spans(cal.Timeline(), from, to) }

func spans(t window.Timeline, from, to int64) []span {
	var out []span
	for w := range t.Windows(at(from), at(to)) {
		start, end := w.Seconds()
		out = append(out, span{start, end})
	}
	return out
}

// at returns the instant of Unix seconds.
func at(sec int64) time.Time { return time.Unix(sec, 0).UTC() }

// holds reports whether one of spans, which are sorted and apart, holds sec.
func holds(spans []span, sec int64) bool {
	i, ok := slices.BinarySearchFunc(spans, sec, func(s span, sec int64) int {
		switch {
		case s.end <= sec:
			return -1
		case s.start > sec:
			return 1
		}
		return 0
	})
	return ok && i < len(spans)
}

const day = 24 * 60 * 60

// aroundIt draws a range of up to 60 days around the instant of a case, in Unix seconds.
func aroundIt(t *rapid.T, c gen.Case) (from, to int64) {
	side := rapid.SampledFrom([]int64{2 * day, 1, 3600, day, 3 * day, 8 * day, 20 * day, 29 * day})
	jitter := rapid.Int64Range(0, day)
	return c.At.Unix() - side.Draw(t, "back") - jitter.Draw(t, "jitter") + 1, c.At.Unix() + side.Draw(t, "ahead") + jitter.Draw(t, "jitter")
}

// probes returns the instants of [from, to) that are worth asking: from and to themselves, the edges of all spans and the
// seconds beside them, and some drawn ones.
func probes(t *rapid.T, from, to int64, lists ...[]span) []int64 {
	all := []int64{from, to - 1}
	for _, spans := range lists {
		for _, s := range spans[:min(len(spans), 2000)] {
			all = append(all, s.start-1, s.start, s.start+1, s.end-1, s.end, s.end+1)
		}
	}
	for range 8 {
		all = append(all, rapid.Int64Range(from, to-1).Draw(t, "probe"))
	}
	return slices.DeleteFunc(all, func(sec int64) bool { return sec < from || sec >= to })
}
