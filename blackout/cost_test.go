package blackout_test

import (
	"testing"
	"time"

	"github.com/casement-go/casement/blackout"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

var asked = parse("2026-11-21T08:00:00Z")

// namedTimeline is a blackout as it is used, named for the table of results.
type namedTimeline struct {
	name     string
	timeline window.Timeline
}

func timelines() []namedTimeline {
	z := tz.MustLoad("America/New_York")
	var many []blackout.DateSpan
	for i := range 1000 {
		day := tz.MustParseDate("2020-01-01").Add(7 * i)
		many = append(many, blackout.DateSpan{Start: day, End: day.Add(2)})
	}
	return []namedTimeline{
		{"dates", must(blackout.Dates(z, dates("2026-12-18", "2027-01-04")...))},
		{"dates-1000", must(blackout.Dates(z, many...))},
		{"yearly", must(blackout.Yearly(z, yearly("12-20", "01-05", "07-01", "07-05")...))},
		{"times", must(blackout.Times(z, times("08:00", "18:00", tz.Monday, tz.Tuesday, tz.Wednesday, tz.Thursday, tz.Friday)))},
	}
}

// S19: no question allocates in the years that zones have tables for.
func TestNoAllocs(t *testing.T) {
	for _, tl := range timelines() {
		for _, at := range []time.Time{asked, asked.AddDate(-30, 0, 0), asked.AddDate(50, 0, 0)} {
			sec := at.Unix()
			for name, f := range map[string]func(){
				"Holds":  func() { tl.timeline.Holds(sec) },
				"First":  func() { tl.timeline.First(sec, sec+window.Horizon, window.Open) },
				"Last":   func() { tl.timeline.Last(sec, sec-window.Horizon, window.Open) },
				"IsOpen": func() { tl.timeline.IsOpen(at) },
				"Next":   func() { tl.timeline.Next(at) },
				"Prev":   func() { tl.timeline.Prev(at) },
				"Around": func() { tl.timeline.Around(at) },
			} {
				if n := testing.AllocsPerRun(2, f); n != 0 {
					t.Errorf("%s, %s at %v: %v allocations", tl.name, name, at, n)
				}
			}
		}
	}
}

var (
	sinkOpen             bool
	sinkWindow, sinkNext window.Window
)

func BenchmarkIsOpen(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkOpen = tl.IsOpen(asked) })
}

func BenchmarkAround(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkOpen, sinkWindow, sinkNext = tl.Around(asked) })
}

func BenchmarkNext(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkWindow, sinkOpen = tl.Next(asked) })
}

func BenchmarkPrev(b *testing.B) {
	eachTimeline(b, func(tl window.Timeline) { sinkWindow, sinkOpen = tl.Prev(asked) })
}

func eachTimeline(b *testing.B, f func(window.Timeline)) {
	for _, tl := range timelines() {
		b.Run(tl.name, func(b *testing.B) {
			for b.Loop() {
				f(tl.timeline)
			}
		})
	}
}
