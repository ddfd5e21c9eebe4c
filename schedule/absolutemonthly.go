package schedule

import (
	"fmt"
	"strconv"

	"github.com/casement-go/casement/tz"
)

// AbsoluteMonthly matches days of the month by number, of every month or every n-th.
type AbsoluteMonthly struct {
	Interval   int        // in months, 1 to MaxInterval; 0 stands for 1
	Days       []int      // 1 to 31 from the start of the month, -1 to -31 from its end (-1 is the last day); at least one, equal ones merge
	ShortMonth ShortMonth // what becomes of a day that a month does not have
}

// A ShortMonth is what becomes of a day of the month that a month does not have: 29 to 31 and -29 to -31 in a shorter one.
type ShortMonth uint8

const (
	Skip  ShortMonth = iota // it does not come in that month; the default (RFC 5545 section 3.3.10)
	Clamp                   // the last day of the month stands in for it, for a negative day the first
)

// ParseShortMonth reads skip or clamp. The error is an *[tz.Error].
func ParseShortMonth(s string) (ShortMonth, error) {
	switch s {
	case "skip":
		return Skip, nil
	case "clamp":
		return Clamp, nil
	}
	return 0, &tz.Error{Code: tz.Invalid, Input: s, Detail: "shortMonth is one of skip, clamp"}
}

// String returns the word that ParseShortMonth reads.
func (m ShortMonth) String() string { return [...]string{"skip", "clamp", "invalid"}[min(m, 2)] }

func (r AbsoluteMonthly) compile(s Spec) (days, times, error) {
	n, err := s.interval(r.Interval, "schedule.absoluteMonthly.intervalMonths")
	errs := tz.Join("", err)
	if len(r.Days) == 0 {
		errs = append(errs, &tz.Error{Code: tz.Empty, Path: "schedule.absoluteMonthly.daysOfMonth", Detail: "a monthly schedule needs at least one day of the month"})
	}
	for i, day := range r.Days {
		if day == 0 || day < -31 || day > 31 {
			errs = append(errs, &tz.Error{Code: tz.OutOfRange, Path: fmt.Sprintf("schedule.absoluteMonthly.daysOfMonth[%d]", i), Input: strconv.Itoa(day),
				Detail: "a day of the month is 1 to 31, or -1 (the last) to -31"})
		}
	}
	if r.ShortMonth > Clamp {
		errs = append(errs, &tz.Error{Code: tz.OutOfRange, Path: "schedule.absoluteMonthly.shortMonth", Input: r.ShortMonth.String(), Detail: "shortMonth is Skip or Clamp"})
	}
	if len(errs) > 0 {
		return days{}, times{}, errs
	}
	return s.everyMonths(n, 0, monthsOf(r.days)), at(s.StartTime), nil
}

// days returns the matching days of a month of some length.
func (r AbsoluteMonthly) days(length int, _ tz.Weekday) uint32 {
	var days uint32
	for _, day := range r.Days {
		if day < 0 {
			day += length + 1
		}
		if r.ShortMonth == Clamp {
			day = max(1, min(day, length))
		}
		if 1 <= day && day <= length {
			days |= 1 << (day - 1)
		}
	}
	return days
}

// everyMonths returns the days of rule in every n-th month, each moved by offset days. The months counted are those of the unmoved
// days (S9).
func (s Spec) everyMonths(n, offset int, rule *months) days {
	d := days{months: rule, offset: int32(offset)}
	if n > 1 && !rule.never() {
		anchor := s.anchorDay(d)
		if anchor == noDay+offset { // the calendar ends before the first occurrence: nothing comes, but the rule is not to blame
			anchor = s.StartDate.Day()
		}
		if s.Anchor == AnchorFirst {
			anchor -= offset
		}
		rule.count(monthOf(anchor), n)
	}
	d.never = rule.never()
	return d
}
