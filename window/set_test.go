package window_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// cells cuts the line of instants at nine points into ten spans, the first without a start, the last without an end. A set of
// some of them is a word with a bit for each: 1,024 sets, about which everything is known.
var cells = func() []window.Window {
	edges := []int64{tz.Past, -50, -1, 0, 1, 2, 60, 3600, 86400, 1 << 40, tz.Future}
	var list []window.Window
	for i := range len(edges) - 1 {
		list = append(list, window.OfSeconds(edges[i], edges[i+1]))
	}
	return list
}()

const allCells = 1<<10 - 1

// setOfCells returns the set of a word.
func setOfCells(word int) window.Set {
	var ws []window.Window
	for i, cell := range cells {
		if word>>i&1 == 1 {
			ws = append(ws, cell)
		}
	}
	return window.SetOf(ws...)
}

// wordOf returns the word of a set: which cells its instants lie in. It asks only whether one instant lies in a window.
func wordOf(s window.Set) (word int) {
	for i, cell := range cells {
		start, end := cell.Seconds()
		at := max(start, end-1-tz.SecondsPerDay) // any instant of the cell
		for w := range s.All() {
			if from, to := w.Seconds(); from <= at && at < to {
				word |= 1 << i
			}
		}
	}
	return word
}

// Every set of ten cells is kept in one form, sorted and merged, in whatever order its windows come.
func TestSetOfEveryWord(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	for word := range allCells + 1 {
		s := setOfCells(word)
		if wordOf(s) != word {
			t.Fatalf("%010b became %v", word, s)
		}
		runs, last := 0, 0
		for i := range cells {
			bit := word >> i & 1
			if bit == 1 && last == 0 {
				runs++
			}
			last = bit
		}
		ws := slices.Collect(s.All())
		if s.Len() != runs || len(ws) != runs {
			t.Fatalf("%v has %d windows, want %d", s, s.Len(), runs)
		}
		for i := range len(ws) - 1 {
			_, end := ws[i].Seconds()
			if start, _ := ws[i+1].Seconds(); end >= start {
				t.Fatalf("%v: windows %d and %d are not apart", s, i, i+1)
			}
		}
		// The same with every cell by itself, twice, mixed up, beside zero windows.
		var shuffled []window.Window
		for i, cell := range cells {
			shuffled = append(shuffled, window.Window{})
			if word>>i&1 == 1 {
				shuffled = append(shuffled, cell, cell)
			}
		}
		shuffled = append(shuffled, ws...)
		random.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		given := slices.Clone(shuffled)
		if again := window.SetOf(shuffled...); !again.Equal(s) {
			t.Fatalf("%v, of the same windows mixed up: %v", s, again)
		}
		if !slices.Equal(shuffled, given) {
			t.Fatal("SetOf has changed what it was given")
		}
	}
}

// All 2^20 pairs: union, intersection and difference are those of the words, and so is the complement. As two sets are equal
// exactly if their words are, that makes them a Boolean algebra with all its laws.
func TestSetAlgebraEveryPair(t *testing.T) {
	sets := make([]window.Set, allCells+1)
	for word := range sets {
		sets[word] = setOfCells(word)
	}
	for a := range sets {
		if got := sets[a].Complement(); !got.Equal(sets[allCells&^a]) {
			t.Fatalf("complement of %v: %v", sets[a], got)
		}
		for b := range sets {
			if got := sets[a].Union(sets[b]); !got.Equal(sets[a|b]) {
				t.Fatalf("%v and %v: union %v", sets[a], sets[b], got)
			}
			if got := sets[a].Intersect(sets[b]); !got.Equal(sets[a&b]) {
				t.Fatalf("%v and %v: intersection %v", sets[a], sets[b], got)
			}
			if got := sets[a].Subtract(sets[b]); !got.Equal(sets[a&^b]) {
				t.Fatalf("%v and %v: difference %v", sets[a], sets[b], got)
			}
			if sets[a].Equal(sets[b]) != (a == b) {
				t.Fatalf("%v equals %v: %v", sets[a], sets[b], a != b)
			}
		}
	}
}

