package window_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
	"pgregory.net/rapid"
)

// filtered is AtLeast of a set, one window at a time.
func filtered(s window.Set, length int64) window.Set {
	var long []window.Window
	for w := range s.All() {
		if start, end := w.Seconds(); end-start >= length {
			long = append(long, w)
		}
	}
	return window.SetOf(long...)
}

// drawSet draws a set with edges near each other, some of which are none.
func drawSet(t *rapid.T) window.Set {
	var ws []window.Window
	at := rapid.Int64Range(-20, 20).Draw(t, "first")
	for range rapid.IntRange(0, 8).Draw(t, "windows") {
		end := at + rapid.Int64Range(1, 12).Draw(t, "length")
		ws = append(ws, window.OfSeconds(at, end))
		at = end + rapid.Int64Range(1, 12).Draw(t, "pause")
	}
	if rapid.Bool().Draw(t, "endless") {
		ws = append(ws, window.OfSeconds(at, tz.Future))
	}
	if rapid.Bool().Draw(t, "without a beginning") {
		ws = append(ws, window.OfSeconds(tz.Past, -30))
	}
	return window.SetOf(ws...)
}

// At every instant and for every search, AtLeast of a timeline is the set of its long windows. So it is where the timeline is
// made of several, and of a timeline that is AtLeast itself.
func TestAtLeastIsAFilter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := drawSet(t), drawSet(t), drawSet(t)
		length := rapid.Int64Range(1, 15).Draw(t, "length")
		d := time.Duration(length) * time.Second
		for _, e := range []struct {
			name string
			got  window.Timeline
			want window.Set
		}{
			{"a set", a.Timeline().AtLeast(d), filtered(a, length)},
			{"a part of a second less", a.Timeline().AtLeast(d - time.Second/3), filtered(a, length)},
			{"all but", a.Timeline().Complement().AtLeast(d), filtered(a.Complement(), length)},
			{"a difference", a.Timeline().Subtract(b.Timeline()).AtLeast(d), filtered(a.Subtract(b), length)},
			{"in a union", window.Union(a.Timeline().AtLeast(d), b.Timeline()), filtered(a, length).Union(b)},
			{"of several in a union", window.Union(a.Timeline().Subtract(b.Timeline()).AtLeast(d), c.Timeline().Complement()), filtered(a.Subtract(b), length).Union(c.Complement())},
			{"the rest of it", a.Timeline().AtLeast(d).Complement(), filtered(a, length).Complement()},
			{"twice", b.Timeline().Complement().Subtract(a.Timeline().AtLeast(d)).AtLeast(d), filtered(b.Complement().Subtract(filtered(a, length)), length)},
		} {
			sameTimeline(t, e.name, e.got, e.want)
		}
	})
}

// sameTimeline compares a timeline with a set around 0: whether it holds, and each way of searching.
func sameTimeline(t *rapid.T, name string, got window.Timeline, set window.Set) {
	want := set.Timeline()
	const lo, hi = -60, 220
	for sec := int64(lo); sec <= hi; sec += 3 {
		if g, w := got.Holds(sec), want.Holds(sec); g != w {
			t.Fatalf("%s: open at %d is %v, want %v: %v", name, sec, g, w, set)
		}
		for _, state := range []window.State{window.Open, window.Shut} {
			for _, limit := range []int64{sec - 1, sec, hi, tz.Future} {
				g, gok := got.First(sec, limit, state)
				if w, ok := want.First(sec, limit, state); ok != gok || ok && w != g {
					t.Fatalf("%s: the first in [%d, %d] that is open (%v) is %d %v, want %d %v", name, sec, limit, state, g, gok, w, ok)
				}
			}
			for _, limit := range []int64{sec + 1, sec, lo, tz.Past} {
				g, gok := got.Last(sec, limit, state)
				if w, ok := want.Last(sec, limit, state); ok != gok || ok && w != g {
					t.Fatalf("%s: the last in [%d, %d] that is open (%v) is %d %v, want %d %v", name, limit, sec, state, g, gok, w, ok)
				}
			}
		}
	}
	from, to := time.Unix(lo, 0), time.Unix(hi, 0)
	if g, w := slices.Collect(got.Windows(from, to)), slices.Collect(want.Windows(from, to)); !slices.Equal(g, w) {
		t.Fatalf("%s: %v, want %v", name, g, w)
	}
}

