package fuzz

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

func same(a, b []span) bool { return slices.Equal(a, b) }

// differences shows where two lists differ, for people.
func differences(got, want []span) string {
	var b strings.Builder
	show := func(name string, list, other []span) {
		for _, s := range list {
			if !slices.Contains(other, s) {
				fmt.Fprintf(&b, "\n%s only: [%v, %v)", name, at(s.start).Format(time.RFC3339), at(s.end).Format(time.RFC3339))
			}
		}
	}
	show("core", got, want)
	show("reference", want, got)
	return b.String()
}

func isOpen(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	from, to := aroundIt(t, c)
	windows := open(cal, from, to)
	for i, w := range windows {
		if w.start >= w.end || w.start < from || w.end > to || i > 0 && w.start <= windows[i-1].end {
			t.Fatalf("windows of [%d, %d): %v behind %v", from, to, w, windows[:i])
		}
	}
	for _, sec := range probes(t, from, to, windows) {
		if got, want := cal.IsOpen(at(sec)), holds(windows, sec); got != want {
			t.Fatalf("IsOpen(%v) = %v, in a window = %v", at(sec), got, want)
		}
	}
}

func split(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	from, to := aroundIt(t, c)
	whole := open(cal, from, to)
	cut := rapid.SampledFrom(probes(t, from, to, whole)).Draw(t, "cut")
	parts := append(open(cal, from, cut), open(cal, cut, to)...)
	if joined := join(parts); !same(joined, whole) {
		t.Fatalf("[%d, %d) split at %d: %v, whole: %v", from, to, cut, joined, whole)
	}
	if none := open(cal, to, from); len(none) > 0 {
		t.Fatalf("the windows of [%d, %d), which is empty, are %v", to, from, none)
	}
}

// join joins spans, which are in order, where they touch.
func join(list []span) []span {
	var out []span
	for _, s := range list {
		if n := len(out); n > 0 && out[n-1].end == s.start {
			out[n-1].end = s.end
		} else {
			out = append(out, s)
		}
	}
	return out
}

func source(t *rapid.T, c gen.Case) {
	line := calendar.MustCompile(c.Policy).Timeline()
	switch rapid.IntRange(0, 3).Draw(t, "of") {
	case 1:
		line = line.Complement()
	case 2:
		line = window.Union(line, calendar.MustCompile(gen.CasesAt(c.At).Draw(t, "other").Policy).Timeline())
	case 3:
		line = line.Subtract(calendar.MustCompile(gen.CasesAt(c.At).Draw(t, "other").Policy).Timeline())
	}
	from, to := aroundIt(t, c)
	windows := spans(line, from, to)
	for _, sec := range probes(t, from, to, windows) {
		is := holds(windows, sec)
		if line.Holds(sec) != is {
			t.Fatalf("Holds(%v) = %v, in a window: %v", at(sec), !is, is)
		}
		for _, want := range []window.State{window.Open, window.Shut} {
			next, ok := line.First(sec, to-1, want)
			if wantNext, wantOK := firstOf(windows, sec, to, want); ok != wantOK || ok && next != wantNext {
				t.Fatalf("First(%v, %v, %v) = %v, %v, want %v, %v", at(sec), at(to-1), want, at(next), ok, at(wantNext), wantOK)
			}
			last, ok := line.Last(sec, from, want)
			if wantLast, wantOK := lastOf(windows, sec, from, want); ok != wantOK || ok && last != wantLast {
				t.Fatalf("Last(%v, %v, %v) = %v, %v, want %v, %v", at(sec), at(from), want, at(last), ok, at(wantLast), wantOK)
			}
		}
	}
}

// firstOf returns the first instant in [sec, to) that is in the wanted state, given all windows up to to.
func firstOf(windows []span, sec, to int64, want window.State) (int64, bool) {
	for _, w := range windows {
		switch {
		case w.end <= sec:
		case want == window.Open:
			return max(sec, w.start), true
		case sec >= w.start:
			sec = w.end
		}
	}
	return sec, want == window.Shut && sec < to
}

// lastOf returns the last instant in [from, sec] that is in the wanted state, given all windows from from on.
func lastOf(windows []span, sec, from int64, want window.State) (int64, bool) {
	for _, w := range slices.Backward(windows) {
		switch {
		case w.start > sec:
		case want == window.Open:
			return min(sec, w.end-1), true
		case sec < w.end:
			sec = w.start - 1
		}
	}
	return sec, want == window.Shut && sec >= from
}

func fraction(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	whole := gen.Probes(cal, c.At).Draw(t, "at").Truncate(time.Second)
	part := whole.Add(time.Duration(rapid.Int64Range(1, 999_999_999).Draw(t, "fraction")))
	if a, b := cal.At(whole), cal.At(part); a != b || cal.IsOpen(whole) != cal.IsOpen(part) {
		t.Fatalf("At(%v) = %v, At(%v) = %v", whole, a, part, b)
	}
	a, aok := cal.Next(whole)
	b, bok := cal.Next(part)
	if a != b || aok != bok {
		t.Fatalf("Next(%v) = %v, Next(%v) = %v", whole, a, part, b)
	}
	a, aok = cal.Prev(whole)
	b, bok = cal.Prev(part)
	if a != b || aok != bok {
		t.Fatalf("Prev(%v) = %v, Prev(%v) = %v", whole, a, part, b)
	}
}
