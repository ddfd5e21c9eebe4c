package schedule

import "sync"

// A Pool makes equal schedules one, so that a process which holds very many of them holds each but once. The zero Pool is ready for
// use. It keeps all that it has been shown for as long as it lives, and is safe for concurrent use; it must not be copied.
type Pool struct {
	mu        sync.Mutex
	schedules map[Schedule]*Schedule
	months    map[months]*months
	years     map[yearSet]*yearSet
	times     map[times]*times
}

// Share returns the schedule of the pool that equals s: s itself, or much of it, if that is the first.
func (p *Pool) Share(s *Schedule) *Schedule {
	p.mu.Lock()
	defer p.mu.Unlock()
	c := *s
	if c.days.months != nil {
		m := *c.days.months
		m.years = share(&p.years, m.years)
		c.days.months = share(&p.months, &m)
	}
	c.times = share(&p.times, c.times)
	return share(&p.schedules, &c)
}

// share returns the value of the pool that equals v, nil for nil.
func share[T comparable](pool *map[T]*T, v *T) *T {
	if v == nil {
		return nil
	}
	if *pool == nil {
		*pool = make(map[T]*T)
	}
	if one, ok := (*pool)[*v]; ok {
		return one
	}
	(*pool)[*v] = v
	return v
}
