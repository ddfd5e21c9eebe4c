package calendar

import (
	"container/heap"
	"iter"
	"slices"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// Conflicts returns when, from one instant to another, more than k of the calendars are open at once: with k = 1, when two
// regions of one database might be worked on together. Each conflict is a span in which the same calendars are open, cut to
// [from, to); where one of them opens or shuts, the next one begins:
//
//	calendars[0]    ┣━━━━━━━━━━━━━━━┫
//	calendars[1]        ┣━━━━━━━━━━━━━━━━━┫
//	calendars[2]              ┣━━━━━━━━━━━┫
//	k = 1               ┣ 0,1 ┿0,1,2┿ 1,2 ┫
//
// It passes over the edges of all calendars in order of time, each of which it finds by one search and sorts in with the next
// ones of the others, so that n calendars cost log n comparisons an edge; and every conflict costs its list. It keeps one
// edge a calendar in mind. The sequence may be ranged over again.
func Conflicts(k int, from, to time.Time, calendars ...*Calendar) iter.Seq[Conflict] {
	return func(yield func(Conflict) bool) {
		at, limit := tz.Seconds(from), tz.Seconds(to)
		var open []int // which calendars, in order
		var ahead edges
		for i, c := range calendars {
			if c.timeline.Holds(at) {
				open = append(open, i)
			}
			ahead.add(calendars, i, at, limit, window.State(!c.timeline.Holds(at)))
		}
		for at < limit {
			next := limit
			if len(ahead) > 0 {
				next = ahead[0].at
			}
			if len(open) > k && !yield(Conflict{window.OfSeconds(at, next), slices.Clone(open)}) {
				return
			}
			for at = next; len(ahead) > 0 && ahead[0].at == at; {
				e := heap.Pop(&ahead).(edge)
				i, found := slices.BinarySearch(open, e.calendar)
				if found {
					open = slices.Delete(open, i, i+1)
				} else {
					open = slices.Insert(open, i, e.calendar)
				}
				ahead.add(calendars, e.calendar, at, limit, !e.becomes)
			}
		}
	}
}

// A Conflict is a span of time in which too many calendars are open. [Conflicts] finds them.
type Conflict struct {
	Window window.Window
	Open   []int // which: their places in the list that was asked about, in order
}

// An edge is where a calendar opens or shuts.
type edge struct {
	at       int64
	calendar int
	becomes  window.State
}

// edges are the next ones of all calendars that have any, as a heap.
type edges []edge

// add adds the first edge from the instant at to limit where calendar i becomes as wanted.
func (e *edges) add(calendars []*Calendar, i int, at, limit int64, want window.State) {
	if at, ok := calendars[i].timeline.First(at, limit, want); ok {
		heap.Push(e, edge{at, i, want})
	}
}

// Len and the others implement [heap.Interface].
func (e edges) Len() int           { return len(e) }
func (e edges) Less(i, j int) bool { return e[i].at < e[j].at }
func (e edges) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
func (e *edges) Push(x any)        { *e = append(*e, x.(edge)) }
func (e *edges) Pop() any {
	last := (*e)[len(*e)-1]
	*e = (*e)[:len(*e)-1]
	return last
}
