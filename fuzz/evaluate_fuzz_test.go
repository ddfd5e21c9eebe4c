package fuzz_test

import (
	"encoding/binary"
	"hash/fnv"
	"math/rand/v2"
	"testing"

	"github.com/casement-go/casement/fuzz"
	"github.com/casement-go/casement/fuzz/gen"
	"pgregory.net/rapid"
)

// FuzzEvaluate turns bytes into a case and holds it against one of the laws: of all bytes, since every byte is the next draw of
// the generators, and what is missing at the end is made of the bytes there are. The mutator of go test -fuzz so walks from
// policy to policy.
func FuzzEvaluate(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 20))
	for range 200 {
		data := make([]byte, 4+r.IntN(300))
		for i := range data {
			data[i] = byte(r.Uint32())
		}
		f.Add(data)
	}
	f.Add([]byte(nil))
	cases, laws := gen.Cases(), fuzz.Laws()
	f.Fuzz(func(t *testing.T, data []byte) {
		law := laws[0]
		if len(data) > 0 {
			law = laws[int(data[0])%len(laws)]
			data = data[1:]
		}
		rapid.MakeFuzz(func(t *rapid.T) { law.Check(t, cases.Draw(t, "case")) })(t, draws(data))
	})
}

// draws returns bytes from which rapid takes eight a draw: those of data repeated eight times each, and as many pseudo-random
// ones as a case may need.
func draws(data []byte) []byte {
	const words = 4096
	h := fnv.New64a()
	h.Write(data)
	r := rand.New(rand.NewPCG(h.Sum64(), 1))
	out := make([]byte, 0, 8*words)
	for i := range words {
		v := r.Uint64()
		if i < len(data) {
			v = uint64(data[i]) * 0x0101010101010101
		}
		out = binary.LittleEndian.AppendUint64(out, v)
	}
	return out
}
