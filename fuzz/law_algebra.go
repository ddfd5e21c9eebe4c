package fuzz

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// algebra combines the timelines of two calendars and compares with the same combination of the windows that each has on its
// own, instant by instant.
func algebra(t *rapid.T, c gen.Case) {
	one := calendar.MustCompile(c.Policy).Timeline()
	other := calendar.MustCompile(gen.CasesAt(c.At).Draw(t, "other").Policy).Timeline()
	from, to := aroundIt(t, c)
	a, b := spans(one, from, to), spans(other, from, to)
	instants := probes(t, from, to, a, b)
	for _, op := range []struct {
		name string
		line window.Timeline
		want func(inA, inB bool) bool
	}{
		{"union", window.Union(one, other), func(a, b bool) bool { return a || b }},
		{"intersection", window.Intersect(one, other), func(a, b bool) bool { return a && b }},
		{"difference", one.Subtract(other), func(a, b bool) bool { return a && !b }},
		{"complement", one.Complement(), func(a, _ bool) bool { return !a }},
		{"neither", window.Union(one, other).Complement(), func(a, b bool) bool { return !a && !b }},
		{"one of both", window.Union(one.Subtract(other), other.Subtract(one)), func(a, b bool) bool { return a != b }},
	} {
		got := spans(op.line, from, to)
		for _, sec := range append(instants, edges(got, from, to)...) {
			want := op.want(holds(a, sec), holds(b, sec))
			if holds(got, sec) != want || op.line.IsOpen(at(sec)) != want {
				t.Fatalf("%s at %v: in a window %v, open %v, want %v", op.name, at(sec), holds(got, sec), op.line.IsOpen(at(sec)), want)
			}
		}
	}
}

// edges returns the first and last instants of spans within [from, to), and those beside them.
func edges(list []span, from, to int64) []int64 {
	var out []int64
	for _, s := range list[:min(len(list), 2000)] {
		for _, sec := range []int64{s.start - 1, s.start, s.end - 1, s.end} {
			if from <= sec && sec < to {
				out = append(out, sec)
			}
		}
	}
	return out
}
