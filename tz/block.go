package tz

import (
	"slices"
	"sync/atomic"
	"time"
)

// A block holds the stretches of a zone in 2^32 seconds, 136 years, with an index by time that finds one in constant time.
// Block 0 goes from 1970-01-01 to 2106-02-07, and block n is where sec>>32 is n.
//
//	block      −1                          0                          1
//	 ───┃─────┰──────┰─────┰────┃─┰─────┰────┰──────┰────┃──┰─────┰──────┰────
//	buckets  ·····························
type block struct {
	stretches []calmStretch   // consecutive; the first holds the beginning of the block, the last its end
	index     [buckets]uint16 // for each bucket: the stretch at its beginning
}

// A calmStretch is a stretch and the span of it that Zone.Calm tells.
type calmStretch struct {
	Stretch
	calmFrom, calmTo int64
}

func (s Stretch) calm() calmStretch {
	return calmStretch{s,
		s.From + int64(max(s.Before-s.Offset, s.Offset-s.Before)),
		s.To - int64(max(s.After-s.Offset, s.Offset-s.After))}
}

const (
	blockBits  = 32
	blockSize  = 1 << blockBits
	bucketBits = 22 // 48.5 days: two changes in one are rare, and harmless
	buckets    = 1 << (blockBits - bucketBits)
)

// fill makes an empty block be block n of loc.
func (b *block) fill(loc *time.Location, n int64) {
	for at := n << blockBits; at < (n+1)<<blockBits; at = b.stretches[len(b.stretches)-1].To {
		b.stretches = append(b.stretches, find(loc, at).calm())
	}
	b.stretches = slices.Clip(b.stretches)
	i := 0
	for bucket := range b.index {
		for b.stretches[i].To <= n<<blockBits+int64(bucket)<<bucketBits {
			i++
		}
		b.index[bucket] = uint16(i)
	}
}

// at returns the stretch that holds sec, an instant of the block.
func (b *block) at(sec int64) *calmStretch {
	i := int(b.index[uint32(sec)>>bucketBits])
	for b.stretches[i].To <= sec {
		i++
	}
	return &b.stretches[i]
}

// The blocks in which a zone may change.
const (
	firstBlock = firstSec >> blockBits
	lastBlock  = lastSec >> blockBits
)

// blocks are those of a zone that have been asked for, from firstBlock on. Whoever asks first makes one; should two do so at
// the same time, they make equal ones.
type blocks [lastBlock - firstBlock + 1]atomic.Pointer[block]

// other returns the block that holds sec, held to the instants from firstSec to lastSec, and that instant.
func (t *table) other(sec int64) (*block, int64) {
	sec = max(firstSec, min(sec, lastSec))
	n := sec >> blockBits
	slot := &t.others[n-firstBlock]
	b := slot.Load()
	if b == nil {
		b = new(block)
		b.fill(t.loc, n)
		slot.Store(b)
	}
	return b, sec
}
