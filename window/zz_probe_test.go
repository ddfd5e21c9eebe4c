package window_test

import (
	"testing"
	"time"
	"fmt"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

func TestProbe(t *testing.T) {
	z := tz.MustParseOffset("+01:00").Zone()
	tl, _ := blackout.Dates(z, blackout.DateSpan{Start: tz.MustParseDate("2026-01-01"), End: tz.MustParseDate("2026-01-02")})
	done := make(chan bool)
	go func() {
		at, ok := tl.First(tz.MustParseDateTime("2027-01-01T00:00").Local(), tz.Future, window.Open)
		fmt.Println("dates", at, ok)
		done <- true
	}()
	select {
	case <-done:
	case <-time.After(3 * time.Second):
		fmt.Println("HANG dates First limit Future")
	}
	at, ok := window.Set{}.First(0, tz.Future, window.Open)
	fmt.Println("set", at, ok)
	for _, c := range []string{"* * * * *", "*/5 * * * *", "* 0-23 * * *", "* 2 * * *"} {
		s := schedule.MustCompile(schedule.Spec{Rule: schedule.MustParseCron(c)})
		p, err := s.In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
		if err != nil { t.Fatal(err) }
		r, err := window.Compile(window.Spec{Starts: p, EndTime: tz.MustParseTimeOfDay("12:00")})
		if err != nil { t.Fatal(err) }
		for _, at := range []string{"2026-11-21T08:00:00Z", "2026-11-01T08:00:00Z"} {
			tm, _ := time.Parse(time.RFC3339, at)
			t0 := time.Now()
			r.Timeline().IsOpen(tm)
			t1 := time.Now()
			open, span := r.Timeline().Around(tm)
			t2 := time.Now()
			_, ok := r.Timeline().Next(tm)
			t3 := time.Now()
			fmt.Println(c, at, "IsOpen", t1.Sub(t0), "Around", open, span, t2.Sub(t1), "Next", ok, t3.Sub(t2))
		}
	}
	// a window that never exists though its schedule has occurrences
	s := schedule.MustCompile(schedule.Spec{Rule: schedule.MustParseCron("30 2 8-14 3 SUN")})
	p, _ := s.In(tz.MustLoad("America/New_York"), tz.GapForward, tz.OverlapFirst)
	r, _ := window.Compile(window.Spec{Starts: p, EndTime: tz.MustParseTimeOfDay("03:00")})
	tm, _ := time.Parse(time.RFC3339, "2026-03-10T08:00:00Z")
	t0 := time.Now()
	r.Timeline().IsOpen(tm)
	t1 := time.Now()
	fmt.Println(r.Timeline().Next(tm))
	t2 := time.Now()
	fmt.Println(r.Timeline().Prev(tm))
	fmt.Println("never exists: IsOpen", t1.Sub(t0), "Next", t2.Sub(t1), "Prev", time.Since(t2))
	s = schedule.MustCompile(schedule.Spec{Rule: schedule.MustParseCron("30 2 30 12 *")})
	func() {
		defer func() { fmt.Println("timeline ==:", recover()) }()
		fmt.Println(window.Always() == window.Always())
	}()
	func() {
		defer func() { fmt.Println("zero placed:", recover()) }()
		fmt.Println(window.Compile(window.Spec{Starts: &schedule.Placed{}, Duration: time.Hour}))
	}()
	func() {
		defer func() { fmt.Println("nil recurrence timeline:", recover()) }()
		fmt.Println((&window.Recurrence{}).Timeline().IsOpen(tm))
	}()
}
