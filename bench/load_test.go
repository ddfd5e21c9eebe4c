package bench

import (
	"os"
	"testing"

	"github.com/casement-go/casement/bench/internal/workload"
	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
)

var sinkZone tz.Zone

// BenchmarkParse reads documents.
func BenchmarkParse(b *testing.B) {
	for _, p := range workload.Policies {
		document := []byte(p.In(newYork))
		b.Run(name("policy", p.Name), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(document)))
			for b.Loop() {
				if _, err := calendar.Parse(document); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkCompile compiles policies whose zone is loaded already.
func BenchmarkCompile(b *testing.B) {
	for _, p := range workload.Policies {
		policy, err := calendar.Parse([]byte(p.In(newYork)))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name("policy", p.Name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := calendar.Compile(policy); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkZone asks a database for a zone: from disk, by a database that is new each time, and again of one that has it.
func BenchmarkZone(b *testing.B) {
	const directory = "/usr/share/zoneinfo"
	if _, err := os.Stat(directory); err != nil {
		b.Skip(err)
	}
	for _, zone := range []string{"Asia/Kolkata", newYork, "Africa/Casablanca"} {
		database := func() *tz.Database { return tz.DatabaseFS(os.DirFS(directory), "any") }
		load := func(b *testing.B, db *tz.Database) {
			var err error
			if sinkZone, err = db.Zone(zone); err != nil {
				b.Fatal(err)
			}
		}
		b.Run(name("zone", zone, "from", "disk"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				load(b, database())
			}
		})
		b.Run(name("zone", zone, "from", "cache"), func(b *testing.B) {
			db := database()
			b.ReportAllocs()
			for b.Loop() {
				load(b, db)
			}
		})
	}
}
