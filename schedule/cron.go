package schedule

import (
	"github.com/casement-go/casement/tz"
)

// A Cron is a parsed cron expression: minute, hour, day of month, month, day of week.
//
// The grammar is that of OCPS 1.4 (the Open Cron Pattern Specification) for five fields, and a little more:
//
//	field          values                   also
//	minute         0-59
//	hour           0-23
//	day of month   1-31                     L (last day)  L-3 (third before it)  15W (nearest Monday-Friday)  LW (last of those)  ?
//	month          1-12, JAN-DEC
//	day of week    0-7, SUN-SAT             FRI#2 (second Friday)  5L or 5#L (last Friday)  +... (see below)  ?
//
// A field is * (every value) or a list, separated by commas, of values, ranges (1-5, and FRI-MON round the end), steps (*/15,
// 8-18/2, and 5/10 for 5-59/10). 0 and 7 are both Sunday. Letters may have either case. In the place of five fields stand
// also @hourly, @daily or @midnight, @weekly, @monthly, @yearly or @annually.
//
// Where day of month and day of week are both restricted, either one matches; with a + in front of the day of week, both
// must. A field restricts unless its text is * or ?.
//
// Where the hour field begins with *, the schedule follows the real clock: what falls into a gap of the wall clock does not
// happen and what falls into an overlap happens twice. Otherwise the options of [Schedule.In] decide.
//
// A Cron is immutable and safe for concurrent use.
type Cron struct {
	text      string
	times     times
	months    uint16 // bit 0 is January
	doms      domSet
	dows      dowSet
	both      bool // day of month and day of week must both match, rather than either
	realClock bool
}

// maxCron is the longest expression that is read, in bytes.
const maxCron = 1024

// ParseCron reads a cron expression. The error is an *[tz.Error] with the byte at which the text goes wrong.
//
// An expression whose day never comes (30 February) is read all the same: the schedule made of it says [Schedule.Never].
func ParseCron(text string) (*Cron, error) {
	if len(text) > maxCron {
		return nil, &tz.Error{Code: tz.TooLarge, Input: text, Detail: "a cron expression has at most 1024 bytes"}
	}
	p := &cronParser{text: text}
	c := p.expression()
	if p.err != nil {
		return nil, p.err
	}
	c.text = text
	return c, nil
}

// MustParseCron is ParseCron for expressions known to be right, in tests and examples. It panics where ParseCron fails.
func MustParseCron(text string) *Cron {
	c, err := ParseCron(text)
	if err != nil {
		panic(err)
	}
	return c
}

// String returns the text that was parsed.
func (c *Cron) String() string { return c.text }

// FollowsRealClock reports whether the hour field begins with *: see [Cron].
func (c *Cron) FollowsRealClock() bool { return c.realClock }

func (c *Cron) compile(s Spec) (dayRule, times, error) {
	if err := s.noAnchor("cron"); err != nil {
		return nil, times{}, err
	}
	days := monthsOf(c.days)
	days.ofYear = c.months
	if days.never() {
		return nil, c.times, nil
	}
	return days, c.times, nil
}

// days returns the matching days of a type of month.
func (c *Cron) days(length int, first tz.Weekday) uint32 {
	dom, dow := c.doms.in(length, first), c.dows.in(length, first)
	switch {
	case !c.dows.restricted:
		return dom
	case !c.doms.restricted:
		return dow
	case c.both:
		return dom & dow
	}
	return dom | dow
}

// A domSet is what a day-of-month field says.
type domSet struct {
	restricted bool
	days       uint32 // by number: bit 0 is the 1st
	fromLast   uint32 // L, L-1, ...: bit n is the day n days before the last
	nearest    uint32 // nW: bit n-1 is the Monday-Friday nearest to the n-th
	lastWork   bool   // LW: the last Monday-Friday
}

func (s *domSet) in(length int, first tz.Weekday) uint32 {
	days := s.days
	for n := range length {
		if s.fromLast>>n&1 != 0 {
			days |= 1 << (length - 1 - n)
		}
		if s.nearest>>n&1 != 0 {
			days |= 1 << (nearestWork(n+1, length, first) - 1)
		}
	}
	if s.lastWork {
		days |= 1 << (nearestWork(length, length, first) - 1)
	}
	return days & (1<<length - 1)
}

// nearestWork returns the Monday-Friday of a month that is nearest to a day of it.
func nearestWork(day, length int, first tz.Weekday) int {
	switch weekday := tz.Monday + tz.Weekday(floorMod(int(first-tz.Monday)+day-1, 7)); {
	case weekday == tz.Saturday && day == 1:
		return day + 2
	case weekday == tz.Saturday:
		return day - 1
	case weekday == tz.Sunday && day == length:
		return day - 2
	case weekday == tz.Sunday:
		return day + 1
	}
	return day
}

// A dowSet is what a day-of-week field says.
type dowSet struct {
	restricted bool
	every      tz.Weekdays       // of every week
	nth        [Last]tz.Weekdays // nth[First-1] ... nth[Last-1]: only that one of the month
}

func (s *dowSet) in(length int, first tz.Weekday) uint32 {
	var days uint32
	for d := tz.Monday; d <= tz.Sunday; d++ {
		for n := First; n <= Last; n++ {
			if s.every.Has(d) || s.nth[n-1].Has(d) {
				days |= nthWeekday(length, first, d, n)
			}
		}
	}
	return days
}
