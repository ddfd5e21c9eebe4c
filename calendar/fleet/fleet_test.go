package fleet_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/calendar/fleet"
	"github.com/casement-go/casement/fuzz/gen"
)

// draw draws the calendars of a fleet, and an instant.
func draw(t *rapid.T) ([]*calendar.Calendar, time.Time) {
	cases := rapid.SliceOfN(gen.Cases(), 0, 5).Draw(t, "calendars")
	at := time.Unix(0, 0)
	var list []*calendar.Calendar
	for _, c := range cases {
		list = append(list, calendar.MustCompile(c.Policy))
		at = c.At
	}
	// Whole words, and words that are not full.
	for range rapid.SampledFrom([]int{0, 1, 58, 64, 70}).Draw(t, "more") {
		if len(cases) > 0 {
			list = append(list, list[len(list)%len(cases)])
		}
	}
	return list, at
}

// Law: a fleet says what each of its calendars says, whatever it was asked before.
func TestIsOpenAgreesWithEachCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, at := draw(t)
		f := fleet.Of(list)
		var bits []uint64
		for _, step := range rapid.SliceOfN(rapid.Int64Range(-1<<33, 1<<33), 1, 12).Draw(t, "steps") {
			if step%3 != 0 {
				step %= 1 << 17 // near the last one
			}
			at = at.Add(time.Duration(step) * time.Second)
			bits = f.IsOpen(at, bits)
			if want := (len(list) + 63) / 64; len(bits) != want {
				t.Fatalf("%d words, want %d", len(bits), want)
			}
			for i := range 64 * len(bits) {
				want := i < len(list) && list[i].IsOpen(at)
				if got := bits[i/64]>>(i%64)&1 == 1; got != want {
					t.Fatalf("calendar %d of %d at %v: %v, want %v", i, len(list), at, got, want)
				}
			}
		}
	})
}

// Law: the changes are the edges of all open periods, in order.
func TestChangesAreTheEdges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, from := draw(t)
		if from.Unix() < 0 || from.Year() > 2090 {
			from = time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
		}
		to := from.AddDate(0, 0, rapid.SampledFrom([]int{3, 40}).Draw(t, "days"))
		var want []fleet.Change
		for i, c := range list {
			for w := range c.Windows(from, to) {
				start, _ := w.Start()
				end, _ := w.End()
				if start.After(from) {
					want = append(want, fleet.Change{Calendar: i, At: start, Open: true})
				}
				if end.Before(to) {
					want = append(want, fleet.Change{Calendar: i, At: end})
				}
			}
		}
		slices.SortStableFunc(want, func(a, b fleet.Change) int { return a.At.Compare(b.At) })
		f := fleet.Of(list)
		if rapid.Bool().Draw(t, "warm") {
			f.IsOpen(from, nil)
		}
		var got []fleet.Change
		for c := range f.Changes(from) {
			if !c.At.Before(to) {
				break
			}
			got = append(got, c)
		}
		// Of one calendar no two changes fall on one instant, so that places order those of an instant.
		if !slices.Equal(got, want) {
			t.Fatalf("from %v: %v, want %v", from, got, want)
		}
	})
}

// The sequence of changes ends: where nothing ever changes, where the years end that a fleet knows, and behind them.
func TestChangesEnd(t *testing.T) {
	compile := func(doc string) *calendar.Calendar {
		c, err := calendar.CompileJSON([]byte(doc))
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	never := compile(`{"windows":[]}`)
	once := compile(`{"windows":[{"span":{"start":"2026-03-01T22:00:00Z","end":"2026-03-02T04:00:00Z"}}]}`)
	yearly := compile(`{"windows":[{"schedule":{"cron":"0 0 1 1 *"},"duration":"1h"}]}`)
	for _, c := range []struct {
		from string
		list []*calendar.Calendar
		want int
	}{
		{"2026-01-01T00:00:00Z", nil, 0},
		{"2026-01-01T00:00:00Z", []*calendar.Calendar{never}, 0},
		{"1950-01-01T00:00:00Z", []*calendar.Calendar{never, once}, 2},
		{"2026-03-01T22:00:00Z", []*calendar.Calendar{never, once}, 1},
		{"1950-01-01T00:00:00Z", []*calendar.Calendar{yearly}, 1 + 2*136}, // 1970 begins open
		{"2106-03-01T00:00:00Z", []*calendar.Calendar{yearly}, 0},
	} {
		from, _ := time.Parse(time.RFC3339, c.from)
		got := 0
		for range fleet.Of(c.list).Changes(from) {
			got++
		}
		if got != c.want {
			t.Errorf("from %s: %d changes, want %d", c.from, got, c.want)
		}
	}
}

// A fleet may be asked by several goroutines.
func TestConcurrent(t *testing.T) {
	var list []*calendar.Calendar
	for seed := range 100 {
		list = append(list, calendar.MustCompile(gen.Cases().Example(seed+1).Policy))
	}
	f := fleet.Of(list)
	start := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	var wg sync.WaitGroup
	for g := range 4 {
		wg.Go(func() {
			for i := range 50 {
				at := start.Add(time.Duration(i*(g+1)) * time.Hour)
				bits := f.IsOpen(at, nil)
				for n, c := range list {
					if bits[n/64]>>(n%64)&1 == 1 != c.IsOpen(at) {
						t.Errorf("calendar %d at %v", n, at)
					}
				}
			}
		})
	}
	wg.Go(func() {
		last := start
		for c := range f.Changes(start) {
			if c.At.Before(last) || c.At.After(start.AddDate(0, 0, 30)) {
				break
			}
			last = c.At
			if list[c.Calendar].IsOpen(c.At) != c.Open || list[c.Calendar].IsOpen(c.At.Add(-time.Second)) == c.Open {
				t.Errorf("%+v is no change", c)
			}
		}
	})
	wg.Wait()
}

func TestNoAllocs(t *testing.T) {
	f := fleet.Of([]*calendar.Calendar{calendar.MustCompile(gen.Cases().Example(1).Policy), calendar.MustCompile(gen.Cases().Example(2).Policy)})
	bits := make([]uint64, 1)
	at := time.Date(2026, 11, 21, 8, 0, 0, 0, time.UTC)
	if n := testing.AllocsPerRun(100, func() {
		bits = f.IsOpen(at, bits)
		at = at.Add(time.Hour)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