// FirstLasting is what a walk from second to second finds.
func TestFirstLasting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := drawSet(t)
		sec := rapid.Int64Range(-40, 100).Draw(t, "sec")
		limit := sec + rapid.Int64Range(-1, 150).Draw(t, "reach")
		length := rapid.Int64Range(0, 15).Draw(t, "length")
		want, found := int64(0), false
		for at := sec; at <= limit && !found; at++ {
			lasts := true
			for next := at; next < at+max(1, length); next++ {
				lasts = lasts && set.Holds(next)
			}
			if lasts {
				want, found = at, true
			}
		}
		for name, timeline := range map[string]window.Timeline{"set": set.Timeline(), "complement": set.Complement().Timeline().Complement()} {
			if got, ok := timeline.FirstLasting(sec, limit, length); ok != found || ok && got != want {
				t.Fatalf("%s: %v: from %d to %d for %d: %d %v, want %d %v", name, set, sec, limit, length, got, ok, want, found)
			}
		}
	})
	if at, ok := (window.Timeline{}).FirstLasting(0, tz.Future, 1); ok {
		t.Errorf("never open, and open at %d", at)
	}
	if at, ok := window.Always().FirstLasting(7, tz.Future, tz.Future); !ok || at != 7 {
		t.Errorf("always open, but from %d (%v) on", at, ok)
	}
}

// Edges that are farther away than the length and than a year are edges all the same, and one that there is not makes a piece
// as long as any.
func TestAtLeastFarEdges(t *testing.T) {
	const year = 366 * 86400
	lengths := []time.Duration{time.Second, time.Hour, window.MaxDuration, 3 * window.MaxDuration, 1<<63 - 1}
	for _, d := range lengths {
		length := int64((d-1)/time.Second) + 1
		for _, w := range []window.Window{
			window.OfSeconds(0, 5*year), window.OfSeconds(-7*year, 1), window.OfSeconds(0, 3*year), window.OfSeconds(1, 3*year), window.OfSeconds(tz.Past, 0),
			window.OfSeconds(0, tz.Future), window.OfSeconds(tz.Past, tz.Future), window.OfSeconds(0, year-1), window.OfSeconds(0, 3600), window.OfSeconds(0, 3599),
		} {
			start, end := w.Seconds()
			got := window.SetOf(w).Timeline().AtLeast(d)
			for _, sec := range []int64{-8 * year, -year, -1, 0, 1, 3600, year, 2 * year, 4 * year, 50 * year} {
				open, span, next := got.Around(time.Unix(sec, 0))
				long := end-start >= length || start == tz.Past || end == tz.Future
				wantOpen, wantSpan, wantNext := window.Set{}.Timeline().Around(time.Unix(sec, 0))
				if long {
					wantOpen, wantSpan, wantNext = window.SetOf(w).Timeline().Around(time.Unix(sec, 0))
				}
				if open != wantOpen || span != wantSpan || next != wantNext {
					t.Errorf("%v, at least %v, at %d: %v %v %v, want %v %v %v", w, d, sec, open, span, next, wantOpen, wantSpan, wantNext)
				}
			}
		}
	}
}

