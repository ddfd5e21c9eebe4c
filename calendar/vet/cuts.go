package vet

import (
	"github.com/casement-go/casement/window"
)

// cuts reports blackouts in which no window would be open. A span of dates or instants is looked at whole, one that recurs for
// Options.Years. Windows that do not open any more are no reason: they are reported themselves.
func (v *vetter) cuts() {
	sources, weight := make([]window.Timeline, len(v.entries)), 1
	for i := range v.entries {
		sources[i] = v.entries[i].source
		weight += v.entries[i].each
	}
	union := window.Union(sources...)
	m := v.meter()
	opens := make(map[int]bool)
	for _, s := range v.spans {
		source, weight, hi, says := union, weight, v.hi, "cuts nothing: no window would be open in it "
		if i := s.entry; i != all {
			source, weight, hi, says = sources[i], 1+v.entries[i].each, v.entries[i].hi, "cuts nothing: the window would not be open in it "
		}
		if _, known := opens[s.entry]; !known {
			_, opens[s.entry] = m.first(source, weight, v.from, hi, window.Open)
		}
		from, to := v.from, v.to
		if s.finite {
			first, holds := s.timeline.First(max(v.from, s.lo), s.hi, window.Open)
			last, _ := s.timeline.Last(s.hi, s.lo, window.Open)
			if from, to = first, last+1; !holds {
				continue // past
			}
		}
		m.spend(1, 0)
		reached, cut := m.first(window.Intersect(source, s.timeline), weight, from, to, window.Open)
		if !cut && reached == to && opens[s.entry] {
			v.add(CutsNothing, s.Path, says+"from "+stamp(from)+" to "+stamp(to), "leave it out")
		}
		if m.empty() {
			v.unfinished("blackouts that cut nothing", "up to "+s.Path)
			return
		}
	}
}
