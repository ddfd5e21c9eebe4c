package window_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// Trees of operations on recurrences in many zones: over a year they answer as the same operations on the sets of their windows,
// each listed one by one. What the set algebra says is settled by exhaustion elsewhere.
func TestTimelineAlgebraOfRecurrences(t *testing.T) {
	type leaf struct {
		timeline window.Timeline
		set      window.Set
		name     string
	}
	from, to := parse("2011-06-01T00:00:00Z"), parse("2012-06-01T00:00:00Z")
	var leaves []leaf
	for i, zoneName := range awkwardZones {
		for j, p := range plans {
			if (i+j)%5 != 0 {
				continue
			}
			r, g, o := p.compile(t, tz.MustLoad(zoneName), tz.GapForward, tz.OverlapFirst)
			set := p.windows(r.Starts().Zone(), g, o, int(from.Unix()/86400)-60, int(to.Unix()/86400)+60)
			leaves = append(leaves, leaf{r.Timeline(), set, p.name + " in " + zoneName})
		}
	}
	var tree func(t *rapid.T, depth int) leaf
	tree = func(t *rapid.T, depth int) leaf {
		if depth == 0 || rapid.IntRange(0, 3).Draw(t, "leaf") == 0 {
			return rapid.SampledFrom(leaves).Draw(t, "which")
		}
		a := tree(t, depth-1)
		if rapid.IntRange(0, 4).Draw(t, "not") == 0 {
			return leaf{a.timeline.Complement(), a.set.Complement(), "not " + a.name}
		}
		b := tree(t, depth-1)
		switch rapid.IntRange(0, 2).Draw(t, "operation") {
		case 0:
			return leaf{window.Union(a.timeline, b.timeline), a.set.Union(b.set), fmt.Sprintf("(%s or %s)", a.name, b.name)}
		case 1:
			return leaf{window.Intersect(a.timeline, b.timeline), a.set.Intersect(b.set), fmt.Sprintf("(%s and %s)", a.name, b.name)}
		}
		return leaf{a.timeline.Subtract(b.timeline), a.set.Subtract(b.set), fmt.Sprintf("(%s but not %s)", a.name, b.name)}
	}
	rapid.Check(t, func(t *rapid.T) {
		l := tree(t, 3)
		year := window.OfSeconds(from.Unix(), to.Unix())
		want := slices.Collect(l.set.Intersect(window.SetOf(year)).All())
		if got := slices.Collect(l.timeline.Windows(from, to)); !slices.Equal(got, want) {
			t.Fatalf("%s: %v, want %v", l.name, got, want)
		}
		for range 5 {
			sec := rapid.Int64Range(from.Unix(), to.Unix()).Draw(t, "at")
			if len(want) > 0 && rapid.Bool().Draw(t, "at an edge") {
				start, end := rapid.SampledFrom(want).Draw(t, "window").Seconds()
				sec = rapid.SampledFrom([]int64{start - 1, start, start + 1, end - 1, end, end + 1}).Draw(t, "edge")
			}
			if got := l.timeline.Holds(sec); got != l.set.Holds(sec) {
				t.Fatalf("%s: open at %d is %v", l.name, sec, got)
			}
			at := time.Unix(sec, 0)
			// Within the year both must agree; what lies beyond, the set does not know.
			if next, ok := l.set.Timeline().Next(at); ok && inside(next, year) {
				if got, ok := l.timeline.Next(at); !ok || got != next {
					t.Fatalf("%s: after %v comes %v, want %v", l.name, at.UTC(), got, next)
				}
			}
			if prev, ok := l.set.Timeline().Prev(at); ok && inside(prev, year) {
				if got, ok := l.timeline.Prev(at); !ok || got != prev {
					t.Fatalf("%s: before %v came %v, want %v", l.name, at.UTC(), got, prev)
				}
			}
			if open, span, _ := l.set.Timeline().Around(at); inside(span, year) {
				if gotOpen, got, _ := l.timeline.Around(at); gotOpen != open || got != span {
					t.Fatalf("%s: around %v it is %v in %v, want %v in %v", l.name, at.UTC(), gotOpen, got, open, span)
				}
			}
		}
	})
}

func inside(w, of window.Window) bool {
	start, end := w.Seconds()
	from, to := of.Seconds()
	return from < start && end < to
}
