package calendar_test

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// fridays opens every second Friday night in New York, but not over the end of the year.
const fridays = `{
	"timeZone": "America/New_York",
	"windows": [{
		"name": "fortnightly",
		"schedule": {"weekly": {"intervalWeeks": 2, "dayOfWeek": "Friday"}},
		"startDate": "2026-01-09", "startTime": "22:00", "durationHours": 4
	}],
	"notAllowedDates": [{"name": "freeze", "start": "12-18", "end": "01-04"}]
}`

func calendarOf(doc string) *calendar.Calendar {
	policy, err := calendar.Parse([]byte(doc))
	if err != nil {
		panic(err)
	}
	return calendar.MustCompile(policy)
}

func Example() {
	policy, err := calendar.Parse([]byte(fridays))
	if err != nil {
		fmt.Println(err)
		return
	}
	cal, err := calendar.Compile(policy)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.At(time.Date(2026, 1, 10, 4, 0, 0, 0, time.UTC)))
	fmt.Println(cal.At(time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC)))
	fmt.Println(cal.At(time.Date(2026, 12, 26, 4, 0, 0, 0, time.UTC)))
	// Output:
	// open until 2026-01-10T07:00:00Z: windows[0] "fortnightly"
	// shut until 2026-01-24T03:00:00Z: BetweenWindows
	// shut until 2027-01-09T03:00:00Z: Blackout by notAllowedDates[0] "freeze" (12-18 to 01-04)
}

func ExampleCompileJSON() {
	cal, err := calendar.CompileJSON([]byte(fridays))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.IsOpen(time.Date(2026, 1, 10, 4, 0, 0, 0, time.UTC)))

	// What is wrong with the form and what is wrong with the meaning come at once.
	_, err = calendar.CompileJSON([]byte(`{"windows": [{"schedule": {"weekly": {"intervalWeeks": 2, "dayOfWeek": "Friday"}},
		"startTime": "10pm", "durationHours": 4}]}`))
	fmt.Println(err)
	// Output:
	// true
	// windows[0].startTime: "10pm": a time of day has the form 15:04 or 15:04:05
	// windows[0].schedule.weekly.intervalWeeks: "2": an interval above 1 needs a startDate to count from
}

// The calendars of a million objects, most of which are alike, share what is equal.
func ExampleWithPool() {
	var pool calendar.Pool
	at := time.Date(2026, 1, 10, 4, 0, 0, 0, time.UTC)
	for range 3 {
		cal, err := calendar.CompileJSON([]byte(fridays), calendar.WithPool(&pool))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(cal.IsOpen(at))
	}
	// Output:
	// true
	// true
	// true
}

func ExampleParse() {
	_, err := calendar.Parse([]byte(`{"utcOffset": "+99:99", "windows": [{"allways": true}]}`))
	fmt.Println(err)
	var problem *tz.Error
	if errors.As(err, &problem) {
		fmt.Println(problem.Code, problem.Path)
	}
	// Output:
	// windows[0].allways: there is no such key here: the keys are always, anchor, cutoff, description, duration, durationHours, endDate, endTime, gap, name, notAllowedDates, notAllowedTime, overlap, schedule, span, startDate, startTime, timeZone, utcOffset
	// utcOffset: "+99:99": a UTC offset lies in -12:00 to +14:00
	// UnknownKey windows[0].allways
}

