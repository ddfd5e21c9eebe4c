package calendar

import (
	"iter"
	"time"

	"github.com/casement-go/casement/tz"
	"github.com/casement-go/casement/window"
)

// Diff returns what the edit of a policy does from one instant to another: the open periods of both calendars, each clipped to
// [from, to), that are not the same in both. Each of these is in exactly one change. Periods belong to one change if they
// overlap, directly or by way of others:
//
//	before   ┣━━━┫      ┣━━━┫  ┣━━━━━━━┫   ┣━━━┫     ┣━━━┫
//	after    ┣━━━┫        ┣━━━┫  ┣━━┫    ┣━━━━━━━┫         ┣━━━┫
//	         (same)   Moved   Shortened  Lengthened  Removed, Added
//
// Hence there are no changes if and only if both are open at the same instants; taking what was before away from the old
// open instants and adding what is after yields the new ones; and a diff the other way round has the same changes, mirrored.
//
// Changes come in the order of their first instants, each as soon as both calendars have been searched up to its end. One at a time
// is kept in mind; that can be all periods of the range, where one of the policies is hardly ever shut. The sequence may be ranged
// over again.
func Diff(before, after *Calendar, from, to time.Time) iter.Seq[Change] {
	return func(yield func(Change) bool) {
		nextBefore, stop := iter.Pull(before.Windows(from, to))
		defer stop()
		nextAfter, stop := iter.Pull(after.Windows(from, to))
		defer stop()
		b, _ := nextBefore() // the zero Window where there are no more
		a, _ := nextAfter()
		for !b.IsZero() || !a.IsZero() {
			var old, new []window.Window
			for end := min(startOf(b), startOf(a)) + 1; ; { // of what the change holds so far
				if startOf(b) < end {
					old, end = append(old, b), max(end, endOf(b))
					b, _ = nextBefore()
				} else if startOf(a) < end {
					new, end = append(new, a), max(end, endOf(a))
					a, _ = nextAfter()
				} else {
					break
				}
			}
			same := len(old) == 1 && len(new) == 1 && old[0] == new[0]
			if !same && !yield(Change{changeKind(old, new), window.SetOf(old...), window.SetOf(new...)}) {
				return
			}
		}
	}
}

// startOf returns the start of w in Unix seconds: the zero Window comes after all others.
func startOf(w window.Window) int64 {
	if w.IsZero() {
		return tz.Future
	}
	start, _ := w.Seconds()
	return start
}

func endOf(w window.Window) int64 {
	_, end := w.Seconds()
	return end
}

// A Change is one thing that an edit does to the open periods of a calendar. [Diff] finds them.
type Change struct {
	Kind   ChangeKind
	Before window.Set // the open periods there were: empty where one was added
	After  window.Set // those that are in their place: empty where one was removed
}

// String returns the change in one line:
//
//	Moved: 2026-01-10T03:00:00Z/2026-01-10T07:00:00Z to 2026-01-10T04:00:00Z/2026-01-10T08:00:00Z
func (c Change) String() string {
	s := string(c.Kind) + ": " + c.Before.String()
	if c.Before.Len() > 0 && c.After.Len() > 0 {
		s += " to "
	}
	return s + c.After.String()
}

// A ChangeKind names a kind of change. Kinds are stable.
type ChangeKind string

// The kinds of change.
const (
	Added      ChangeKind = "Added"      // one period where nothing was open
	Removed    ChangeKind = "Removed"    // one period, and nothing in its place is open
	Lengthened ChangeKind = "Lengthened" // one period became one that holds it
	Shortened  ChangeKind = "Shortened"  // one period became a part of itself
	Moved      ChangeKind = "Moved"      // one period became one that starts and ends earlier, or starts and ends later
	Split      ChangeKind = "Split"      // one period became several
	Merged     ChangeKind = "Merged"     // several periods became one
	Rearranged ChangeKind = "Rearranged" // several periods became several others, of which each overlaps the next
)

// changeKind returns which kind of change makes old new. They are not the same, nor are both empty.
func changeKind(old, new []window.Window) ChangeKind {
	switch {
	case len(old) == 0:
		return Added
	case len(new) == 0:
		return Removed
	case len(old) > 1 && len(new) > 1:
		return Rearranged
	case len(old) > 1:
		return Merged
	case len(new) > 1:
		return Split
	case old[0].Clip(new[0]) == old[0]:
		return Lengthened
	case old[0].Clip(new[0]) == new[0]:
		return Shortened
	}
	return Moved
}
