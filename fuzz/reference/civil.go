package reference

import "time"

// secondsPerDay is the length of a civil day as the wall clock numbers it; a
// local reading is a day number times this plus the second of the day.
const secondsPerDay = 24 * 60 * 60

// day is a civil date, as the number of days since 1970-01-01. It has no zone.
type day int64

const (
	beginningOfTime day = -1 << 40
	endOfTime       day = 1 << 40
)

// dayOf returns the given date. Months and days out of range carry over, so
// dayOf(y, m+1, 1) is the first of the month after m, December too.
func dayOf(year int, month time.Month, dayOfMonth int) day {
	return day(time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC).Unix() / secondsPerDay)
}

func (d day) date() (year int, month time.Month, dayOfMonth int) {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC().Date()
}

func (d day) weekday() time.Weekday {
	return time.Unix(int64(d)*secondsPerDay, 0).UTC().Weekday()
}

// at returns the local reading of a second of this day; 86400 is the midnight
// that ends it.
func (d day) at(secondOfDay int64) int64 { return int64(d)*secondsPerDay + secondOfDay }

// dayOfReading returns the date that a local reading shows.
func dayOfReading(local int64) day { return day(floorDiv(local, secondsPerDay)) }

// month numbers the months from year 0 on, so that differences count months.
func (d day) month() int64 {
	year, month, _ := d.date()
	return int64(year)*12 + int64(month-time.January)
}

// monthDays returns the first day of a numbered month and the first day after it.
func monthDays(month int64) (first, after day) {
	year, m := int(floorDiv(month, 12)), time.Month(month-12*floorDiv(month, 12))+time.January
	return dayOf(year, m, 1), dayOf(year, m+1, 1)
}

// week numbers the weeks that begin on weekStart.
func (d day) week(weekStart time.Weekday) int64 {
	first := day(0) // 1970-01-01, or the next day that begins a week
	for first.weekday() != weekStart {
		first++
	}
	return floorDiv(int64(d-first), 7)
}

// floorDiv rounds toward the past, before 1970 too.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}
