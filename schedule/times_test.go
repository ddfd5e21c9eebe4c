package schedule

import (
	"math/rand/v2"
	"testing"

	"github.com/casement-go/casement/tz"
)

// Sets of times of day, asked about every second of the day and compared with a list of all seconds that are in.
func TestTimesEverySecond(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	sparse := func(n int) uint64 { // some of n bits, at least one
		w := random.Uint64() & random.Uint64() & random.Uint64() & (1<<n - 1)
		return w | 1<<random.IntN(n)
	}
	sets := []times{
		timesOf(1, 1, 1), timesOf(1<<23, 1<<59, 1<<59), timesOf(1|1<<23, 1|1<<59, 1|1<<59),
		timesOf(1<<24-1, 1<<60-1, 1), timesOf(1<<24-1, 1, 1<<60-1), timesOf(1<<24-1, 1<<60-1, 1<<60-1),
		// The longest step is the one inside a minute, an hour or the day, and not the one over its end.
		timesOf(1<<24-1, 1<<60-1, 1|1<<40), timesOf(1<<24-1, 1|1<<40, 1), timesOf(1|1<<20, 1, 1), timesOf(1<<24-1, 1|1<<40, 1<<5|1<<50), timesOf(1|1<<20, 1|1<<7, 1|1<<59),
		at(tz.MustParseTimeOfDay("00:00")), at(tz.MustParseTimeOfDay("07:08:09")), at(tz.MustParseTimeOfDay("23:59:59")),
	}
	for range 20 {
		sets = append(sets, timesOf(uint32(sparse(24)), sparse(60), sparse(60)))
	}
	for _, set := range sets {
		in := func(sec int) bool {
			return set.hours>>(sec/3600)&1 == 1 && set.minutes>>(sec%3600/60)&1 == 1 && set.seconds>>(sec%60)&1 == 1
		}
		last, first, longest := -1, -1, 0
		for sec := range 86400 {
			if in(sec) {
				if last >= 0 {
					longest = max(longest, sec-last)
				} else {
					first = sec
				}
				last = sec
			}
			if set.first <= sec && sec <= set.last && set.prev(sec) != last {
				t.Fatalf("%+v: the last time up to %d is %d, want %d", set, sec, set.prev(sec), last)
			}
		}
		if longest = max(longest, first+86400-last); set.spacing() != longest {
			t.Fatalf("%+v: spacing %d, want %d", set, set.spacing(), longest)
		}
		if set.first != first || set.last != last {
			t.Fatalf("%+v: the first time is %d, the last %d", set, first, last)
		}
		next := -1
		for sec := 86399; sec >= 0; sec-- {
			if in(sec) {
				next = sec
			}
			if set.first <= sec && sec <= set.last && set.next(sec) != next {
				t.Fatalf("%+v: the first time from %d on is %d, want %d", set, sec, set.next(sec), next)
			}
		}
	}
}

// The product of one hour, minute and second is that time of day.
func TestTimesAt(t *testing.T) {
	for sec := range 86400 {
		tod, _ := tz.TimeOfDayOf(sec)
		if set := at(tod); set.first != sec || set.last != sec || set.spacing() != 86400 {
			t.Fatalf("the set of %v has its first at %d and its last at %d", tod, set.first, set.last)
		}
	}
}

// The next and the last written time from every second of three days, of schedules with one or many times a day,
// compared with a walk over the seconds.
func TestWrittenTimesEverySecond(t *testing.T) {
	for _, text := range []string{"0 0 0 * * *", "59 59 23 * * *", "0-2 30 2 * * *", "*/15 */20 2-5 * * *", "7 0,59 0,23 * * *", "* * * * * *"} {
		rule := MustParseCron(text)
		s := MustCompile(Spec{Rule: rule})
		in := func(sec int) bool {
			return rule.times.hours>>(sec/3600)&1 == 1 && rule.times.minutes>>(sec%3600/60)&1 == 1 && rule.times.seconds>>(sec%60)&1 == 1
		}
		const days = 3
		last := -1
		for sec := range days * 86400 {
			if in(sec % 86400) {
				last = sec
			}
			if got, ok := s.prev(int64(sec)); last >= 0 && (!ok || got != int64(last)) {
				t.Fatalf("%s: the last time up to %d is %d %v, want %d", text, sec, got, ok, last)
			}
		}
		next := -1
		for sec := days*86400 - 1; sec >= 0; sec-- {
			if in(sec % 86400) {
				next = sec
			}
			if got, ok := s.next(int64(sec)); next >= 0 && (!ok || got != int64(next)) {
				t.Fatalf("%s: the first time from %d on is %d %v, want %d", text, sec, got, ok, next)
			}
		}
	}
}

// A set of one bit has no step.
func TestWidestOfOne(t *testing.T) {
	for bit := range 60 {
		if got := widest(1<<bit, 60, 7); got != 0 {
			t.Errorf("bit %d: %d", bit, got)
		}
	}
}
