package vet

import (
	"container/heap"

	"github.com/casement-go/casement/calendar"
	"github.com/casement-go/casement/window"
)

// merges reports windows that overlap or touch another one, and windows that start anew while they are open. It goes through the
// open periods of all windows in the order of their starts:
//
//	windows[0]  ┣━━━━━━━━━━┫                  ┣━━━━━┫
//	windows[1]         ┣━━━┫             ┣━━━━┫            with windows[0]
//	windows[2]     ┣━┫                                     with windows[0]
func (v *vetter) merges() {
	m := v.meter()
	var queue periods
	again := make([]window.Timeline, len(v.entries)) // the starts of each window, until one comes while it is open
	for i := range v.entries {
		if spec := v.entries[i].spec; spec.Schedule != nil {
			again[i], _ = v.timeline(starts(spec))
		}
		v.nextPeriod(m, &queue, i, v.from)
	}
	self := make(map[int]int64)    // a start of a window that was open already
	with := make(map[int][]string) // what each window merges with, of those that stand before it
	seen := make(map[[2]int]bool)
	longest := period{entry: -1} // of the periods before, the one that ends last
	reached := v.from
	for len(queue) > 0 && !m.empty() {
		p := heap.Pop(&queue).(period)
		reached = p.start
		if again[p.entry] != (window.Timeline{}) {
			if sec, found := m.first(again[p.entry], v.entries[p.entry].each, p.start+1, p.end, window.Open); found {
				self[p.entry], again[p.entry] = sec, window.Timeline{}
			}
		}
		if longest.entry >= 0 && p.start <= longest.end {
			pair := [2]int{min(p.entry, longest.entry), max(p.entry, longest.entry)}
			if !seen[pair] && len(seen) < calendar.MaxWindows {
				seen[pair] = true
				with[pair[1]] = append(with[pair[1]], v.entries[pair[0]].path+" (at "+stamp(p.start)+")")
			}
		}
		if longest.entry < 0 || p.end > longest.end {
			longest = p
		}
		v.nextPeriod(m, &queue, p.entry, p.end)
	}
	if m.empty() {
		v.unfinished("windows that merge", "up to "+stamp(reached))
	}
	for i := range v.entries {
		if sec, found := self[i]; found {
			v.add(Merges, v.entries[i].path, "starts at "+stamp(sec)+" when it is still open, or at its end: both are one open period", "")
		}
		if len(with[i]) > 0 {
			v.add(Merges, v.entries[i].path, "overlaps or touches "+some(with[i])+": both are one open period", "")
		}
	}
}

// A period is an open period of a window.
type period struct {
	start, end int64
	entry      int
}

// periods is a heap by start, then by the order of the windows.
type periods []period

func (p periods) Len() int { return len(p) }
func (p periods) Less(i, j int) bool {
	return p[i].start < p[j].start || p[i].start == p[j].start && p[i].entry < p[j].entry
}
func (p periods) Swap(i, j int) { p[i], p[j] = p[j], p[i] }
func (p *periods) Push(x any)   { *p = append(*p, x.(period)) }
func (p *periods) Pop() any {
	old := *p
	last := old[len(old)-1]
	*p = old[:len(old)-1]
	return last
}

// nextPeriod puts the first open period of a window from an instant on into the queue, if there is one before the end of what is
// looked at.
func (v *vetter) nextPeriod(m *meter, queue *periods, i int, from int64) {
	e := &v.entries[i]
	start, opens := m.first(e.open, e.weight, from, v.to, window.Open)
	if !opens {
		return
	}
	end, _ := m.first(e.open, e.weight, start, v.to, window.Shut)
	heap.Push(queue, period{start, end, i})
}
