package schedule

// A modulus takes remainders by a number that is known only when a rule is compiled, without the division that would cost more
// than all else in a search.
//
// The quotient of x by n is x times 1/n. With inverse = floor(2^40/n)+1 = (2^40+e)/n, where 0 < e <= n,
//
//	x * inverse / 2^40 = x/n + (x/n) * e/2^40
//
// and the last term is what it is too much. It does not reach the next whole number as long as it is less than 1/n: as long as
// x*e < 2^40, which holds for x up to 2^23 and n up to 2^13, whose product is 2^36. All days of the
// calendar, and the days of 1,000 weeks, are less. Nor does x*inverse overflow 64 bits.
type modulus struct {
	inverse uint64
	n       int32
}

// modulo returns the modulus n, from 1 to 2^13.
func modulo(n int) modulus { return modulus{1<<40/uint64(n) + 1, int32(n)} }

// of returns x modulo n, for x from 0 to 2^23.
func (m modulus) of(x int) int {
	return x - int(uint64(x)*m.inverse>>40)*int(m.n)
}

// floorMod returns a modulo n in [0, n), for n > 0: where speed does not matter, and for constants.
func floorMod(a, n int) int {
	m := a % n
	if m < 0 {
		m += n
	}
	return m
}
