package window_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A model is a timeline about which everything is known: a word of cells (see setOfCells).
type model int

func (m model) open(cell int) bool { return m>>cell&1 == 1 }

// runs returns the spans of cells that are all open or all shut, in order, each as long as it can be.
func (m model) runs(open bool) []window.Window {
	var list []window.Window
	for i := 0; i < len(cells); {
		j := i
		for j < len(cells) && m.open(j) == m.open(i) {
			j++
		}
		if m.open(i) == open {
			start, _ := cells[i].Seconds()
			_, end := cells[j-1].Seconds()
			list = append(list, window.OfSeconds(start, end))
		}
		i = j
	}
	return list
}

// around, next, prev and windows are what Timeline promises, looked up in the list of all runs.
func (m model) around(sec int64) (bool, window.Window) {
	for _, open := range []bool{true, false} {
		for _, w := range m.runs(open) {
			start, end := w.Seconds()
			if start > sec || end <= sec {
				continue
			}
			if start-1 < sec-window.Horizon {
				start = tz.Past
			}
			if end > sec+window.Horizon {
				end = tz.Future
			}
			return open, window.OfSeconds(start, end)
		}
	}
	panic("an instant is either open or shut")
}

func (m model) next(sec int64) (window.Window, bool) {
	for _, w := range m.runs(true) {
		start, end := w.Seconds()
		if start <= sec || start > sec+window.Horizon {
			continue
		}
		if end > sec+window.Horizon {
			end = tz.Future
		}
		return window.OfSeconds(start, end), true
	}
	return window.Window{}, false
}

func (m model) prev(sec int64) (window.Window, bool) {
	for _, w := range slices.Backward(m.runs(true)) {
		start, end := w.Seconds()
		if end > sec || end-1 < sec-window.Horizon {
			continue
		}
		if start-1 < sec-window.Horizon {
			start = tz.Past
		}
		return window.OfSeconds(start, end), true
	}
	return window.Window{}, false
}

func (m model) windows(from, to int64) []window.Window {
	var list []window.Window
	for _, w := range m.runs(true) {
		if clipped := w.Clip(window.OfSeconds(from, to)); !clipped.IsZero() && from < to {
			list = append(list, clipped)
		}
	}
	return list
}

// stepper is a Source of somebody else's making: it goes from cell to cell, which is not the longest span there is.
type stepper struct{ model model }

func (s stepper) Holds(sec int64) bool { open, _ := s.model.around(sec); return open }

func (s stepper) Around(sec int64) (open bool, before, from, to, after int64) {
	i := slices.IndexFunc(cells, func(c window.Window) bool { from, to := c.Seconds(); return from <= sec && sec < to })
	is := func(i int) bool { return s.model>>i&1 == 1 }
	from, to = cells[i].Seconds()
	before, after = from, to
	if i > 0 && is(i-1) != is(i) && i%2 == 0 {
		before, _ = cells[i-1].Seconds()
	}
	if i+1 < len(cells) && is(i+1) != is(i) && i%3 == 0 {
		_, after = cells[i+1].Seconds()
	}
	return is(i), before, from, to, after
}

// first and last are the searches of a timeline, one run of equal cells after the other.
func (m model) first(sec, limit int64, want window.State) (int64, bool) {
	for _, w := range m.runs(bool(want)) {
		if start, end := w.Seconds(); end > sec {
			return max(start, sec), max(start, sec) <= limit
		}
	}
	return 0, false
}

func (m model) last(sec, limit int64, want window.State) (int64, bool) {
	for _, w := range slices.Backward(m.runs(bool(want))) {
		if start, end := w.Seconds(); start <= sec {
			return min(end-1, sec), min(end-1, sec) >= limit
		}
	}
	return 0, false
}

