package calendar

import (
	"math/bits"
	"time"

	"github.com/casement-go/casement/window"
)

// Splay gives a member of a fleet its own start within an open period, so that not all of them start at once: an instant in
// whole seconds from which on the work it needs still fits, and whether there is one. Names are spread evenly from the start of w to
// its end less need, both inclusive:
//
//	w        ┣━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┫
//	starts   ·   ·  ·  · ·  ·   ·  ·  ·
//	the last of them                    ┣need┫
//
// The start depends on nothing but w, name and need: it is the same in every process, on every machine and in every version
// of this package. In periods of one length a name starts as long after each start; who wants it otherwise puts the date
// into the name. Starts need not be distinct: it takes only so many names until two of them share a second.
//
// Hand it a whole open period, such as [Calendar.Next] returns or [Status.Since] and [Status.Until] bound, not what is left of one
// ([Calendar.NextFit] asked inside it): of that the start is another one, and would move on each time it is asked for. Splay knows
// nothing of cutoffs: where a window has one, let need be longer than that.
//
// There is no start where w is shorter than need, or lacks a start or an end. A need that is no whole number of seconds is
// rounded up, to a second at least, so that w holds the start.
func Splay(w window.Window, name string, need time.Duration) (time.Time, bool) {
	start, starts := w.Start()
	end, ends := w.End()
	if !starts || !ends {
		return time.Time{}, false
	}
	seconds := int64(max(need, 1)-1)/int64(time.Second) + 1
	last := end.Unix() - seconds
	if last < start.Unix() {
		return time.Time{}, false
	}
	// Hash and count multiplied, in 128 bits; the upper half of that is below the count, and each value comes as often as any other.
	place, _ := bits.Mul64(hash(name), uint64(last-start.Unix())+1)
	return time.Unix(start.Unix()+int64(place), 0).UTC(), true
}

// hash returns 64 bits that depend on each byte of name. They never change: it is FNV-1a, whose upper bits hardly depend on the last
// bytes, and after that the finalizer of MurmurHash3, which mends that.
func hash(name string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	h = (h ^ h>>33) * 0xff51afd7ed558ccd
	h = (h ^ h>>33) * 0xc4ceb9fe1a85ec53
	return h ^ h>>33
}
