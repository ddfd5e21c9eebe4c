package schedule

import "math/bits"

// The years that an expression can name.
const (
	minCronYear = 1970
	maxCronYear = 2199
)

// A yearSet is a set of years from minCronYear to maxCronYear: bit n%64 of word n/64 is the n-th of them.
type yearSet [4]uint64

func (s *yearSet) add(sp span) {
	for y := sp.lo - minCronYear; y <= sp.hi-minCronYear; y += sp.step {
		s[y/64] |= 1 << (y % 64)
	}
}

func (s *yearSet) has(year int) bool {
	n := year - minCronYear
	return n >= 0 && n < 64*len(s) && s[n/64]>>(n%64)&1 != 0
}

// from returns the first year of s that is not before year.
func (s *yearSet) from(year int) (int, bool) {
	n := max(0, year-minCronYear)
	for ; n < 64*len(s); n = (n/64 + 1) * 64 {
		if w := s[n/64] >> (n % 64); w != 0 {
			return minCronYear + n + bits.TrailingZeros64(w), true
		}
	}
	return 0, false
}

// upTo returns the last year of s that is not after year.
func (s *yearSet) upTo(year int) (int, bool) {
	n := min(64*len(s)-1, year-minCronYear)
	for ; n >= 0; n = n/64*64 - 1 {
		if w := s[n/64] << (63 - n%64); w != 0 {
			return minCronYear + n - bits.LeadingZeros64(w), true
		}
	}
	return 0, false
}

// around returns the first and the last of the consecutive years of s around year, which is one of s.
func (s *yearSet) around(year int) (first, last int) {
	first, last = year, year
	for s.has(first - 1) {
		first--
	}
	for s.has(last + 1) {
		last++
	}
	return first, last
}

// runs returns the first and the last of consecutive years, run by run.
func (s *yearSet) runs() (all [][2]int) {
	for lo, ok := s.from(minCronYear); ok; {
		_, hi := s.around(lo)
		all = append(all, [2]int{lo, hi})
		lo, ok = s.from(hi + 1)
	}
	return all
}

// yearOf returns the year of a day.
func yearOf(day int) int {
	return monthOf(day) / 12
}

func equalYears(a, b *yearSet) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}
