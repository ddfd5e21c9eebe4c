package fuzz

import (
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

func progress(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	from := gen.Probes(cal, c.At).Draw(t, "from")
	for sec, n := tz.Seconds(from), 0; n < 8; n++ {
		w, ok := cal.Next(at(sec))
		if !ok {
			break
		}
		start, end := w.Seconds()
		if start <= sec || end <= start {
			t.Fatalf("Next(%v) = %v", at(sec), w)
		}
		sec = start
	}
	for sec, n := tz.Seconds(from), 0; n < 8; n++ {
		w, ok := cal.Prev(at(sec))
		if !ok {
			break
		}
		start, end := w.Seconds()
		if end > sec || end <= start {
			t.Fatalf("Prev(%v) = %v", at(sec), w)
		}
		if start == tz.Past {
			break
		}
		sec = start
	}
}

// mirror goes to the next open period and back, twice over: from its end, which must find it again, and from its start, which must
// find the one before, whose successor it is.
func mirror(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	from := gen.Probes(cal, c.At).Draw(t, "from")
	w, ok := cal.Next(from)
	if !ok {
		return
	}
	start, end := w.Seconds()
	if end == tz.Future { // open for longer than was looked
		return
	}
	if back, ok := cal.Prev(at(end)); !ok || back != w {
		t.Fatalf("Next(%v) = %v, but Prev of its end = %v", from, w, back)
	}
	if again, ok := cal.Next(at(start - 1)); !ok || again != w {
		t.Fatalf("Next(%v) = %v, but Next just before its start = %v", from, w, again)
	}
	before, ok := cal.Prev(at(start))
	if !ok {
		return
	}
	beforeStart, beforeEnd := before.Seconds()
	if beforeEnd >= start {
		t.Fatalf("Prev(%v), a start, = %v", at(start), before)
	}
	found := end - window.Horizon // from here on Next sees its end
	if there, ok := cal.Next(at(max(beforeEnd, found))); !ok || there != w {
		t.Fatalf("Next(%v) = %v, and before it is %v, but Next of the end of that = %v", from, w, before, there)
	}
	if there, ok := cal.Next(at(max(beforeStart, found))); !ok || there != w {
		t.Fatalf("Next(%v) = %v, and before it is %v, but Next of the start of that = %v", from, w, before, there)
	}
	if beforeStart > tz.Seconds(from) {
		t.Fatalf("Next(%v) = %v, but %v comes before it", from, w, before)
	}
}

func status(t *rapid.T, c gen.Case) {
	cal := calendar.MustCompile(c.Policy)
	probe := gen.Probes(cal, c.At).Draw(t, "at")
	sec := tz.Seconds(probe)
	s := cal.At(probe)
	if s.Open != cal.IsOpen(probe) || !s.Time().Equal(at(sec)) {
		t.Fatalf("At(%v) = %v, IsOpen = %v", probe, s, cal.IsOpen(probe))
	}
	next, ok := cal.Next(probe)
	if n, nok := s.Next(); n != next || nok != ok {
		t.Fatalf("At(%v).Next() = %v, %v, but Next = %v, %v", probe, n, nok, next, ok)
	}
	since, until := sec-60*day, sec+60*day // no farther than a range can be looked through
	if edge, ok := s.Since(); ok {
		if edge.Unix() > sec || cal.IsOpen(edge) != s.Open || cal.IsOpen(at(edge.Unix()-1)) == s.Open {
			t.Fatalf("At(%v) = %v, but since %v is not the edge of it", probe, s, edge)
		}
		since = max(since, edge.Unix())
	}
	if edge, ok := s.Until(); ok {
		if edge.Unix() <= sec || cal.IsOpen(edge) == s.Open || cal.IsOpen(at(edge.Unix()-1)) != s.Open {
			t.Fatalf("At(%v) = %v, which %v is not the edge of", probe, s, edge)
		}
		until = min(until, edge.Unix())
		if !s.Open && edge.Unix() != startOf(next) {
			t.Fatalf("At(%v) is shut until %v, but the next open period is %v", probe, edge, next)
		}
	} else if !s.Open && ok {
		t.Fatalf("At(%v) is shut without end, but the next open period is %v", probe, next)
	}
	if got := open(cal, since, until); s.Open && !same(got, []span{{since, until}}) || !s.Open && len(got) > 0 {
		t.Fatalf("At(%v) = %v, but the windows of [%v, %v) are %v", probe, s, at(since), at(until), got)
	}
	reasons(t, c, s)
}

func startOf(w interface{ Seconds() (int64, int64) }) int64 {
	start, _ := w.Seconds()
	return start
}

// reasons checks why a status says it is shut.
func reasons(t *rapid.T, c gen.Case, s calendar.Status) {
	windows, blackouts := 0, 0
	for range s.Windows() {
		windows++
	}
	for range s.Blackouts() {
		blackouts++
	}
	byBlackout, tooShort := s.Reason == calendar.Blackout, s.Reason == calendar.TooShort
	switch {
	case s.Open != (s.Reason == ""):
		t.Fatalf("%v: open is %v, the reason %q", s, s.Open, s.Reason)
	case (windows > 0) != (s.Open || byBlackout || tooShort):
		t.Fatalf("%v: %d windows hold the instant, the reason is %q", s, windows, s.Reason)
	case (blackouts > 0) != byBlackout:
		t.Fatalf("%v: %d blackouts hold the instant, the reason is %q", s, blackouts, s.Reason)
	case tooShort && c.Policy.MinDuration == "":
		t.Fatalf("%v: too short, but the policy has no minDuration", s)
	case (s.Reason == calendar.NoWindows) != (len(c.Policy.Windows) == 0):
		t.Fatalf("%v: the policy has %d windows, the reason is %q", s, len(c.Policy.Windows), s.Reason)
	}
}
