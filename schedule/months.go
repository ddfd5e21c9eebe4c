package schedule

import (
	"math/bits"

	"github.com/casement-go/casement/tz"
)

// months matches days by the month they lie in: of every allowed month the days that its type says.
//
// A month's type is its length (28 to 31) and the weekday of its 1st: there are 28, and every rule about days of the month
// and weekdays is a table of 28 words with one bit a day.
type months struct {
	days             [28]uint32 // by type: bit 0 is the 1st
	earliest, latest int8       // no type has a day before the earliest (0 is the 1st) or after the latest (1 is the 1st)

	// The allowed months are either every n-th before and after one, or named ones.
	every modulus
	base  int  // one of them, which lies before all that are asked about
	named bool // only these months of the year in these years count:

	ofYear uint16   // bit 0 is January
	years  *yearSet // nil is every year
}

// allMonths is a set of months of the year that restricts nothing.
const allMonths = 1<<12 - 1

// The months beyond which no search looks, counted as tz.MonthOfDay does: those of the years 1 to 9999 and one more on
// either side, so that days moved by an offset are found.
const (
	firstMonth = 12*tz.MinYear - 1
	lastMonth  = 12*tz.MaxYear + 12
)

// monthsOf returns the rule that days makes of each type of month, given by the month's length and the weekday of its 1st. There are
// no days beyond that length.
func monthsOf(days func(length int, first tz.Weekday) uint32) *months {
	r := new(months)
	r.set(days)
	r.count(0, 1)
	r.name(allMonths, nil)
	return r
}

// set lays the table of days out.
func (r *months) set(days func(length int, first tz.Weekday) uint32) {
	for length := 28; length <= 31; length++ {
		for first := tz.Monday; first <= tz.Sunday; first++ {
			r.days[typeOf(length, first)] = days(length, first)
		}
	}
	var any uint32
	for _, days := range r.days {
		any |= days
	}
	r.earliest, r.latest = int8(bits.TrailingZeros32(any)), int8(bits.Len32(any))
}

// count allows a month and every n-th before and after it.
func (r *months) count(month, n int) {
	r.every, r.base = modulo(n), floorMod(month, n)-n
}

// name allows some months of the year in some years, nil for all.
func (r *months) name(ofYear uint16, years *yearSet) {
	r.ofYear, r.years, r.named = ofYear, years, ofYear != allMonths || years != nil
}

func typeOf(length int, first tz.Weekday) int { return (length-28)*7 + int(first-tz.Monday) }

// in returns which days of a month match, if the month is allowed.
func (r *months) in(n int) uint32 { return r.days[monthAt(n).kind()] }

// next returns the first matching day that is not before day, noDay if there is none.
func (r *months) next(day int) int {
	// A month whose latest day would lie before day is over, and so are those before it.
	over := monthOf(day - int(r.latest))
	for n := r.allowedFrom(over + 1); n <= lastMonth; n = r.allowedFrom(n + 1) {
		m := monthAt(n)
		skip := max(0, day-m.first()) // days of the month that lie before day
		if days := r.days[m.kind()] >> uint(skip); days != 0 {
			return m.first() + skip + bits.TrailingZeros32(days)
		}
	}
	return noDay
}

// prev returns the last matching day that is not after day, -noDay if there is none.
func (r *months) prev(day int) int {
	// A month whose earliest day would lie after day is still to come, and so are those after it.
	begun := monthOf(day - int(r.earliest))
	for n := r.allowedUpTo(begun); n >= firstMonth; n = r.allowedUpTo(n - 1) {
		m := monthAt(n)
		upTo := min(day-m.first(), 30) // the last day of the month that does not lie after day, from 0
		if days := r.days[m.kind()] & (2<<uint(upTo) - 1); days != 0 {
			return m.first() + bits.Len32(days) - 1
		}
	}
	return -noDay
}

