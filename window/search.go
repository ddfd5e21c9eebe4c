package window

import "github.com/casement-go/casement/tz"

// A state is what a search looks for: open or shut.
type state bool

const (
	open state = true
	shut state = false
)

// first returns the first instant in [sec, limit] at which s is in the wanted state, and whether there is one.
//
// A union is open as soon as one of its sources is, so that each is searched on its own, no further than the best so far. It
// is shut where all are: the search goes round them, each moving it on to where that source is shut, until a whole round
// leaves it in place. By De Morgan that serves intersections and differences too: in "a window and no blackout" the window
// moves the search to its next start and the blackout to its end, in turn, and neither is stepped through.
//
//	window    ┣━━┫      ┣━━┫      ┣━━┫      ┣━━┫
//	blackout     ┣━━━━━━━━━━━━━━━━━━━━━┫
//	search    1──────2──────────────────3───4
func first(s Source, sec, limit int64, want state) (int64, bool) {
	switch s := s.(type) {
	case nil:
		return sec, want == shut && sec <= limit
	case Timeline:
		return first(s.source, sec, limit, want)
	case complement:
		return first(s.of, sec, limit, !want)
	case union:
		if want == open {
			found := false
			for _, of := range s {
				if at, ok := first(of, sec, limit, open); ok {
					found, limit = true, at
				}
			}
			return limit, found
		}
		for i, agreed := 0, 0; agreed < len(s); i = (i + 1) % len(s) {
			at, ok := first(s[i], sec, limit, shut)
			if !ok {
				return 0, false
			}
			if at > sec {
				sec, agreed = at, 0
			}
			agreed++
		}
		return sec, true
	}
	for sec <= limit {
		is, until := s.Ahead(sec)
		if state(is) == want {
			return sec, true
		}
		sec = until
	}
	return 0, false
}

// last returns the last instant in [limit, sec] at which s is in the wanted state, and whether there is one: the mirror of
// first.
func last(s Source, sec, limit int64, want state) (int64, bool) {
	switch s := s.(type) {
	case nil:
		return sec, want == shut && sec >= limit
	case Timeline:
		return last(s.source, sec, limit, want)
	case complement:
		return last(s.of, sec, limit, !want)
	case union:
		if want == open {
			found := false
			for _, of := range s {
				if at, ok := last(of, sec, limit, open); ok {
					found, limit = true, at
				}
			}
			return limit, found
		}
		for i, agreed := 0, 0; agreed < len(s); i = (i + 1) % len(s) {
			at, ok := last(s[i], sec, limit, shut)
			if !ok {
				return 0, false
			}
			if at < sec {
				sec, agreed = at, 0
			}
			agreed++
		}
		return sec, true
	}
	for sec >= limit {
		is, since := s.Behind(sec)
		if state(is) == want {
			return sec, true
		}
		if since <= tz.Past {
			break
		}
		sec = since - 1
	}
	return 0, false
}