// anyTimeline draws a tree of operations, and what it must come to.
func anyTimeline(t *rapid.T, depth int) (window.Timeline, model) {
	list := func() (ts []window.Timeline, ms []model) {
		for range rapid.IntRange(0, 3).Draw(t, "operands") {
			tl, m := anyTimeline(t, depth-1)
			ts, ms = append(ts, tl), append(ms, m)
		}
		return ts, ms
	}
	kinds := 4 // without operands
	if depth > 0 {
		kinds = 8
	}
	switch kind := rapid.IntRange(0, kinds-1).Draw(t, "kind"); kind {
	case 0:
		return window.Timeline{}, 0
	case 1:
		return window.Always(), allCells
	case 2, 3:
		m := model(rapid.IntRange(0, allCells).Draw(t, "cells"))
		if kind == 2 {
			return window.TimelineOf(stepper{m}), m
		}
		return setOfCells(int(m)).Timeline(), m
	case 4:
		ts, ms := list()
		m := model(0)
		for _, one := range ms {
			m |= one
		}
		return window.Union(ts...), m
	case 5:
		ts, ms := list()
		m := model(allCells)
		for _, one := range ms {
			m &= one
		}
		return window.Intersect(ts...), m
	case 6:
		tl, m := anyTimeline(t, depth-1)
		ts, ms := list()
		for _, one := range ms {
			m &^= one
		}
		return tl.Subtract(ts...), m
	default:
		tl, m := anyTimeline(t, depth-1)
		return tl.Complement(), allCells &^ m
	}
}

// anyInstant draws an instant near the edge of a cell, or far from all.
func anyInstant(t *rapid.T, name string) int64 {
	start, _ := rapid.SampledFrom(cells[1:]).Draw(t, name).Seconds()
	distance := rapid.SampledFrom([]int64{0, -1, 1, 30, -86400, 1e9, -1e9, window.Horizon, -window.Horizon, window.Horizon + 1, -window.Horizon - 1, -window.Horizon + 1})
	return start + distance.Draw(t, "distance")
}

// Trees of operations of any depth answer as their model does, whatever they are asked.
func TestTimelineAlgebra(t *testing.T) {
	for range 30 { // each with another seed
		rapid.Check(t, func(t *rapid.T) {
			tl, m := anyTimeline(t, rapid.IntRange(0, 4).Draw(t, "depth"))
			for range 8 {
				checkModel(t, tl, m, anyInstant(t, "at"), anyInstant(t, "limit"))
			}
		})
	}
}

func checkModel(t fatal, tl window.Timeline, m model, sec, limit int64) {
	at := time.Unix(sec, 999_999_999) // its fraction is dropped
	open, span := m.around(sec)
	if tl.Holds(sec) != open || tl.IsOpen(at) != open {
		t.Fatalf("%010b at %d: open %v, want %v", m, sec, tl.Holds(sec), open)
	}
	next, hasNext := m.next(sec)
	if got, ok := tl.Next(at); ok != hasNext || got != next {
		t.Fatalf("%010b after %d: %v %v, want %v %v", m, sec, got, ok, next, hasNext)
	}
	if gotOpen, gotSpan, gotNext := tl.Around(at); gotOpen != open || gotSpan != span || gotNext != next {
		t.Fatalf("%010b around and after %d: %v %v %v, want %v %v %v", m, sec, gotOpen, gotSpan, gotNext, open, span, next)
	}
	prev, hasPrev := m.prev(sec)
	if got, ok := tl.Prev(at); ok != hasPrev || got != prev {
		t.Fatalf("%010b before %d: %v %v, want %v %v", m, sec, got, ok, prev, hasPrev)
	}
	if got, want := slices.Collect(tl.Windows(at, time.Unix(limit, 0))), m.windows(sec, limit); !slices.Equal(got, want) {
		t.Fatalf("%010b from %d to %d: %v, want %v", m, sec, limit, got, want)
	}
	for _, want := range []window.State{window.Open, window.Shut} {
		first, ok1 := m.first(sec, limit, want)
		if got, ok := tl.First(sec, limit, want); ok != ok1 || ok && got != first {
			t.Fatalf("%010b: the first in [%d, %d] that is open (%v): %d %v, want %d %v", m, sec, limit, want, got, ok, first, ok1)
		}
		last, ok2 := m.last(sec, limit, want)
		if got, ok := tl.Last(sec, limit, want); ok != ok2 || ok && got != last {
			t.Fatalf("%010b: the last in [%d, %d] that is open (%v): %d %v, want %d %v", m, limit, sec, want, got, ok, last, ok2)
		}
	}
}

