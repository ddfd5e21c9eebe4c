package bench

import (
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

const newYork = "America/New_York"

var (
	sinkBool   bool
	sinkWindow window.Window
	sinkStatus calendar.Status
)

// mask keeps an index within the instants of a class.
const mask = workload.Len - 1

func BenchmarkIsOpen(b *testing.B) {
	queries(b, func(b *testing.B, c *calendar.Calendar, at []time.Time) {
		for i := 0; b.Loop(); i++ {
			sinkBool = c.IsOpen(at[i&mask])
		}
	})
}

func BenchmarkAt(b *testing.B) {
	queries(b, func(b *testing.B, c *calendar.Calendar, at []time.Time) {
		for i := 0; b.Loop(); i++ {
			sinkStatus = c.At(at[i&mask])
		}
	})
}

func BenchmarkNext(b *testing.B) {
	queries(b, func(b *testing.B, c *calendar.Calendar, at []time.Time) {
		for i := 0; b.Loop(); i++ {
			sinkWindow, sinkBool = c.Next(at[i&mask])
		}
	})
}

func BenchmarkPrev(b *testing.B) {
	queries(b, func(b *testing.B, c *calendar.Calendar, at []time.Time) {
		for i := 0; b.Loop(); i++ {
			sinkWindow, sinkBool = c.Prev(at[i&mask])
		}
	})
}

func BenchmarkNextFit(b *testing.B) {
	queries(b, func(b *testing.B, c *calendar.Calendar, at []time.Time) {
		for i := 0; b.Loop(); i++ {
			sinkWindow, sinkBool = c.NextFit(at[i&mask], 5*time.Minute)
		}
	})
}

// queries runs a benchmark of every policy in New York at random instants, and of two of them by zone and by class of input:
// the rest of the product says nothing new.
func queries(b *testing.B, run func(*testing.B, *calendar.Calendar, []time.Time)) {
	add := func(p workload.Policy, zone string, class workload.Class) {
		b.Run(name("policy", p.Name, "zone", zone, "at", class.Name), func(b *testing.B) {
			c, at := p.Calendar(zone), class.Instants()
			b.ReportAllocs()
			run(b, c, at)
		})
	}
	random := workload.Classes[len(workload.Classes)-1]
	for _, p := range workload.Policies {
		add(p, newYork, random)
	}
	for _, p := range []workload.Policy{workload.Weekly, workload.Real} {
		for _, zone := range []string{"UTC", "+05:30", "Africa/Casablanca"} {
			add(p, zone, random)
		}
		for _, class := range workload.Classes {
			if class.Name != random.Name {
				add(p, newYork, class)
			}
		}
	}
}
