package fleet

import "github.com/casement-go/casement/window"

// A queue is a binary heap of calendars, the one that may change first on top: the calendars below entry i are 2i+1 and 2i+2.
type queue []entry

// An entry is a calendar, and until when it is as it is.
type entry struct {
	end      int64
	calendar int32
	open     bool
}

// until returns the entry with another piece of its calendar.
func (e entry) until(p window.Piece) entry {
	_, e.end = p.Window().Seconds()
	e.open = p.IsOpen()
	return e
}

func (e entry) before(o entry) bool {
	return e.end < o.end || e.end == o.end && e.calendar < o.calendar
}

// init orders a queue whose entries are in any order.
func (q queue) init() {
	for i := len(q)/2 - 1; i >= 0; i-- {
		q.down(i)
	}
}

// down moves entry i down to where none below it comes first.
func (q queue) down(i int) {
	for {
		first := i
		for below := 2*i + 1; below <= 2*i+2 && below < len(q); below++ {
			if q[below].before(q[first]) {
				first = below
			}
		}
		if first == i {
			return
		}
		q[i], q[first] = q[first], q[i]
		i = first
	}
}
