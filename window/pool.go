package window

import "sync"

// A Pool makes the timelines of equal recurrences one, as a [schedule.Pool] does with their schedules, which must be shared before. The
// zero Pool is ready for use. It keeps all that it has been shown for as long as it lives, and is safe for concurrent use; it
// must not be copied.
type Pool struct {
	mu        sync.Mutex
	timelines map[Recurrence]Timeline
}

// Share returns the timeline of the pool that is that of r.
func (p *Pool) Share(r *Recurrence) Timeline {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.timelines == nil {
		p.timelines = make(map[Recurrence]Timeline)
	}
	t, ok := p.timelines[*r]
	if !ok {
		t = r.Timeline()
		p.timelines[*r] = t
	}
	return t
}
