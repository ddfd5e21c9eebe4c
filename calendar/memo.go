package calendar

import (
	"sync/atomic"
	"time"

	"github.com/casement-go/casement/window"
)

// A Memo asks one calendar again and again: it remembers the last answer and for how long that holds, so that most questions about the
// present are answered without looking at the calendar at all. [Calendar.Memo] makes one; the zero Memo is shut.
//
// It is safe for concurrent use, in which whoever comes last is remembered. It must not be copied. It does not serve for
// instants all over the place: one of which it knows nothing takes about the time of [Calendar.At]. It remembers instants from
// 1970 to 2106; others it hands on to [Calendar.IsOpen].
type Memo struct {
	calendar *Calendar
	known    atomic.Uint64 // a window.Piece
}

// Memo returns a memo of the calendar. It knows nothing yet.
func (c *Calendar) Memo() *Memo { return &Memo{calendar: c} }

// IsOpen reports whether the policy is open at t.
func (m *Memo) IsOpen(t time.Time) bool {
	if p := window.Piece(m.known.Load()); p.Holds(t.Unix()) {
		return p.IsOpen()
	}
	return m.look(t)
}

// look is IsOpen where the answer is not known.
func (m *Memo) look(t time.Time) bool {
	if m.calendar == nil {
		return false
	}
	if p := m.calendar.timeline.Piece(t.Unix()); p != 0 {
		m.known.Store(uint64(p))
		return p.IsOpen()
	}
	return m.calendar.IsOpen(t)
}