// As a Source a set finds the first and the last instant of a state, from each edge and beside it, up to each.
func TestSetEveryWordAsSource(t *testing.T) {
	var instants []int64
	for _, cell := range cells[1:] {
		start, _ := cell.Seconds()
		instants = append(instants, start-1, start, start+1)
	}
	instants = append(instants, -1<<50, 1<<50)
	for word := range allCells + 1 {
		s := setOfCells(word)
		for _, sec := range instants {
			at := slices.IndexFunc(cells, func(c window.Window) bool { start, end := c.Seconds(); return start <= sec && sec < end })
			if in := word>>at&1 == 1; s.Holds(sec) != in || s.Contains(time.Unix(sec, 999)) != in {
				t.Fatalf("%v holds %d: want %v", s, sec, in)
			}
			for _, want := range []window.State{window.Open, window.Shut} {
				first, last := int64(tz.Future), int64(tz.Past) // by the cells in the wanted state
				for i, cell := range cells {
					if start, end := cell.Seconds(); window.State(word>>i&1 == 1) == want {
						if end > sec {
							first = min(first, max(start, sec))
						}
						if start <= sec {
							last = max(last, min(end-1, sec))
						}
					}
				}
				for _, limit := range instants {
					if got, ok := s.Timeline().First(sec, limit, want); ok != (first <= limit) || ok && got != first {
						t.Fatalf("%v: the first in [%d, %d] that is open (%v) is %d %v, want %d", s, sec, limit, want, got, ok, first)
					}
					if got, ok := s.Timeline().Last(sec, limit, want); ok != (last >= limit) || ok && got != last {
						t.Fatalf("%v: the last in [%d, %d] that is open (%v) is %d %v, want %d", s, limit, sec, want, got, ok, last)
					}
				}
			}
		}
	}
}

func TestZeroSet(t *testing.T) {
	var s window.Set
	if s.Len() != 0 || s.String() != "" || !s.Equal(window.SetOf()) || !s.Equal(window.SetOf(window.Window{})) || s.Contains(time.Unix(0, 0)) {
		t.Errorf("the zero set is %q", s)
	}
	if got := s.Complement().String(); got != "../.." {
		t.Errorf("its complement is %q", got)
	}
}

func TestSetString(t *testing.T) {
	s := window.SetOf(window.MustParse("2026-01-02T00:00:00Z/.."), window.MustParse("2026-01-01T00:00:00Z/2026-01-01T01:00:00Z"))
	if s.String() != "2026-01-01T00:00:00Z/2026-01-01T01:00:00Z 2026-01-02T00:00:00Z/.." {
		t.Error(s)
	}
}

// A set does not change with what it was made of, nor with what its windows are used for.
func TestSetIsImmutable(t *testing.T) {
	ws := []window.Window{window.OfSeconds(0, 10), window.OfSeconds(20, 30)}
	s := window.SetOf(ws...)
	ws[0] = window.OfSeconds(5, 6)
	u := s.Union(window.SetOf(window.OfSeconds(10, 20)))
	if s.Len() != 2 || u.Len() != 1 || !s.Holds(0) {
		t.Errorf("%v, %v", s, u)
	}
	for range s.All() {
		break // a loop may be left
	}
}

// No instant lies at the edges that a window does not have, so that nothing is found there, however far the search.
func TestSearchWithoutLimit(t *testing.T) {
	lastSecond := window.SetOf(window.OfSeconds(tz.Future-1, tz.Future)).Timeline()
	if at, ok := lastSecond.First(0, tz.Future, window.Open); !ok || at != tz.Future-1 {
		t.Errorf("the last second of all is found at %d, %v", at, ok)
	}
	firstSecond := window.SetOf(window.OfSeconds(tz.Past, tz.Past+1)).Timeline()
	if at, ok := firstSecond.Last(0, tz.Past, window.Open); !ok || at != tz.Past {
		t.Errorf("the first second of all is found at %d, %v", at, ok)
	}
	for name, source := range map[string]window.Timeline{
		"set": window.SetOf(window.OfSeconds(-10, 10)).Timeline(), "empty set": window.Set{}.Timeline(), "zero timeline": window.Timeline{}, "all but": window.SetOf(window.OfSeconds(-10, 10)).Complement().Timeline(),
		"recurrence": recur(t, cron("0 0 1 1 *"), "UTC", tz.GapForward, tz.OverlapFirst, "1h").Timeline(),
	} {
		for _, state := range []window.State{window.Open, window.Shut} {
			if at, ok := source.First(0, tz.Future, state); ok && (at >= tz.Future || source.Holds(at) != bool(state)) {
				t.Errorf("%s: the first that is open (%v) is %d", name, state, at)
			}
			if at, ok := source.First(1<<60, tz.Future, state); ok && (at >= tz.Future || source.Holds(at) != bool(state)) {
				t.Errorf("%s: the first that is open (%v) is %d", name, state, at)
			}
			if at, ok := source.Last(-1<<60, tz.Past, state); ok && (at < tz.Past || source.Holds(at) != bool(state)) {
				t.Errorf("%s: the last that is open (%v) is %d", name, state, at)
			}
		}
	}
}
