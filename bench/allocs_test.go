package bench

import (
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
)

// TestS19NoAllocs: no query of any policy in any zone allocates, in the years that zones have tables for.
func TestS19NoAllocs(t *testing.T) {
	at := workload.Random()[:64]
	for year := 1972; year <= 2104; year += 3 {
		at = append(at, time.Date(year, time.Month(1+year%12), 1+year%28, year%24, 0, 0, 0, time.UTC))
	}
	for _, p := range workload.Policies {
		for _, zone := range []string{"UTC", "+05:30", newYork, "Africa/Casablanca"} {
			c := p.Calendar(zone)
			for query, ask := range map[string]func(time.Time){
				"IsOpen":  func(t time.Time) { sinkBool = c.IsOpen(t) },
				"At":      func(t time.Time) { sinkStatus = c.At(t) },
				"Next":    func(t time.Time) { sinkWindow, sinkBool = c.Next(t) },
				"Prev":    func(t time.Time) { sinkWindow, sinkBool = c.Prev(t) },
				"NextFit": func(t time.Time) { sinkWindow, sinkBool = c.NextFit(t, 5*time.Minute) },
				"Windows": func(t time.Time) {
					for w := range c.Windows(t, t.AddDate(0, 0, 40)) {
						sinkWindow = w
					}
				},
			} {
				// One run over all instants: AllocsPerRun divides and rounds down, so that a few in many runs would not show.
				if n := testing.AllocsPerRun(1, func() {
					for _, t := range at {
						ask(t)
					}
				}); n != 0 {
					t.Errorf("%s in %s: %v allocations in %d %s", p.Name, zone, n, len(at), query)
				}
			}
		}
	}
}
