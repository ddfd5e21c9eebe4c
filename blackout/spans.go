package blackout

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// spans are half-open spans of numbers on some line, sorted and apart: local seconds, places in a year, seconds of a week.
type spans [][2]int64

// merge returns the union of spans in any order. The algebra of windows does it: that of half-open spans of numbers,
// whichever line they lie on.
func merge(in spans) spans {
	if len(in) == 1 {
		return in
	}
	ws := make([]window.Window, len(in))
	for i, s := range in {
		ws[i] = window.OfSeconds(s[0], s[1])
	}
	var out spans
	for w := range window.SetOf(ws...).All() {
		start, end := w.Seconds()
		out = append(out, [2]int64{start, end})
	}
	return out
}

// around reports whether x lies in one of the spans, and the longest span [from, to) around it for which the same holds.
func (r spans) around(x int64) (in bool, from, to int64) {
	i, end := 0, len(r) // r[i] is the first span that starts after x
	for i < end {
		if mid := (i + end) / 2; r[mid][0] <= x {
			i = mid + 1
		} else {
			end = mid
		}
	}
	from, to = tz.Past, tz.Future
	if i < len(r) {
		to = r[i][0]
	}
	if i > 0 {
		if x < r[i-1][1] {
			return true, r[i-1][0], r[i-1][1]
		}
		from = r[i-1][1]
	}
	return false, from, to
}
