package schedule

import (
	"time"

	"github.com/casement-go/casement/tz"
)

// A Placed is a schedule in a zone: it yields occurrences. It is immutable and safe for concurrent use.
//
// Its methods Next and Prev have the form that Go schedulers take (robfig/cron, gocron, River).
type Placed struct {
	schedule *Schedule
	zone     tz.Zone
	gap      tz.Gap
	overlap  tz.Overlap
}

// An Occurrence is one start: the local time as the schedule has it written, and the instant at which it comes.
// Values compare with ==.
type Occurrence struct {
	Local int64 // the written local time, in seconds since 1970-01-01T00:00 (see [tz.DateTimeOfLocal])
	Sec   int64 // the instant, in Unix seconds
}

// Time returns the instant, in UTC.
func (o Occurrence) Time() time.Time { return time.Unix(o.Sec, 0).UTC() }

// Written returns the local time as the schedule has it: before a gap has moved it.
func (o Occurrence) Written() tz.DateTime { return tz.DateTimeOfLocal(o.Local) }

// In places the schedule in a zone, where starts that fall in a gap or an overlap of the wall clock become what g and o
// say. The error, an *[tz.Error], says that g or o is not one of the options, or that a schedule which follows the real clock
// (see [Schedule.FollowsRealClock]) takes the defaults only: for it neither means anything.
func (s *Schedule) In(zone tz.Zone, g tz.Gap, o tz.Overlap) (*Placed, error) {
	if g > tz.GapNext {
		return nil, &tz.Error{Code: tz.OutOfRange, Path: "gap", Input: g.String(), Detail: "gap is GapForward, GapSkip or GapNext"}
	}
	if o > tz.OverlapBoth {
		return nil, &tz.Error{Code: tz.OutOfRange, Path: "overlap", Input: o.String(), Detail: "overlap is OverlapFirst, OverlapSecond or OverlapBoth"}
	}
	if s.realClock {
		if g != tz.GapForward {
			return nil, &tz.Error{Code: tz.Conflict, Path: "gap", Input: g.String(), Detail: realClockDetail}
		}
		if o != tz.OverlapFirst {
			return nil, &tz.Error{Code: tz.Conflict, Path: "overlap", Input: o.String(), Detail: realClockDetail}
		}
	}
	return s.in(zone, g, o), nil
}

// in is In for options that are known to be right. To follow the real clock is to skip gaps and to take both readings of overlaps.
func (s *Schedule) in(zone tz.Zone, g tz.Gap, o tz.Overlap) *Placed {
	if s.realClock {
		g, o = tz.GapSkip, tz.OverlapBoth
	}
	return &Placed{s, zone, g, o}
}

const realClockDetail = `a cron schedule whose hour field begins with "*" (in Vixie also the minute field) follows the real clock: leave gap and overlap out`

// Zone returns the zone that the schedule is placed in.
func (p *Placed) Zone() tz.Zone { return p.zone }

// Overlap returns which readings of an overlap start: OverlapBoth where the schedule follows the real clock.
func (p *Placed) Overlap() tz.Overlap { return p.overlap }

// Gap returns what becomes of a start in a gap: GapSkip where the schedule follows the real clock.
func (p *Placed) Gap() tz.Gap { return p.gap }

// Schedule returns the schedule that is placed.
func (p *Placed) Schedule() *Schedule { return p.schedule }

// Next returns the instant of the first occurrence after t, in UTC: the zero Time if there is none.
func (p *Placed) Next(t time.Time) time.Time {
	o, ok := p.From(tz.Seconds(t) + 1)
	if !ok {
		return time.Time{}
	}
	return o.Time()
}

// Prev returns the instant of the last occurrence before t, in UTC: the zero Time if there is none.
func (p *Placed) Prev(t time.Time) time.Time {
	sec := tz.Seconds(t)
	if t.Nanosecond() == 0 {
		sec--
	}
	o, ok := p.UpTo(sec)
	if !ok {
		return time.Time{}
	}
	return o.Time()
}

// Matches reports whether t is the instant of an occurrence.
func (p *Placed) Matches(t time.Time) bool {
	sec := tz.Seconds(t)
	o, ok := p.From(sec)
	return ok && o.Sec == sec && t.Nanosecond() == 0
}

