package window

// An expr is what a timeline computes: a source, or the union of several expressions; or, inverted, all the rest of time.
// By De Morgan that says intersections and differences too: "a window and no blackout" is the inverse of "no window or a
// blackout". The zero expr is the union of nothing, never open. An expr is never changed.
type expr struct {
	source   Source // nil: the union of parts
	parts    []expr
	sources  int32 // how many there are in it
	inverted bool
	lasting  bool // the source is a *lasting
}

// holds reports whether the instant sec is open.
func (e *expr) holds(sec int64) bool {
	if e.source != nil {
		return e.source.Holds(sec) != e.inverted
	}
	for i := range e.parts {
		if e.parts[i].holds(sec) {
			return !e.inverted
		}
	}
	return e.inverted
}
