package schedule

import (
	"fmt"
	"testing"

	"github.com/casement-go/casement/tz"
)

// isDayOfMonth is the oracle of absolute-monthly rules: it says whether the day dom of a month with so many days is the one
// that the rule names, from the start of the month or from its end.
func isDayOfMonth(dom, length, named int, short ShortMonth) bool {
	fromStart, fromEnd := dom, length-dom+1
	switch {
	case named > 0 && (named <= length || short == Skip):
		return fromStart == named
	case named > 0:
		return fromEnd == 1
	case -named <= length || short == Skip:
		return fromEnd == -named
	}
	return fromStart == 1
}

// monthsCounted is the oracle of intervals of months: it keeps every n-th month from the one that holds the anchor, and of
// those the days not before start. The days of each month (counted from 1970-01-01, perhaps moved out of it) are given; so
// is the month that holds start.
func monthsCounted(days [][]int, start, startMonth, every int, anchor Anchor) []int {
	from := startMonth
	if anchor == AnchorFirst {
		from = -1
		for m, list := range days {
			for _, day := range list {
				if day >= start && from < 0 {
					from = m
				}
			}
		}
		if from < 0 {
			return nil
		}
	}
	var matches []int
	for m := from % every; m < len(days); m += every { // every month that is a whole number of intervals from the anchor
		for _, day := range days[m] {
			if day >= start {
				matches = append(matches, day)
			}
		}
	}
	return matches
}

// naiveMonthOf returns the place of the month that holds a day in a list of months.
func naiveMonthOf(months []naiveMonth, day int) int {
	for m := range months {
		if day < months[m].first+months[m].length {
			return m
		}
	}
	panic("no such month")
}

// All days of the month, from both ends, skipped or clamped, at many intervals and with both anchors, over the 400 years
// after which the calendar repeats.
func TestS08EveryDayOfTheMonth(t *testing.T) {
	cycle, all := naiveMonths(1999, 2400), naiveMonths(1999, 2699)
	for named := -31; named <= 31; named++ {
		if named == 0 {
			continue
		}
		for _, short := range []ShortMonth{Skip, Clamp} {
			days := make([][]int, len(all))
			for m, month := range all {
				for dom := 1; dom <= month.length; dom++ {
					if isDayOfMonth(dom, month.length, named, short) {
						days[m] = append(days[m], month.first+dom-1)
					}
				}
			}
			for _, date := range []string{"2000-01-31", "2023-02-28"} {
				start := dayOfText(date)
				startMonth := naiveMonthOf(all, start)
				for _, every := range []int{1, 2, 3, 5, 6, 12, 1000} {
					for _, anchor := range []Anchor{AnchorFirst, AnchorStartDate} {
						name := fmt.Sprintf("day %d, %v, every %d months from %v, anchor %v", named, short, every, date, anchor)
						days := days[:len(cycle)]
						if every == 1000 {
							days = days[:len(all)]
						}
						matches := monthsCounted(days, start, startMonth, every, anchor)
						s := MustCompile(Spec{
							Rule:      AbsoluteMonthly{Interval: every, Days: []int{named}, ShortMonth: short},
							StartTime: noon, StartDate: tz.MustParseDate(date), Anchor: anchor,
						})
						if s.Never() != (len(matches) == 0) {
							t.Fatalf("%s: never is %v, but it has %d days", name, s.Never(), len(matches))
						}
						checkMatches(t, name, s, matches)
					}
				}
			}
		}
	}
}

// Every set of day numbers at once cannot be tried; but a set is the union of its members, equal days merge, and the order in
// which they are written does not matter.
func TestS08SetsOfDays(t *testing.T) {
	months := naiveMonths(2023, 2028)
	from, to := months[0].first, months[len(months)-1].first+30
	for _, set := range [][]int{
		{1, 15}, {15, 1}, {31, 30, 29, 28}, {-1, 31}, {-1, 28}, {-31, 1}, {30, -30}, {10, 10, 10, 9}, {31, -1, 31},
		{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31},
	} {
		for _, short := range []ShortMonth{Skip, Clamp} {
			s := MustCompile(Spec{Rule: AbsoluteMonthly{Days: set, ShortMonth: short}, StartTime: noon})
			checkEachDay(t, fmt.Sprint(set, short), s, from, to, func(day int) bool {
				m := months[naiveMonthOf(months, day)]
				for _, named := range set {
					if isDayOfMonth(day-m.first+1, m.length, named, short) {
						return true
					}
				}
				return false
			})
		}
	}
}

// With several days of the month, an interval period is the anchor's month, whole.
func TestS05MonthlyAnchorsMonthWhole(t *testing.T) {
	// The first occurrence from 10 January on is the 15th: January counts, with its 1st already over, and then March.
	spec := Spec{Rule: AbsoluteMonthly{Interval: 2, Days: []int{1, 15}}, StartTime: noon, StartDate: tz.MustParseDate("2026-01-10")}
	checkMatches(t, "1st and 15th", MustCompile(spec), []int{dayOfText("2026-01-15"), dayOfText("2026-03-01"), dayOfText("2026-03-15"), dayOfText("2026-05-01")})
	// From 16 January on it is 1 February: counted from there, and from January where the anchor is startDate.
	spec.StartDate = tz.MustParseDate("2026-01-16")
	checkMatches(t, "anchor first", MustCompile(spec), []int{dayOfText("2026-02-01"), dayOfText("2026-02-15"), dayOfText("2026-04-01")})
	spec.Anchor = AnchorStartDate
	checkMatches(t, "anchor startDate", MustCompile(spec), []int{dayOfText("2026-03-01"), dayOfText("2026-03-15"), dayOfText("2026-05-01")})
}

func TestS08ShortMonthText(t *testing.T) {
	for _, m := range []ShortMonth{Skip, Clamp} {
		if got, err := ParseShortMonth(m.String()); err != nil || got != m {
			t.Errorf("%v reads back as %v, %v", m, got, err)
		}
	}
	if Skip.String() != "skip" || Clamp.String() != "clamp" || ShortMonth(200).String() != "invalid" {
		t.Error("the words are skip, clamp and, for anything else, invalid")
	}
	for _, text := range []string{"", "Skip", "clamped", "invalid"} {
		_, err := ParseShortMonth(text)
		wantProblems(t, err, "Invalid ")
	}
}
