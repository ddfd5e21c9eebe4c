package window

import "github.com/casement-go/casement/tz"

// A memory does the searches of one question and remembers what sources have said: a search comes back to most of them several
// times, while they are where they were. Sources are numbered as they stand in the expression. What does not fit is forgotten
// and asked again.
type memory [8]answer

// An answer is what a source has said of the time around an instant.
type answer struct {
	before, from, to, after int64 // as in Source
	source                  int32 // its number and one; zero: nothing is remembered
	open                    bool
}

// of returns the place of the answer of source number n.
func (m *memory) of(n int32) *answer { return &m[uint32(n)%uint32(len(m))] }

// holds reports whether a is the answer of source number n and tells the instant sec: from before to after.
func (a *answer) holds(n int32, sec int64) bool {
	return a.source == n+1 && a.before <= sec && sec < a.after
}

// ask makes a the answer of source number n around the instant sec.
func (a *answer) ask(s Source, n int32, sec int64) {
	a.source = n + 1
	a.open, a.before, a.from, a.to, a.after = s.Around(sec)
}

// first returns the first instant in [sec, after) that is in the wanted state; after, if there is none.
//
//	before        from          to         after
//	┣┄┄┄ other ┄┄┄╋━━━ as it is ╋┄┄┄ other ┄┄┄┫
func (a *answer) first(sec int64, want State) int64 {
	switch {
	case State(a.open) != want && sec >= a.from:
		return max(sec, a.to)
	case State(a.open) != want:
		return sec
	case sec < a.to:
		return max(sec, a.from)
	}
	return a.after
}

// last is the mirror of first: the last instant in [before, sec] that is in the wanted state; the one before before, if there is none.
func (a *answer) last(sec int64, want State) int64 {
	switch {
	case State(a.open) != want && sec < a.to:
		return min(sec, a.from-1)
	case State(a.open) != want:
		return sec
	case sec >= a.from:
		return min(sec, a.to-1)
	}
	return a.before - 1
}

// first returns the first instant in [sec, limit] that is in the wanted state, and whether there is one. The first source of e
// has number n.
//
// For a shut instant of a union the
// search goes round the parts, each of which moves it on to where that part is shut, until a whole round leaves it in place.
// In "a window and no blackout" the window so moves the search to its next start and the blackout to its end, in turn, and
// neither is stepped through:
//
//	window    ┣━━┫      ┣━━┫      ┣━━┫      ┣━━┫
//	blackout     ┣━━━━━━━━━━━━━━━━━━━━━┫
//	search       1──────2──────────────3────4
func (m *memory) first(e *expr, n int32, sec, limit int64, want State) (int64, bool) {
	want = want != State(e.inverted)
	switch {
	case e.lasting:
		return e.source.(*lasting).first(m, n, sec, limit, want)
	case e.source != nil:
		for sec <= limit {
			a := m.of(n)
			if !a.holds(n, sec) {
				a.ask(e.source, n, sec)
			}
			if sec = a.first(sec, want); sec < a.after {
				return sec, sec <= limit
			}
		}
		return 0, false
	case want == Open:
		return m.firstOpen(e, n, sec, limit)
	}
	at := n
	for i, agreed := 0, 0; agreed < len(e.parts); agreed++ {
		part := &e.parts[i]
		next, ok := m.first(part, at, sec, limit, Shut)
		if !ok {
			return 0, false
		}
		if next > sec {
			sec, agreed = next, 0
		}
		at += part.sources
		if i++; i == len(e.parts) {
			i, at = 0, n
		}
	}
	return sec, sec <= limit
}

