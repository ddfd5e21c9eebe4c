package window_test

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/window"
)

// Mapped onto the same sources, a tree of operations answers as it did. Mapped onto nothing but sets of other cells, it is the tree of
// those.
func TestMapKeepsTheOperations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tl, m := anyTimeline(t, rapid.IntRange(0, 4).Draw(t, "depth"))
		same := tl.Map(func(s window.Source) window.Source { return s })
		sec, limit := anyInstant(t, "at"), anyInstant(t, "limit")
		checkModel(t, same, m, sec, limit)

		a, b, c := rapid.IntRange(0, allCells), rapid.IntRange(0, allCells), rapid.IntRange(0, allCells)
		words := []int{a.Draw(t, "a"), b.Draw(t, "b"), c.Draw(t, "c")}
		others := []int{a.Draw(t, "x"), b.Draw(t, "y"), c.Draw(t, "z")}
		of := func(i int) window.Timeline { return window.TimelineOf(stepper{model(words[i])}) }
		tree := window.Union(of(0), of(1)).Subtract(of(2))
		asked := 0
		mapped := tree.Map(func(s window.Source) window.Source {
			i := slices.Index(words, int(s.(stepper).model))
			asked++
			return stepper{model(others[i])}
		})
		if asked != 3 {
			t.Fatalf("%d sources were replaced, want 3", asked)
		}
		if words[0] != words[1] && words[0] != words[2] && words[1] != words[2] {
			checkModel(t, mapped, model((others[0]|others[1])&^others[2]), sec, limit)
		}
		checkModel(t, tree, model((words[0]|words[1])&^words[2]), sec, limit)
	})
}

// What is long enough is found out anew from what the sources have become.
func TestMapBelowAtLeast(t *testing.T) {
	short := window.SetOf(window.OfSeconds(0, 10), window.OfSeconds(20, 100))
	long := window.SetOf(window.OfSeconds(0, 60), window.OfSeconds(70, 80))
	tl := short.Timeline().AtLeast(50 * time.Second)
	mapped := tl.Map(func(window.Source) window.Source { return long })
	for _, c := range []struct {
		tl   window.Timeline
		want window.Window
	}{{tl, window.OfSeconds(20, 100)}, {mapped, window.OfSeconds(0, 60)}} {
		if got := slices.Collect(c.tl.Windows(time.Unix(-1000, 0), time.Unix(1000, 0))); len(got) != 1 || got[0] != c.want {
			t.Errorf("%v, want %v", got, c.want)
		}
	}
}

func TestMapOfTheZeroTimeline(t *testing.T) {
	var zero window.Timeline
	for _, tl := range []window.Timeline{zero, zero.Complement()} {
		mapped := tl.Map(func(window.Source) window.Source { t.Error("there is no source"); return nil })
		if mapped.Holds(0) != tl.Holds(0) {
			t.Error("mapped, it answers otherwise")
		}
	}
}

// sources returns how many sources a timeline asks.
func sources(tl window.Timeline) (n int) {
	tl.Map(func(s window.Source) window.Source { n++; return s })
	return n
}

// A union makes neighbouring sets one, so that a search has fewer parts to go round, and leaves apart what cannot be joined; it
// is open where any of them is.
func TestUnionJoinsNeighbouringSets(t *testing.T) {
	const a, b, c = 0b0000000110, 0b0000110000, 0b0011000001
	set := func(word int) window.Timeline { return setOfCells(word).Timeline() }
	step := func(word int) window.Timeline { return window.TimelineOf(stepper{model(word)}) }
	for _, k := range []struct {
		name    string
		union   window.Timeline
		open    int
		sources int
	}{
		{"sets", window.Union(set(a), set(b), set(c)), a | b | c, 1},
		{"sets in unions", window.Union(window.Union(set(a), step(b)), window.Union(set(b), set(c))), a | b | c, 3},
		{"unions whose neighbours are sets", window.Union(window.Union(step(a), set(a)), window.Union(set(b), step(c))), a | b | c, 3},
		{"sets with another source between", window.Union(set(a), step(b), set(c)), a | b | c, 3},
		{"a set and another source", window.Union(set(a), step(c)), a | c, 2},
		{"another source and a set", window.Union(step(a), set(c)), a | c, 2},
		{"a set and the rest of one", window.Union(set(a), set(a|b).Complement()), allCells &^ b, 2},
		{"the rest of a set and one", window.Union(set(a|b).Complement(), set(a)), allCells &^ b, 2},
		{"a set and an intersection", window.Union(set(a), window.Intersect(step(b), set(b|c))), a | b, 3},
		{"an intersection and a set", window.Union(window.Intersect(step(b), set(b|c)), set(a)), a | b, 3},
		{"what is common to sets is the rest of one", window.Intersect(set(a|b), set(b|c)), b, 2},
		{"a set less sets", set(a|b).Subtract(set(b), set(c)), a &^ c, 2},
	} {
		if n := sources(k.union); n != k.sources {
			t.Errorf("%s: %d sources, want %d", k.name, n, k.sources)
		}
		for _, cell := range cells[1:] {
			start, _ := cell.Seconds()
			for _, sec := range []int64{start - 1, start} {
				checkModel(t, k.union, model(k.open), sec, 1<<41)
			}
		}
	}
}

// A union leaves the timelines that it is made of as they were.
func TestUnionLeavesItsParts(t *testing.T) {
	const a, b, c = 0b0000000110, 0b0000110000, 0b0011000001
	ab := window.Union(window.TimelineOf(stepper{a}), setOfCells(b).Timeline())
	window.Union(ab, setOfCells(c).Timeline())
	window.Union(setOfCells(b).Timeline(), ab)
	for _, cell := range cells[1:] {
		start, _ := cell.Seconds()
		checkModel(t, ab, a|b, start, 1<<41)
	}
}
