package window_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A search remembers a few sources. Where there are more, so that one takes another's place, it answers as the model all the same.
func TestSearchOfMoreSourcesThanItRemembers(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 2))
	for n := 1; n <= 40; n++ {
		for range 20 {
			var some, all, shut []window.Timeline
			or, and, not := model(0), model(allCells), model(0)
			for range n {
				one := func(bits, of int) model { // each cell with the probability bits of them out of of
					m := model(0)
					for i := range cells {
						if random.IntN(of) < bits {
							m |= 1 << i
						}
					}
					return m
				}
				a, b, c := one(1, 2*n), one(2*n-1, 2*n), one(1, 3*n)
				some, or = append(some, window.TimelineOf(stepper{a})), or|a
				all, and = append(all, window.TimelineOf(stepper{b})), and&b
				shut, not = append(shut, window.TimelineOf(stepper{c})), not|c
			}
			start, _ := cells[1+random.IntN(len(cells)-1)].Seconds()
			for _, sec := range []int64{start - 1, start} {
				checkModel(t, window.Union(some...), or, sec, 1<<41)
				checkModel(t, window.Intersect(all...), and, sec, 1<<41)
				checkModel(t, window.Union(some...).Subtract(shut...), or&^not, sec, 1<<41)
				checkModel(t, window.Union(window.Union(some...).AtLeast(1).Subtract(shut...), window.Intersect(all...)), or&^not|and, sec, 1<<41)
			}
		}
	}
}

// asking counts how often a source is asked what there is around an instant.
type asking struct {
	window.Source
	times *int
}

func (a asking) Around(sec int64) (open bool, before, from, to, after int64) {
	*a.times++
	return a.Source.Around(sec)
}

// asks returns how often the sources of a timeline are asked in the course of a query.
func asks(tl window.Timeline, query func(window.Timeline)) (n int) {
	query(tl.Map(func(s window.Source) window.Source { return asking{s, &n} }))
	return n
}

// A source that has said what there is around an instant is not asked again before the search leaves that behind: five searches of the
// question Around come to two hours, to what is between them and to what is on either side, which a set says in two answers.
func TestSearchRemembers(t *testing.T) {
	at := time.Unix(1800, 0)
	hours := func(n int64) window.Timeline { // that many hours, the first at 0 and the others a day apart
		var ws []window.Window
		for i := range n {
			ws = append(ws, window.OfSeconds(i*86400, i*86400+3600))
		}
		return window.SetOf(ws...).Timeline()
	}
	around := func(tl window.Timeline) { tl.Around(at) }
	if n := asks(hours(3), around); n != 2 {
		t.Errorf("a set is asked %d times, want 2", n)
	}
	if n := asks(hours(3).Complement(), around); n != 2 {
		t.Errorf("the rest of a set is asked %d times, want 2", n)
	}
	// Of a union, each of up to eight is remembered by itself.
	for n := 2; n <= 8; n++ {
		var parts []window.Timeline
		for range n {
			parts = append(parts, window.TimelineOf(struct{ window.Source }{sourceOf(hours(3))})) // which does not join its neighbour
		}
		if asked := asks(window.Union(parts...), around); asked > 2*n {
			t.Errorf("%d equal sets are asked %d times, more than %d", n, asked, 2*n)
		}
	}
	// To find whether a piece is long enough, both its ends are looked for; they are known from then on.
	if n := asks(hours(3).AtLeast(time.Hour), around); n > 4 {
		t.Errorf("a set in pieces of an hour is asked %d times, more than 4", n)
	}
}

// sourceOf returns the one source of a timeline.
func sourceOf(tl window.Timeline) (source window.Source) {
	tl.Map(func(s window.Source) window.Source { source = s; return s })
	return source
}

// walker is a source that is never open and knows only one day at a time, as a blackout does that is decided from day to day.
type walker struct{}

func (walker) Holds(int64) bool { return false }

func (walker) Around(sec int64) (open bool, before, from, to, after int64) {
	from = tz.FloorDay(sec) * 86400
	return false, from, from, from + 86400, from + 86400
}

// One part of a union that never opens does not take the search to the horizon while another opens soon: it goes no further than
// some times as far as the answer, in either direction.
func TestUnionIsSearchedInSteps(t *testing.T) {
	for _, days := range []int64{1, 2, 10, 15, 100, 1000, 30_000} {
		for _, inverted := range []bool{false, true} {
			later, earlier := days*86400+3600, -days*86400+3600
			soon := window.SetOf(window.OfSeconds(later, later+60), window.OfSeconds(earlier-60, earlier)).Timeline()
			union := window.Union(window.TimelineOf(walker{}), soon)
			want := window.Open
			if inverted {
				union, want = union.Complement(), window.Shut
			}
			limit := int(16*days + 16)
			n := asks(union, func(tl window.Timeline) {
				if at, ok := tl.First(0, window.Horizon, want); !ok || at != later {
					t.Errorf("the first is %d %v, want %d", at, ok, later)
				}
			})
			if n > limit {
				t.Errorf("%d days ahead: %d asks, more than %d", days, n, limit)
			}
			n = asks(union, func(tl window.Timeline) {
				if at, ok := tl.Last(0, -window.Horizon, want); !ok || at != earlier-1 {
					t.Errorf("the last is %d %v, want %d", at, ok, earlier-1)
				}
			})
			if n > limit {
				t.Errorf("%d days behind: %d asks, more than %d", days, n, limit)
			}
		}
	}
}

