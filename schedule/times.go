package schedule

import (
	"math/bits"

	"github.com/casement-go/casement/tz"
)

// times is a set of times of day: every hour of hours with every minute of minutes and every second of seconds, one bit
// each. It is never empty.
type times struct {
	hours            uint32
	minutes, seconds uint64
	first, last      int // the earliest and the latest, in seconds since midnight
}

// timesOf returns the set of a product of hours, minutes and seconds, none of them empty.
func timesOf(hours uint32, minutes, seconds uint64) times {
	t := times{hours: hours, minutes: minutes, seconds: seconds}
	t.first = lowest(uint64(hours))*3600 + lowest(minutes)*60 + lowest(seconds)
	t.last = highest(uint64(hours))*3600 + highest(minutes)*60 + highest(seconds)
	return t
}

// at returns the set that holds one time of day below 24:00.
func at(t tz.TimeOfDay) times {
	sec := max(0, t.Seconds()) % tz.SecondsPerDay
	return timesOf(1<<(sec/3600), 1<<(sec/60%60), 1<<(sec%60))
}

// next returns the first time that is not before sec, in seconds since midnight: sec lies from the first to the last time.
func (t *times) next(sec int) int {
	h, m, s := sec/3600, sec/60%60, sec%60
	if t.hours>>h&1 != 0 {
		if t.minutes>>m&1 != 0 {
			if w := t.seconds >> s; w != 0 {
				return sec + lowest(w)
			}
		}
		if w := t.minutes >> (m + 1); w != 0 {
			return h*3600 + (m+1+lowest(w))*60 + lowest(t.seconds)
		}
	}
	h += 1 + lowest(uint64(t.hours>>(h+1))) // there is one: sec is not after the last time
	return h*3600 + lowest(t.minutes)*60 + lowest(t.seconds)
}

// prev returns the last time that is not after sec, in seconds since midnight: sec lies from the first to the last time.
func (t *times) prev(sec int) int {
	h, m, s := sec/3600, sec/60%60, sec%60
	if t.hours>>h&1 != 0 {
		if t.minutes>>m&1 != 0 {
			if w := below(t.seconds, s+1); w != 0 {
				return h*3600 + m*60 + highest(w)
			}
		}
		if w := below(t.minutes, m); w != 0 {
			return h*3600 + highest(w)*60 + highest(t.seconds)
		}
	}
	h = highest(below(uint64(t.hours), h)) // there is one: sec is not before the first time
	return h*3600 + highest(t.minutes)*60 + highest(t.seconds)
}

// spacing returns the longest time from one start to the next when every day matches, the step over midnight included.
func (t *times) spacing() int {
	lastMinute, lastSecond := highest(t.minutes), highest(t.seconds)
	firstMinute, firstSecond := lowest(t.minutes), lowest(t.seconds)
	minute := firstSecond - lastSecond                             // what the step into another minute takes, less its minutes
	hour := (firstMinute-lastMinute)*60 + firstSecond - lastSecond // and into another hour, less its hours
	return max(t.first+tz.SecondsPerDay-t.last,
		widest(t.seconds, 1, 0), widest(t.minutes, 60, minute), widest(uint64(t.hours), 3600, hour))
}

// widest returns the longest step from one bit to the next, in units and with extra: 0 where there is one bit alone.
func widest(set uint64, unit, extra int) (longest int) {
	for low := lowest(set); set&(set-1) != 0; {
		set &= set - 1
		longest = max(longest, (lowest(set)-low)*unit+extra)
		low = lowest(set)
	}
	return longest
}

// lowest and highest return the number of the lowest and the highest bit of w, which has one.
func lowest(w uint64) int  { return bits.TrailingZeros64(w) }
func highest(w uint64) int { return bits.Len64(w) - 1 }

// below returns the bits of w whose number is less than n, n <= 64.
func below(w uint64, n int) uint64 { return w & (1<<n - 1) }
