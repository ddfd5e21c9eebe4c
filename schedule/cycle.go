package schedule

import (
	"math/bits"

	"github.com/casement-go/casement/tz"
)

// A cycle matches some days of a week in every period of days: every n days (one day of n) and every n weeks (some days of a week
// of 7n). It is counted from a matching day in both directions:
//
//	base                    base+period
//	 ┃X·X·X··┊··············┃X·X·X··┊··············┃
//	 ┗ week ━┛
type cycle struct {
	period modulus
	base   int32 // a matching day before all days, so that nothing negative is divided
	week   uint8 // which days from base on match: bit 0 is base
}

// newCycle returns the cycle of period days that has a beginning at day and matches some of the first seven days from it, at
// least one.
func newCycle(day, period int, week uint8) cycle {
	const past = tz.MinDay - 1000 // before every day that is asked about
	first := bits.TrailingZeros8(week)
	base := past - period + floorMod(day+first-past, period)
	return cycle{period: modulo(period), base: int32(base), week: week >> first}
}

// next returns the first matching day that is not before day.
func (c *cycle) next(day int) int {
	place := c.period.of(day - int(c.base))
	wait := int(c.period.n) - place // until the next period, which begins with a match
	if rest := c.week >> place; rest != 0 {
		wait = bits.TrailingZeros8(rest)
	}
	return day + wait
}

// prev returns the last matching day that is not after day.
func (c *cycle) prev(day int) int {
	place := c.period.of(day - int(c.base))
	return day - place + bits.Len8(c.week&(2<<min(place, 7)-1)) - 1 // bit 0 is left in any case
}

// everyDay reports whether every day matches.
func (c *cycle) everyDay() bool { return bits.OnesCount8(c.week) == int(c.period.n) }