// last is the mirror of first: the last instant in [limit, sec]. It goes round the parts of a union the other way, since windows
// are mostly listed in the order in which they come.
func (m *memory) last(e *expr, n int32, sec, limit int64, want State) (int64, bool) {
	want = want != State(e.inverted)
	switch {
	case e.lasting:
		return e.source.(*lasting).last(m, n, sec, limit, want)
	case e.source != nil:
		for sec >= limit {
			a := m.of(n)
			if !a.holds(n, sec) {
				a.ask(e.source, n, sec)
			}
			if sec = a.last(sec, want); sec >= a.before {
				return sec, sec >= limit
			}
		}
		return 0, false
	case want == Open:
		return m.lastOpen(e, n, sec, limit)
	}
	at := n
	for i, agreed := 0, 0; agreed < len(e.parts); agreed++ {
		prev, ok := m.last(&e.parts[i], at, sec, limit, Shut)
		if !ok {
			return 0, false
		}
		if prev < sec {
			sec, agreed = prev, 0
		}
		if i == 0 {
			i, at = len(e.parts), n+e.sources
		}
		i--
		at -= e.parts[i].sources
	}
	return sec, sec >= limit
}

// firstOpen is first for an open instant of a union, whether or not that is inverted. Each part is searched on its own, no further
// than the best so far; but in steps, for all parts to go no further than some times the distance of the answer. A window that is
// always blacked out would otherwise be searched to the horizon again and again, beside one that opens every day.
//
//	a                                                          never open
//	b                   ┣━━┫       ┣━━┫       ┣━━┫
//	steps  ┠─┨
//	       ┠─────────────┨
func (m *memory) firstOpen(e *expr, n int32, sec, limit int64) (int64, bool) {
	for reach := int64(firstReach); ; reach = min(reach, 1<<58) * 16 {
		best, found := limit, false
		if reach < limit-sec {
			best = sec + reach
		}
		last, at := best == limit, n
		for i := range e.parts {
			part := &e.parts[i]
			if open, ok := m.first(part, at, sec, best, Open); ok {
				if open == sec {
					return sec, true
				}
				best, found = open, true
			}
			at += part.sources
		}
		if found || last {
			return best, found
		}
	}
}

// lastOpen is the mirror of firstOpen, but that it asks all parts also where one is open at once: around goes on from there to the other
// side, and then they know both.
func (m *memory) lastOpen(e *expr, n int32, sec, limit int64) (int64, bool) {
	for reach := int64(firstReach); ; reach = min(reach, 1<<58) * 16 {
		best, found := limit, false
		if reach < sec-limit {
			best = sec - reach
		}
		last, at := best == limit, n
		for i := range e.parts {
			part := &e.parts[i]
			if open, ok := m.last(part, at, sec, best, Open); ok {
				best, found = open, true
			}
			at += part.sources
		}
		if found || last {
			return best, found
		}
	}
}

// firstReach is how far the first step goes, in seconds: as far as the next window is in most policies.
const firstReach = tz.SecondsPerDay

// next returns the first open period from sec on that begins by limit. An end is looked for up to limit.
func (m *memory) next(e *expr, sec, limit int64) (Window, bool) {
	start, ok := m.first(e, 0, sec, limit, Open)
	if !ok {
		return Window{}, false
	}
	return m.from(e, start, limit), true
}

// from returns the open period from start on, which is open. An end is looked for up to limit.
func (m *memory) from(e *expr, start, limit int64) Window {
	end, ok := m.first(e, 0, start, limit, Shut)
	if !ok {
		end = tz.Future
	}
	return Window{start, end}
}

// around returns whether the instant sec is open, and the whole span for which the same holds, as far as [Horizon].
func (m *memory) around(e *expr, sec int64) (open bool, span Window) {
	span = Window{tz.Past, tz.Future}
	before, ok := m.last(e, 0, sec, sec-Horizon, Open)
	if open = ok && before == sec; open {
		before, ok = m.last(e, 0, sec, sec-Horizon, Shut)
	}
	if ok {
		span.start = before + 1
	}
	if after, ok := m.first(e, 0, sec, sec+Horizon, State(!open)); ok {
		span.end = after
	}
	return open, span
}
