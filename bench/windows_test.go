package bench

import (
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
)

// BenchmarkWindows goes through the open periods of a year.
func BenchmarkWindows(b *testing.B) {
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	to := from.AddDate(1, 0, 0)
	for _, p := range workload.Policies {
		b.Run(name("policy", p.Name, "zone", newYork), func(b *testing.B) {
			c := p.Calendar(newYork)
			b.ReportAllocs()
			for b.Loop() {
				for w := range c.Windows(from, to) {
					sinkWindow = w
				}
			}
		})
	}
}
