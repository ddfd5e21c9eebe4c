package gen

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// A stage is where a policy is drawn: an instant in a zone, and what has been drawn so far, so that later parts meet earlier
// ones at their edges.
type stage struct {
	t        *rapid.T
	zone     tz.Zone
	day      int     // the local day of the instant
	times    []int   // times of day worth naming, in seconds
	instants []int64 // instants worth naming
}

func newStage(t *rapid.T, z zone, at int64) *stage {
	s := &stage{t: t, zone: z.zone, instants: []int64{at}}
	stretch := z.zone.Stretch(at)
	local := at + int64(stretch.Offset)
	s.day = int(tz.FloorDay(local))
	s.times = []int{timeOfDay(local)}
	if stretch.From == at { // a gap or an overlap: where it begins and ends on the clock, and its middle
		before := at + int64(stretch.Before)
		s.times = append(s.times, timeOfDay(before), timeOfDay((before+local)/2))
		if chance(t, 4) {
			s.day = int(tz.FloorDay(before)) // the day that a midnight's change leaves
		}
	}
	s.times = append(s.times, 0)
	return s
}

// in returns the stage in another zone, at the same instant.
func (s *stage) in(z zone) *stage {
	other := newStage(s.t, z, s.instants[0])
	other.instants = s.instants
	return other
}

func timeOfDay(local int64) int { return int(local - tz.FloorDay(local)*tz.SecondsPerDay) }

// time draws a time of day below 24:00: one that matters already, one beside it, or any.
func (s *stage) time() int {
	var sec int
	switch weighted(s.t, 5, 5, 2, 1) {
	case 0:
		sec = pick(s.t, s.times...)
	case 1:
		sec = pick(s.t, s.times...) + pick(s.t, 1800, -1800, 3600, -3600, 60, -60, 1, -1, 7200, 5400, 900)
	case 2:
		sec = 900 * below(s.t, 96)
	default:
		sec = below(s.t, tz.SecondsPerDay)
	}
	sec = (sec + tz.SecondsPerDay) % tz.SecondsPerDay
	s.times = append(s.times, sec)
	return sec
}

// endTime draws a time of day up to 24:00.
func (s *stage) endTime() int {
	if chance(s.t, 8) {
		return tz.SecondsPerDay
	}
	return s.time()
}

// date draws a day at or near the stage's.
func (s *stage) date() int {
	switch weighted(s.t, 6, 4, 1) {
	case 0:
		return s.day
	case 1:
		return s.day + near(s.t, 7)
	}
	return s.day + near(s.t, 800)
}

// instant draws an instant that matters already, or one beside it.
func (s *stage) instant() int64 {
	at := pick(s.t, s.instants...)
	switch weighted(s.t, 4, 4, 1) {
	case 1:
		at += int64(pick(s.t, 3600, -3600, 1800, -1800, 60, -60, 1, -1, tz.SecondsPerDay, -tz.SecondsPerDay))
	case 2:
		at += int64(near(s.t, 40*tz.SecondsPerDay))
	}
	return at
}

// later draws a length of time in seconds, at least 1.
func (s *stage) later() int {
	const hour = 3600
	switch weighted(s.t, 6, 4, 2, 2) {
	case 0:
		return pick(s.t, hour, 2*hour, 4*hour, 8*hour, hour/2, 3*hour/2, 60, 1)
	case 1: // from one time of day to another
		from, to := pick(s.t, s.times...), pick(s.t, s.times...)
		return max(1, (to-from+tz.SecondsPerDay)%tz.SecondsPerDay)
	case 2:
		return pick(s.t, 24*hour, 24*hour-1, 24*hour+1, 23*hour, 25*hour, 48*hour, 7*24*hour)
	}
	return 1 + upTo(s.t, pick(s.t, 24*hour, 24*hour, 10*24*hour, 366*24*hour-1))
}

// note remembers the edges of a window that starts on a day at a time of day.
func (s *stage) note(day, sec, length int) {
	start := s.zone.Resolve(int64(day)*tz.SecondsPerDay + int64(sec)).First
	s.instants = append(s.instants, start, start+int64(length))
	s.times = append(s.times, timeOfDay(s.zone.Local(start+int64(length))))
}

// The forms of the document.

func dateText(day int) string { return tz.DateOfDay(day).String() }

func clockText(sec int) string {
	t, _ := tz.TimeOfDayOf(sec)
	return t.String()
}

func instantText(t *rapid.T, sec int64) string {
	at := time.Unix(sec, 0).UTC()
	if chance(t, 8) {
		return at.In(time.FixedZone("", 60*near(t, 840))).Format("2006-01-02T15:04:05-07:00")
	}
	return at.Format("2006-01-02T15:04:05Z")
}

func durationText(t *rapid.T, seconds int) string {
	switch below(t, 4) {
	case 1:
		return fmt.Sprintf("%ds", seconds)
	case 2:
		if seconds%60 == 0 {
			return fmt.Sprintf("%dm", seconds/60)
		}
	}
	return (time.Duration(seconds) * time.Second).String()
}
