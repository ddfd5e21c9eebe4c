package tz_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/tz"
)

// Sinks keep the compiler from dropping what is measured.
var (
	sinkStretch    tz.Stretch
	sinkResolution tz.Resolution
	sinkDateTime   tz.DateTime
	sinkInt64      int64
	sinkInt        int
)

// A class is a kind of input whose cost differs from that of the others.
type class struct {
	name string
	zone tz.Zone
	at   *[1024]int64
}

// classes returns 1024 instants of each class, the same in every run.
func classes() []class {
	random := rand.New(rand.NewPCG(1, 1))
	span := func(from, to string) *[1024]int64 {
		a, b := sec(from), sec(to)
		at := new([1024]int64)
		for i := range at {
			at[i] = a + random.Int64N(b-a)
		}
		return at
	}
	now := new([1024]int64)
	for i := range now {
		now[i] = sec("2026-07-01T12:00:00Z") + int64(i)
	}
	decade := span("2025-01-01T00:00:00Z", "2035-01-01T00:00:00Z")
	york := tz.MustLoad("America/New_York")
	return []class{
		{"UTC", tz.UTC(), decade},
		{"offset", tz.MustParseOffset("+05:30").Zone(), decade},
		{"New_York/one_hour", york, now},
		{"New_York/2025-2034", york, decade},
		{"New_York/1970-2100", york, span("1970-01-01T00:00:00Z", "2101-01-01T00:00:00Z")},
		{"New_York/2101-2400", york, span("2101-01-01T00:00:00Z", "2400-01-01T00:00:00Z")},
		{"New_York/1800-1969", york, span("1800-01-01T00:00:00Z", "1970-01-01T00:00:00Z")},
	}
}

func TestS19NoAllocs(t *testing.T) {
	for _, c := range classes() {
		for what, f := range map[string]func(at int64){
			"Stretch":    func(at int64) { sinkStretch = c.zone.Stretch(at) },
			"Local":      func(at int64) { sinkInt64 = c.zone.Local(at) },
			"Resolve":    func(at int64) { sinkResolution = c.zone.Resolve(at) },
			"Read":       func(at int64) { sinkDateTime = c.zone.Read(time.Unix(at, 0)) },
			"Seconds":    func(at int64) { sinkInt64 = tz.Seconds(time.Unix(at, 0)) },
			"MonthOfDay": func(at int64) { sinkInt, _ = tz.MonthOfDay(int(tz.FloorDay(at))) },
		} {
			// One run over all of them: AllocsPerRun rounds down, so that a few in many runs would not show. It makes another
			// before it counts, in which a zone may make out years that it has not been asked about before.
			n := testing.AllocsPerRun(1, func() {
				for _, at := range c.at {
					f(at)
				}
			})
			if n != 0 {
				t.Errorf("%s allocates %v times for %d instants, %s", what, n, len(c.at), c.name)
			}
		}
	}
	// Nor does it cost an allocation to ask for a zone again.
	db := tz.System()
	if n := testing.AllocsPerRun(1, func() { db.Zone("America/New_York") }); n != 0 {
		t.Errorf("Zone allocates %v times for a zone that it has", n)
	}
}

func BenchmarkStretch(b *testing.B) {
	for _, c := range classes() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			zone := c.zone
			for i := 0; b.Loop(); i++ {
				at := c.at[uint(i)%1024]
				sinkStretch = zone.Stretch(at)
			}
		})
	}
}

func BenchmarkLocal(b *testing.B) {
	for _, c := range classes() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			zone := c.zone
			for i := 0; b.Loop(); i++ {
				at := c.at[uint(i)%1024]
				sinkInt64 = zone.Local(at)
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, c := range classes() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			zone := c.zone
			for i := 0; b.Loop(); i++ {
				at := c.at[uint(i)%1024]
				sinkResolution = zone.Resolve(at)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	for _, c := range classes() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			zone := c.zone
			for i := 0; b.Loop(); i++ {
				at := c.at[uint(i)%1024]
				sinkDateTime = zone.Read(time.Unix(at, 0))
			}
		})
	}
}

func BenchmarkSeconds(b *testing.B) {
	at := time.Unix(1_782_907_200, 5e8)
	for b.Loop() {
		sinkInt64 = tz.Seconds(at)
	}
}

// BenchmarkMonthOfDay takes the days of the years 2025 to 2034 in random order.
func BenchmarkMonthOfDay(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 1))
	var days [1024]int
	for i := range days {
		days[i] = 20089 + random.IntN(3652)
	}
	for i := 0; b.Loop(); i++ {
		month, dom := tz.MonthOfDay(days[uint(i)%1024])
		sinkInt = month + dom
	}
}

// BenchmarkZoneOf builds a zone from a location: once per zone and process.
func BenchmarkZoneOf(b *testing.B) {
	for _, name := range []string{"Asia/Tokyo", "America/New_York"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := tz.ZoneOf(name, loc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkZone asks for a zone that the database has already.
func BenchmarkZone(b *testing.B) {
	for b.Loop() {
		if _, err := tz.Load("America/New_York"); err != nil {
			b.Fatal(err)
		}
	}
}
