package window

import "github.com/casement-go/casement/tz"

// A memory does the searches of one question and remembers what sources have said: a search comes back to most of them several
// times, while they are where they were. Sources are numbered as they stand in the expression. What does not fit is forgotten
// and asked again.
type memory [8]struct {
	before, from, to, after int64 // as in Source
	source                  int32 // its number and one; zero: nothing is remembered
	open                    bool
}

// ask returns what source number n says of the instant sec: whether it is open, and a span [from, to) for which the same holds.
func (m *memory) ask(s Source, n int32, sec int64) (open bool, from, to int64) {
	known := &m[int(n)%len(m)]
	if known.source != n+1 || sec < known.before || sec >= known.after {
		known.source = n + 1
		known.open, known.before, known.from, known.to, known.after = s.Around(sec)
	}
	switch {
	case sec < known.from:
		return !known.open, known.before, known.from
	case sec >= known.to:
		return !known.open, known.to, known.after
	}
	return known.open, known.from, known.to
}

// first returns the first instant in [sec, limit] that is in the wanted state, and whether there is one. The first source of e
// has number n.
//
// Of a union each part is searched on its own for an open instant, no further than the best so far. For a shut one the
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
			open, _, to := m.ask(e.source, n, sec)
			if State(open) == want {
				return sec, true
			}
			sec = to
		}
		return 0, false
	case want == Open:
		found := false
		for i := range e.parts {
			part := &e.parts[i]
			if at, ok := m.first(part, n, sec, limit, Open); ok {
				found, limit = true, at
			}
			n += part.sources
		}
		return limit, found
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
			open, from, _ := m.ask(e.source, n, sec)
			if State(open) == want {
				return sec, true
			}
			sec = from - 1
		}
		return 0, false
	case want == Open:
		found := false
		for i := range e.parts {
			part := &e.parts[i]
			if at, ok := m.last(part, n, sec, limit, Open); ok {
				found, limit = true, at
			}
			n += part.sources
		}
		return limit, found
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

// next returns the first open period from sec on that begins by limit. An end is looked for up to limit.
func (m *memory) next(e *expr, sec, limit int64) (Window, bool) {
	start, ok := m.first(e, 0, sec, limit, Open)
	if !ok {
		return Window{}, false
	}
	end, ok := m.first(e, 0, start, limit, Shut)
	if !ok {
		end = tz.Future
	}
	return Window{start, end}, true
}

// around returns whether the instant sec is open, and the whole span for which the same holds, as far as [Horizon].
func (m *memory) around(e *expr, sec int64) (open bool, span Window) {
	_, open = m.first(e, 0, sec, sec, Open)
	span = Window{tz.Past, tz.Future}
	other := !State(open)
	if before, ok := m.last(e, 0, sec, sec-Horizon, other); ok {
		span.start = before + 1
	}
	if after, ok := m.first(e, 0, sec, sec+Horizon, other); ok {
		span.end = after
	}
	return open, span
}