// Pieces of the wall clock: around each change of offset in some years, what is at least an hour and a half long is what a filter
// of all windows around it finds.
func TestAtLeastAroundChanges(t *testing.T) {
	const length, month = 5400, 40 * 86400
	changes := 0
	for _, zoneName := range awkwardZones {
		zone := tz.MustLoad(zoneName)
		for _, p := range plans[:9] {
			r, g, o := p.compile(t, zone, tz.GapForward, tz.OverlapBoth)
			timeline := r.Timeline().AtLeast(length * time.Second)
			for s := zone.Stretch(parse("2010-01-01T00:00:00Z").Unix()); s.To < parse("2012-06-01T00:00:00Z").Unix(); s = zone.Stretch(s.To) {
				changes++
				from, to := s.To-86400, s.To+86400
				day := int(s.To / 86400)
				all := p.windows(zone, g, o, day-45, day+45).Intersect(window.SetOf(window.OfSeconds(s.To-month, s.To+month)))
				want := slices.Collect(filtered(all, length).Timeline().Windows(time.Unix(from, 0), time.Unix(to, 0)))
				if got := slices.Collect(timeline.Windows(time.Unix(from, 0), time.Unix(to, 0))); !slices.Equal(got, want) {
					t.Errorf("%s in %s around %d: %v, want %v", p.name, zoneName, s.To, got, want)
				}
			}
		}
	}
	if changes < 300 {
		t.Errorf("only %d changes of offset were looked at", changes)
	}
}

// S19: nothing is allocated, and a search that looks for long pieces skips the short ones.
func TestS19AtLeastNoAllocs(t *testing.T) {
	at := parse("2026-06-01T00:00:00Z")
	sec := at.Unix()
	for _, tl := range timelines() {
		long := tl.timeline.AtLeast(3 * time.Hour)
		for name, f := range map[string]func(){
			"Holds":        func() { long.Holds(sec) },
			"Around":       func() { long.Around(at) },
			"Next":         func() { long.Next(at) },
			"Prev":         func() { long.Prev(at) },
			"FirstLasting": func() { tl.timeline.FirstLasting(sec, sec+window.Horizon, 3*3600) },
		} {
			if n := testing.AllocsPerRun(2, f); n != 0 {
				t.Errorf("%s, %s: %v allocations", tl.name, name, n)
			}
		}
	}
}

// A search without limit ends.
func TestAtLeastWithoutLimit(t *testing.T) {
	yearly := recur(t, cron("0 0 1 1 *"), "America/New_York", tz.GapForward, tz.OverlapFirst, "1h").Timeline()
	for _, d := range []time.Duration{time.Hour, time.Hour + time.Second} {
		timeline := yearly.AtLeast(d)
		at, ok := timeline.First(0, tz.Future, window.Open)
		if ok != (d == time.Hour) || ok && !timeline.Holds(at) {
			t.Errorf("at least %v: first open at %d %v", d, at, ok)
		}
		if at, ok := timeline.Last(0, tz.Past, window.Open); ok != (d == time.Hour) || ok && !timeline.Holds(at) {
			t.Errorf("at least %v: last open at %d %v", d, at, ok)
		}
		if at, ok := timeline.First(1<<60, tz.Future, window.Shut); !ok || at != 1<<60 {
			t.Errorf("at least %v: first shut at %d %v", d, at, ok)
		}
	}
	if at, ok := window.Always().AtLeast(time.Hour).First(0, tz.Future, window.Shut); ok {
		t.Errorf("always is shut at %d", at)
	}
	if at, ok := window.Always().AtLeast(time.Hour).Last(0, tz.Past, window.Shut); ok {
		t.Errorf("always is shut at %d", at)
	}
}

func ExampleTimeline_AtLeast() {
	maintenance := window.SetOf(
		window.MustParse("2026-01-09T22:00:00Z/2026-01-10T02:00:00Z"),
		window.MustParse("2026-01-11T01:00:00Z/2026-01-11T01:30:00Z"),
	).Timeline()
	from := time.Date(2026, 1, 9, 0, 0, 0, 0, time.UTC)
	for w := range maintenance.AtLeast(time.Hour).Windows(from, from.AddDate(0, 0, 7)) {
		fmt.Println(w)
	}
	// Output: 2026-01-09T22:00:00Z/2026-01-10T02:00:00Z
}

func BenchmarkAtLeast(b *testing.B) {
	for _, tl := range timelines() {
		for _, d := range []time.Duration{0, time.Minute, 12 * time.Hour} {
			timeline := tl.timeline.AtLeast(d)
			b.Run(fmt.Sprintf("%s/%v", tl.name, d), func(b *testing.B) {
				for b.Loop() {
					sinkOpen, sinkWindow, sinkNext = timeline.Around(asked)
				}
			})
		}
	}
}
