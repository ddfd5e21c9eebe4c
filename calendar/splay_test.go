package calendar_test

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// seconds returns the window of so many seconds from midnight on.
func seconds(n int64) window.Window { return span(0, n) }

// Starts that were computed elsewhere, with big integers, after the definitions of FNV-1a and of the finalizer of
// MurmurHash3. They must never change: fleets rely on them.
func TestSplayGolden(t *testing.T) {
	for _, c := range []struct {
		name   string
		length int64
		need   time.Duration
		want   int64 // seconds after the start
	}{
		{"", 14400, 90 * time.Minute, 8431},
		{"node-1", 14400, 90 * time.Minute, 5128},
		{"node-2", 14400, 90 * time.Minute, 1765},
		{"node-10000", 14400, 90 * time.Minute, 8358},
		{"eu-west-1/db-0", 14400, 90 * time.Minute, 5605},
		{"Grüße", 14400, 90 * time.Minute, 876},
		{"7d444840-9dc0-11d1-b245-5ffdce74fad2", 14400, 90 * time.Minute, 1927},
		{"node-1", 7 * 86400, 0, 344604},
		{"node-1", 100, 2 * time.Second, 56},
		{"node-1", 60, 59 * time.Second, 1},
		{"node-2", 60, 59 * time.Second, 0},
		{"node-1", 1 << 38, time.Second, 156620542721}, // 8711 years: the lower bits count as well
		{"node-2", 1 << 38, time.Hour, 53925736183},
	} {
		got, ok := calendar.Splay(seconds(c.length), c.name, c.need)
		if want := time.Unix(midnight.Unix()+c.want, 0); !ok || !got.Equal(want) || got.Location() != time.UTC {
			t.Errorf("%q in %d s for %v: %v, %v, want %v", c.name, c.length, c.need, got, ok, want)
		}
	}
}

// In each short window every start that leaves room is some name's, and no other is.
func TestSplayRange(t *testing.T) {
	for length := int64(1); length <= 20; length++ {
		for need := int64(1); need <= length+2; need++ {
			starts := make(map[int64]int)
			for i := range 1000 {
				at, ok := calendar.Splay(seconds(length), fmt.Sprint(i), time.Duration(need)*time.Second)
				if ok != (need <= length) || !ok && !at.IsZero() {
					t.Fatalf("%d s of %d: %v, %v", need, length, at, ok)
				}
				if ok {
					starts[at.Unix()-midnight.Unix()]++
				}
			}
			for at := range starts {
				if at < 0 || at > length-need {
					t.Errorf("%d s of %d: begins after %d", need, length, at)
				}
			}
			if want := max(0, length-need+1); int64(len(starts)) != want {
				t.Errorf("%d s of %d: %d different starts, want %d", need, length, len(starts), want)
			}
		}
	}
}

// A fraction of a second is another second; nothing is a second.
func TestSplayNeed(t *testing.T) {
	const longest = math.MaxInt64
	for _, c := range []struct {
		length int64
		need   time.Duration
		ok     bool
	}{
		{10, 10 * time.Second, true},
		{10, 10*time.Second + 1, false},
		{10, 9*time.Second + 1, true},
		{1, 1, true}, {1, 0, true}, {1, -1, true}, {1, math.MinInt64, true},
		{1, time.Second + 1, false},
		{10, longest, false},
		{longest/1_000_000_000 + 1, longest, true},
		{longest / 1_000_000_000, longest, false},
	} {
		at, ok := calendar.Splay(seconds(c.length), "node-1", c.need)
		if ok != c.ok {
			t.Errorf("%v of %d s: %v", c.need, c.length, ok)
		}
		if fits := int64(c.need) > int64(time.Second)*(c.length-1); ok && fits && !at.Equal(midnight) {
			t.Errorf("%v of %d s: an exact fit begins at %v", c.need, c.length, at)
		}
		if ok && !seconds(c.length).Contains(at) {
			t.Errorf("%v of %d s: %v is not within", c.need, c.length, at)
		}
	}
}

