package compare

import (
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/adhocore/gronx"
	"github.com/casement-go/casement/schedule"
	"github.com/casement-go/casement/tz"
	"github.com/hashicorp/cronexpr"
	netresearch "github.com/netresearch/go-cron"
	robfig "github.com/robfig/cron/v3"
)

var expressions = []string{"*/15 2-5 * * 1-5", "0 0 29 2 *", "0 0 * * 5L", "* * * * *"}

// A search returns the next occurrence after an instant, or the one before it.
type search func(time.Time) time.Time

// A library makes searches of an expression: nil where it cannot read it or does not search that way.
type library struct {
	name string
	of   func(expression string, zone string) (next, prev search)
}

var libraries = []library{
	{"casement", func(expression, zone string) (search, search) {
		p := schedule.MustParseCron(expression).In(tz.MustLoad(zone))
		return p.Next, p.Prev
	}},
	{"robfig", func(expression, _ string) (search, search) {
		s, err := robfig.ParseStandard(expression)
		if err != nil {
			return nil, nil
		}
		return s.Next, nil
	}},
	{"netresearch", func(expression, _ string) (search, search) {
		s, err := netresearch.ParseStandard(expression)
		if err != nil {
			return nil, nil
		}
		if s, ok := s.(netresearch.ScheduleWithPrev); ok {
			return s.Next, s.Prev
		}
		return s.Next, nil
	}},
	{"gronx", func(expression, _ string) (search, search) { // it parses at every search
		return func(t time.Time) time.Time {
				next, _ := gronx.NextTickAfter(expression, t, false)
				return next
			}, func(t time.Time) time.Time {
				prev, _ := gronx.PrevTickBefore(expression, t, false)
				return prev
			}
	}},
	{"cronexpr", func(expression, _ string) (search, search) {
		s, err := cronexpr.Parse(expression)
		if err != nil {
			return nil, nil
		}
		return s.Next, nil
	}},
}

// instants returns instants of 2026 in a zone. They are few enough to stay in the cache and many enough that no search is
// like the one before.
func instants(zone string) []time.Time {
	loc, err := time.LoadLocation(zone)
	if err != nil {
		panic(err)
	}
	random := rand.New(rand.NewPCG(7, 8))
	all := make([]time.Time, 1024)
	for i := range all {
		all[i] = time.Date(2026, 1, 1, 0, 0, random.IntN(365*86400), 0, loc)
	}
	return all
}

// TestMain checks that answers are equal before anything is timed.
func TestMain(m *testing.M) {
	if !equalAnswers() {
		os.Exit(1)
	}
	os.Exit(m.Run())
}

// quiet reports whether no change of offset is within two days.
func quiet(t time.Time) bool {
	_, before := t.AddDate(0, 0, -2).Zone()
	_, after := t.AddDate(0, 0, 2).Zone()
	return before == after
}

func equalAnswers() bool {
	equal := true
	for _, zone := range []string{"UTC", "America/New_York"} {
		for _, expression := range expressions {
			next, prev := libraries[0].of(expression, zone)
			for _, l := range libraries[1:] {
				peerNext, peerPrev := l.of(expression, zone)
				compared := 0
				for _, t := range instants(zone) {
					for _, pair := range [][2]search{{next, peerNext}, {prev, peerPrev}} {
						if pair[1] == nil {
							continue
						}
						want, got := pair[0](t), pair[1](t)
						if !quiet(t) || !quiet(want.In(t.Location())) {
							continue
						}
						if compared++; !got.Equal(want) {
							println(l.name, zone, expression, t.String(), got.String(), "want", want.String())
							equal = false
							break
						}
					}
				}
				if peerNext != nil && compared < 500 {
					println(l.name, zone, expression, "compared only", compared)
					equal = false
				}
			}
		}
	}
	return equal
}

func bench(b *testing.B, pick func(l library, expression, zone string) search) {
	for _, zone := range []string{"UTC", "America/New_York"} {
		times := instants(zone)
		for _, expression := range expressions {
			for _, l := range libraries {
				find := pick(l, expression, zone)
				if find == nil {
					continue
				}
				b.Run(zone+"/"+expression+"/"+l.name, func(b *testing.B) {
					b.ReportAllocs()
					for i := 0; b.Loop(); i++ {
						find(times[i%len(times)])
					}
				})
			}
		}
	}
}

func BenchmarkNext(b *testing.B) {
	bench(b, func(l library, expression, zone string) search { next, _ := l.of(expression, zone); return next })
}

func BenchmarkPrev(b *testing.B) {
	bench(b, func(l library, expression, zone string) search { _, prev := l.of(expression, zone); return prev })
}

// BenchmarkParse reads expressions.
func BenchmarkParse(b *testing.B) {
	for _, expression := range expressions {
		for _, l := range []struct {
			name  string
			parse func(string) error
		}{
			{"casement", func(s string) error { _, err := schedule.ParseCron(s); return err }},
			{"robfig", func(s string) error { _, err := robfig.ParseStandard(s); return err }},
			{"netresearch", func(s string) error { _, err := netresearch.ParseStandard(s); return err }},
			{"cronexpr", func(s string) error { _, err := cronexpr.Parse(s); return err }},
		} {
			if l.parse(expression) != nil {
				continue
			}
			b.Run(expression+"/"+l.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					l.parse(expression)
				}
			})
		}
	}
}

// TestNoAllocations: ours are none.
func TestNoAllocations(t *testing.T) {
	times := instants("America/New_York")
	for _, expression := range expressions {
		next, prev := libraries[0].of(expression, "America/New_York")
		if n := testing.AllocsPerRun(len(times), func() { next(times[0]); prev(times[1]) }); n != 0 {
			t.Errorf("%s: %v allocations", expression, n)
		}
	}
}
