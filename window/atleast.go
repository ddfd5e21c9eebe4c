package window

import (
	"time"

	"github.com/casement-go/casement/tz"
)

// AtLeast returns the timeline that is open where t is for at least as long as d without a break. A piece whose start or end
// does not exist is as long as any. A fraction of a second in d is rounded up.
//
//	t             ┣━━━┫ ┣━━━━━━━┫ ┣┫ ┣━━━━━┫
//	d                   ┣━━━━━┫
//	at least d          ┣━━━━━━━┫    ┣━━━━━┫
//
// Whether an instant lies in a piece that is long enough is found out by looking no further than d to both sides.
func (t Timeline) AtLeast(d time.Duration) Timeline {
	length := int64(d / time.Second)
	if d%time.Second > 0 {
		length++
	}
	if length <= 1 || t.expr == nil {
		return t // all pieces are whole seconds
	}
	return Timeline{&expr{source: &lasting{of: *t.expr, length: length}, sources: t.expr.sources, lasting: true}}
}

// FirstLasting returns the first instant in [sec, limit], in Unix seconds, from which on it is open for at least length seconds,
// and whether there is one. The open time may go on beyond limit.
//
//	open     ┣━━━━━━┫  ┣━━┫    ┣━━━━━━━━━┫
//	length      ┣━━━━━┫        ┣━━━━━┫
//	            sec            first
func (t Timeline) FirstLasting(sec, limit, length int64) (int64, bool) {
	var m memory
	l := lasting{of: *t.root(), length: max(1, length)}
	return l.start(&m, 0, sec, min(limit, tz.Future-1))
}

// lasting is the pieces of an expression that are at least so long. It stands in an expression as a source does, but is no
// source that can be asked for a span: it searches with the memory of the question.
type lasting struct {
	Source // nil
	of     expr
	length int64 // in seconds
}

// Holds reports whether the instant sec is open.
func (l *lasting) Holds(sec int64) bool {
	if !l.of.holds(sec) {
		return false
	}
	var m memory
	return l.isLong(&m, 0, sec)
}

// isLong reports whether the piece that holds sec is long enough. Its first source has number n, as in all that follows.
//
//	piece      ┣━━━━━┿━━━━━━┫
//	          shut  sec    shut?
//	            ┣━ length ━┫
func (l *lasting) isLong(m *memory, n int32, sec int64) bool {
	shut, ok := m.last(&l.of, n, sec, max(sec-l.length+1, tz.Past), Shut)
	if !ok {
		return true
	}
	_, ok = m.first(&l.of, n, sec, min(shut+l.length, tz.Future-1), Shut)
	return !ok
}

// isOpen reports whether a piece that is long enough holds sec.
func (l *lasting) isOpen(m *memory, n int32, sec int64) bool {
	_, ok := m.first(&l.of, n, sec, sec, Open)
	return ok && l.isLong(m, n, sec)
}

// first returns the first instant in [sec, limit] that is in the wanted state, and whether there is one.
func (l *lasting) first(m *memory, n int32, sec, limit int64, want State) (int64, bool) {
	switch open := l.isOpen(m, n, sec); {
	case State(open) == want:
		return sec, sec <= limit
	case open:
		return m.first(&l.of, n, sec, limit, Shut)
	}
	return l.start(m, n, sec, limit)
}

// last is the mirror of first: the last instant in [limit, sec].
func (l *lasting) last(m *memory, n int32, sec, limit int64, want State) (int64, bool) {
	switch open := l.isOpen(m, n, sec); {
	case State(open) == want:
		return sec, sec >= limit
	case open:
		return m.last(&l.of, n, sec, limit, Shut)
	}
	return l.end(m, n, sec, limit)
}

// start returns the first instant in [sec, limit] from which on it is open for the length, and whether there is one. From each
// candidate it looks for the last shut instant within the length, so that it skips all shorter pieces before that at once:
//
//	open       ┣━━┫ ┣━┫  ┣━┫┣━━━━━━━━━━━━━━┫
//	look back  1───────────┫
//	                        2───────────┫
func (l *lasting) start(m *memory, n int32, sec, limit int64) (int64, bool) {
	for {
		start, ok := m.first(&l.of, n, sec, limit, Open)
		if !ok {
			return 0, false
		}
		shut, ok := m.last(&l.of, n, min(start+l.length, tz.Future)-1, start, Shut)
		if !ok {
			return start, true
		}
		sec = shut + 1
	}
}

// end is the mirror of start: the last instant in [limit, sec] up to which it is open for the length.
func (l *lasting) end(m *memory, n int32, sec, limit int64) (int64, bool) {
	for {
		end, ok := m.last(&l.of, n, sec, limit, Open)
		if !ok {
			return 0, false
		}
		shut, ok := m.first(&l.of, n, max(end-l.length+1, tz.Past), end, Shut)
		if !ok {
			return end, true
		}
		sec = shut - 1
	}
}
