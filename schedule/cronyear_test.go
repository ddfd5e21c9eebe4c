package schedule

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/casement-go/casement/tz"
)

// Sets of years, up to all that one has room for, compared with a list that is walked year by year.
func TestYearSetByWalking(t *testing.T) {
	const from, to = minCronYear, minCronYear + 255
	random := rand.New(rand.NewPCG(3, 4))
	lists := [][]int{{from}, {to}, {from, to}, {from + 63}, {from + 64}, {from + 127, from + 128}, {from + 191, from + 192}, {}}
	for _, share := range []int{2, 3, 40} {
		var list []int
		for y := from; y <= to; y++ {
			if random.IntN(share) == 0 {
				list = append(list, y)
			}
		}
		lists = append(lists, list)
	}
	var all []int
	for y := from; y <= to; y++ {
		all = append(all, y)
	}
	for _, list := range append(lists, all, all[1:], all[:255], all[60:70]) {
		var s yearSet
		in := make(map[int]bool)
		for _, y := range list {
			s.add(single(y))
			in[y] = true
		}
		last, lastOK, firstOfRun := 0, false, 0
		for y := from - 300; y <= to+300; y++ {
			if in[y] {
				if last, lastOK = y, true; !in[y-1] {
					firstOfRun = y
				}
			}
			if got, ok := s.upTo(y); got != last || ok != lastOK {
				t.Fatalf("%v: the last up to %d is %d %v, want %d %v", list, y, got, ok, last, lastOK)
			}
			if s.has(y) != in[y] {
				t.Fatalf("%v: has %d is %v", list, y, s.has(y))
			}
			if in[y] {
				if first, _ := s.around(y); first != firstOfRun {
					t.Fatalf("%v: the run around %d begins in %d, want %d", list, y, first, firstOfRun)
				}
			}
		}
		next, nextOK, lastOfRun := 0, false, 0
		var runs [][2]int
		for y := to + 300; y >= from-300; y-- {
			if in[y] {
				if next, nextOK = y, true; !in[y+1] {
					lastOfRun = y
				}
				if _, last := s.around(y); last != lastOfRun {
					t.Fatalf("%v: the run around %d ends in %d, want %d", list, y, last, lastOfRun)
				}
				if !in[y-1] {
					runs = append([][2]int{{y, lastOfRun}}, runs...)
				}
			}
			if got, ok := s.from(y); got != next || ok != nextOK {
				t.Fatalf("%v: the first from %d on is %d %v, want %d %v", list, y, got, ok, next, nextOK)
			}
		}
		if got := s.runs(); fmt.Sprint(got) != fmt.Sprint(runs) {
			t.Fatalf("%v: the runs %v, want %v", list, got, runs)
		}
	}
}

// Months of the year in listed years, both ways from every month around, compared with a walk over the months.
func TestMonthsOfListedYears(t *testing.T) {
	for _, months := range []string{"1", "12", "6", "1,12", "2-4", "3,11", "*"} {
		for _, years := range []string{"2026", "1970", "2199", "1970,2199", "2026,2028", "2026-2027,2030", "2033-2034,2097-2098"} {
			c := MustParseCron("0 0 12 15 " + months + " * " + years)
			s := MustCompile(Spec{Rule: c})
			match := func(n int) bool { return c.days.years.has(n/12) && c.days.ofYear>>(n%12)&1 != 0 }
			const from, to = 12 * 1965, 12 * 2205
			noonOf := func(n int) int64 { return int64(tz.FirstOfMonth(n)+14)*tz.SecondsPerDay + noonSec }
			name := fmt.Sprintf("months %s in %s", months, years)
			var want int64
			for n := from; n < to; n++ {
				if got, ok := s.prev(noonOf(n) - 1); ok != (want != 0) || got != want {
					t.Fatalf("%s: before %v comes %v %v, want %v", name, tz.DateTimeOfLocal(noonOf(n)), tz.DateTimeOfLocal(got), ok, tz.DateTimeOfLocal(want))
				}
				if match(n) {
					want = noonOf(n)
				}
			}
			want = 0
			for n := to - 1; n >= from; n-- {
				if got, ok := s.next(noonOf(n) + 1); ok != (want != 0) || got != want {
					t.Fatalf("%s: after %v comes %v %v, want %v", name, tz.DateTimeOfLocal(noonOf(n)), tz.DateTimeOfLocal(got), ok, tz.DateTimeOfLocal(want))
				}
				if match(n) {
					want = noonOf(n)
				}
			}
		}
	}
}
