package fuzz

import (
	"encoding/json"
	"errors"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/fuzz/reference"
	"pgregory.net/rapid"
)

// judged returns the calendar of a policy and what the reference makes of the same document: nil, nil where both refuse
// it, or where the reference does not evaluate it. It fails t where one accepts what the other refuses.
func judged(t *rapid.T, p calendar.Policy) (*calendar.Calendar, *reference.Policy) {
	doc, err := json.Marshal(p)
	if err != nil {
		t.Fatalf("the policy cannot be written as JSON: %v", err)
	}
	cal, err := calendar.Compile(p)
	ref, refErr := reference.Compile(doc, time.LoadLocation)
	switch {
	case errors.Is(refErr, reference.ErrUnsupported):
		return nil, nil
	case err == nil && refErr != nil:
		t.Fatalf("compiles, but the reference refuses it: %v\n%s", refErr, doc)
	case err != nil && refErr == nil:
		t.Fatalf("does not compile, but the reference accepts it: %v\n%s", err, doc)
	case err != nil:
		return nil, nil
	}
	return cal, ref
}

// openBy returns what the reference has open within [from, to).
func openBy(ref *reference.Policy, from, to int64) []span {
	var out []span
	for _, w := range ref.Windows(at(from), at(to)) {
		out = append(out, span{w[0].Unix(), w[1].Unix()})
	}
	return out
}

func reference60(t *rapid.T, c gen.Case) {
	cal, ref := judged(t, c.Policy)
	if cal == nil {
		return
	}
	from, to := aroundIt(t, c)
	got, want := open(cal, from, to), openBy(ref, from, to)
	if !same(got, want) {
		t.Fatalf("windows of [%v, %v)%s", at(from), at(to), differences(got, want))
	}
	for _, sec := range probes(t, from, to, want) {
		if got, want := cal.IsOpen(at(sec)), holds(want, sec); got != want {
			t.Fatalf("open at %v: %v, the reference says %v", at(sec), got, want)
		}
	}
}

// referenceSearch compares searches over the 60 days on either side. What a search passes beyond them is tried in a sample.
func referenceSearch(t *rapid.T, c gen.Case) {
	cal, ref := judged(t, c.Policy)
	if cal == nil {
		return
	}
	const far, century = 60 * day, 100 * 366 * day
	sec := c.At.Unix() + rapid.Int64Range(-10*day, 10*day).Draw(t, "beside")
	sample := func(from, to int64) (list []span, lo, hi int64) {
		lo = from + rapid.Int64Range(0, max(0, to-from)).Draw(t, "passed")
		hi = min(to, lo+30*day)
		return openBy(ref, lo, hi), lo, hi
	}

	next, ok := cal.Next(at(sec))
	start, end := next.Seconds()
	if !ok {
		start = sec + century
	}
	ahead := openBy(ref, sec-1, sec+far)
	for len(ahead) > 0 && ahead[0].start <= sec { // open already, before or at sec
		ahead = ahead[1:]
	}
	if len(ahead) > 0 {
		if start != ahead[0].start || end != ahead[0].end && ahead[0].end < sec+far {
			t.Fatalf("Next(%v) = %v, the reference has %v", at(sec), next, ahead[0])
		}
	} else if start < sec+far {
		t.Fatalf("Next(%v) = %v, the reference has none for 60 days", at(sec), next)
	} else if passed, lo, _ := sample(sec+far, start); len(passed) > 0 && passed[len(passed)-1].start > lo {
		t.Fatalf("Next(%v) = %v, but the reference has %v before it", at(sec), next, passed)
	}

	prev, ok := cal.Prev(at(sec))
	start, end = prev.Seconds()
	if !ok {
		end = sec - century
	}
	behind := openBy(ref, sec-far, sec+1)
	for len(behind) > 0 && behind[len(behind)-1].end > sec { // open still
		behind = behind[:len(behind)-1]
	}
	if n := len(behind); n > 0 {
		if end != behind[n-1].end || start != behind[n-1].start && behind[n-1].start > sec-far {
			t.Fatalf("Prev(%v) = %v, the reference has %v", at(sec), prev, behind[n-1])
		}
	} else if end > sec-far {
		t.Fatalf("Prev(%v) = %v, the reference has none for 60 days", at(sec), prev)
	} else if passed, _, hi := sample(end, sec-far); len(passed) > 0 && passed[0].end < hi {
		t.Fatalf("Prev(%v) = %v, but the reference has %v behind it", at(sec), prev, passed)
	}
}
