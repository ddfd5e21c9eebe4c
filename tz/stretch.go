package tz

import "time"

// Past and Future stand for the edges that a stretch or a window does not have: they lie before and after every instant.
// Sums and
// differences of them, offsets and durations do not overflow.
const (
	Past   = -1 << 61
	Future = 1 << 61
)

// The instants beyond which no zone changes: a day past both ends of the years that a Date can say.
const (
	firstSec = (MinDay - 1) * SecondsPerDay
	lastSec  = (MaxDay + 2) * SecondsPerDay
)

// A Stretch is a half-open span of instants [From, To), in Unix seconds, in which a zone has one offset; the offsets on
// both sides of it differ.
//
//	 Before         Offset           After        seconds east of UTC
//	─────────╂─────────────────────╂─────────
//	        From                   To             instants
//
// Where Offset > Before the wall clock jumps forward at From: local times from From+Before up to From+Offset are in a gap.
// Where Offset < Before it is set back: local times from From+Offset up to From+Before come twice, in an overlap.
type Stretch struct {
	From, To int64 // Past and Future where there is no edge
	Offsets
}

// Offsets are those of a [Stretch] and of its neighbours, in seconds east of UTC. They are a type of their own so that a Stretch has
// no more than four fields: the compiler then keeps it in registers, and asking a zone takes half the time.
type Offsets struct {
	Before, Offset, After int32 // equal to Offset where there is no edge
}

// find returns the stretch of loc that holds sec.
//
// It is the only place that asks a time.Location. [time.Time.ZoneBounds] only proposes where to look: its bounds may be
// ones at which the offset does not change (the turn of a year, a new abbreviation), and its end may lie before the
// instant asked about (golang/go#81583). What counts is the offset on both sides of a bound.
func find(loc *time.Location, sec int64) Stretch {
	sec = max(firstSec, min(sec, lastSec))
	off := offsetAt(loc, sec)
	s := Stretch{Past, Future, Offsets{off, off, off}}

	for at := sec; at < lastSec; {
		_, hint := time.Unix(at, 0).In(loc).ZoneBounds()
		if hint.IsZero() {
			break
		}
		next := further(at, hint.Unix(), SecondsPerDay)
		if next > lastSec {
			break
		}
		if offsetAt(loc, next) != s.Offset || offsetAt(loc, next-1) != s.Offset {
			s.To = change(loc, at, next)
			s.After = offsetAt(loc, s.To)
			break
		}
		at = next
	}
	for at := sec; at > firstSec; {
		hint, _ := time.Unix(at, 0).In(loc).ZoneBounds()
		if hint.IsZero() {
			break
		}
		prev := further(at, hint.Unix()-1, -SecondsPerDay)
		if prev < firstSec {
			break
		}
		if offsetAt(loc, prev) != s.Offset {
			s.From = change(loc, prev, at)
			s.Before = offsetAt(loc, s.From-1)
			break
		}
		at = prev
	}
	return s
}

// further returns hint if it leads on from at in the direction of step, else what lies that step on.
func further(at, hint, step int64) int64 {
	if (hint < at) == (step < 0) && hint != at {
		return hint
	}
	return at + step
}

// change returns the first instant after a at which loc has another offset than at a, given that it has one at b and that
// there is one change between them. That is mostly right behind a or right at b, where a hint has led; else it is bisected.
func change(loc *time.Location, a, b int64) int64 {
	before := offsetAt(loc, a)
	if offsetAt(loc, a+1) != before {
		return a + 1
	}
	if offsetAt(loc, b-1) == before {
		return b
	}
	for b-a > 1 {
		if mid := a + (b-a)/2; offsetAt(loc, mid) == before {
			a = mid
		} else {
			b = mid
		}
	}
	return b
}

func offsetAt(loc *time.Location, sec int64) int32 {
	_, off := time.Unix(sec, 0).In(loc).Zone()
	return int32(off)
}
