package workload

import "math/rand/v2"

// Calibrate takes n steps that have nothing to do with calendars: the same on every machine, and one or two nanoseconds each
// on those of today. A duration divided by that of a step compares between machines where nanoseconds do not.
//
// A step is what a question about a calendar is made of, too: shifts and a multiplication in registers (xorshift64*, Vigna
// 2016), and a load from a table of 8 kB at a place that the step before decides. Nothing can be left out or done at once.
func Calibrate(n int) uint64 {
	x, at := uint64(1), uint64(0)
	for range n {
		x ^= x >> 12
		x ^= x << 25
		x ^= x >> 27
		at = uint64(table[(at^x*0x2545F4914F6CDD1D>>52)&(tableLen-1)])
	}
	return x ^ at
}

const tableLen = 4096

// table is a permutation, so that one place leads on to any other.
var table = func() (t [tableLen]uint16) {
	for i, v := range rand.New(rand.NewPCG(3, 4)).Perm(tableLen) {
		t[i] = uint16(v)
	}
	return t
}()
