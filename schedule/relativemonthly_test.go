package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// findWeekday is the oracle of relative-monthly rules: it goes through the days of a month, counts how often the weekday
// comes and returns the day found, or false.
func findWeekday(m naiveMonth, index WeekIndex, weekday tz.Weekday) (int, bool) {
	found, ok, count := 0, false, WeekIndex(0)
	at := m.begins
	for day := m.first; day < m.first+m.length; day++ {
		if at == weekday {
			count++
			if count == index || index == Last {
				found, ok = day, true
			}
		}
		if at++; at > tz.Sunday {
			at = tz.Monday
		}
	}
	return found, ok
}

// All places and weekdays in all 4,800 months after which the calendar repeats.
func TestS09EveryWeekdayOfEveryMonth(t *testing.T) {
	months := naiveMonths(1969, 2369)
	for index := First; index <= Last; index++ {
		for weekday := tz.Monday; weekday <= tz.Sunday; weekday++ {
			s := MustCompile(Spec{Rule: RelativeMonthly{WeekIndex: index, DayOfWeek: weekday}, StartTime: noon})
			var matches []int
			for _, m := range months {
				if day, ok := findWeekday(m, index, weekday); ok {
					matches = append(matches, day)
				}
			}
			checkMatches(t, fmt.Sprint(index, weekday), s, matches)
		}
	}
}

// Every offset, over the years around a leap year and around one that is not, though divisible by four.
func TestS09EveryOffset(t *testing.T) {
	for _, years := range [][2]int{{2023, 2029}, {1899, 1901}} {
		months := naiveMonths(years[0], years[1])
		for index := First; index <= Last; index++ {
			for weekday := tz.Monday; weekday <= tz.Sunday; weekday++ {
				for offset := -31; offset <= 31; offset++ {
					s := MustCompile(Spec{Rule: RelativeMonthly{WeekIndex: index, DayOfWeek: weekday, OffsetDays: offset}, StartTime: noon})
					var matches []int
					for _, m := range months {
						if day, ok := findWeekday(m, index, weekday); ok {
							matches = append(matches, day+offset)
						}
					}
					checkMatches(t, fmt.Sprint(index, weekday, offset), s, matches)
				}
			}
		}
	}
}

// Intervals count the month of the unmoved day, startDate is compared with the moved one, and the first occurrence is the
// first moved day.
func TestS09IntervalsAndOffsets(t *testing.T) {
	all := naiveMonths(2023, 2400)
	for _, date := range []string{"2024-01-31", "2024-02-01", "2026-12-30"} {
		start := dayOfText(date)
		startMonth := naiveMonthOf(all, start)
		for index := First; index <= Last; index++ {
			for _, weekday := range []tz.Weekday{tz.Monday, tz.Friday} {
				for _, offset := range []int{-31, -7, -1, 0, 1, 3, 20, 31} {
					days := make([][]int, len(all))
					for m := range all {
						if day, ok := findWeekday(all[m], index, weekday); ok {
							days[m] = []int{day + offset}
						}
					}
					for _, every := range []int{1, 2, 3, 5, 12, 1000} {
						for _, anchor := range []Anchor{AnchorFirst, AnchorStartDate} {
							days := days[:12*100]
							if every == 1000 {
								days = days[:len(all)]
							}
							name := fmt.Sprintf("%v %v %+d, every %d months from %v, anchor %v", index, weekday, offset, every, date, anchor)
							s := MustCompile(Spec{
								Rule:      RelativeMonthly{Interval: every, WeekIndex: index, DayOfWeek: weekday, OffsetDays: offset},
								StartTime: noon, StartDate: tz.MustParseDate(date), Anchor: anchor,
							})
							matches := monthsCounted(days, start, startMonth, every, anchor)
							checkMatches(t, name, s, matches)
							if len(matches) > 0 { // nothing before the first
								checkMatch(t, name, s, start, unknown, matches[0])
								if got, ok := s.prev(int64(matches[0]) * 86400); ok {
									t.Fatalf("%s: %v lies before the first start", name, tz.DateTimeOfLocal(got))
								}
							}
						}
					}
				}
			}
		}
	}
}

// Patch Tuesday and three days: a Friday that is not always the second one.
func TestS09PatchTuesdayAndThreeDays(t *testing.T) {
	// 1 May 2026 is a Friday: the second Tuesday is the 12th, the Friday behind it the 15th, which is the third Friday.
	s := MustCompile(Spec{Rule: RelativeMonthly{WeekIndex: Second, DayOfWeek: tz.Tuesday, OffsetDays: 3}, StartTime: noon})
	checkMatches(t, "patch Tuesday + 3", s, []int{dayOfText("2026-04-17"), dayOfText("2026-05-15"), dayOfText("2026-06-12")})
}

// A moved day counts for the month it was found in: the Monday before the first Tuesday may lie in the month before.
func TestS09IntervalCountsTheUnmovedMonth(t *testing.T) {
	// First Tuesdays: 2026-09-01, 11-03, 2027-01-05, 03-02. The Mondays before: 2026-08-31, 11-02, 2027-01-04, 03-01. From
	// 2026-08-31 on the first is that very day, whose month is September.
	spec := Spec{Rule: RelativeMonthly{Interval: 2, WeekIndex: First, DayOfWeek: tz.Tuesday, OffsetDays: -1}, StartTime: noon, StartDate: tz.MustParseDate("2026-08-31")}
	checkMatches(t, "anchor first", MustCompile(spec), []int{dayOfText("2026-08-31"), dayOfText("2026-11-02"), dayOfText("2027-01-04"), dayOfText("2027-03-01")})
	// Counted from the month of startDate it is August, October (6th), December (1st), February (2nd): August's own, 3 August, is
	// over, and the Mondays are 5 October, 30 November, 1 February.
	spec.Anchor = AnchorStartDate
	checkMatches(t, "anchor startDate", MustCompile(spec), []int{dayOfText("2026-10-05"), dayOfText("2026-11-30"), dayOfText("2027-02-01")})
}

func TestS09WeekIndexText(t *testing.T) {
	for i, want := range []string{First: "First", Second: "Second", Third: "Third", Fourth: "Fourth", Fifth: "Fifth", Last: "Last"} {
		if i == 0 {
			continue
		}
		got, err := ParseWeekIndex(want)
		if err != nil || got != WeekIndex(i) || got.String() != want {
			t.Errorf("%s reads as %v, %v", want, got, err)
		}
	}
	if WeekIndex(0).String() != "" || WeekIndex(7).String() != "invalid" || WeekIndex(255).String() != "invalid" {
		t.Error("no week index is the empty text, an unknown one invalid")
	}
	for _, text := range []string{"", "first", "Sixth", "invalid", "1"} {
		_, err := ParseWeekIndex(text)
		wantProblems(t, err, "Invalid ")
	}
}
