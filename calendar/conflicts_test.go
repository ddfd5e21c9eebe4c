package calendar_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// The diagram of the doc comment, two columns a second.
func TestConflicts(t *testing.T) {
	calendars := []*calendar.Calendar{ofSeconds(t, 0b0000_1111_1111), ofSeconds(t, 0b0111_1111_1100), ofSeconds(t, 0b0111_1110_0000)}
	want := []calendar.Conflict{{span(2, 5), []int{0, 1}}, {span(5, 8), []int{0, 1, 2}}, {span(8, 11), []int{1, 2}}}
	got := slices.Collect(calendar.Conflicts(1, midnight, midnight.Add(24*time.Second), calendars...))
	if !slices.EqualFunc(got, want, sameConflict) {
		t.Errorf("got %v, want %v", got, want)
	}

	// The range cuts them at both ends, in whole seconds.
	want = []calendar.Conflict{{span(6, 8), []int{0, 1, 2}}, {span(8, 9), []int{1, 2}}}
	got = slices.Collect(calendar.Conflicts(1, midnight.Add(6*time.Second), midnight.Add(9*time.Second+time.Millisecond), calendars...))
	if !slices.EqualFunc(got, want, sameConflict) {
		t.Errorf("got %v, want %v", got, want)
	}

	// A list is the caller's, and a sequence may be left and asked for again.
	all := calendar.Conflicts(1, midnight, midnight.Add(24*time.Second), calendars...)
	for range 2 {
		for c := range all {
			if !slices.Equal(c.Open, []int{0, 1}) {
				t.Errorf("the first is %v", c)
			}
			c.Open[0] = 7
			break
		}
	}
}

func sameConflict(a, b calendar.Conflict) bool {
	return a.Window == b.Window && slices.Equal(a.Open, b.Open)
}

// All three calendars of all patterns of four seconds, and all k.
func TestConflictsLaws(t *testing.T) {
	const n = 4
	var all [1 << n]*calendar.Calendar
	for bits := range all {
		all[bits] = ofSeconds(t, uint(bits))
	}
	for _, a := range all {
		for _, b := range all {
			for _, c := range all {
				for k := -1; k <= 3; k++ {
					checkConflicts(t, k, midnight, n, time.Second, a, b, c)
				}
			}
		}
	}
}

// Any calendars with minutes for edges.
func TestConflictsLawsOfRecurrences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		calendars := make([]*calendar.Calendar, rapid.IntRange(0, 5).Draw(t, "calendars"))
		for i := range calendars {
			calendars[i] = drawCalendar(t, fmt.Sprint(i))
		}
		from := midnight.Add(time.Duration(rapid.IntRange(-48*60, 24*60).Draw(t, "from")) * time.Minute)
		checkConflicts(t, rapid.IntRange(-1, len(calendars)).Draw(t, "k"), from, rapid.IntRange(0, 2*24*60).Draw(t, "minutes"), time.Minute, calendars...)
	})
}

// checkConflicts compares Conflicts with what is open at each of some steps, between which nothing changes.
func checkConflicts(t interface {
	Helper()
	Fatalf(string, ...any)
}, k int, from time.Time, steps int, step time.Duration, calendars ...*calendar.Calendar) {
	t.Helper()
	to := from.Add(time.Duration(steps) * step)
	var want []calendar.Conflict
	for at := from; at.Before(to); at = at.Add(step) {
		var open []int
		for i, c := range calendars {
			if c.IsOpen(at) {
				open = append(open, i)
			}
		}
		if len(open) <= k {
			continue
		}
		now, _ := window.Of(at, at.Add(step))
		if n := len(want); n > 0 && slices.Equal(want[n-1].Open, open) {
			if end, _ := want[n-1].Window.End(); end.Equal(at) {
				start, _ := want[n-1].Window.Seconds()
				_, end := now.Seconds()
				want[n-1].Window = window.OfSeconds(start, end)
				continue
			}
		}
		want = append(want, calendar.Conflict{Window: now, Open: open})
	}
	if got := slices.Collect(calendar.Conflicts(k, from, to, calendars...)); !slices.EqualFunc(got, want, sameConflict) {
		t.Fatalf("more than %d from %v to %v:\n got %v\nwant %v", k, from, to, got, want)
	}
}

func ExampleConflicts() {
	// Two regions of one database must not be worked on at once.
	east := calendarOf(`{"name":"east","timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":4}]}`)
	west := calendarOf(`{"name":"west","timeZone":"America/Los_Angeles","windows":[{"schedule":{"daily":{}},"startTime":"01:00","durationHours":4}]}`)
	regions := []*calendar.Calendar{east, west}

	from := time.Date(2026, 6, 1, 0, 0, 0, 0, time.UTC)
	for c := range calendar.Conflicts(1, from, from.AddDate(0, 0, 2), regions...) {
		fmt.Print(c.Window)
		for _, i := range c.Open {
			fmt.Print(" ", regions[i].Name())
		}
		fmt.Println()
	}
	// Output:
	// 2026-06-01T08:00:00Z/2026-06-01T09:00:00Z east west
	// 2026-06-02T08:00:00Z/2026-06-02T09:00:00Z east west
}
