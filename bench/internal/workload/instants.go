package workload

import (
	"math/rand/v2"
	"time"
)

// Len is how many instants each class has, a power of two: few enough to stay in the second-level cache, and too many for a
// branch predictor to learn by heart.
const Len = 4096

// A Class is a way in which instants are asked about, the same in every run.
type Class struct {
	Name     string
	Instants func() []time.Time
}

// Classes are the ways in which the benchmarks ask.
var Classes = []Class{
	{"same", Same},               // a service that asks about now, many times a second
	{"consecutive", Consecutive}, // a controller that asks about now, once a second
	{"random", Random},           // a simulation: whatever is kept from the last question is of no use
}

// Now is the instant that all others are near.
var Now = time.Date(2026, 6, 12, 12, 0, 0, 0, time.UTC)

// Same returns Now again and again.
func Same() []time.Time { return instants(func(int) time.Time { return Now }) }

// Consecutive returns the seconds from Now on.
func Consecutive() []time.Time {
	return instants(func(i int) time.Time { return Now.Add(time.Duration(i) * time.Second) })
}

// Random returns instants from 2025 to 2035.
func Random() []time.Time {
	return Between(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(2035, 1, 1, 0, 0, 0, 0, time.UTC))
}

// Between returns random instants from one to another, in whole seconds.
func Between(from, to time.Time) []time.Time {
	r := rand.New(rand.NewPCG(1, 2))
	return instants(func(int) time.Time { return time.Unix(from.Unix()+r.Int64N(to.Unix()-from.Unix()), 0).UTC() })
}

// In returns instants with a location, as they are where a service has taken them from its clock.
func In(ts []time.Time, loc *time.Location) []time.Time {
	return instants(func(i int) time.Time { return ts[i].In(loc) })
}

func instants(at func(i int) time.Time) []time.Time {
	ts := make([]time.Time, Len)
	for i := range ts {
		ts[i] = at(i)
	}
	return ts
}
