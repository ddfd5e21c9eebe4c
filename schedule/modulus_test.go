package schedule

import "testing"

// The multiplication is the division: for every modulus at every multiple within its range and on both sides of it, which is where
// a quotient that is too small or too large shows first, and at the ends of the range.
func TestModulusAtEveryMultiple(t *testing.T) {
	const maxDividend, maxModulus = 1 << 23, 1 << 13
	for n := 1; n <= maxModulus; n++ {
		m := modulo(n)
		check := func(x int) {
			if got := m.of(x); got != x%n {
				t.Fatalf("%d modulo %d is %d, want %d", x, n, got, x%n)
			}
		}
		step := n
		if n < 64 { // every 64th multiple will do for these: the error grows with x, and the last ones come
			step = 64 * n
		}
		for x := n; x <= maxDividend; x += step {
			check(x - 1)
			check(x)
		}
		last := maxDividend / n * n
		check(last - 1)
		check(last)
		check(maxDividend)
		check(0)
	}
}

// The same for every day of the 400 years after which the calendar repeats, with the intervals of days and of weeks.
func TestModulusEveryDay(t *testing.T) {
	for _, n := range []int{1, 2, 3, 7, 10, 14, 21, 28, 30, 365, 999, 1000, 4 * 7, 53 * 7, 999 * 7, 1000 * 7} {
		m := modulo(n)
		for x := range 146_097 {
			if got := m.of(x); got != x%n {
				t.Fatalf("%d modulo %d is %d, want %d", x, n, got, x%n)
			}
		}
	}
}
