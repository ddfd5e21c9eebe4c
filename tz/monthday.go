package tz

import "time"

// A MonthDay is a day of every year, such as 12-20. 02-29 is one: it comes in leap years only.
//
// The zero MonthDay is none: it prints as the empty text and reports IsZero. Values compare with ==.
type MonthDay struct {
	n uint16 // place in a leap year from 1 to 366; 0 is none
}

// leapYear is the year in which a MonthDay counts its place: any leap year.
const leapYear = 2000

// MonthDayOf returns the day of a month in every year, and whether there is such a day in some year.
func MonthDayOf(month time.Month, day int) (MonthDay, bool) {
	d, ok := DateOf(leapYear, month, day)
	if !ok {
		return MonthDay{}, false
	}
	return MonthDay{uint16(d.Day() - dayOf(leapYear, 1, 1) + 1)}, true
}

// ParseMonthDay reads the form 01-02. The error is an *[Error].
func ParseMonthDay(s string) (MonthDay, error) {
	if len(s) != len("01-02") || s[2] != '-' {
		return MonthDay{}, &Error{Code: Invalid, Input: s, Detail: "a day of every year has the form 01-02 (month, day)"}
	}
	m, ok1 := digits(s[:2])
	d, ok2 := digits(s[3:])
	if !ok1 || !ok2 {
		return MonthDay{}, &Error{Code: Invalid, Input: s, Detail: "a day of every year has the form 01-02 (month, day)"}
	}
	md, ok := MonthDayOf(time.Month(m), d)
	if !ok {
		return MonthDay{}, &Error{Code: OutOfRange, Input: s, Detail: "no year has such a day"}
	}
	return md, nil
}

// MustParseMonthDay is ParseMonthDay for texts known to be right. It panics where ParseMonthDay fails.
func MustParseMonthDay(s string) MonthDay { return must(ParseMonthDay(s)) }

// MonthDay returns the day of the year that d is, the zero MonthDay for the zero Date.
func (d Date) MonthDay() MonthDay {
	_, m, dd := d.Civil()
	md, _ := MonthDayOf(m, dd)
	return md
}

// IsZero reports whether md is none.
func (md MonthDay) IsZero() bool { return md == MonthDay{} }

// Compare returns -1, 0 or +1 as md comes before, is or comes after e in a year.
func (md MonthDay) Compare(e MonthDay) int { return compare(md.n, e.n) }

// In returns the first date in year that is md or, in a common year for 02-29, comes after it: the zero Date where md is none or
// year is not one of 1 to 9999.
func (md MonthDay) In(year int) Date {
	if md.IsZero() || year < MinYear || year > MaxYear {
		return Date{}
	}
	day := dayOf(year, 1, int(md.n))
	const marchFirst = 61
	if md.n >= marchFirst && DaysIn(year, time.February) == 28 {
		day--
	}
	return DateOfDay(day)
}

// LastIn returns the last date in year that is md or, in a common year for 02-29, comes before it.
func (md MonthDay) LastIn(year int) Date {
	d := md.In(year)
	if !d.IsZero() && d.MonthDay() != md {
		return DateOfDay(d.Day() - 1)
	}
	return d
}

// String returns the form 01-02, or the empty text for the zero value.
func (md MonthDay) String() string { return string(md.append(nil)) }

// MarshalText returns the text of String. It never fails.
func (md MonthDay) MarshalText() ([]byte, error) { return md.append(nil), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero value included.
func (md *MonthDay) UnmarshalText(text []byte) error { return unmarshal(md, text, ParseMonthDay) }

func (md MonthDay) append(b []byte) []byte {
	if md.IsZero() {
		return b
	}
	_, m, d := md.In(leapYear).Civil()
	return append2(append(append2(b, int(m)), '-'), d)
}
