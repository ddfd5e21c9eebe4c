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
	days [28]uint32 // by type: bit 0 is the 1st

	base, every int      // month base and every n-th before and after it are allowed ...
	ofYear      uint16   // ... that are also one of these months of the year: bit 0 is January ...
	years       *yearSet // ... in one of these years; nil is every year
}

// allMonths is a set of months of the year that restricts nothing.
const allMonths = 1<<12 - 1

// The months beyond which no search looks, counted as tz.MonthOfDay does: those of the years 1 to 9999 and one more on
// either side, so that days moved by an offset are found.
const (
	firstMonth = 12*tz.MinYear - 1
	lastMonth  = 12*tz.MaxYear + 12
)

// monthsOf returns the rule that days makes of each type of month, given by the month's length and the weekday of its 1st.
func monthsOf(days func(length int, first tz.Weekday) uint32) *months {
	r := &months{every: 1, ofYear: allMonths}
	r.set(days)
	return r
}

// set lays the table of days out.
func (r *months) set(days func(length int, first tz.Weekday) uint32) {
	for length := 28; length <= 31; length++ {
		for first := tz.Monday; first <= tz.Sunday; first++ {
			r.days[typeOf(length, first)] = days(length, first) & (1<<length - 1)
		}
	}
}

func typeOf(length int, first tz.Weekday) int { return (length-28)*7 + int(first-tz.Monday) }

// in returns the first day of a month, and which of its days match.
func (r *months) in(month int) (first int, days uint32) {
	first = tz.FirstOfMonth(month)
	length := tz.FirstOfMonth(month+1) - first
	return first, r.days[typeOf(length, tz.WeekdayOfDay(first))]
}

func (r *months) next(day int) (int, bool) {
	month, dom := tz.MonthOfDay(day)
	skip := dom - 1 // days of the month that lie before day
	for m := r.allowedFrom(month); m <= lastMonth; m = r.allowedFrom(m + 1) {
		if m != month {
			skip = 0
		}
		if first, days := r.in(m); days>>skip != 0 {
			return first + skip + bits.TrailingZeros32(days>>skip), true
		}
	}
	return 0, false
}

func (r *months) prev(day int) (int, bool) {
	month, dom := tz.MonthOfDay(day)
	upTo := uint32(1<<dom - 1) // the days of the month that do not lie after day
	for m := r.allowedUpTo(month); m >= firstMonth; m = r.allowedUpTo(m - 1) {
		if m != month {
			upTo = 1<<31 - 1
		}
		if first, days := r.in(m); days&upTo != 0 {
			return first + bits.Len32(days&upTo) - 1, true
		}
	}
	return 0, false
}

// allowedFrom returns the first allowed month that is not before month.
func (r *months) allowedFrom(month int) int {
	if r.every > 1 {
		return month + floorMod(r.base-month, r.every)
	}
	if r.years != nil {
		return r.listedFrom(month)
	}
	if r.ofYear == allMonths {
		return month
	}
	return r.ofYearFrom(month)
}

// ofYearFrom returns the first month of ofYear that is not before month.
func (r *months) ofYearFrom(month int) int {
	twoYears := uint32(r.ofYear)<<12 | uint32(r.ofYear)
	return month + bits.TrailingZeros32(twoYears>>floorMod(month, 12))
}

// listedFrom is allowedFrom where the years are listed: a month after lastMonth where there is none.
func (r *months) listedFrom(month int) int {
	for {
		year, ok := r.years.from(month / 12)
		if !ok {
			return lastMonth + 1
		}
		month = r.ofYearFrom(max(month, 12*year))
		if month < 12*(year+1) {
			return month
		}
	}
}

// allowedUpTo returns the last allowed month that is not after month.
func (r *months) allowedUpTo(month int) int {
	if r.every > 1 {
		return month - floorMod(month-r.base, r.every)
	}
	if r.years != nil {
		return r.listedUpTo(month)
	}
	if r.ofYear == allMonths {
		return month
	}
	return r.ofYearUpTo(month)
}

// ofYearUpTo returns the last month of ofYear that is not after month.
func (r *months) ofYearUpTo(month int) int {
	twoYears := uint32(r.ofYear)<<12 | uint32(r.ofYear)
	ofYear := floorMod(month, 12) + 12
	return month - ofYear + bits.Len32(twoYears&(2<<ofYear-1)) - 1
}

// listedUpTo is allowedUpTo where the years are listed: a month before firstMonth where there is none.
func (r *months) listedUpTo(month int) int {
	for {
		year, ok := r.years.upTo(month / 12)
		if !ok {
			return firstMonth - 1
		}
		month = r.ofYearUpTo(min(month, 12*year+11))
		if month >= 12*year {
			return month
		}
	}
}

// never reports whether no month ever has a matching day. The calendar repeats after 400 years, 4,800 months; intervals
// visit at most as many different ones, so that trying that many settles it. Where every month of some of the year is allowed
// that need not be walked: in 400 years each begins on each weekday, and so does February in the leap years among them.
// Listed years are tried one by one.
func (r *months) never() bool {
	const cycle = 4800
	if r.years != nil {
		_, ok := r.next(tz.MinDay)
		return !ok
	}
	if r.every == 1 {
		return r.days28()&r.ofYear == 0
	}
	m := r.allowedFrom(r.base)
	for range cycle {
		if _, days := r.in(firstMonth + floorMod(m-firstMonth, cycle)); days != 0 {
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
	const short, long = 1<<3 | 1<<5 | 1<<8 | 1<<10, 1<<0 | 1<<2 | 1<<4 | 1<<6 | 1<<7 | 1<<9 | 1<<11
	if any[0]|any[1] != 0 {
		ofYear |= 1 << 1
	}
	if any[2] != 0 {
		ofYear |= short
	}
	if any[3] != 0 {
		ofYear |= long
	}
	return ofYear
}

// everyDay reports whether every day matches.
func (r *months) everyDay() bool { return r.years == nil && r.everyDayOfYears() }

// everyDayOfYears reports whether every day of the allowed years matches.
func (r *months) everyDayOfYears() bool {
	if r.every > 1 || r.ofYear != allMonths {
		return false
	}
	for length := 28; length <= 31; length++ {
		for first := tz.Monday; first <= tz.Sunday; first++ {
			if r.days[typeOf(length, first)] != 1<<length-1 {
				return false
			}
		}
	}
	return true
}

// shifted matches the days that lie offset days after those of a rule, or before if offset is negative.
type shifted struct {
	rule   dayRule
	offset int
}

func (s shifted) next(day int) (int, bool) {
	d, ok := s.rule.next(day - s.offset)
	return d + s.offset, ok
}

func (s shifted) prev(day int) (int, bool) {
	d, ok := s.rule.prev(day - s.offset)
	return d + s.offset, ok
}