// A stretch of constant offset yields two kinds of occurrences. What the schedule has written from lo to hi comes at that
// very reading; what it has written in the gap that the stretch begins with comes moved:
//
//	            gap                                      overlap
//	 Before  ┃ ·········┃ Offset                Before   ┃          Offset
//	─────────╂──────────────────────           ──────────╂──────────────────
//	  From+Before    From+Offset                     From+Offset   From+Before
//	         ┠─ moved ──┨lo ...                          ┠─ second ──┨
//
// An overlap is the second reading in this stretch and the first in the one before, so that the options only move lo (past
// an overlap at the beginning) and hi (before one at the end).

// direct returns the written times [lo, hi) that come in s at that very reading.
func (p *Placed) direct(s tz.Stretch) (lo, hi int64) {
	lo, hi = s.From+int64(s.Offset), s.To+int64(s.Offset)
	switch p.overlap {
	case tz.OverlapFirst:
		lo = s.From + int64(max(s.Before, s.Offset))
	case tz.OverlapSecond:
		hi = s.To + int64(min(s.Offset, s.After))
	}
	return lo, hi
}

// moved returns the written times [lo, hi) in the gap that s begins with, if occurrences move out of it.
func (p *Placed) moved(s tz.Stretch) (lo, hi int64, ok bool) {
	lo, hi = s.From+int64(s.Before), s.From+int64(s.Offset)
	return lo, hi, lo < hi && p.gap != tz.GapSkip && hi-lo <= int64(p.schedule.longestGap)
}

// From returns the first occurrence that does not come before the instant sec, in Unix seconds. Where several written
// times come at one instant (a gap of a whole day moves one day onto the next), the latest of them stands for all.
func (p *Placed) From(sec int64) (Occurrence, bool) { return p.FromUntil(sec, tz.Future) }

// UpTo returns the last occurrence that does not come after the instant sec, in Unix seconds: the mirror of From.
func (p *Placed) UpTo(sec int64) (Occurrence, bool) { return p.UpToUntil(sec, tz.Past) }

// FromUntil is From for those who do not mind what comes after limit: if gaps swallow every start, it gives up there. It may return
// an occurrence after limit all the same. If there is none, the Sec of the Occurrence is the instant before which none comes:
// [tz.Future], or one after limit.
func (p *Placed) FromUntil(sec, limit int64) (Occurrence, bool) {
	offset, from, to := p.zone.Calm(sec)
	local, ok := p.schedule.next(sec + offset)
	if at := local - offset; ok && from <= sec && at < to {
		return Occurrence{local, at}, true
	}
	if ok && from <= sec && sec < to {
		if at, ok := p.calm(local); ok {
			return Occurrence{local, at}, true
		}
	}
	return p.search(sec, limit)
}

// UpToUntil is the mirror of FromUntil: UpTo that gives up at limit. If there is no occurrence, its Sec is the instant after which none
// came: [tz.Past], or one before limit.
func (p *Placed) UpToUntil(sec, limit int64) (Occurrence, bool) {
	offset, from, to := p.zone.Calm(sec)
	local, ok := p.schedule.prev(sec + offset)
	if at := local - offset; ok && from <= at && sec < to {
		return Occurrence{local, at}, true
	}
	if ok && from <= sec && sec < to {
		if at, ok := p.calm(local); ok {
			return Occurrence{local, at}, true
		}
	}
	return p.searchBack(sec, limit)
}

// An instant is calm if it lies away from the changes of offset around it (see [tz.Zone.Calm]). What is written for a calm instant
// comes then, whatever the options; what is written before it has come by then, as far as it comes at all; and what is written
// after it is still to come. So the first time written from a calm instant on is the next occurrence if it is itself that of a calm
// instant, whatever the clock does between the two.

// calm returns the instant at which the clock reads local, if that is a calm one.
func (p *Placed) calm(local int64) (sec int64, ok bool) {
	// Any offset does to begin with: a second look is in the right stretch unless a change is near.
	offset, _, _ := p.zone.Calm(local)
	offset, from, to := p.zone.Calm(local - offset)
	sec = local - offset
	return sec, from <= sec && sec < to
}

// search is FromUntil near a change of offset, and where nothing comes any more.
func (p *Placed) search(sec, limit int64) (Occurrence, bool) {
	for sec <= limit {
		s := p.zone.Stretch(sec)
		if o, ok := p.firstIn(s, sec); ok {
			return o, true
		}
		// What is written before next has come by s.To, as far as it comes at all. What is written at next or later comes no
		// more than a zone's largest offset before its reading.
		next, ok := p.schedule.next(s.To + int64(min(s.Offset, s.After)))
		if !ok || s.To == tz.Future {
			return Occurrence{Sec: tz.Future}, false
		}
		sec = max(s.To, next-maxOffset)
	}
	return Occurrence{Sec: sec}, false
}