// The steps find what lies where one ends, and come to an end themselves: at the limit, or with all of time.
func TestUnionStepsMissNothing(t *testing.T) {
	never := window.TimelineOf(stepper{0})
	union := func(at int64) window.Timeline {
		return window.Union(never, window.SetOf(window.OfSeconds(at, at+1)).Timeline())
	}
	for step := int64(86400); step < 1<<59; step *= 16 {
		for _, at := range []int64{step - 1, step, step + 1} {
			for _, limit := range []int64{at - 1, at, at + 1, tz.Future} {
				if got, ok := union(at).First(0, limit, window.Open); ok != (at <= limit) || ok && got != at {
					t.Errorf("the first up to %d is %d %v, want %d", limit, got, ok, at)
				}
				if got, ok := union(-at).Last(0, -limit, window.Open); ok != (at <= limit) || ok && got != -at {
					t.Errorf("the last down to %d is %d %v, want %d", -limit, got, ok, -at)
				}
			}
		}
	}
	both := window.Union(never, window.TimelineOf(stepper{0}))
	if at, ok := both.First(tz.Past, tz.Future, window.Open); ok {
		t.Errorf("of all of time, the first is %d", at)
	}
	if at, ok := both.Last(tz.Future-1, tz.Past, window.Open); ok {
		t.Errorf("of all of time, the last is %d", at)
	}
}

// The last instant there is, before tz.Future, is found; what lies behind it is no instant.
func TestSearchEndsWithTime(t *testing.T) {
	const last = tz.Future - 1
	one := window.SetOf(window.OfSeconds(last, tz.Future)).Timeline()
	if at, ok := one.FirstLasting(0, tz.Future, 1); !ok || at != last {
		t.Errorf("the last instant is found at %d %v", at, ok)
	}
	if at, ok := window.SetOf(window.OfSeconds(0, 1)).Timeline().FirstLasting(10, tz.Future, 1); ok {
		t.Errorf("it opens at %d", at)
	}
	// A piece without an end is as long as any. One that ends before the last instant is not.
	long, short := window.OfSeconds(tz.Future-6, tz.Future), window.OfSeconds(tz.Future-6, last)
	for w, want := range map[window.Window]bool{long: true, short: false} {
		tl := window.SetOf(w).Timeline().AtLeast(10 * time.Second)
		if open := tl.Holds(tz.Future - 3); open != want {
			t.Errorf("%v is long enough: %v", w, open)
		}
		if at, ok := tl.First(tz.Future-3, tz.Future, window.Open); ok != want {
			t.Errorf("%v is open at %d: %v", w, at, ok)
		}
	}
}

// Lengths are whole seconds: part of one counts as one, and up to one second any piece is long enough.
func TestAtLeastRoundsUp(t *testing.T) {
	five := window.SetOf(window.OfSeconds(0, 5)).Timeline()
	if !five.AtLeast(5*time.Second).Holds(0) || five.AtLeast(5*time.Second+1).Holds(0) {
		t.Error("five seconds are not at least five, or are at least a nanosecond more")
	}
	for _, d := range []time.Duration{-time.Hour, 0, 1, time.Second} {
		if five.AtLeast(d) != five {
			t.Errorf("%v takes something away", d)
		}
	}
	second := window.SetOf(window.OfSeconds(5, 6)).Timeline()
	for _, length := range []int64{-1, 0, 1} {
		if at, ok := second.FirstLasting(0, 10, length); !ok || at != 5 {
			t.Errorf("a second is not found as %d seconds: %d %v", length, at, ok)
		}
	}
	if at, ok := second.FirstLasting(0, 10, 2); ok {
		t.Errorf("a second lasts two at %d", at)
	}
}

// A timeline less nothing is that timeline.
func TestSubtractNothing(t *testing.T) {
	for _, tl := range []window.Timeline{{}, window.Always(), setOfCells(5).Timeline(), window.Union(setOfCells(5).Timeline(), window.Always())} {
		if tl.Subtract() != tl || tl.Subtract(window.Timeline{}, window.Union()) != tl {
			t.Errorf("it becomes another")
		}
	}
}