// All pairs of sets of six cells under all four operations, at every edge: small, but without a gap.
func TestTimelineAlgebraEveryPair(t *testing.T) {
	var instants []int64
	for _, cell := range cells[1:] {
		start, _ := cell.Seconds()
		instants = append(instants, start-1, start)
	}
	for a := range 1 << 6 {
		for b := range 1 << 6 {
			x, y := setOfCells(a<<2).Timeline(), setOfCells(b<<2).Timeline()
			for _, sec := range instants {
				checkModel(t, window.Union(x, y), model(a|b)<<2, sec, 4000)
				checkModel(t, window.Intersect(x, y), model(a&b)<<2, sec, 4000)
				checkModel(t, x.Subtract(y), model(a&^b)<<2, sec, 4000)
				checkModel(t, window.Union(x.Complement(), y), model(allCells&^(a<<2)|b<<2), sec, 4000)
			}
		}
	}
}

// fatal is what a check needs of a test, be it one of package testing or of rapid.
type fatal interface {
	Fatalf(format string, args ...any)
}

func TestZeroTimeline(t *testing.T) {
	var zero window.Timeline
	for name, tl := range map[string]window.Timeline{
		"zero": zero, "no source": window.TimelineOf(nil), "empty set": window.Set{}.Timeline(), "union of none": window.Union(),
		"union of zeros": window.Union(zero, zero), "zero less something": zero.Subtract(window.Always()), "not always": window.Always().Complement(),
		"nothing in common": window.Intersect(window.Always(), zero), "itself less itself": window.Always().Subtract(window.Always()),
	} {
		t.Run(name, func(t *testing.T) {
			for _, sec := range []int64{-1 << 50, -1, 0, 1, 1 << 50} {
				checkModel(t, tl, 0, sec, 1<<51)
				checkModel(t, tl.Complement(), allCells, sec, 1<<51)
			}
		})
	}
	for name, tl := range map[string]window.Timeline{
		"always": window.Always(), "in common of none": window.Intersect(), "always less nothing": window.Always().Subtract(),
		"the complement of a complement": window.Always().Complement().Complement(),
	} {
		t.Run(name, func(t *testing.T) { checkModel(t, tl, allCells, 0, 1<<51) })
	}
}

