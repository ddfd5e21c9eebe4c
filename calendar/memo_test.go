package calendar_test

import (
	"fmt"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
)

// Law: a memo says what its calendar says, whatever it was asked before, in all years.
func TestMemoAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Cases().Draw(t, "case")
		cal := calendar.MustCompile(c.Policy)
		memo := cal.Memo()
		at := c.At
		for _, step := range rapid.SliceOfN(rapid.Int64Range(-1<<34, 1<<34), 1, 30).Draw(t, "steps") {
			if step%8 != 0 {
				step %= 1 << 16 // near the last one
			}
			at = at.Add(time.Duration(step) * time.Second)
			if got, want := memo.IsOpen(at), cal.IsOpen(at); got != want {
				t.Fatalf("at %v: %v, want %v", at, got, want)
			}
		}
		// What is remembered must end where it ends.
		if w, ok := cal.Next(c.At); ok {
			start, _ := w.Start()
			for _, at := range []time.Time{start.Add(-time.Nanosecond), start, start.Add(-time.Second), start.Add(time.Second)} {
				if got, want := memo.IsOpen(at), cal.IsOpen(at); got != want {
					t.Fatalf("at %v: %v, want %v", at, got, want)
				}
			}
		}
	})
}

func TestMemoOfNothing(t *testing.T) {
	var memo calendar.Memo
	if memo.IsOpen(time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)) {
		t.Error("the zero Memo is open")
	}
}

// The years that a memo does not remember, and the edges of those that it does.
func TestMemoOutsideItsYears(t *testing.T) {
	memo := calendar.MustCompile(calendar.Policy{Windows: []calendar.WindowSpec{{Always: true}}}).Memo()
	for _, sec := range []int64{-1 << 63, -1 << 40, -1, 0, 1, 1<<31 - 1, 1 << 31, 1<<32 - 1, 1 << 32, 1 << 40, 1<<62 - 1} {
		if !memo.IsOpen(time.Unix(sec, 0)) {
			t.Errorf("at %d it is shut", sec)
		}
	}
}

func TestMemoConcurrent(t *testing.T) {
	cal := calendar.MustCompile(gen.Cases().Example(3).Policy)
	memo := cal.Memo()
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 500 {
				at := start.Add(time.Duration(i*(g+1)) * 17 * time.Minute)
				if memo.IsOpen(at) != cal.IsOpen(at) {
					t.Errorf("at %v", at)
				}
			}
		})
	}
	wg.Wait()
}

func ExampleMemo() {
	nightly := calendar.MustCompile(calendar.Policy{TimeZone: "America/New_York", Windows: []calendar.WindowSpec{
		{Schedule: &calendar.Schedule{Daily: &calendar.Daily{}}, StartTime: "22:00", DurationHours: 4},
	}})
	memo := nightly.Memo() // one for all that ask about the present
	now := time.Date(2026, 11, 21, 2, 58, 0, 0, time.UTC)
	for range 4 {
		fmt.Println(now.Format("15:04"), memo.IsOpen(now))
		now = now.Add(time.Minute)
	}
	// Output:
	// 02:58 false
	// 02:59 false
	// 03:00 true
	// 03:01 true
}
