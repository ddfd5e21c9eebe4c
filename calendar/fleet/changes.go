package fleet

import (
	"iter"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A Change says that a calendar opens or shuts.
type Change struct {
	Calendar int       // its place in the list
	At       time.Time // in UTC
	Open     bool      // it opens; else it shuts
}

// Changes returns the changes of all calendars after the instant from, in order: those at one instant in the order of the list. To
// go on from time to time, take them with [iter.Pull]. Changes before 1970 or after 2106-02-07 are not told.
//
// Each change takes a search of the one calendar that changes, and of no other.
func (f *Fleet) Changes(from time.Time) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		sec := max(0, tz.Seconds(from))
		if sec >= window.PieceEnd {
			return
		}
		q := make(queue, 0, f.Len())
		for i := range f.timelines {
			q = append(q, entry{calendar: int32(i)}.until(f.piece(i, sec)))
		}
		q.init()
		for len(q) > 0 {
			due := &q[0]
			if due.end == window.PieceEnd {
				return
			}
			change := Change{Calendar: int(due.calendar), At: time.Unix(due.end, 0).UTC(), Open: !due.open}
			p := f.piece(int(due.calendar), due.end)
			changed := p.IsOpen() == change.Open // or it was only as far as the piece reached
			*due = due.until(p)
			q.down(0)
			if changed && !yield(change) {
				return
			}
		}
	}
}

// piece returns what calendar i is around sec, and remembers it.
func (f *Fleet) piece(i int, sec int64) window.Piece {
	p := window.Piece(f.known[i].Load())
	if !p.Holds(sec) {
		p = f.timelines[i].Piece(sec)
		f.known[i].Store(uint64(p))
	}
	return p
}
