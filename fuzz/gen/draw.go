package gen

import (
	"math/bits"

	"pgregory.net/rapid"
)

// The generators of rapid prefer small numbers, and the first of a list, by far. What follows draws evenly; it shrinks to 0
// all the same, since that is what a series of false says.

var coin = rapid.Bool()

// below draws a number from 0 to n-1, all as likely but for a little rounding.
func below(t *rapid.T, n int) int {
	v := 0
	for range bits.Len(uint(n-1)) + 2 {
		v <<= 1
		if coin.Draw(t, "bit") {
			v++
		}
	}
	return v % n
}

// chance draws true once in n times, n being a power of two.
func chance(t *rapid.T, n int) bool {
	all := true
	for range bits.Len(uint(n - 1)) {
		all = coin.Draw(t, "chance") && all
	}
	return all
}

// weighted draws the index of one of weights, each as often as it weighs. The first is the simplest.
func weighted(t *rapid.T, weights ...int) int {
	total := 0
	for _, w := range weights {
		total += w
	}
	n := below(t, total)
	for i, w := range weights {
		if n -= w; n < 0 {
			return i
		}
	}
	return 0
}

// pick draws one of list, all as likely. The first is the simplest.
func pick[T any](t *rapid.T, list ...T) T { return list[below(t, len(list))] }

// near draws a whole number from -n to n, mostly a small one.
func near(t *rapid.T, n int) int { return rapid.IntRange(-n, n).Draw(t, "near") }

// upTo draws a whole number from 0 to n, mostly a small one.
func upTo(t *rapid.T, n int) int { return rapid.IntRange(0, n).Draw(t, "up to") }
