package schedule

import (
	"math/bits"

	"github.com/casement-go/casement/tz"
)

// Beside returns the last occurrence that does not come after the instant sec, in Unix seconds, and the first that comes after it, for
// little more than one of the two. It reports false where it cannot tell both in one look, near changes of offset and at the ends of
// the schedule: ask [Placed.UpTo] and [Placed.From] there.
func (p *Placed) Beside(sec int64) (last, next Occurrence, ok bool) {
	offset, from, to := p.zone.Calm(sec)
	before, after, ok := p.schedule.beside(sec + offset)
	if !ok || sec < from || sec >= to {
		return last, next, false
	}
	// Of a calm instant: see calm, which also finds those that come at calm instants of other stretches.
	last, next = Occurrence{before, before - offset}, Occurrence{after, after - offset}
	if last.Sec < from {
		last.Sec, ok = p.calm(before)
	}
	if next.Sec >= to && ok {
		next.Sec, ok = p.calm(after)
	}
	return last, next, ok
}

// beside returns the last written time that is not after local, and the first that is after it, if there are both.
func (s *Schedule) beside(local int64) (last, next int64, ok bool) {
	// All days whose first time has come, up to this one, are over, but for this one where its last time is still to come.
	day := int(tz.FloorDay(local - int64(s.firstTime)))
	if day < int(s.first) || day >= int(s.last) {
		return 0, 0, false
	}
	var before, after int
	if d := &s.days; d.months == nil {
		before, after = d.cycle.beside(day)
	} else {
		before, after = d.prevOfMonths(day), d.nextOfMonths(day+1)
	}
	if before < int(s.first) || after > int(s.last) {
		return 0, 0, false
	}
	midnight := int64(before) * tz.SecondsPerDay
	if sec := local - midnight; sec < int64(s.lastTime) {
		return midnight + int64(s.times.prev(int(sec))), midnight + int64(s.times.next(int(sec)+1)), true
	}
	return midnight + int64(s.lastTime), int64(after)*tz.SecondsPerDay + int64(s.firstTime), true
}

// beside returns the last matching day that is not after day, and the first that is after it.
func (c *cycle) beside(day int) (last, next int) {
	place := c.period.of(day - int(c.base))
	last = day - place + bits.Len8(c.week&(2<<min(place, 7)-1)) - 1 // as prev does
	next = day - place + int(c.period.n)
	if rest := c.week >> place >> 1; rest != 0 {
		next = day + 1 + bits.TrailingZeros8(rest)
	}
	return last, next
}
