package blackout

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A YearlySpan is the local dates from Start to End, both inclusive, of every year; it may go over New Year (S12). 02-29 counts
// as a day between 02-28 and 03-01 that common years lack: 02-29 to 03-05 begins on 1 March in them.
type YearlySpan struct{ Start, End tz.MonthDay }

// Check returns an error, an *[tz.Error], if an end is missing.
func (s YearlySpan) Check() error {
	switch {
	case s.Start.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "start", Detail: "the first day is required, such as 12-20"}
	case s.End.IsZero():
		return &tz.Error{Code: tz.Missing, Path: "end", Detail: "the last day is required, such as 01-05"}
	}
	return nil
}

// Yearly returns the timeline of all instants whose local date lies in one of the spans of its year, whatever year that is.
// Spans may overlap. The error is [tz.Errors], with paths such as [2].end.
func Yearly(z tz.Zone, list ...YearlySpan) (window.Timeline, error) {
	if errs := check(list); len(errs) > 0 {
		return window.Timeline{}, errs
	}
	var r spans
	for _, s := range list {
		start, end := place(s.Start), place(s.End)+1
		if start < end {
			r = append(r, [2]int64{start, end})
		} else { // over New Year: the end of one year and the beginning of the next
			r = append(r, [2]int64{start, leapDays}, [2]int64{0, end})
		}
	}
	if len(list) == 0 {
		return window.Timeline{}, nil
	}
	return window.TimelineOf(&wall{zone: z, yearly: yearly(merge(r))}), nil
}

const (
	leapDays = 366 // days in a leap year
	leapDay  = 59  // the place of 02-29 in a leap year, from 0
)

// place returns the place of a day in a leap year, from 0.
func place(md tz.MonthDay) int64 {
	const leapYear = 2000
	return int64(md.In(leapYear).Day() - tz.FirstOfMonth(12*leapYear))
}

// yearly holds in some days of every year, by their places in a leap year.
type yearly spans

func (r yearly) around(local int64) (in bool, from, to int64) {
	day := tz.FloorDay(local)
	if day < tz.MinDay || day > tz.MaxDay {
		return r.beyond(local)
	}
	year, newYear := yearOf(int(day))
	lack := int64(leapDays - (newYearOf(year+1) - newYear)) // 1 in a common year

	// A common year has the places of a leap year but for 02-29, and what comes after it a day earlier.
	at := day - int64(newYear)
	if at >= leapDay {
		at += lack
	}
	in, from, to = spans(r).around(at)
	if from = max(from, 0); from > leapDay {
		from -= lack
	}
	if to = min(to, leapDays); to > leapDay {
		to -= lack
	}
	return in, (from + int64(newYear)) * tz.SecondsPerDay, (to + int64(newYear)) * tz.SecondsPerDay
}

// beyond is around outside the years 1 to 9999, some of which clocks read at instants within. Every 400 years the days come again.
func (r yearly) beyond(local int64) (in bool, from, to int64) {
	const cycle = 146_097 * tz.SecondsPerDay
	shift := (local - tz.MinDay*tz.SecondsPerDay) / cycle * cycle
	if local < 0 {
		shift -= cycle // division rounds towards zero, and there is no need to be exact: any of the 24 such spans will do
	}
	in, from, to = r.around(local - shift)
	return in, from + shift, to + shift
}

// yearOf returns the year that a day of the calendar lies in, and the day on which it begins.
//
// 400 years have 146,097 days. Were all years as long as their average, from 0001-01-01 on, New Year would come up to 1.4775 days later
// than it does (in 304) and up to 0.72 days earlier (in 97). So the average year that lies 2 days on from a day is its own or, in the
// last three days of a year, the next.
func yearOf(day int) (year, newYear int) {
	year = 1 + (day-tz.MinDay+2)*400/146_097
	if newYear = newYearOf(year); newYear > day {
		year--
		newYear = newYearOf(year)
	}
	return year, newYear
}

// newYearOf returns the day on which a year begins.
func newYearOf(year int) int {
	y := uint32(year - 1)
	return int(365*y+y/4-y/100+y/400) + tz.MinDay
}
