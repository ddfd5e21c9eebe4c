package bench

import (
	"fmt"
	"iter"
	"runtime"
	"testing"
	"time"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/fleet"
)

// BenchmarkFleet asks a million calendars, which differ in start time over 50 zones, second after second: what they take of the
// heap, with the fleet and all that they share, is told beside the time for each of them.
func BenchmarkFleet(b *testing.B) {
	const n = 1_000_000
	before := heap()
	pool := new(calendar.Pool)
	all := workload.Fleet(n, calendar.WithPool(pool))
	f := fleet.Of(all)
	bits := f.IsOpen(workload.Now, nil)
	bytes := float64(heap()-before) / n

	perCalendar := func(b *testing.B) {
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/calendar")
		b.ReportMetric(bytes, "B/calendar")
	}
	b.Run("ask=IsOpen", func(b *testing.B) {
		b.ReportAllocs()
		t := workload.Now
		for b.Loop() {
			bits = f.IsOpen(t, bits)
			t = t.Add(time.Second)
		}
		perCalendar(b)
	})
	b.Run("ask=each", func(b *testing.B) {
		t := workload.Now
		for b.Loop() {
			for _, c := range all {
				sinkBool = c.IsOpen(t)
			}
			t = t.Add(time.Second)
		}
		perCalendar(b)
	})
	b.Run("ask=Changes", func(b *testing.B) { // an operation is a change
		next, stop := iter.Pull(f.Changes(workload.Now))
		defer stop()
		next() // which puts them in order
		for b.Loop() {
			c, _ := next()
			sinkBool = c.Open
		}
	})
	runtime.KeepAlive(pool)
}

// heap returns the bytes in use.
func heap() uint64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// BenchmarkMemo asks one calendar second after second.
func BenchmarkMemo(b *testing.B) {
	for _, p := range []workload.Policy{workload.Weekly, workload.Real} {
		memo := p.Calendar(newYork).Memo()
		at := workload.Consecutive()
		b.Run(fmt.Sprintf("policy=%s/zone=America_New_York/at=consecutive", p.Name), func(b *testing.B) {
			b.ReportAllocs()
			i := 0
			for b.Loop() {
				sinkBool = memo.IsOpen(at[i&(len(at)-1)])
				i++
			}
		})
	}
}
