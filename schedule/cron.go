package schedule

import (
	"github.com/casement-go/casement/tz"
)

// A Cron is a parsed cron expression. Five fields are minute, hour, day of month, month and day of week; a sixth in front of
// them is the second, a seventh behind them the year.
//
// The default grammar is that of OCPS 1.4 (the Open Cron Pattern Specification), and a little more:
//
//	field          values                   also
//	second         0-59
//	minute         0-59
//	hour           0-23
//	day of month   1-31                     L (last day)  L-3 (third before it)  15W (nearest Monday-Friday)  LW (last of those)  ?
//	month          1-12, JAN-DEC
//	day of week    0-7, SUN-SAT             FRI#2 (second Friday)  5L or 5#L (last Friday)  +... (see below)  ?
//	year           1970-2199
//
// A field is a list, separated by commas, of * (every value), values, ranges (1-5, and FRI-MON round the end), steps (*/15,
// 8-18/2, and 5/10 for 5-59/10) and the forms of the last column; ? stands alone. 0 and 7 are both Sunday. Letters may have
// either case. A list has at most 64 items, an expression 1024 bytes. In the place of all fields stand also @hourly, @daily or
// @midnight, @weekly, @monthly, @yearly or @annually, and @reboot, which is no time at all: it is never.
//
// Where day of month and day of week are both restricted, either one matches; with a + in front of the day of week, both
// must. A field restricts unless its text is * or ?. A month without the day that 31, 30W, L-30 or FRI#5 ask for is passed
// over. A year of * is every year, also before 1970 and after 2199.
//
// Where the hour field begins with *, the schedule follows the real clock: what falls into a gap of the wall clock does not
// happen and what falls into an overlap happens twice. Otherwise the options of [Schedule.In] decide.
//
// A [CronDialect] changes the grammar and these rules.
//
// A Cron is immutable and safe for concurrent use. The zero Cron is not valid: it does not compile.
//
// # Cost
//
// Reading takes time in proportion to the text, 64 items of at most 230 values in each of 7 fields, and a fixed part for 28
// types of month. Whether a day ever comes is decided then. Finding an occurrence looks at no more than 480 allowed months, as
// the longest wait in the calendar is 40 years (a 29 February that is a certain weekday, across 2100). Only where a zone skips
// every occurrence from some year on, as one that is always in the gap and moves nowhere, a search goes to the end of the
// calendar, the year 9999: tens of milliseconds.
type Cron struct {
	source  string
	dialect CronDialect
	zone    string // of a prefix that was read

	times   times
	doms    domSet
	dows    dowSet
	both    bool // day of month and day of week must both match, though both are restricted
	starred fieldSet
	reboot  bool // @reboot: no time at all

	days  months // what the day fields, the months and the years come to
	never bool
}

// maxCron is the longest expression that is read, in bytes, and maxCronItems the longest list.
const (
	maxCron      = 1024
	maxCronItems = 64
)

// CronOptions say how a cron expression is read. The zero CronOptions read what ParseCron reads.
type CronOptions struct {
	Dialect CronDialect

	// Key is what the letter H of the dialect Jenkins is drawn from: the name of the job, say. The same key always gives the
	// same times. Each field has a draw of its own:
	//
	//	h = FNV-1a, 64 bits, of the bytes of Key and one byte more: 0 in the minute field, 1 hour, 2 day of month,
	//	    3 month, 4 day of week; then h ^= h>>33, h *= 0xff51afd7ed558ccd, h ^= h>>33, h *= 0xc4ceb9fe1a85ec53, h ^= h>>33
	//	H and H(a-b)        the value a + h mod (b-a+1)
	//	H/n and H(a-b)/n    every n-th value from a + h mod min(n, b-a+1) up to b
	//
	// A plain H draws from the whole field, except that the day of month is 1-28 and the day of week 0-6.
	Key string

	// ZonePrefix reads an expression with TZ=Name or CRON_TZ=Name in front of it, for [Cron.ZoneName] to tell. Otherwise
	// such a prefix is an error.
	ZonePrefix bool
}

// ParseCron reads a cron expression of the default dialect. The error is an *[tz.Error] with the byte at which the text goes
// wrong. No text makes it panic.
//
// An expression whose day never comes (30 February) is read all the same: [Cron.Never] tells.
func ParseCron(text string) (*Cron, error) { return CronOptions{}.Parse(text) }

