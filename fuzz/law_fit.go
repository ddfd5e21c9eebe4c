package fuzz

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// fit walks the open periods of 60 days for what NextFit finds by search. Where it is later, what was passed is tried in a sample.
func fit(t *rapid.T, c gen.Case) {
	if rapid.Bool().Draw(t, "more cutoffs") {
		c.Policy.Windows = moreCutoffs(t, c.Policy.Windows)
	}
	cal := calendar.MustCompile(c.Policy)
	from := gen.Probes(cal, c.At).Draw(t, "from")
	need := needs(cal, c).Draw(t, "need")
	w := newWalk(cal, c.Policy, from, need)
	got, ok := cal.NextFit(from, need)
	start, end := got.Seconds()

	ask := tz.Seconds(from)
	if from.Nanosecond() > 0 {
		ask++
	}
	if want, found := w.first(ask, ask+60*day); found {
		if !ok || start != want.start || end != want.end {
			t.Fatalf("NextFit(%v, %v) = %v, %v, want %v to %v", from, need, got, ok, at(want.start), at(want.end))
		}
		return
	}
	if !ok {
		start = w.limit + 1
	} else if start < ask || start > w.limit || !cal.IsOpen(at(start)) {
		t.Fatalf("NextFit(%v, %v) = %v, which is too early, too late or shut", from, need, got)
	} else if want, found := w.first(start, start+1); !found || end != want.end {
		t.Fatalf("NextFit(%v, %v) = %v: at its start it permits none, or it ends elsewhere: %v", from, need, got, at(want.end))
	}
	passed := ask + rapid.Int64Range(0, max(0, start-ask-1)).Draw(t, "passed")
	if earlier, found := w.first(passed, min(passed+30*day, start)); found {
		t.Fatalf("NextFit(%v, %v) = %v, %v, but it fits at %v", from, need, got, ok, at(earlier.start))
	}
}

// moreCutoffs returns windows of which every other one has a cutoff.
func moreCutoffs(t *rapid.T, windows []calendar.WindowSpec) []calendar.WindowSpec {
	windows = slices.Clone(windows)
	for i := range windows {
		if rapid.Bool().Draw(t, "has a cutoff") {
			windows[i].Cutoff = rapid.SampledFrom([]string{"1s", "10m", "59m59s", "1h", "4h", "24h", "8784h"}).Draw(t, "cutoff")
		}
	}
	return windows
}

// needs generates lengths, those of open periods near a case and what is left of them at a cutoff above all.
func needs(cal *calendar.Calendar, c gen.Case) *rapid.Generator[time.Duration] {
	lengths := []time.Duration{0, -1, 1, time.Second, time.Hour, 24 * time.Hour, 1<<63 - 1}
	for _, s := range open(cal, c.At.Unix()-3*day, c.At.Unix()+3*day) {
		if lengths = append(lengths, time.Duration(s.end-s.start)*time.Second); len(lengths) > 100 {
			break
		}
	}
	return rapid.Custom(func(t *rapid.T) time.Duration {
		length := rapid.SampledFrom(lengths).Draw(t, "length")
		beside := rapid.SampledFrom([]time.Duration{0, 0, 0, -1, 1, -time.Second, time.Second, -time.Hour}).Draw(t, "beside")
		if length == 1<<63-1 {
			beside = min(beside, 0)
		}
		return length + beside
	})
}

// A walk looks for what fits as one would by hand: period by period, window by window.
type walk struct {
	line    window.Timeline
	windows []window.Timeline // each with its own blackouts and those of the policy
	last    []int64           // by window: how long before the end of an open period something may start at the latest, in seconds
	longest int64             // of last
	limit   int64             // nothing starts after it
}

func newWalk(cal *calendar.Calendar, p calendar.Policy, from time.Time, need time.Duration) *walk {
	w := &walk{line: cal.Timeline(), limit: tz.Seconds(from) + window.Horizon}
	seconds := int64(need / time.Second)
	if need%time.Second > 0 {
		seconds++
	}
	seconds = min(max(seconds, 1), window.Horizon) // what lasts for longer than the horizon has no end
	for _, spec := range p.Windows {
		alone := p
		alone.MinDuration = ""
		alone.Windows = []calendar.WindowSpec{spec}
		w.windows = append(w.windows, calendar.MustCompile(alone).Timeline())
		cutoff, _ := time.ParseDuration(spec.Cutoff) // none is 0
		last := max(seconds, int64(cutoff/time.Second)+1)
		w.last, w.longest = append(w.last, last), max(w.longest, last)
	}
	return w
}

// first returns the earliest instant of [from, to) at which something may start and be done, up to the end of the open period.
func (w *walk) first(from, to int64) (span, bool) {
	for _, period := range spans(w.line, from, to) {
		end := period.end
		if end == to { // or later: an end so late that all has room before it is none
			var ends bool
			if end, ends = w.line.First(to-1, w.limit+w.longest, window.Shut); !ends {
				end = tz.Future
			}
		}
		start := end
		for i, line := range w.windows {
			// Where the window opens first is where it leaves most.
			if opens := spans(line, period.start, min(period.end, start)); len(opens) > 0 && opens[0].start <= end-w.last[i] {
				start = opens[0].start
			}
		}
		if start < end && start <= w.limit {
			if end > w.limit {
				end = tz.Future
			}
			return span{start, end}, true
		}
	}
	return span{}, false
}
