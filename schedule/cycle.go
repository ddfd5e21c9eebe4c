package schedule

import (
	"math/bits"

	"github.com/casement-go/casement/tz"
)

// A cycle matches some of the first seven days of every period days, counted from base in both directions: every n days
// (one day of n) and every n weeks (some days of the first week of 7n).
//
//	base                        base+period
//	 ┃·X·X···┊··············┃·X·X···┊··············┃
//	 ┗ week ┛
type cycle struct {
	base, period int   // base lies before all days, so that no division sees a negative number
	week         uint8 // which of the first seven days; never empty
}

// newCycle returns the cycle of period days that has a beginning at day.
func newCycle(day, period int, week uint8) *cycle {
	const past = tz.MinDay - 1000 // before every day that is asked about
	return &cycle{base: past - period + floorMod(day-past, period), period: period, week: week}
}

// place returns where day lies in its cycle.
func (c *cycle) place(day int) int { return int(uint32(day-c.base) % uint32(c.period)) }

func (c *cycle) next(day int) (int, bool) {
	pos := c.place(day)
	if pos < 7 {
		if w := c.week >> pos; w != 0 {
			return day + bits.TrailingZeros8(w), true
		}
	}
	return day - pos + c.period + bits.TrailingZeros8(c.week), true
}

func (c *cycle) prev(day int) (int, bool) {
	pos := c.place(day)
	if w := c.week & (2<<min(pos, 7) - 1); w != 0 {
		return day - pos + bits.Len8(w) - 1, true
	}
	return day - pos - c.period + bits.Len8(c.week) - 1, true
}

func (c *cycle) everyDay() bool { return bits.OnesCount8(c.week) == c.period }

// floorMod returns a modulo n in [0, n), for n > 0.
func floorMod(a, n int) int {
	m := a % n
	if m < 0 {
		m += n
	}
	return m
}
