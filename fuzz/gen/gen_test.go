package gen_test

import (
	"encoding/json"
	"flag"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/fuzz/gen"
	"github.com/casement-go/casement/tz"
	"pgregory.net/rapid"
)

// samples draws n values, always the same.
func samples[T any](g *rapid.Generator[T], n int) []T {
	list := make([]T, n)
	for i := range list {
		list[i] = g.Example(i + 1)
	}
	return list
}

// share reports what part of a list something holds of, in percent.
func share[T any](list []T, is func(T) bool) int {
	n := 0
	for _, v := range list {
		if is(v) {
			n++
		}
	}
	return 100 * n / len(list)
}

func TestDocumentsMostlyCompile(t *testing.T) {
	compiles := func(c gen.Case) bool { _, err := calendar.Compile(c.Policy); return err == nil }
	if n := share(samples(gen.Documents(), 2000), compiles); n < 95 {
		t.Errorf("%d %% of documents compile", n)
	}
	if n := share(samples(gen.Cases(), 500), compiles); n != 100 {
		t.Errorf("%d %% of cases compile", n)
	}
	if n := share(samples(gen.Flawed(), 2000), compiles); n < 10 || n > 60 {
		t.Errorf("%d %% of flawed policies compile", n)
	}
}

// TestCasesAim counts how often a case is about what it was aimed at.
func TestCasesAim(t *testing.T) {
	cases := samples(gen.Cases(), 3000)
	atChange := func(c gen.Case) bool {
		if c.Policy.TimeZone == "" {
			return false
		}
		return tz.MustLoad(c.Policy.TimeZone).Stretch(c.At.Unix()).From == c.At.Unix()
	}
	const near = 36 * time.Hour
	somethingHappens := func(c gen.Case) bool {
		for range calendar.MustCompile(c.Policy).Windows(c.At.Add(-near), c.At.Add(near)) {
			return true
		}
		return false
	}
	cut := func(c gen.Case) bool { // a blackout takes something of a window away near the instant
		open := func(p calendar.Policy) (sum time.Duration) {
			for w := range calendar.MustCompile(p).Windows(c.At.Add(-near), c.At.Add(near)) {
				sum += w.Duration()
			}
			return sum
		}
		without := c.Policy
		without.NotAllowedDates, without.NotAllowedTime = nil, nil
		return open(without) > open(c.Policy)
	}
	text := func(c gen.Case) string { doc, _ := json.Marshal(c.Policy); return string(doc) }
	has := func(word string) func(gen.Case) bool {
		return func(c gen.Case) bool { return contains(text(c), word) }
	}
	for _, want := range []struct {
		what     string
		is       func(gen.Case) bool
		at, most int
	}{
		{"at a change of offset", atChange, 15, 60},
		{"open within a day and a half", somethingHappens, 50, 95},
		{"cut by a blackout", cut, 15, 60},
		{"in the years 1975 to 2095", func(c gen.Case) bool { return c.At.Year() >= 1975 && c.At.Year() <= 2095 }, 80, 97},
		{"several windows", func(c gen.Case) bool { return len(c.Policy.Windows) > 1 }, 20, 60},
		{"daily", has(`"daily"`), 10, 90},
		{"weekly", has(`"weekly"`), 10, 90},
		{"absoluteMonthly", has(`"absoluteMonthly"`), 10, 90},
		{"relativeMonthly", has(`"relativeMonthly"`), 10, 90},
		{"cron", has(`"cron"`), 10, 90},
		{"span", has(`"span"`), 3, 90},
		{"always", has(`"always"`), 3, 90},
		{"endTime", has(`"endTime"`), 10, 90},
		{"both readings", has(`"both"`), 10, 90},
		{"intervals", has(`"interval`), 10, 90},
		{"offsetDays", has(`"offsetDays"`), 3, 90},
		{"anchor", has(`"anchor"`), 3, 90},
		{"cutoff", has(`"cutoff"`), 5, 40},
		{"minDuration", has(`"minDuration"`), 5, 25},
	} {
		if n := share(cases, want.is); n < want.at || n > want.most {
			t.Errorf("%s: %d %%, want %d to %d %%", want.what, n, want.at, want.most)
		}
	}
}

func contains(s, word string) bool {
	for i := 0; i+len(word) <= len(s); i++ {
		if s[i:i+len(word)] == word {
			return true
		}
	}
	return false
}

// A quiet testing.TB lets a check fail without failing the test it runs in.
type quiet struct {
	rapid.TB
	failed bool
}

func (q *quiet) Helper()               {}
func (q *quiet) Name() string          { return "quiet" }
func (q *quiet) Log(...any)            {}
func (q *quiet) Logf(string, ...any)   {}
func (q *quiet) Errorf(string, ...any) { q.failed = true }
func (q *quiet) Fatalf(string, ...any) { q.failed = true }
func (q *quiet) FailNow()              {}
func (q *quiet) Failed() bool          { return q.failed }

// TestShrinks lets checks fail on purpose, and looks at what they shrink to.
func TestShrinks(t *testing.T) {
	if err := flag.Set("rapid.nofailfile", "true"); err != nil { // they fail on purpose
		t.Fatal(err)
	}
	defer flag.Set("rapid.nofailfile", "false")
	for _, c := range []struct {
		what  string
		wrong func(gen.Case) bool
		most  int // bytes of the smallest policy to be found
	}{
		{"any policy", func(gen.Case) bool { return true }, 120},
		{"one with a gap option", func(c gen.Case) bool { return len(c.Policy.Windows) > 0 && c.Policy.Windows[0].Gap == "skip" }, 140},
		{"one with a blackout", func(c gen.Case) bool { return len(c.Policy.NotAllowedDates) > 0 }, 200},
		{"a weekly one with an interval", func(c gen.Case) bool {
			return len(c.Policy.Windows) > 0 && c.Policy.Windows[0].Schedule != nil && c.Policy.Windows[0].Schedule.Weekly != nil && c.Policy.Windows[0].Schedule.Weekly.IntervalWeeks > 1
		}, 200},
	} {
		var smallest string
		rapid.Check(&quiet{TB: t}, func(t *rapid.T) {
			drawn := gen.Cases().Draw(t, "case")
			if c.wrong(drawn) {
				doc, _ := json.Marshal(drawn.Policy)
				smallest = string(doc) // the last to fail is the smallest
				t.Errorf("wrong")
			}
		})
		if smallest == "" || len(smallest) > c.most {
			t.Errorf("%s shrinks to %q", c.what, smallest)
		}
	}
}
