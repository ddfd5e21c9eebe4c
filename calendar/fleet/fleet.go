// Package fleet asks very many calendars at once: which of a million objects may be worked on now, and which of them changes
// next?
//
//	f := fleet.Of(calendars)
//	open := f.IsOpen(t, nil)               // bit i is calendar i
//	for change := range f.Changes(t)       // who opens or shuts, in order, from t on
//
// A fleet keeps for each calendar what is known around the instant last asked about, in one word. A question about an instant
// near the last one so reads a column of memory from one end to the other and asks only the calendars whose state may have
// changed since; one about an instant far away asks them all.
//
// # Cost
//
// IsOpen takes a nanosecond or two a calendar, where the column is warm, and the time of [calendar.Calendar.At] for each that it
// has to ask. It allocates nothing but the bits, if it is not given room for them. Changes asks those that it has to ask once,
// and then one calendar a change, in log n time. A fleet takes 16 bytes a calendar beside the calendars themselves, and 16
// more while it goes through changes.
//
// Calendars themselves are small, and smaller where they share what is equal: [calendar.Pool].
package fleet

import (
	"slices"
	"sync/atomic"
	"time"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A Fleet is a list of calendars that are asked together. It is safe for concurrent use. The zero Fleet has no calendars.
type Fleet struct {
	timelines []window.Timeline
	known     []atomic.Uint64 // a window.Piece for each
}

// Of returns the fleet of calendars, which are known by their places in the list.
func Of(calendars []*calendar.Calendar) *Fleet {
	f := &Fleet{timelines: make([]window.Timeline, len(calendars)), known: make([]atomic.Uint64, len(calendars))}
	for i, c := range calendars {
		f.timelines[i] = c.Timeline()
	}
	return f
}

// Len returns how many calendars there are.
func (f *Fleet) Len() int { return len(f.timelines) }

// IsOpen asks which calendars are open at t and returns the answers as bits: calendar i is bit i%64 of word i/64, and the bits
// beyond the last calendar are zero. It uses the memory of bits, if that is enough.
func (f *Fleet) IsOpen(t time.Time, bits []uint64) []uint64 {
	sec := tz.Seconds(t)
	words := (len(f.known) + 63) / 64
	bits = slices.Grow(bits[:0], words)[:words]
	for w := range bits {
		bits[w] = f.word(w, sec)
	}
	return bits
}

// word returns the answers of the calendars from 64w on.
func (f *Fleet) word(w int, sec int64) (word uint64) {
	known := f.known[64*w : min(64*w+64, len(f.known))]
	for i := range known {
		p := window.Piece(known[i].Load())
		if !p.Holds(sec) {
			p = f.look(64*w+i, sec)
		}
		word |= p.OpenBit() << i
	}
	return word
}

// look returns what calendar i is at sec, as a piece that at least says whether it is open.
func (f *Fleet) look(i int, sec int64) window.Piece {
	if p := f.piece(i, sec); p != 0 {
		return p
	}
	return window.PieceOf(f.timelines[i].Holds(sec))
}
