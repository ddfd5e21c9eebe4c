package reference

import (
	"hash/fnv"
	"strings"
)

// hash reads H, H(a-b), H/n and H(a-b)/n, given their parts. The draw is that of
// the published description: the 64 bits FNV-1a of the key and the number of the
// field, and the finish of MurmurHash3 on top.
func (f field) hash(m []string, out *read) *Problem {
	low, high := f.hashLow, f.hashHigh
	if m[1] != "" {
		var err *Problem
		if low, err = f.value(m[1]); err != nil {
			return err
		}
		if high, err = f.value(m[2]); err != nil {
			return err
		}
		if high < low {
			return problem(inverted, "range of %q", m[0])
		}
	}
	step, err := f.step(m[3])
	if err != nil {
		return err
	}
	if f.key == "" {
		return problem(missing, "H needs a key")
	}
	h := fnv.New64a()
	h.Write([]byte(f.key))
	h.Write([]byte{byte(strings.IndexRune("mHDMW", f.letter))})
	x := h.Sum64()
	for _, factor := range []uint64{0xff51afd7ed558ccd, 0xc4ceb9fe1a85ec53} {
		x ^= x >> 33
		x *= factor
	}
	x ^= x >> 33
	count := high - low + 1
	if m[3] == "" {
		v := low + int(x%uint64(count))
		f.add(out, v, v, 1)
		return nil
	}
	f.add(out, low+int(x%uint64(min(step, count))), high, step)
	return nil
}
