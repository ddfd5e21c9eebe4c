package schedule

import (
	"strconv"

	"github.com/casement-go/casement/tz"
)

// RelativeMonthly matches one weekday of the month by its place, of every month or every n-th, moved by some days: the
// last Friday, or Patch Tuesday and three days (Second, Tuesday, 3).
type RelativeMonthly struct {
	Interval   int        // in months, 1 to MaxInterval; 0 stands for 1
	WeekIndex  WeekIndex  // required
	DayOfWeek  tz.Weekday // required
	OffsetDays int        // -31 to 31: how many days after the day found (before, if negative), also into another month
}

// A WeekIndex is the place of a weekday in its month. The zero WeekIndex is none.
type WeekIndex uint8

const (
	First WeekIndex = 1 + iota
	Second
	Third
	Fourth
	Fifth // comes in some months only
	Last  // the fourth or the fifth
)

var weekIndexes = [...]string{"", "First", "Second", "Third", "Fourth", "Fifth", "Last", "invalid"}

// ParseWeekIndex reads First, Second, Third, Fourth, Fifth or Last. The error is an *[tz.Error].
func ParseWeekIndex(s string) (WeekIndex, error) {
	for i := First; i <= Last; i++ {
		if s == i.String() {
			return i, nil
		}
	}
	return 0, &tz.Error{Code: tz.Invalid, Input: s, Detail: "weekIndex is one of First, Second, Third, Fourth, Fifth, Last"}
}

// String returns the word that ParseWeekIndex reads, or the empty text for the zero value.
func (i WeekIndex) String() string { return weekIndexes[min(i, Last+1)] }

// maxOffsetDays is how far OffsetDays may move a day, either way.
const maxOffsetDays = 31

func (r RelativeMonthly) compile(s Spec) (days, times, error) {
	n, err := s.interval(r.Interval, "schedule.relativeMonthly.intervalMonths")
	errs := tz.Join("", err)
	if r.WeekIndex < First || r.WeekIndex > Last {
		errs = append(errs, &tz.Error{Code: tz.Missing, Path: "schedule.relativeMonthly.weekIndex", Detail: "a week index is required: First ... Fifth or Last"})
	}
	if r.DayOfWeek < tz.Monday || r.DayOfWeek > tz.Sunday {
		errs = append(errs, &tz.Error{Code: tz.Missing, Path: "schedule.relativeMonthly.dayOfWeek", Detail: "a weekday is required, such as Tuesday"})
	}
	if r.OffsetDays < -maxOffsetDays || r.OffsetDays > maxOffsetDays {
		errs = append(errs, &tz.Error{Code: tz.OutOfRange, Path: "schedule.relativeMonthly.offsetDays", Input: strconv.Itoa(r.OffsetDays), Detail: "an offset is -31 to 31 days"})
	}
	if len(errs) > 0 {
		return days{}, times{}, errs
	}
	return s.everyMonths(n, r.OffsetDays, monthsOf(r.days)), at(s.StartTime), nil
}

// days returns the matching day of a type of month, before it is moved.
func (r RelativeMonthly) days(length int, first tz.Weekday) uint32 {
	return nthWeekday(length, first, r.DayOfWeek, r.WeekIndex)
}

// nthWeekday returns the day (one bit, or none) that is the n-th weekday of a month.
func nthWeekday(length int, first, weekday tz.Weekday, n WeekIndex) uint32 {
	day := 1 + floorMod(int(weekday)-int(first), 7) // the first such weekday
	if n == Last {
		day += (length - day) / 7 * 7
	} else {
		day += 7 * int(n-First)
	}
	if day > length {
		return 0
	}
	return 1 << (day - 1)
}
