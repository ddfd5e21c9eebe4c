package reference

import (
	"sync"
	"time"
)

// stretch is a run of instants over which a zone keeps one offset from UTC, in
// seconds east.
type stretch struct {
	start, end int64
	offset     int64
}

// clock is a zone's behaviour over a bounded time: stretches without holes
// between them, each with another offset than the one before.
type clock []stretch

// observe tells how a zone behaves over [from, to). What takes long, because it
// goes over many years, is remembered: a zone is looked at once.
func observe(zone *time.Location, from, to int64) clock {
	const long = 1 << 28 // some eight years
	if to-from < long/8 {
		return watch(zone, from, to)
	}
	var out clock
	for n := floorDiv(from, long); n*long < to; n++ {
		key := observation{zone, n}
		seen, ok := observed.Load(key)
		if !ok {
			seen, _ = observed.LoadOrStore(key, watch(zone, n*long, (n+1)*long))
		}
		for _, s := range seen.(clock) {
			s.start, s.end = max(s.start, from), min(s.end, to)
			if last := len(out) - 1; last >= 0 && out[last].offset == s.offset && s.start < s.end {
				out[last].end = s.end
			} else if s.start < s.end {
				out = append(out, s)
			}
		}
	}
	return out
}

// observed are the long observations made so far, by zone and number.
var observed sync.Map

type observation struct {
	zone   *time.Location
	number int64
}

// watch asks a zone for its offset every hour of [from, to) and locates each
// change to the second by bisection.
func watch(zone *time.Location, from, to int64) clock {
	offsetAt := func(t int64) int64 {
		_, offset := time.Unix(t, 0).In(zone).Zone()
		return int64(offset)
	}
	var out clock
	current := stretch{start: from, offset: offsetAt(from)}
	for t := from; t < to; {
		next := min(t+60*60, to)
		if offsetAt(next) == current.offset {
			t = next
			continue
		}
		before, after := t, next // the change is in (before, after]
		for after-before > 1 {
			middle := before + (after-before)/2
			if offsetAt(middle) == current.offset {
				before = middle
			} else {
				after = middle
			}
		}
		current.end = after
		out = append(out, current)
		current = stretch{start: after, offset: offsetAt(after)}
		t = after
	}
	current.end = to
	if current.start < current.end {
		out = append(out, current)
	}
	return out
}

// readings returns, in order, the instants at which the clock shows a local
// reading: none in a gap, two in an overlap, else one.
func (c clock) readings(local int64) []int64 {
	var out []int64
	for _, s := range c {
		if t := local - s.offset; s.start <= t && t < s.end {
			out = append(out, t)
		}
	}
	return out
}

// gap returns the instant of the change that skips a local reading, the offset
// before that change and how much it skips. It must be a reading that the clock
// never shows.
func (c clock) gap(local int64) (change, offsetBefore, length int64) {
	for i := 1; i < len(c); i++ {
		before, after := c[i-1], c[i]
		if before.end+before.offset <= local && local < after.start+after.offset {
			return after.start, before.offset, after.offset - before.offset
		}
	}
	panic("reference: a reading neither shown nor skipped: the clock was observed for too short a time")
}

// gapChoice and overlapChoice are the options of S3.
type (
	gapChoice     int
	overlapChoice int
)

const (
	forward gapChoice = iota
	skip
	next
)

const (
	first overlapChoice = iota
	second
	both
)

// instant is one resolution of a local start: when it is, and which reading of
// an overlap its wall-clock end is to take (S4).
type instant struct {
	at  int64
	end overlapChoice // first or second
}

// starts resolves a written local start (S3). In a gap longer than longestGap
// there is none, whatever the choice.
func (c clock) starts(local int64, gap gapChoice, longestGap int64, overlap overlapChoice) []instant {
	// Where the start itself leaves no choice, its end goes by the option, and
	// under both by the second reading.
	unambiguous := overlap
	if overlap == both {
		unambiguous = second
	}
	switch at := c.readings(local); {
	case len(at) == 0:
		if _, _, length := c.gap(local); gap == skip || length > longestGap {
			return nil
		}
		return []instant{{c.afterGap(local, gap), unambiguous}}
	case len(at) == 1:
		return []instant{{at[0], unambiguous}}
	case overlap == first:
		return []instant{{at[0], first}}
	case overlap == second:
		return []instant{{at[1], second}}
	default:
		return []instant{{at[0], first}, {at[1], second}}
	}
}

// end resolves a written local end (S4), which is never skipped.
func (c clock) end(local int64, gap gapChoice, reading overlapChoice) int64 {
	switch at := c.readings(local); {
	case len(at) == 0:
		return c.afterGap(local, gap)
	case len(at) == 1 || reading == first:
		return at[0]
	default:
		return at[1]
	}
}

// afterGap moves a skipped reading forward by the gap's length, which is to
// read it with the offset before the gap, or else to the gap's end.
func (c clock) afterGap(local int64, gap gapChoice) int64 {
	change, offsetBefore, _ := c.gap(local)
	if gap == next {
		return change
	}
	return local - offsetBefore
}
