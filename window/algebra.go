package window

import "slices"

// Always returns the timeline that is open at all times.
func Always() Timeline { return Timeline{}.Complement() }

// Union returns the timeline that is open where any of ts is.
func Union(ts ...Timeline) Timeline {
	ts = slices.DeleteFunc(slices.Clone(ts), func(t Timeline) bool { return t.expr == nil })
	switch len(ts) {
	case 0:
		return Timeline{}
	case 1:
		return ts[0]
	}
	var u expr
	for _, t := range ts {
		switch e := t.expr; {
		case e.source == nil && !e.inverted: // a union in a union
			for _, part := range e.parts {
				u.add(part)
			}
		default:
			u.add(*e)
		}
	}
	if len(u.parts) == 1 {
		return Timeline{&u.parts[0]}
	}
	return Timeline{&u}
}

// add makes part one of the parts of the union u, or one with the last of them.
func (u *expr) add(part expr) {
	if n := len(u.parts); n > 0 && part.source != nil && !part.inverted && !u.parts[n-1].inverted {
		if last, ok := u.parts[n-1].source.(Joiner); ok {
			if joined, ok := last.Join(part.source); ok {
				u.parts[n-1].source = joined
				return
			}
		}
	}
	u.parts = append(u.parts, part)
	u.sources += part.sources
}

// Intersect returns the timeline that is open where all of ts are: at all times, if there are none.
func Intersect(ts ...Timeline) Timeline {
	shut := make([]Timeline, len(ts))
	for i, t := range ts {
		shut[i] = t.Complement()
	}
	return Union(shut...).Complement()
}

// Subtract returns the timeline that is open where t is and none of shut is.
func (t Timeline) Subtract(shut ...Timeline) Timeline {
	all := Union(shut...)
	if all.expr == nil {
		return t
	}
	return Union(t.Complement(), all).Complement()
}

// Complement returns the timeline that is open where t is shut.
func (t Timeline) Complement() Timeline {
	e := *t.root()
	e.inverted = !e.inverted
	return Timeline{&e}
}

// Map returns the timeline with each of its sources replaced by what f makes of it: one that counts or shows what a search
// asks, say.
func (t Timeline) Map(f func(Source) Source) Timeline { return Timeline{t.root().mapped(f)} }

func (e *expr) mapped(f func(Source) Source) *expr {
	out := *e
	switch {
	case e.lasting:
		l := e.source.(*lasting)
		out.source = &lasting{of: *l.of.mapped(f), length: l.length}
	case e.source != nil:
		out.source = f(e.source)
	}
	out.parts = nil
	for i := range e.parts {
		out.parts = append(out.parts, *e.parts[i].mapped(f))
	}
	return &out
}
