package bench

import (
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
)

var (
	sinkExplanation calendar.Explanation
	sinkChange      calendar.Change
	sinkConflict    calendar.Conflict
	sinkTime        time.Time
)

// BenchmarkExplain explains random instants: for people, and with allocations.
func BenchmarkExplain(b *testing.B) {
	for _, p := range workload.Policies {
		b.Run(name("policy", p.Name, "zone", newYork), func(b *testing.B) {
			c, at := p.Calendar(newYork), workload.Random()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				sinkExplanation = c.Explain(at[i&mask])
			}
		})
	}
}

// BenchmarkDiff compares the weekly policy with the real one over a year.
func BenchmarkDiff(b *testing.B) {
	before, after := workload.Weekly.Calendar(newYork), workload.Real.Calendar(newYork)
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(1, 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		for change := range calendar.Diff(before, after, from, to) {
			sinkChange = change
		}
	}
}

// BenchmarkConflicts looks for times of a year at which two of three regions are open.
func BenchmarkConflicts(b *testing.B) {
	regions := []*calendar.Calendar{workload.Daily.Calendar("UTC"), workload.Daily.Calendar(newYork), workload.Real.Calendar("Africa/Casablanca")}
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(1, 0, 0)
	b.ReportAllocs()
	for b.Loop() {
		for conflict := range calendar.Conflicts(1, from, to, regions...) {
			sinkConflict = conflict
		}
	}
}

// BenchmarkSplay finds the start of one member of a fleet.
func BenchmarkSplay(b *testing.B) {
	w, _ := workload.Weekly.Calendar(newYork).Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	b.ReportAllocs()
	for b.Loop() {
		sinkTime, sinkBool = calendar.Splay(w, "cluster-0042", time.Hour)
	}
}
