package schedule

import (
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// The oracles of this package count days one by one and ask package time for the calendar. They share nothing with the code
// that they check: no arithmetic of weeks or months, no bit sets, no jumps.

// noon is the start time of the schedules under test, so that the written times of a day lie well inside it.
var noon = tz.MustParseTimeOfDay("12:00")

const noonSec = 12 * 3600

// naiveWeekday returns the weekday of a day, counted from 1970-01-01: Monday is 1, Sunday 7.
func naiveWeekday(day int) tz.Weekday {
	return tz.Weekday((int(time.Unix(int64(day)*86400, 0).UTC().Weekday())+6)%7 + 1)
}

// naiveMonth is a month of the calendar.
type naiveMonth struct {
	first  int        // its first day, counted from 1970-01-01
	length int        // how many days it has
	begins tz.Weekday // the weekday of its 1st
}

// naiveMonths returns the months from January of one year to December of another.
func naiveMonths(fromYear, toYear int) []naiveMonth {
	var list []naiveMonth
	for year := fromYear; year <= toYear; year++ {
		for month := time.January; month <= time.December; month++ {
			first := time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
			length := time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC).Sub(first) / (24 * time.Hour)
			day := int(first.Unix() / 86400)
			if first.Unix()%86400 < 0 {
				panic("midnight is a whole number of days")
			}
			list = append(list, naiveMonth{day, int(length), naiveWeekday(day)})
		}
	}
	return list
}

// dayOfText returns the day of a date, counted from 1970-01-01.
func dayOfText(text string) int { return tz.MustParseDate(text).Day() }

// checkEachDay asks s about every day from one to another and compares with the days that match says, in both directions. The
// schedule may have further days outside.
func checkEachDay(t *testing.T, name any, s *Schedule, from, to int, match func(day int) bool) {
	t.Helper()
	const none = unknown
	last := none
	for day := from; day <= to; day++ {
		if match(day) {
			last = day
		}
		got, ok := s.prev(int64(day)*86400 + 86399)
		switch {
		case last == none && ok && got >= int64(from)*86400:
			t.Fatalf("%v: the last start up to %v is %v, want none since %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), tz.DateOfDay(from))
		case last != none && (!ok || got != int64(last)*86400+noonSec):
			t.Fatalf("%v: the last start up to %v is %v, want one on %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), tz.DateOfDay(last))
		}
	}
	first := none
	for day := to; day >= from; day-- {
		if match(day) {
			first = day
		}
		got, ok := s.next(int64(day) * 86400)
		switch {
		case first == none && ok && got < int64(to+1)*86400:
			t.Fatalf("%v: the first start from %v on is %v, want none until %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), tz.DateOfDay(to))
		case first != none && (!ok || got != int64(first)*86400+noonSec):
			t.Fatalf("%v: the first start from %v on is %v, want one on %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), tz.DateOfDay(first))
		}
	}
}

// checkMatches compares s with a list of matching days, in order, that is whole from its first to its last: at each of them and on
// both sides of it. Between two neighbours nothing may match.
func checkMatches(t *testing.T, name any, s *Schedule, days []int) {
	t.Helper()
	for i, day := range days {
		checkMatch(t, name, s, day, day, day)
		if i == 0 {
			continue
		}
		before := days[i-1]
		checkMatch(t, name, s, before+1, unknown, day)
		checkMatch(t, name, s, day-1, before, unknown)
		checkMatch(t, name, s, (before+1+day)/2, unknown, day)
		if middle := (before + day) / 2; middle < day {
			checkMatch(t, name, s, middle, before, unknown)
		}
	}
}

// unknown stands for a day that is not checked.
const unknown = -1 << 30

// checkMatch checks the last matching day up to day and the first one from day on, unless unknown.
func checkMatch(t *testing.T, name any, s *Schedule, day, prev, next int) {
	if got, ok := s.prev(int64(day)*86400 + 86399); prev != unknown && (!ok || got != int64(prev)*86400+noonSec) {
		t.Fatalf("%v: the last start up to %v is %v %v, want one on %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), ok, tz.DateOfDay(prev))
	}
	if got, ok := s.next(int64(day) * 86400); next != unknown && (!ok || got != int64(next)*86400+noonSec) {
		t.Fatalf("%v: the first start from %v on is %v %v, want one on %v", name, tz.DateOfDay(day), tz.DateTimeOfLocal(got), ok, tz.DateOfDay(next))
	}
}