// A search sees as far as 36,525 days, to the second, and no further.
func TestS18Horizon(t *testing.T) {
	at := parse("2026-06-01T00:00:00Z")
	tl := func(ws ...window.Window) window.Timeline { return window.SetOf(ws...).Timeline() }
	sec := at.Unix()
	hour := func(start int64) window.Window { return window.OfSeconds(start, start+3600) }

	for _, c := range []struct {
		name   string
		window window.Window
		next   string
		prev   string
	}{
		{"99 years ahead", hour(parse("2125-06-01T00:00:00Z").Unix()), "2125-06-01T00:00:00Z/2125-06-01T01:00:00Z", ""},
		{"101 years ahead", hour(parse("2127-06-01T00:00:00Z").Unix()), "", ""},
		{"99 years behind", hour(parse("1927-06-01T00:00:00Z").Unix()), "", "1927-06-01T00:00:00Z/1927-06-01T01:00:00Z"},
		{"101 years behind", hour(parse("1925-06-01T00:00:00Z").Unix()), "", ""},
		{"the first hour of the 101st year", hour(sec + window.Horizon), "2126-06-02T00:00:00Z/..", ""}, // 75 days of 29 February and 24 in 100 years
		{"a second later", hour(sec + window.Horizon + 1), "", ""},
		{"the last second of the 101st year behind", window.OfSeconds(sec-window.Horizon-9, sec-window.Horizon+1), "", "../1926-06-01T00:00:01Z"},
		{"a second earlier", window.OfSeconds(sec-window.Horizon-9, sec-window.Horizon), "", ""},
		{"for ever from 99 years ahead on", window.OfSeconds(parse("2125-06-01T00:00:00Z").Unix(), tz.Future), "2125-06-01T00:00:00Z/..", ""},
		{"until 99 years behind, since ever", window.OfSeconds(tz.Past, parse("1927-06-01T00:00:00Z").Unix()), "", "../1927-06-01T00:00:00Z"},
	} {
		w, ok := tl(c.window).Next(at)
		if w.String() != c.next || ok != (c.next != "") {
			t.Errorf("%s: next %v %v, want %q", c.name, w, ok, c.next)
		}
		w, ok = tl(c.window).Prev(at)
		if w.String() != c.prev || ok != (c.prev != "") {
			t.Errorf("%s: prev %v %v, want %q", c.name, w, ok, c.prev)
		}
		// Windows is bounded by what it is given alone.
		from, to := at.AddDate(-200, 0, 0), at.AddDate(200, 0, 0)
		if got := slices.Collect(tl(c.window).Windows(from, to)); len(got) != 1 || got[0] != c.window.Clip(window.OfSeconds(from.Unix(), to.Unix())) {
			t.Errorf("%s: in 400 years there are %v", c.name, got)
		}
	}

	// 2126-06-01 is 36,524 days after 2026-06-01: there are 24 leap days between, as 2100 has none.
	if days := (parse("2126-06-01T00:00:00Z").Unix() - sec) / 86400; days != 36524 || window.Horizon < days*86400 {
		t.Errorf("a hundred years have %d days", days)
	}
	// 100 years with 25 leap days are the longest: the horizon is no shorter.
	if days := (parse("2004-02-28T00:00:00Z").Unix() - parse("1904-02-28T00:00:00Z").Unix()) / 86400; window.Horizon < days*86400 {
		t.Errorf("a hundred years have %d days, more than the horizon", days)
	}
	open, span, _ := tl(window.OfSeconds(parse("1900-01-01T00:00:00Z").Unix(), parse("2200-01-01T00:00:00Z").Unix())).Around(at)
	if !open || span.String() != "../.." {
		t.Errorf("open for longer than was looked: %v %v", open, span)
	}
}

// Instants beyond what Unix seconds can say are held to it, and nothing overflows.
func TestTimelineFarInstants(t *testing.T) {
	tl := window.SetOf(window.OfSeconds(0, 10)).Timeline()
	for _, at := range []time.Time{time.Unix(1<<63-1, 0), time.Unix(-1<<63, 0), {}} {
		if open, _, _ := tl.Around(at); open || tl.IsOpen(at) {
			t.Errorf("open at %v", at)
		}
		if _, ok := tl.Next(at); ok {
			t.Errorf("something comes within 100 years of %v", at)
		}
		if _, ok := tl.Prev(at); ok {
			t.Errorf("something came within 100 years of %v", at)
		}
	}
	if got := slices.Collect(tl.Windows(time.Unix(-1<<63, 0), time.Unix(1<<63-1, 0))); len(got) != 1 {
		t.Errorf("in all of time: %v", got)
	}
}

// Split at any instant, the windows of a range are the same set; a loop may be left, and the sequence be used again.
func TestWindowsSplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl, _ := anyTimeline(t, 3)
		edges := []int64{anyInstant(t, "from"), anyInstant(t, "middle"), anyInstant(t, "to")}
		slices.Sort(edges)
		from, middle, to := time.Unix(edges[0], 0), time.Unix(edges[1], 0), time.Unix(edges[2], 0)
		whole := tl.Windows(from, to)
		parts := append(slices.Collect(tl.Windows(from, middle)), slices.Collect(tl.Windows(middle, to))...)
		all := slices.Collect(whole)
		if !window.SetOf(parts...).Equal(window.SetOf(all...)) || window.SetOf(all...).Len() != len(all) {
			t.Fatalf("whole %v, in two parts %v", all, parts)
		}
		for w := range whole {
			if w != all[0] {
				t.Fatalf("again it begins with %v, not %v", w, all[0])
			}
			break
		}
		if backwards := slices.Collect(tl.Windows(to, from)); edges[0] < edges[2] && len(backwards) > 0 {
			t.Fatalf("from the later to the earlier instant: %v", backwards)
		}
	})
}
