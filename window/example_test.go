package window_test

import (
	"fmt"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A window holds its start and not its end.
func ExampleOf() {
	start := time.Date(2026, 1, 10, 3, 0, 0, 0, time.UTC)
	w, err := window.Of(start, start.Add(4*time.Hour))
	if err != nil {
		fmt.Println(err)
		return
	}
	end, _ := w.End()
	fmt.Println(w, w.Duration())
	fmt.Println(w.Contains(start), w.Contains(end))
	// Output:
	// 2026-01-10T03:00:00Z/2026-01-10T07:00:00Z 4h0m0s
	// true false
}

// A window may lack a start or an end.
func ExampleParse() {
	w, err := window.Parse("2026-01-10T03:00:00+01:00/..")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, ends := w.End()
	fmt.Println(w, ends)
	// Output: 2026-01-10T02:00:00Z/.. false
}

// Windows that overlap or touch become one.
func ExampleSetOf() {
	s := window.SetOf(
		window.MustParse("2026-01-10T12:00:00Z/2026-01-10T14:00:00Z"),
		window.MustParse("2026-01-10T08:00:00Z/2026-01-10T10:00:00Z"),
		window.MustParse("2026-01-10T10:00:00Z/2026-01-10T11:00:00Z"),
	)
	for w := range s.All() {
		fmt.Println(w)
	}
	// Output:
	// 2026-01-10T08:00:00Z/2026-01-10T11:00:00Z
	// 2026-01-10T12:00:00Z/2026-01-10T14:00:00Z
}

func ExampleSet_Subtract() {
	open := window.SetOf(window.MustParse("2026-01-10T08:00:00Z/2026-01-10T18:00:00Z"))
	lunch := window.SetOf(window.MustParse("2026-01-10T12:00:00Z/2026-01-10T13:00:00Z"))
	fmt.Println(open.Subtract(lunch))
	fmt.Println(open.Intersect(lunch))
	fmt.Println(lunch.Complement())
	// Output:
	// 2026-01-10T08:00:00Z/2026-01-10T12:00:00Z 2026-01-10T13:00:00Z/2026-01-10T18:00:00Z
	// 2026-01-10T12:00:00Z/2026-01-10T13:00:00Z
	// ../2026-01-10T12:00:00Z 2026-01-10T13:00:00Z/..
}

// A recurrence opens at each start of a schedule, here for five hours every Saturday at 22:00 in New York.
func ExampleCompile() {
	tl := saturdays()
	for w := range tl.Windows(time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC), time.Date(2026, 3, 16, 0, 0, 0, 0, time.UTC)) {
		fmt.Println(w) // the clock is set forward in the night of the first: five hours all the same
	}
	// Output:
	// 2026-03-01T03:00:00Z/2026-03-01T08:00:00Z
	// 2026-03-08T03:00:00Z/2026-03-08T08:00:00Z
	// 2026-03-15T02:00:00Z/2026-03-15T07:00:00Z
}

// Timelines have the algebra of sets, and are computed as they are asked.
func ExampleTimeline_Subtract() {
	freeze := window.SetOf(window.MustParse("2026-03-08T06:00:00Z/2026-03-31T00:00:00Z")).Timeline()
	tl := saturdays().Subtract(freeze)

	w, ok := tl.Next(time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC))
	fmt.Println(w, ok)
	w, ok = tl.Next(time.Date(2026, 3, 8, 4, 0, 0, 0, time.UTC))
	fmt.Println(w, ok)
	// Output:
	// 2026-03-08T03:00:00Z/2026-03-08T06:00:00Z true
	// 2026-04-05T02:00:00Z/2026-04-05T07:00:00Z true
}

func ExampleUnion() {
	cutOver := window.SetOf(window.MustParse("2026-03-08T08:00:00Z/2026-03-08T12:00:00Z")).Timeline()
	tl := window.Union(saturdays(), cutOver)
	open, span, _ := tl.Around(time.Date(2026, 3, 8, 10, 0, 0, 0, time.UTC))
	fmt.Println(open, span) // the cut-over begins where Saturday's window ends: one open period
	// Output: true 2026-03-08T03:00:00Z/2026-03-08T12:00:00Z
}

func saturdays() window.Timeline {
	s := schedule.MustCompile(schedule.Spec{
		Rule:      schedule.Weekly{Days: tz.WeekdaysOf(tz.Saturday)},
		StartTime: tz.MustParseTimeOfDay("22:00"),
	})
	starts, err := s.In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
	if err != nil {
		panic(err)
	}
	r, err := window.Compile(window.Spec{Starts: starts, Duration: 5 * time.Hour})
	if err != nil {
		panic(err)
	}
	return r.Timeline()
}

// Two timelines are open together where both are: two mornings and all from ten o'clock on.
func ExampleIntersect() {
	mornings := window.SetOf(
		window.MustParse("2026-01-10T08:00:00Z/2026-01-10T12:00:00Z"),
		window.MustParse("2026-01-11T08:00:00Z/2026-01-11T12:00:00Z"),
	)
	from := window.SetOf(window.MustParse("2026-01-10T10:00:00Z/.."))
	both := window.Intersect(mornings.Timeline(), from.Timeline())

	at := time.Date(2026, 1, 10, 0, 0, 0, 0, time.UTC)
	for w := range both.Windows(at, at.AddDate(0, 0, 7)) {
		fmt.Println(w)
	}
	// Output:
	// 2026-01-10T10:00:00Z/2026-01-10T12:00:00Z
	// 2026-01-11T08:00:00Z/2026-01-11T12:00:00Z
}

// Inside an open period the next one is the one after it.
func ExampleTimeline_Next() {
	t := window.SetOf(
		window.MustParse("2026-01-10T08:00:00Z/2026-01-10T12:00:00Z"),
		window.MustParse("2026-01-11T08:00:00Z/2026-01-11T12:00:00Z"),
	).Timeline()

	fmt.Println(t.Next(time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC)))
	fmt.Println(t.Next(time.Date(2026, 1, 11, 9, 0, 0, 0, time.UTC)))
	// Output:
	// 2026-01-11T08:00:00Z/2026-01-11T12:00:00Z true
	//  false
}

// The periods of a range are cut to it.
func ExampleTimeline_Windows() {
	zone := tz.MustLoad("Europe/Berlin")
	nights, err := schedule.MustCompile(schedule.Spec{Rule: schedule.Daily{}, StartTime: tz.MustParseTimeOfDay("22:00")}).In(zone, tz.GapForward, tz.OverlapFirst)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := window.Compile(window.Spec{Starts: nights, Duration: 4 * time.Hour})
	if err != nil {
		fmt.Println(err)
		return
	}
	from := time.Date(2026, 1, 10, 0, 0, 0, 0, time.UTC)
	for w := range r.Timeline().Windows(from, from.AddDate(0, 0, 1)) {
		fmt.Println(w)
	}
	// Output:
	// 2026-01-10T00:00:00Z/2026-01-10T01:00:00Z
	// 2026-01-10T21:00:00Z/2026-01-11T00:00:00Z
}