// searchBack is UpToUntil near a change of offset, and where nothing came yet.
func (p *Placed) searchBack(sec, limit int64) (Occurrence, bool) {
	for sec >= limit {
		s := p.zone.Stretch(sec)
		if o, ok := p.lastIn(s, sec); ok {
			return o, true
		}
		prev, ok := p.schedule.prev(s.From + int64(s.Before) - 1)
		if !ok || s.From == tz.Past {
			return Occurrence{Sec: tz.Past}, false
		}
		sec = min(s.From-1, prev+maxOffset)
	}
	return Occurrence{Sec: sec}, false
}

// maxOffset is more than the offset of any zone, in seconds, and more than the distance by which a gap moves anything.
const maxOffset = 2 * tz.SecondsPerDay

// firstIn returns the first occurrence of s that does not come before sec, an instant of s.
func (p *Placed) firstIn(s tz.Stretch, sec int64) (Occurrence, bool) {
	lo, hi := p.direct(s)
	local, ok := p.schedule.next(max(lo, sec+int64(s.Offset)))
	direct := Occurrence{local, local - int64(s.Offset)}
	ok = ok && local < hi

	if lo, hi, any := p.moved(s); any && sec < s.From+hi-lo {
		if m, found := p.firstMoved(s, lo, hi, sec); found && (!ok || m.Sec < direct.Sec) {
			return m, true
		}
	}
	return direct, ok
}

// lastIn returns the last occurrence of s that does not come after sec, an instant of s.
func (p *Placed) lastIn(s tz.Stretch, sec int64) (Occurrence, bool) {
	lo, hi := p.direct(s)
	local, ok := p.schedule.prev(min(hi-1, sec+int64(s.Offset)))
	direct := Occurrence{local, local - int64(s.Offset)}
	ok = ok && local >= lo

	if lo, hi, any := p.moved(s); any && (!ok || direct.Sec < s.From+hi-lo) {
		if m, found := p.lastMoved(s, lo, hi, sec); found && (!ok || m.Sec > direct.Sec) {
			return m, true
		}
	}
	return direct, ok
}

// firstMoved returns the first occurrence that is moved out of the gap [lo, hi) before s and does not come before sec.
func (p *Placed) firstMoved(s tz.Stretch, lo, hi, sec int64) (Occurrence, bool) {
	if p.gap == tz.GapNext {
		if sec > s.From {
			return Occurrence{}, false
		}
		local, ok := p.schedule.prev(hi - 1) // all come at s.From: the latest stands for them
		return Occurrence{local, s.From}, ok && local >= lo
	}
	local, ok := p.schedule.next(max(lo, sec+int64(s.Before)))
	return Occurrence{local, local - int64(s.Before)}, ok && local < hi
}

// lastMoved returns the last occurrence that is moved out of the gap [lo, hi) before s and does not come after sec.
func (p *Placed) lastMoved(s tz.Stretch, lo, hi, sec int64) (Occurrence, bool) {
	if p.gap == tz.GapNext {
		local, ok := p.schedule.prev(hi - 1)
		return Occurrence{local, s.From}, ok && local >= lo
	}
	local, ok := p.schedule.prev(min(hi-1, sec+int64(s.Before)))
	return Occurrence{local, local - int64(s.Before)}, ok && local >= lo
}

// Run returns a span [first, last] of instants around the occurrence o at which starts follow each other within the given
// number of seconds at the most: every instant of the span has a start that lies no more than that before it. The span is
// as long as can be told without walking from start to start: within one stretch of constant offset and over consecutive
// matching days. It holds o alone where starts are further apart than that on a day.
func (p *Placed) Run(o Occurrence, within int64) (first, last int64) {
	first, last = o.Sec, o.Sec
	if int64(p.schedule.spacing) > within || p.schedule.Never() {
		return first, last
	}
	s := p.zone.Stretch(o.Sec)
	lo, hi := p.direct(s)
	if o.Local != o.Sec+int64(s.Offset) || o.Local < lo || o.Local >= hi {
		return first, last // a moved one
	}
	firstDay, lastDay := p.schedule.run(int(tz.FloorDay(o.Local)))
	if start, ok := p.schedule.next(max(lo, int64(firstDay)*tz.SecondsPerDay)); ok {
		first = min(first, start-int64(s.Offset))
	}
	if end, ok := p.schedule.prev(min(hi-1, int64(lastDay+1)*tz.SecondsPerDay-1)); ok {
		last = max(last, end-int64(s.Offset))
	}
	return first, last
}
