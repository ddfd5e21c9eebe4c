package reference

import (
	"cmp"
	"slices"
)

// span is a half-open pair of instants in Unix seconds; it is never empty
// inside a set.
type span struct{ start, end int64 }

// set is a sorted list of spans that neither overlap nor touch.
type set []span

// union sorts spans and joins those that overlap or touch (S11).
func union(spans ...span) set {
	spans = slices.Clone(spans)
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.start, b.start) })
	var out set
	for _, s := range spans {
		switch last := len(out) - 1; {
		case s.start >= s.end: // empty
		case last >= 0 && s.start <= out[last].end:
			out[last].end = max(out[last].end, s.end)
		default:
			out = append(out, s)
		}
	}
	return out
}

// subtract returns the instants of a that are not in b.
func subtract(a, b set) set {
	var out set
	passed := 0 // spans of b that end before anything still to come
	for _, s := range a {
		for passed < len(b) && b[passed].end <= s.start {
			passed++
		}
		at := s.start
		for _, cut := range b[passed:] {
			if cut.start >= s.end {
				break
			}
			if cut.start > at {
				out = append(out, span{at, cut.start})
			}
			at = cut.end
		}
		if at < s.end {
			out = append(out, span{at, s.end})
		}
	}
	return out
}

// clip returns the instants of s that lie within bounds.
func clip(s set, bounds span) set {
	var out set
	for _, x := range s {
		x.start, x.end = max(x.start, bounds.start), min(x.end, bounds.end)
		if x.start < x.end {
			out = append(out, x)
		}
	}
	return out
}
