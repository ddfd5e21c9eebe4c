package vet

import (
	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// A meter counts the steps of a search. What is spent is the worst case: a step a day for each window and each list of blackouts
// that a timeline is made of, its weight.
type meter struct{ left int64 }

func (v *vetter) meter() *meter { return &meter{int64(v.opts.Steps)} }

// spend takes steps for searching a number of seconds, and reports whether there is something left.
func (m *meter) spend(weight int, seconds int64) bool {
	m.left -= int64(weight) * (1 + seconds/tz.SecondsPerDay)
	return m.left > 0
}

// stretch returns how far to search before looking at the meter again, in seconds.
func (m *meter) stretch(weight int) int64 {
	return min(max(m.left/(8*int64(weight)), 1), 366) * tz.SecondsPerDay
}

// first returns the first instant in [from, to) that is in the wanted state. If there is none, it returns how far that is
// known: to, unless the steps are used up.
func (m *meter) first(t window.Timeline, weight int, from, to int64, want window.State) (sec int64, found bool) {
	for from < to {
		if int64(weight) > m.left {
			m.left = 0
			return from, false
		}
		end := min(from+m.stretch(weight), to)
		sec, found := t.First(from, end-1, want)
		if found {
			m.spend(weight, sec-from)
			return sec, true
		}
		enough := m.spend(weight, end-from)
		if from = end; !enough {
			return from, false
		}
	}
	return to, false
}

// last is the mirror of first: it returns the last instant in [to, from] that is in the wanted state, or how far back it is known
// that there is none.
func (m *meter) last(t window.Timeline, weight int, from, to int64, want window.State) (sec int64, found bool) {
	for from >= to {
		if int64(weight) > m.left {
			m.left = 0
			return from + 1, false
		}
		end := max(from-m.stretch(weight), to)
		sec, found := t.Last(from, end, want)
		if found {
			m.spend(weight, from-sec)
			return sec, true
		}
		enough := m.spend(weight, from-end)
		if from = end - 1; !enough {
			return end, false
		}
	}
	return to, false
}

// empty reports whether the steps are used up.
func (m *meter) empty() bool { return m.left <= 0 }
