package window

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"time"

	"github.com/casement-go/casement/tz"
)

// A Set is a finite union of windows, kept sorted and merged: no two of them overlap or touch. Sets form a Boolean algebra
// under Union, Intersect, Subtract and Complement. The zero Set is empty. Sets compare with Equal.
type Set struct {
	ws []Window // sorted, each ending before the next starts; never changed
}

// SetOf returns the union of windows, in any order. Zero Windows are left out. It takes n log n time.
func SetOf(windows ...Window) Set {
	ws := slices.Clone(windows)
	slices.SortFunc(ws, func(a, b Window) int { return cmp.Compare(a.start, b.start) })
	merged := ws[:0]
	for _, w := range ws {
		switch n := len(merged); {
		case w.IsZero():
		case n > 0 && w.start <= merged[n-1].end:
			merged[n-1].end = max(merged[n-1].end, w.end)
		default:
			merged = append(merged, w)
		}
	}
	return Set{slices.Clip(merged)}
}

// Union returns the instants that lie in s, in o or in both. Like the other operations it takes time in proportion to the
// sizes of both sets.
func (s Set) Union(o Set) Set {
	return combine(s, o, func(inS, inO bool) bool { return inS || inO })
}

// Intersect returns the instants that lie in both s and o.
func (s Set) Intersect(o Set) Set {
	return combine(s, o, func(inS, inO bool) bool { return inS && inO })
}

// Subtract returns the instants that lie in s and not in o.
func (s Set) Subtract(o Set) Set {
	return combine(s, o, func(inS, inO bool) bool { return inS && !inO })
}

// Complement returns the instants that do not lie in s.
func (s Set) Complement() Set {
	return combine(s, Set{}, func(inS, _ bool) bool { return !inS })
}

// combine returns the instants t for which keep(t in a, t in b) holds. It sweeps over the edges of both sets from the past
// to the future; between two edges nothing changes.
//
//	a         ┣━━━━━━━┫
//	b             ┣━━━━━━━┫
//	edges     1   2   3   4
func combine(a, b Set, keep func(inA, inB bool) bool) Set {
	var out []Window
	var inA, inB bool
	i, j := 0, 0 // edges passed so far: window i/2, its end if i is odd
	for at := int64(tz.Past); at < tz.Future; {
		for edgeAt(a, i) <= at {
			inA, i = !inA, i+1
		}
		for edgeAt(b, j) <= at {
			inB, j = !inB, j+1
		}
		next := min(edgeAt(a, i), edgeAt(b, j))
		if keep(inA, inB) {
			if n := len(out); n > 0 && out[n-1].end == at {
				out[n-1].end = next
			} else {
				out = append(out, Window{at, next})
			}
		}
		at = next
	}
	return Set{out}
}

// edgeAt returns the i-th edge of s, counting starts and ends alike, Past before the first and Future behind the last.
func edgeAt(s Set, i int) int64 {
	switch {
	case i < 0:
		return tz.Past
	case i/2 >= len(s.ws):
		return tz.Future
	case i%2 == 0:
		return s.ws[i/2].start
	}
	return s.ws[i/2].end
}

// Contains reports whether t lies in the set, in log n time.
func (s Set) Contains(t time.Time) bool { return s.Holds(tz.Seconds(t)) }

// Len returns how many separate windows the set has.
func (s Set) Len() int { return len(s.ws) }

// All returns the windows of the set from the past to the future.
func (s Set) All() iter.Seq[Window] { return slices.Values(s.ws) }

// Equal reports whether both sets hold the same instants.
func (s Set) Equal(o Set) bool { return slices.Equal(s.ws, o.ws) }

// String returns the windows in order, separated by spaces.
func (s Set) String() string {
	texts := make([]string, len(s.ws))
	for i, w := range s.ws {
		texts[i] = w.String()
	}
	return strings.Join(texts, " ")
}

// Timeline returns the set as a timeline.
func (s Set) Timeline() Timeline {
	if len(s.ws) == 0 { // so that unions need not go by it
		return Timeline{}
	}
	return TimelineOf(s)
}

// Holds reports whether the instant sec lies in the set. Holds and Around make a Set a [Source].
func (s Set) Holds(sec int64) bool {
	i := s.after(sec)
	return i > 0 && sec < s.ws[i-1].end
}

// Around implements [Source], with the longest spans there are.
func (s Set) Around(sec int64) (open bool, before, from, to, after int64) {
	i := 2 * s.after(sec) // the first edge after sec
	if i > 0 && sec < edgeAt(s, i-1) {
		i--
	}
	return i%2 == 1, edgeAt(s, i-2), edgeAt(s, i-1), edgeAt(s, i), edgeAt(s, i+1)
}

// Join implements [Joiner]: sets are one set.
func (s Set) Join(other Source) (Source, bool) {
	o, ok := other.(Set)
	return s.Union(o), ok
}

// after returns the number of windows that start at or before sec.
func (s Set) after(sec int64) int {
	lo, hi := 0, len(s.ws)
	for lo < hi {
		if mid := (lo + hi) / 2; s.ws[mid].start <= sec {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
