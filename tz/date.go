package tz

import (
	"time"
)

// The first and the last year of the calendar this package works with (proleptic Gregorian).
const (
	MinYear = 1
	MaxYear = 9999
)

// A Date is a day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31, without a zone.
//
// The zero Date is no date: it prints as the empty text, comes before every date and reports IsZero. Dates compare with
// == and work as map keys.
type Date struct {
	n int32 // days since 0000-12-31, so that 0001-01-01 is 1 and the zero value is free to mean none
}

// dayZero is the Day of the (absent) date with n = 0: 0000-12-31, counted from 1970-01-01.
const dayZero = -719163

// The days, counted from 1970-01-01, of the first and the last Date.
const (
	MinDay = dayZero + 1
	MaxDay = 2932896
)

// DateOf returns the date of a year, a month and a day of the month, and whether there is such a date.
func DateOf(year int, month time.Month, day int) (Date, bool) {
	if year < MinYear || year > MaxYear || month < 1 || month > 12 || day < 1 || day > DaysIn(year, month) {
		return Date{}, false
	}
	return DateOfDay(dayOf(year, int(month), day)), true
}

// DateOfDay returns the date that lies day days after 1970-01-01, or the zero Date if that is not in years 1 to 9999.
func DateOfDay(day int) Date {
	if day < MinDay || day > MaxDay {
		return Date{}
	}
	return Date{int32(day - dayZero)}
}

// ParseDate reads a date of the form 2006-01-02, four digits for the year. The error is an *[Error].
func ParseDate(s string) (Date, error) {
	if len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' {
		return Date{}, &Error{Code: Invalid, Input: s, Detail: "a date has the form 2006-01-02"}
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:])
	if !ok1 || !ok2 || !ok3 {
		return Date{}, &Error{Code: Invalid, Input: s, Detail: "a date has the form 2006-01-02"}
	}
	date, ok := DateOf(y, time.Month(m), d)
	if !ok {
		return Date{}, &Error{Code: OutOfRange, Input: s, Detail: "there is no such date in the years 0001 to 9999"}
	}
	return date, nil
}

// MustParseDate is ParseDate for texts known to be right, in tests and constants. It panics where ParseDate fails.
func MustParseDate(s string) Date { return must(ParseDate(s)) }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Day returns how many days after 1970-01-01 d lies: 0 is that day, -1 the one before.
func (d Date) Day() int { return int(d.n) + dayZero }

// Civil returns year, month and day of the month. The zero Date yields 0, 0, 0.
func (d Date) Civil() (year int, month time.Month, day int) {
	if d.IsZero() {
		return 0, 0, 0
	}
	y, m, dd := civilOf(d.Day())
	return y, time.Month(m), dd
}

// Weekday returns the day of the week. Of the zero Date it has no meaning.
func (d Date) Weekday() Weekday { return WeekdayOfDay(d.Day()) }

// Add returns the date n days later, or earlier if n is negative: the zero Date where d is one or the result would not
// lie in years 1 to 9999.
func (d Date) Add(n int) Date {
	if d.IsZero() || n > MaxDay-MinDay || n < MinDay-MaxDay {
		return Date{}
	}
	return DateOfDay(d.Day() + n)
}

// At returns the date-time of d at t.
func (d Date) At(t TimeOfDay) DateTime { return DateTime{Date: d, Time: t} }

// Compare returns -1, 0 or +1 as d is earlier than, equal to or later than e.
func (d Date) Compare(e Date) int { return compare(d.n, e.n) }

// String returns the form 2006-01-02, or the empty text for the zero Date.
func (d Date) String() string { return string(d.append(nil)) }

// MarshalText returns the text of String. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.append(nil), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero Date included.
func (d *Date) UnmarshalText(text []byte) error { return unmarshal(d, text, ParseDate) }

func (d Date) append(b []byte) []byte {
	if d.IsZero() {
		return b
	}
	y, m, dd := d.Civil()
	return append2(append(append2(append(append2(append2(b, y/100), y%100), '-'), int(m)), '-'), dd)
}
