package schedule_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
)

// randomSeconds are instants of the years 2025 to 2034 in no order, always the same: what a fleet of policies is asked. A branch
// that goes one way for a run of consecutive instants goes either way for these.
func randomSeconds() *[4096]int64 {
	random := rand.New(rand.NewPCG(1, 2))
	var secs [4096]int64
	for i := range secs {
		secs[i] = 1_735_689_600 + random.Int64N(10*365*86400)
	}
	return &secs
}

// BenchmarkCalibrate takes 100 steps of plain arithmetic that depend on each other, whatever this package does: divide by it what
// is to be compared between machines, or between runs on a busy one.
func BenchmarkCalibrate(b *testing.B) {
	x := uint64(1)
	for b.Loop() {
		for range 100 {
			x = x*6364136223846793005 + 1442695040888963407
		}
	}
	sinkLast = int64(x)
}

// BenchmarkRandom asks schedules of each kind, in New York, at random instants.
func BenchmarkRandom(b *testing.B) {
	secs := randomSeconds()
	for _, k := range append(kinds(),
		kind{"last-friday-since-2006", schedule.Spec{Rule: schedule.RelativeMonthly{Interval: 2, WeekIndex: schedule.Last, DayOfWeek: tz.Friday},
			StartTime: tz.MustParseTimeOfDay("22:00"), StartDate: tz.MustParseDate("2006-01-01")}},
		kind{"cron-quarters", schedule.Spec{Rule: schedule.MustParseCron("30 3 1 */3 *")}},
	) {
		placed := inNewYork(b, k.spec)
		b.Run(k.name+"/UpTo", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				sinkOccurrence, sinkOK = placed.UpTo(secs[i%len(secs)])
			}
		})
		b.Run(k.name+"/From", func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				sinkOccurrence, sinkOK = placed.From(secs[i%len(secs)])
			}
		})
	}
}

// BenchmarkNext is the call that Go schedulers make.
func BenchmarkNext(b *testing.B) {
	secs := randomSeconds()
	var times [len(secs)]time.Time
	for i, sec := range secs {
		times[i] = time.Unix(sec, 0)
	}
	placed := inNewYork(b, schedule.Spec{Rule: schedule.MustParseCron("*/15 2-5 * * 1-5")})
	for i := 0; b.Loop(); i++ {
		sinkTime = placed.Next(times[i%len(times)])
	}
}

var sinkTime time.Time
