package blackout_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// Both dates are blacked out, as the clock in Berlin shows them.
func ExampleDates() {
	tl, err := blackout.Dates(tz.MustLoad("Europe/Berlin"), blackout.DateSpan{
		Start: tz.MustParseDate("2026-12-18"),
		End:   tz.MustParseDate("2027-01-04"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	span, ok := tl.Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(span, ok)
	// Output: 2026-12-17T23:00:00Z/2027-01-04T23:00:00Z true
}

// Days of every year may go over New Year.
func ExampleYearly() {
	tl, err := blackout.Yearly(tz.UTC(),
		blackout.YearlySpan{Start: tz.MustParseMonthDay("12-20"), End: tz.MustParseMonthDay("01-05")},
		blackout.YearlySpan{Start: tz.MustParseMonthDay("02-29"), End: tz.MustParseMonthDay("03-01")},
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	for span := range tl.Windows(time.Date(2027, 2, 1, 0, 0, 0, 0, time.UTC), time.Date(2028, 6, 1, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(span)
	}
	// Output:
	// 2027-03-01T00:00:00Z/2027-03-02T00:00:00Z
	// 2027-12-20T00:00:00Z/2028-01-06T00:00:00Z
	// 2028-02-29T00:00:00Z/2028-03-02T00:00:00Z
}

// A span of times goes over midnight where its end is not later than its start. Here Sunday's goes into Monday.
func ExampleTimes() {
	tl, err := blackout.Times(tz.MustParseOffset("-05:00").Zone(), blackout.TimeSpan{
		Start: tz.MustParseTimeOfDay("22:00"),
		End:   tz.MustParseTimeOfDay("06:00"),
		Days:  tz.WeekdaysOf(tz.Sunday),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	span, ok := tl.Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(span, ok)
	// Output: 2026-01-05T03:00:00Z/2026-01-05T11:00:00Z true
}

// What the clock shows twice is blacked out twice, and what it never shows, never.
func ExampleTimes_overlap() {
	tl, err := blackout.Times(tz.MustLoad("America/New_York"), blackout.TimeSpan{
		Start: tz.MustParseTimeOfDay("01:15"),
		End:   tz.MustParseTimeOfDay("01:45"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for span := range tl.Windows(time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 11, 2, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(span)
	}
	// Output:
	// 2026-11-01T05:15:00Z/2026-11-01T05:45:00Z
	// 2026-11-01T06:15:00Z/2026-11-01T06:45:00Z
}

// All problems come at once, each with its place in the list.
func ExampleDateSpan_Check() {
	_, err := blackout.Dates(tz.UTC(),
		blackout.DateSpan{Start: tz.MustParseDate("2026-12-18"), End: tz.MustParseDate("2026-01-04")},
		blackout.DateSpan{Start: tz.MustParseDate("2026-12-18")},
	)
	for _, problem := range err.(tz.Errors) {
		fmt.Println(problem.Code, problem.Path)
	}
	// Output:
	// Inverted [0].end
	// Missing [1].end
}

// A blackout is a timeline: what it leaves of a window is their difference.
func Example() {
	open := window.SetOf(window.MustParse("2026-03-02T06:00:00Z/2026-03-02T20:00:00Z")).Timeline()
	office, err := blackout.Times(tz.UTC(), blackout.TimeSpan{
		Start: tz.MustParseTimeOfDay("08:00"),
		End:   tz.MustParseTimeOfDay("18:00"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for w := range open.Subtract(office).Windows(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(w)
	}
	// Output:
	// 2026-03-02T06:00:00Z/2026-03-02T08:00:00Z
	// 2026-03-02T18:00:00Z/2026-03-02T20:00:00Z
}
