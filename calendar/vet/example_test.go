package vet_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/vet"
)

// A policy with nights in New York, a Friday the 13th that is none, and working hours in which nothing was open anyway.
func ExampleCheck() {
	policy, err := calendar.Parse([]byte(`{
		"timeZone": "America/New_York",
		"windows": [
			{ "name": "nights", "schedule": { "weekly": { "dayOfWeek": "Sunday" } }, "startTime": "02:30", "durationHours": 12 },
			{ "name": "13th", "schedule": { "cron": "0 22 13 * FRI" }, "duration": "2h" } ],
		"notAllowedTime": [ { "start": "16:00", "end": "18:00" } ] }`))
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, f := range vet.Check(policy, at, vet.Options{}) {
		fmt.Println(f.Severity, f.Code)
		fmt.Println("\t" + f.String())
	}
	// Output:
	// warning CutsNothing
	// 	notAllowedTime[0]: cuts nothing: no window would be open in it from 2026-01-01T00:00:00Z to 2036-01-01T00:00:00Z; leave it out
	// warning BothDays
	// 	windows[1].schedule.cron: day of month 13 and day of week FRI are both restricted, and either one matches: on 2026-01-02, 2026-01-09 and 2026-01-13 just one of them does; for days that are both, write +FRI
	// note StartInGap
	// 	windows[0]: the clock of America/New_York jumps over starts: 2026-03-08T02:30 (starts at 03:30, 2026-03-08T07:30:00Z), 2027-03-14T02:30 (starts at 03:30, 2027-03-14T07:30:00Z) and 2028-03-12T02:30 (starts at 03:30, 2028-03-12T07:30:00Z); start before 02:00, or from 03:00 on
}

// A policy that does not compile has its errors among the findings, with what may have been meant.
func ExampleCheck_problem() {
	policy := calendar.Policy{
		Windows:         []calendar.WindowSpec{{Always: true}},
		NotAllowedDates: []calendar.DateSpan{{Start: "2026-12-18", End: "2026-01-04"}},
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, f := range vet.Check(policy, at, vet.Options{}) {
		fmt.Println(f.Severity, f.Code, f.Path)
		fmt.Println("\t" + f.Remedy)
	}
	// Output:
	// problem Inverted notAllowedDates[0].end
	// 	if it ends later than written: "end": "2027-01-04"
}

// The rule of a service that wants two hours in any week.
func ExampleAvailability() {
	policy, _ := calendar.Parse([]byte(`{ "windows": [ { "schedule": { "weekly": { "dayOfWeek": "Sunday" } }, "startTime": "02:00", "duration": "3h" } ],
		"notAllowedDates": [ { "start": "2026-08-02", "end": "2026-08-02" } ] }`))
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	week := vet.Availability{Open: 2 * time.Hour, Every: 7 * 24 * time.Hour, Piece: time.Hour}
	for _, f := range vet.Check(policy, at, vet.Options{Years: 1, Availability: week}) {
		fmt.Println(f.Code, f)
	}
	// Output:
	// TooLittle the 7 days from 2026-07-26T05:00:00Z have nothing open in pieces of at least 1h, which is the least there is up to 2027-01-01T00:00:00Z: less than 2h
}

// Problems turns the errors of a reader into findings, for those who report both alike.
func ExampleProblems() {
	_, err := calendar.Parse([]byte(`{ "timeZone": "europe/berlin", "windows": [ { "always": true, "name": 7 } ] }`))
	for _, f := range vet.Problems(err) {
		fmt.Println(f.Severity, f.Code, f.Path)
	}
	// Output:
	// problem WrongType windows[0].name
	// problem InvalidZone timeZone
}
