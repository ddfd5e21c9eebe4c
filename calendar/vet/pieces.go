package vet

import (
	"slices"
	"strconv"
	"time"

	"github.com/casement-go/casement/window"
)

// pieces goes through the open periods of the policy and reports those that are short, and spans of days in which too little is
// open.
func (v *vetter) pieces() {
	if len(v.entries) == 0 || v.never {
		return // which is reported
	}
	rule := v.opts.Availability
	margin := int64(max(v.opts.MinPiece, rule.Piece, 0) / time.Second)
	m, t := v.meter(), v.cal.Timeline()
	short := newShortPieces(v)
	var long []window.Window // that count for the rule
	reached := v.from
	for reached < v.to && !m.empty() {
		start, opens := m.first(t, v.weight, reached, v.to, window.Open)
		if reached = start; !opens {
			break
		}
		// A piece at an edge of what is looked at counts as long as it is.
		end, _ := m.first(t, v.weight, start, v.to+margin, window.Shut)
		began := start
		if start == v.from {
			before, _ := m.last(t, v.weight, start-1, start-margin, window.Shut)
			began = before + 1
		}
		if m.empty() {
			break
		}
		reached = end
		if v.opts.MinPiece > 0 && time.Duration(end-began)*time.Second < v.opts.MinPiece {
			short.add(m, began, end)
			m.spend(v.weight, 0)
		}
		if time.Duration(end-began)*time.Second >= rule.Piece {
			long = append(long, window.OfSeconds(start, min(end, v.to)))
		}
	}
	reached = min(reached, v.to)
	if m.empty() {
		v.unfinished("open pieces", "up to "+stamp(reached))
	}
	short.report()
	if rule.Open > 0 {
		v.available(long, reached)
	}
}

// shortPieces are open periods shorter than Options.MinPiece, by the window that they begin in.
type shortPieces struct {
	v     *vetter
	paths []string // in the order in which they came up
	count map[string]int
	first map[string]string
}

func newShortPieces(v *vetter) *shortPieces {
	return &shortPieces{v: v, count: make(map[string]int), first: make(map[string]string)}
}

func (s *shortPieces) add(m *meter, start, end int64) {
	path, entry := "", all
	for i := range s.v.entries {
		if e := &s.v.entries[i]; e.open.Holds(start) {
			path, entry = e.path, i
			break
		}
	}
	s.count[path]++
	if s.count[path] > 1 {
		return
	}
	s.paths = append(s.paths, path)
	text := stamp(start) + " is " + length(time.Duration(end-start)*time.Second) + " long"
	for _, beside := range []int64{start - 1, end} {
		if cut := s.v.holding(m, entry, beside); cut != "" {
			text += ", next to " + cut
		}
	}
	s.first[path] = text
}

func (s *shortPieces) report() {
	for _, path := range s.paths {
		detail := "one open period is shorter than "
		if n := s.count[path]; n > 1 {
			detail = strconv.Itoa(n) + " open periods are shorter than "
		}
		s.v.add(ShortPieces, path, detail+length(s.v.opts.MinPiece)+": that from "+s.first[path], "")
	}
}

// available reports the span of Availability.Every, from the first instant looked at up to the last, that has the least open time
// in pieces that are long enough, if that is less than the rule asks for. As the span moves on, what is open in it shrinks as long as
// its start is in a piece and its end is not. It cannot shrink any more, before it grows, but where the start leaves a piece: no
// other spans have to be looked at, apart from the first and the last.
//
//	pieces   ━━━━━━━━━┫                 ┣━━━━━━━━━
//	                  ├─── span ──┤
func (v *vetter) available(pieces []window.Window, reached int64) {
	rule := v.opts.Availability
	every := int64(rule.Every / time.Second)
	if reached-v.from < every {
		return
	}
	// open[i] is the open time of the pieces before piece i.
	starts, ends, open := make([]int64, len(pieces)), make([]int64, len(pieces)), make([]int64, len(pieces)+1)
	for i, p := range pieces {
		starts[i], ends[i] = p.Seconds()
		open[i+1] = open[i] + ends[i] - starts[i]
	}
	least, at := int64(-1), int64(0)
	for _, from := range append([]int64{v.from, reached - every}, ends...) {
		if from < v.from || from+every > reached {
			continue
		}
		sum := openBefore(starts, ends, open, from+every) - openBefore(starts, ends, open, from)
		if least < 0 || sum < least || sum == least && from < at {
			least, at = sum, from
		}
	}
	if time.Duration(least)*time.Second < rule.Open {
		v.add(TooLittle, "", "the "+days(rule.Every)+" from "+stamp(at)+" have "+amount(least)+" open in pieces of at least "+
			length(rule.Piece)+", which is the least there is up to "+stamp(reached)+": less than "+length(rule.Open), "")
	}
}

// amount returns a number of seconds as a duration.
func amount(seconds int64) string {
	if seconds == 0 {
		return "nothing"
	}
	return length(time.Duration(seconds) * time.Second)
}

// days returns a duration in days, if it is some.
func days(d time.Duration) string {
	const day = 24 * time.Hour
	if d%day == 0 {
		return strconv.Itoa(int(d/day)) + " days"
	}
	return length(d)
}

// openBefore returns the open time of pieces before an instant.
func openBefore(starts, ends, open []int64, sec int64) int64 {
	i, _ := slices.BinarySearch(starts, sec) // pieces before i start before sec
	if i == 0 {
		return 0
	}
	return open[i] - max(0, ends[i-1]-sec)
}