// allowedFrom returns the first allowed month that is not before n.
func (r *months) allowedFrom(n int) int {
	if r.named {
		return r.namedFrom(n)
	}
	n += int(r.every.n) - 1
	return n - r.every.of(n-r.base)
}

// namedFrom is allowedFrom where months are named: a month after lastMonth where there is none.
func (r *months) namedFrom(n int) int {
	if r.years == nil {
		return r.ofYearFrom(n)
	}
	for {
		year, ok := r.years.from(n / 12)
		if !ok {
			return lastMonth + 1
		}
		n = r.ofYearFrom(max(n, 12*year))
		if n < 12*(year+1) {
			return n
		}
	}
}

// ofYearFrom returns the first month of ofYear that is not before n.
func (r *months) ofYearFrom(n int) int {
	twoYears := uint32(r.ofYear)<<12 | uint32(r.ofYear)
	return n + bits.TrailingZeros32(twoYears>>monthOfYear(n))
}

// allowedUpTo returns the last allowed month that is not after n.
func (r *months) allowedUpTo(n int) int {
	if r.named {
		return r.namedUpTo(n)
	}
	return n - r.every.of(n-r.base)
}

// namedUpTo is allowedUpTo where months are named: a month before firstMonth where there is none.
func (r *months) namedUpTo(n int) int {
	if r.years == nil {
		return r.ofYearUpTo(n)
	}
	for {
		year, ok := r.years.upTo(n / 12)
		if !ok {
			return firstMonth - 1
		}
		n = r.ofYearUpTo(min(n, 12*year+11))
		if n >= 12*year {
			return n
		}
	}
}

// ofYearUpTo returns the last month of ofYear that is not after n.
func (r *months) ofYearUpTo(n int) int {
	twoYears := uint32(r.ofYear)<<12 | uint32(r.ofYear)
	last := monthOfYear(n) + 12
	return n - last + bits.Len32(twoYears&(2<<last-1)) - 1
}

// monthOfYear returns the place of a month in its year: 0 is January.
func monthOfYear(n int) int { return int(uint32(n) % 12) }

// never reports whether no month ever has a matching day. The calendar repeats after 400 years, 4,800 months; intervals
// visit at most as many different ones, so that trying that many settles it. Where every month of some of the year is allowed
// that need not be walked: in 400 years each begins on each weekday, and so does February in the leap years among them.
// Listed years are tried one by one.
func (r *months) never() bool {
	const cycle = 4800
	if r.years != nil {
		return r.next(tz.MinDay) == noDay
	}
	if r.every.n == 1 {
		return r.days28()&r.ofYear == 0
	}
	m := r.base
	for range cycle {
		if r.in(firstMonth+floorMod(m-firstMonth, cycle)) != 0 {
			return false
		}
		m = r.allowedFrom(m + 1)
	}
	return true
}

// days28 returns the months of the year that have a matching day in some year.
func (r *months) days28() (ofYear uint16) {
	var any [4]uint32 // by length
	for t, days := range r.days {
		any[t/7] |= days
	}
	const short, long = 1<<3 | 1<<5 | 1<<8 | 1<<10, 1 | 1<<2 | 1<<4 | 1<<6 | 1<<7 | 1<<9 | 1<<11
	if any[0]|any[1] != 0 {
		ofYear = 1 << 1
	}
	if any[2] != 0 {
		ofYear |= short
	}
	if any[3] != 0 {
		ofYear |= long
	}
	return ofYear
}

// week returns the days of the week that match in the allowed years, none if anything else than the day of the week counts in them.
func (r *months) week() tz.Weekdays {
	if r.every.n != 1 || r.ofYear != allMonths {
		return 0
	}
	week := dowSet{every: tz.Weekdays(r.days[typeOf(31, tz.Monday)]) & tz.EveryDay}
	for length := 28; length <= 31; length++ {
		for first := tz.Monday; first <= tz.Sunday; first++ {
			if r.days[typeOf(length, first)] != week.in(length, first) {
				return 0
			}
		}
	}
	return week.every
}
