package schedule

import "github.com/casement-go/casement/tz"

// A domSet is what a day-of-month field says.
type domSet struct {
	free     bool   // it does not restrict: the day of week alone decides
	days     uint32 // by number: bit 0 is the 1st
	fromLast uint32 // L, L-1, ...: bit n is the day n days before the last
	nearest  uint32 // nW: bit n-1 is the Monday-Friday nearest to the n-th
	lastWork bool   // LW: the last Monday-Friday
}

func (s *domSet) in(length int, first tz.Weekday) uint32 {
	days := s.days
	for rest := below(uint64(s.fromLast), length); rest != 0; rest &= rest - 1 {
		days |= 1 << (length - 1 - lowest(rest))
	}
	for rest := below(uint64(s.nearest), length); rest != 0; rest &= rest - 1 {
		days |= 1 << (nearestWork(lowest(rest)+1, length, first) - 1)
	}
	if s.lastWork {
		days |= 1 << (nearestWork(length, length, first) - 1)
	}
	return days & (1<<length - 1)
}

// nearestWork returns the Monday-Friday of a month that is nearest to a day of it.
func nearestWork(day, length int, first tz.Weekday) int {
	switch weekday := tz.Monday + tz.Weekday(floorMod(int(first-tz.Monday)+day-1, 7)); {
	case weekday == tz.Saturday && day == 1:
		return day + 2
	case weekday == tz.Saturday:
		return day - 1
	case weekday == tz.Sunday && day == length:
		return day - 2
	case weekday == tz.Sunday:
		return day + 1
	}
	return day
}

// A dowSet is what a day-of-week field says.
type dowSet struct {
	free  bool              // it does not restrict: the day of month alone decides
	every tz.Weekdays       // of every week
	nth   [Last]tz.Weekdays // nth[First-1] ... nth[Last-1]: only that one of the month
}

func (s *dowSet) in(length int, first tz.Weekday) uint32 {
	// A set of weekdays, turned so that bit 0 is the first day of a week that begins with a given day of the month.
	week := func(set tz.Weekdays, day int) uint32 {
		rot := floorMod(int(first-tz.Monday)+day-1, 7)
		return uint32(set)<<7>>rot&0x7f | uint32(set)>>rot
	}
	const everyWeek = 1 | 1<<7 | 1<<14 | 1<<21 | 1<<28
	days := week(s.every, 1) * everyWeek
	if s.nth != [Last]tz.Weekdays{} {
		for n := First; n <= Fifth; n++ {
			days |= week(s.nth[n-1], 1) << (7 * (n - First))
		}
		days |= week(s.nth[Last-1], length-6) << (length - 7)
	}
	return days & (1<<length - 1)
}

// weekdays turns bits that count from Sunday into a set of weekdays, which counts from Monday.
func weekdays(fromSunday uint64) tz.Weekdays {
	return tz.Weekdays(fromSunday>>1 | fromSunday&1<<6)
}
