package bench

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

var (
	sinkBool   bool
	sinkWindow window.Window
	sinkStatus calendar.Status
)

// randomInstants are instants from 2025 to 2035, always the same.
func randomInstants() *[4096]time.Time {
	r := rand.New(rand.NewPCG(1, 2))
	var ts [4096]time.Time
	for i := range ts {
		ts[i] = time.Unix(1_735_689_600+r.Int64N(10*365*86400), 0)
	}
	return &ts
}

// compile returns the calendar of a document that is known to be right.
func compile(doc string) *calendar.Calendar {
	policy, err := calendar.Parse([]byte(doc))
	if err != nil {
		panic(err)
	}
	return calendar.MustCompile(policy)
}

// realPolicy is what a platform team writes: three windows, eight blackouts by date, one by year, two by time of day.
const realPolicy = `{"name":"prod","timeZone":"America/New_York","windows":[
	{"name":"saturday","schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4},
	{"name":"last-friday","schedule":{"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}},"startDate":"2006-01-01","startTime":"22:00","durationHours":6},
	{"name":"quarters","schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m"}],
	"notAllowedDates":[
	{"start":"2026-01-16","end":"2026-01-19"},{"start":"2026-02-13","end":"2026-02-16"},{"start":"2026-04-03","end":"2026-04-06"},{"start":"2026-05-22","end":"2026-05-25"},
	{"start":"2026-07-03","end":"2026-07-05"},{"start":"2026-09-04","end":"2026-09-07"},{"start":"2026-11-25","end":"2026-11-30"},{"start":"2027-01-15","end":"2027-01-18"},
	{"name":"year end","start":"12-18","end":"01-04"}],
	"notAllowedTime":[{"start":"08:00","end":"18:00","daysOfWeek":["Monday"]},{"start":"03:00","end":"03:30"}]}`

// BenchmarkQueries asks each question of policies of several kinds at random instants.
func BenchmarkQueries(b *testing.B) {
	for _, p := range []struct{ name, doc string }{
		{"weekly", `{"timeZone":"America/New_York","windows":[{"schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4}]}`},
		{"weekly-fixed", `{"utcOffset":"-05:00","windows":[{"schedule":{"weekly":{"dayOfWeek":"Saturday"}},"startTime":"02:00","durationHours":4}]}`},
		{"last-friday", `{"timeZone":"America/New_York","windows":[{"schedule":{"relativeMonthly":{"intervalMonths":2,"weekIndex":"Last","dayOfWeek":"Friday"}},"startDate":"2006-01-01","startTime":"22:00","durationHours":6}]}`},
		{"cron", `{"timeZone":"America/New_York","windows":[{"schedule":{"cron":"*/15 2-5 * * 1-5"},"duration":"10m"}]}`},
		{"real", realPolicy},
	} {
		cal := compile(p.doc)
		ts := randomInstants()
		run := func(question string, ask func(time.Time)) {
			b.Run(p.name+"/"+question, func(b *testing.B) {
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					ask(ts[i%len(ts)])
				}
			})
		}
		run("IsOpen", func(t time.Time) { sinkBool = cal.IsOpen(t) })
		run("At", func(t time.Time) { sinkStatus = cal.At(t) })
		run("Next", func(t time.Time) { sinkWindow, _ = cal.Next(t) })
		run("Prev", func(t time.Time) { sinkWindow, _ = cal.Prev(t) })
	}
}

// BenchmarkStartDate shows that the cost of a question does not depend on how far startDate lies back.
func BenchmarkStartDate(b *testing.B) {
	now := time.Date(2026, 6, 12, 12, 0, 0, 0, time.UTC)
	for _, year := range []string{"1970", "2026"} {
		cal := compile(`{"timeZone":"America/New_York","windows":[{"schedule":{"weekly":{"intervalWeeks":2,"daysOfWeek":["Wednesday","Saturday"]}},
			"startDate":"` + year + `-01-01","startTime":"02:00","durationHours":4}]}`)
		b.Run(year+"/Next", func(b *testing.B) {
			for b.Loop() {
				sinkWindow, _ = cal.Next(now)
			}
		})
		b.Run(year+"/Prev", func(b *testing.B) {
			for b.Loop() {
				sinkWindow, _ = cal.Prev(now)
			}
		})
	}
}

func BenchmarkYearOfDailyWindows(b *testing.B) {
	cal := compile(`{"timeZone":"America/New_York","windows":[{"schedule":{"daily":{}},"startTime":"02:00","durationHours":1}]}`)
	from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for b.Loop() {
		for w := range cal.Windows(from, from.AddDate(1, 0, 0)) {
			sinkWindow = w
		}
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := calendar.Parse([]byte(realPolicy)); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	p, err := calendar.Parse([]byte(realPolicy))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		calendar.MustCompile(p)
	}
}
