package window

// union is open where any of its sources is.
type union []Source

func (u union) Holds(sec int64) bool {
	for _, s := range u {
		if s.Holds(sec) {
			return true
		}
	}
	return false
}

// First searches each source on its own for an open instant, no further than the best so far. For a shut one it goes round
// the sources, each of which moves it on to where that source is shut, until a whole round leaves it in place.
//
// By De Morgan that serves intersections and differences too: in "a window and no blackout" the window moves the search to its
// next start and the blackout to its end, in turn, and neither is stepped through:
//
//	window    ┣━━┫      ┣━━┫      ┣━━┫      ┣━━┫
//	blackout     ┣━━━━━━━━━━━━━━━━━━━━━┫
//	search       1──────2──────────────3────4
func (u union) First(sec, limit int64, want State) (int64, bool) {
	if want == Open {
		found := false
		for _, s := range u {
			if at, ok := s.First(sec, limit, Open); ok {
				found, limit = true, at
			}
		}
		return limit, found
	}
	for i, agreed := 0, 0; agreed < len(u); agreed++ {
		at, ok := u[i].First(sec, limit, Shut)
		if !ok {
			return 0, false
		}
		if at > sec {
			sec, agreed = at, 0
		}
		if i++; i == len(u) {
			i = 0
		}
	}
	return sec, true
}

// Last is the mirror of First.
func (u union) Last(sec, limit int64, want State) (int64, bool) {
	if want == Open {
		found := false
		for _, s := range u {
			if at, ok := s.Last(sec, limit, Open); ok {
				found, limit = true, at
			}
		}
		return limit, found
	}
	for i, agreed := 0, 0; agreed < len(u); agreed++ {
		at, ok := u[i].Last(sec, limit, Shut)
		if !ok {
			return 0, false
		}
		if at < sec {
			sec, agreed = at, 0
		}
		if i++; i == len(u) {
			i = 0
		}
	}
	return sec, true
}

// complement is open where its source is shut.
type complement struct{ of Source }

func (c complement) Holds(sec int64) bool { return !c.of.Holds(sec) }

func (c complement) First(sec, limit int64, want State) (int64, bool) {
	return c.of.First(sec, limit, !want)
}

func (c complement) Last(sec, limit int64, want State) (int64, bool) {
	return c.of.Last(sec, limit, !want)
}