// Parse reads a cron expression as ParseCron does, by these options.
func (o CronOptions) Parse(text string) (*Cron, error) {
	if o.Dialect >= CronDialect(len(dialects)) {
		return nil, &tz.Error{Code: tz.Invalid, Input: text, Detail: "this is read in no known cron dialect"}
	}
	if len(text) > maxCron {
		return nil, &tz.Error{Code: tz.TooLarge, Input: text, Detail: "a cron expression has at most 1024 bytes"}
	}
	p := &cronParser{text: text, options: o, dialect: &dialects[o.Dialect]}
	if o.Key != "" && !p.allows(hashed) {
		return nil, &tz.Error{Code: tz.Conflict, Input: text, Detail: "a key has a meaning in the dialect Jenkins only: leave it out"}
	}
	c := p.expression()
	if p.err != nil {
		return nil, p.err
	}
	p.finish(c)
	c.source, c.dialect = text, o.Dialect
	return c, nil
}

// MustParseCron is ParseCron for expressions known to be right, in tests and examples. It panics where ParseCron fails.
func MustParseCron(text string) *Cron { return CronOptions{}.MustParse(text) }

// MustParse is Parse for expressions known to be right. It panics where Parse fails.
func (o CronOptions) MustParse(text string) *Cron {
	c, err := o.Parse(text)
	if err != nil {
		panic(err)
	}
	return c
}

// Source returns the text that was parsed, as it was spelled.
func (c *Cron) Source() string { return c.source }

// Dialect returns the dialect that c was read in.
func (c *Cron) Dialect() CronDialect { return c.dialect }

// ZoneName returns the name behind TZ= or CRON_TZ= in front of the expression: empty where there was none. It is a
// well-formed name, of a zone that may not exist.
func (c *Cron) ZoneName() string { return c.zone }

// Never reports whether the expression provably has no occurrence: 30 February, a 29 February in common years alone.
func (c *Cron) Never() bool { return c.never }

// FollowsRealClock reports whether the expression follows the real clock: see [Cron] and [CronDialect].
func (c *Cron) FollowsRealClock() bool {
	return c.starred&dialects[c.dialect].realClock != 0
}

// Equal reports whether c and d mean the same, however they are spelled: they have the same written times and the same
// rules at a change of offset.
func (c *Cron) Equal(d *Cron) bool {
	if c == nil || d == nil {
		return c == d
	}
	g, h := &dialects[c.dialect], &dialects[d.dialect]
	same := c.times == d.times && c.never == d.never && c.reboot == d.reboot && c.zone == d.zone &&
		c.days.days == d.days.days && c.days.ofYear == d.days.ofYear && equalYears(c.days.years, d.days.years)
	return same && c.FollowsRealClock() == d.FollowsRealClock() &&
		(c.FollowsRealClock() || g.gap == h.gap && g.overlap == h.overlap && g.longestGap == h.longestGap)
}

// In places the expression in a zone, by the rules that its dialect has for gaps and overlaps. The result has the methods
// Next and Prev that schedulers take. For other rules, or dates to start and to end, compile a [Spec].
func (c *Cron) In(zone tz.Zone) *Placed {
	s, err := Compile(Spec{Rule: c})
	if err != nil { // the zero Cron: it never comes
		s = &Schedule{days: days{never: true}, first: tz.MaxDay, last: tz.MinDay}
	}
	return s.in(zone, s.gap, s.overlap)
}

func (c *Cron) compile(s Spec) (days, times, error) {
	if c == nil || c.source == "" {
		return days{}, times{}, &tz.Error{Code: tz.Missing, Path: "schedule.cron", Detail: "a cron expression is required, such as 0 2 * * MON-FRI"}
	}
	if err := s.noAnchor("cron"); err != nil {
		return days{}, times{}, err
	}
	return days{months: &c.days, never: c.never}, c.times, nil
}

// on returns the matching days of a type of month.
func (c *Cron) on(length int, first tz.Weekday) uint32 {
	dom, dow := c.doms.in(length, first), c.dows.in(length, first)
	if c.both || c.doms.free || c.dows.free {
		return dom & dow
	}
	return dom | dow
}
