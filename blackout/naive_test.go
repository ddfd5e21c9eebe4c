package blackout_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// The oracle of this package asks package time what the wall clock reads, and decides by that reading alone.

var awkwardZones = []string{
	"America/New_York", "Europe/London", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia",
	"America/Sao_Paulo", "Africa/Cairo", "Africa/Casablanca", "Asia/Kathmandu", "America/Goose_Bay", "America/St_Johns",
}

func location(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func parse(text string) time.Time {
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		panic(err)
	}
	return at
}

// A reading is what a wall clock shows: the date as a text, such as 2026-01-05, the weekday and the second of the day.
type reading struct {
	date    string
	weekday tz.Weekday
	sec     int
}

func read(local time.Time) reading {
	return reading{local.Format(time.DateOnly), tz.Weekday((int(local.Weekday())+6)%7 + 1), local.Hour()*3600 + local.Minute()*60 + local.Second()}
}

// inDates is rule S12 for spans of dates: from the first to the last, both inclusive.
func inDates(clock reading, list [][2]string) bool {
	return slices.ContainsFunc(list, func(s [2]string) bool { return s[0] <= clock.date && clock.date <= s[1] })
}

// inYearly is rule S12 for spans of every year: month and day are compared; a span that begins later than it ends goes over New Year.
func inYearly(clock reading, list [][2]string) bool {
	day := clock.date[len("2006-"):]
	return slices.ContainsFunc(list, func(s [2]string) bool {
		if s[0] <= s[1] {
			return s[0] <= day && day <= s[1]
		}
		return s[0] <= day || day <= s[1]
	})
}

// inTimes is rule S13: the span of a day holds its start and not its end, and goes on into the next day where the end does not
// come later.
func inTimes(clock reading, list []blackout.TimeSpan) bool {
	sec, today, yesterday := clock.sec, clock.weekday, clock.weekday-1
	if today == tz.Monday {
		yesterday = tz.Sunday
	}
	return slices.ContainsFunc(list, func(s blackout.TimeSpan) bool {
		starts := func(day tz.Weekday) bool { return s.Days == 0 || s.Days.Has(day) }
		start, end := s.Start.Seconds(), s.End.Seconds()
		if start < end {
			return starts(today) && start <= sec && sec < end
		}
		return starts(today) && start <= sec || starts(yesterday) && sec < end
	})
}

// between returns the spans of a timeline in a range as texts.
func between(tl window.Timeline, from, to string) []string {
	var list []string
	for w := range tl.Windows(parse(from), parse(to)) {
		list = append(list, w.String())
	}
	return list
}

func wantSpans(t *testing.T, name string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", name, got, want)
	}
}

// wantProblems checks that err holds exactly these problems, in order, each given as its code, a space and its path.
func wantProblems(t *testing.T, err error, want ...string) {
	t.Helper()
	var list []string
	var all tz.Errors
	if errors.As(err, &all) {
		for _, e := range all {
			list = append(list, string(e.Code)+" "+e.Path)
		}
	} else if err != nil {
		list = append(list, "an error of another type")
	}
	if !slices.Equal(list, want) {
		t.Errorf("problems %q, want %q (%v)", list, want, err)
	}
}

// must returns the timeline of a list that is known to be right.
func must(tl window.Timeline, err error) window.Timeline {
	if err != nil {
		panic(err)
	}
	return tl
}

func dates(pairs ...string) (list []blackout.DateSpan) {
	for _, s := range inPairs(pairs) {
		list = append(list, blackout.DateSpan{Start: tz.MustParseDate(s[0]), End: tz.MustParseDate(s[1])})
	}
	return list
}

func yearly(pairs ...string) (list []blackout.YearlySpan) {
	for _, s := range inPairs(pairs) {
		list = append(list, blackout.YearlySpan{Start: tz.MustParseMonthDay(s[0]), End: tz.MustParseMonthDay(s[1])})
	}
	return list
}

func inPairs(list []string) (pairs [][2]string) {
	for i := 0; i < len(list); i += 2 {
		pairs = append(pairs, [2]string{list[i], list[i+1]})
	}
	return pairs
}

func times(start, end string, days ...tz.Weekday) blackout.TimeSpan {
	return blackout.TimeSpan{Start: tz.MustParseTimeOfDay(start), End: tz.MustParseTimeOfDay(end), Days: tz.WeekdaysOf(days...)}
}
