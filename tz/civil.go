package tz

import "time"

// Civil arithmetic: days counted from 1970-01-01 to and from year, month and day, and the same for whole months. All of it
// is exact for every int that fits a Date by far (the calendar is proleptic, years may be negative here).
//
// The formulas are those of C. Neri and L. Schneider, "Euclidean affine functions and their application to calendar
// algorithms", Software: Practice and Experience 53(4), 2023. They count from 1 March of a year far in the past, so that
// the leap day is the last of its year and a division never sees a negative number.
const (
	cycleDays = 146097      // days in the 400 years after which the calendar repeats, a whole number of weeks
	shift     = 82          // how many such cycles the count is moved into the past: 32,800 years
	yearShift = 400 * shift // the same in years
	dayShift  = 719468 + cycleDays*shift
)

// civilOf returns year, month (1-12) and day of the month (1-31) of a day.
func civilOf(day int) (year, month, dom int) {
	n := uint32(day + dayShift) // days since 1 March of year -yearShift

	n1 := 4*n + 3 // quarter days: a century has 146097 of them, less the fraction that the division drops
	century := n1 / cycleDays
	n2 := uint64(n1%cycleDays | 3) // quarter days of the century

	p := 2939745 * n2 // 2939745 = floor(2^32/1461)+1: the high word is the year of the century
	yoc := uint32(p >> 32)
	doy := uint32(p) / 2939745 / 4 // day of the year, 1 March = 0

	n3 := 2141*doy + 197913 // the high half is the month (3-14), the low half the day in 1/2141
	month = int(n3 >> 16)
	dom = int(n3&0xffff)/2141 + 1
	year = int(100*century+yoc) - yearShift
	if doy >= 306 { // January and February belong to the next year
		month -= 12
		year++
	}
	return year, month, dom
}

// dayOf returns the day of a year, a month (1-12) and a day of the month. It does not check them: dom may be any number
// and is simply added.
func dayOf(year, month, dom int) int {
	return FirstOfMonth(12*year+month-1) + dom - 1
}

// MonthOfDay returns the month that day (counted from 1970-01-01) lies in, and the day of the month from 1. Months are
// counted from January of year 0: 12*year + month - 1.
func MonthOfDay(day int) (month, dom int) {
	y, m, d := civilOf(day)
	return 12*y + m - 1, d
}

// FirstOfMonth returns the day (counted from 1970-01-01) on which a month (counted as MonthOfDay does) begins.
func FirstOfMonth(month int) int {
	x := uint32(month - 2 + 12*yearShift) // months since March of year -yearShift
	y, m := x/12, x%12+3
	c := y / 100
	return int(1461*y/4-c+c/4+(979*m-2919)/32) - dayShift
}

// DaysIn returns how many days a month of a year has.
func DaysIn(year int, month time.Month) int {
	m := 12*year + int(month) - 1
	return FirstOfMonth(m+1) - FirstOfMonth(m)
}