// Where there is no start or no end nothing can be spread.
func TestSplayUnbounded(t *testing.T) {
	for _, text := range []string{"", "../..", "2026-03-08T00:00:00Z/..", "../2026-03-08T00:00:00Z"} {
		var w window.Window
		if err := w.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if at, ok := calendar.Splay(w, "node-1", time.Hour); ok || !at.IsZero() {
			t.Errorf("%q: %v, %v", text, at, ok)
		}
	}
}

// Each kind of names spreads evenly. Of cells that get their share by chance alone, the sum of the squares of what is amiss, each over its
// share, is the number of cells less one, give or take the root of twice that: here within four times of that, either way.
func TestSplayEven(t *testing.T) {
	const members = 10_000
	random := rand.New(rand.NewPCG(2026, 3))
	kinds := map[string]func(i int) string{
		"node-1":             func(i int) string { return fmt.Sprintf("node-%d", i+1) },
		"node-00001":         func(i int) string { return fmt.Sprintf("node-%05d", i+1) },
		"numbers in front":   func(i int) string { return fmt.Sprintf("%d.prod.eu-west-1.example.com", i) },
		"two letters differ": func(i int) string { return "db" + string(rune('0'+i%100)) + string(rune('0'+i/100)) },
		"bytes":              func(i int) string { return string(binary.BigEndian.AppendUint16(nil, uint16(i))) },
		"random UUIDs": func(int) string {
			a, b := random.Uint64(), random.Uint64()
			return fmt.Sprintf("%08x-%04x-4%03x-%04x-%012x", a>>32, a>>16&0xffff, a&0xfff, b>>48&0x3fff|0x8000, b&0xffff_ffff_ffff)
		},
		"UUIDs that count": func(i int) string { return fmt.Sprintf("00000000-0000-7000-8000-%012x", i) },
	}
	for name, kind := range kinds {
		names := make([]string, members)
		for i := range names {
			names[i] = kind(i)
		}
		for _, slots := range []int64{2, 7, 60, 600, 3599, 9001, 86400, 7 * 86400} {
			cells := min(slots, 100)
			share, got := make([]float64, cells), make([]float64, cells)
			for s := range slots {
				share[s*cells/slots] += members / float64(slots)
			}
			for _, name := range names {
				at, ok := calendar.Splay(seconds(slots+59), name, time.Minute)
				if !ok {
					t.Fatalf("%s: no start", name)
				}
				got[(at.Unix()-midnight.Unix())*cells/slots]++
			}
			chi := 0.0
			for i := range got {
				chi += (got[i] - share[i]) * (got[i] - share[i]) / share[i]
			}
			freedom := float64(cells - 1)
			if amiss := 4 * math.Sqrt(2*freedom); chi > freedom+amiss || chi < freedom-amiss {
				t.Errorf("%s in %d slots: chi-square %.1f, of %.0f degrees of freedom", name, slots, chi, freedom)
			}
		}
	}
}

// In periods of one length a name has one place.
func TestSplayEveryWeek(t *testing.T) {
	w := seconds(4 * 3600)
	start, end := w.Seconds()
	week := window.OfSeconds(start+7*86400, end+7*86400)
	for i := range 100 {
		name := fmt.Sprint(i)
		a, _ := calendar.Splay(w, name, time.Hour)
		b, _ := calendar.Splay(week, name, time.Hour)
		if b.Sub(a) != 7*24*time.Hour {
			t.Errorf("%s: %v, and a week later %v", name, a, b)
		}
	}
}

func ExampleSplay() {
	open, _ := calendarOf(fridays).Next(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	fmt.Println(open)
	for _, node := range []string{"node-1", "node-2", "node-3"} {
		if at, ok := calendar.Splay(open, node, 90*time.Minute); ok {
			fmt.Println(node, at.Format(time.RFC3339))
		}
	}
	// Output:
	// 2026-01-10T03:00:00Z/2026-01-10T07:00:00Z
	// node-1 2026-01-10T04:25:28Z
	// node-2 2026-01-10T03:29:25Z
	// node-3 2026-01-10T03:49:04Z
}