func ExampleCompile() {
	// A policy need not come from a document.
	cal, err := calendar.Compile(calendar.Policy{
		TimeZone: "Europe/Berlin",
		Windows: []calendar.WindowSpec{{
			Schedule:  &calendar.Schedule{RelativeMonthly: &calendar.RelativeMonthly{WeekIndex: "Second", DayOfWeek: "Tuesday", OffsetDays: 3}},
			StartTime: "23:00",
			Duration:  "90m",
		}},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	w, _ := cal.Next(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(w)
	// Output: 2026-06-12T21:00:00Z/2026-06-12T22:30:00Z
}

func ExampleWithDatabase() {
	// Pinned tz data: any fs.FS with compiled zones, such as an embedded tree or a zip archive.
	archive, err := zip.OpenReader("../fuzz/conform/testdata/zones.zip")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer archive.Close()
	policy, _ := calendar.Parse([]byte(fridays))
	cal, err := calendar.Compile(policy, calendar.WithDatabase(tz.DatabaseFS(archive, "2025b")))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(cal.TZVersion())
	// Output: 2025b
}

func ExampleWithLocal() {
	policy := calendar.Policy{
		TimeZone: "Local",
		Windows:  []calendar.WindowSpec{{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "02:00", DurationHours: 1}},
	}
	_, err := calendar.Compile(policy)
	fmt.Println(err != nil)

	host, _ := tz.ZoneOf("Local", time.FixedZone("", 6*3600)) // a program would pass time.Local
	cal := calendar.MustCompile(policy, calendar.WithLocal(host))
	w, _ := cal.Next(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(w)
	// Output:
	// true
	// 2026-06-01T20:00:00Z/2026-06-01T21:00:00Z
}

func ExampleCalendar_IsOpen() {
	cal := calendarOf(fridays)
	fmt.Println(cal.IsOpen(time.Date(2026, 1, 10, 3, 0, 0, 0, time.UTC)))
	fmt.Println(cal.IsOpen(time.Date(2026, 1, 10, 7, 0, 0, 0, time.UTC)))
	// Output:
	// true
	// false
}

func ExampleCalendar_At() {
	s := calendarOf(fridays).At(time.Date(2026, 12, 26, 4, 0, 0, 0, time.UTC))
	fmt.Println(s.Open, s.Reason)
	for w := range s.Windows() {
		fmt.Println("would be open:", w)
	}
	for b := range s.Blackouts() {
		fmt.Println("but for:", b)
	}
	if next, ok := s.Next(); ok {
		fmt.Println("next:", next)
	}
	// Output:
	// false Blackout
	// would be open: windows[0] "fortnightly"
	// but for: notAllowedDates[0] "freeze" (12-18 to 01-04)
	// next: 2027-01-09T03:00:00Z/2027-01-09T07:00:00Z
}

func ExampleCalendar_Next() {
	cal := calendarOf(fridays)
	at := time.Date(2026, 11, 20, 0, 0, 0, 0, time.UTC)
	for range 3 {
		w, ok := cal.Next(at)
		if !ok {
			break
		}
		fmt.Println(w)
		at, _ = w.Start()
	}
	// Output:
	// 2026-11-28T03:00:00Z/2026-11-28T07:00:00Z
	// 2026-12-12T03:00:00Z/2026-12-12T07:00:00Z
	// 2027-01-09T03:00:00Z/2027-01-09T07:00:00Z
}

func ExampleCalendar_Prev() {
	w, ok := calendarOf(fridays).Prev(time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(w, ok)
	// Output: 2026-12-12T03:00:00Z/2026-12-12T07:00:00Z true
}

func ExampleCalendar_Windows() {
	from := time.Date(2026, 1, 10, 5, 0, 0, 0, time.UTC)
	for w := range calendarOf(fridays).Windows(from, from.AddDate(0, 1, 0)) {
		fmt.Println(w, w.Duration())
	}
	// Output:
	// 2026-01-10T05:00:00Z/2026-01-10T07:00:00Z 2h0m0s
	// 2026-01-24T03:00:00Z/2026-01-24T07:00:00Z 4h0m0s
	// 2026-02-07T03:00:00Z/2026-02-07T07:00:00Z 4h0m0s
}

func ExampleCalendar_Timeline() {
	// Two regions of one database: when are both open, so that one of them has to wait?
	east := calendarOf(`{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":4}]}`)
	west := calendarOf(`{"timeZone":"America/Los_Angeles","windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":4}]}`)
	both := window.Intersect(east.Timeline(), west.Timeline())
	w, _ := both.Next(time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(w)
	// Output: 2026-06-01T08:00:00Z/2026-06-01T09:00:00Z
}

func ExamplePolicy() {
	policy := calendar.Policy{Windows: []calendar.WindowSpec{{
		Name:     "nightly",
		Schedule: &calendar.Schedule{Cron: &calendar.Cron{Expression: "0 2 * * MON-FRI"}},
		Duration: "90m",
	}}}
	doc, _ := json.Marshal(policy)
	fmt.Println(string(doc))
	// Output: {"windows":[{"name":"nightly","schedule":{"cron":"0 2 * * MON-FRI"},"duration":"90m"}]}
}
