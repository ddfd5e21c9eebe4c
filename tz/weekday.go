package tz

import (
	"math/bits"
	"strconv"
	"strings"
	"time"
)

// A Weekday is a day of the week, numbered as ISO 8601 does: Monday is 1, Sunday 7. The zero Weekday is none.
type Weekday uint8

// The days of the week.
const (
	Monday Weekday = 1 + iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// WeekdayOfDay returns the weekday of the day counted from 1970-01-01, a Thursday.
func WeekdayOfDay(day int) Weekday {
	const bias = 7 * 1_000_000 // keeps the dividend positive for every Date
	return Monday + Weekday(uint32(day+bias+int(Thursday-Monday))%7)
}

// ParseWeekday reads a full English name, in this exact case: Monday ... Sunday. The error is an *[Error].
func ParseWeekday(s string) (Weekday, error) {
	detail := "a weekday is one of Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"
	for d := Monday; d <= Sunday; d++ {
		if s == d.String() {
			return d, nil
		}
		if strings.EqualFold(s, d.String()) || strings.EqualFold(s, d.String()[:3]) {
			detail = "write " + d.String()
		}
	}
	return 0, &Error{Code: Invalid, Input: s, Detail: detail}
}

// MustParseWeekday is ParseWeekday for texts known to be right. It panics where ParseWeekday fails.
func MustParseWeekday(s string) Weekday { return must(ParseWeekday(s)) }

// IsZero reports whether d is none.
func (d Weekday) IsZero() bool { return d == 0 }

// String returns the English name, or the empty text for the zero value.
func (d Weekday) String() string {
	switch {
	case d == 0:
		return ""
	case d > Sunday:
		return "Weekday(" + strconv.Itoa(int(d)) + ")"
	}
	return time.Weekday(d % 7).String()
}

// MarshalText returns the text of String. It never fails.
func (d Weekday) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes, the empty text for the zero value included.
func (d *Weekday) UnmarshalText(text []byte) error { return unmarshal(d, text, ParseWeekday) }

// Weekdays is a set of days of the week: bit 0 is Monday, bit 6 Sunday. The zero value is the empty set.
type Weekdays uint8

// EveryDay is the set of all seven weekdays.
const EveryDay Weekdays = 1<<7 - 1

// WeekdaysOf returns the set of days. Zero and invalid ones are left out.
func WeekdaysOf(days ...Weekday) Weekdays {
	var s Weekdays
	for _, d := range days {
		if Monday <= d && d <= Sunday {
			s |= 1 << (d - Monday)
		}
	}
	return s
}

// Has reports whether d is in the set.
func (s Weekdays) Has(d Weekday) bool { return d >= Monday && s>>(d-Monday)&1 != 0 }

// Len returns how many days are in the set.
func (s Weekdays) Len() int { return bits.OnesCount8(uint8(s & EveryDay)) }

// String returns the names in the order of the week from Monday, separated by commas.
func (s Weekdays) String() string {
	var names []string
	for d := Monday; d <= Sunday; d++ {
		if s.Has(d) {
			names = append(names, d.String())
		}
	}
	return strings.Join(names, ",")
}
