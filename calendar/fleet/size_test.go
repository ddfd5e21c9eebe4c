package fleet_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/fleet"
)

// A fleet and its calendars take no more than 300 bytes each, with all that they share: here 20,000 in 1,000 start times.
func TestBytesOfACalendar(t *testing.T) {
	const n = 20_000
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	pool := new(calendar.Pool)
	list := make([]*calendar.Calendar, n)
	before := heap()
	for i := range list {
		list[i] = calendar.MustCompile(calendar.Policy{Name: fmt.Sprint("cluster-", i), UTCOffset: "+02:00", Windows: []calendar.WindowSpec{{
			Schedule:      &calendar.Schedule{Weekly: &calendar.Weekly{DayOfWeek: "Saturday"}},
			StartTime:     fmt.Sprintf("%02d:%02d", i%1000/60, i%60),
			DurationHours: 4,
		}}}, calendar.WithPool(pool))
	}
	f := fleet.Of(list)
	each := float64(heap()-before) / n
	runtime.KeepAlive(list)
	runtime.KeepAlive(f)
	runtime.KeepAlive(pool)
	if each > 300 {
		t.Errorf("%.0f bytes a calendar", each)
	}
	t.Logf("%.0f bytes a calendar", each)
}
