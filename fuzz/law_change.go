package fuzz

import (
	"slices"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

func moreBlackouts(t *rapid.T, c gen.Case) {
	more := gen.CasesAt(c.At).Draw(t, "more").Policy
	for i := range more.NotAllowedDates {
		more.NotAllowedDates[i].Name = "" // names are unique in a list
	}
	for i := range more.NotAllowedTime {
		more.NotAllowedTime[i].Name = ""
	}
	if len(more.NotAllowedDates)+len(more.NotAllowedTime) == 0 {
		today := c.At.Format(time.DateOnly)
		more.NotAllowedDates = []calendar.DateSpan{{Start: today, End: today}}
	}
	p := c.Policy
	if n := rapid.IntRange(0, len(p.Windows)).Draw(t, "of window"); n == 0 {
		p.NotAllowedDates = slices.Concat(p.NotAllowedDates, more.NotAllowedDates)
		p.NotAllowedTime = slices.Concat(p.NotAllowedTime, more.NotAllowedTime)
	} else {
		p.Windows = slices.Clone(p.Windows)
		w := &p.Windows[n-1]
		w.NotAllowedDates = slices.Concat(w.NotAllowedDates, more.NotAllowedDates)
		w.NotAllowedTime = slices.Concat(w.NotAllowedTime, more.NotAllowedTime)
	}
	after, err := calendar.Compile(p)
	if err != nil {
		return // a window states a zone, the policy none: which zone the blackout is in would be unclear
	}
	before := calendar.MustCompile(c.Policy)
	from, to := aroundIt(t, c)
	was, is := open(before, from, to), open(after, from, to)
	for _, sec := range probes(t, from, to, was, is) {
		if holds(is, sec) && !holds(was, sec) {
			t.Fatalf("one more blackout opens %v: %v", at(sec), gen.Case{Policy: p, At: c.At})
		}
	}
}

func moreWindows(t *rapid.T, c gen.Case) {
	w := gen.CasesAt(c.At).Filter(func(c gen.Case) bool { return len(c.Policy.Windows) > 0 }).Draw(t, "more").Policy.Windows[0]
	w.Name = ""
	alone, more := c.Policy, c.Policy
	alone.Windows = []calendar.WindowSpec{w}
	more.Windows = append(slices.Clone(c.Policy.Windows), w)
	one, err := calendar.Compile(alone)
	if err != nil {
		return // see moreBlackouts
	}
	all, err := calendar.Compile(more)
	if err != nil {
		return
	}
	from, to := aroundIt(t, c)
	was, by, is := open(calendar.MustCompile(c.Policy), from, to), open(one, from, to), open(all, from, to)
	adds := c.Policy.MinDuration != "" // what is too short by itself may be long enough with the new window
	for _, sec := range probes(t, from, to, was, by, is) {
		if either := holds(was, sec) || holds(by, sec); either && !holds(is, sec) || holds(is, sec) && !either && !adds {
			t.Fatalf("at %v: open before %v, by the new window %v, with it %v: %v", at(sec), holds(was, sec), holds(by, sec), holds(is, sec), gen.Case{Policy: more, At: c.At})
		}
	}
}

func shift(t *rapid.T, c gen.Case) {
	offset := rapid.IntRange(-12*60, 14*60)
	a, b := offset.Draw(t, "offset"), offset.Draw(t, "other offset")
	p, q := fixed(c.Policy, a, 0), fixed(c.Policy, b, a-b)
	by := int64(a-b) * 60
	one, other := calendar.MustCompile(p), calendar.MustCompile(q)
	from, to := aroundIt(t, c)
	want := open(one, from, to)
	for i := range want {
		want[i] = span{want[i].start + by, want[i].end + by}
	}
	if got := open(other, from+by, to+by); !same(got, want) {
		t.Fatalf("shifted by %d s: %v, want %v", by, got, want)
	}
	sec := gen.Probes(one, c.At).Draw(t, "at").Unix()
	w, ok := one.Next(at(sec))
	v, vok := other.Next(at(sec + by))
	start, end := w.Seconds()
	if s, e := v.Seconds(); ok != vok || ok && (s != start+by || e != end+by && end < 1<<60) {
		t.Fatalf("Next(%v) = %v, shifted by %d s: %v", at(sec), w, by, v)
	}
}

// fixed returns a policy all of which is at one offset from UTC, with its instants moved, both in minutes.
func fixed(p calendar.Policy, offset, move int) calendar.Policy {
	sign, abs := "+", offset
	if offset < 0 {
		sign, abs = "-", -offset
	}
	p.TimeZone = ""
	p.UTCOffset = sign + time.Unix(int64(abs)*60, 0).UTC().Format("15:04")
	p.NotAllowedTime = moved(p.NotAllowedTime, move)
	p.Windows = slices.Clone(p.Windows)
	for i := range p.Windows {
		w := &p.Windows[i]
		w.TimeZone, w.UTCOffset = "", ""
		w.NotAllowedTime = moved(w.NotAllowedTime, move)
		if w.Span != nil {
			w.Span = &calendar.InstantSpan{Start: movedInstant(w.Span.Start, move), End: movedInstant(w.Span.End, move)}
		}
	}
	return p
}

func moved(list []calendar.TimeSpan, move int) []calendar.TimeSpan {
	list = slices.Clone(list)
	for i := range list {
		if b := &list[i]; len(b.Start) > len("15:04:05") {
			b.Start, b.End = movedInstant(b.Start, move), movedInstant(b.End, move)
		}
	}
	return list
}

func movedInstant(s string, minutes int) string {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return s
	}
	return t.Add(time.Duration(minutes) * time.Minute).Format(time.RFC3339)
}
