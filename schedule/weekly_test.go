package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// weekCounter is the oracle of weekly rules: it walks from the first day of the anchor's week and counts the weeks as they
// begin.
type weekCounter struct {
	days      tz.Weekdays
	weekStart tz.Weekday
	every     int
	start     int // the day of startDate
	anchor    Anchor
}

// match returns whether each of the days from start on matches, up to a day, from the first on.
func (w weekCounter) match(weekdays []tz.Weekday) []bool {
	at := 0 // days after start
	if w.anchor == AnchorFirst {
		for !w.days.Has(weekdays[at]) {
			at++
		}
	}
	for weekday := weekdays[at]; weekday != w.weekStart; at-- {
		weekday--
		if weekday == 0 {
			weekday = tz.Sunday
		}
	}
	match := make([]bool, len(weekdays))
	weekday := w.weekStart
	for week := 0; at < len(match); at++ {
		if at >= 0 {
			match[at] = week%w.every == 0 && w.days.Has(weekday)
		}
		if weekday++; weekday > tz.Sunday {
			weekday = tz.Monday
		}
		if weekday == w.weekStart {
			week++
		}
	}
	return match
}

// Every set of weekdays, every start of the week, every weekday of startDate, both anchors, short and long intervals: day by
// day over two periods and more.
func TestS05WeeklyEveryRule(t *testing.T) {
	first := dayOfText("2026-02-23") // a Monday, so that the seven start dates go over the end of a month
	for start := first; start < first+7; start++ {
		var weekdays []tz.Weekday
		for day := start; day < start+2*7*53+14; day++ {
			weekdays = append(weekdays, naiveWeekday(day))
		}
		for _, every := range []int{1, 2, 3, 4, 53} {
			weekdays := weekdays[:2*7*every+14]
			for days := tz.Weekdays(1); days <= tz.EveryDay; days++ {
				for weekStart := tz.Monday; weekStart <= tz.Sunday; weekStart++ {
					for _, anchor := range []Anchor{AnchorFirst, AnchorStartDate} {
						s := MustCompile(Spec{
							Rule:      Weekly{Interval: every, Days: days, WeekStart: weekStart},
							StartTime: noon, StartDate: tz.DateOfDay(start), Anchor: anchor,
						})
						w := weekCounter{days, weekStart, every, start, anchor}
						match := w.match(weekdays)
						checkEachDay(t, w, s, start, start+len(match)-1, func(day int) bool { return match[day-start] })
					}
				}
			}
		}
	}
}

func (w weekCounter) String() string {
	return fmt.Sprintf("every %d weeks from %v on %v, from %v, anchor %v", w.every, w.weekStart, w.days, tz.DateOfDay(w.start), w.anchor)
}

// The largest interval, and start dates in every age: 1000 weeks are some 19 years.
func TestS05WeeklyFarAnchors(t *testing.T) {
	for _, date := range []string{"0001-01-01", "1582-10-15", "1969-12-31", "1970-01-01", "2000-02-29", "9950-06-06"} {
		start := dayOfText(date)
		var weekdays []tz.Weekday
		for day := start; day <= min(start+20000, tz.MaxDay); day++ {
			weekdays = append(weekdays, naiveWeekday(day))
		}
		for _, every := range []int{5, 52, 999, MaxInterval} {
			days := tz.WeekdaysOf(tz.Monday, tz.Thursday, tz.Sunday)
			s := MustCompile(Spec{Rule: Weekly{Interval: every, Days: days, WeekStart: tz.Wednesday}, StartTime: noon, StartDate: tz.DateOfDay(start)})
			w := weekCounter{days, tz.Wednesday, every, start, AnchorFirst}
			match := w.match(weekdays)
			checkEachDay(t, w, s, start, start+len(match)-1, func(day int) bool { return match[day-start] })
		}
	}
}

// The example of rule S5 itself.
func TestS05FortnightlyFridayFromSaturday(t *testing.T) {
	// 2026-01-10 is a Saturday: the first Friday is the 16th, then the 30th. Counted from the week of startDate (5 to 11
	// January, in which Friday is over) it is the 23rd.
	spec := Spec{Rule: Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Friday)}, StartTime: noon, StartDate: tz.MustParseDate("2026-01-10")}
	checkMatches(t, "anchor first", MustCompile(spec), []int{dayOfText("2026-01-16"), dayOfText("2026-01-30"), dayOfText("2026-02-13")})
	spec.Anchor = AnchorStartDate
	checkMatches(t, "anchor startDate", MustCompile(spec), []int{dayOfText("2026-01-23"), dayOfText("2026-02-06"), dayOfText("2026-02-20")})
}

// With several weekdays the whole week of the anchor counts, and where it begins decides which days share it.
func TestS05WeeklyWeekStartDecides(t *testing.T) {
	// RFC 5545 section 3.8.5.3 has this pair: every other week on Tuesday and Sunday from Tuesday 1997-08-05.
	spec := Spec{Rule: Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Tuesday, tz.Sunday), WeekStart: tz.Monday}, StartTime: noon, StartDate: tz.MustParseDate("1997-08-05")}
	checkMatches(t, "from Monday", MustCompile(spec), []int{dayOfText("1997-08-05"), dayOfText("1997-08-10"), dayOfText("1997-08-19"), dayOfText("1997-08-24")})
	spec.Rule = Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Tuesday, tz.Sunday), WeekStart: tz.Sunday}
	checkMatches(t, "from Sunday", MustCompile(spec), []int{dayOfText("1997-08-05"), dayOfText("1997-08-17"), dayOfText("1997-08-19"), dayOfText("1997-08-31")})
}

// An absent weekStart is Monday, an absent interval 1, and without startDate the rule reaches over the whole calendar.
func TestS05WeeklyDefaults(t *testing.T) {
	spec := Spec{Rule: Weekly{Interval: 2, Days: tz.WeekdaysOf(tz.Tuesday, tz.Sunday)}, StartTime: noon, StartDate: tz.MustParseDate("1997-08-05")}
	checkMatches(t, "no weekStart", MustCompile(spec), []int{dayOfText("1997-08-05"), dayOfText("1997-08-10"), dayOfText("1997-08-19")})

	s := MustCompile(Spec{Rule: Weekly{Days: tz.WeekdaysOf(tz.Sunday)}, StartTime: noon})
	for _, from := range []int{tz.MinDay, dayOfText("1969-12-01"), tz.MaxDay - 100} {
		checkEachDay(t, "no interval", s, from, from+100, func(day int) bool { return naiveWeekday(day) == tz.Sunday })
	}
}
